"""Every chart draws nothing, one and many in each theme without a warning, and its marks know their lines."""

import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from matplotlib.axes import Axes
from matplotlib.backend_bases import MouseEvent
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from supplychain_app.domain.line_story import Journey, JourneyStep
from supplychain_app.reports import figures, style, words
from supplychain_app.reports.figures import Drawn
from supplychain_app.reports.style import ChartStyle
from tests.reports import samples

Draw = Callable[[Axes, ChartStyle], Drawn]
FULL: dict[str, Draw] = {
    "lead times as dots": lambda a, s: figures.draw_lead_times(a, samples.lead_time(84), s),
    "lead times as steps": lambda a, s: figures.draw_lead_times(a, samples.lead_time(900), s),
    "promised against actual": lambda a, s: figures.draw_promised_actual(a, samples.lead_time(84), s),
    "promises kept": lambda a, s: figures.draw_kept(a, samples.KEPT, s),
    "behaviour": lambda a, s: figures.draw_behaviour(a, samples.chart(12), s),
    "behaviour with an action": lambda a, s: figures.draw_behaviour(a, samples.chart(12, action=True), s),
    "days lost": lambda a, s: figures.draw_days_lost(a, samples.STAGES, s),
    "pareto": lambda a, s: figures.draw_pareto(a, samples.SUPPLIERS, s),
    "rates": lambda a, s: figures.draw_rates(a, samples.SUPPLIERS, s),
    "variation": lambda a, s: figures.draw_variation(a, samples.STAGES, s),
    "whose days": lambda a, s: figures.draw_whose_days(a, samples.PARTIES, s),
    "forecast": lambda a, s: figures.draw_forecast(a, samples.forecast(), s, as_of=samples.TODAY),
    "backtest": lambda a, s: figures.draw_backtest(a, samples.BACKTEST, s),
    "drift": lambda a, s: figures.draw_eta_drift(a, samples.DRIFT, s),
    "journey": lambda a, s: figures.draw_journey(a, samples.JOURNEY, s),
    "timeline": lambda a, s: figures.draw_line_timeline(a, samples.STORY, s),
}
ONE: dict[str, Draw] = {
    "lead times": lambda a, s: figures.draw_lead_times(a, samples.lead_time(1), s),
    "promised against actual": lambda a, s: figures.draw_promised_actual(a, samples.lead_time(1), s),
    "behaviour": lambda a, s: figures.draw_behaviour(a, samples.chart(1), s),
    "days lost": lambda a, s: figures.draw_days_lost(a, samples.links("stage", (samples.link("S8", 9),)), s),
    "pareto": lambda a, s: figures.draw_pareto(a, samples.links("lane", (samples.link("? → Kenya, Air", 9),)), s),
    "variation": lambda a, s: figures.draw_variation(a, samples.links("stage", (samples.link("S8", 9),)), s),
    "what if": lambda a, s: figures.draw_what_if(a, samples.WHAT_IF, s),
}
EMPTY: dict[str, Draw] = {
    "lead times": lambda a, s: figures.draw_lead_times(a, samples.lead_time(0), s),
    "promised against actual": lambda a, s: figures.draw_promised_actual(a, samples.lead_time(0), s),
    "behaviour": lambda a, s: figures.draw_behaviour(a, samples.chart(0), s),
    "days lost": lambda a, s: figures.draw_days_lost(a, samples.NO_LINKS, s),
    "pareto": lambda a, s: figures.draw_pareto(a, samples.NO_LINKS, s),
    "rates": lambda a, s: figures.draw_rates(a, samples.NO_LINKS, s),
    "variation": lambda a, s: figures.draw_variation(a, samples.NO_LINKS, s),
    "whose days": lambda a, s: figures.draw_whose_days(a, samples.NO_LINKS, s),
    "forecast": lambda a, s: figures.draw_forecast(a, samples.forecast(known=False), s, as_of=samples.TODAY),
    "backtest": lambda a, s: figures.draw_backtest(a, samples.NO_BACKTEST, s),
    "drift": lambda a, s: figures.draw_eta_drift(a, samples.NO_DRIFT, s),
    "journey": lambda a, s: figures.draw_journey(a, samples.NO_JOURNEY, s),
    "timeline": lambda a, s: figures.draw_line_timeline(a, samples.NO_STORY, s),
}


def drawn(draw: Draw, look: ChartStyle) -> tuple[Drawn, Axes]:
    """Draw it twice on the same axes, as a window does, and render it; any warning fails."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = Figure((5.6, 3.2), layout="constrained", facecolor=look.surface)
        canvas = FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        draw(axes, look)
        result = draw(axes, look)
        canvas.draw()
    return result, axes


@pytest.mark.parametrize("name", FULL)
def test_a_chart_says_its_finding_and_what_it_rests_on(name: str) -> None:
    result, axes = drawn(FULL[name], style.light())
    assert result.title.endswith(".")
    assert result.subtitle
    assert not result.empty
    shown = axes.get_figure(root=True).get_suptitle()  # type: ignore[union-attr]
    assert " ".join(shown.split()) == " ".join(result.title.split())


@pytest.mark.parametrize("name", ONE)
def test_one_line_is_enough_for_a_chart(name: str) -> None:
    result, _ = drawn(ONE[name], style.dark())
    assert not result.empty


@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_chart_says_why(name: str) -> None:
    result, axes = drawn(EMPTY[name], style.dark())
    assert result.empty
    assert result.title.startswith("Cannot say, because ")
    assert not result.hits
    assert axes.texts[0].get_text().split() == result.title.split()


@pytest.mark.parametrize("name", ["lead times as dots", "lead times as steps", "behaviour", "days lost", "pareto"])
def test_marks_know_the_lines_behind_them(name: str) -> None:
    result, _ = drawn(FULL[name], style.light())
    assert result.hits
    assert all(hit.label for hit in result.hits)
    assert all(hit.line_ids for hit in result.hits if not hit.label.startswith("Not explained"))
    assert all(hit.artist.get_gid() for hit in result.hits)


def test_a_click_on_a_bar_finds_its_lines() -> None:
    result, axes = drawn(FULL["days lost"], style.light())
    customs = next(hit for hit in result.hits if hit.label.startswith("Customs"))
    box = customs.artist.get_window_extent()
    event = MouseEvent("button_press_event", axes.figure.canvas, *((box.p0 + box.p1) / 2), 1)
    assert result.at(event) is customs
    assert result.at(MouseEvent("button_press_event", axes.figure.canvas, 1, 1, 1)) is None


def test_a_click_on_a_dot_finds_that_line_only() -> None:
    result, axes = drawn(FULL["lead times as dots"], style.light())
    hit = result.hits[40]
    x, y = hit.artist.get_offsets()[40]  # type: ignore[attr-defined]
    event = MouseEvent("button_press_event", axes.figure.canvas, *axes.transData.transform((x, y)), 1)
    found = result.at(event)
    assert found is not None
    assert found.line_ids == hit.line_ids


def test_every_line_of_a_distribution_is_behind_one_mark() -> None:
    for n in (84, 900):
        result, _ = drawn(lambda a, s, n=n: figures.draw_lead_times(a, samples.lead_time(n), s), style.light())
        assert sorted(i for hit in result.hits for i in hit.line_ids) == list(range(n))


def test_lines_are_drawn_where_most_are_open_and_no_figure_is_reached() -> None:
    known = samples.lead_time(20)
    row = known.row._replace(p50=None, p80=None, planning_days=None, erp_days=None)
    result, _ = drawn(lambda a, s: figures.draw_lead_times(a, replace(known, row=row), s), style.light())
    assert sorted(i for hit in result.hits for i in hit.line_ids) == list(range(20))


def test_names_are_shown_as_they_are() -> None:
    _, axes = drawn(FULL["pareto"], style.light())
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels[0] == "Supplier 0 $x_1$"
    assert labels[-1] == "8 others"


def test_a_lead_that_is_not_certain_is_not_claimed() -> None:
    close = samples.links("stage", (samples.link("S8", 100, ranked=False), samples.link("S2", 98, ranked=False)))
    result, _ = drawn(lambda a, s: figures.draw_days_lost(a, close, s), style.light())
    assert "not certain" in result.title


@pytest.mark.parametrize("look", [style.light(), style.dark()], ids=["light", "dark"])
def test_text_can_be_read_on_its_surface(look: ChartStyle) -> None:
    for color in (look.text1, look.text2, look.text3, look.accent, look.bad, look.warning, look.good):
        assert contrast(color, look.surface) >= 4.5


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("expected", "needed", "arrived", "sentence"),
    [
        ("2026-12-02", "2026-11-30", None, "Expected 2 Dec, 2 days after it is needed."),
        ("2026-11-25", "2026-11-30", None, "Expected Wed 25 Nov, 5 days before it is needed."),
        ("2026-11-20", "2026-11-30", None, "Expected Fri 20 Nov, 3 days ago, and not delivered."),
        ("2026-11-25", None, None, "Expected Wed 25 Nov."),
        (None, "2026-11-30", None, "The carrier gives no date; needed Mon 30 Nov."),
        (None, None, None, "The carrier gives no date."),
        ("2026-11-20", "2026-11-20", "2026-11-20", "Delivered Fri 20 Nov, on the day it is needed."),
    ],
)
def test_a_journey_says_whether_it_comes_in_time(
    expected: str | None, needed: str | None, arrived: str | None, sentence: str
) -> None:
    days = [date.fromisoformat(day) if day else None for day in (expected, needed, arrived)]
    found = figures.journey_finding(Journey("X", samples.TODAY, (), *days))
    assert found.replace("\u00a0", " ") == sentence


def test_names_of_places_do_not_run_into_each_other() -> None:
    scans = [JourneyStep(datetime(2026, 11, 1, hour), "Scanned", f"Sorting centre {hour}") for hour in range(12)]
    steps = (*scans, JourneyStep(datetime(2026, 11, 9), "Arrived", "Graz"))
    journey = Journey("X", samples.TODAY, steps, date(2026, 11, 24), date(2026, 11, 24), None)
    _, axes = drawn(lambda a, s: figures.draw_journey(a, journey, s), style.light())
    boxes = [text.get_window_extent() for text in axes.texts]
    assert len(boxes) > 4
    assert not [1 for place, one in enumerate(boxes) for other in boxes[place + 1 :] if one.overlaps(other)]


def test_numbers_along_an_axis_are_written_as_elsewhere() -> None:
    axes = Figure().add_subplot()
    figures.draw_days_lost(axes, samples.STAGES, style.light())
    told = axes.xaxis.get_major_formatter()
    assert [told(value) for value in (-2.0, 0.0, 0.25, 1.5, 12_000.0)] == [
        "−2",
        "0",
        words.number(0.25, 2),
        words.number(1.5, 1),
        words.number(12_000),
    ]


def test_a_behaviour_chart_says_what_it_counts() -> None:
    late = replace(samples.chart(12), measure="lateness", unit="days")
    said, _ = drawn(lambda a, s: figures.draw_behaviour(a, late, s), style.light())
    assert said.subtitle.startswith("Finished lines only")
    replies = replace(samples.chart(12), measure="reply_time", unit="hours")
    said, _ = drawn(lambda a, s: figures.draw_behaviour(a, replies, s), style.light())
    assert "answers" in said.subtitle
    assert "line" not in said.hits[0].label


@pytest.mark.parametrize(("still_open", "words_"), [(0, "80 % "), (2, "80 % so far ")])
def test_a_figure_that_nothing_open_can_move_is_not_called_so_far(still_open: int, words_: str) -> None:
    known = samples.lead_time(84)
    planned = (known.row.planning_days or 0) + 9
    detail = replace(known, row=known.row._replace(open=still_open, planning_days=planned))
    _, axes = drawn(lambda a, s: figures.draw_lead_times(a, detail, s), style.light())
    [label] = [text.get_text() for text in axes.texts if text.get_text().startswith("80 %")]
    assert label.startswith(words_)
    assert ("so far" in label) == bool(still_open)


def test_promises_kept_are_told_for_the_nearest_and_the_farthest_that_can_be_said() -> None:
    result, _ = drawn(FULL["promises kept"], style.light())
    assert (
        result.title
        == "Of promises made 0–14 days ahead 90\u00a0% were kept, of those made 61–120 days ahead 40\u00a0%."
    )
    assert [hit.label.split(": ")[1] for hit in result.hits] == [
        "18 of 20 kept, 90\u00a0%",
        "4 of 10 kept, 40\u00a0%",
        "1 of 2 kept, too few to say",
    ]
    assert result.hits[0].line_ids == (1, 2)
    nothing, _ = drawn(lambda a, s: figures.draw_kept(a, (), s), style.light())
    assert nothing.empty


def test_a_young_action_is_not_judged_yet() -> None:
    known = samples.chart(12, action=True)
    result, _ = drawn(lambda a, s: figures.draw_behaviour(a, known, s), style.light())
    assert result.title.startswith(
        "On time: too early to say what “Weekly call on Tuesdays” changed; 6\u00a0months so far"
    )


@pytest.mark.parametrize(("was", "ends"), [(0.9, "cautious."), (0.81, "as said."), (0.6, "hopeful.")])
def test_a_backtest_says_whether_its_dates_are_cautious(was: float, ends: str) -> None:
    found = replace(samples.BACKTEST, reliability=((0.5, 0.5), (0.8, was), (0.9, 0.95)))
    result, _ = drawn(lambda a, s: figures.draw_backtest(a, found, s), style.light())
    assert result.title.startswith(f"Of lines said to be here with 80\u00a0%, {100 * was:.0f}\u00a0% were")
    assert result.title.endswith(ends)


def test_where_the_plan_meets_the_80_percent_it_is_the_plan_that_is_named() -> None:
    known = samples.lead_time(84)
    detail = replace(known, row=known.row._replace(p80=47.0, planning_days=47))
    _, axes = drawn(lambda a, s: figures.draw_lead_times(a, detail, s), style.light())
    assert [text.get_text() for text in axes.texts if text.get_text().endswith("47")] == ["plan 47"]


def test_a_large_count_of_lines_is_grouped_as_elsewhere() -> None:
    known = samples.lead_time(1200)
    result, _ = drawn(lambda a, s: figures.draw_promised_actual(a, known, s), style.light())
    assert f"of {words.number(1200)} took longer" in result.title
    assert "1200" not in result.title
