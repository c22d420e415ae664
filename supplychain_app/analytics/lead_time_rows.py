"""The rows of a table of lead times, held as columns: a row is made when it is asked for.

A workspace has as many groups as it has sources of materials; a million rows made beforehand take gigabytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


class LeadTimeRow(NamedTuple):
    """One group of lines; days are calendar days, None: not reached or nothing known."""

    by: tuple[str, ...]  # the grouping fields
    names: tuple[str, ...]  # what they are in this group
    supplier_id: int | None
    material_id: int | None
    n: int  # lines completed
    open: int  # lines open, censored at the as-of date
    p50: float | None
    p80: float | None
    p95: float | None
    p50_interval: tuple[float | None, float | None]
    p80_interval: tuple[float | None, float | None]
    service_level: float
    planning_days: int | None  # quantile at the service level, leaning on the parents where n is small
    interval: tuple[float | None, float | None]  # of planning_days
    erp_days: int | None
    hope_gap_days: int | None  # planning − ERP
    verdict: str  # hopeful, fair, padded; "" where the interval allows no verdict
    borrowed_share: float  # 0: all its own lines; 1: all from the parents
    bias_days: float | None  # median(actual − promised)
    spread_days: float | None  # P80 − P50
    trend_days_per_year: float | None
    late_ordered_share: float | None  # orders sent with less than the ERP lead time left before required
    reason: str  # why something cannot be said: "", "no receipts", "all open", "too few"
    line_ids: NDArray[np.int64]

    @property
    def keys(self) -> dict[str, str]:
        """The grouping fields with their names."""
        return dict(zip(self.by, self.names, strict=True))

    @property
    def source(self) -> tuple[int | None, int | None] | None:
        """The ids of the material and the supplier, where the group is what an ERP plans: these, or one of them."""
        ids = {"material": self.material_id, "supplier": self.supplier_id}
        return (self.material_id, self.supplier_id) if all(ids.get(field) is not None for field in self.by) else None

    def __eq__(self, other: object) -> bool:  # a tuple cannot compare an array
        if not isinstance(other, LeadTimeRow):
            return NotImplemented
        return self[:-1] == other[:-1] and np.array_equal(self.line_ids, other.line_ids)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-1])


_WHOLE = frozenset({"supplier_id", "material_id", "n", "open", "planning_days", "erp_days", "hope_gap_days"})
_PAIRS = ("p50_interval", "p80_interval", "interval")


@dataclass(frozen=True)
class Columns:
    """What is known of each group, in the order of their numbers; NaN: not known."""

    by: tuple[str, ...]
    names: tuple[Sequence[str], ...]  # of each field of `by`
    service_level: float
    numbers: Mapping[str, Array]  # by the field of the row; an interval as its two ends
    texts: Mapping[str, Array]
    lines: Array  # group after group
    ends: Array  # where the lines of each group end


_NONE = Columns((), (), 0.0, {}, {}, np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


class LeadTimeRows(Sequence[LeadTimeRow]):
    """Some groups in some order."""

    def __init__(self, columns: Columns = _NONE, order: Array | None = None) -> None:
        self._columns = columns
        self._order: Array = np.zeros(0, dtype=np.int64) if order is None else order

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, place: int) -> LeadTimeRow: ...
    @overload
    def __getitem__(self, place: slice) -> "LeadTimeRows": ...
    def __getitem__(self, place: int | slice) -> "LeadTimeRow | LeadTimeRows":
        if isinstance(place, slice):
            return LeadTimeRows(self._columns, self._order[place])
        return self._row(int(self._order[place]))

    def __iter__(self) -> Iterator[LeadTimeRow]:
        return map(self._row, self._order.tolist())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def numbers(self, field: str) -> Array:
        """A field of all these rows; NaN: not known."""
        return self._columns.numbers[field][self._order]

    def texts(self, field: str) -> Array:
        """The verdict or the reason of all these rows."""
        return self._columns.texts[field][self._order]

    def names(self) -> list[tuple[str, ...]]:
        """What the grouping fields are in all these rows."""
        of_group = self._columns.names
        return [tuple(names[group] for names in of_group) for group in self._order.tolist()]

    def chosen(self, places: Array) -> "LeadTimeRows":
        """The rows at these places, in this order."""
        return LeadTimeRows(self._columns, self._order[places])

    def _row(self, group: int) -> LeadTimeRow:
        columns = self._columns
        values: dict[str, Any] = {field: _plain(field, of[group]) for field, of in columns.numbers.items()}
        for pair in _PAIRS:
            values[pair] = (values.pop(f"{pair}_low"), values.pop(f"{pair}_high"))
        values |= {field: str(of[group]) for field, of in columns.texts.items()}
        start = int(columns.ends[group - 1]) if group else 0
        return LeadTimeRow(
            by=columns.by,
            names=tuple(names[group] for names in columns.names),
            service_level=columns.service_level,
            line_ids=columns.lines[start : int(columns.ends[group])],
            **values,
        )


def _plain(field: str, value: Any) -> float | int | None:
    if np.isnan(value):
        return None
    return int(value) if field in _WHOLE else float(value)
