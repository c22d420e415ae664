"""A date's place in a text: its sentence, what stands before and after it, and the clause that it is part of."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from supplychain_app.mail import cues
from supplychain_app.mail.date_words import WEEKDAY
from supplychain_app.mail.dates_in_words import FoundDate
from supplychain_app.mail.light_words import LIGHT, LIGHT_CJK

_SEPARATOR = re.compile(
    r"[,;()–]|(?<=\s)-(?=\s)|(?<![a-z])(?:but|however|while|whereas|and|aber|jedoch|sondern|und|wahrend|mais|et|pero|sino|y|ma|mentre|e(?! (?:previst|prevedib|stat|fissat|programmat|confermat|agendad|marcad|prevê|da (?:voi|te|lei)|possib|impossib|disponibil|annullat|saltat|spostat|rinviat|confirmad|adiad|possivel|gia|ancora|pronto?\w*(?![a-z])))|mas|maar|so(?! (?:cheg\w*|entreg\w*|vem|vai|sai|recebe\w*|teremos|temos|fica\w*|dia|em|no|na|para|el|la|il|le|conseguimos|\d))|therefore|hence|because|deshalb|daher|weil|denn|donc|car|porque|quindi|perche|portanto|pois)(?![a-z])|，|、|但|而|所以|因为|ので|ため|以便|"
    r"(?<![a-z])(?:provided|providing|as long as|assuming|unless|if|when|once|which|otherwise|else|depending|je nachdem|selon|a seconda|sobald|sofern|falls|wenn|damit|ob|dass|sonst|pourvu que|sinon|siempre que|cuando|purche|altrimenti|desde que|caso)(?![a-z])|"
    # a main clause that follows a condition or an aim without a comma; it keeps its own words
    r"(?<=\w )(?=(?:we|i)(?:[’']ll|[’']re| are| can| could| will| would| should| must| need| have (?:now|had|been|re))\b|wir (?:konnen|konnten|brauchen|mussen|liefern|werden)\b|(?:konnen|konnten|brauchen|mussen|liefern|werden) wir\b|nous (?:pouvons|pourrons|pourrions|devons|avons)\b|(?:necesitamos|precisamos|podemos|podriamos|podremos|possiamo|potremmo|potremo|riusciamo|riusciremo|conseguimos)\b)|"
    r"(?<=\w )(?=(?:pour|afin de|para|per|zur) (?:garder|tenir|respecter|maintenir|mantener|cumplir|mantenere|rispettare|manter|cumprir)\b)"
)
_CLOSED = re.compile(r"\.?\)?")
FAR = 500
"""Characters from a date beyond which a word has no bearing on it."""


@dataclass(frozen=True)
class Place:
    """A date within its sentence of a folded text; `left` and `right` bound it against the dates beside it."""

    plain: str
    dates: Sequence[FoundDate]  # those of the sentence
    number: int
    start: int
    end: int
    refers: bool = True  # whether the sentence names an order, a line, a part or a quantity
    names: Sequence[int] = ()  # where it names orders, lines and parts
    stands: bool = False  # whether it is the date that a line has now
    answers: bool = True  # whether the mail is a reply, or one whose subject is a delivery

    @cached_property
    def one(self) -> FoundDate:
        return self.dates[self.number]

    @cached_property
    def left(self) -> int:
        return self.dates[self.number - 1].end if self.number else self.start

    @cached_property
    def right(self) -> int:
        return self.dates[self.number + 1].start if self.number + 1 < len(self.dates) else self.end

    @property
    def is_last(self) -> bool:
        return self.number + 1 == len(self.dates)

    @cached_property
    def sentence(self) -> str:
        return self.plain[max(self.start, self.one.start - FAR) : min(self.end, self.one.end + FAR)]

    @cached_property
    def before(self) -> str:
        """The sentence up to the date."""
        return self.plain[max(self.start, self.one.start - FAR) : self.one.start]

    @cached_property
    def after(self) -> str:
        """What follows the date, up to the next one."""
        left = self.one.end
        is_ordinal = self.plain[left - 1].isdigit() and self.plain.startswith(".", left)  # 'auf den 13. kommen wir …'
        return self.plain[left + is_ordinal : self.right]

    @cached_property
    def words(self) -> int:
        """How many words of weight the date's clause has beside it; a Chinese or Japanese character is half a word."""
        left, right, _ = self._own_clause
        rest = self.plain[left : self.one.start] + " " + self.plain[self.one.end : right]
        rest = LIGHT_CJK.sub(" ", re.sub(WEEKDAY, " ", rest)).replace("’", "'")
        words = [word for word in re.findall(r"[a-z]+(?:'[a-z]+)?", rest) if word not in LIGHT and len(word) > 1]
        return len(words) + len(re.findall(r"[\u3041-\u9fff]", rest)) // 2

    @cached_property
    def clause(self) -> tuple[int, int]:
        """Where the date's own clause begins and ends; a clause of one word is joined to the one before it."""
        left, right, breaks = self._own_clause
        own = self.plain[left : self.one.start] + self.plain[self.one.end : right]
        if _is_thin(own) and not cues.DELIVERY.search(own):
            left = breaks[-2] if len(breaks) > 1 else self.left
        return left, right

    @cached_property
    def _own_clause(self) -> tuple[int, int, list[int]]:
        breaks = [m.end() for m in _SEPARATOR.finditer(self.plain, self.left, self.one.start)]
        left = breaks[-1] if breaks else self.left
        leads = not _is_thin(self.plain[left : self.one.start])
        closed = _CLOSED.match(self.plain, self.one.end, self.right) if "(" in self.one.words else None
        end = closed.end() if closed else self.one.end
        stops = (m for m in _SEPARATOR.finditer(self.plain, end, self.right) if m.group() or leads)
        stop = next(stops, None)
        return left, stop.start() if stop else self.right, breaks


def _is_thin(text: str) -> bool:
    """Whether a text says too little to be a clause of its own."""
    return len(text.split()) < 2 and len(re.findall(r"[\u3041-\u9fff]", text)) < 3
