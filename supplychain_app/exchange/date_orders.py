"""Decides per column in which order dates are written, from days above 12 and from the other date columns."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean

from supplychain_app.exchange.coded import Column
from supplychain_app.exchange.dates import MISREAD, ORDERS, DateOrder, Parts, build, order_in_words, take_apart
from supplychain_app.language import grouped, tr

# What has to happen before what: the earlier field may never be later than the other.
BEFORE = (
    ("created_on", "issued_on"),
    ("created_on", "first_promise"),
    ("created_on", "current_promise"),
    ("created_on", "received_on"),
    ("issued_on", "confirmed_on"),
    ("issued_on", "required_on"),
    ("issued_on", "first_promise"),
    ("issued_on", "current_promise"),
    ("issued_on", "shipped_on"),
    ("issued_on", "received_on"),
    ("issued_on", "posted_on"),
    ("confirmed_on", "received_on"),
    ("shipped_on", "received_on"),
    ("received_on", "posted_on"),
)
# Fields that stand close together in time, without one having to come first.
NEAR = (
    ("first_promise", "current_promise"),
    ("required_on", "current_promise"),
    ("first_promise", "received_on"),
    ("current_promise", "received_on"),
)
SAMPLE = 4000
Key = tuple[str, str, bool]


@dataclass
class _Column:
    field: str
    header: str
    cells: list[Parts | None]  # of the sampled rows
    counts: Counter[Parts]  # of the whole column
    orders: dict[Key, str]
    settled: set[Key]
    evidence: list[str]
    compared: bool = False  # is it told already which other column it was compared with?


def infer(columns: Mapping[str, tuple[str, Sequence[str]]], *, day_first: bool | None = None) -> dict[str, DateOrder]:
    """The order of each date column. `columns`: field -> (header, cells of every row, in the same order of rows).

    day_first: what the file's language suggests where nothing in it tells; None: day first, and said so.
    """
    states = [_state(field, header, cells) for field, (header, cells) in columns.items()]
    for state in states:
        _from_days_above_12(state)
    for state in sorted(states, key=lambda s: -_surety(s)):
        _from_neighbours(state, states, day_first)
    _cross_check(states)
    return {state.field: _result(state) for state in states}


def _state(field: str, header: str, cells: Sequence[str]) -> _Column:
    column = cells if isinstance(cells, Column) else Column.of(cells)
    taken = column.map(lambda text: take_apart(text, serials=True))
    counts: Counter[Parts] = taken.tally()
    del counts[None]
    return _Column(field, header, taken[:: max(1, len(cells) // SAMPLE)], counts, {}, set(), [])


def _groups(state: _Column) -> dict[tuple[str, str], dict[str, int]]:
    groups: dict[tuple[str, str], dict[str, int]] = {}
    for parts, number in state.counts.items():
        if parts.shape not in ORDERS:
            continue
        group = groups.setdefault((parts.shape, parts.mark), {"first": 0, "second": 0, "either": 0})
        group["first" if parts.a > 12 else "second" if parts.b > 12 else "either"] += number
    return groups


def _from_days_above_12(state: _Column) -> None:
    for (shape, mark), seen in _groups(state).items():
        normal, swapped = ("MDY", "DMY") if shape == "numeric" else ("YMD", "YDM")
        if not seen["first"] and not seen["second"]:
            continue
        order = normal if seen["second"] >= seen["first"] else swapped
        state.orders[shape, mark, False] = order
        state.orders[shape, mark, True] = order
        if min(seen["first"], seen["second"]) * 20 <= max(seen["first"], seen["second"]):
            state.settled.add((shape, mark, True))
        told = tr(
            "{count} dates have a part above 12, which can only be the day: {order}",
            count=grouped(max(seen["first"], seen["second"])),
            order=order_in_words(order),
        )
        state.evidence.append(told)
        odd = min(seen["first"], seen["second"])
        if odd:
            told = tr("{count} dates can only be the other way round and are read so", count=grouped(odd))
            state.evidence.append(told)


def _surety(state: _Column) -> int:
    return len(state.settled)


def _from_neighbours(state: _Column, states: Sequence[_Column], day_first: bool | None) -> None:
    for (shape, mark), seen in _groups(state).items():
        key = (shape, mark, True)
        if key in state.orders:
            continue
        if shape == "iso":
            state.orders[key] = "YMD"
            continue
        own = [o for (s, _, a), o in state.orders.items() if s == shape and a]
        others = Counter(
            s.orders[key] for s in states if s is not state and key in s.settled and key in s.orders
        ) or Counter(
            o for s in states if s is not state for k, o in s.orders.items() if k in s.settled and k[0] == shape
        )
        if own:
            state.orders[key] = own[0]
            told = tr(
                "{count} dates with “{mark}” could be either; read like the others of the column",
                count=grouped(seen["either"]),
                mark=mark,
            )
            state.evidence.append(told)
        elif others:
            state.orders[key] = others.most_common(1)[0][0]
            state.evidence.append(tr("no day above 12 here; read like the other date columns of the file"))
        else:
            assumed_first = day_first if day_first is not None else mark != "/"
            state.orders[key] = "DMY" if assumed_first else "MDY"
            told = tr(
                "nothing tells day from month; {order} is assumed from the way the file is written",
                order=order_in_words(state.orders[key]),
            )
            state.evidence.append(told)


def _cross_check(states: Sequence[_Column]) -> None:
    """Turn the order of ambiguous cells where another date column contradicts it."""
    for _ in range(2):
        for state in states:
            for key in [k for k in state.orders if k[2]]:
                _check_one(state, key, states)


def _check_one(state: _Column, key: Key, states: Sequence[_Column]) -> None:
    shape, mark, _ = key
    rows = [
        i for i, p in enumerate(state.cells) if p and p.shape == shape and p.mark == mark and p.ambiguous and p.a != p.b
    ]
    candidates = list(ORDERS[shape])
    if shape == "iso":
        whole = [p for p in state.counts if p.shape == shape and p.mark == mark and p.ambiguous]
        if whole and all(2001 <= p.year <= 2012 for p in whole):
            candidates.append(MISREAD)
            rows = [i for i, p in enumerate(state.cells) if p and p.shape == shape and p.mark == mark and p.ambiguous]
    if len(rows) < 3:
        return
    costs: dict[str, tuple[float, int, int, str]] = {}
    for order in candidates:
        costs[order] = _cost(state, order, rows, states)
    now = state.orders[key]
    best = min(candidates, key=lambda order: costs[order][0])
    if costs[now][2] == 0 or best == now:
        _say(state, key, now, costs[now], len(rows), turned=False)
        return
    (cost, wrong, checked, partner), (old_cost, old_wrong, _, _) = costs[best], costs[now]
    # Where days above 12 already told the order, the other column must contradict it loudly.
    strong = old_wrong >= 3 and old_wrong >= 0.04 * checked and wrong * 3 <= old_wrong
    closer = key not in state.settled and cost < 0.8 * old_cost and old_cost - cost > 0.02
    if strong or closer:
        state.orders[key] = best
        what = {
            "YDM": tr("day and month are swapped in dates that look like year-month-day"),
            MISREAD: tr("month-day-year was read as year-month-day"),
        }.get(best, tr("{order} is right", order=order_in_words(best)))
        why = (
            tr(
                "read as {order}, {count} of {total} compared rows would put {column} on the wrong side of {other}; "
                "read so, {left} do",
                order=order_in_words(now),
                count=grouped(old_wrong),
                total=grouped(checked),
                column=state.header,
                other=partner,
                left=grouped(wrong),
            )
            if old_wrong > wrong
            else tr("the dates then lie closest to {other}", other=partner)
        )
        state.evidence.append(f"{what}: {why}")


def _say(state: _Column, key: Key, order: str, cost: tuple[float, int, int, str], rows: int, *, turned: bool) -> None:
    _, wrong, checked, partner = cost
    if checked and not turned and not state.compared:
        state.compared = True
        told = tr(
            "checked against {other}: {count} of {total} rows agree with {order}",
            other=partner,
            count=grouped(checked - wrong),
            total=grouped(checked),
            order=order_in_words(order),
        )
        state.evidence.append(told)


def _cost(state: _Column, order: str, rows: Sequence[int], states: Sequence[_Column]) -> tuple[float, int, int, str]:
    """Mean cost of an order against the other columns, rows on the wrong side, rows compared, the main partner."""
    costs: list[float] = []
    wrong = checked = 0
    partners: Counter[str] = Counter()
    relations = [(a, b, True) for a, b in BEFORE] + [(a, b, False) for a, b in NEAR]
    by_field = {s.field: s for s in states}
    for earlier, later, strict in relations:
        if state.field not in (earlier, later):
            continue
        other = by_field.get(later if state.field == earlier else earlier)
        if other is None or other is state:
            continue
        for row in rows:
            parts, against = state.cells[row], other.cells[row] if row < len(other.cells) else None
            if parts is None or against is None:
                continue
            reference = _read(other, against)
            if reference is None:
                continue
            day = build(parts, order)
            if day is None:
                costs.append(4.0)
                wrong, checked = wrong + 1, checked + 1
                continue
            gap = (reference - day).days if state.field == earlier else (day - reference).days
            bad = (strict and gap < 0) or abs(gap) > 1500
            costs.append(min(abs(gap), 400) / 400 + (3.0 if bad else 0.0))
            checked += 1
            wrong += bad
            partners[other.header] += 1
    if not costs:
        return 0.0, 0, 0, ""
    return mean(costs), wrong, checked, partners.most_common(1)[0][0] if partners else ""


def _read(state: _Column, parts: Parts) -> date | None:
    order = state.orders.get((parts.shape, parts.mark, parts.ambiguous), "") or state.orders.get(
        (parts.shape, parts.mark, True), "YMD"
    )
    return build(parts, order)


def _result(state: _Column) -> DateOrder:
    labels: Counter[str] = Counter()
    for parts, number in state.counts.items():
        if parts.shape == "named":
            labels[parts.mark] += number
        elif parts.shape in ("serial", "week"):
            labels["YMD"] += number
        else:
            key = (parts.shape, parts.mark, parts.ambiguous)
            labels[state.orders.get(key) or state.orders.get((parts.shape, parts.mark, True), "YMD")] += number
    names = [name for name, _ in labels.most_common()]
    label = names[0] if len(names) == 1 else "mixed: " + ", ".join(names) if names else "none"
    return DateOrder(dict(state.orders), label, "; ".join(state.evidence))
