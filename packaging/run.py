"""Sets everything up and runs the program: `python3 packaging/run.py [ARGUMENTS]`; without arguments, the demo."""

import subprocess
import sys

import environment


def main() -> int:
    """Prepare, then hand over to the program with the same arguments and exit code."""
    environment.prepare()
    arguments = sys.argv[1:] or ["demo"]
    try:
        return subprocess.run([str(environment.PYTHON), "-m", "supplychain_app", *arguments], check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
