"""The reader's precision and recall on labelled mails, of which a part is kept apart from tuning."""

from collections import Counter
from collections.abc import Iterable

import pytest

from supplychain_app.mail.reading import read
from tests.mail import generated
from tests.mail.corpus_tuned import CASES


@pytest.mark.parametrize("case", CASES, ids=[f"{c[0]}-{c[1]}-{i}" for i, c in enumerate(CASES)])
def test_hand_written_mails(case: tuple[str, str, str, str, list[tuple[str | None, str, str]]]) -> None:
    _, country, subject, body, expected = case
    found = read(body, subject=subject, sent_on=generated.SENT_ON, country=country)
    assert {(s.line, s.promised_on.isoformat(), s.kind) for s in found.suggestions} == set(expected)


@pytest.mark.parametrize("half", ["tuned", "apart"])
def test_precision_and_recall(half: str) -> None:
    mails = list(generated.mails(generated.TUNED if half == "tuned" else generated.APART, seed=7))
    assert len(mails) >= 130
    hits, extra, missed = measured(mails)
    for key in sorted(set(hits) | set(extra) | set(missed)):
        print(f"{half:6} {key:8} hit {hits[key]:3} extra {extra[key]:3} missed {missed[key]:3}")
    total, more, less = sum(hits.values()) // 2, sum(extra.values()) // 2, sum(missed.values()) // 2
    precision, recall = total / (total + more), total / (total + less)
    print(f"{half}: {len(mails)} mails, precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= 0.97
    assert recall >= 0.90


def measured(mails: Iterable[generated.Labelled]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Pairs found, pairs too many and pairs missed, by style and by language."""
    hits: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for mail in mails:
        found = read(mail.body, subject=f"PO {generated.ORDER}", sent_on=generated.SENT_ON, country=mail.country)
        pairs = {(str(s.line), s.promised_on.isoformat()) for s in found.suggestions if s.kind == "delivery"}
        for key in (mail.style, mail.language):
            hits[key] += len(pairs & mail.expected)
            extra[key] += len(pairs - mail.expected)
            missed[key] += len(mail.expected - pairs)
    return hits, extra, missed
