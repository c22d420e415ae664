"""Single sentences in nine languages, each with the dates that it promises for open lines; written to mend the reader.

A line holds the sender's country, the open lines of order 4500012345, the subject, the text (`\\n` is a new line), and
what it should yield: line and day, or `-`. All were sent on 23 November 2026, when the lines stood at 4 December.
"""

from datetime import date
from pathlib import Path

from supplychain_app.mail.reading import read
from supplychain_app.mail.references import KnownLine

SENT_ON, STANDS = date(2026, 11, 23), date(2026, 12, 4)
ORDER = "4500012345"
PARTS = {"10": ("A-100", "flange"), "20": ("B-200", "bracket"), "30": ("C-300", "housing")}
LEAST = 0.98
"""Precision and recall that a change must not fall below."""

Pair = tuple[str, date]


def _expected(label: str) -> set[Pair]:
    parts = [part.split() for part in label.split(";")] if label != "-" else []
    days = ((line, tuple(map(int, day.split("-")))) for line, day in parts)
    return {(line, date(2026 if month >= SENT_ON.month else 2027, month, day)) for line, (month, day) in days}


def _read(country: str, lines: list[str], subject: str, text: str) -> set[Pair]:
    known = [
        KnownLine(ORDER, line, PARTS[line][0], number, promised_on=STANDS, description=PARTS[line][1])
        for number, line in enumerate(lines)
    ]
    reading = read(text.replace("\\n", "\n"), subject=subject, sent_on=SENT_ON, country=country, known=known)
    promised = [one for one in reading.suggestions if one.kind == "delivery"]
    return {(line, one.promised_on) for one in promised for line in ([one.line] if one.line else lines)}


def test_sentences_are_read() -> None:
    hits = extra = missed = 0
    rows = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    for row in rows:
        country, lines, subject, text, label = row.split(" | ")
        expected, found = _expected(label), _read(country, lines.split(), subject, text)
        hits, extra, missed = (
            hits + len(found & expected),
            extra + len(found - expected),
            missed + len(expected - found),
        )
        if found != expected:
            print(row, sorted(found))
    assert len(rows) >= 400
    assert hits / (hits + extra) >= LEAST
    assert hits / (hits + missed) >= LEAST
