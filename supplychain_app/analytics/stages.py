"""How long each stage took against its plan, and how a line's late days fall on its stages.

Stages may be missing, overlap or run backwards in real data. Nothing is assumed to add up: what the stages do not
explain stays "unexplained", what they overran without making the line late is "absorbed".
"""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.domain.stages import STAGES, STEPS, Stage, Step

Array = NDArray[Any]

COUNT = len(STAGES)
# Where milestones between are missing, the span is told by the first of these stages that it holds.
_SPEAKS_FOR = (Stage.PRODUCTION, Stage.MAIN_CARRIAGE, Stage.CUSTOMS, Stage.LAST_LEG)
# Stages whose length depends on the lane, and on the mode.
_MOVING = {STAGES.index(stage) for stage in (Stage.ORIGIN_INLAND, Stage.MAIN_CARRIAGE, Stage.LAST_LEG)}
_HANDLING = {STAGES.index(stage) for stage in (Stage.ORIGIN_DWELL, Stage.DISCHARGE, Stage.CUSTOMS)}
# A span that holds both of these says nothing of either.
_TELLS_NOTHING = frozenset({Stage.PRODUCTION, Stage.MAIN_CARRIAGE})


@dataclass(frozen=True)
class StageTimes:
    """Days in each stage, lines × stages; NaN: not known."""

    actual: Array
    plan: Array
    from_median: Array  # the plan is the lane's median, no planned date being known
    lateness: Array  # signed days per line against its base date; NaN: no base
    is_open: Array  # not complete: counts for days lost, not for variation

    def select(self, chosen: Array) -> "StageTimes":
        return StageTimes(*(getattr(self, field.name)[chosen] for field in fields(self)))


def durations(steps: Array) -> Array:
    """Stage times from the days of the twelve steps (lines × steps, NaN unknown).

    A span over missing steps goes to one stage, or to none where that would be a guess.
    """
    found = np.full((len(steps), COUNT), np.nan)
    known = ~np.isnan(steps)
    places = np.arange(len(STEPS))
    following = np.full(len(steps), -1)
    for step in range(len(STEPS) - 1, -1, -1):
        here = known[:, step]
        for next_step in np.unique(following[here & (following >= 0)]):
            rows = here & (following == next_step)
            stage = _stage_of_span(int(step), int(next_step))
            if stage is not None:
                found[rows, stage] = steps[rows, next_step] - steps[rows, step]
        following = np.where(here, places[step], following)
    return found


def _stage_of_span(first: int, last: int) -> int | None:
    if last == first + 1:
        return first
    held = STAGES[first:last]
    if set(held) >= _TELLS_NOTHING:
        return None
    spoken = next((stage for stage in _SPEAKS_FOR if stage in held), held[0])
    return STAGES.index(spoken)


@dataclass(frozen=True)
class StageFacts:
    """What is known of the steps of some lines; one row a line, in the order of the LineFacts they came with."""

    actual: Array  # lines × twelve steps, ordinals; NaN unknown
    planned: Array
    carrier: Array  # code into `carriers`, −1 none
    carriers: tuple[str, ...]
    cluster: Array  # lines of one shipment, else of one order, belong together

    def select(self, chosen: Array) -> "StageFacts":
        return StageFacts(
            self.actual[chosen], self.planned[chosen], self.carrier[chosen], self.carriers, self.cluster[chosen]
        )


def measure(
    facts: StageFacts, *, base: Array, lateness: Array, is_open: Array, lane: Array, mode: Array, today: int
) -> StageTimes:
    """Stage times with a plan for each.

    The plan is the planned dates where both ends have one; else, for moving goods, the median of the lane, and for
    paperwork, hubs and customs the median of the mode, so that a slow office is not its own yardstick. Production is
    planned backwards from the base date (the first promise): what the later stages' plans leave of it.
    """
    steps = facts.actual
    actual = durations(steps)
    # Written in place: each of these tables is a hundred megabytes where there are a million lines.
    np.copyto(actual, _running(steps, is_open, today), where=np.isnan(actual))
    planned = durations(facts.planned)
    planned[planned < 0] = np.nan  # a contradiction in the data, not a plan
    everyone = np.zeros(len(steps), dtype=np.int64)
    plan = np.full_like(actual, np.nan)
    for stage in range(COUNT):
        peers = lane if stage in _MOVING else mode if stage in _HANDLING else everyone
        plan[:, stage] = _peer_medians(np.where(is_open, np.nan, actual[:, stage]), peers)
    from_median = np.isnan(planned)
    np.copyto(plan, planned, where=~from_median)
    production = STAGES.index(Stage.PRODUCTION)
    later = np.where(np.isnan(actual[:, production + 1 : -1]), 0.0, plan[:, production + 1 : -1])
    starts = steps[:, STEPS.index(Step.ACKNOWLEDGED)]
    starts = np.where(np.isnan(starts), steps[:, STEPS.index(Step.SENT)], starts)
    backwards = np.maximum(base - starts - np.nan_to_num(later).sum(axis=1), 0.0)
    use = np.isnan(planned[:, production]) & ~np.isnan(backwards) & ~np.isnan(actual[:, production])
    plan[use, production] = backwards[use]
    return StageTimes(actual, plan, from_median, lateness, is_open)


def _running(steps: Array, is_open: Array, today: int) -> Array:
    """Days so far in the stage that an open line is in."""
    found = np.full((len(steps), COUNT), np.nan)
    known = ~np.isnan(steps)
    last = len(STEPS) - 1 - known[:, ::-1].argmax(axis=1)
    rows = np.flatnonzero(is_open & known.any(axis=1) & (last < len(STEPS) - 1))
    found[rows, last[rows]] = np.maximum(today - steps[rows, last[rows]], 0.0)
    return found


def _peer_medians(values: Array, peers: Array) -> Array:
    """The median among a line's peers where five or more have the stage, else over all lines."""
    found = np.full(len(values), np.nan)
    order = np.lexsort((values, peers))
    order = order[~np.isnan(values[order])]
    if not len(order):
        return found
    found[:] = np.median(values[order])
    names, start, count = np.unique(peers[order], return_index=True, return_counts=True)
    middle = (values[order][start + (count - 1) // 2] + values[order][start + count // 2]) / 2
    names, middle = names[count >= 5], middle[count >= 5]
    if len(names):
        at = np.searchsorted(names, peers).clip(max=len(names) - 1)
        found[:] = np.where(names[at] == peers, middle[at], found)
    return found


@dataclass(frozen=True)
class Lost:
    """Days lost per line and stage, and what is left over."""

    days: Array  # lines × stages, capped so that a line's stages sum to at most its lateness
    unexplained: Array  # per line
    absorbed: Array  # per line


def deviations(times: StageTimes) -> Array:
    """Signed days that each stage took over its plan, lines × stages; 0 where that is not known."""
    found: Array = times.actual - times.plan
    return np.nan_to_num(found, copy=False)


def days_lost(times: StageTimes) -> Lost:
    """max(0, actual − plan) of each stage, scaled down to the line's lateness where it exceeds that."""
    days = deviations(times)
    np.maximum(days, 0.0, out=days)
    late = np.nan_to_num(np.maximum(times.lateness, 0.0))
    total = days.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        scale = np.where(total > late, late / total, 1.0)
    days *= scale[:, None]
    return Lost(days, np.maximum(late - total, 0.0), np.maximum(total - late, 0.0))


def shapley(times: StageTimes) -> Array:
    """Exact Shapley share of each late line's lateness over "stage set to its plan", lines × stages.

    v(A) = lateness − max(0, lateness − Σ deviations of A): the days won by setting the stages A to their plan.
    """
    deviation = deviations(times)
    found: Array = np.zeros(deviation.shape)
    late = np.flatnonzero(np.nan_to_num(times.lateness) > 0)
    used = np.flatnonzero((deviation[late] != 0).any(axis=0)) if len(late) else np.zeros(0, dtype=int)
    for start in range(0, len(late), 500):
        rows = late[start : start + 500]
        found[np.ix_(rows, used)] = _shapley(deviation[np.ix_(rows, used)], times.lateness[rows])
    return found


def _shapley(deviation: Array, lateness: Array) -> Array:
    count = deviation.shape[1]
    subsets = 1 << count
    members = ((np.arange(subsets)[:, None] >> np.arange(count)[None, :]) & 1).astype(float)
    worth = lateness[:, None] - np.maximum(0.0, lateness[:, None] - deviation @ members.T)
    sizes = members.sum(axis=1).astype(int)
    factorial = np.cumprod(np.concatenate(([1.0], np.arange(1, count + 1))))
    weight = factorial[sizes] * factorial[np.maximum(count - sizes - 1, 0)] / factorial[count]
    found: Array = np.zeros(deviation.shape)
    for stage in range(count):
        without = np.flatnonzero(members[:, stage] == 0)
        gain = worth[:, without | (1 << stage)] - worth[:, without]
        found[:, stage] = np.asarray(gain @ weight[without])
    return found
