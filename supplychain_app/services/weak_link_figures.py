"""Weak links of the workspace: which stage, supplier, lane, carrier or party costs the days."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import stages as staging
from supplychain_app.analytics import weak_links as linking
from supplychain_app.analytics.line_facts import LineFacts
from supplychain_app.analytics.stages import StageTimes
from supplychain_app.analytics.weak_links import WeakLinks
from supplychain_app.domain.errors import InvalidInput
from supplychain_app.domain.periods import Period
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.domain.stages import STAGES, Party, Stage, arranger
from supplychain_app.language import tr
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.services.lead_time_figures import value_name
from supplychain_app.storage import facts as stored
from supplychain_app.storage.connection import Database

LINKS = ("stage", "supplier", "lane", "carrier", "mode", "material", "country", "party")
RANKS = ("total", "rate")
PARTIES = tuple(Party)


def weak_links(
    db: Database,
    *,
    by: str = "stage",
    period: Period | None = None,
    as_of: date,
    supplier_id: int | None = None,
    rank: str = "total",
    report: Report = silent,
    cancelled: IsCancelled = never,
    knowledge: Knowledge | None = None,
) -> WeakLinks:
    """Days lost and share of variation by stage, supplier, lane, carrier, mode, material, country or party.

    `rank`: the most days lost first ("total"), or the most days per line ("rate").
    """
    if by not in LINKS:
        raise InvalidInput(
            tr("Weak links by “{by}” are not known. Choose from {choices}.", by=by, choices=", ".join(LINKS))
        )
    if rank not in RANKS:
        raise InvalidInput(
            tr("Weak links are not ranked by “{rank}”. Choose from {choices}.", rank=rank, choices=", ".join(RANKS))
        )
    report(0, 2, tr("Reading order lines"))
    knowledge = knowledge or Knowledge()
    facts, times, known = knowledge.stage_times(db, as_of).due(period, supplier_id)
    stop_if(cancelled)
    report(1, 2, tr("Finding weak links"))
    return linked(by, facts, times, known=known, names=knowledge.names(db), period=period, rank=rank)


def linked(
    by: str,
    facts: LineFacts,
    times: StageTimes,
    *,
    known: staging.StageFacts,
    names: stored.Names,
    period: Period | None,
    rank: str = "total",
) -> WeakLinks:
    """Rank the links of one kind."""
    cost = np.array([names.late_day_cost.get(int(material), 0) for material in facts.material], dtype=float)
    terms = (*facts.labels.get("incoterm", ()), None)  # code −1, unknown, is the last
    arranged = np.array([[PARTIES.index(arranger(term, stage)) for stage in STAGES] for term in terms], np.int8)
    parties = _reassigned(arranged[facts.incoterm], facts, names)
    if by == "stage":
        shares = linking.by_stage(times)
    elif by == "party":
        shares = linking.by_party(times, parties, len(PARTIES))
    else:
        group = known.carrier if by == "carrier" else np.asarray(getattr(facts, by))
        shares = linking.by_group(times, group, linking.CONTROLLED[by])

    def name(link: int) -> str:
        if by == "stage":
            return STAGES[link].value
        if by == "party":
            return PARTIES[link].value
        return known.carriers[link] if by == "carrier" else value_name(facts, names, by, link)

    def link_id(link: int) -> int | None:
        return link if by in ("supplier", "material") else None

    def party(link: int) -> Party:
        """Who arranged it where its days were lost; where none were, who did most often."""
        here = shares.link == link
        if not here.any():
            return Party.UNKNOWN
        lost = shares.lost[here]
        weights = lost if lost.any() else np.ones(len(lost))
        return PARTIES[int(np.bincount(parties[shares.line[here], link], weights=weights).argmax())]

    return linking.rank(
        by,
        times,
        shares,
        line_ids=facts.line_id,
        cluster=known.cluster,
        name=name,
        link_id=link_id,
        cost_of_day=cost,
        party=party if by == "stage" else None,
        period=(period.start.isoformat(), period.end.isoformat()) if period else None,
        first=rank,
    )


def _reassigned(parties: NDArray[np.int8], facts: LineFacts, names: stored.Names) -> NDArray[np.int8]:
    """Who arranged each stage of each line, with the user's own word before the Incoterm's; the last word counts."""
    if not len(facts):
        return parties
    day = date.fromordinal(facts.as_of).isoformat()
    for line_id, stage, party, since in names.reassigned:
        place = int(np.searchsorted(facts.line_id, line_id))
        if since <= day and place < len(facts) and facts.line_id[place] == line_id:
            parties[place, STAGES.index(Stage(stage))] = PARTIES.index(Party(party))
    return parties
