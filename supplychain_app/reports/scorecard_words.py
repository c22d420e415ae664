"""What a scorecard says in words: its finding, its tiles, what it rests on, and its definitions."""

from dataclasses import dataclass

from supplychain_app.analytics.rates import Rate
from supplychain_app.analytics.shrinkage import TOO_FEW
from supplychain_app.language import tr, within
from supplychain_app.reports import words
from supplychain_app.reports.scorecard import Basis, Scorecard

SIDES = {"theirs": tr("theirs"), "ours": tr("ours")}
THROUGH = {
    "import": tr("ERP export"),
    "mail": tr("mail"),
    "call": tr("call"),
    "meeting": tr("meeting"),
    "workbook": tr("workbook"),
    "edi": "EDI",
    "manual": tr("by hand"),
}
ASKED = {
    "acknowledge": tr("the acknowledgement"),
    "date": tr("the date"),
    "where": tr("where the goods are"),
    "other": tr("a question"),
}
"""What a question without words of its own asked for."""
FORECAST_FROM = {
    "promise": tr("the promise"),
    "lead time": tr("lead times"),
    "carrier eta": tr("the carrier's ETA"),
    "none": tr("nothing to go by"),
}
SIGNALS = {"outside": tr("outside its limits"), "run": tr("long on one side")}


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure of page 1: what it is, its value, what that means, and up to three lines below."""

    name: str
    value: str
    meaning: str
    notes: tuple[str, ...]


def letters(card: Scorecard) -> str:
    """'B', 'B–C', or nothing where there are too few lines for a letter."""
    return "–".join(card.figures.grade.letters)


def grade_note(card: Scorecard) -> str:
    grade = card.figures.grade
    if not grade.letters:
        return tr("too few to say ({n})", n=grade.n)
    text = tr("{number} of 100", number=words.number(grade.score or 0))
    if grade.interval is not None:
        text += f" ({words.number(grade.interval[0])}–{words.number(grade.interval[1])})"
    return text


def previous_grade_note(card: Scorecard) -> str:
    before = card.figures.previous_grade
    if not before.letters:
        return tr("period before: too few ({n})", n=before.n)
    return tr(
        "period before: {letters}, {number}", letters="–".join(before.letters), number=words.number(before.score or 0)
    )


def summary(card: Scorecard) -> str:
    """The finding of page 1 in one sentence."""
    figures = card.figures
    now, before = figures.on_time.first_promise.otif, figures.previous_on_time.first_promise.otif
    if now.n == 0:
        return tr("No line was due in this period, so there is nothing to grade.")
    if now.too_few or now.value is None:
        return tr(
            "{lines} due in this period: too few to grade. At least five are needed.", lines=words.plural(now.n, "line")
        )
    text = tr(
        "{share} of {lines} came on time and in full", share=words.percent(now.value), lines=words.plural(now.n, "line")
    )
    if before.value is not None and not before.too_few:
        change = round(now.value * 100) - round(before.value * 100)
        how = (
            tr("the same as")
            if change == 0
            else tr(
                "{change} points {direction} than",
                change=abs(change),
                direction=tr("better") if change > 0 else tr("worse"),
            )
        )
        text += tr(", {how} the period before", how=how)
        if (
            before.interval
            and now.interval
            and before.interval[0] <= now.interval[1]
            and now.interval[0] <= before.interval[1]
        ):
            text += tr(" (chance can explain that)") if change else ""
    return text + "."


def rests_on(card: Scorecard) -> str:
    """'Rests on 84 lines due, 92 receipts, 12 open lines. Missing: sent date on 7 lines.'"""
    figures = card.figures
    text = tr(
        "Rests on {lines} due in the period, {receipts} and {open_lines}.",
        lines=words.plural(figures.lines, "line"),
        receipts=words.plural(card.counted_receipts, "receipt"),
        open_lines=words.plural(figures.open_lines, "open line"),
    )
    gaps = [
        tr("{name} on {lines}", name=words.GAPS.get(name, name), lines=words.plural(count, "line"))
        for name, count in card.gaps
        if count
    ]
    return text + (tr(" Missing: {listed}.", listed=words.listed(gaps[:4])) if gaps else tr(" No gaps in the data."))


def tiles(card: Scorecard) -> tuple[Tile, ...]:
    """The five figures of page 1."""
    return (_on_time(card), _lateness(card), _promises(card), _answers(card), _lead_time(card))


def our_doing(card: Scorecard) -> list[tuple[str, str]]:
    """What we did to the supplier: (what, figure)."""
    doing, ours = card.figures.our_doing, card.figures.responsiveness.our_replies
    total, row = doing.lines, card.figures.lead_time
    quoted = row is not None and row.erp_days is not None
    below = (
        tr("{ordered_below_lead_time} of {total}", ordered_below_lead_time=doing.ordered_below_lead_time, total=total)
        if quoted
        else tr("not known")
    )
    return [
        (tr("Ordered with less time than their lead time"), below),
        (
            tr("Lines we changed after ordering"),
            tr("{changed_by_us} of {total}", changed_by_us=doing.changed_by_us, total=total),
        ),
        (
            tr("Our time to answer their questions"),
            tr("{reply}, {open} open", reply=_reply(ours.p50), open=ours.open) if ours.n else tr("no questions"),
        ),
        (tr("On time against the date we asked for"), _with_n(card.figures.on_time.required.otif)),
    ]


def definitions(card: Scorecard) -> tuple[str, ...]:
    """Five lines that say what the figures mean."""
    basis = card.basis
    tolerance = (
        tr(" less {quantity_tolerance}", quantity_tolerance=words.percent(basis.quantity_tolerance))
        if basis.quantity_tolerance
        else ""
    )
    return (
        tr(
            "On time and in full: the whole quantity{tolerance} is here {window} the first promise.",
            tolerance=tolerance,
            window=window(basis),
        ),
        tr("Counted is every line whose promise lies in the period; one past due and still open is a miss."),
        tr("Lateness: days from first promise to complete; open lines count as late so far, not as nothing."),
        tr("Lead time: order sent to complete; the plan covers the share of deliveries named beside it."),
        tr(
            "Grade: {weights}; A from 90, B from 75, C from 60; two letters where chance spans both.",
            weights=weights(card),
        ),
    )


def weights(card: Scorecard) -> str:
    total = sum(part.weight for part in card.figures.grade.parts) or 1.0
    named = [
        f"{within(words.PARTS.get(p.name, p.name))} {words.number(100 * p.weight / total)}"
        for p in card.figures.grade.parts
    ]
    return ", ".join(named)


def window(basis: Basis) -> str:
    """'on or before', 'up to 2 days after', 'from 5 days before to 2 days after'."""
    if basis.early_days is None:
        return (
            tr("on or before")
            if basis.late_days == 0
            else tr("up to {late_days} after", late_days=words.days(basis.late_days))
        )
    end = tr("{late_days} after", late_days=words.days(basis.late_days)) if basis.late_days else tr("the day of")
    return tr("from {early_days} before to {end}", early_days=words.days(basis.early_days), end=end)


def footer(card: Scorecard) -> str:
    """Basis, window, calendar and as-of date, on each page."""
    return tr(
        "Basis: first promise, {window} · days: {calendar} · {period} · as known on {as_of}",
        window=window(card.basis),
        calendar=card.basis.calendar,
        period=words.period(*card.figures.period),
        as_of=words.long_day(card.figures.as_of),
    )


def _on_time(card: Scorecard) -> Tile:
    on_time = card.figures.on_time
    first = on_time.first_promise.otif
    notes = [
        f"n = {first.n}" + (f", {words.between(first.interval)}" if first.interval and not first.too_few else ""),
        tr("last promise: {brief}", brief=_brief(on_time.last_promise.otif)),
        tr("date needed: {brief}", brief=_brief(on_time.required.otif)),
    ]
    return Tile(tr("On time and in full"), _brief(first), tr("kept the first promise"), tuple(notes))


def _lateness(card: Scorecard) -> Tile:
    first = card.figures.on_time.first_promise
    notes = [f"80 %: {words.late(first.lateness_p80)}" if first.n else tr("no line was due")]
    if first.open_past_due:
        notes.append(tr("{lines} still open", lines=words.plural(first.open_past_due, "line")))
    ppm = card.rejected_ppm
    notes.append(tr("rejected: {ppm} ppm", ppm=words.number(ppm)) if ppm is not None else tr("rejects: no data"))
    if not first.n:
        return Tile(tr("Lateness"), tr("no data"), "", tuple(notes))
    if first.n < 5:
        return Tile(tr("Lateness"), tr("too few ({n})", n=first.n), tr("lines to say"), tuple(notes[1:]))
    half = first.lateness_p50
    if half is None:
        return Tile(tr("Lateness"), tr("still open"), tr("more than half are not here"), tuple(notes))
    if abs(half) < 0.5:
        return Tile(tr("Lateness"), tr("on the day"), tr("half are here by then"), tuple(notes))
    value = words.days(abs(half))
    meaning = tr("half are at most this late") if half > 0 else tr("half are at least this early")
    return Tile(tr("Lateness"), value, meaning, tuple(notes))


def _promises(card: Scorecard) -> Tile:
    found = card.figures.promises
    if not found.lines:
        return Tile(tr("Promises"), tr("no data"), tr("no promise lies in the period"), ())
    notes = [
        tr(
            "{moves}, {days_slipped} in all",
            moves=words.plural(found.slips, "move"),
            days_slipped=words.days(found.days_slipped),
        )
    ]
    if found.noticed.n >= 5:
        notes.append(tr("warned in time: {brief}", brief=_brief(found.noticed)))
    if found.second_kept.n >= 5:
        notes.append(tr("second date kept: {brief}", brief=_brief(found.second_kept)))
    if found.never_confirmed:
        notes.append(tr("{lines} not confirmed", lines=words.plural(found.never_confirmed, "line")))
    if not found.slips and found.lines >= 5:
        return Tile(
            tr("Promises"),
            tr("none moved"),
            tr("of {lines}", lines=words.plural(found.lines, "line")),
            tuple(notes[1:]),
        )
    few = found.lines < 5
    value = tr("too few") if few else words.percent(found.slipped_lines / found.lines)
    return Tile(
        tr("Promises"),
        value,
        tr("{slipped_lines} of {lines} lines moved later", slipped_lines=found.slipped_lines, lines=found.lines),
        tuple(notes[:3]),
    )


def _answers(card: Scorecard) -> Tile:
    found = card.figures.responsiveness
    notes = [tr("orders in 2 days: {brief}", brief=_brief(found.acknowledged_in_two))]
    if found.open_questions:
        oldest = (
            tr(", oldest {oldest_open_days}", oldest_open_days=words.days(found.oldest_open_days))
            if found.oldest_open_days is not None
            else ""
        )
        notes.append(tr("{open_questions} open{oldest}", open_questions=found.open_questions, oldest=oldest))
    if found.replies.n:
        notes.append(f"n = {words.plural(found.replies.n, 'question')}")
        if found.replies.p50 is None:
            return Tile(tr("Answers"), tr("not yet"), tr("half of them answered"), tuple(notes))
        return Tile(tr("Answers"), words.hours(found.replies.p50), tr("until half are answered"), tuple(notes))
    if found.acknowledgement.n:
        notes.append(f"n = {words.plural(found.acknowledgement.n, 'order')}")
        return Tile(tr("Answers"), words.days(found.acknowledgement.p50), tr("until half are confirmed"), tuple(notes))
    return Tile(tr("Answers"), tr("no data"), tr("no questions recorded"), ())


def _lead_time(card: Scorecard) -> Tile:
    row = card.figures.lead_time
    if row is None or row.planning_days is None:
        return Tile(tr("Lead time"), tr("no data"), tr("too few complete lines"), ())
    if row.n < TOO_FEW:
        notes = [tr("too few ({n})", n=row.n)]
    else:
        half = row.p50
        notes = [tr("half: not reached yet") if half is None else tr("half within {p50}", p50=words.days(half))]
    if row.erp_days is not None:
        notes.append(
            tr("quoted: {days}", days=words.days(row.erp_days))
            + (f", {words.VERDICTS[row.verdict]}" if row.verdict else "")
        )
    else:
        notes.append(tr("quoted: not known"))
    if row.borrowed_share >= 0.05:
        notes.append(tr("{borrowed_share} from similar lines", borrowed_share=words.percent(row.borrowed_share)))
    else:
        notes.append(f"n = {words.plural(row.n, 'line')}")
    return Tile(
        tr("Lead time"),
        words.days(row.planning_days),
        tr("to plan for {service_level}", service_level=words.percent(row.service_level)),
        tuple(notes),
    )


def _reply(value: float | None) -> str:
    return tr("not reached") if value is None else words.hours(value)


def _brief(rate: Rate) -> str:
    if rate.n == 0 or rate.value is None:
        return tr("no data")
    return tr("too few ({n})", n=rate.n) if rate.too_few else words.percent(rate.value)


def _with_n(rate: Rate) -> str:
    return f"{_brief(rate)}, n = {rate.n}" if rate.n >= 5 else _brief(rate)
