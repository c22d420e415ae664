"""A date in a forwarded mail counts from the day on which that mail was sent, not from when it was passed on."""

# ruff: noqa: E501 - heads are easier to compare unbroken

from datetime import date

import pytest

from supplychain_app.mail.forwarded import day_sent
from supplychain_app.mail.reading import read

PASSED_ON = date(2026, 11, 24)
OUTLOOK = "From: Ann <a@s.example>\nSent: {}\nTo: b@us.example\nSubject: PO 4500012345\n"
GMAIL = "---------- Forwarded message ---------\nFrom: Ann <a@s.example>\nDate: {}\nSubject: PO 4500012345\nTo: b@us.example\n"
HEADS = [
    OUTLOOK.format("Tuesday, November 3, 2026 10:15 AM"),
    OUTLOOK.format("11/3/2026 10:15 AM"),
    OUTLOOK.format("03/11/2026 10:15"),
    GMAIL.format("Tue, Nov 3, 2026 at 10:15 AM"),
    GMAIL.format("Tue, 3 Nov 2026 10:15:00 +0100"),
    "Begin forwarded message:\n\nFrom: Ann <a@s.example>\nSubject: PO 4500012345\nDate: 3 November 2026 at 10:15:00 CET\n",
    "Von: Ann <a@s.example>\nGesendet: Dienstag, 3. November 2026 10:15\nAn: b@us.example\nBetreff: PO 4500012345\n",
    "De : Ann <a@s.example>\nEnvoyé : mardi 3 novembre 2026 10:15\nÀ : b@us.example\nObjet : PO 4500012345\n",
    "De: Ann <a@s.example>\nEnviado el: martes, 3 de noviembre de 2026 10:15\nPara: b@us.example\nAsunto: PO 4500012345\n",
    "Da: Ann <a@s.example>\nInviato: martedì 3 novembre 2026 10:15\nA: b@us.example\nOggetto: PO 4500012345\n",
    "De: Ann <a@s.example>\nEnviada em: terça-feira, 3 de novembro de 2026 10:15\nPara: b@us.example\nAssunto: PO 4500012345\n",
    "发件人: Ann <a@s.example>\n发送时间: 2026年11月3日 10:15\n收件人: b@us.example\n主题: PO 4500012345\n",
    "差出人: Ann <a@s.example>\n送信日時: 2026年11月3日 10:15\n宛先: b@us.example\n件名: PO 4500012345\n",
    OUTLOOK.replace("PO 45", "FW: PO 45").format("Friday, November 20, 2026 10:15 AM")
    + "\nPlease see below.\n\n"
    + OUTLOOK.format("Tuesday, November 3, 2026 10:15 AM"),  # forwarded twice
    GMAIL.format("Fri, Nov 20, 2026 at 10:15 AM") + "\nSee below\n\n" + GMAIL.format("Tue, Nov 3, 2026 at 10:15 AM"),
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("PO 4500012345: we will deliver in two weeks.", date(2026, 11, 17)),
        ("PO 4500012345: delivery next Friday.", date(2026, 11, 13)),
        ("PO 4500012345: we will deliver on 4 December.", date(2026, 12, 4)),
    ],
)
def test_relative_dates_count_from_the_forwarded_mail(head: str, words: str, day: date) -> None:
    text = f"FYI, please update.\n\n{head}\n{words}\n\nBest regards\nAnn"
    found = read(text, subject="FW: PO 4500012345", sent_on=PASSED_ON)
    assert [one.promised_on for one in found.suggestions] == [day]


def test_what_the_forwarder_says_counts_from_their_own_mail() -> None:
    text = f"PO 4500012345: they now deliver in two weeks.\n\n{HEADS[0]}\nWe have a problem with the mould.\n\nAnn"
    found = read(text, subject="FW: PO 4500012345", sent_on=PASSED_ON)
    assert [one.promised_on for one in found.suggestions] == [date(2026, 12, 8)]


@pytest.mark.parametrize("head", ["", "From: Ann\nTo: Bob", "Date: soon", "Sent: Tuesday, December 1, 2026 10:15 AM"])
def test_without_a_day_that_has_been_nothing_is_told(head: str) -> None:
    assert day_sent(head, PASSED_ON) is None
