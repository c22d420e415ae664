"""Fixtures every test may use: a fresh workspace, and no way out of this machine."""

import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from supplychain_app.storage.connection import Database

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

# The same examples in every run: a property that fails does so for everyone.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.load_profile("steady")

# Settings, logs and the list of recent files of whoever runs the tests are left alone.
_HOME = tempfile.mkdtemp(prefix="inbound-tests-")
for _name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = _HOME

SHARED = Path(__file__).parents[2] / "shared" / "data"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """The path of a fresh, empty workspace file."""
    from supplychain_app.storage import database

    path = tmp_path / "workspace.db"
    database.create_file(path).close()
    return path


@pytest.fixture
def db(workspace: Path) -> Iterator[Database]:
    """A connection to a fresh, empty workspace."""
    from supplychain_app.storage import database

    connection = database.open_file(workspace)
    yield connection
    connection.close()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data; tests that need it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real data is not here")
    return SHARED


@pytest.fixture(autouse=True)
def _stay_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection to another machine fails the test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else address
        local = not isinstance(address, tuple) or str(host).startswith("127.") or host in ("::1", "localhost")
        assert local, f"a test tried to reach {host}"
        return connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)
