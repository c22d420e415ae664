"""Makes workspaces and order exports of any size, the same ones for the same seed, to measure speed on.

Run `python -m tests.benchmarks.million OUT --lines 1000000`: OUT.db is a workspace, OUT.csv an open-order export.
"""

import argparse
import sqlite3
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from supplychain_app.storage import database
from tests.benchmarks.exports import (
    BUYERS,
    CHUNK,
    DAYS,
    NOW,
    SEED,
    TODAY,
    World,
    description,
    make_world,
    material_number,
    order_number,
    supplier_name,
    write_csv,
)  # fmt: skip

PLACES = ("Hamburg", "Lyon", "Turin", "Gdansk", "Shenzhen", "Busan", "Pune", "Monterrey", "Porto", "Brno")
COUNTRIES = np.array(["DE", "FR", "IT", "PL", "CN", "KR", "IN", "MX", "PT", "CZ"], dtype=object)
MODES = np.array(["ocean", "air", "road", "rail", "parcel"], dtype=object)
TERMS = np.array(["FOB", "EXW", "DAP", "FCA", "CIF"], dtype=object)
_STEPS = (  # status, milestone, what the carrier says
    ("pre_transit", "label_created", "Shipment information received"),
    ("in_transit", "picked_up", "Picked up"),
    ("in_transit", "origin_gate_in", "Arrived at origin terminal"),
    ("in_transit", "departed", "Departed origin"),
    ("in_transit", "arrived", "Arrived at destination"),
    ("in_transit", "customs_released", "Released by customs"),
    ("in_transit", "gate_out", "Left the terminal"),
    ("delivered", "delivered", "Delivered"),
)


def make_workspace(path: Path, lines: int, seed: int = SEED, world: World | None = None) -> None:
    """A workspace of so many order lines over three years, about a tenth of them open; `path` must not exist yet.

    With two promises and one tracking event a line, receipts, shipments, ETAs, and a mail for one line in a hundred.
    """
    db = database.create_file(path)
    connection = db.conn
    connection.execute("pragma foreign_keys = off")
    indexes = connection.execute(
        "select name, sql from sqlite_master where type = 'index' and sql is not null"
    ).fetchall()
    with database.writing(db):
        for name, _ in indexes:
            connection.execute(f"drop index {name}")
        _Filling(connection, world or make_world(lines, seed, NOW - 1095), lines, seed).fill()
        for _, sql in indexes:  # an index is built faster from full tables
            connection.execute(sql)
    connection.execute("pragma wal_checkpoint(truncate)")
    db.close()


class _Filling:
    """Fills the tables of one workspace, chunk by chunk of order lines."""

    def __init__(self, connection: sqlite3.Connection, world: World, lines: int, seed: int) -> None:
        self.connection = connection
        self.world = world
        self.lines = lines
        self.chance = np.random.default_rng(seed + 3)
        self.stamp = f"{TODAY.isoformat()}T06:00:00Z"

    def insert(self, table: str, names: str, rows: Iterable[Sequence[Any]]) -> None:
        marks = ",".join("?" * len(names.split(",")))
        self.connection.executemany(f"insert into {table} ({names}) values ({marks})", rows)

    def fill(self) -> None:
        self._parties()
        world, lines = self.world, self.lines
        lead = world.promised - world.issued
        self.late = np.rint(self.chance.normal(3, 9, lines)).astype(int)  # days after the first promise
        self.slips = self.chance.choice(4, lines, p=[0.4, 0.3, 0.2, 0.1])  # later promises, beyond the first
        due = world.promised + self.late + 4 * self.slips
        self.arrived = np.maximum(world.issued + lead // 3, due)
        self.cancelled = self.chance.random(lines) < 0.01
        self.partial = self.chance.random(lines) < 0.08
        shipped_orders = self.chance.random(int(world.order[-1]) + 1) < 0.6
        self.shipped = shipped_orders[world.order]
        for start in range(0, lines, CHUNK):
            self._chunk(np.arange(start, min(start + CHUNK, lines)))
        self._shipments(np.flatnonzero(shipped_orders))
        self._messages()

    def _parties(self) -> None:
        world, stamp = self.world, self.stamp
        count = world.suppliers
        self.insert("person", "id, name", list(enumerate(BUYERS.tolist(), 1)))
        self.connection.execute(
            "insert into import_run (id, file_name, file_sha256, kind, received_at, recorded_at, mapping, counts)"
            " values (1, 'history.csv', 'made', 'orders', ?, ?, '{}', '{}')",
            [stamp, stamp],
        )
        names = [supplier_name(n) for n in range(count)]
        codes = [str(100_000 + n) for n in range(count)]
        self.insert(
            "supplier",
            "id, identity, code, name, country, currency, owner_id, recorded_at, import_id",
            [(n + 1, code, code, name, COUNTRIES[n % 10], "EUR", n % 5 + 1, stamp, 1)
             for n, (code, name) in enumerate(zip(codes, names, strict=True))],
        )  # fmt: skip
        self.insert("supplier_name", "name_key, supplier_id", [(name.casefold(), n) for n, name in enumerate(names, 1)])
        self.insert(
            "contact",
            "supplier_id, name, email",
            [(n + 1, f"Desk {n}", f"orders@supplier-{n}.example") for n in range(count)],
        )
        self.insert(
            "material",
            "id, number, description, unit, erp_lead_time_days, recorded_at, import_id",
            [(n + 1, material_number(n), description(n), "PC", 30 + n % 90, stamp, 1) for n in range(world.materials)],
        )
        orders = int(world.order[-1]) + 1
        self.insert(
            "purchase_order",
            "id, number, recorded_at, import_id",
            ((n + 1, order_number(n), stamp, 1) for n in range(orders)),
        )
        for kind, text in (
            ("supplier", "code || ' ' || name"),
            ("material", "number || ' ' || description"),
            ("purchase_order", "number"),
        ):
            self.connection.execute(
                f"insert into search (kind, ref_id, text) select '{kind}', id, {text} from {kind} order by id"
            )

    def _chunk(self, at: np.ndarray) -> None:
        world, stamp = self.world, self.stamp
        issued, first, quantity = world.issued[at], world.promised[at], world.quantity[at]
        arrived, cancelled, partial, slips = self.arrived[at], self.cancelled[at], self.partial[at], self.slips[at]
        received = (arrived <= NOW) & ~cancelled
        half = partial & ~cancelled & (issued + (arrived - issued) // 2 <= NOW)  # a first part came earlier
        half_day, half_quantity = issued + (arrived - issued) // 2, quantity // 2
        # Promises: the first is known since the order was sent, each slip some days later; none from the future.
        known, promised, current, count = [issued], [first], first.copy(), np.ones(len(at), int)
        for n in range(1, 4):
            day = issued + (arrived - issued) * n // 4
            told = (slips >= n) & (day <= NOW) & (day > known[-1])
            moved = current + np.where(told, np.maximum(1, (arrived - current) // (4 - n)), 0)
            known.append(np.where(told, day, known[-1]))
            promised.append(moved)
            count += told
            current = moved
        got = np.where(received, quantity, np.where(half, half_quantity, 0))
        ids = (at + 1).tolist()
        supplier, material = world.supplier[at], world.material[at]
        value = world.price[at] * quantity
        day = DAYS.__getitem__
        none = np.array(None, dtype=object)
        self.insert(
            "order_line",
            "id, purchase_order_id, line, supplier_id, material_id, description, quantity, unit, unit_price, currency,"
            " value_minor, issued_on, required_on, incoterm, mode, origin, destination, country, buyer, owner_id,"
            " status, cancelled_on, entered_on, source_file, source_row, recorded_at, import_id, acknowledged_on,"
            " first_promise, current_promise, promises, received_quantity, first_received_on, completed_on",
            zip(
                ids, (world.order[at] + 1).tolist(), map(str, world.line[at].tolist()), (supplier + 1).tolist(),
                (material + 1).tolist(), [description(n) for n in material.tolist()], quantity.tolist(),
                ["PC"] * len(ids), (world.price[at] / 100).tolist(), ["EUR"] * len(ids), value.tolist(),
                day(issued).tolist(), day(world.required[at]).tolist(), TERMS[supplier % 5].tolist(),
                MODES[supplier % 5].tolist(), [PLACES[n] for n in (supplier % 10).tolist()], ["Hamburg"] * len(ids),
                COUNTRIES[supplier % 10].tolist(), BUYERS[supplier % 5].tolist(), (supplier % 5 + 1).tolist(),
                np.where(cancelled, "cancelled", np.where(received, "received", "open")).tolist(),
                np.where(cancelled, day(np.minimum(NOW, issued + 10)), none).tolist(), day(issued).tolist(),
                ["history.csv"] * len(ids), (at + 2).tolist(), [stamp] * len(ids), [1] * len(ids),
                day(np.minimum(NOW, issued + 3)).tolist(), day(first).tolist(), day(current).tolist(), count.tolist(),
                got.tolist(), np.where(half, day(half_day), np.where(received, day(arrived), none)).tolist(),
                np.where(received, day(arrived), none).tolist(), strict=True,
            ),
        )  # fmt: skip
        for n in range(4):
            told = np.ones(len(at), bool) if n == 0 else known[n] > known[n - 1]
            some = (at[told] + 1).tolist()
            self.insert(
                "promise",
                "order_line_id, promised_on, known_on, known_basis, source, evidence, recorded_at, import_id",
                zip(
                    some, day(promised[n][told]).tolist(), day(known[n][told]).tolist(),
                    ["order date" if n == 0 else "file date"] * len(some), ["import"] * len(some),
                    [f"ERP export (history.csv), row {i + 1}" for i in some], [stamp] * len(some), [1] * len(some),
                    strict=True,
                ),
            )  # fmt: skip
        for chosen, days, amounts, kind in (
            (half, half_day, half_quantity, "part"),
            (received, arrived, quantity - np.where(half, half_quantity, 0), "rest"),
        ):
            some = (at[chosen] + 1).tolist()
            self.insert(
                "receipt",
                "order_line_id, received_on, quantity, known_on, source, fingerprint, recorded_at, import_id",
                zip(
                    some, day(days[chosen]).tolist(), amounts[chosen].tolist(), day(days[chosen]).tolist(),
                    ["import"] * len(some), [f"{kind}|{i}" for i in some], [stamp] * len(some), [1] * len(some),
                    strict=True,
                ),
            )  # fmt: skip
        self._links(at)

    def _links(self, at: np.ndarray) -> None:
        """A shipment an order that is shipped; its id is the order's."""
        some = at[self.shipped[at]]
        self.insert(
            "shipment_line",
            "shipment_id, order_line_id, quantity, import_id",
            zip((self.world.order[some] + 1).tolist(), (some + 1).tolist(), self.world.quantity[some].tolist(),
                [1] * len(some), strict=True),
        )  # fmt: skip

    def _shipments(self, orders: np.ndarray) -> None:
        world, stamp = self.world, self.stamp
        first_line = np.searchsorted(world.order, orders)
        arrived, issued = self.arrived[first_line], world.issued[first_line]
        left = issued + (arrived - issued) // 2  # the day on which the goods set out
        supplier = world.supplier[first_line]
        for start in range(0, len(orders), CHUNK):
            part = slice(start, start + CHUNK)
            rows = zip(orders[part].tolist(), supplier[part].tolist(), left[part].tolist(), arrived[part].tolist(),
                       strict=True)  # fmt: skip
            shipments, units, events, etas = [], [], [], []
            for order, who, begin, end in rows:
                number, mode, unit = f"SH{10_000_000 + order}", MODES[who % 5], order + 1
                shipments.append((unit, f"dhl|{number}", number, who + 1, "dhl", mode, TERMS[who % 5],
                                  PLACES[who % 10], "Hamburg", DAYS[begin], "import", stamp, 1))  # fmt: skip
                status, last_day, text = "pre_transit", None, None
                for step, (state, milestone, says) in enumerate(_STEPS):
                    when = begin + (end - begin) * step // (len(_STEPS) - 1)
                    if when > NOW:
                        break
                    moment = f"{DAYS[when]}T{8 + step:02d}:15:00"
                    events.append((unit, "dhl", f"e{step}", "actual", moment, 60, f"{moment}Z", "offset_given",
                                   "second", state, milestone, f"C{step}", says, PLACES[who % 10], stamp,
                                   stamp))  # fmt: skip
                    status, last_day, text = state, f"{moment}Z", says
                eta = DAYS[end]
                for slip in (5, 0):
                    if begin + 5 - slip <= NOW:
                        earlier = DAYS[end - slip]
                        etas.append((unit, "delivery", earlier, earlier, "offset_given", "dhl",
                                     f"{DAYS[begin + 5 - slip]}T09:00:00Z"))  # fmt: skip
                units.append((unit, unit, "dhl", f"JD{100_000_000_000_000_000 + order}", "parcel", status, status, eta,
                              last_day, text, stamp, None if status == "delivered" else f"{TODAY}T12:00:00Z",
                              stamp, 1))  # fmt: skip
            self.insert(
                "shipment",
                "id, identity, number, supplier_id, carrier, mode, incoterm, origin, destination, shipped_on, source,"
                " recorded_at, import_id",
                shipments,
            )
            self.insert(
                "tracked_unit",
                "id, shipment_id, carrier, number, kind, status, raw_status, eta, last_event_at, last_event_text,"
                " last_checked_at, next_check_at, recorded_at, import_id",
                units,
            )
            self.insert(
                "tracking_event",
                "tracked_unit_id, source, fingerprint, classifier, occurred_local, utc_offset_min, occurred_utc,"
                " time_basis, time_precision, status, milestone, raw_code, raw_text, city, first_seen_at, last_seen_at",
                events,
            )
            self.insert(
                "eta_observation",
                "tracked_unit_id, kind, earliest, latest, time_basis, source, observed_at",
                etas,
            )
        self.connection.execute(
            "insert into search (kind, ref_id, text) select 'tracked_unit', id, number from tracked_unit order by id"
        )

    def _messages(self) -> None:
        """A mail for one line in a hundred, linked to its line."""
        world = self.world
        some = np.arange(0, self.lines, 100)
        mails, links = [], []
        for n, at in enumerate(some.tolist(), 1):
            order, who = order_number(int(world.order[at])), int(world.supplier[at])
            when = DAYS[min(NOW, int(world.issued[at]) + 5)]
            direction = "in" if n % 2 else "out"
            body = (
                f"Dear Sirs, regarding order {order}, line {world.line[at]}: {description(int(world.material[at]))}"
                f" will leave our works on {DAYS[int(world.promised[at])]}. Kind regards, desk {who}"
            )
            mails.append((n, f"mail|{n}", direction, "mail", who + 1, f"Order {order}", body,
                          f"orders@supplier-{who}.example", f"{when}T08:30:00Z", f"<{n}@mail.example>",
                          f"thread {n // 3}", self.stamp))  # fmt: skip
            links.append((n, int(world.order[at]) + 1, at + 1))
        self.insert(
            "communication",
            "id, fingerprint, direction, channel, supplier_id, subject, body, sender, happened_at, message_id, thread,"
            " recorded_at",
            mails,
        )
        self.insert("communication_link", "communication_id, purchase_order_id, order_line_id", links)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="where to write; .db and .csv are put in place of its suffix")
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", choices=("db", "csv"), help="make one of the two")
    chosen = parser.parse_args()
    if chosen.only != "csv":
        start = time.perf_counter()
        make_workspace(chosen.out.with_suffix(".db"), chosen.lines, chosen.seed)
        print(f"{chosen.out.with_suffix('.db')}: {time.perf_counter() - start:.1f} s")
    if chosen.only != "db":
        start = time.perf_counter()
        write_csv(chosen.out.with_suffix(".csv"), chosen.lines, seed=chosen.seed)
        print(f"{chosen.out.with_suffix('.csv')}: {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
