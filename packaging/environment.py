"""Makes what the program needs: the system's libraries for Qt, and the environment .venv/ with the Python packages."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"

# What Qt's window, its offscreen mode and its fonts load from a Debian or Ubuntu system.
SYSTEM_LIBRARIES = """
libegl1 libgl1 libopengl0 libglib2.0-0 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 libxkbcommon-x11-0
libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 libwayland-client0 libwayland-cursor0
libwayland-egl1 fonts-dejavu-core
""".split()  # noqa: SIM905 — one name a line would fill the screen


def prepare(*, tests: bool = False) -> None:
    """Install what is missing; a second call finds all in place and takes no time.

    Exits with one sentence where something cannot be installed.
    """
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        sys.exit(f"This program needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}.")
    extra = "test" if tests else "run"
    wanted = _fingerprint(extra)
    stamp = VENV / f"installed-{extra}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    _install_system_libraries()
    if not PYTHON.exists():
        _say("Making the environment .venv …")
        shutil.rmtree(VENV, ignore_errors=True)
        venv.create(VENV, with_pip=True)
    _say("Installing the Python packages (a few minutes the first time) …")
    target = f"{ROOT}[test]" if tests else str(ROOT)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-warn-script-location"]
    if subprocess.run([*pip, "--constraint", str(CONSTRAINTS), "--editable", target], check=False).returncode:
        sys.exit("The Python packages could not be installed; the lines above say why. Mend that and run this again.")
    stamp.write_text(wanted, encoding="utf-8")
    if tests:  # the test environment holds all that running needs
        (VENV / "installed-run").write_text(_fingerprint("run"), encoding="utf-8")


def _fingerprint(extra: str) -> str:
    parts = [(ROOT / "pyproject.toml").read_bytes(), CONSTRAINTS.read_bytes(), sys.version.encode(), extra.encode()]
    return hashlib.sha256(b"\0".join([*parts, str(ROOT).encode()])).hexdigest()


def _install_system_libraries() -> None:
    """On Debian and its kin, install the libraries that Qt loads; elsewhere Qt's wheels or the system hold them."""
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None or shutil.which("dpkg-query") is None:
        return
    missing = [name for name in SYSTEM_LIBRARIES if not _is_installed(name)]
    if not missing:
        return
    if os.geteuid() != 0 and shutil.which("sudo") is None:
        _say(f"These system packages are missing; ask an administrator to install them: {' '.join(missing)}")
        return
    apt = [*(["sudo"] if os.geteuid() else []), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    _say(f"Installing {len(missing)} system libraries for the window …")
    subprocess.run([*apt, "update"], stdout=subprocess.DEVNULL, check=False)
    install = [*apt, "install", "-y", "--no-install-recommends"]
    if subprocess.run([*install, *missing], stdout=subprocess.DEVNULL, check=False).returncode:
        # One name that this release does not know must not keep the others away.
        failed = [name for name in missing if _fails([*install, name])]
        if failed:
            _say(f"Some system packages could not be installed. The window may need them: {' '.join(failed)}")


def _fails(command: list[str]) -> bool:
    return bool(subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode)


def _is_installed(package: str) -> bool:
    # Newer Debian and Ubuntu carry some of these under a name that ends in t64.
    for name in (package, f"{package}t64"):
        asked = subprocess.run(
            ["dpkg-query", "--show", "--showformat=${db:Status-Status}", name],
            capture_output=True,
            text=True,
            check=False,
        )
        if asked.stdout.strip() == "installed":
            return True
    return False


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
