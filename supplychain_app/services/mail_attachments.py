"""What came with a mail: tables as rows of words, and a returned open-order workbook; what is not read is told."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from supplychain_app.domain.errors import FileError
from supplychain_app.exchange import workbook
from supplychain_app.exchange.workbook import Returned
from supplychain_app.language import tr
from supplychain_app.mail.messages import Attachment

LARGEST = 5_000_000  # bytes of a table
MOST_BYTES, MOST_CELLS = 200_000_000, 2_000_000  # of a workbook, unpacked
MOST_FILES, MOST_SHEETS, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 10, 3, 2_000, 60, 200
_TABLES = (".csv", ".xlsx", ".xls", ".ods")


@dataclass(frozen=True)
class Attached:
    """Tables as rows of cells between bars, the names of returned open-order workbooks, and what was not read."""

    sheets: tuple[str, ...] = ()
    workbooks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    file_id: str | None = None  # of the first of these workbooks: which of our mails it went out with


def read_attached(attachments: Sequence[Attachment]) -> Attached:
    """What the attachments of a mail hold."""
    sheets: list[str] = []
    workbooks: list[str] = []
    notes: list[str] = []
    file_ids: list[str | None] = []
    tables = [one for one in attachments if Path(one.name).suffix.lower() in _TABLES and one.content is not None]
    if len(tables) > MOST_FILES:
        notes.append(tr("{count} tables are attached; the first {most} were read.", count=len(tables), most=MOST_FILES))
    for one in tables[:MOST_FILES]:
        if one.size > LARGEST:
            notes.append(
                tr(
                    "{name} has {megabytes:.0f} MB and was not read; import it as a file.",
                    name=one.name,
                    megabytes=one.size / 1e6,
                )
            )
            continue
        try:
            found = _rows(one)
        except FileError as error:
            notes.append(str(error))
            continue
        if isinstance(found, Returned):
            workbooks.append(one.name)
            file_ids.append(found.file_id)
        else:
            sheets += found
    return Attached(tuple(sheets), tuple(workbooks), tuple(notes), next(filter(None, file_ids), None))


def _rows(one: Attachment) -> list[str] | Returned:
    """The sheets of a table; as such an open-order workbook of ours, whose facts are no news."""
    from supplychain_app.exchange import extents, readers

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / one.name
        path.write_bytes(one.content or b"")
        if (one.content or b"")[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
            extents.check(path, most_bytes=MOST_BYTES, most_cells=MOST_CELLS)
        grids = readers.read(path)
        if path.suffix.lower() in workbook.ENDINGS and workbook.is_ours(path):
            return workbook.read(path)
    return [
        "\n".join(
            " | ".join(str(cell)[:LONGEST_CELL].replace("|", "/").replace("\n", " ") for cell in row[:MOST_COLUMNS])
            for row in grid.rows[:MOST_ROWS]
        )
        for grid in grids[:MOST_SHEETS]
    ]
