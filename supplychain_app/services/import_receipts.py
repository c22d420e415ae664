"""Applies files of goods receipts, reversals netted by their movement type."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from supplychain_app.exchange.records import Reject
from supplychain_app.exchange.tables import Skipped
from supplychain_app.language import tr
from supplychain_app.services.import_job import Done, Job, header_of, unknown_line, unknown_order
from supplychain_app.storage import import_ledgers, import_staging, import_vanished, line_state
from supplychain_app.storage.connection import Database

# Goods movements of SAP's inventory management: +1 comes in, -1 goes back out.
MOVEMENTS = {
    "101": 1,
    "102": -1,
    "105": 1,
    "106": -1,
    "107": 1,
    "108": -1,
    "109": 1,
    "110": -1,
    "122": -1,
    "123": 1,
    "161": -1,
    "162": 1,
}


def receipts(job: Job) -> Done:
    """A list of goods receipts, reversals netted by their movement type."""
    records, db = job.records, job.db
    done = Done()
    import_staging.stage(db, _receipt_rows(job, done))
    import_staging.link_lines(db)
    known = LinesOfOrders(db)
    links: list[tuple[int, int]] = []
    lines, materials = records.get("line"), records.get("material")
    found_rows = {}
    for i, number in enumerate(records.numbers):
        order = records.columns["purchase_order"][i]
        line_id, problem = known.find(order, lines[i], materials[i])
        if line_id is None:
            done.rejects.append(Reject(number, header_of(records, "purchase_order"), problem))
        else:
            found_rows[number] = line_id
    links = [(line_id, number) for number, line_id in found_rows.items()]
    import_staging.set_lines(db, links)
    staged = len(links)
    day = job.day.isoformat()
    added = import_ledgers.add_receipts(db, job.import_id, file_day=day)
    line_state.start(db)
    import_staging.touch_staged(db, job.import_id)
    line_state.finish(db)
    import_vanished.settle_vanished(db, job.import_id, listed=False)
    skipped_rows = {s.row for s in done.skipped}
    done.rejects = [r for r in done.rejects if r.row not in skipped_rows]
    done.added = added
    done.unchanged = max(0, staged - added - sum(1 for number in found_rows if number in skipped_rows))
    import_staging.drop_staged(db)
    return done


class LinesOfOrders:
    """Finds the order line that a receipt belongs to."""

    def __init__(self, db: Database) -> None:
        self.by_order: dict[str, list[tuple[int, str, str, str | None]]] = {}
        for number, line_id, line, schedule, material in import_staging.lines_of_orders(db):
            self.by_order.setdefault(number, []).append((line_id, line, schedule, material))

    def find(self, order: str, line: str | None, material: str | None) -> tuple[int | None, str]:  # noqa: PLR0911
        lines = self.by_order.get(order)
        if not lines:
            return None, unknown_order(order)
        if line is not None:
            same = [one for one in lines if one[1] == line]
            if same:
                return same[0][0], ""
        if material is not None:
            same = [one for one in lines if one[3] == material or one[1] == material]
            if same:
                return same[0][0], ""
            if line is None and len(lines) > 1:
                return None, tr("order {order} has no line for material {material}", order=order, material=material)
        if line is None and len(lines) == 1:
            return lines[0][0], ""
        if line is None:
            return None, tr("order {order} has {count} lines, and the row names none", order=order, count=len(lines))
        return None, unknown_line(order, line)


def _receipt_rows(job: Job, done: Done) -> Iterator[tuple[Any, ...]]:
    records = job.records
    get = records.get
    orders_, lines, materials = get("purchase_order"), get("line"), get("material")
    amounts, rejected = get("received_quantity"), get("rejected_quantity")
    arrived, posted, documents, items, movements = (
        get(n) for n in ("received_on", "posted_on", "receipt_document", "receipt_line", "movement_type")
    )
    seen: Counter[str] = Counter()
    has_movements = "movement_type" in records.columns
    for i, number in enumerate(records.numbers):
        movement, amount = movements[i], amounts[i]
        sign = 1
        if has_movements and movement and movement.isdigit():
            if movement not in MOVEMENTS:
                why = (
                    tr("goods movement {movement}: goods in blocked stock, not received yet", movement=movement)
                    if movement in ("103", "104")
                    else tr("goods movement {movement}: not a receipt for an order", movement=movement)
                )
                done.skipped.append(Skipped(number, why))
                continue
            sign = MOVEMENTS[movement]
        if amount is None:
            done.rejects.append(Reject(number, header_of(records, "received_quantity"), tr("there is no quantity")))
            continue
        if arrived[i] is None and posted[i] is None:
            done.rejects.append(Reject(number, header_of(records, "received_on"), tr("there is no date of receipt")))
            continue
        if amount == 0 and not rejected[i]:
            done.skipped.append(Skipped(number, tr("a receipt of nothing")))
            continue
        signed = -abs(amount) if sign < 0 else amount if not movement else abs(amount)
        key = "|".join(
            str(part if part is not None else "")
            for part in (
                orders_[i],
                lines[i],
                materials[i] if lines[i] is None else None,
                documents[i],
                items[i],
                movement,
                arrived[i] or posted[i],
                f"{signed:g}",
            )
        )
        seen[key] += 1
        fingerprint = f"receipt|{key}" + (f"|{seen[key]}" if seen[key] > 1 else "")
        yield (
            number, orders_[i], lines[i], "", None, materials[i], None, None, None, None, None, None, None, None, None, None, None,  # noqa: E501
            None, None, None, None, None, None, None, None, None, arrived[i], posted[i], signed, rejected[i], documents[i],  # noqa: E501
            movement, fingerprint,
        )  # fmt: skip
