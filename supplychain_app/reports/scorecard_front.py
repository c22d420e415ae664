"""Page 1 of a scorecard: read in ten seconds. Grade, five tiles, one behaviour chart, one bar of whose days."""

from supplychain_app.analytics.scorecard import Part
from supplychain_app.language import tr
from supplychain_app.reports import scorecard_words as said
from supplychain_app.reports import words
from supplychain_app.reports.figures import behaviour_finding, draw_behaviour, draw_whose_days
from supplychain_app.reports.page import POINT, Area, Page
from supplychain_app.reports.scorecard import Scorecard
from supplychain_app.reports.weak_link_words import party_days


def fill(page: Page, card: Scorecard) -> None:
    y = _header(page, card)
    y = _grade(page, card, y + 5)
    y = _tiles(page, card, y + 4)
    bottom = page.height - 19
    y = _behaviour(page, card, y + 6, bottom - 33)
    _whose_days(page, card, y + 5)


def _header(page: Page, card: Scorecard) -> float:
    style, figures = page.style, card.figures
    y = page.left
    page.text(page.left, y, tr("Supplier scorecard"), color=style.text2)
    page.text(page.right, y, words.period(*figures.period), ha="right", color=style.text2)
    y += 5.5
    size = (
        style.size * 2.4
        if page.wide(figures.supplier, style.size * 2.4, style.strong) < page.inner
        else style.size * 1.7
    )
    y = page.paragraph(page.left, y, figures.supplier, page.inner, size=size, most=2, fontweight=style.strong)
    facts = [
        card.code,
        figures.country or "",
        tr(
            "{period_name} compared with {period_name2}",
            period_name=words.period_name(figures.period_name),
            period_name2=words.period_name(figures.previous_name),
        ),
    ]
    y += 0.6
    line = page.fitted(" · ".join(fact for fact in facts if fact), page.inner)
    page.text(page.left, y, line, color=style.text2)
    y = page.paragraph(page.left, y + 4.6, said.rests_on(card), page.inner, color=style.text2, most=2)
    page.rule(y + 2, strong=True)
    return y + 2


def _grade(page: Page, card: Scorecard, y: float) -> float:
    style, grade = page.style, card.figures.grade
    left, width = page.column(1, 4)
    text = said.letters(card) or tr("No grade")
    big = style.size * (5.4 if grade.letters else 2.4)
    page.text(
        left - (0.6 if grade.letters else 0), y - 0.4, text, size=big, fontweight=style.strong, color=style.accent
    )
    beside = left + page.wide(text, big, style.strong) + 3
    if not grade.letters or left + width - beside < 26:  # little room beside it: the note goes below
        beside = left
    under = y + (big * 1.12 * POINT + 0.6 if beside == left else 4.6)
    room = left + width - beside
    page.text(beside, under, page.fitted(said.grade_note(card), room, None, style.strong), fontweight=style.strong)
    page.text(beside, under + 4.6, page.fitted(f"n = {words.plural(grade.n, 'line')}", room), color=style.text2)
    page.text(beside, under + 9, page.fitted(said.previous_grade_note(card), room), color=style.text2)
    right, span = page.column(5, 12)
    below = page.paragraph(right, y, said.summary(card), span, size=style.head * 1.08, most=2, fontweight=style.strong)
    below += 2
    for part in grade.parts:
        _part(page, part, Area(right, below, span, 5.2), graded=bool(grade.letters))
        below += 5.2
    end = max(below, under + 14)
    page.rule(end)
    return end


def _part(page: Page, part: Part, area: Area, *, graded: bool) -> None:
    """One part of the grade as a bar; without a grade, only what is missing."""
    style, left, y, end = page.style, area.left, area.top, area.left + area.width
    page.text(left, y, words.PARTS.get(part.name, part.name))
    page.text(
        left + 44,
        y,
        tr("weight {weight}", weight=words.number(part.weight)),
        ha="right",
        size=style.caption,
        color=style.text3,
    )
    start, length = left + 48, area.width - 48 - 18
    page.box(Area(start, y + 0.5, length, 2.4), style.hairline)
    if part.score is None or not graded:
        missing = tr("no data") if part.score is None else f"n = {part.n}"
        page.text(end, y, missing, ha="right", color=style.text3)
        return
    page.box(Area(start, y + 0.5, length * min(100.0, max(0.0, part.score)) / 100, 2.4), style.accent)
    page.text(end, y, words.number(part.score), ha="right", fontweight=style.strong)


def _tiles(page: Page, card: Scorecard, y: float) -> float:
    style = page.style
    gap = 4.0
    width = (page.inner - 4 * gap) / 5
    end = y + 16.4 + 3.9 * 3  # where three short notes end
    for place, tile in enumerate(said.tiles(card)):
        left = page.left + place * (width + gap)
        page.text(
            left, y, page.fitted(tile.name, width, None, style.strong), color=style.text2, fontweight=style.strong
        )
        wide = page.wide(tile.value, style.size * 1.9, style.strong)
        size = style.size * 1.9 * min(1.0, max(0.6, 0.98 * width / wide))
        page.text(left, y + 4.6, page.fitted(tile.value, width, size, style.strong), size=size, fontweight=style.strong)
        below = y + 12
        for words_below, colour in ((tile.meaning, style.text1), *((note, style.text2) for note in tile.notes)):
            for line in page.wrapped(words_below, width, size=style.caption, most=2):
                page.text(left, below, line, size=style.caption, color=colour)
                below += 3.9
            below += 0.5 if colour == style.text1 else 0
        end = max(end, below)
    end += 1.5
    page.rule(end)
    return end


def _behaviour(page: Page, card: Scorecard, y: float, bottom: float) -> float:
    style, chart = page.style, card.figures.behaviour
    if not chart.values:
        y = page.heading(page.left, y, tr("Twelve months"))
        page.text(page.left, y, tr("Cannot say, because no line was due in these months."), color=style.text2)
        return y + 8
    title = behaviour_finding(chart)
    top = page.paragraph(page.left, y, title, page.inner, size=style.head, most=2, fontweight=style.strong) + 0.2
    # Below the subtitle stand the names of what was agreed, on two levels.
    agreed = min(2, sum(bool(segment.action) for segment in chart.segments))
    line = style.caption * 1.4 * POINT
    first = top + (1.8 + agreed) * line
    axes = page.axes(Area(page.left + 11, first, page.inner - 11, bottom - first - 9))
    about = tr("Share of lines on time, by month of the first promise")
    drawn = draw_behaviour(axes, chart, style, about=about, titled=False)
    subtitle = page.fitted(drawn.subtitle, page.inner, style.caption)
    page.text(page.left, top, subtitle, size=style.caption, color=style.text2)
    return bottom


def _whose_days(page: Page, card: Scorecard, y: float) -> None:
    style, parties = page.style, card.figures.parties
    page.rule(y - 2.5)
    parts = party_days(parties)
    if not parts:
        why = tr("no line was late") if parties.n else tr("no line has its stages dated")
        y = page.heading(page.left, y, tr("Whose days"))
        page.text(page.left, y, tr("Cannot say, because {why}.", why=why), color=style.text2)
        return
    axes = page.axes(Area(page.left, y + 10.5, page.inner, 7))
    drawn = draw_whose_days(axes, parties, style, titled=False)
    page.heading(page.left, y, drawn.title)
    note = page.fitted(drawn.subtitle, page.inner, style.caption)
    page.text(page.left, y + 5.4, note, size=style.caption, color=style.text2)
    whole = sum(days for _, days, _ in parts)
    named = [(n, f"{words.PARTIES[n]} {words.days(days)}, {words.percent(days / whole)}") for n, days, _ in parts]
    needed = sum(page.wide(text, style.caption) + 3.6 for _, text in named)
    gap = min(9.0, (page.inner - needed) / max(1, len(named) - 1))
    if gap < 2:
        named = [(n, f"{words.PARTIES[n]} {words.percent(days / whole)}") for n, days, _ in parts]
        gap = 6.0
    left = page.left
    for name, text in named:
        page.box(Area(left, y + 20.3, 2.4, 2.4), style.party(name))
        page.text(left + 3.6, y + 19.9, text, size=style.caption)
        left += page.wide(text, style.caption) + 3.6 + gap
