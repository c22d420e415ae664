"""Applies files of shipments, suppliers, materials and communications."""

import hashlib
import re
from typing import Any

from supplychain_app.domain import identifiers
from supplychain_app.exchange.records import Reject
from supplychain_app.language import grouped, tr
from supplychain_app.services.import_job import Done, Job, header_of
from supplychain_app.services.import_receipts import LinesOfOrders
from supplychain_app.services.import_suppliers import Suppliers
from supplychain_app.storage import import_nouns as stored
from supplychain_app.storage import import_staging
from supplychain_app.storage.import_messages import lines_of_order
from supplychain_app.storage.import_nouns import ShipmentRow


def shipments(job: Job) -> Done:
    """A list of shipments with tracking or container numbers."""
    done = Done()
    records = job.records
    import_staging.stage(job.db, _order_numbers(job))
    known = LinesOfOrders(job.db)
    orders, lines, materials = records.get("purchase_order"), records.get("line"), records.get("material")
    suppliers = Suppliers(job)
    codes, names = records.get("supplier_code"), records.get("supplier_name")
    found_lines: list[list[int]] = []
    unknown = 0
    for i in range(len(records)):
        linked: list[int] = []
        if orders[i] is not None:
            line_id, _ = known.find(orders[i], lines[i], materials[i])
            if line_id is not None:
                linked = [line_id]
            elif lines[i] is None and materials[i] is None:
                linked = [one[0] for one in known.by_order.get(orders[i], [])]
            linked = linked or _lines_named(job, orders[i], lines[i])
            unknown += not linked
        found_lines.append(linked)
    supplier_ids = [suppliers.find(c, n) for c, n in zip(codes, names, strict=True)]
    rows = _shipment_rows(job, found_lines, supplier_ids, done)
    done.added, done.changed = stored.add_shipments(job.db, rows, job.import_id)
    done.unchanged = len(rows) - done.added - done.changed
    if unknown:
        done.notes.append(
            tr(
                "{count} rows name an order that is not in the workspace; their shipments stand alone",
                count=grouped(unknown),
            )
        )
    import_staging.drop_staged(job.db)
    return done


def _lines_named(job: Job, cell: str, line: str | None) -> list[int]:
    """The lines of the orders in a cell like “PO 4500012346 / 4500012347”; the one with this number, where it is one's.

    A number that is no line's is taken for the row's own count where the order has a single line.
    """
    found: list[int] = []
    for name in re.split(r"[,;/|&+\n]|\s{2,}|\s(?=\d{5})", cell):
        own = lines_of_order(job.db, name) if len(name.strip()) > 2 else []
        same = [one for one in own if one.line == line]
        if line is None or same or len(own) == 1:
            found += [one.id for one in same or own]
    return list(dict.fromkeys(found))


def shipments_of_lines(job: Job, known: dict[int, tuple[int, int | None]]) -> None:
    """An order list that carries shipment or tracking numbers makes shipments too.

    The rows are staged and linked, but for those that say nothing new: `known` has their lines and suppliers.
    """
    by_row = import_staging.line_of_row(job.db) | known
    linked = [[by_row[number][0]] if number in by_row else [] for number in job.records.numbers]
    suppliers = [by_row[number][1] if number in by_row else None for number in job.records.numbers]
    stored.add_shipments(job.db, _shipment_rows(job, linked, suppliers, Done(), quietly=True), job.import_id)


def _order_numbers(job: Job) -> Any:
    blank = [None] * (len(import_staging.STAGED) - 2)
    orders = job.records.get("purchase_order")
    return ([number, order, *blank] for number, order in zip(job.records.numbers, orders, strict=True))


def _shipment_rows(
    job: Job, lines: list[list[int]], suppliers: list[int | None], done: Done, *, quietly: bool = False
) -> list[ShipmentRow]:
    """One shipment a number, whatever the number of rows that name it."""
    records = job.records
    get = records.get
    numbers, trackings, containers, carriers = (
        get("shipment_number"),
        get("tracking_number"),
        get("container"),
        get("carrier"),
    )
    modes, incoterms, origins, ends, shipped, amounts = (
        get(n) for n in ("mode", "incoterm", "origin", "destination", "shipped_on", "quantity")
    )
    found: dict[str, ShipmentRow] = {}
    for i, row in enumerate(records.numbers):
        number = numbers[i] or trackings[i] or containers[i]
        if number is None:
            if not quietly:
                done.rejects.append(
                    Reject(row, _any_header(records), tr("there is no tracking, container or shipment number"))
                )
            continue
        units = _units(trackings[i], containers[i], carriers[i])
        carrier = units[0][1] if units else carrier_key(carriers[i], number)
        identity = f"{carrier}|{number}"
        values = {
            "number": number,
            "supplier_id": suppliers[i],
            "carrier": carrier or None,
            "mode": modes[i],
            "incoterm": incoterms[i],
            "origin": origins[i],
            "destination": ends[i],
            "shipped_on": shipped[i],
        }
        if identity in found:
            old = found[identity]
            merged = {k: old.values[k] if old.values[k] is not None else v for k, v in values.items()}
            all_units = list(dict.fromkeys([*old.units, *units]))
        else:
            old, merged, all_units = None, values, units
        all_lines = {line: quantity for line, quantity in (old.lines if old else [])}  # noqa: C416
        for line in lines[i]:
            share = amounts[i] if len(lines[i]) == 1 else None
            if all_lines.get(line) is not None and share is not None:
                share += all_lines[line] or 0
            all_lines[line] = share
        found[identity] = ShipmentRow(identity, merged, list(all_lines.items()), all_units)
    return list(found.values())


def _units(tracking: str | None, container: str | None, carrier: str | None) -> list[tuple[str, str, str, str | None]]:
    """What a carrier tracks: each container, else each parcel, waybill or bill of lading."""
    units: list[tuple[str, str, str, str | None]] = []
    references = [one for one in re.split(r"[,;/]+|\s+(?=\d{9})", tracking) if one] if tracking else []
    for one in re.split(r"[,;/]+", container) if container else []:
        number = identifiers.normalised(one)
        if number:
            units.append(("container", carrier_key(carrier, number), number, references[0] if references else None))
    if units:
        return units
    for one in references:
        number = identifiers.normalised(one)
        candidates = identifiers.recognise(number)
        kind = candidates[0].kind if candidates else "parcel"
        units.append((kind, carrier_key(carrier, number), number, None))
    return units


def carrier_key(name: str | None, number: str) -> str:
    """The key of a carrier, from its name, else from the form of the number; '' where neither tells."""
    if name:
        return identifiers.carrier_key(name)
    candidates = [c for c in identifiers.recognise(number) if c.carrier and c.check != "failed"]
    return (candidates[0].carrier or "") if candidates else ""


def _any_header(records: Any) -> str:
    wanted = ("tracking_number", "container", "shipment_number")
    return next((m.column for m in records.matches if m.field in wanted), "tracking_number")


def suppliers(job: Job) -> Done:
    """A list of suppliers with what is known of them."""
    done = Done()
    records = job.records
    book = Suppliers(job)
    get = records.get
    for i, row in enumerate(records.numbers):
        code, name = get("supplier_code")[i], get("supplier_name")[i]
        if code is None and name is None:
            done.rejects.append(
                Reject(row, header_of(records, "supplier_name"), tr("there is neither a name nor a code"))
            )
            continue
        before = book.added
        supplier_id = book.find(code, name)
        assert supplier_id is not None
        values = {"country": get("country")[i], "currency": get("currency")[i], "language": get("language")[i]}
        if name is not None and code is not None:
            values["name"] = name
        changed = stored.fill_gaps(job.db, "supplier", supplier_id, values, job.import_id, overwrite=True)
        if book.added > before:
            done.added += 1
        elif changed:
            done.changed += 1
        else:
            done.unchanged += 1
        if get("email")[i] or get("contact")[i] or get("phone")[i]:
            stored.add_contact(
                job.db,
                {
                    "supplier_id": supplier_id,
                    "name": get("contact")[i],
                    "email": get("email")[i],
                    "phone": get("phone")[i],
                },
                job.import_id,
            )
    return done


def change_material(job: Job, number: str, values: dict[str, Any]) -> None:
    stored.add_or_change_material(job.db, {"number": number, **values}, job.import_id)


def materials(job: Job) -> Done:
    """A list of materials with the ERP's planned lead times."""
    done = Done()
    records = job.records
    get = records.get
    book = Suppliers(job)
    numbers, days = get("material"), get("lead_time_days")
    columns = {
        name: get(field)
        for name, field in (
            ("description", "description"),
            ("unit", "unit"),
            ("material_group", "material_group"),
            ("currency", "currency"),
        )
    }
    codes, names = get("supplier_code"), get("supplier_name")
    for i, row in enumerate(records.numbers):
        if numbers[i] is None:
            done.rejects.append(Reject(row, header_of(records, "material"), tr("there is no material number")))
            continue
        values: dict[str, Any] = {name: column[i] for name, column in columns.items() if column[i] is not None}
        planned = round(days[i]) if days[i] is not None and 0 <= days[i] < 5000 else None
        if planned is not None:
            values["erp_lead_time_days"] = planned
        what = stored.add_or_change_material(job.db, {"number": numbers[i], **values}, job.import_id)
        done.added += what == "new"
        done.changed += what == "changed"
        done.unchanged += what == "unchanged"
        supplier_id = book.find(codes[i], names[i])
        material_id = stored.material_id(job.db, numbers[i])
        if supplier_id is not None and material_id is not None and planned is not None:
            stored.set_source(job.db, material_id, supplier_id, planned, job.import_id)
    return done


def communications(job: Job) -> Done:
    """A log of mails, calls and meetings."""
    done = Done()
    records = job.records
    get = records.get
    book = Suppliers(job)
    for i, row in enumerate(records.numbers):
        moment = get("happened_at")[i]
        if moment is None:
            done.rejects.append(Reject(row, header_of(records, "happened_at"), tr("there is no date")))
            continue
        supplier_id = book.find(get("supplier_code")[i], get("supplier_name")[i])
        channel = _channel(get("channel")[i])
        subject, body = get("subject")[i], get("body")[i] or ""
        parts = ["import", str(supplier_id), moment, channel, subject or "", body, get("purchase_order")[i] or ""]
        fingerprint = hashlib.sha256("|".join(parts).encode()).hexdigest()
        direction = get("direction")[i] or ("internal" if channel == "note" else "out")
        values = {
            "fingerprint": fingerprint,
            "direction": direction,
            "channel": channel,
            "supplier_id": supplier_id,
            "subject": subject,
            "body": body,
            "sender": get("email")[i] if direction == "in" else None,
            "happened_at": f"{moment}T12:00:00Z",
            "thread": f"{(subject or fingerprint[:16]).casefold()}|{supplier_id}",
        }
        if stored.add_communication(job.db, values, get("purchase_order")[i], job.import_id):
            done.added += 1
        else:
            done.unchanged += 1
    return done


def _channel(text: str | None) -> str:
    words = (text or "").casefold()
    if re.search(r"call|phone|anruf|telefon|appel|llamada|chamada|ligaç", words):
        return "call"
    if re.search(r"meet|besprech|treffen|reunion|réunion|reuni|visit|besuch|teams|video", words):
        return "meeting"
    return "note" if re.search(r"note|notiz|nota", words) else "mail"
