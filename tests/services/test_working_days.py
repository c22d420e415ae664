"""The calendar of one supplier is the one that it has among all."""

from datetime import date

from supplychain_app.domain.calendars import NO_COUNTRY, Kind, OwnDays
from supplychain_app.services import working_days
from supplychain_app.storage.connection import Database


def test_one_calendar_is_the_same_as_among_all(db: Database) -> None:
    known: list[dict[str, str | None]] = [
        {"country": "DE", "time_zone": "Europe/Berlin"},
        {"country": None, "time_zone": None},
        {"country": "", "time_zone": "Asia/Tokyo"},
        {"country": None, "time_zone": None},
    ]
    ids = []
    for number, place in enumerate(known):
        row = {"identity": f"S{number}", "name": f"Supplier {number}", "recorded_at": "x"} | place
        ids.append(int(db["supplier"].insert(row).last_pk))
    closed = OwnDays(date(2026, 8, 3), date(2026, 8, 21), reason="Summer shutdown")
    working_days.add(db, ids[0], closed)
    working_days.add(db, ids[0], OwnDays(date(2026, 10, 1), date(2026, 12, 31), Kind.SATURDAYS))
    working_days.add(db, ids[3], closed)
    working_days.add(db, None, OwnDays(date(2026, 12, 24), date(2026, 12, 31)))
    among_all = working_days.calendars(db)
    assert [working_days.of_supplier(db, one) for one in ids] == [among_all.of(one) for one in ids]
    assert working_days.of_supplier(db, ids[3]).next_closure(date(2026, 7, 1)) == closed
    order = db["purchase_order"].insert({"number": "1", "recorded_at": "x"}).last_pk
    line = {"purchase_order_id": order, "quantity": 1.0, "entered_on": "2026-10-01", "recorded_at": "x"}
    of_first = int(db["order_line"].insert(line | {"line": "1", "supplier_id": ids[0]}).last_pk)
    of_nobody = int(db["order_line"].insert(line | {"line": "2"}).last_pk)
    assert working_days.of_line(db, of_first) == among_all.of(ids[0])
    assert working_days.of_line(db, of_nobody) == NO_COUNTRY
