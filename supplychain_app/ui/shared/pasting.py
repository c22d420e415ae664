"""Tells what was copied: rows of a spreadsheet, one word to look for, or other text such as a mail's."""

from enum import Enum

from supplychain_app.language import tr

LONGEST_WORD = 60
NO_ROWS = tr("There is no table on the clipboard. Copy rows with their header in a spreadsheet.")


class Copied(Enum):
    """What may be on the clipboard."""

    NOTHING = "nothing"
    ROWS = "rows"
    WORD = "word"
    TEXT = "text"


def what_is(text: str) -> Copied:
    """Rows have the same tabs in each; a mail with a table in it has lines without. A single cell is one word."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return Copied.NOTHING
    tabs = {line.count("\t") for line in lines}
    if len(lines) > 1 and len(tabs) == 1 and tabs != {0}:
        return Copied.ROWS
    if len(lines) == 1 and len(lines[0].split()) == 1 and len(lines[0].strip()) <= LONGEST_WORD:
        return Copied.WORD
    return Copied.TEXT
