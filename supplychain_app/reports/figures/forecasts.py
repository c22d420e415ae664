"""Forecasts drawn: the fan of an open line, how far past forecasts could be trusted, how an ETA drifted."""

from datetime import date

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from supplychain_app.analytics.backtest import Backtest
from supplychain_app.analytics.forecast import LineForecast
from supplychain_app.domain.line_story import EtaDrift
from supplychain_app.language import tr
from supplychain_app.reports import words
from supplychain_app.reports.figures.drawn import (
    Drawn,
    Hit,
    beside,
    cannot_say,
    finish,
    name_x,
    start,
    value_grid,
)
from supplychain_app.reports.figures.drawn import (
    day_text as day_label,
)
from supplychain_app.reports.style import ChartStyle, applied

AS_SAID = 0.03  # what a share may lie off and still be what was said


def draw_forecast(axes: Axes, forecast: LineForecast, style: ChartStyle, *, as_of: date, titled: bool = True) -> Drawn:
    """When an open line will arrive: the share of such lines here by each day, with promise and need marked."""
    with applied(style):
        points = sorted((level, day) for level, day in forecast.quantiles.items())
        if not points:
            return cannot_say(axes, style, tr("there are too few finished lines to learn from"), titled=titled)
        start(axes, style)
        days = [as_of.toordinal(), *(day.toordinal() for _, day in points)]
        shares = [0.0, *(level for level, _ in points)]
        axes.fill_between(days, shares, step="post", color=style.soft, linewidth=0)
        (line,) = axes.plot(days, shares, color=style.accent, linewidth=1.4, drawstyle="steps-post")
        hits = [Hit(line, f"P50 {_day(forecast, 0.5)}, P80 {_day(forecast, 0.8)}", (forecast.line_id,))]
        for level in (0.5, 0.8):
            day = _quantile(points, level)
            if day is not None:
                axes.plot([day.toordinal()], [level], "o", color=style.accent, markersize=style.size * 0.55)
                beside(
                    axes,
                    day.toordinal(),
                    level,
                    tr("{level} by {day}", level=words.percent(level), day=_short(day, as_of)),
                    style,
                    dx=7,
                    dy=-6,
                )
        for name, day, height, color in (
            (tr("promised"), forecast.promise, 1.06, style.text2),
            (tr("needed"), forecast.required, 1.16, style.bad if (forecast.p_late or 0) > 0.5 else style.text1),
        ):
            if day is not None:
                axes.plot([day.toordinal()] * 2, [0, height], color=color, linewidth=1.1, linestyle=(0, (3, 2)))
                beside(axes, day.toordinal(), height, f"{name} {_short(day, as_of)}", style, dx=3, color=color)
        axes.set_ylim(0, 1.26)
        axes.set_yticks([0, 0.5, 0.8, 1], ["0 %", "50 %", "80 %", "100 %"])
        _day_axis(axes, as_of)
        value_grid(axes, "y")
        title = forecast_finding(forecast, as_of)
        note = tr(
            "Order {purchase_order}, line {line} · from {basis} · {past_lines} · as of {as_of}",
            purchase_order=forecast.purchase_order,
            line=forecast.line,
            basis=words.FORECAST_FROM.get(forecast.basis, forecast.basis),
            past_lines=words.plural(round(forecast.n), "past line"),
            as_of=words.long_day(as_of),
        )
        return finish(axes, style, title, note, hits, titled=titled)


def forecast_finding(forecast: LineForecast, as_of: date) -> str:
    """'Half of such lines arrive by 9 Dec, 80 % by 17 Dec; 81 % likely late.'"""
    half, most = forecast.quantiles.get(0.5), forecast.quantiles.get(0.8)
    parts = []
    if half is not None:
        parts.append(tr("Half of such lines arrive by {day}", day=_short(half, as_of)))
    if most is not None:
        parts.append(tr("80 % by {day}", day=_short(most, as_of)))
    text = ", ".join(parts) or tr("Arrival can be said only roughly")
    if forecast.p_late is not None:
        text += tr(
            "; {p_late} likely later than {wanted}",
            p_late=words.percent(forecast.p_late),
            wanted=tr("needed") if forecast.required else tr("promised"),
        )
    return text + "."


def draw_backtest(axes: Axes, found: Backtest, style: ChartStyle, *, titled: bool = True) -> Drawn:
    """Said against happened: on the diagonal, "80 % by this day" was true 80 % of the time."""
    with applied(style):
        if not found.reliability:
            return cannot_say(axes, style, found.reason or tr("there is too little history"), titled=titled)
        start(axes, style)
        axes.plot([0, 1], [0, 1], color=style.strong_line, linewidth=1)
        said, happened = [p[0] for p in found.reliability], [p[1] for p in found.reliability]
        axes.plot(said, happened, color=style.accent, linewidth=1.2)
        dots = axes.scatter(said, happened, s=style.size * 4, color=style.accent, zorder=3, linewidths=0)
        hits = [
            Hit(
                dots,
                tr("said {said}, true for {happened}", said=words.percent(s), happened=words.percent(h)),
                (),
                place,
            )
            for place, (s, h) in enumerate(found.reliability)
        ]
        beside(axes, 1, 1, tr("exactly as said"), style, dx=-4, dy=-48, ha="right", color=style.text2)
        axes.set_xlim(0, 1.02)
        axes.set_ylim(0, 1.02)
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_locator(MaxNLocator(5))
            axis.set_major_formatter(FuncFormatter(lambda value, _: words.percent(value)))
        name_x(axes, style, tr("share the forecast said would be here"))
        axes.set_ylabel(tr("share that was"), loc="top")
        value_grid(axes, "y")
        n = max((row.n for row in found.rows if row.method == "app" and row.population == "all"), default=0)
        origins = words.plural(len(found.origins), "starting day")
        note = tr(
            "Forecasts tried on your own past · {origins} · {lines}", origins=origins, lines=words.plural(n, "line")
        )
        return finish(axes, style, reliability_finding(found), note, hits, titled=titled)


def reliability_finding(found: Backtest) -> str:
    """'Of lines said to be here with 80 %, 85 % were: these dates are cautious.'"""
    said, was = min(found.reliability, key=lambda point: abs(point[0] - 0.8))
    text = tr("Of lines said to be here with {said}, {was} were", said=words.percent(said), was=words.percent(was))
    if was > said + AS_SAID:
        return tr("{words}: these dates are cautious.", words=text)
    if was < said - AS_SAID:
        return tr("{words}: these dates are hopeful.", words=text)
    return tr("{words}: as said.", words=text)


def draw_eta_drift(axes: Axes, drift: EtaDrift, style: ChartStyle, *, titled: bool = True) -> Drawn:
    """What the carrier expected, by the day on which it said so."""
    with applied(style):
        if not drift.observations:
            return cannot_say(axes, style, tr("the carrier has given no date yet"), titled=titled)
        start(axes, style)
        # In the order they were given: a carrier often tells its whole history in one answer.
        given = [
            (on, eta)
            for place, (on, eta) in enumerate(drift.observations)
            if place in (0, len(drift.observations) - 1) or eta != drift.observations[place - 1][1]
        ]
        spots = list(range(len(given)))
        expected = [eta.toordinal() for _, eta in given]
        axes.plot(spots, expected, color=style.accent, linewidth=1.3, drawstyle="steps-post")
        dots = axes.scatter(spots, expected, s=style.size * 3, color=style.accent, zorder=3, linewidths=0)
        last_day = given[-1][0]
        hits = [
            Hit(
                dots,
                tr("on {on}: expected {eta}", on=words.long_day(on), eta=words.long_day(eta)),
                drift.line_ids,
                place,
            )
            for place, (on, eta) in enumerate(given)
        ]
        if drift.arrived_on is not None:
            place = drift.arrived_on.toordinal()
            axes.axhline(place, color=style.good, linewidth=1, linestyle=(0, (3, 2)))
            beside(
                axes,
                0,
                place,
                tr("arrived {day}", day=_short(drift.arrived_on, last_day)),
                style,
                dy=7,
                color=style.good,
            )
        moved = round(expected[-1] - expected[0])
        low, high = min(expected), max([*expected, *([drift.arrived_on.toordinal()] if drift.arrived_on else [])])
        axes.set_ylim(low - 2, high + 3)
        axes.set_xlim(-0.3, max(len(given) - 0.7, 1))
        _name_answers(axes, [on for on, _ in given], last_day)
        axes.yaxis.set_major_locator(MaxNLocator(5, integer=True))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: day_label(value, last_day)))
        name_x(axes, style, tr("answers, by the day they were given"))
        axes.set_ylabel(tr("expected on"), loc="top")
        value_grid(axes, "y")
        title = (
            tr(
                "The carrier's date moved {moved} {direction}",
                moved=words.days(abs(moved)),
                direction=tr("later") if moved > 0 else tr("earlier"),
            )
            if moved
            else tr("The carrier's date has not moved")
        )
        answers = words.plural(len(drift.observations), "answer")
        note = tr(
            "{name} · {answers} since {day}",
            name=drift.name,
            answers=answers,
            day=words.long_day(drift.observations[0][0]),
        )
        return finish(axes, style, title + ".", note, hits, titled=titled)


def _name_answers(axes: Axes, seen: list[date], as_of: date) -> None:
    """The day under the first of its answers; about six of them."""
    firsts = [place for place, day in enumerate(seen) if place == 0 or day != seen[place - 1]]
    shown = firsts[:: max(1, -(-len(firsts) // 6))]
    labels = axes.set_xticks(shown, [_short(seen[place], as_of) for place in shown])
    labels[0].label1.set_horizontalalignment("left")  # else it runs into the axis beside it


def _short(day: date, as_of: date) -> str:
    return words.day_text(day, as_of)


def _day(forecast: LineForecast, level: float) -> str:
    day = forecast.quantiles.get(level)
    return words.long_day(day) if day else tr("not reached")


def _quantile(points: list[tuple[float, date]], level: float) -> date | None:
    return next((day for at, day in points if abs(at - level) < 1e-9), None)


def _day_axis(axes: Axes, as_of: date) -> None:
    axes.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: day_label(value, as_of)))
