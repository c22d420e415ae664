"""Makes the README's pictures from the demo workspace: `python packaging/screenshots.py [WORKSPACE]`."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()  # the pictures do not depend on anyone's settings

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from supplychain_app.services import demo
from supplychain_app.ui import app as application
from supplychain_app.ui.main_window import MainWindow

PICTURES = Path(__file__).resolve().parents[1] / "resources" / "pictures"
SHOWN = (
    ("today", "light"),
    ("orders", "light"),
    ("shipments", "light"),
    ("suppliers", "light"),
    ("lead_times", "light"),
    ("weak_links", "light"),
    ("scorecards", "light"),
    ("communications", "light"),
    ("today", "dark"),
    ("weak_links", "dark"),
)
SIZE = (1366, 768)


def main() -> None:
    """Open the demo, go through the screens, and save a picture of each."""
    workspace = Path(sys.argv[1]) if len(sys.argv) > 1 else demo.default_path()
    if not workspace.exists():
        demo.make(workspace)
    PICTURES.mkdir(parents=True, exist_ok=True)
    qt = application.application()
    for scheme in dict.fromkeys(scheme for _, scheme in SHOWN):
        QSettings().setValue("scheme", scheme)
        app = application.App(qt)
        app.start(workspace)
        window = app.window
        assert isinstance(window, MainWindow)
        window.resize(*SIZE)
        for name in [name for name, of in SHOWN if of == scheme]:
            window.go(name)
            settle(window)
            ending = "" if scheme == "light" else f"-{scheme}"
            window.grab().save(str(PICTURES / f"{name.replace('_', '-')}{ending}.png"))
            print(f"{name} ({scheme})", flush=True)
        window.close()


def settle(window: MainWindow) -> None:
    """Wait until every job that the screen started has answered, and its charts are drawn."""
    quiet = 0
    while quiet < 5:
        pause = QEventLoop()  # QTest.qWait would keep the workers from running
        QTimer.singleShot(150, pause.quit)
        pause.exec()
        quiet = 0 if window.session.jobs.running else quiet + 1


if __name__ == "__main__":
    main()
