"""Workbooks that cannot be read: one sentence each."""

import os
from pathlib import Path

import pytest

from supplychain_app.domain.errors import FileError
from supplychain_app.exchange import readers

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cut.xlsx", b"PK\x03\x04" + b"\x00" * 200),
        ("cut.xls", OLE + b"\x00" * 4000),
        ("noise.xls", OLE + bytes(range(256)) * 8),
        ("short.xls", OLE),
    ],
)
def test_broken_workbooks_are_refused(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FileError, match=name):
        readers.read(path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may read every file")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "closed.csv"
    path.write_text("PO,Line\n1,2\n")
    path.chmod(0)
    with pytest.raises(FileError, match=r"closed\.csv"):
        readers.read(path)
