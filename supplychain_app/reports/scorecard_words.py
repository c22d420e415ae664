"""What a scorecard says in words: its finding, its tiles, what it rests on, and its definitions."""

from dataclasses import dataclass

from supplychain_app.analytics.rates import Rate
from supplychain_app.reports import words
from supplychain_app.reports.scorecard import Basis, Scorecard


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
        return f"too few to say ({grade.n})"
    text = f"{words.number(grade.score or 0)} of 100"
    if grade.interval is not None:
        text += f" ({words.number(grade.interval[0])}–{words.number(grade.interval[1])})"
    return text


def previous_grade_note(card: Scorecard) -> str:
    before = card.figures.previous_grade
    if not before.letters:
        return f"period before: too few ({before.n})"
    return f"period before: {'–'.join(before.letters)}, {words.number(before.score or 0)}"


def summary(card: Scorecard) -> str:
    """The finding of page 1 in one sentence."""
    figures = card.figures
    now, before = figures.on_time.first_promise.otif, figures.previous_on_time.first_promise.otif
    if now.n == 0:
        return "No line was due in this period, so there is nothing to grade."
    if now.too_few or now.value is None:
        return f"{words.plural(now.n, 'line')} due in this period: too few to grade. At least five are needed."
    text = f"{words.percent(now.value)} of {words.plural(now.n, 'line')} came on time and in full"
    if before.value is not None and not before.too_few:
        change = round(now.value * 100) - round(before.value * 100)
        how = "the same as" if change == 0 else f"{abs(change)} points {'better' if change > 0 else 'worse'} than"
        text += f", {how} the period before"
        if (
            before.interval
            and now.interval
            and before.interval[0] <= now.interval[1]
            and now.interval[0] <= before.interval[1]
        ):
            text += " (chance can explain that)" if change else ""
    return text + "."


def rests_on(card: Scorecard) -> str:
    """'Rests on 84 lines due, 92 receipts, 12 open lines. Missing: sent date on 7 lines.'"""
    figures = card.figures
    text = (
        f"Rests on {words.plural(figures.lines, 'line')} due in the period,"
        f" {words.plural(card.counted_receipts, 'receipt')} and {words.plural(figures.open_lines, 'open line')}."
    )
    gaps = [f"{name} on {words.plural(count, 'line')}" for name, count in card.gaps if count]
    return text + (f" Missing: {words.listed(gaps[:4])}." if gaps else " No gaps in the data.")


def tiles(card: Scorecard) -> tuple[Tile, ...]:
    """The five figures of page 1."""
    return (_on_time(card), _lateness(card), _promises(card), _answers(card), _lead_time(card))


def our_doing(card: Scorecard) -> list[tuple[str, str]]:
    """What we did to the supplier: (what, figure)."""
    doing, ours = card.figures.our_doing, card.figures.responsiveness.our_replies
    total, row = doing.lines, card.figures.lead_time
    quoted = row is not None and row.erp_days is not None
    below = f"{doing.ordered_below_lead_time} of {total}" if quoted else "not known"
    return [
        ("Ordered with less time than their lead time", below),
        ("Lines we changed after ordering", f"{doing.changed_by_us} of {total}"),
        ("Our time to answer their questions", f"{_reply(ours.p50)}, {ours.open} open" if ours.n else "no questions"),
        ("On time against the date we asked for", _with_n(card.figures.on_time.required.otif)),
    ]


def definitions(card: Scorecard) -> tuple[str, ...]:
    """Five lines that say what the figures mean."""
    basis = card.basis
    tolerance = f" less {words.percent(basis.quantity_tolerance)}" if basis.quantity_tolerance else ""
    return (
        f"On time and in full: the whole quantity{tolerance} is here {window(basis)} the first promise.",
        "Counted is every line whose promise lies in the period; one past due and still open is a miss.",
        "Lateness: days from first promise to complete; open lines count as late so far, not as nothing.",
        "Lead time: order sent to complete; the plan covers the share of deliveries named beside it.",
        f"Grade: {weights(card)}; A from 90, B from 75, C from 60; two letters where chance spans both.",
    )


def weights(card: Scorecard) -> str:
    total = sum(part.weight for part in card.figures.grade.parts) or 1.0
    named = [
        f"{words.PARTS.get(p.name, p.name).lower()} {words.number(100 * p.weight / total)}"
        for p in card.figures.grade.parts
    ]
    return ", ".join(named)


def window(basis: Basis) -> str:
    """'on or before', 'up to 2 days after', 'from 5 days before to 2 days after'."""
    if basis.early_days is None:
        return "on or before" if basis.late_days == 0 else f"up to {words.days(basis.late_days)} after"
    end = f"{words.days(basis.late_days)} after" if basis.late_days else "the day of"
    return f"from {words.days(basis.early_days)} before to {end}"


def footer(card: Scorecard) -> str:
    """Basis, window, calendar and as-of date, on each page."""
    return (
        f"Basis: first promise, {window(card.basis)} · days: {card.basis.calendar}"
        f" · {words.period(*card.figures.period)} · as known on {words.long_day(card.figures.as_of)}"
    )


def _on_time(card: Scorecard) -> Tile:
    on_time = card.figures.on_time
    first = on_time.first_promise.otif
    notes = [
        f"n = {first.n}" + (f", {words.between(first.interval)}" if first.interval and not first.too_few else ""),
        f"last promise: {_brief(on_time.last_promise.otif)}",
        f"date needed: {_brief(on_time.required.otif)}",
    ]
    return Tile("On time and in full", _brief(first), "kept the first promise", tuple(notes))


def _lateness(card: Scorecard) -> Tile:
    first = card.figures.on_time.first_promise
    notes = [f"80 %: {words.late(first.lateness_p80)}" if first.n else "no line was due"]
    if first.open_past_due:
        notes.append(f"{words.plural(first.open_past_due, 'line')} still open")
    ppm = card.rejected_ppm
    notes.append(f"rejected: {words.number(ppm)} ppm" if ppm is not None else "rejects: no data")
    if not first.n:
        return Tile("Lateness", "no data", "", tuple(notes))
    if first.n < 5:
        return Tile("Lateness", f"too few ({first.n})", "lines to say", tuple(notes[1:]))
    half = first.lateness_p50
    if half is None:
        return Tile("Lateness", "still open", "more than half are not here", tuple(notes))
    if abs(half) < 0.5:
        return Tile("Lateness", "on the day", "half are here by then", tuple(notes))
    value = words.days(abs(half))
    meaning = "half are at most this late" if half > 0 else "half are at least this early"
    return Tile("Lateness", value, meaning, tuple(notes))


def _promises(card: Scorecard) -> Tile:
    found = card.figures.promises
    if not found.lines:
        return Tile("Promises", "no data", "no promise lies in the period", ())
    notes = [f"{words.plural(found.slips, 'move')}, {words.days(found.days_slipped)} in all"]
    if found.noticed.n >= 5:
        notes.append(f"warned in time: {_brief(found.noticed)}")
    if found.second_kept.n >= 5:
        notes.append(f"second date kept: {_brief(found.second_kept)}")
    if found.never_confirmed:
        notes.append(f"{words.plural(found.never_confirmed, 'line')} not confirmed")
    if not found.slips and found.lines >= 5:
        return Tile("Promises", "none moved", f"of {words.plural(found.lines, 'line')}", tuple(notes[1:]))
    few = found.lines < 5
    value = "too few" if few else words.percent(found.slipped_lines / found.lines)
    return Tile("Promises", value, f"{found.slipped_lines} of {found.lines} lines moved later", tuple(notes[:3]))


def _answers(card: Scorecard) -> Tile:
    found = card.figures.responsiveness
    notes = [f"orders in 2 days: {_brief(found.acknowledged_in_two)}"]
    if found.open_questions:
        oldest = f", oldest {words.days(found.oldest_open_days)}" if found.oldest_open_days is not None else ""
        notes.append(f"{found.open_questions} open{oldest}")
    if found.replies.n:
        notes.append(f"n = {words.plural(found.replies.n, 'question')}")
        return Tile("Answers", _reply(found.replies.p50), "until half are answered", tuple(notes))
    if found.acknowledgement.n:
        notes.append(f"n = {words.plural(found.acknowledgement.n, 'order')}")
        return Tile("Answers", words.days(found.acknowledgement.p50), "until half are confirmed", tuple(notes))
    return Tile("Answers", "no data", "no questions recorded", ())


def _lead_time(card: Scorecard) -> Tile:
    row = card.figures.lead_time
    if row is None or row.planning_days is None:
        return Tile("Lead time", "no data", "too few complete lines", ())
    notes = [f"half within {words.days(row.p50)}" if row.p50 is not None else "half: not reached yet"]
    if row.erp_days is not None:
        notes.append(f"quoted: {words.days(row.erp_days)}" + (f", {row.verdict}" if row.verdict else ""))
    else:
        notes.append("quoted: not known")
    if row.borrowed_share >= 0.05:
        notes.append(f"{words.percent(row.borrowed_share)} from similar lines")
    else:
        notes.append(f"n = {words.plural(row.n, 'line')}")
    return Tile(
        "Lead time", words.days(row.planning_days), f"to plan for {words.percent(row.service_level)}", tuple(notes)
    )


def _reply(value: float | None) -> str:
    return "not reached" if value is None else words.hours(value)


def _brief(rate: Rate) -> str:
    if rate.n == 0 or rate.value is None:
        return "no data"
    return f"too few ({rate.n})" if rate.too_few else words.percent(rate.value)


def _with_n(rate: Rate) -> str:
    return f"{_brief(rate)}, n = {rate.n}" if rate.n >= 5 else _brief(rate)
