"""What the first screen may import: each library read before it is painted is time the user waits for the window."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ALLOWED = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap", "supplychain_app"}
OF_START_WINDOW = {"platformdirs"}  # small: where the demo lies
SLOW = {"asyncio", "email", "http", "ssl", "sqlite3.dump", "unittest", "urllib.request", "xml"}
"""Of the standard library: each brings much with it."""

START = """
import sys, threading

class Recorder:
    '''Notes what the window's thread imports; a worker may read what it likes meanwhile.'''

    def __init__(self):
        self.names = []

    def find_spec(self, name, path=None, target=None):
        if threading.current_thread() is threading.main_thread():
            self.names.append(name)

recorder = Recorder()
sys.meta_path.insert(0, recorder)

import json, os
from datetime import date
from pathlib import Path
from supplychain_app.ui import app as starting

app = starting.App(starting.application(), today=date(2026, 11, 23))
app.start(Path(sys.argv[1]) if sys.argv[1:] else None)
app.window.grab()
there = [name for name in recorder.names if name in sys.modules]
print(json.dumps([type(app.window).__name__, there]), flush=True)
os._exit(0)
"""


def imported_at_start(home: Path, *workspace: Path) -> tuple[str, list[str]]:
    """The class of the first window, and what its thread asked for until it was painted."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(home)}
    command = [sys.executable, "-c", START, *map(str, workspace)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, timeout=120)
    window, names = json.loads(done.stdout)
    return window, names


def libraries(names: list[str]) -> set[str]:
    """Packages that are neither ours nor Python's own."""
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names


@pytest.mark.parametrize("on_a_workspace", [False, True])
def test_the_first_screen_reads_no_library_but_qt(on_a_workspace: bool, small: Path, tmp_path: Path) -> None:
    window, names = imported_at_start(tmp_path, *([small] if on_a_workspace else []))
    assert window == ("MainWindow" if on_a_workspace else "StartWindow")
    assert ("supplychain_app.ui.today.screen" in names) == on_a_workspace
    found = libraries(names) - ALLOWED - (set() if on_a_workspace else OF_START_WINDOW)
    assert not found, f"before the first paint: {sorted(found)}"


def test_the_first_screen_reads_little_of_the_standard_library(small: Path, tmp_path: Path) -> None:
    _, names = imported_at_start(tmp_path, small)
    assert not SLOW & set(names)
    others = {name for name in names if name.startswith("supplychain_app.ui.") and name.endswith(".screen")}
    assert others == {"supplychain_app.ui.shared.screen", "supplychain_app.ui.today.screen"}
