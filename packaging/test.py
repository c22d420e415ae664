"""Sets everything up and passes the checks: `python3 packaging/test.py [PYTEST ARGUMENTS]`."""

import os
import subprocess
import sys

import environment

CHECKS = (
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
)


def main() -> int:
    """Prepare, then lint, type-check and test; the first failure is the exit code. With arguments, pytest alone."""
    environment.prepare(tests=True)
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    arguments = sys.argv[1:]
    steps = [] if arguments else [[*check] for check in CHECKS]
    steps.append(["pytest", *(arguments or ["-n", "auto", "--dist", "loadfile"])])
    for step in steps:
        print("$", *step, flush=True)
        command = [str(environment.PYTHON), "-m", *step]
        code = subprocess.run(command, cwd=environment.ROOT, env=surroundings, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
