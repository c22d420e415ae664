"""Cuts short the texts of a huge mail before it is taken apart, which would take seconds for what nobody reads."""

import re
from collections.abc import Iterator
from itertools import pairwise

_BOUNDARY = re.compile(rb'(?i)oundary\s*=\s*"?([^"\r\n;]{1,100})')
_BLANK = re.compile(rb"\r?\n\r?\n")
_KIND = re.compile(rb"(?im)^content-type\s*:\s*([\w-]+/[\w.+-]+)")
_FILE = re.compile(rb"(?im)^content-disposition\s*:\s*attachment|\b(?:file)?name\*?\d?\*?\s*=")
_LONGEST_HEAD = 20_000
_MOST_BOUNDARIES = 100


def cut_short(data: bytes, most: int) -> bytes:
    """The mail with its texts cut where they have more than so many bytes together; files stay whole."""
    if len(data) <= most:
        return data
    kept = []
    for start, end in pairwise((0, *_starts(data), len(data))):
        text = _start_of_text(data[start : min(end, start + _LONGEST_HEAD)])
        part = data[start:end]
        if text is not None:
            part = part if len(part) - text <= most else part[: max(text, part.rfind(b"\n", text, text + most))]
            most -= len(part) - text
        kept.append(part)
    return b"".join(kept)


def _starts(data: bytes) -> list[int]:
    """Where its parts begin, with the line end before their boundary."""
    names = {found[1] for at in _places(data, b"oundary") if (found := _BOUNDARY.match(data, at))}
    names = set(sorted(names)[:_MOST_BOUNDARIES])
    return sorted({at for name in names for at in _places(data, b"\n--" + name)})


def _places(data: bytes, words: bytes) -> Iterator[int]:
    at = data.find(words)
    while at >= 0:
        yield at
        at = data.find(words, at + 1)


def _start_of_text(piece: bytes) -> int | None:
    """Where the text begins behind the head of a part; None where it is no text, or one that came as a file."""
    blank = _BLANK.search(piece)
    if blank is None:
        return None
    head = piece[: blank.start()]
    kind = _KIND.search(head)
    is_text = kind is None or kind[1].lower() in (b"text/plain", b"text/html")
    return blank.end() if is_text and not _FILE.search(head) else None
