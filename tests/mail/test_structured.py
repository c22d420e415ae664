"""Printed orders, schedules, answers between quotes, dispatch notices and cells of words, each a labelled mail."""

from pathlib import Path

import pytest

from supplychain_app.storage.connection import Database
from tests.mail import labelled_mails
from tests.mail.labelled_mails import LabelledMail, pairs_read

FOLDER = Path(__file__).with_name("structured")
MAILS = [mail for path in sorted(FOLDER.glob("*.txt")) for mail in labelled_mails.mails_of(path)]


@pytest.mark.parametrize("mail", MAILS, ids=lambda mail: mail.name)
def test_structured_mail_yields_its_pairs_and_no_others(mail: LabelledMail, db: Database, tmp_path: Path) -> None:
    assert pairs_read(db, mail, tmp_path) == mail.expected
