"""Applies files of order lines and of receipts: what is new, what moved, what vanished."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rapidfuzz import fuzz, process
from sqlite_utils import Database

from supplychain_app.domain.progress import IsCancelled, Report
from supplychain_app.exchange.records import Records, Reject
from supplychain_app.exchange.tables import Skipped
from supplychain_app.services import import_nouns
from supplychain_app.storage import imports, line_state

MINOR_DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "KWD": 3, "BHD": 3, "TND": 3}
_INTERNAL = re.compile(
    r"\b(?:from rdc|regional distribution|own warehouse|internal (?:supplier|transfer|warehouse)|eigenes lager|umlagerung|interne?s? lager|"  # noqa: E501
    r"stock transfer|almacen propio|entrepot interne|intercompany)\b"
)
_LEGAL = re.compile(
    r"\b(?:gmbh(?: & co)?(?: kg)?|ag|kg|inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|company|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|aps|"  # noqa: E501
    r"sl|slu|lda|ltda|eireli|sa de cv|pvt|pte|pty|kk|sdn bhd|zoo|sp|doo|kft|sro)\b"
)
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


@dataclass
class Job:
    """One file being applied."""

    db: Database
    import_id: int
    records: Records
    file_name: str
    day: date  # on which we got the file
    report: Report
    cancelled: IsCancelled


@dataclass
class Done:
    """What was done, in counts."""

    added: int = 0
    changed: int = 0
    promises_moved: int = 0
    vanished: int = 0
    unchanged: int = 0
    rejects: list[Reject] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    samples: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def orders(job: Job, *, out_of_order: bool) -> Done:
    """A list of order lines: a first one adds, a later one is compared."""
    records, db, day = job.records, job.db, job.day.isoformat()
    done = Done()
    history = is_history(records)
    supplier_ids = Suppliers(job).ids()
    imports.stage(db, _order_rows(job, supplier_ids, done))
    imports.add_materials(db, job.import_id)
    imports.add_orders(db, job.import_id)
    imports.link_lines(db)
    done.added = imports.add_lines(db, job.import_id, file_name=job.file_name, file_day=day, history=history)
    if not out_of_order:
        done.changed = imports.change_lines(db, job.import_id, file_day=day)
    evidence = f"ERP export of {day_in_words(job.day)} ({job.file_name})"
    if out_of_order:
        imports.correct_assumed_promises(db, job.import_id, file_day=day, evidence=evidence)
    done.promises_moved = imports.add_promises(db, job.import_id, file_day=day, evidence=evidence)
    booked = imports.add_history_receipts(db, job.import_id, file_day=day, history=history)
    line_state.start(db)
    imports.touch_staged(db, job.import_id)
    line_state.finish(db)
    if not history and not out_of_order:
        done.vanished = imports.note_vanished(db, job.import_id, file_day=day)
        imports.settle_vanished(db, job.import_id, listed=True)
    _, done.unchanged = imports.counts_of_staged(db)
    done.samples = imports.samples(db, 40)
    if booked:
        done.notes.append(f"{booked:,} receipts were read from the order lines")
    if out_of_order:
        done.notes.append("a later export was imported before: of this one only new lines and promises are taken")
    if any(name in records.columns for name in ("tracking_number", "container", "shipment_number")):
        import_nouns.shipments_of_lines(job)
    _set_lead_times(job)
    imports.drop_staged(db)
    return done


def receipts(job: Job) -> Done:
    """A list of goods receipts, reversals netted by their movement type."""
    records, db = job.records, job.db
    done = Done()
    imports.stage(db, _receipt_rows(job, done))
    imports.link_lines(db)
    known = _LinesOfOrders(db)
    links: list[tuple[int, int]] = []
    lines, materials = records.get("line"), records.get("material")
    found_rows = {}
    for i, number in enumerate(records.numbers):
        order = records.columns["purchase_order"][i]
        line_id, problem = known.find(order, lines[i], materials[i])
        if line_id is None:
            done.rejects.append(Reject(number, _header(records, "purchase_order"), problem))
        else:
            found_rows[number] = line_id
    links = [(line_id, number) for number, line_id in found_rows.items()]
    imports.set_lines(db, links)
    staged = len(links)
    day = job.day.isoformat()
    added = imports.add_receipts(db, job.import_id, file_day=day)
    line_state.start(db)
    imports.touch_staged(db, job.import_id)
    line_state.finish(db)
    imports.settle_vanished(db, job.import_id, listed=False)
    skipped_rows = {s.row for s in done.skipped}
    done.rejects = [r for r in done.rejects if r.row not in skipped_rows]
    done.added = added
    done.unchanged = max(0, staged - added - sum(1 for number in found_rows if number in skipped_rows))
    imports.drop_staged(db)
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


def _header(records: Records, name: str) -> str:
    return next((m.column for m in records.matches if m.field == name), name)


# --- suppliers --------------------------------------------------------------------------------------------------


def name_key(name: str | None) -> str | None:
    """A supplier's name in plain letters, without its legal form: spellings of one supplier share it.

    >>> name_key("Müller & Söhne GmbH"), name_key("MUELLER & SOEHNE")
    ('muller sohne', 'muller sohne')
    """
    if not name:
        return None
    text = "".join(
        c for c in unicodedata.normalize("NFKD", name.casefold().replace("ß", "ss")) if not unicodedata.combining(c)
    )
    text = text.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace(".", "")
    text = re.sub(r"[^\w&]+", " ", text)
    short = re.sub(r"[\s&]+", " ", _LEGAL.sub(" ", text)).strip()
    return short or re.sub(r"\s+", " ", text).strip() or name.casefold()


class Suppliers:
    """Finds or adds the supplier of each row, by code, else by name."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.by_code = imports.suppliers_by_code(job.db)
        self.by_name = imports.suppliers_by_name(job.db)
        self.memo: dict[tuple[str | None, str | None], int | None] = {}
        self.added = 0

    def ids(self) -> list[int | None]:
        """One supplier id a row; new suppliers are added."""
        records = self.job.records
        codes, names = records.get("supplier_code"), records.get("supplier_name")
        return [self.find(code, name) for code, name in zip(codes, names, strict=True)]

    def find(self, code: str | None, name: str | None) -> int | None:
        pair = (code, name)
        if pair not in self.memo:
            self.memo[pair] = self._find(code, name)
        return self.memo[pair]

    def _find(self, code: str | None, name: str | None) -> int | None:
        key = name_key(name)
        if code is None and key is None:
            return None
        if code is not None and code in self.by_code:
            supplier_id = self.by_code[code]
            if key and key not in self.by_name:
                imports.add_spelling(self.job.db, key, supplier_id)
                self.by_name[key] = (supplier_id, code)
            return supplier_id
        if key is not None and key in self.by_name:
            supplier_id, known_code = self.by_name[key]
            if code is None or known_code is None:
                if code is not None:
                    self.by_code[code] = supplier_id
                    import_nouns.set_supplier_code(self.job, supplier_id, code)
                    self.by_name[key] = (supplier_id, code)
                return supplier_id
        internal = 1 if _INTERNAL.search((name or "").casefold()) else 0
        identity = code if code is not None else f"name:{key}"
        values = {"identity": identity, "code": code, "name": name or code, "internal": internal}
        supplier_id = imports.add_supplier(self.job.db, values, key, self.job.import_id)
        self.added += 1
        if code is not None:
            self.by_code[code] = supplier_id
        if key is not None:
            self.by_name.setdefault(key, (supplier_id, code))
        return supplier_id

    def near(self, name: str) -> str | None:
        """A known spelling that is almost this name."""
        found = process.extractOne(
            name_key(name) or "", list(self.by_name), scorer=fuzz.token_sort_ratio, score_cutoff=92
        )
        return str(found[0]) if found else None


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
                    done.rejects.append(Reject(number, _header(records, "quantity"), "there is no quantity"))
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


class _LinesOfOrders:
    """Finds the order line that a receipt belongs to."""

    def __init__(self, db: Database) -> None:
        self.by_order: dict[str, list[tuple[int, str, str, str | None]]] = {}
        for number, line_id, line, schedule, material in imports.lines_of_orders(db):
            self.by_order.setdefault(number, []).append((line_id, line, schedule, material))

    def find(self, order: str, line: str | None, material: str | None) -> tuple[int | None, str]:  # noqa: PLR0911
        lines = self.by_order.get(order)
        if not lines:
            return None, f"order {order} is not in the workspace: import the orders first"
        if line is not None:
            same = [one for one in lines if one[1] == line]
            if same:
                return same[0][0], ""
        if material is not None:
            same = [one for one in lines if one[3] == material or one[1] == material]
            if same:
                return same[0][0], ""
            if line is None and len(lines) > 1:
                return None, f"order {order} has no line for material {material}"
        if line is None and len(lines) == 1:
            return lines[0][0], ""
        if line is None:
            return None, f"order {order} has {len(lines)} lines, and the row names none"
        return None, f"order {order} has no line {line} in the workspace: import the orders first"


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
                    "goods in blocked stock, not received yet"
                    if movement in ("103", "104")
                    else "not a receipt for an order"
                )
                done.skipped.append(Skipped(number, f"goods movement {movement}: {why}"))
                continue
            sign = MOVEMENTS[movement]
        if amount is None:
            done.rejects.append(Reject(number, _header(records, "received_quantity"), "there is no quantity"))
            continue
        if arrived[i] is None and posted[i] is None:
            done.rejects.append(Reject(number, _header(records, "received_on"), "there is no date of receipt"))
            continue
        if amount == 0 and not rejected[i]:
            done.skipped.append(Skipped(number, "a receipt of nothing"))
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


def _set_lead_times(job: Job) -> None:
    """Order lists may carry the ERP's planned lead time of their material."""
    days, materials = job.records.columns.get("lead_time_days"), job.records.columns.get("material")
    if not days or not materials:
        return
    told = {m: round(d) for m, d in zip(materials, days, strict=True) if m and d is not None and 0 < d < 2000}
    for number, value in told.items():
        import_nouns.change_material(job, number, {"erp_lead_time_days": value})
