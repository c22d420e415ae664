"""Applies files of order lines: what is new, what moved, what vanished."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from supplychain_app.exchange.records import Records, Reject
from supplychain_app.exchange.tables import Skipped
from supplychain_app.services import import_nouns
from supplychain_app.services.import_job import Done, Job, header_of
from supplychain_app.services.import_suppliers import Suppliers
from supplychain_app.storage import import_ledgers, import_lines, import_staging, import_vanished, line_state

MINOR_DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "KWD": 3, "BHD": 3, "TND": 3}


def orders(job: Job, *, out_of_order: bool) -> Done:
    """A list of order lines: a first one adds, a later one is compared."""
    records, db, day = job.records, job.db, job.day.isoformat()
    done = Done()
    history = is_history(records)
    supplier_ids = Suppliers(job).ids()
    import_staging.stage(db, _order_rows(job, supplier_ids, done))
    import_lines.add_materials(db, job.import_id)
    import_lines.add_orders(db, job.import_id)
    import_staging.link_lines(db)
    done.added = import_lines.add_lines(db, job.import_id, file_name=job.file_name, file_day=day, history=history)
    if not out_of_order:
        done.changed = import_lines.change_lines(db, job.import_id, file_day=day)
    evidence = f"ERP export of {day_in_words(job.day)} ({job.file_name})"
    if out_of_order:
        import_ledgers.correct_assumed_promises(db, job.import_id, file_day=day, evidence=evidence)
    done.promises_moved = import_ledgers.add_promises(db, job.import_id, file_day=day, evidence=evidence)
    booked = import_ledgers.add_history_receipts(db, job.import_id, file_day=day, history=history)
    line_state.start(db)
    import_staging.touch_staged(db, job.import_id)
    line_state.finish(db)
    if not history and not out_of_order:
        done.vanished = import_vanished.note_vanished(db, job.import_id, file_day=day)
        import_vanished.settle_vanished(db, job.import_id, listed=True)
    _, done.unchanged = import_staging.counts_of_staged(db)
    done.samples = import_staging.samples(db, 40)
    if booked:
        done.notes.append(f"{booked:,} receipts were read from the order lines")
    if out_of_order:
        done.notes.append("a later export was imported before: of this one only new lines and promises are taken")
    if any(name in records.columns for name in ("tracking_number", "container", "shipment_number")):
        import_nouns.shipments_of_lines(job)
    _set_lead_times(job)
    import_staging.drop_staged(db)
    return done


def is_history(records: Records) -> bool:
    """Does the file list completed lines too (a history), or only what is open (a snapshot)?"""
    arrived = records.columns.get("received_on")
    if arrived and sum(1 for day in arrived if day) > 0.05 * len(arrived):
        return True
    ordered, got = records.columns.get("quantity"), records.columns.get("received_quantity")
    open_left = records.columns.get("open_quantity")
    if ordered and open_left:
        return sum(1 for left in open_left if left == 0) > 0.2 * len(open_left)
    if ordered and got:
        complete = sum(1 for q, r in zip(ordered, got, strict=True) if q is not None and r is not None and r >= q)
        return complete > 0.2 * len(ordered)
    return False


def day_in_words(day: date) -> str:
    """23 Nov 2026, in whatever language the system speaks."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{day.day} {months[day.month - 1]} {day.year}"


# --- rows -------------------------------------------------------------------------------------------------------


def _order_rows(job: Job, supplier_ids: Sequence[int | None], done: Done) -> Iterator[tuple[Any, ...]]:
    records = job.records
    get = records.get
    identities = _line_identities(records, done)
    document = get("receipt_document")
    columns = zip(
        records.numbers, identities, supplier_ids, get("material"), get("description"), get("quantity"), get("open_quantity"),  # noqa: E501
        get("received_quantity"), get("rejected_quantity"), get("unit"), get("unit_price"), get("currency"), get("line_value"),  # noqa: E501
        get("issued_on"), get("created_on"), get("required_on"), get("incoterm"), get("incoterm_place"), get("mode"), get("origin"),  # noqa: E501
        get("destination"), get("country"), get("buyer"), get("status"), get("first_promise"), get("current_promise"),
        get("confirmed_on"), get("received_on"), get("posted_on"), document, strict=True,
    )  # fmt: skip
    has_quantity = "quantity" in records.columns
    for (
        number, identity, supplier_id, material, description, quantity, open_left, got, rejected, unit, price, currency, value,  # noqa: E501
        issued, created, required, incoterm, place, mode, origin, destination, country, buyer, status, first, current,
        confirmed, received, posted, receipt,
    ) in columns:  # fmt: skip
        if identity is None:
            continue
        if quantity is None:
            quantity = (open_left + (got or 0.0)) if open_left is not None else got  # noqa: PLW2901
            if quantity is None or quantity <= 0:
                if has_quantity:
                    done.rejects.append(Reject(number, header_of(records, "quantity"), "there is no quantity"))
                    continue
                quantity = 1.0  # noqa: PLW2901
        if got is None and open_left is not None and 0 <= open_left < quantity:
            got = quantity - open_left  # noqa: PLW2901
        digits = MINOR_DIGITS.get(currency or "", 2)
        if value is None and price is not None:
            value = price * quantity  # noqa: PLW2901
        minor = round(value * 10**digits) if value is not None and abs(value) < 1e15 else None
        yield (
            number, *identity, supplier_id, material, description, quantity, unit, price, currency, minor, issued, created,  # noqa: E501
            required, incoterm, place, mode, origin, destination, country, buyer, status, first, current, confirmed, received,  # noqa: E501
            posted, got, rejected, receipt, None, None,
        )  # fmt: skip


def _line_identities(records: Records, done: Done) -> list[tuple[str, str, str] | None]:
    """Order, line and schedule of each row; stable, so that the same line is known again in the next export."""
    numbers, lines, schedules, ids = (records.get(n) for n in ("purchase_order", "line", "schedule", "row_id"))
    materials, descriptions = records.get("material"), records.get("description")
    has_line, has_id = "line" in records.columns, "row_id" in records.columns
    promises = records.get("current_promise")
    seen: dict[tuple[str, str, str], int] = {}
    rows_seen: dict[tuple[str, str, str], tuple[Any, ...]] = {}
    result: list[tuple[str, str, str] | None] = []
    every = [column for name, column in records.columns.items() if name != "row_id"]
    fallback: Counter[str] = Counter()
    for i, number in enumerate(records.numbers):
        order = numbers[i]
        line = lines[i] if has_line else None
        if line is None and has_id and ids[i] is not None:
            line = ids[i]
        if line is None:
            line = materials[i] or (descriptions[i] or "")[:40] or "1"
            fallback["material" if materials[i] else "description" if descriptions[i] else "place"] += 1
        key = (order, line, schedules[i] or "")
        count = seen[key] = seen.get(key, 0) + 1
        if count > 1:
            content = tuple(column[i] for column in every)
            if rows_seen.get(key) == content or any(
                rows_seen.get((order, line, f"{key[2]}#{n}")) == content for n in range(2, count)
            ):
                done.skipped.append(Skipped(number, f"the same as an earlier row of order {order}, line {line}"))
                seen[key] -= 1
                result.append(None)
                continue
            key = (order, line, f"{key[2]}#{count}")
            rows_seen[key] = content
        else:
            rows_seen[key] = tuple(column[i] for column in every)
        result.append(key)
    if fallback:
        named = ", ".join(f"{name} ({count:,})" for name, count in fallback.most_common())
        done.notes.append(f"there is no line number: lines are told apart by {named}")
    if promises and any(key and "#" in key[2] for key in result):
        done.notes.append(
            "some lines stand in several rows with different dates or quantities: each row is a schedule of its line"
        )
    return result


def _set_lead_times(job: Job) -> None:
    """Order lists may carry the ERP's planned lead time of their material."""
    days, materials = job.records.columns.get("lead_time_days"), job.records.columns.get("material")
    if not days or not materials:
        return
    told = {m: round(d) for m, d in zip(materials, days, strict=True) if m and d is not None and 0 < d < 2000}
    for number, value in told.items():
        import_nouns.change_material(job, number, {"erp_lead_time_days": value})
