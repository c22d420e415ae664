"""The window, or the command line."""

import sys


def main() -> int:
    """Start the program with the arguments of this process."""
    from supplychain_app.cli.main import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
