"""Writes what a carrier said of a unit: events once, ETAs when they differ, and the status that follows from both."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from supplychain_app.domain.shipments import (
    Eta,
    EtaKind,
    Event,
    ExceptionKind,
    Status,
    UnitReport,
    utc_text,
)
from supplychain_app.language import tr
from supplychain_app.storage.connection import Database

ORDER_KINDS = ("PO", "PURCHASE_ORDER", "CR")
"""Kinds of reference that name the customer's own order."""
_ETA_ORDER = (EtaKind.DELIVERY, EtaKind.AVAILABILITY, EtaKind.PICKUP_READY, EtaKind.PORT_ARRIVAL)
COMMITMENTS = ("committed", "guaranteed", "expected")
_COMMITTED = ", ".join(f"'{label}'" for label in COMMITMENTS)
_BEYOND_DELIVERY = (Status.RETURNING, Status.RETURNED, Status.EXCEPTION, Status.DELIVERY_ATTEMPTED, Status.CANCELLED)
_WITH_REASON = (Status.EXCEPTION, Status.DELIVERY_ATTEMPTED, Status.RETURNING, Status.RETURNED)
_NOT_SEEN = (Status.UNKNOWN, Status.NOT_FOUND)
_LOCAL_AHEAD = timedelta(hours=14)  # how far local time somewhere may be ahead of UTC


@dataclass(frozen=True, slots=True)
class Written:
    """What one report changed."""

    new_events: int
    old_status: Status
    status: Status
    eta: str | None
    eta_moved: bool


def fingerprint(source: str, number: str, event: Event) -> str:
    """The same scan told twice has the same fingerprint, however its text is worded or translated."""
    words = event.raw_code or " ".join((event.raw_text or "").casefold().split())
    place = event.place
    parts = (
        source,
        number,
        event.source_unique_id or "",
        event.classifier.value,
        event.occurred_local,
        words,
        "|".join((place.city or "", place.country or "", place.unlocode or "")),
    )
    return hashlib.sha256("|".join(parts).encode()).hexdigest()


def keep_payload(db: Database, carrier: str, body: Any, now: str) -> int:
    """Store an answer (already without personal data); the same one twice is one row."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    sha = hashlib.sha256(f"{carrier}|{text}".encode()).hexdigest()
    sql = "insert or ignore into payload (carrier, sha256, fetched_at, body) values (?, ?, ?, ?)"
    db.conn.execute(sql, [carrier, sha, now, text])
    return int(db.conn.execute("select id from payload where sha256 = ?", [sha]).fetchone()[0])


def write_report(
    db: Database, unit_id: int, source: str, report: UnitReport, *, now: datetime, payload_id: int | None = None
) -> Written:
    """Bring one unit up to what a report says; use inside `database.writing`."""
    moment = utc_text(now)
    unit = db.conn.execute("select number, status from tracked_unit where id = ?", [unit_id]).fetchone()
    number, old = unit[0], Status(unit[1])
    new_events = sum(
        _write_event(db, unit_id, source, number, event, now=moment, payload_id=payload_id) for event in report.events
    )
    _keep_orders(db, unit_id, report.references)
    moved = _write_etas(db, unit_id, source, report.etas, moment)
    status, kind, why = _derived(db, unit_id, report, old, now)
    if status is not old:
        set_status(db, unit_id, old, status, why=why, now=moment, payload_id=payload_id)
    eta = _current_eta(db, unit_id)
    last = db.conn.execute(
        """
        select coalesce(occurred_utc, occurred_local), coalesce(raw_text, raw_code)
        from tracking_event
        where tracked_unit_id = ? and classifier = 'actual' and retracted_at is null
          and coalesce(occurred_utc, occurred_local) <= ?
        order by coalesce(occurred_utc, occurred_local) desc, id desc
        limit 1
        """,
        [unit_id, utc_text(now + _LOCAL_AHEAD)],
    ).fetchone() or (None, None)
    db.conn.execute(
        """
        update tracked_unit
        set delay = ?, delay_reason = ?, exception_kind = ?, raw_status = coalesce(?, raw_status), eta = ?,
          last_event_at = ?, last_event_text = ?, service = coalesce(service, ?),
          last_checked_at = ?, last_error = null, last_error_at = null, error_streak = 0
        where id = ?
        """,
        [
            report.delay.value,
            report.delay_reason,
            kind.value if kind else None,
            report.raw_status,
            eta,
            *last,
            report.service,
            moment,
            unit_id,
        ],
    )
    return Written(new_events, old, status, eta, moved)


def _keep_orders(db: Database, unit_id: int, references: tuple[tuple[str, str], ...]) -> None:
    db.conn.executemany(
        "insert or ignore into unit_reference (tracked_unit_id, value) values (?, ?)",
        [(unit_id, value) for kind, value in references if kind.upper() in ORDER_KINDS],
    )


def set_status(
    db: Database, unit_id: int, old: Status | None, new: Status, *, why: str, now: str, payload_id: int | None = None
) -> None:
    """Change a unit's status and keep the change."""
    db.conn.execute("update tracked_unit set status = ? where id = ?", [new.value, unit_id])
    db.conn.execute(
        "insert into status_change (tracked_unit_id, old, new, why, payload_id, changed_at) values (?, ?, ?, ?, ?, ?)",
        [unit_id, old.value if old else None, new.value, why, payload_id, now],
    )


def has_events(db: Database, unit_id: int) -> bool:
    return (
        db.conn.execute("select 1 from tracking_event where tracked_unit_id = ? limit 1", [unit_id]).fetchone()
        is not None
    )


def _write_event(
    db: Database, unit_id: int, source: str, number: str, event: Event, *, now: str, payload_id: int | None
) -> int:
    mark = fingerprint(source, number, event)
    known = db.conn.execute(
        "select id from tracking_event where tracked_unit_id = ? and fingerprint = ?", [unit_id, mark]
    ).fetchone()
    if known:
        db.conn.execute(
            """
            update tracking_event
            set last_seen_at = ?, retracted_at = case when ? then coalesce(retracted_at, ?) end,
              status = ?, milestone = ?
            where id = ?
            """,
            [now, int(event.retracted), now, event.status.value, event.milestone, known[0]],
        )
        return 0
    place = event.place
    values = {
        "tracked_unit_id": unit_id,
        "source": source,
        "source_event_id": event.source_event_id,
        "fingerprint": mark,
        "classifier": event.classifier.value,
        "occurred_local": event.occurred_local,
        "utc_offset_min": event.utc_offset_min,
        "occurred_utc": event.occurred_utc,
        "time_basis": event.time_basis.value,
        "time_precision": {10: "date", 16: "minute"}.get(len(event.occurred_local), "second"),
        "status": event.status.value,
        "milestone": event.milestone.value if event.milestone else None,
        "exception_kind": event.exception_kind.value if event.exception_kind else None,
        "raw_code": event.raw_code,
        "raw_subcode": event.raw_subcode,
        "raw_text": event.raw_text,
        "place_text": place.text,
        "city": place.city,
        "region": place.region,
        "postcode": place.postcode,
        "country": place.country,
        "unlocode": place.unlocode,
        "facility_code": place.facility_code,
        "mode": event.mode,
        "vessel_name": event.vessel_name,
        "vessel_imo": event.vessel_imo,
        "voyage": event.voyage,
        "equipment_ref": event.equipment_ref,
        "empty_laden": {True: "empty", False: "laden"}.get(event.empty) if event.empty is not None else None,
        "first_seen_at": now,
        "last_seen_at": now,
        "retracted_at": now if event.retracted else None,
        "payload_id": payload_id,
    }
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    db.conn.execute(f"insert into tracking_event ({names}) values ({marks})", list(values.values()))
    return 1


def _write_etas(db: Database, unit_id: int, source: str, etas: tuple[Eta, ...], now: str) -> bool:
    """Keep each answer to "when?" that differs; a carrier that tells its whole history again adds nothing."""
    moved = False
    for kind, commitment in dict.fromkeys((eta.kind, _commitment(eta)) for eta in etas):
        told = [eta for eta in etas if eta.kind is kind and _commitment(eta) == commitment]
        known = db.conn.execute(
            f"""
            select earliest, latest from eta_observation
            where tracked_unit_id = ? and kind = ? and source = ?
              and case when source_label in ({_COMMITTED}) then source_label else '' end = ?
            order by id
            """,
            [unit_id, kind.value, source, commitment],
        ).fetchall()
        for position, eta in enumerate(told):
            value = (eta.earliest, eta.latest)
            is_current = position == len(told) - 1
            if (is_current and known and known[-1] == value) or (not is_current and value in known):
                continue
            moved = moved or bool(known)
            known.append(value)
            db.conn.execute(
                """
                insert into eta_observation
                  (tracked_unit_id, kind, earliest, latest, time_basis, source, source_label, observed_at, told_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [unit_id, kind.value, *value, eta.time_basis.value, source, eta.source_label, now, eta.created_utc],
            )
    return moved


def _commitment(eta: Eta) -> str:
    """What a carrier committed to has a history of its own beside what it predicts."""
    return eta.source_label if eta.source_label in COMMITMENTS else ""


def _current_eta(db: Database, unit_id: int) -> str | None:
    """The newest prediction of what is still to come; a commitment only where nothing is predicted."""
    rows = db.conn.execute(
        f"""
        select kind, latest from eta_observation o
        where tracked_unit_id = ? and not (kind = 'port_arrival' and exists (
          select 1 from tracking_event e
          where e.tracked_unit_id = o.tracked_unit_id and e.classifier = 'actual' and e.retracted_at is null
            and e.milestone in
              ('discharged', 'available', 'gate_out', 'out_for_delivery', 'delivered', 'empty_returned')
            and e.occurred_local >= date(o.latest, '-10 days')  -- else it was there on an earlier voyage
        ))
        order by coalesce(source_label, '') not in ({_COMMITTED}), id
        """,
        [unit_id],
    ).fetchall()
    newest = dict(rows)
    return next((newest[kind.value] for kind in _ETA_ORDER if kind.value in newest), None)


def _derived(
    db: Database, unit_id: int, report: UnitReport, old: Status, now: datetime
) -> tuple[Status, ExceptionKind | None, str]:
    """The carrier's explicit status wins; else the newest actual event; `delivered` yields only to what came later."""
    explicit = report.status
    if explicit in (Status.NOT_FOUND, Status.EXPIRED) and old not in _NOT_SEEN and has_events(db, unit_id):
        return old, None, tr("the carrier no longer lists it")  # its data has aged out: what is known is kept
    if explicit is not None and explicit is not Status.UNKNOWN:
        kind = report.exception_kind if explicit in _WITH_REASON else None
        return explicit, kind, tr("the carrier's current status")
    rows = db.conn.execute(
        """
        select status, exception_kind, coalesce(occurred_utc, occurred_local)
        from tracking_event
        where tracked_unit_id = :unit and classifier = 'actual' and retracted_at is null and status <> 'unknown'
          and case when occurred_utc is not null then occurred_utc <= :now else occurred_local <= :soon end
        order by coalesce(occurred_utc, occurred_local) desc, occurred_local desc, id desc
        """,
        {"unit": unit_id, "now": utc_text(now), "soon": utc_text(now + _LOCAL_AHEAD)},
    ).fetchall()
    if not rows:
        known = old if old not in (Status.NOT_FOUND,) else Status.UNKNOWN
        return known, None, tr("the carrier says nothing that can be read")
    newest = Status(rows[0][0])
    if any(row[0] == Status.DELIVERED for row in rows) and newest not in _BEYOND_DELIVERY:
        newest = Status.DELIVERED
    if newest is Status.DELIVERED and old in (Status.RETURNING, Status.RETURNED) and rows[0][0] != "delivered":
        newest = old
    kind = ExceptionKind(rows[0][1]) if newest in _WITH_REASON and rows[0][1] else None
    return newest, kind, tr("the newest event")
