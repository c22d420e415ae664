"""How fast a large list of orders comes in, beside SQLite's own `.import` of it: `pytest tests/benchmarks/test_import.py -s`.

LINES=1000000 in the environment measures a million lines; without it, a hundred thousand.
"""  # noqa: E501

import csv
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest

from supplychain_app.services import importing
from supplychain_app.storage import database
from tests.benchmarks.exports import HEADERS, write_csv

LINES = int(os.environ.get("LINES", "100000"))
TABLE = f"create table plain ({', '.join(f'c{n} text' for n in range(len(HEADERS)))})"
INDEXES = ("create index a on plain(c0, c1)", "create index b on plain(c4)", "create index c on plain(c12)")


def processor_seconds() -> float:
    """Of this process and of the programs it ran: what others do on this machine meanwhile does not count."""
    own, programs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + programs.ru_utime + programs.ru_stime


def plain_load(export: Path, target: Path) -> tuple[float, float]:
    """Seconds by the clock and by the processor of loading the file into one table with three indexes, as it is."""
    start, used = time.perf_counter(), processor_seconds()
    if shell := shutil.which("sqlite3"):
        commands = [".mode csv", f".import --skip 1 {export} plain"]
        subprocess.run([shell, target, ";".join([TABLE, *INDEXES]), *commands], check=True)
    else:
        connection = sqlite3.connect(target)
        for statement in (TABLE, *INDEXES):
            connection.execute(statement)
        with export.open(encoding="utf-8", newline="") as file, connection:
            rows = islice(csv.reader(file), 1, None)
            connection.executemany(f"insert into plain values ({','.join('?' * len(HEADERS))})", rows)
        connection.close()
    return time.perf_counter() - start, processor_seconds() - used


@pytest.mark.parametrize("lines", [LINES])
def test_an_import_is_near_a_plain_load_and_the_next_one_nearer(tmp_path: Path, lines: int) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    write_csv(first, lines)
    write_csv(second, lines, changed=0.01)
    plain = plain_load(first, tmp_path / "plain.db")
    db = database.create_file(tmp_path / "w.db")
    taken = []
    results = []
    for path, day in ((first, 16), (second, 23)):
        start, used = time.perf_counter(), processor_seconds()
        results.append(importing.import_file(db, path, received_at=datetime(2026, 11, day, tzinfo=UTC)))
        taken.append((time.perf_counter() - start, processor_seconds() - used))
    db.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    for what, at in (("clock", 0), ("processor", 1)):
        print(
            f"{lines:,} lines, by the {what}: plain load {plain[at]:.2f} s; first import {taken[0][at]:.2f} s,"
            f" {taken[0][at] / plain[at]:.1f} of it; again with 1 % changed {taken[1][at]:.2f} s,"
            f" {taken[1][at] / taken[0][at]:.0%} of the first"
        )
    print(f"peak memory {peak:,.0f} MB")
    added, again = results
    assert (added.added, len(added.rejected)) == (lines, 0)
    assert (again.added, again.unchanged) == (0, lines - round(0.01 * lines) + round(0.001 * lines))
    assert again.changed + again.promises_moved == round(0.009 * lines)
    # What is the same for every file weighs less in a large one.
    assert taken[0][1] < (5 if lines >= 1_000_000 else 8) * plain[1]
    assert taken[1][1] < 0.5 * taken[0][1]
    assert peak < 1000
