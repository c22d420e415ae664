"""Reads one order line's whole story: dates, promises, communications, shipments and their events, receipts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from supplychain_app.domain.errors import NotFound
from supplychain_app.domain.line_story import LineStory, StoryMoment, StoryPromise
from supplychain_app.language import tr
from supplychain_app.storage.connection import Database
from supplychain_app.storage.promise_rows import IS_PART, STANDS

_LINE = """
select o.number, l.line, coalesce(s.name, ''), coalesce(m.description, l.description, m.number, ''),
  l.issued_on, l.required_on, l.completed_on, coalesce(l.note, '')
from order_line l
join purchase_order o on o.id = l.purchase_order_id
left join supplier s on s.id = l.supplier_id
left join material m on m.id = l.material_id
where l.id = ?
"""
_PROMISES = f"""
select p.known_on, p.promised_on, p.source, p.told_by, p.evidence, p.quantity, {IS_PART}
from promise p
where p.order_line_id = :id and p.known_on <= :day and {STANDS}
order by p.known_on, p.id
"""
_MOMENTS = """
select substr(c.happened_at, 1, 10), 'communication', c.direction, c.channel,
  coalesce(c.subject, substr(c.body, 1, 80), '')
from communication c
where c.id in (
  select k.communication_id from communication_link k
  where k.order_line_id = :id
    or (k.order_line_id is null and k.purchase_order_id = (select purchase_order_id from order_line where id = :id)))
union all
select r.received_on, 'receipt', r.quantity, coalesce(r.rejected_quantity, 0), ''
from receipt r
where r.order_line_id = :id and r.retraction = 0 and r.known_on <= :day
  and not exists (select 1 from receipt x where x.replaces_id = r.id)
union all
select substr(e.occurred_local, 1, 10), 'shipment', e.raw_text, coalesce(e.milestone, e.status),
  coalesce(e.city, e.place_text, e.unlocode)
from shipment_line sl
join tracked_unit u on u.shipment_id = sl.shipment_id
join tracking_event e on e.tracked_unit_id = u.id
where sl.order_line_id = :id and e.classifier = 'actual' and e.retracted_at is null
union all
select h.shipped_on, 'shipped', h.carrier, '', ''
from shipment_line sl
join shipment h on h.id = sl.shipment_id
where sl.order_line_id = :id and h.shipped_on is not null
union all
select acknowledged_on, 'acknowledged', '', '', '' from order_line where id = :id and acknowledged_on is not null
union all
select issued_on, 'sent', '', '', '' from order_line where id = :id and issued_on is not null
union all
select substr(c.recorded_at, 1, 10), 'reassigned', c.stage, c.party, c.reason
from cause c
where c.order_line_id = :id and c.stage is not null and c.party is not null
"""
_KINDS = {"shipped": "shipment"}
_SAID = {
    ("in", "mail"): tr("Their mail"),
    ("out", "mail"): tr("Our mail"),
    ("in", "call"): tr("Their call"),
    ("out", "call"): tr("Our call"),
}
_CHANNELS = {
    "mail": tr("Mail"),
    "call": tr("Call", "noun"),
    "meeting": tr("Meeting"),
    "note": tr("Note"),
    "edi": tr("EDI message"),
    "workbook": tr("Workbook"),
    "manual": tr("By hand"),
    "import": tr("Import"),
}


def read(
    db: Database,
    line_id: int,
    *,
    as_of: date,
    forecast: dict[float, date] | None = None,
    names: Mapping[str, str] | None = None,
) -> LineStory:
    """The story of a line as known on a day; raises NotFound without one. `names`: of carriers, stages and parties."""
    row = db.conn.execute(_LINE, [line_id]).fetchone()
    if row is None:
        raise NotFound(tr("This line is no longer in the workspace."))
    given = {"id": line_id, "day": as_of.isoformat()}
    promises = [
        StoryPromise(
            date.fromisoformat(known), date.fromisoformat(promised), _said(source, by, evidence), quantity, bool(part)
        )
        for known, promised, source, by, evidence, quantity, part in db.conn.execute(_PROMISES, given)
    ]
    moments = [
        StoryMoment(
            date.fromisoformat(day),
            _KINDS.get(kind, kind),
            _happened(kind, first, second, last, names or {}),
        )
        for day, kind, first, second, last in db.conn.execute(_MOMENTS, given)
        if day and day <= as_of.isoformat()
    ]
    issued, required, completed = (date.fromisoformat(text) if text else None for text in row[4:7])
    return LineStory(
        line_id=line_id,
        purchase_order=row[0],
        line=row[1],
        supplier=row[2],
        material=row[3],
        as_of=as_of,
        issued_on=issued,
        required_on=required,
        completed_on=completed,
        note=row[7],
        promises=tuple(promises),
        moments=tuple(sorted(moments, key=lambda m: m.day)),
        forecast=forecast or {},
    )


def _happened(kind: str, first: Any, second: Any, last: Any, names: Mapping[str, str]) -> str:  # noqa: PLR0911
    """What happened, in words."""
    match kind:
        case "sent":
            return tr("Order sent")
        case "acknowledged":
            return tr("Order acknowledged")
        case "communication":
            channel = _SAID.get((first, second)) or _CHANNELS.get(second, second)
            return f"{channel}: {last}"
        case "receipt":
            if second > 0:
                return tr("Received {quantity:g}, {rejected:g} rejected", quantity=first, rejected=second)
            return tr("Received {quantity:g}", quantity=first)
        case "shipped":
            name = names.get(first or "", (first or "").replace("_", " "))
            return tr("Shipped by {carrier}", carrier=name) if name else tr("Shipped")
        case "reassigned":
            stage, party = names.get(first, first), names.get(second, second)
            return tr("{stage} counts as arranged by {party}: {reason}", stage=stage, party=party, reason=last)
    what = first or (second or "").replace("_", " ")
    return f"{what}, {last}" if last else what


def _said(source: str, by: str | None, evidence: str | None) -> str:
    if source == "import" and evidence:
        return evidence
    channel = _CHANNELS.get(source, source)
    words = f"{channel}, {by}" if by else channel
    return f"{words}: {evidence}" if evidence else words
