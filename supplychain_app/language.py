"""The user's language: English is what the code says; a translator, where there is one, says it otherwise.

Set it before the modules that speak are imported: much of what they say is said once, when they are read.
"""

from collections.abc import Callable

LANGUAGE_VARIABLE = "SUPPLYCHAIN_LANGUAGE"
"""Of the environment: the language that a command speaks, where it has sentences in it."""
Translator = Callable[[str, str, int], str]
"""Gives the words in another language for (English words, what is meant, how many or -1), or nothing."""

NO_BREAK = "\u00a0"
_MARKS = {"de": (".", ",")}
"""Between thousands and before decimals, where a language writes them otherwise than '1 234.5'."""

_LARGE_NOUNS = frozenset({"de"})

_translator: Translator | None = None
_code = "en"
_marks: list[str] = []  # the system's, where it has a language of its own


def speak(translator: Translator | None, code: str = "en") -> None:
    """Say everything through this translator of a language from now on; None: English."""
    global _translator, _code
    _translator, _code = translator, code


def spoken() -> str:
    """The code of the language that is spoken: "en", "de"."""
    return _code


def tr(english: str, meant: str = "", /, **values: object) -> str:
    """The words in the user's language, with the values put in their places: `tr("Read {n} mails", n=3)`.

    `meant` parts words that other languages part, such as a verb and a noun.
    """
    words = (_translator(english, meant, -1) if _translator is not None else "") or english
    return words.format(**values) if values else words


def within(words: str) -> str:
    """A title within a sentence: small in English; as it is where nouns are written large."""
    return words if _code in _LARGE_NOUNS else words.lower()


def write_numbers(thousands: str, decimals: str) -> None:
    """Write numbers with these marks from now on, as the system does, rather than with the language's."""
    _marks[:] = [thousands, decimals]


def figure(value: float, digits: int = 0) -> str:
    """A number with its thousands apart, by the system's marks or the language's: '1 234.5'."""
    thousands, decimals = _marks or _MARKS.get(_code, (NO_BREAK, "."))
    return f"{value:,.{digits}f}".translate({ord(","): thousands, ord("."): decimals})


def grouped(value: int) -> str:
    """A whole number with its thousands apart: '1 234'."""
    return figure(value)


def noun_for(count: int, one: str, many: str | None = None) -> str:
    """The noun in the number that goes with a count: 'line', 'lines'. `one` names it for the translator."""
    words = _translator(one, "counted", count) if _translator is not None else ""
    return words or (one if count == 1 else many or one + "s")
