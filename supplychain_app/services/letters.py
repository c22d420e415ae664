"""The letters that ask suppliers for dates: one a language, as supplied or as the user wrote it for this file."""

import json
from dataclasses import dataclass
from string import Template

from supplychain_app.domain.errors import InvalidInput
from supplychain_app.domain.resources import resource_path
from supplychain_app.language import tr
from supplychain_app.storage import database, settings
from supplychain_app.storage.connection import Database

LANGUAGES = {"en": tr("English"), "de": tr("German"), "fr": tr("French"), "es": tr("Spanish"), "zh": tr("Chinese")}
KINDS = ("chase", "bare")
"""With the open-order workbook, and without it."""
PLACES = {
    "name": tr("the contact's name"),
    "orders": tr("the order numbers"),
    "lines": tr("how many lines"),
    "table": tr("the table of the lines"),
    "sender": tr("your name"),
}
"""What a letter may leave open, as $name."""


@dataclass(frozen=True)
class LetterText:
    """Subject and text with their places left open."""

    subject: str
    text: str


def supplied(language: str, kind: str = "chase") -> LetterText:
    """The letter that comes with the program."""
    if language not in LANGUAGES:
        raise InvalidInput(
            tr(
                "There is no letter in “{language}”. Choose from {choices}.",
                language=language,
                choices=", ".join(LANGUAGES),
            )
        )
    text = resource_path("templates", f"{kind}.{language}.txt").read_text(encoding="utf-8")
    first, _, rest = text.partition("\n")
    return LetterText(first.removeprefix("Subject:").strip(), rest.strip())


def letter(db: Database, language: str, kind: str = "chase") -> LetterText:
    """The user's own letter where there is one, else the supplied one."""
    own = settings.read(db, _key(language, kind))
    return LetterText(**json.loads(own)) if own else supplied(language, kind)


def keep(db: Database, language: str, subject: str, text: str, kind: str = "chase") -> None:
    """Write in these words from now on; the supplied words bring the supplied letter back."""
    found = LetterText(subject.strip(), text.strip())
    if not found.subject or "\n" in found.subject:
        raise InvalidInput(tr("A letter needs a subject of one line."))
    for part in (found.subject, found.text):
        _check(part)
    if "table" not in Template(found.text).get_identifiers():
        raise InvalidInput(tr("The letter must hold $table, where its order lines go."))
    with database.writing(db):
        if found == supplied(language, kind):
            settings.remove(db, _key(language, kind))
        else:
            settings.save(db, _key(language, kind), json.dumps({"subject": found.subject, "text": found.text}))


def _check(text: str) -> None:
    template = Template(text)
    if not template.is_valid():
        raise InvalidInput(tr("A $ stands alone in the letter. Write $$ for a dollar sign."))
    unknown = [name for name in template.get_identifiers() if name not in PLACES]
    if unknown:
        known = ", ".join(f"${name}" for name in PLACES)
        raise InvalidInput(
            tr("${name} is nothing that a letter can hold. There are {known}.", name=unknown[0], known=known)
        )


def _key(language: str, kind: str) -> str:
    return f"letter.{language}" if kind == "chase" else f"letter.{kind}.{language}"
