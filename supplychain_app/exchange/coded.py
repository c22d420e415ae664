"""A column of a table as its words and one small number a row: what is done to a column is done to its words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]
FEW = 300_000  # words of one column that are looked up; of a column of unique words the earlier ones are let go


class Column(Sequence[Any]):
    """Row i holds `words[codes[i]]`. The same word may stand in `words` twice."""

    __slots__ = ("codes", "words")

    def __init__(self, words: Sequence[Any], codes: Codes) -> None:
        self.words = words
        self.codes = codes

    @classmethod
    def of(cls, cells: Iterable[Any]) -> "Column":
        """The column of these cells."""
        coder = Coder()
        coder.add(list(cells))
        return coder.column()

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> list[Any]: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return self.at(np.arange(*index.indices(len(self.codes))))
        return self.words[self.codes[index]]

    def __iter__(self) -> Iterator[Any]:
        return map(self.words.__getitem__, self.codes.tolist())

    def counts(self) -> NDArray[np.int64]:
        """How many rows hold each of `words`."""
        return np.bincount(self.codes, minlength=len(self.words))

    def tally(self) -> Counter[Any]:
        """How many rows hold each word, in the order of their first rows."""
        total: Counter[Any] = Counter()
        for word, count in zip(self.words, self.counts().tolist(), strict=True):
            if count:
                total[word] += count
        return total

    def map(self, function: Callable[[Any], Any]) -> "Column":
        """The column of what the function makes of each word."""
        return Column([function(word) for word in self.words], self.codes)

    def take(self, rows: NDArray[Any]) -> "Column":
        """The column of some of the rows: their places, or one yes or no a row."""
        return Column(self.words, self.codes[rows])

    def at(self, rows: NDArray[Any]) -> list[Any]:
        """The words of some of the rows."""
        return list(map(self.words.__getitem__, self.codes[rows].tolist()))

    def where(self, question: Callable[[Any], bool]) -> NDArray[np.bool_]:
        """One yes or no a row."""
        answers = np.fromiter(map(question, self.words), bool, len(self.words))
        return answers[self.codes]

    def figures(self) -> NDArray[np.float64]:
        """The numbers of the rows, not-a-number where there is none."""
        return np.array([np.nan if word is None else word for word in self.words], dtype=float)[self.codes]

    def keys(self) -> NDArray[np.int64]:
        """One number a row: the same where rows hold the same word."""
        first: dict[Any, int] = {}
        return np.array([first.setdefault(word, i) for i, word in enumerate(self.words)], dtype=np.int64)[self.codes]


class Coder(dict[Any, int]):
    """Turns cells into codes as they are read."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[Any] = []
        self.parts: list[Codes] = []

    def __missing__(self, word: Any) -> int:
        if len(self) > FEW:
            self.clear()
        code = self[word] = len(self.words)
        self.words.append(word)
        return code

    def add(self, cells: Sequence[Any]) -> None:
        """Append cells to the column."""
        words = cells.words if isinstance(cells, Column) else cells
        codes = np.fromiter(map(self.__getitem__, words), np.int32, len(words))
        self.parts.append(codes[cells.codes] if isinstance(cells, Column) else codes)

    def column(self) -> Column:
        """The column of all the cells that were added."""
        return Column(self.words, np.concatenate(self.parts) if self.parts else np.empty(0, np.int32))
