"""Rows of lead times that are made when they are asked for."""

import numpy as np
import pytest

from supplychain_app.analytics.lead_time_rows import Columns, LeadTimeRows

NUMBERS = (
    "supplier_id", "material_id", "n", "open", "p50", "p80", "p95", "p50_interval_low", "p50_interval_high",
    "p80_interval_low", "p80_interval_high", "planning_days", "interval_low", "interval_high", "erp_days",
    "hope_gap_days", "borrowed_share", "bias_days", "spread_days", "trend_days_per_year", "late_ordered_share",
)  # fmt: skip


def made(groups: int, seed: int) -> tuple[Columns, LeadTimeRows]:
    random = np.random.default_rng(seed)
    ends = np.cumsum(random.integers(0, 4, groups))
    numbers = {name: random.integers(-5, 60, groups) / (1 if name.endswith(("days", "id")) else 4) for name in NUMBERS}
    for name, values in numbers.items():
        if name in ("n", "open"):
            numbers[name] = np.abs(values).astype(int)
        else:
            values[random.random(groups) < 0.3] = np.nan
    columns = Columns(
        by=("material", "supplier"),
        names=([f"M{group}" for group in range(groups)], [f"S{group % 3}" for group in range(groups)]),
        service_level=0.8,
        numbers=numbers,
        texts={name: random.choice(["", name], groups) for name in ("verdict", "reason")},
        lines=random.permutation(int(ends[-1])) if groups else np.zeros(0, dtype=np.int64),
        ends=ends,
    )
    return columns, LeadTimeRows(columns, random.permutation(groups))


@pytest.mark.parametrize("seed", range(5))
def test_a_row_says_what_stands_in_the_columns_of_its_group(seed: int) -> None:
    columns, rows = made(40, seed)
    lines = np.split(columns.lines, columns.ends[:-1])
    assert len(rows) == 40
    assert sorted(row.names for row in rows) == sorted(zip(*columns.names, strict=True))
    for row in rows:
        group = columns.names[0].index(row.names[0])
        assert row.keys == {"material": f"M{group}", "supplier": f"S{group % 3}"}
        assert row.line_ids.tolist() == lines[group].tolist()
        assert (row.verdict, row.reason) == (columns.texts["verdict"][group], columns.texts["reason"][group])
        said = dict(row._asdict())
        for pair in ("p50_interval", "p80_interval", "interval"):
            said[f"{pair}_low"], said[f"{pair}_high"] = said[pair]
        for name in NUMBERS:
            value = columns.numbers[name][group]
            assert said[name] == (None if np.isnan(value) else pytest.approx(value, abs=1e-9))


def test_rows_are_chosen_and_cut_without_being_made() -> None:
    _, rows = made(12, 1)
    every = list(rows)
    assert rows[2:5] == every[2:5]
    assert rows.chosen(np.array([7, 0])) == [every[7], every[0]]
    assert rows[-1] == every[-1]
    assert rows.names() == [row.names for row in every]
    assert rows != every[1:]
    assert LeadTimeRows() == ()
    with pytest.raises(IndexError):
        rows[12]
