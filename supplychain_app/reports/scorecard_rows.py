"""The figures of a scorecard and the rows behind them, as the cells of a workbook."""

from collections.abc import Mapping, Sequence
from datetime import date

from supplychain_app.analytics.on_time import BaseFigures
from supplychain_app.analytics.rates import Rate
from supplychain_app.analytics.weak_links import WeakLinks
from supplychain_app.language import tr
from supplychain_app.reports import scorecard_words as said
from supplychain_app.reports import words
from supplychain_app.reports.scorecard import Scorecard
from supplychain_app.reports.weak_link_words import link_name

Cell = str | int | float | date | bool | None
Row = Sequence[Cell]
Sheet = tuple[str, Sequence[str], list[Row]]
"""Name, headers and rows."""
FIGURES = (tr("Figure"), tr("Value"), tr("Unit"), "n", tr("From"), tr("To"), tr("Means"))
OF_100, SHARE, IN_LINES, IN_DAYS = tr("of 100"), tr("share", "unit"), tr("lines", "unit"), tr("days", "unit")
ASKED_BY = {"us": tr("us", "who asked"), "them": tr("them", "who asked")}


def figure_rows(card: Scorecard) -> list[Row]:
    """Every figure of the PDF: name, value, unit, n, interval, meaning."""
    bases = (card.figures.on_time.first_promise, card.figures.on_time.last_promise, card.figures.on_time.required)
    return [
        *_grade(card),
        *(row for base in bases for row in _base(base, said.window(card.basis))),
        _figure(tr("Rejected"), card.rejected_ppm, "ppm", card.counted_receipts, tr("rejected of a million received")),
        *_promises(card),
        *_answers(card),
        *_lead_time(card),
        *(
            _figure(tr("Ours: {what}", what=what), figure, "", card.figures.our_doing.lines, tr("what we did to them"))
            for what, figure in said.our_doing(card)
        ),
    ]


def _figure(
    name: str,
    value: Cell,
    unit: str,
    n: int,
    means: str = "",
    interval: tuple[float | None, float | None] | None = None,
) -> Row:
    return (name, value, unit, n, *(interval or (None, None)), means)


def _rate(name: str, rate: Rate, means: str) -> Row:
    means += tr(" (too few to say)") if rate.too_few else ""
    return _figure(name, rate.value, SHARE, rate.n, means, rate.interval)


def _grade(card: Scorecard) -> list[Row]:
    grade = card.figures.grade
    letters, score = said.letters(card) or tr("too few to say"), grade.score if grade.letters else None
    return [
        _figure(tr("Grade"), letters, "", grade.n, tr("see weights below"), grade.interval),
        _figure(tr("Score"), score, OF_100, grade.n, tr("weighted mean of the parts"), grade.interval),
        *(
            _figure(
                tr("Part: {part}", part=words.PARTS.get(part.name, part.name)),
                part.score,
                OF_100,
                part.n,
                tr("weight {weight}", weight=words.number(part.weight)),
                part.interval,
            )
            for part in grade.parts
        ),
    ]


def _base(base: BaseFigures, window: str) -> list[Row]:
    name, n, so_far = words.BASES[base.base], base.n, tr("open lines count as late so far")
    in_full = tr("lines complete {window} {name}", window=window, name=name)
    whole_orders = tr("Orders on time and in full, {name}", name=name)
    quantity, value = tr("Quantity on time, {name}", name=name), tr("Value on time, {name}", name=name)
    return [
        _rate(tr("On time and in full, {name}", name=name), base.otif, in_full),
        _rate(whole_orders, base.otif_orders, tr("all lines of the order")),
        _figure(quantity, base.quantity_share, SHARE, n, tr("received in time of ordered")),
        _figure(value, base.value_share, SHARE, n, tr("the same, weighted by value")),
        _figure(tr("Lateness, half, {name}", name=name), base.lateness_p50, IN_DAYS, n, so_far),
        _figure(tr("Lateness, 80 %, {name}", name=name), base.lateness_p80, IN_DAYS, n, so_far),
        _figure(tr("Open and past due, {name}", name=name), base.open_past_due, IN_LINES, n, tr("a miss already")),
    ]


def _promises(card: Scorecard) -> list[Row]:
    p = card.figures.promises
    no_promise = tr("no promise, no acknowledgement")
    return [
        _figure(tr("Lines with a promise"), p.lines, IN_LINES, p.lines, tr("first promise in the period")),
        _figure(tr("Moves later"), p.slips, tr("moves"), p.lines, tr("promises replaced by a later date")),
        _figure(tr("Lines that moved later"), p.slipped_lines, IN_LINES, p.lines),
        _figure(tr("Days moved later"), p.days_slipped, IN_DAYS, p.lines, tr("sum of all later moves")),
        _rate(tr("Warned five working days before"), p.noticed, tr("share of moves")),
        _rate(tr("Second promise kept"), p.second_kept, tr("of lines that moved")),
        _figure(tr("Never confirmed"), p.never_confirmed, IN_LINES, p.lines, no_promise),
    ]


def _answers(card: Scorecard) -> list[Row]:
    told = card.figures.responsiveness
    replies, waiting = told.replies, tr("open questions are counted as still waiting")
    return [
        _rate(tr("Confirmed within two working days"), told.acknowledged_in_two, tr("share of orders")),
        _figure(tr("Time to answer us, half"), replies.p50, tr("working hours"), replies.n, waiting, replies.interval),
        _figure(tr("Questions open"), told.open_questions, tr("questions"), replies.n),
    ]


def _lead_time(card: Scorecard) -> list[Row]:
    row = card.figures.lead_time
    if row is None:
        return []
    counted, covers = tr("order sent to complete"), words.percent(row.service_level)
    planned = tr("covers {service_level}", service_level=covers)
    return [
        _figure(tr("Lead time, half"), row.p50, IN_DAYS, row.n, counted, row.p50_interval),
        _figure(tr("Lead time, 80 %"), row.p80, IN_DAYS, row.n, counted, row.p80_interval),
        _figure(tr("Lead time to plan with"), row.planning_days, IN_DAYS, row.n, planned, row.interval),
        _figure(tr("Lead time quoted"), row.erp_days, IN_DAYS, row.n, tr("as the ERP has it")),
    ]


def sheets(card: Scorecard) -> list[Sheet]:
    """The sheets behind the figures."""
    return [
        (tr("Lines"), LINES, [_line(card, row.line_id) for row in card.lines]),
        (tr("Late lines"), LATE, [
            (r.purchase_order, r.line, r.material, r.base, r.completed, r.days_late, r.promises)
            for r in card.figures.worst
        ]),
        (tr("Open at risk"), AT_RISK, [
            (r.purchase_order, r.line, r.issued, r.promise, r.required, r.p_late, r.quantiles.get(0.5),
             r.quantiles.get(0.8), _named(said.FORECAST_FROM, r.basis), r.n)
            for r in card.figures.at_risk
        ]),
        (tr("Promises"), PROMISES, [
            (r.purchase_order, r.line, r.known_on, r.promised_on, _named(said.THROUGH, r.source), r.told_by, r.evidence)
            for r in card.promises
        ]),
        (tr("Receipts"), RECEIPTS, [
            (r.purchase_order, r.line, r.received_on, r.posted_on, r.quantity, r.rejected, r.document)
            for r in card.receipts
        ]),
        (tr("Questions"), QUESTIONS, [
            (r.asked_on, _named(ASKED_BY, r.asked_by), r.about, r.words or _named(said.ASKED, r.kind), r.answered_on,
             r.days_open)
            for r in card.questions
        ]),
        (tr("Agreed actions"), ACTIONS, [
            (r.what, _named(said.SIDES, r.side), r.owner, r.due_on, r.done_on) for r in card.actions
        ]),
        (tr("By month"), MONTHS, _months(card)),
        (tr("Stages"), LINKS, _links(card.figures.stages)),
        (tr("Whose days"), LINKS, _links(card.figures.parties)),
    ]  # fmt: skip


LINES = (
    tr("Order"), tr("Line"), tr("Material"), tr("Description"), tr("Quantity"), tr("Unit"), tr("Sent"),
    tr("Acknowledged"), tr("Needed"), tr("First promise"), tr("Last promise"), tr("Dates given"), tr("Complete"),
    tr("Received"), tr("Rejected"), tr("Kept first promise"), tr("Kept last promise"), tr("Kept date needed"),
    tr("Days late"), tr("Open"),
)  # fmt: skip
LATE = (
    tr("Order"), tr("Line"), tr("Material"), tr("Held against"), tr("Complete"), tr("Days late"), tr("Dates given"),
)  # fmt: skip
AT_RISK = (
    tr("Order"), tr("Line"), tr("Sent"), tr("Promised"), tr("Needed"), tr("Chance of late"), tr("Half by"),
    tr("80 % by"), tr("From"), tr("Past lines"),
)  # fmt: skip
PROMISES = (
    tr("Order"), tr("Line"), tr("Told on"), tr("Promised for"), tr("Through"), tr("By"), tr("Evidence"),
)  # fmt: skip
RECEIPTS = (
    tr("Order"), tr("Line"), tr("Received"), tr("Posted"), tr("Quantity"), tr("Rejected"), tr("Document"),
)  # fmt: skip
QUESTIONS = (tr("Asked"), tr("By"), tr("About"), tr("Words"), tr("Answered"), tr("Days open"))
ACTIONS = (tr("What"), tr("Side"), tr("Owner"), tr("Due"), tr("Done"))
MONTHS = (tr("Month"), tr("On time"), tr("Lines"), tr("Signal"))
LINKS = (tr("Link"), tr("Lines"), tr("Late here"), tr("Days lost"), tr("Share"), tr("Share of the variation"))


def _line(card: Scorecard, line_id: int) -> Row:
    r = card.line(line_id)
    assert r is not None
    return (
        r.purchase_order, r.line, r.material, r.description, r.quantity, r.unit, r.issued, r.acknowledged, r.required,
        r.first_promise, r.last_promise, r.promises, r.completed, r.received, r.rejected, _flag(r.kept_first),
        _flag(r.kept_last), _flag(r.kept_required), r.days_late, tr("open") if r.is_open else "",
    )  # fmt: skip


def _named(names: Mapping[str, str], code: str | None) -> str:
    """A code of ours in words."""
    return names.get(code or "", code or "")


def _flag(kept: bool | None) -> str:
    return tr("not counted") if kept is None else tr("yes") if kept else tr("no")


def _links(found: WeakLinks) -> list[Row]:
    rows: list[Row] = [
        (link_name(x, found.by), x.n, x.late, x.days_lost, x.days_lost_share, x.variation_share) for x in found.links
    ]
    if found.unexplained_days:
        rows.append((tr("Not explained"), found.n, None, found.unexplained_days, None, None))
    return rows


def _months(card: Scorecard) -> list[Row]:
    chart = card.figures.behaviour
    outside = {signal.index: _named(said.SIGNALS, signal.kind) for signal in chart.signals}
    return [(label, chart.values[i], chart.counts[i], outside.get(i, "")) for i, label in enumerate(chart.labels)]
