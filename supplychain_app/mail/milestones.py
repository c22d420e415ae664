"""Tells which rows of a project's schedule are deliveries; the others are steps on the way there."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Sequence

from supplychain_app.mail import cues, cues_against

_HEAD = re.compile(
    r"milestone|meilenstein|(?<![a-z])(?:jalon|etape|hito|etapa|marco|fase|phase|activity|activities|task|aktivitat|arbeitsschritt|vorgang|tache|activite|actividad|tarea|attivita|atividade|tarefa|mijlpaal|stage)s?(?![a-z])|里程碑|阶段|节点|工序|マイルストーン|工程"
)
_SUPPLIES = re.compile(
    r"material|component|casting|forging|zukauf|kaufteil|beistell|in house|drawing|zeichnung|document|approv|matiere|到料|来料|外购|材料|部品"
)
LEAST_STEPS = 2
"""Rows that name steps of production, by which a table without a telling header is taken for a schedule."""


def steps_of(head: Sequence[str], labels: Sequence[str]) -> set[int]:
    """Which of a table's dated rows, by the folded text of their first cells, are mere steps of a project."""
    delivers = {i for i, label in enumerate(labels) if cues.DELIVERY.search(label) and not _SUPPLIES.search(label)}
    others = set(range(len(labels))) - delivers
    worded = all(re.search(r"[^\W\d]{3,}|[\u3041-\u9fff]{2}", label) for label in labels)
    steps = sum(bool(cues_against.STEP.search(labels[i])) for i in others)
    if worded and (bool(head and _HEAD.search(head[0])) or (delivers and steps >= LEAST_STEPS)):
        return others
    return set()
