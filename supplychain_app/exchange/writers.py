"""Writes tables as CSV, XLSX or calendar files: whole or not at all, and never as a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from supplychain_app.domain.errors import FileError
from supplychain_app.language import grouped, tr

Cell = str | int | float | date | None
MOST_ROWS = 1_048_575  # of one sheet of an XLSX file, below its header
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name, headers and rows."""

    name: str
    headers: Sequence[str]
    rows: Iterable[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Appointment:
    """A day in a calendar, or several; the same uid twice is the same appointment, moved."""

    uid: str
    day: date
    summary: str
    description: str
    last: date | None = None  # where it is more than a day


@contextmanager
def whole_or_nothing(path: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of `path` when the writing went well; FileError when it cannot."""
    straight = path.exists() and not path.is_file()  # a pipe or a device is written to, never replaced
    partial = path if straight else path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.touch()  # where nothing can be written, say so before the work
        yield partial
        if not straight:
            partial.replace(path)
    except OSError as error:
        raise FileError(
            tr(
                "Cannot write {path}: {reason}. Close it elsewhere or choose another place.",
                path=path,
                reason=error.strerror or error,
            )
        ) from error
    finally:
        if not straight and partial.exists():
            partial.unlink()


def write_table(path: Path, sheet: Sheet) -> None:
    """CSV or XLSX, by the file's ending."""
    if path.suffix.lower() == ".xlsx":
        write_workbook(path, [sheet])
    elif path.suffix.lower() == ".csv":
        write_csv(path, sheet)
    else:
        raise FileError(tr("{name} must end in .csv or .xlsx to say which kind of file to write.", name=path.name))


def write_csv(path: Path, sheet: Sheet) -> None:
    """UTF-8 with a mark, so that a spreadsheet opens it right; dates as ISO 8601."""
    with whole_or_nothing(path) as partial, partial.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(sheet.headers)
        out.writerows([_plain(cell) for cell in row] for row in sheet.rows)


def write_workbook(path: Path, sheets: Sequence[Sheet]) -> None:
    """XLSX with frozen headers and filters; texts are written as texts, dates as dates."""
    import xlsxwriter

    with whole_or_nothing(path) as partial:
        book = xlsxwriter.Workbook(str(partial), {"constant_memory": True, "strings_to_formulas": False})
        head = book.add_format({"bold": True, "bottom": 1, "bottom_color": "#C9CED4"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        try:
            for sheet in sheets:
                _write_sheet(book.add_worksheet(sheet.name[:31]), sheet, head, day)
        finally:
            book.close()


def write_calendar(path: Path, name: str, appointments: Iterable[Appointment], *, stamp: datetime) -> None:
    """An .ics file of whole-day appointments."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//supplychain-app//arrivals//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for one in appointments:
        event = Event()
        event.add("uid", one.uid)
        event.add("dtstamp", stamp.astimezone(UTC))
        event.add("dtstart", one.day)
        event.add("dtend", (one.last or one.day) + timedelta(days=1))
        event.add("summary", one.summary)
        event.add("description", one.description)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    with whole_or_nothing(path) as partial:
        partial.write_bytes(calendar.to_ical())


def _write_sheet(target: Any, sheet: Sheet, head: Any, day: Any) -> None:
    for column, name in enumerate(sheet.headers):
        target.set_column(column, column, max(10, min(42, len(name) + 4)))
    target.freeze_panes(1, 0)
    for column, name in enumerate(sheet.headers):
        target.write_string(0, column, name, head)
    last = 0
    for last, row in enumerate(sheet.rows, start=1):
        if last > MOST_ROWS:
            raise FileError(
                tr(
                    "{name} has more than {most} rows, which XLSX cannot hold. Write it as .csv.",
                    name=sheet.name,
                    most=grouped(MOST_ROWS),
                )
            )
        for column, cell in enumerate(row):
            if cell is None or cell == "":
                continue
            if isinstance(cell, str):
                target.write_string(last, column, cell)
            elif isinstance(cell, date):
                target.write_datetime(last, column, datetime(cell.year, cell.month, cell.day), day)
            else:
                target.write_number(last, column, cell)
    if sheet.headers:
        target.autofilter(0, 0, last, len(sheet.headers) - 1)


def _plain(cell: Cell) -> str | int | float:
    """A cell as CSV: no text may start as a formula would, in whatever program opens the file."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, str) and cell.startswith(_FORMULA) and not _is_number(cell):
        return f"'{cell}"
    return cell


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
