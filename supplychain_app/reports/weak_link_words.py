"""What the weak links say in sentences: which costs most, how sure that is, and why there may be nothing to say."""

from datetime import date

from supplychain_app.analytics.weak_links import WeakLink, WeakLinks
from supplychain_app.language import tr
from supplychain_app.reports import words


def why_nothing(links: WeakLinks) -> str:
    """The reason for an empty chart of lost days."""
    if not links.n:
        return tr("there are no lines to measure")
    if not links.late_lines:
        return tr("none of the {lines} is late", lines=words.plural(links.n, "line"))
    return tr(
        "the dates between order and arrival are missing on the {late_lines} (acknowledged, shipped, cleared)",
        late_lines=words.plural(links.late_lines, "late line"),
    )


def link_name(link: WeakLink, by: str) -> str:
    """A link in the words of the screens."""
    if by == "stage":
        return words.STAGES.get(link.name, link.name)
    if by == "party":
        return words.PARTIES.get(link.name, link.name)
    if by == "mode":
        return words.MODES.get(link.name, link.name) or tr("not known")
    if by == "lane":
        return link.name.replace("? → ", "to ") if link.name.startswith("? →") else link.name
    return link.name or tr("not known")


def headline(links: WeakLinks) -> str:
    """The finding beside the screen's title, in fewer words than over the chart."""
    late = words.days(links.late_days)
    if not links.late_days:
        return tr("No days lost on {lines}.", lines=words.plural(links.n, "line"))
    if not _lost(links):
        return tr("{late} late, but no dates in between to tell where. See them by supplier.", late=late)
    return _which_costs_most(links, _lost(links), late)


def _which_costs_most(links: WeakLinks, worst: list[WeakLink], late: str) -> str:
    if links.rank == "rate":
        return rates_finding(links) if rated(links) else tr("Each link has too few lines to say.")
    if links.by == "party":
        return whose_days_finding(links)
    if links.by == "stage" and _is_mostly_unexplained(links):
        return days_lost_finding(links)
    leading = contenders(worst)
    if len(leading) > 1:
        return tr("{names} cost most; which leads is not certain.", names=_named(leading, links.by))
    days = words.number(worst[0].days_lost)
    return tr("{name} costs most: {days} of {late} late.", name=_in_sentence(worst[0], links.by), days=days, late=late)


def days_lost_finding(links: WeakLinks) -> str:
    """'Customs costs most: 214 of 610 days lost.' Says so where the first place is not certain."""
    if links.by == "party":
        return whose_days_finding(links)
    worst, total = _lost(links), _total(links)
    if _is_mostly_unexplained(links):
        return tr(
            "Most of the {total} of delay cannot be laid to a stage: the dates in between are missing.",
            total=words.days(total),
        )
    leading = contenders(worst)
    whole = words.number(total)
    lost = words.number(sum(link.days_lost for link in leading))
    if len(leading) > 1:
        return tr(
            "{names} cost most, {lost} of {total} days lost; which of them leads is not certain.",
            names=_named(leading, links.by),
            lost=lost,
            total=whole,
        )
    name = _in_sentence(worst[0], links.by)
    return tr("{name} costs most: {lost} of {total} days lost.", name=name, lost=lost, total=whole)


def pareto_finding(links: WeakLinks) -> str:
    """'Three suppliers of 40 cause 52 % of the 900 days lost.'"""
    if links.by == "party":
        return whose_days_finding(links)
    lost = _lost(links)
    few, whole = vital_few(lost), sum(link.days_lost for link in lost)
    noun = words.GROUPS.get(links.by, links.by)
    if len(lost) == 1:
        name = _in_sentence(lost[0], links.by)
        return tr("All {whole} days lost fall on {name}.", whole=words.number(whole), name=name)
    if links.by == "stage" or few == 1:
        first = lost[0]
        share = words.percent(first.days_lost / whole)
        text = tr(
            "{link_name} causes {share} of the {whole} days lost",
            link_name=_in_sentence(first, links.by),
            share=share,
            whole=words.number(whole),
        )
        return text + ("." if len(contenders(lost)) == 1 else tr(", but its lead is not certain."))
    share = words.percent(sum(link.days_lost for link in lost[:few]) / whole)
    return tr(
        "{spelled} of {lost} cause {share} of the {whole} days lost.",
        spelled=words.spelled(few, noun),
        lost=len(lost),
        share=share,
        whole=words.number(whole),
    )


def contenders(worst: list[WeakLink]) -> list[WeakLink]:
    """The links that may be the first: the first one, and those whose intervals reach up to its own.

    Where the first has no interval, any may be; where it has hardly any lines, drawing them again proves nothing.
    """
    first = worst[0]
    if first.interval is None or first.rate_interval is None:
        return worst[:2]
    low = first.interval[0]
    return [first, *(link for link in worst[1:] if link.interval is not None and link.interval[1] >= low)]


def _is_mostly_unexplained(links: WeakLinks) -> bool:
    return not _lost(links) or links.unexplained_days > _total(links) * 0.6


def _total(links: WeakLinks) -> float:
    """Days lost on the links and on none of them."""
    return sum(link.days_lost for link in _lost(links)) + max(0.0, links.unexplained_days)


def _lost(links: WeakLinks) -> list[WeakLink]:
    """The links that lost days, the most first."""
    return sorted((link for link in links.links if link.days_lost > 0), key=lambda link: -link.days_lost)


def _named(links: list[WeakLink], by: str) -> str:
    """'Customs and Main carriage'; where there are more than three, how many."""
    if len(links) > 3:
        return words.spelled(len(links), words.GROUPS.get(by, by))
    return words.listed([_in_sentence(link, by) for link in links])


def _in_sentence(link: WeakLink, by: str) -> str:
    return words.shortened(link_name(link, by), 48)


def variation_finding(links: WeakLinks) -> str:
    known = varying(links)
    first = known[0]
    share = words.percent(first.variation_share)
    if links.by == "party":
        return tr(
            "Arrival varies most by what this party arranged: {name}, {share}.",
            name=link_name(first, "party"),
            share=share,
        )
    text = tr(
        "{link_name} makes arrival hardest to predict: {share} of the variation",
        link_name=_in_sentence(first, links.by),
        share=share,
    )
    if first.variation_interval is None or len(known) < 2:
        return text + "."
    second = known[1].variation_interval
    certain = second is not None and first.variation_interval[0] > second[1]
    return text + (
        "." if certain else tr(", though {link_name} may be as large.", link_name=_in_sentence(known[1], links.by))
    )


def varying(links: WeakLinks) -> list[WeakLink]:
    """Links that have a share of the variation worth a mark, the largest first."""
    known = []
    for link in links.links:
        if link.variation_share is not None:
            ends = (link.variation_share, *(link.variation_interval or ()))
            if max(abs(end) for end in ends) >= 0.005:
                known.append(link)
    return sorted(known, key=lambda link: -(link.variation_share or 0.0))


def vital_few(lost: list[WeakLink]) -> int:
    """How many of the first links make half of the days."""
    half, reached = sum(link.days_lost for link in lost) / 2, 0.0
    for place, link in enumerate(lost, start=1):
        reached += link.days_lost
        if reached >= half:
            return place
    return len(lost)


def about(what: str, links: WeakLinks) -> str:
    """What is measured, over which period, on how many lines."""
    parts = [tr("{what} by {group}", what=what, group=words.GROUPS.get(links.by, links.by))]
    if links.period:
        parts.append(words.period(*(date.fromisoformat(day) for day in links.period)))
    parts.append(
        tr(
            "{lines} measured, {late_lines} late",
            lines=words.plural(links.n, "line"),
            late_lines=words.number(links.late_lines),
        )
    )
    if links.absorbed_days > 0 and links.by == "stage":
        parts.append(tr("{absorbed_days} made good on the way", absorbed_days=words.days(links.absorbed_days)))
    return " · ".join(parts)


def party_days(parties: WeakLinks) -> list[tuple[str, float, WeakLink | None]]:
    """Party, days and link, in a fixed order; what no stage explains counts as not known whose.

    Less than half a day in all is left out.
    """
    found = {link.name: link for link in parties.links if link.days_lost > 0}
    parts: list[tuple[str, float, WeakLink | None]] = []
    for name in words.PARTIES:
        link = found.get(name)
        days = link.days_lost if link else 0.0
        if name == "unknown":
            days += max(0.0, parties.unexplained_days)
        if days >= 0.5:
            parts.append((name, days, link))
    return parts


def whose_days_finding(parties: WeakLinks) -> str:
    """'Half of the 120 late days were the supplier's, 30 % were ours.'"""
    parts = party_days(parties)
    whole = sum(days for _, days, _ in parts)
    if not whole:
        return tr("No days were lost.")
    owners = {
        "supplier": tr("the supplier’s"),
        "carrier": tr("the carrier’s"),
        "us": tr("our own"),
        "authorities": tr("the authorities’"),
    }
    known = sorted(((name, days) for name, days, _ in parts if name != "unknown"), key=lambda part: -part[1])
    if not known or known[0][1] < whole * 0.2:
        return tr(
            "Whose the {whole} lost days were is mostly not known: dates in between are missing.",
            whole=words.number(whole),
        )
    text = tr(
        "Of {whole} days lost, {percent} were {owners}",
        whole=words.number(whole),
        percent=words.percent(known[0][1] / whole),
        owners=owners[known[0][0]],
    )
    if len(known) > 1 and known[1][1] >= whole * 0.05:
        text += tr(" and {percent} {owners}", percent=words.percent(known[1][1] / whole), owners=owners[known[1][0]])
    return text + "."


def rates_finding(links: WeakLinks) -> str:
    """'A line through Ghana loses 9.5 days, through all others 2.1.' Says so where the first place is not certain."""
    known = rated(links)
    first = known[0]
    name = _in_sentence(first, links.by)
    lines, lost = sum(link.n for link in links.links) - first.n, sum(link.days_lost for link in links.links)
    text = tr("{name} loses {days_per_line:.1f} days on each line", name=name, days_per_line=first.days_per_line)
    if lines > 0:
        text += tr(", the others {lost:.1f}", lost=(lost - first.days_lost) / lines)
    return text + ("." if first.ranked or len(known) == 1 else tr("; which is worst is not certain."))


def rated(links: WeakLinks) -> list[WeakLink]:
    return [link for link in links.links if link.rate_interval is not None and link.days_lost > 0]


def basis(links: WeakLinks) -> str:
    """How many lines it rests on, and which days fall on none of the links."""
    parts = [
        tr(
            "{lines} measured, {late_lines} of them later than first promised (else than needed), by {late} in all",
            lines=words.plural(links.n, "line"),
            late_lines=words.number(links.late_lines),
            late=words.days(links.late_days),
        )
    ]
    whole = links.by in ("stage", "party")
    if round(links.unexplained_days) > 0:
        days = words.days(links.unexplained_days)
        parts.append(
            tr("{days} that no stage explains", days=days)
            if whole
            else tr(
                "{days} fall on none of these: other stages lost them, or the {noun} is not known",
                days=days,
                noun=words.GROUPS.get(links.by, links.by),
            )
        )
    if whole and round(links.absorbed_days) > 0:
        parts.append(tr("{days} lost and made good again", days=words.days(links.absorbed_days)))
    return "; ".join(parts) + "."
