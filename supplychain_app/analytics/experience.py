"""What was learned for forecasts, as one block of bytes: with it a line is forecast without reading the past again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import forecast
from supplychain_app.analytics.forecast import Axis, EtaErrors, Model
from supplychain_app.analytics.forecaster import KINDS, Experience, Skill
from supplychain_app.analytics.landmarks import FIELDS, Alike
from supplychain_app.analytics.line_facts import MISSING, NO_START, LineFacts, OpenLines

Rows = NDArray[Any]
Asked = TypeVar("Asked", bound=LineFacts | OpenLines)

_WORD = 8  # bytes; each array begins at a multiple of it

_CODED = ("country", "mode")  # fields by which lines are told apart whose codes mean something in one reading only


@dataclass(frozen=True)
class Learned:
    """The experience, carriers' errors, and the labels by whose codes the experience tells lines apart."""

    experience: Experience
    errors: EtaErrors
    labels: dict[str, tuple[str, ...]]


def learned(experience: Experience, errors: EtaErrors, facts: LineFacts) -> Learned:
    """As learned from these facts."""
    return Learned(experience, errors, {field: facts.labels[field] for field in _CODED})


def as_told_apart(facts: Asked, known: Learned) -> Asked:
    """The same lines with the codes of the experience; what it never saw has codes of its own."""
    changed: dict[str, Any] = {}
    for field in _CODED:
        place = {label: code for code, label in enumerate(known.labels[field])}
        codes: list[int] = [place.setdefault(label, len(place)) for label in facts.labels[field]]
        changed[field] = np.array([*codes, -1], dtype=np.int64)[getattr(facts, field)]
    return replace(facts, **changed)


def tells_of(known: Experience, facts: LineFacts | OpenLines, lines: Rows) -> bool:
    """Whether lines like all of these were asked about when this was learned."""
    promised = forecast.has_promise(facts, lines)
    started = (facts.issued_basis[lines] != NO_START) & (facts.issued[lines] != MISSING)
    if known.alike is None and (promised & (facts.promise[lines] >= facts.as_of)).any():
        return False
    for model in (known.long, known.now, known.wide):
        for axis, mine in ((model.delays, lines[promised]), (model.leads, lines[started & ~promised])):
            if len(mine) and (axis is None or (axis.groups(facts, mine) < 0).any()):
                return False
    return True


def to_bytes(known: Learned) -> bytes:
    """All arrays of it one after the other, before them their names, kinds and shapes, and before these their length.

    Unlike an archive it is read without being copied.
    """
    arrays = list(_arrays("", known))
    names = json.dumps([[name, array.dtype.str, array.shape] for name, array in arrays]).encode()
    head = len(names).to_bytes(_WORD, "little") + names
    return b"".join(_to_words(part) for part in (head, *(array.tobytes() for _, array in arrays)))


def from_bytes(data: bytes) -> Learned | None:
    """The same again; None where another version of the program kept something else in its place."""
    found = {}
    length = int.from_bytes(data[:_WORD], "little")
    place = _words(_WORD + length)
    for name, kind, shape in json.loads(data[_WORD : _WORD + length]):
        array = np.ndarray(shape, dtype=kind, buffer=data, offset=place if 0 not in shape else 0)
        found[name] = array
        place += _words(array.nbytes)
    try:
        return Learned(
            _experience(found),
            EtaErrors(
                _texts(found["errors.carriers"]),
                *(found[f"errors.{name}"] for name in ("carrier", "error", "ahead", "count")),
            ),
            {field: _texts(found[f"labels.{field}"]) for field in _CODED},
        )
    except KeyError:
        return None


def _words(size: int) -> int:
    """So many bytes filled up to whole words."""
    return -(-size // _WORD) * _WORD


def _to_words(data: bytes) -> bytes:
    return data.ljust(_words(len(data)), b"\0")


def _arrays(name: str, value: Any) -> Iterator[tuple[str, Rows]]:
    if value is None:
        return
    if is_dataclass(value):
        value = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _arrays(f"{name}.{key}".removeprefix("."), part)
    else:
        yield name, np.asarray(value)


def _experience(found: dict[str, Rows]) -> Experience:
    def axis(name: str) -> Axis | None:
        if f"{name}.tails" not in found:
            return None
        return Axis(
            found[f"{name}.tails"],
            int(found[f"{name}.low"]),
            _texts(found[f"{name}.fields"]),
            found[f"{name}.keys"],
            found[f"{name}.weight"],
        )

    def model(name: str) -> Model:
        name = f"experience.{name}"
        return Model(
            int(found[f"{name}.as_of"]), axis(f"{name}.delays"), axis(f"{name}.leads"), found[f"{name}.unrecorded"]
        )

    def alike(name: str) -> Alike | None:
        if f"{name}.time" not in found:
            return None
        columns = {column: found[f"{name}.{column}"] for column in ("time", "done", "entry", "weight")}
        of = {field: found[f"{name}.fields.{field}"] for field in FIELDS}
        return Alike(**columns, fields=of, depths=tuple(found[f"{name}.depths"].tolist()))

    skills = {
        kind: Skill(found[f"experience.skills.{kind}.weights"], found[f"experience.skills.{kind}.curve"])
        for kind in KINDS
        if f"experience.skills.{kind}.weights" in found
    }
    as_of = int(found["experience.as_of"])
    return Experience(as_of, model("long"), model("now"), model("wide"), alike("experience.alike"), skills)


def _texts(values: Rows) -> tuple[str, ...]:
    return tuple(map(str, values.tolist()))
