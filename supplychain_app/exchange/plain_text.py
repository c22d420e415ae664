"""Takes a piece of delimited text apart into columns at once, where its lines are as plain as most of a large file."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from supplychain_app.exchange.coded import Column

LONGEST = 128  # bytes of a cell
_NEWLINE, _RETURN, _SPACE = b"\n\r "
_MASKS = np.array([(1 << 8 * count) - 1 for count in range(9)], np.uint64)  # the first so many of eight bytes
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD)
Places = NDArray[np.int64]
Keys = Sequence[NDArray[np.uint64]]


def columns(block: bytes, encoding: str, delimiter: str) -> list[Column]:
    """The columns of these whole lines, the words of each all different and in the order of their first rows.

    None at all where lines are not equally wide, or the csv module's rules for quotes, spaces or ends of lines matter.
    `encoding`: one in which an ASCII character is one byte, and no byte of another character.
    """
    if not block.endswith(b"\n"):
        block += b"\n"
    returned = b"\r" in block
    if b'"' in block or b"\0" in block:
        return []
    padded = np.frombuffer(block + bytes(LONGEST + 8), np.uint8)
    marks = np.flatnonzero((padded == ord(delimiter)) | (padded == _NEWLINE))
    is_end = padded[marks] == _NEWLINE
    lines = int(np.count_nonzero(is_end))
    width = len(marks) // lines
    if width < 2 or len(marks) != width * lines or not is_end[width - 1 :: width].all():
        return []
    starts = np.concatenate(([0], marks[:-1] + 1)).reshape(lines, width)
    ends = marks.reshape(lines, width)
    if returned:
        ends[:, -1] -= 1
        if block.count(b"\r") != lines or not (padded[ends[:, -1]] == _RETURN).all():
            return []
    if (padded[starts] == _SPACE).any() or (ends - starts).max() > LONGEST:
        return []
    text = block.decode("ascii") if block.isascii() else ""
    eights: NDArray[np.uint64] = np.ndarray((len(padded) - 7,), "<u8", padded, strides=(1,))  # from each byte on
    found = []
    for start, end in zip(starts.T, ends.T, strict=True):
        first = _first_alike(_keys(eights, start, end - start))
        is_first = first == np.arange(lines)
        spans = zip(start[is_first].tolist(), end[is_first].tolist(), strict=True)
        words = [text[a:b] for a, b in spans] if text else [block[a:b].decode(encoding) for a, b in spans]
        found.append(Column(words, (np.cumsum(is_first, dtype=np.int32) - 1)[first]))
    return found


def _keys(eights: NDArray[np.uint64], start: Places, length: Places) -> Keys:
    """The bytes of each cell, eight in a number: no byte is 0, so that cells are alike where all their numbers are."""
    count = max(1, -(-int(length.max()) // 8))
    return [eights[start + 8 * i] & _MASKS[np.clip(length - 8 * i, 0, 8)] for i in range(count)]


def _first_alike(keys: Keys) -> Places:
    """For each cell the first cell that is like it."""
    size = len(keys[0])
    mixed = keys[0]
    for key in keys[1:]:
        mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(_MIX[0]) + key
    bits = size.bit_length() + 2
    seat = np.empty(1 << bits, np.int64)
    found = np.empty(size, np.int64)
    left = np.arange(size)
    turn = 0
    while left.size:  # cells that are alike share a seat; whoever shares it with the first and is not like it goes on
        turn += 1
        here = mixed[left]
        seats = ((here ^ (here >> np.uint64(32))) * np.uint64(_MIX[turn % 4])) >> np.uint64(64 - bits)
        seat[seats[::-1]] = left[::-1]
        first = seat[seats]
        same = np.logical_and.reduce([key[left] == key[first] for key in keys])
        found[left[same]] = first[same]
        left = left[~same]
    return found
