"""The stages of a line from need to shelf, and which party arranges each by the order's Incoterm."""

from enum import StrEnum


class Stage(StrEnum):
    """S0–S10; each ends with the milestone named."""

    ORDERING = "S0"  # need → order sent (us)
    ACKNOWLEDGEMENT = "S1"  # sent → acknowledged
    PRODUCTION = "S2"  # acknowledged → goods ready
    COLLECTION = "S3"  # ready → picked up
    ORIGIN_INLAND = "S4"  # pickup → at origin port, airport or hub
    ORIGIN_DWELL = "S5"  # at origin → departed
    MAIN_CARRIAGE = "S6"  # departed → arrived
    DISCHARGE = "S7"  # arrived → available
    CUSTOMS = "S8"  # available → released
    LAST_LEG = "S9"  # released → at our gate
    RECEIVING = "S10"  # gate → posted (us)


STAGES = tuple(Stage)


class Step(StrEnum):
    """The milestones that bound the stages; stage k runs from STEPS[k] to STEPS[k + 1]."""

    NEEDED = "needed"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    READY = "ready"
    PICKED_UP = "picked_up"
    AT_ORIGIN = "at_origin"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    AVAILABLE = "available"
    RELEASED = "released"
    AT_GATE = "at_gate"
    POSTED = "posted"


STEPS = tuple(Step)


class Party(StrEnum):
    SUPPLIER = "supplier"
    CARRIER = "carrier"
    US = "us"
    AUTHORITIES = "authorities"
    UNKNOWN = "unknown"


_S, _B = Party.SUPPLIER, Party.US
# Who arranges S1..S9 by Incoterms 2020; S0 and S10 are always ours.
_ARRANGED_BY: dict[str, tuple[Party, ...]] = {
    "EXW": (_S, _S, _B, _B, _B, _B, _B, _B, _B),
    "FCA": (_S, _S, _S, _S, _B, _B, _B, _B, _B),
    "FCA (seller's premises)": (_S, _S, _B, _B, _B, _B, _B, _B, _B),
    "FAS": (_S, _S, _S, _S, _B, _B, _B, _B, _B),
    "FOB": (_S, _S, _S, _S, _S, _B, _B, _B, _B),
    "CFR": (_S, _S, _S, _S, _S, _S, Party.UNKNOWN, _B, _B),
    "CIF": (_S, _S, _S, _S, _S, _S, Party.UNKNOWN, _B, _B),
    "CPT": (_S, _S, _S, _S, _S, _S, _S, _B, _B),
    "CIP": (_S, _S, _S, _S, _S, _S, _S, _B, _B),
    "CPT (our gate)": (_S, _S, _S, _S, _S, _S, _S, _B, _S),
    "CIP (our gate)": (_S, _S, _S, _S, _S, _S, _S, _B, _S),
    "DAP": (_S, _S, _S, _S, _S, _S, _S, _B, _S),
    "DPU": (_S, _S, _S, _S, _S, _S, _S, _B, _S),
    "DDP": (_S, _S, _S, _S, _S, _S, _S, _S, _S),
}


def arranger(incoterm: str | None, stage: Stage) -> Party:
    """The party that arranged a stage under an Incoterm; UNKNOWN where the term is missing or leaves it open.

    >>> arranger("FOB", Stage.MAIN_CARRIAGE)
    <Party.US: 'us'>
    """
    if stage in (Stage.ORDERING, Stage.RECEIVING):
        return Party.US
    row = _ARRANGED_BY.get((incoterm or "").strip())
    if row is None:
        row = _ARRANGED_BY.get((incoterm or "").strip().upper()[:3])
    if row is None:
        # Acknowledging and producing are the supplier's whatever the delivery term is.
        return Party.SUPPLIER if stage in (Stage.ACKNOWLEDGEMENT, Stage.PRODUCTION) else Party.UNKNOWN
    return row[STAGES.index(stage) - 1]


class Cause(StrEnum):
    """Why a line was late, in at most twelve words a buyer chooses from."""

    CAPACITY = "supplier capacity"
    SUPPLIER_MATERIAL = "supplier's material"
    QUALITY = "quality rework"
    SUPPLIER_PAPERWORK = "supplier paperwork"
    NO_PROMISE = "no promise given"
    CARRIER = "carrier delay"
    PORT = "port or rolled vessel"
    CUSTOMS = "customs hold"
    DOCUMENTS = "documents missing"
    ORDERED_LATE = "ordered late or below lead time"
    CHANGED_BY_US = "changed by us"
    RECEIVING = "receiving backlog"
    UNKNOWN = "unknown"
