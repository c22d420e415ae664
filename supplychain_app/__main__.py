"""The window, or the command line."""

import os
import sys
from pathlib import Path

from supplychain_app.language import LANGUAGE_VARIABLE


def main() -> int:
    """Start the program with the arguments of this process."""
    if os.environ.get(LANGUAGE_VARIABLE):
        from supplychain_app.ui import translation

        translation.begin()  # before a command is imported
    from supplychain_app.cli.main import main as run

    return run(open_window=open_window)


def open_window(path: Path | None) -> int:
    """Show the window on a workspace, or its start screen; Qt is loaded only now."""
    from supplychain_app.ui import translation

    translation.begin()  # before the screens: they say most of their words as they are read
    from supplychain_app.ui.app import run

    return run(path)


if __name__ == "__main__":
    sys.exit(main())
