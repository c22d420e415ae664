"""A letter in the user's words is used, checked, and can be given back."""

import pytest

from supplychain_app.domain.errors import InvalidInput
from supplychain_app.exchange import workbook
from supplychain_app.services import letters
from supplychain_app.storage.connection import Database


@pytest.mark.parametrize("kind", letters.KINDS)
@pytest.mark.parametrize("language", letters.LANGUAGES)
def test_supplied_letters_are_good_letters(db: Database, language: str, kind: str) -> None:
    found = letters.letter(db, language, kind)
    letters.keep(db, language, found.subject, found.text, kind)
    assert letters.letter(db, language, kind) == letters.supplied(language, kind)
    assert db.conn.execute("select count(*) from setting where key like 'letter.%'").fetchone()[0] == 0


def test_the_users_words_are_kept_and_given_back(db: Database) -> None:
    letters.keep(db, "de", "Termine, bitte", "Moin $name,\n\n$table\n\n$sender, 5 $$")
    assert letters.letter(db, "de").subject == "Termine, bitte"
    assert letters.letter(db, "en") == letters.supplied("en")
    assert letters.letter(db, "de", "bare") == letters.supplied("de", "bare")
    supplied = letters.supplied("de")
    letters.keep(db, "de", supplied.subject, supplied.text)
    assert letters.letter(db, "de") == supplied


@pytest.mark.parametrize(
    ("subject", "text", "why"),
    [
        ("", "$table", "subject"),
        ("a\nb", "$table", "one line"),
        ("a", "Hello $name", r"\$table"),
        ("a", "$table costs 5 $", "alone"),
        ("a", "$table for $nobody", r"\$nobody is nothing"),
        ("$table $nobody", "$table", r"\$nobody"),
    ],
)
def test_a_letter_that_would_not_work_is_refused(db: Database, subject: str, text: str, why: str) -> None:
    with pytest.raises(InvalidInput, match=why):
        letters.keep(db, "en", subject, text)
    assert letters.letter(db, "en") == letters.supplied("en")


def test_the_table_in_a_letter_speaks_its_language() -> None:
    assert workbook.titles("de")[0] == "Bestellung"
    assert workbook.titles("en") == tuple(title for title in workbook.FACTS if title != "Unit")
    assert {len(workbook.titles(language)) for language in letters.LANGUAGES} == {7}
