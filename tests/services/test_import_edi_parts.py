"""A line that an acknowledgement confirms in parts has a promise for each of them, as from mails and workbooks."""

from pathlib import Path

import pytest

from supplychain_app.services import importing
from supplychain_app.storage.connection import Database
from tests.exchange.edi_messages import isa
from tests.services.test_import_edi import brought, counts, lines, ordered

__all__ = ["ordered"]

PARTS = [("2026-12-10", 20.0), ("2026-12-18", 30.0)]
PO1 = "PO1*20*50*EA*3.1**BP*R-4712~\n"
LIN = "LIN+2+3'\nPIA+5+R-4712:IN'\nQTY+21:50'\n"


def x12(body: str, day: str = "20261120") -> bytes:
    return isa(f"ST*855*0001~\nBAK*00*AC*4500012345*20261101*****{day}~\n{body}CTT*1~\nSE*9*0001~\n")


def edifact(body: str, day: str = "20261120") -> str:
    head = f"UNH+1+ORDRSP:D:96A:UN'\nBGM+231+SO-778+9+AC'\nDTM+137:{day}:102'\nRFF+ON:4500012345'\n"
    return f"UNB+UNOC:3+S:14+B:14+261120:1015+77'\n{head}{body}UNS+S'\nUNT+9+1'\nUNZ+1+77'\n"


def part(number: int, amount: int, day: str) -> str:
    """A line of its own for a part of our line 20."""
    return f"LIN+{number}+5'\nPIA+5+R-4712:IN'\nQTY+113:{amount}'\nDTM+69:{day}:102'\nRFF+ON:4500012345:20'\n"


def told(db: Database, line: str = "20") -> list[tuple[str, float | None]]:
    """The promises of a line that came by EDI, as they were added."""
    of_line = "order_line_id = (select id from order_line where line = ?) and source = 'edi'"
    return [(row["promised_on"], row["quantity"]) for row in db["promise"].rows_where(of_line, [line], order_by="id")]


@pytest.mark.parametrize(
    "message",
    [
        x12(f"{PO1}ACK*IC*20*EA*067*20261210~\nACK*IC*30*EA*067*20261218~\n"),
        x12(f"{PO1}ACK*DR*30*EA*067*20261218~\nACK*IA*20*EA*067*20261210~\n"),  # the later one first
        x12(f"{PO1}ACK*IA*20*EA~\nDTM*067*20261210~\nACK*DR*30*EA~\nDTM*067*20261218~\n"),
        x12(f"{PO1}ACK*IA*50*EA*067*20261218~\nSCH*20*EA***067*20261210~\nSCH*30*EA***067*20261218~\n"),
        x12(f"{PO1}ACK*IA*50*EA~\nSCH*20*EA***068*20261205**067*20261210~\nSCH*30*EA***067*20261218~\n"),
        x12(f"{PO1}ACK*IA*20*EA*067*20261210~\n{PO1}ACK*IA*30*EA*067*20261218~\n"),
        x12(f"{PO1}ACK*IA*12*EA*067*20261210~\nACK*IA*8*EA*067*20261210~\nACK*IA*30*EA*067*20261218~\n"),
        edifact(f"{LIN}SCC+1'\nQTY+113:20'\nDTM+67:20261210:102'\nSCC+1'\nQTY+113:30'\nDTM+67:20261218:102'\n"),
        edifact(f"{LIN}SCC+1'\nDTM+67:20261210:102'\nQTY+113:20'\nSCC+1'\nDTM+67:20261218:102'\nQTY+113:30'\n"),
        edifact(f"{LIN}SCC+1'\nQTY+113:20'\nDTM+67:20261210:102'\nQTY+113:30'\nDTM+67:20261218:102'\n"),
        edifact(f"{LIN}QTY+113:20'\nDTM+69:20261210:102'\nQTY+83:30'\nDTM+69:20261218:102'\n"),
        edifact(f"{LIN}SCC+1'\nQTY+11:20'\nDTM+2:20261201:102'\nDTM+69:20261210:102'\nSCC+1'\nQTY+11:30'\nDTM+69:20261218:102'\n"),
        edifact(part(1, 20, "20261210") + part(2, 30, "20261218")),
        edifact(part(1, 30, "20261218") + part(2, 20, "20261210")),
        edifact(
            "LIN+20+3'\nPIA+5+R-4712:IN'\nLIN+21+5++1:20'\nQTY+113:20'\nDTM+69:20261210:102'\n"
            "LIN+22+5++1:20'\nQTY+113:30'\nDTM+69:20261218:102'\n"
        ),
    ],
)  # fmt: skip
def test_each_part_is_a_promise_and_the_last_stands_for_the_line(
    db: Database, tmp_path: Path, message: bytes | str
) -> None:
    before = list(db["order_line"].rows), counts(db)
    result = brought(db, tmp_path, message)
    assert told(db) == PARTS
    assert (result.promises_moved, result.added, len(result.rejected)) == (1, 0, 0)
    assert lines(db)["20"]["current_promise"] == "2026-12-18"
    importing.undo(db, result.import_id)
    assert (list(db["order_line"].rows), counts(db)) == before


@pytest.mark.parametrize(
    ("message", "promises"),
    [
        (x12(f"{PO1}ACK*IA*20*EA*067*20261210~\nACK*IA*30*EA*067*20261210~\n"), [("2026-12-10", 50.0)]),  # two lorries
        (edifact(f"{LIN}QTY+113:50'\nDTM+72:20261210:102'\nDTM+75:20261218:102'\n"), [("2026-12-18", 50.0)]),
        (edifact(f"{LIN}QTY+113:50'\nQTY+83:0'\nDTM+69:20261210:102'\n"), [("2026-12-10", 50.0)]),
        (edifact(f"{LIN}QTY+113:50'\nDTM+17:20261208:102'\nDTM+69:20261210:102'\n"), [("2026-12-10", 50.0)]),
        (edifact(f"{LIN}DTM+69:2026121020261218:718'\n"), [("2026-12-18", None)]),
    ],
)
def test_several_dates_of_one_delivery_are_one_promise(
    db: Database, tmp_path: Path, message: bytes | str, promises: list[tuple[str, float | None]]
) -> None:
    brought(db, tmp_path, message)
    assert told(db) == promises


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (x12(f"{PO1}ACK*IA*20*EA*067*20261210~\nACK*IB*30*EA~\n"), "in backorder"),
        (x12(f"{PO1}ACK*IA*20*EA*067*20261210~\nACK*IR*30*EA*067*20261218~\n"), "rejected"),
        (edifact(part(1, 20, "20261210") + part(2, 30, "20261218").replace("+2+5'", "+2+7'")), "not accepted"),
    ],
)
def test_a_part_that_is_refused_or_waits_asks_what_now(
    db: Database, tmp_path: Path, message: bytes | str, words: str
) -> None:
    brought(db, tmp_path, message)
    assert told(db) == [("2026-12-10", 20.0)]
    assert lines(db)["20"]["acknowledged_on"] == "2026-11-20"
    assert [row["words"] for row in db["question"].rows] == [f"Line 20: {words}. What now?"]


def test_parts_told_again_add_nothing_and_other_parts_do(db: Database, tmp_path: Path) -> None:
    brought(db, tmp_path, edifact(part(1, 20, "20261210") + part(2, 30, "20261218")))
    again = brought(db, tmp_path, edifact(part(1, 20, "20261210") + part(2, 30, "20261218"), "20261121"), "again.edi")
    assert (again.promises_moved, again.changed, again.unchanged) == (0, 0, 1)
    assert told(db) == PARTS
    moved = brought(db, tmp_path, edifact(part(1, 10, "20261210") + part(2, 40, "20261218"), "20261122"), "moved.edi")
    assert (moved.promises_moved, moved.changed) == (0, 1)  # the line is complete on the same day
    whole = brought(db, tmp_path, edifact(part(1, 50, "20261218"), "20261123"), "whole.edi")
    assert whole.changed == 1  # and now comes whole
    assert told(db) == [*PARTS, ("2026-12-10", 10.0), ("2026-12-18", 40.0), ("2026-12-18", 50.0)]
