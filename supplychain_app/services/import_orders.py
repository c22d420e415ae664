"""Applies files of order lines: what is new, what moved, what vanished."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.exchange.coded import Column
from supplychain_app.language import grouped, tr
from supplychain_app.reports.worklist_words import long_day
from supplychain_app.services import import_nouns, import_rows
from supplychain_app.services.import_job import Done, Job
from supplychain_app.services.import_suppliers import Suppliers
from supplychain_app.storage import (
    import_ledgers,
    import_lines,
    import_staging,
    import_vanished,
    line_state,
    listed_lines,
)

CHUNK = 5000
_AS_TOLD = (  # fields that are staged as the file tells them
    "description", "unit", "unit_price", "currency", "issued_on", "created_on", "required_on", "incoterm",
    "incoterm_place", "mode", "origin", "destination", "country", "buyer", "status", "first_promise",
    "current_promise", "confirmed_on", "received_on", "posted_on", "rejected_quantity",
)  # fmt: skip


def orders(job: Job, *, out_of_order: bool) -> Done:
    """A list of order lines: a first one adds, a later one is compared."""
    records, db, day = job.records, job.db, job.day.isoformat()
    done = Done()
    history = import_rows.is_history(records)
    listed = _stage(job, done, out_of_order=out_of_order)
    done.added = import_lines.add_lines(db, job.import_id, file_name=job.file_name, file_day=day, history=history)
    if not out_of_order:
        done.changed = import_lines.change_lines(db, job.import_id, file_day=day)
    done.changed += import_lines.acknowledge_lines(db, job.import_id, file_day=day)
    evidence = tr("ERP export of {day} ({file})", day=long_day(job.day), file=job.file_name)
    if out_of_order:
        import_ledgers.correct_assumed_promises(db, job.import_id, file_day=day, evidence=evidence)
    done.promises_moved = import_ledgers.add_promises(db, job.import_id, file_day=day, evidence=evidence)
    booked = import_ledgers.add_history_receipts(db, job.import_id, file_day=day, history=history)
    line_state.start(db)
    import_staging.touch_staged(db, job.import_id)
    line_state.finish(db)
    if not history and not out_of_order:
        import_staging.list_lines(db, np.sort(listed.known[listed.known > 0]))
        done.vanished = import_vanished.note_vanished(
            db, job.import_id, file_day=day, buyers=listed.buyers, destinations=listed.destinations
        )
        import_vanished.settle_vanished(db, job.import_id, listed=True)
    if not out_of_order:
        listed_lines.remember(db, file_day=day)
    done.unchanged = import_staging.counts_of_staged(db)[1] + int(np.count_nonzero(listed.known))
    done.samples = import_staging.samples(db, 40)
    if booked:
        done.notes.append(tr("{count} receipts were read from the order lines", count=grouped(booked)))
    if out_of_order:
        done.notes.append(tr("a later export was imported before: of this one only new lines and promises are taken"))
    if any(name in records.columns for name in ("tracking_number", "container", "shipment_number")):
        known = np.flatnonzero(listed.known)
        lines = zip(listed.known[known].tolist(), listed.suppliers.at(known), strict=True)
        import_nouns.shipments_of_lines(
            job, dict(zip((records.numbers[i] for i in known.tolist()), lines, strict=True))
        )
    _set_lead_times(job)
    import_staging.drop_staged(db)
    return done


@dataclass(frozen=True)
class _Listed:
    """What the file lists: the lines whose rows say what they said last time (0: another row), and whose lines."""

    known: NDArray[np.int64]
    suppliers: Column
    buyers: list[str]
    destinations: list[str]


def _stage(job: Job, done: Done, *, out_of_order: bool) -> _Listed:
    """Put the rows that may change something into the staging table, with their suppliers, materials and lines."""
    records, db = job.records, job.db
    suppliers = Suppliers(job).ids()
    identities = import_rows.identities(records, done)
    amounts = import_rows.quantities(records, identities.listed, done)
    digests = import_rows.digests(records, suppliers)
    known = np.zeros(len(records), np.int64)
    if not out_of_order:
        known = np.where(identities.alone, listed_lines.find(db, digests), 0)
    all_rows = np.flatnonzero(identities.listed & amounts.known)
    buyers, destinations = (
        [word for word in records.column(name).take(all_rows).tally() if word is not None]
        for name in ("buyer", "destination")
    )
    rows = all_rows[known[all_rows] == 0]
    orders, are_new = _order_ids(job, identities.order, rows)
    # Of an order that is new, so are all its lines: they need not be looked for.
    new = are_new.at(rows)
    first_id = import_lines.next_line_id(db)
    line_ids = np.zeros(len(records), np.int64)
    fresh = rows[np.array(new, dtype=bool)]
    line_ids[fresh] = np.arange(first_id, first_id + len(fresh))
    columns: dict[str, Column] = {
        "purchase_order": identities.order,
        "line": identities.line,
        "schedule": identities.schedule,
        "purchase_order_id": orders,
        "supplier_id": suppliers,
        "is_new": are_new,
        **{name: records.columns[name] for name in _AS_TOLD if name in records.columns},
    }
    material = import_rows.materials(records)
    if material is not None:
        columns["material_id"] = _material_ids(job, material, rows)
    if "receipt_document" in records.columns:
        columns["document"] = records.columns["receipt_document"]
    figures = {
        "quantity": amounts.ordered,
        "received_quantity": amounts.received,
        "value_minor": amounts.value_minor,
        "order_line_id": np.where(line_ids > 0, line_ids, np.nan),
    }
    whole = {"row": np.array(records.numbers, dtype=np.int64), "digest": np.where(identities.alone, digests, 0)}
    import_staging.stage(db, _staged_rows(whole, columns, figures, rows), (*whole, *columns, *figures))
    import_lines.link_lines(db)
    return _Listed(known, suppliers, buyers, destinations)


def _staged_rows(
    whole: dict[str, NDArray[np.int64]],
    columns: dict[str, Column],
    figures: dict[str, NDArray[np.float64]],
    rows: NDArray[np.int64],
) -> Iterator[tuple[Any, ...]]:
    words = [np.fromiter(column.words, object, len(column.words)) for column in columns.values()]

    def some(start: int) -> Iterator[tuple[Any, ...]]:
        part = rows[start : start + CHUNK]
        return zip(
            *(column[part].tolist() for column in whole.values()),
            *(said[column.codes[part]].tolist() for said, column in zip(words, columns.values(), strict=True)),
            *(import_rows.figures(column, part) for column in figures.values()),
            strict=True,
        )

    return chain.from_iterable(map(some, range(0, len(rows), CHUNK)))


def _order_ids(job: Job, order: Column, rows: NDArray[np.int64]) -> tuple[Column, Column]:
    """The id of each row's order, and whether it is new."""
    wanted = order.take(rows).tally()
    known = import_lines.order_ids(job.db, list(wanted))
    new = import_lines.add_orders(job.db, [number for number in wanted if number not in known], job.import_id)
    return order.map((known | new).get), order.map(lambda number: int(number in new))


def _material_ids(job: Job, material: Column, rows: NDArray[np.int64]) -> Column:
    """The id of each row's material; new ones are added with the last of their descriptions and units."""
    records = job.records
    wanted = [number for number in material.take(rows).tally() if number is not None]
    known = import_lines.material_ids(job.db, wanted)
    new = sorted(number for number in wanted if number not in known)
    told = [_last_word(material, records.column(name), rows) for name in ("description", "unit")]
    found = [(number, *(words.get(number) for words in told)) for number in new]
    return material.map((known | import_lines.add_materials(job.db, found, job.import_id)).get)


def _last_word(key: Column, column: Column, rows: NDArray[np.int64]) -> dict[Any, Any]:
    """Of each word of `key`, the greatest of the words beside it, in the order of the alphabet."""
    ordered = sorted({word for word in column.words if word is not None})
    rank = {word: place for place, word in enumerate(ordered)}
    ranks = np.array([rank.get(word, -1) for word in column.words], dtype=np.int64)
    greatest = np.full(len(key.words), -1, np.int64)
    np.maximum.at(greatest, key.codes[rows], ranks[column.codes[rows]])
    found: dict[Any, Any] = {}
    for word, place in zip(key.words, greatest.tolist(), strict=True):
        if place >= 0 and (found.get(word) is None or ordered[place] > found[word]):
            found[word] = ordered[place]
    return found


def _set_lead_times(job: Job) -> None:
    """Order lists may carry the ERP's planned lead time of their material."""
    days, materials = job.records.columns.get("lead_time_days"), job.records.columns.get("material")
    if not days or not materials:
        return
    told = {m: round(d) for m, d in zip(materials, days, strict=True) if m and d is not None and 0 < d < 2000}
    for number, value in told.items():
        import_nouns.change_material(job, number, {"erp_lead_time_days": value})
