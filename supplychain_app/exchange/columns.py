"""Recognises which column is which field, from headers and contents together, as one assignment."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from supplychain_app.domain import identifiers
from supplychain_app.domain.errors import ImportRefused
from supplychain_app.exchange import numbers
from supplychain_app.exchange.assignment import best_assignment
from supplychain_app.exchange.layouts import known_layout
from supplychain_app.exchange.profiles import SAMPLE, Profile, is_missing, profile
from supplychain_app.exchange.tables import GROUP_HEADER, Table
from supplychain_app.exchange.vocabulary import CONTENT, FIELDS_OF_KIND, HEADERS, NOT_IMPORTED
from supplychain_app.exchange.words import CONFIRMED, nearness, normalise
from supplychain_app.language import grouped, tr

ENOUGH = 0.5
_LONG_NUMBER = re.compile(r"\d{5}")
KINDS = ("orders", "receipts", "shipments", "suppliers", "materials", "communications")


@dataclass(frozen=True)
class ColumnMatch:
    """A column, the field it holds, and why we think so."""

    column: str
    field: str
    evidence: str


@dataclass(frozen=True)
class Recognition:
    """What a table is: its kind, the program it comes from, and its columns by field (column index)."""

    kind: str
    layout: str | None
    columns: dict[str, int]
    evidence: dict[str, str]
    score: float


def recognise(table: Table, *, kind: str = "auto", mapping: Mapping[str, str] | None = None) -> Recognition:
    """Find the kind of a table and the field of each column; `mapping` (field -> column) is taken as given."""
    step = max(1, table.rows // SAMPLE)
    profiles = [profile(column[::step]) for column in table.columns]
    table = replace(table, raw_headers=_by_their_neighbours(table.raw_headers))
    fixed = _fixed(table, mapping or {})
    layout = known_layout(table.raw_headers)
    if kind == "auto":
        everything, why, _ = _assign(table, profiles, frozenset(HEADERS) - NOT_IMPORTED, fixed)
        _number_that_is_tracked(everything, why, table)
        kind = _kind(everything, profiles, table)
    columns, evidence, score = _assign(table, profiles, FIELDS_OF_KIND[kind], fixed)
    if kind == "shipments":
        _number_that_is_tracked(columns, evidence, table)
    _prefer_twins(kind, columns, evidence, table, profiles, fixed)
    _use_arithmetic(table, columns, evidence)
    return Recognition(kind, layout, columns, evidence, score)


CHOSEN_BY_YOU = tr("chosen by you")
_ITEM = frozenset(
    ["item", "line", "pos", "position", "poste", "posicion", "posicao", "item", "number", "line", "number", "zeile"]
)


def _by_their_neighbours(headers: Sequence[str]) -> list[str]:
    """An “Item” right after the material document is that document's item, not the order's."""
    result = list(headers)
    if sum(1 for h in headers if normalise(h) in _ITEM) < 2:
        return result
    for i in range(1, len(headers)):
        before = nearness(headers[i - 1])
        if normalise(headers[i]) in _ITEM and before.get("receipt_document", (0.0, ""))[0] > 0.9:
            result[i] = "Material doc.item"
    return result


def _fixed(table: Table, mapping: Mapping[str, str]) -> dict[str, int]:
    fixed = {}
    for field, column in mapping.items():
        if field not in CONTENT:
            raise ImportRefused(
                tr(
                    "There is no field “{field}”. Fields are: {fields}.",
                    field=field,
                    fields=", ".join(sorted(set(CONTENT) - NOT_IMPORTED)),
                )
            )
        places = [i for i, name in enumerate(table.headers) if name == column] or [
            i for i, name in enumerate(table.headers) if name.casefold() == column.casefold()
        ]
        if not places:
            raise ImportRefused(
                tr(
                    "The file has no column “{column}”. Its columns are: {headers}.",
                    column=column,
                    headers=", ".join(table.headers[:40]),
                )
            )
        fixed[field] = places[0]
    return fixed


def _assign(
    table: Table, profiles: Sequence[Profile], wanted: frozenset[str], fixed: Mapping[str, int]
) -> tuple[dict[str, int], dict[str, str], float]:
    fields = [f for f in HEADERS if (f in wanted or f in NOT_IMPORTED) and f not in fixed]
    taken = set(fixed.values())
    free = [i for i in range(len(table.headers)) if i not in taken]
    own = [field for field in fields if field not in NOT_IMPORTED]
    # What a column gains by being a field, over being one of the many things that are not imported.
    # A header that is only similar to one of those says little.
    other = [
        max(
            score if score >= 0.85 or nearness(table.raw_headers[i]).get(field, (0.0, ""))[0] >= 0.9 else 0.5 * score
            for field in NOT_IMPORTED
            for score in [_score(field, table.raw_headers[i], profiles[i])[0]]
        )
        - 0.02
        for i in free
    ]
    rows: list[list[float]] = []
    whys: list[list[str]] = []
    for field in own:
        scored = [_score(field, table.raw_headers[i], profiles[i]) for i in free]
        gains = [s - max(0.0, o) if s >= ENOUGH else 0.0 for (s, _), o in zip(scored, other, strict=True)]
        rows.append([max(0.0, gain) for gain in gains] + [0.0] * len(own))
        whys.append([why for _, why in scored])
    columns: dict[str, int] = dict(fixed)
    evidence = dict.fromkeys(fixed, CHOSEN_BY_YOU)
    total = 0.0
    if rows and free:
        for i, j in enumerate(best_assignment(rows)):
            if j < len(free) and rows[i][j] > 0:
                total += rows[i][j]
                columns[own[i]] = free[j]
                evidence[own[i]] = whys[i][j]
    return columns, evidence, total


def _score(field: str, header: str, p: Profile) -> tuple[float, str]:
    near, like = nearness(header).get(field, (0.0, ""))
    if header == GROUP_HEADER and field in ("supplier_name", "purchase_order", "material"):
        near, like = (0.8 if field == "supplier_name" else 0.6), GROUP_HEADER
    fit, content = _content(field, p)
    if near == 0.0:
        # Some contents speak for themselves, whatever stands above them.
        own = {
            "container": p.containers,
            "incoterm": p.incoterms,
            "currency": p.currencies,
            "email": p.mails,
        }.get(field, 0.0)
        if own > 0.9 and p.filled > 0 and p.cells > 2:
            return 0.55, tr("no header is known for it, but {share} of its cells look like it", share=_percent(own))
        return 0.0, ""
    score = near * fit
    if field == "current_promise" and near > 0.8 and CONFIRMED.search(normalise(header)):
        score += 0.06
    if normalise(header) == like or near >= 0.9:
        said = tr("its header “{header}” is known", header=header)
    elif like == GROUP_HEADER:
        said = tr("rows that head a group")
    else:
        said = tr("its header “{header}” is like “{like}”", header=header, like=like)
    return score, f"{said}; {content}" if content else said


def _percent(share: float) -> str:
    whole = share >= 0.995 or share <= 0.005 or round(share * 1000) % 10 == 0
    digits = f"{share * 100:.0f}" if whole else f"{share * 100:.1f}".replace(".", tr("."))
    return f"{digits}\N{NO-BREAK SPACE}%"


def _with(said: str, example: str) -> str:
    return f"{said}, {example}" if example else said


def _content(field: str, p: Profile) -> tuple[float, str]:  # noqa: PLR0911, PLR0912
    """How well the cells fit a field (0 to 1.1), and what they are, in words."""
    kind = CONTENT[field]
    if p.filled == 0:
        return (0.6 if field != "row_id" else 0.0), tr("the column is empty")
    like = tr("such as “{example}”", example=p.examples[0][:30]) if p.examples else ""
    if kind == "date":
        if p.dates >= 0.6:
            return 1.0, _with(tr("{share} of its cells are dates", share=_percent(p.dates)), like)
        if p.days >= 0.9:
            return 0.9, _with(tr("its numbers are spreadsheet dates"), like)
        return (0.55 if p.dates > 0.3 else 0.0), tr("{share} of its cells are dates", share=_percent(p.dates))
    if kind == "number":
        if 0.3 <= p.numbers < 0.7 and p.dates < 0.3:
            return 0.6, _with(tr("only {share} of its cells are numbers", share=_percent(p.numbers)), like)
        if p.dates > 0.7 and p.integers < 0.5:  # 01.10.26 is no figure
            return 0.0, ""
        if p.numbers < 0.7 or (p.dates > 0.7 and p.filled > 0.2 and p.numbers < 0.9):
            return 0.0, ""
        fit = 1.0
        if field == "lead_time_days" and p.largest > 2000:
            fit = 0.4
        return fit, _with(tr("{share} of its cells are numbers", share=_percent(p.numbers)), like)
    if p.dates > 0.7 and field not in ("other_text", "shipment_number", "tracking_number") and not p.integers > 0.9:
        return 0.0, ""
    if kind == "code":
        return _code_fit(field, p), like
    if kind in ("unit", "currency", "incoterm", "mode", "email"):
        share = {"unit": p.units, "currency": p.currencies, "incoterm": p.incoterms, "mode": p.modes, "email": p.mails}[
            kind
        ]
        words = {
            "unit": tr("{share} of its cells are units", share=_percent(share)),
            "currency": tr("{share} of its cells are currencies", share=_percent(share)),
            "incoterm": tr("{share} of its cells are Incoterms", share=_percent(share)),
            "mode": tr("{share} of its cells are modes of transport", share=_percent(share)),
            "email": tr("{share} of its cells are mail addresses", share=_percent(share)),
        }[kind]
        if share >= 0.4:
            return 1.0 + 0.08 * share, _with(words, like)
        if kind == "unit":
            return (0.75 if p.length < 12 and p.letters > 0.6 else 0.0), like
        if kind == "mode":
            return (0.7 if p.letters > 0.8 and p.distinct <= 12 else 0.0), like
        return 0.0, ""
    if field == "supplier_name":
        return (
            1.03 if p.spaces > 0.4 else 0.97 if p.letters > 0.9 and p.length > 5 else 0.9
        ) if p.letters > 0.6 else 0.0, like
    if field == "description":
        return (1.03 if p.spaces > 0.5 else 0.88) if p.letters > 0.5 else 0.45, like
    if field == "country":
        return (1.0 if p.letters > 0.9 and p.numbers == 0 else 0.0), like
    if field == "carrier" and p.letters < 0.5:
        return 0.0, like
    if field == "status":
        return (1.0 if p.distinct <= max(15, 0.05 * p.cells) else 0.55), like
    if field == "buyer":
        return (1.0 if p.distinct <= max(8, 0.6 * p.cells) and p.length < 40 else 0.6), like
    return 1.0, like


def _code_fit(field: str, p: Profile) -> float:  # noqa: PLR0911, PLR0912
    wordy = p.spaces > 0.5
    if field == "line":
        if p.numbers < 0.85 or p.largest > 100_000 or p.integers < 0.85:
            # "10.1" and "A-10" are lines too, but rare.
            return 0.6 if p.length <= 6 and p.numbers > 0.3 else 0.0
        return 1.05
    if field == "row_id":
        return 1.0 if p.unique and not wordy and p.cells > 1 else 0.0
    if field in ("schedule", "receipt_line"):
        return 1.0 if p.integers > 0.8 and p.largest < 100_000 else 0.0
    if field == "purchase_order":
        if wordy and p.letters > 0.9 and p.length > 22 and not any(_LONG_NUMBER.search(e) for e in p.examples):
            return 0.0
        if p.unique and p.integers == 1 and not p.letters and p.largest <= 1.5 * p.cells + 1:
            return 0.55  # counts the rows, it seems
        small = p.integers > 0.95 and p.largest < 100 and p.distinct < 0.5 * p.cells
        digits = p.numbers > 0.3 or p.letters < 1 or any(any(c.isdigit() for c in e) for e in p.examples)
        return (1.0 if digits else 0.35) * (0.5 if small else 1.0)
    if field == "supplier_code":
        digits = any(any(c.isdigit() for c in e) for e in p.examples)
        return 0.3 if wordy else 1.05 if digits else 0.75 if p.length < 9 else 0.6
    if field == "material":
        if p.unique and p.integers == 1 and not p.letters and p.largest <= 1.5 * p.cells + 1:
            return 0.4  # counts the rows
        if (
            p.integers > 0.95
            and p.largest < 1000
            and p.distinct < 0.5 * p.cells
            and p.numbers > 0.95
            and p.largest % 10 == 0
        ):
            return 0.6
        return 0.72 if wordy and p.length > 12 else 1.0
    if field == "shipment_number" and p.integers > 0.95 and p.largest < 1000 and p.distinct < 0.8 * p.cells:
        return 0.4  # counts the shipments of a line, and names none
    if field == "tracking_number":
        return 1.0 if p.length >= 6 or p.trackings > 0.5 else 0.3
    if field == "container":
        return 1.08 if p.containers > 0.5 else 0.6 if p.length >= 9 and not wordy else 0.2
    if field == "movement_type":
        return 1.0 if p.length <= 4.5 or p.letters > 0.5 else 0.3
    return 0.4 if wordy and p.length > 25 else 1.0


def _kind(found: Mapping[str, int], profiles: Sequence[Profile], table: Table) -> str:  # noqa: PLR0911
    """Orders, receipts, shipments ...: by the fields that one kind has and another has not."""
    has = set(found)
    promise = bool(has & {"first_promise", "current_promise", "required_on", "confirmed_on"})
    amounts = bool(has & {"quantity", "received_quantity", "open_quantity"})
    if "purchase_order" in has:
        arrived = bool(has & {"received_on", "posted_on"})
        if "movement_type" in has or ("receipt_document" in has and arrived and not promise):
            return "receipts"
        if has & {"tracking_number", "container"} and not has & {
            "unit_price",
            "line_value",
            "open_quantity",
            "issued_on",
        }:
            return "shipments"
        if arrived and not promise and not has & {"issued_on", "open_quantity"} and amounts:
            return "receipts"
        if "body" in has and "happened_at" in has and not amounts:
            return "communications"
        return "orders"
    if has & {"tracking_number", "container"}:
        return "shipments"
    if has & {"body", "subject"} and has & {"happened_at", "issued_on", "created_on"} and not amounts:
        return "communications"
    if has & {"material"} and not promise and not amounts:
        return "materials" if has & {"lead_time_days", "material_group", "unit", "description"} else "orders"
    if has & {"supplier_name", "supplier_code"} and not amounts and not promise and "material" not in has:
        return "suppliers"
    return "orders"


def _more(evidence: str, further: str) -> str:
    return f"{evidence}; {further}"


def _prefer_twins(
    kind: str,
    columns: dict[str, int],
    evidence: dict[str, str],
    table: Table,
    profiles: Sequence[Profile],
    fixed: Mapping[str, int],
) -> None:
    """Put right what the assignment cannot see: fields that only make sense beside each other."""
    if kind == "receipts" and "quantity" in columns and "received_quantity" not in columns and "quantity" not in fixed:
        columns["received_quantity"] = columns.pop("quantity")
        evidence["received_quantity"] = _more(evidence.pop("quantity"), tr("in a list of receipts it is what came in"))
    if (
        kind == "orders"
        and "received_on" in columns
        and "received_on" not in fixed
        and not {"first_promise", "current_promise", "required_on"} & set(columns)
        and _mostly_open(table, columns)
    ):
        columns["current_promise"] = columns.pop("received_on")
        evidence["current_promise"] = _more(
            evidence.pop("received_on"), tr("the goods are still open, so it is expected")
        )
    _price_that_multiplies(columns, evidence, table, fixed)
    if "supplier_code" in columns and "supplier_name" not in columns and "supplier_code" not in fixed:
        p = profiles[columns["supplier_code"]]
        if p.spaces > 0.3 or (p.letters > 0.95 and p.length > 8):
            columns["supplier_name"] = columns.pop("supplier_code")
            evidence["supplier_name"] = evidence.pop("supplier_code")
    if "row_id" in columns and ("line" in columns or "row_id" not in evidence):
        columns.pop("row_id")
        evidence.pop("row_id", None)


def _number_that_is_tracked(columns: dict[str, int], evidence: dict[str, str], table: Table) -> None:
    """A column headed “Shipment” that holds what carriers track, by its check digits, is the number they know."""
    if "shipment_number" not in columns or {"tracking_number", "container"} & set(columns):
        return
    cells = [cell for cell in table.columns[columns["shipment_number"]][:200] if not is_missing(cell)]
    best = [next(iter(identifiers.recognise(cell)), None) for cell in cells]
    checked = [one.kind for one in best if one and (one.check == "ok" or one.name == "DHL piece")]
    if len(checked) >= 0.8 * len(cells) > 0:
        field = "container" if set(checked) == {"container"} else "tracking_number"
        columns[field] = columns.pop("shipment_number")
        evidence[field] = _more(evidence.pop("shipment_number"), tr("carriers' numbers by their check digits"))


def _figures(table: Table, index: int) -> list[float | None]:
    cells = table.columns[index][:2000]
    mark = numbers.decimal_mark(cells) or "."
    return [None if is_missing(c) else numbers.parse(c, mark) for c in cells]


def _mostly_open(table: Table, columns: Mapping[str, int]) -> bool:
    """Is most of what has a date of receipt not received at all?"""
    if "quantity" not in columns or not {"open_quantity", "received_quantity"} & set(columns):
        return False
    quantity = _figures(table, columns["quantity"])
    if "received_quantity" in columns:
        got = _figures(table, columns["received_quantity"])
        still = sum(1 for q, r in zip(quantity, got, strict=True) if q and (r or 0) < q)
    else:
        still = sum(1 for left in _figures(table, columns["open_quantity"]) if left)
    dated = sum(1 for cell in table.columns[columns["received_on"]][:2000] if not is_missing(cell))
    return still > 0.5 * len(quantity) and dated > 0.7 * len(quantity)


def _price_that_multiplies(
    columns: dict[str, int], evidence: dict[str, str], table: Table, fixed: Mapping[str, int]
) -> None:
    """Of several prices, the one of the quantity's own unit: quantity × price = value."""
    if not {"quantity", "unit_price", "line_value"} <= set(columns) or "unit_price" in fixed:
        return
    quantity, value = _figures(table, columns["quantity"]), _figures(table, columns["line_value"])
    taken = set(columns.values())
    best, best_share = columns["unit_price"], -1.0
    for i, header in enumerate(table.raw_headers):
        if i != best and (i in taken or nearness(header).get("unit_price", (0.0, ""))[0] < 0.9):
            continue
        rows = [
            abs(q * p - v) <= 0.02 * abs(v) + 0.011
            for q, p, v in zip(quantity, _figures(table, i), value, strict=True)
            if q is not None and p is not None and v is not None
        ]
        share = sum(rows) / len(rows) if rows else 0.0
        if share > best_share + (0.0 if i == columns["unit_price"] else 0.3):
            best, best_share = i, share
    if best != columns["unit_price"]:
        columns["unit_price"] = best
        known = tr("its header “{header}” is known", header=table.headers[best])
        evidence["unit_price"] = _more(known, tr("quantity × price = value"))


def _use_arithmetic(table: Table, columns: Mapping[str, int], evidence: dict[str, str]) -> None:
    """Sums and products between columns confirm which is which; they become part of the evidence."""

    def values(field: str) -> list[float | None]:
        return _figures(table, columns[field]) if field in columns else []

    quantity = values("quantity")
    for others, sign in ((("open_quantity", "received_quantity"), "+"), (("unit_price", "line_value"), "*")):
        if not quantity or not all(f in columns for f in others):
            continue
        good = total = 0
        for q, a, b in zip(quantity, values(others[0]), values(others[1]), strict=True):
            if q is None or a is None or b is None:
                continue
            total += 1
            good += abs((a + b) - q) < 1e-6 if sign == "+" else abs(q * a - b) <= 0.02 * abs(b) + 0.011
        if total >= 3 and good >= 0.8 * total:
            sum_or_product = (
                tr("open + received = ordered in {good} of {total} rows", good=grouped(good), total=grouped(total))
                if sign == "+"
                else tr("quantity × price = value in {good} of {total} rows", good=grouped(good), total=grouped(total))
            )
            evidence["quantity"] = _more(evidence["quantity"], sum_or_product)
