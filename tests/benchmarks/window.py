"""Measures the window on a large workspace: `python -m tests.benchmarks.window WORKSPACE` (offscreen unless told else).

Each action is timed until its result is painted, on a warm file; beside it the longest time the GUI thread was not free
(a timer that should ring every two milliseconds) and, once, the start of the window against a bare PySide6 table.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

ROUNDS = 7
DIRECTIONS = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)


class Clock:
    """Runs an action and waits for its result to be painted."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._beat = QTimer(interval=2)
        self._beat.timeout.connect(self._ring)
        self._beat.start()

    def _ring(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def measure(self, widget: QWidget, act: Callable[[], object], ready: Callable[[], bool]) -> tuple[float, float]:
        """Milliseconds until painted, and the longest pause of the GUI thread."""
        self._wait(lambda: True, 60)
        self.longest, self._last = 0.0, time.perf_counter()
        start = time.perf_counter()
        act()
        self._wait(ready, 0)
        widget.repaint()
        QApplication.processEvents()
        taken = time.perf_counter() - start
        return taken * 1000, max(self.longest, time.perf_counter() - self._last) * 1000

    def _wait(self, ready: Callable[[], bool], at_least_ms: int) -> None:
        deadline = time.perf_counter() + 300
        start = time.perf_counter()
        loop = QEventLoop()
        while not ready() or (time.perf_counter() - start) * 1000 < at_least_ms:
            if time.perf_counter() > deadline:
                raise TimeoutError("the result was not there after five minutes")
            QTimer.singleShot(1, loop.quit)
            loop.exec()


def told(name: str, found: list[tuple[float, float]]) -> None:
    taken = sorted(ms for ms, _ in found)
    worst = taken[min(len(taken) - 1, round(0.95 * (len(taken) - 1)))]
    print(
        f"{name:34s} median {statistics.median(taken):7.1f} ms   95 % {worst:7.1f} ms"
        f"   GUI thread away at most {max(ms for _, ms in found):6.1f} ms",
        flush=True,
    )


def bare() -> None:
    """A PySide6 window with a table of twenty rows, shown and painted."""
    start = time.perf_counter()
    app = QApplication([])
    window, table = QMainWindow(), QTableView()
    table.setModel(QStandardItemModel(20, 8))
    window.setCentralWidget(table)
    window.show()
    app.processEvents()
    window.repaint()
    print(time.perf_counter() - start)


def start_of(path: Path) -> None:
    """The app's window on the workspace, until Today's or Orders' screen takes keys."""
    start = time.perf_counter()
    from supplychain_app.ui import app as application

    qt = application.application()
    app = application.App(qt)
    app.start(path)
    qt.processEvents()
    assert app.window is not None
    app.window.repaint()
    print(time.perf_counter() - start, flush=True)
    os._exit(0)


def _start_seconds(*arguments: str) -> float:
    """Seconds of a whole new interpreter, best of five; compiled once before, as an installed program is."""
    best = 1e9
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "tests.benchmarks.window", *arguments]
    for _ in range(5):
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=environment)
        best = min(best, time.perf_counter() - begin)
    return best


def starts(path: Path) -> None:
    """Print how long the window takes to start, against a bare one."""
    bare_s, ours_s = _start_seconds("--bare"), _start_seconds(str(path), "--start")
    print(f"start: {ours_s:.2f} s against {bare_s:.2f} s of a bare table window, ratio {ours_s / bare_s:.2f}")


def run(path: Path) -> None:  # noqa: PLR0915 - one action after the other, as a user would
    """Print every figure."""
    from supplychain_app.services import editing
    from supplychain_app.ui import app as application
    from supplychain_app.ui.main_window import NAMES, MainWindow

    qt = application.application()
    QSettings().setValue("tour", "seen")
    sys.setswitchinterval(application.GIVE_WAY)
    app = application.App(qt)
    app.start(path)
    app.warm()
    window = app.window
    assert isinstance(window, MainWindow)
    window.resize(1366, 768)
    clock = Clock()
    clock._wait(lambda: not window.session.jobs.running, 2_000)  # figures that were out of date are kept first
    clock._wait(lambda: len(window.screens) == len(NAMES), 1_000)  # built ahead, as in the program
    print(f"while the screens were built the GUI thread was away at most {clock.longest * 1000:.1f} ms")
    window.go("orders")
    orders = window.screen_shown
    assert orders is not None
    model, table, filters = orders.model, orders.table, orders.filters
    state = {"n": 0}

    def count(*_: object) -> None:
        state["n"] += 1

    model.modelReset.connect(count)
    clock._wait(lambda: len(model.ids) > 0 and orders.content.isVisible(), 500)

    def action(name: str, act: Callable[[int], object], ready: Callable[[], bool], *, whole: bool = True) -> None:
        found = []
        for turn in range(ROUNDS):
            state["n"] = 0
            found.append(clock.measure(window, lambda turn=turn: act(turn), ready))
            if whole:
                clock._wait(lambda: not model.is_reading, 50)
        told(name, found)

    def again() -> bool:
        return state["n"] > 0

    action("Orders, opened anew (open lines)", lambda turn: orders.refresh(), again)
    filters.set_state(())
    action("Orders, all lines", lambda turn: orders.refresh(), again)
    bar = table.verticalScrollBar()
    action("scroll anywhere", lambda turn: bar.setValue(bar.maximum() * (turn * 37 % 100) // 100), lambda: True)
    columns = [column.name for column in model.columns]
    for name in ("current_promise", "required_on", "purchase_order", "supplier", "value_minor"):
        if name in columns:
            place = columns.index(name)
            action(f"sort by {name}", lambda turn, p=place: orders._sort(p, DIRECTIONS[turn % 2]), again)
    orders._sort(columns.index("current_promise"), Qt.SortOrder.AscendingOrder)
    clock._wait(lambda: not model.is_reading, 100)
    for keyword in ("late", "open", "moved"):
        action(
            f"filter “{keyword}”",
            lambda turn, k=keyword: (filters.set_state((k,) if turn % 2 == 0 else ()), orders.refresh()),
            again,
        )
    filters.set_state(())
    texts = (window.session.db.conn.execute("select number from purchase_order limit 1 offset 900").fetchone()[0][:8],)
    texts += tuple(
        str(row[0])[:12] for row in window.session.db.conn.execute("select name from supplier limit 2 offset 7")
    )
    texts += tuple(row[0] for row in window.session.db.conn.execute("select number from tracked_unit limit 1 offset 9"))
    for text in texts:
        action(
            f"search “{text}”",
            lambda turn, t=text: (filters.set_state((), t if turn % 2 == 0 else ""), orders.refresh()),
            again,
        )
    filters.set_state(("open",))
    orders.refresh()
    clock._wait(lambda: not model.is_reading, 300)
    shown = {"line": 0}
    story = orders.story
    story.shown.connect(lambda line_id: shown.__setitem__("line", line_id))
    found = []
    for turn in range(ROUNDS * 2):
        row = ((turn + 1) * 97) % max(1, len(model.ids))
        wanted = model.ids[row]
        shown["line"] = 0
        found.append(clock.measure(window, lambda r=row: table.selectRow(r), lambda w=wanted: shown["line"] == w))
    told("a line's story", found)
    edited = model.ids[0]
    action(
        "edit a line's note",
        lambda turn: window.session.write(
            "Note", editing.set_field, edited, "note", f"note {turn}", today=window.session.today
        ),
        again,
    )

    def show(names: Sequence[str]) -> list[tuple[float, float]]:
        found = []
        for name in names:
            found.append(
                clock.measure(window, lambda n=name: window.go(n), lambda n=name: window.screens[n].isVisible())
            )
            clock._wait(lambda: not window.session.jobs.running, 200)
        return found

    desk = ("shipments", "communications", "imports", "settings", "today", "orders")
    told("a screen's first showing", show(desk[:4]))
    told("go to another screen", show(desk * 2))
    window.go("today")
    today = window.screen_shown
    assert today is not None
    clock._wait(today.content.isVisible, 200)
    action(
        "Today, read anew",
        lambda turn: today.refresh(),
        lambda: today.content.isVisible() and not window.session.jobs.running,
        whole=False,
    )
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    told("first showing of a screen of figures", show([name for name in NAMES if name not in desk]))
    print(f"with the figures of all lines at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    os._exit(0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("workspace", nargs="?", type=Path)
    parser.add_argument("--bare", action="store_true")
    parser.add_argument("--start", action="store_true")
    parser.add_argument("--starts", action="store_true", help="only how long the window takes to start")
    chosen = parser.parse_args()
    if chosen.bare:
        bare()
    elif chosen.start:
        start_of(chosen.workspace)
    elif chosen.starts:
        starts(chosen.workspace)
    else:
        starts(chosen.workspace)
        run(chosen.workspace)
