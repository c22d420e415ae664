"""Page 2 of a scorecard: the lines, questions and actions that page 1 rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from supplychain_app.language import tr
from supplychain_app.reports import scorecard_words as said
from supplychain_app.reports import words
from supplychain_app.reports.page import Page
from supplychain_app.reports.scorecard import Scorecard

ROW = 4.7  # millimetres
COMMENT = 27.0  # room for comment and sign-off


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a printed table, as wide as its content; the stretchy one takes the rest."""

    name: str
    right: bool = False
    stretchy: bool = False


def fill(page: Page, card: Scorecard) -> None:
    style = page.style
    y = page.left
    page.text(page.left, y, page.fitted(card.figures.supplier, page.inner * 0.6), color=style.text2)
    page.text(
        page.right,
        y,
        tr("Evidence · {period_name}", period_name=words.period_name(card.figures.period_name)),
        ha="right",
        color=style.text2,
    )
    page.rule(y + 5, strong=True)
    end = page.height - 19
    below = (4 * 9.2 + 10) + (2 * ROW + 12) + (5 * 4.1 + 12) + COMMENT  # what the blocks under the tables take at most
    rows = max(4, int((end - (y + 9) - below - 2 * (6 + ROW + 5)) / ROW))
    worst, risk = _split(rows, len(card.figures.worst), len(card.figures.at_risk))
    y = _worst(page, card, y + 9, worst) + 5
    y = _at_risk(page, card, y, risk) + 5
    y = max(_questions(page, card, y), _actions(page, card, y)) + 1
    page.rule(y)
    y = _our_doing(page, card, y + 3.5) + 2
    page.rule(y)
    y = _definitions(page, card, y + 3.5) + 2
    _sign_off(page, y, end)


def _split(rows: int, worst: int, risk: int) -> tuple[int, int]:
    """How many rows each of two tables may show; the room one leaves goes to the other."""
    half = rows // 2
    first = min(worst, max(half, rows - risk))
    return max(1, first), max(1, min(risk, rows - first))


def _worst(page: Page, card: Scorecard, y: float, most: int) -> float:
    rows, as_of = card.figures.worst, card.figures.as_of
    note = tr("the worst {most}; all are in the workbook", most=min(most, len(rows))) if len(rows) > most else ""
    y = page.heading(page.left, y, tr("Late lines"), note=note)
    if not rows:
        return _nothing(page, y, tr("No line was late."))
    columns = (
        Column(tr("Order")),
        Column(tr("Material"), stretchy=True),
        Column(tr("First promise")),
        Column(tr("Complete")),
        Column(tr("Late"), right=True),
        Column(tr("Dates given"), right=True),
    )
    table = []
    for row in rows[:most]:
        line = card.line(row.line_id)
        what = (line.description or line.material) if line else row.material or ""
        done = words.day_text(row.completed, as_of) if row.completed else tr("still open")
        days = words.days(row.days_late)
        table.append(
            (f"{row.purchase_order} / {row.line}", what, words.day_text(row.base, as_of), done, days, str(row.promises))
        )
    return _table(page, y, columns, table)


def _at_risk(page: Page, card: Scorecard, y: float, most: int) -> float:
    rows, as_of = card.figures.at_risk, card.figures.as_of
    note = (
        tr("the {most} likeliest of {rows}", most=min(most, len(rows)), rows=len(rows))
        if len(rows) > most
        else tr("chance of missing the date needed")
    )
    y = page.heading(page.left, y, tr("Open lines at risk"), note=note)
    if not rows:
        return _nothing(page, y, tr("No open line is at risk."))
    columns = (
        Column(tr("Order")),
        Column(tr("Material"), stretchy=True),
        Column(tr("Promised")),
        Column(tr("Needed")),
        Column(tr("Half by")),
        Column(tr("80 % by")),
        Column(tr("Late"), right=True),
    )
    table = []
    for row in rows[:most]:
        line = card.line(row.line_id)
        table.append(
            (
                f"{row.purchase_order} / {row.line}",
                (line.description or line.material) if line else "",
                _day(row.promise, as_of),
                _day(row.required, as_of),
                _day(row.quantiles.get(0.5), as_of, tr("not reached")),
                _day(row.quantiles.get(0.8), as_of, tr("not reached")),
                "—" if row.p_late is None else words.percent(row.p_late),
            )
        )
    return _table(page, y, columns, table)


def _questions(page: Page, card: Scorecard, y: float) -> float:
    left, width = page.column(1, 6)
    rows = card.open_questions
    note = tr("the 4 oldest of {rows}", rows=len(rows)) if len(rows) > 4 else ""
    y = page.heading(left, y, tr("Open questions"), note=note, width=width)
    if not rows:
        return _nothing(page, y, tr("None."), left)
    for row in rows[:4]:
        who = tr("We asked") if row.asked_by == "us" else tr("They asked")
        head = f"{who} {words.day_text(row.asked_on, card.figures.as_of)}" + (f" · {row.about}" if row.about else "")
        age = "" if row.days_open is None else words.days(row.days_open)
        y = _item(page, (left, width), y, head=head, right=age, under=row.words or said.ASKED.get(row.kind, row.kind))
    return y


def _actions(page: Page, card: Scorecard, y: float) -> float:
    left, width = page.column(7, 12)
    rows = card.actions
    note = tr("4 of {rows}", rows=len(rows)) if len(rows) > 4 else ""
    y = page.heading(left, y, tr("Agreed actions"), note=note, width=width)
    if not rows:
        return _nothing(page, y, tr("None agreed yet."), left)
    as_of = card.figures.as_of
    for row in rows[:4]:
        whose = said.SIDES.get(row.side, row.side)
        if row.done_on is not None:
            state = tr("done {done_on}", done_on=words.day_text(row.done_on, as_of))
        elif row.due_on is None:
            state = tr("no date")
        else:
            day = words.day_text(row.due_on, as_of)
            state = tr("overdue since {day}", day=day) if row.due_on < as_of else tr("due {day}", day=day)
        y = _item(page, (left, width), y, head=row.what, right=state, under=f"{row.owner or tr('no owner')} ({whose})")
    return y


def _item(page: Page, area: tuple[float, float], y: float, *, head: str, right: str, under: str) -> float:
    """Two lines: what, with a remark at the right, and a dimmer one below; area: left edge and width."""
    style, (left, width) = page.style, area
    room = page.wide(right) + 3 if right else 0
    page.text(left, y, page.fitted(head, width - room))
    if right:
        page.text(left + width, y, right, ha="right", color=style.text2)
    page.text(left, y + 4, page.fitted(under, width, style.caption), size=style.caption, color=style.text2)
    return y + 9.2


def _our_doing(page: Page, card: Scorecard, y: float) -> float:
    y = page.heading(page.left, y, tr("What we did to them"))
    for place, (what, figure) in enumerate(said.our_doing(card)):
        left, width = page.column(1, 6) if place % 2 == 0 else page.column(7, 12)
        top = y + ROW * (place // 2)
        room = page.wide(figure, None, page.style.strong) + 3
        page.text(left, top, page.fitted(what, width - room))
        page.text(left + width, top, figure, ha="right", fontweight=page.style.strong)
    return y + 2 * ROW


def _definitions(page: Page, card: Scorecard, y: float) -> float:
    y = page.heading(page.left, y, tr("What the figures mean"))
    for line in said.definitions(card):
        shown = page.fitted(line, page.inner, page.style.caption)
        page.text(page.left, y, shown, size=page.style.caption, color=page.style.text2)
        y += 4.1
    return y


def _sign_off(page: Page, y: float, end: float) -> None:
    style = page.style
    page.rule(y)
    page.text(page.left, y + 2.5, tr("Comment"), fontweight=style.strong)
    room = int((end - 14 - y - 12) / 7.5) + 1
    for line in range(min(room, 8)):
        page.rule(y + 12 + 7.5 * line)
    half = page.inner / 2 - 4
    for left, who in ((page.left, tr("For the supplier")), (page.left + half + 8, tr("For us"))):
        page.rule(end - 5, left, left + half, strong=True)
        page.text(left, end - 4.2, tr("{who}: name, date, signature", who=who), size=style.caption, color=style.text2)


def _table(page: Page, y: float, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> float:
    style = page.style
    gap = 5.0
    wanted = [
        max([page.wide(column.name, style.caption), *(page.wide(row[place]) for row in rows)]) + 0.5
        for place, column in enumerate(columns)
    ]
    free = page.inner - gap * (len(columns) - 1)
    longest = free * 0.24  # one long number may not push the others off the page
    widths = [width if column.stretchy else min(width, longest) for width, column in zip(wanted, columns, strict=True)]
    fixed = sum(width for width, column in zip(widths, columns, strict=True) if not column.stretchy)
    spots, left = [], page.left
    for width, column in zip(widths, columns, strict=True):
        taken = free - fixed if column.stretchy else width
        spots.append((left, taken))
        left += taken + gap
    for column, (start, width) in zip(columns, spots, strict=True):
        x, side = (start + width, "right") if column.right else (start, "left")
        page.text(x, y, column.name, size=style.caption, ha=side, color=style.text2)
    page.rule(y + ROW - 0.7)
    y += ROW
    for row in rows:
        for column, (start, width), text in zip(columns, spots, row, strict=True):
            x, side = (start + width, "right") if column.right else (start, "left")
            page.text(x, y + 0.2, page.fitted(text, width), ha=side)
        y += ROW
        page.rule(y - 0.6)
    return y


def _nothing(page: Page, y: float, text: str, left: float | None = None) -> float:
    page.text(page.left if left is None else left, y, text, color=page.style.text2)
    return y + ROW


def _day(day: date | None, as_of: date, otherwise: str = "—") -> str:
    return otherwise if day is None else words.day_text(day, as_of)
