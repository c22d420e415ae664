"""Writes Outlook .msg files for tests: a compound file (MS-CFB, version 3) whose streams all lie in whole sectors."""

import struct
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

SECTOR = 512
FREE, END, FAT_SECTOR, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
SMALLEST = 4096  # shorter streams would belong into the mini stream; texts and properties may end in zeros


def text(words: str) -> bytes:
    return words.encode("utf-16-le")


def moment(tag: int, at: datetime) -> bytes:
    """One property of a fixed size: a FILETIME."""
    ticks = int((at - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
    return struct.pack("<HHIQ", 0x0040, tag, 6, ticks)


def msg(streams: Mapping[str, bytes], *properties: bytes) -> bytes:
    """A mail: `streams` by path, such as "__substg1.0_0037001F" or "__attach_version1.0_#00000000/…"."""
    tree: dict[str, Any] = {"__properties_version1.0": b"\0" * 32 + b"".join(properties)}
    for path, content in streams.items():
        *folders, name = path.split("/")
        place = tree
        for folder in folders:
            place = place.setdefault(folder, {})
        place[name] = content
    return compound(tree)


def compound(tree: Mapping[str, Any]) -> bytes:
    entries: list[list[Any]] = [["Root Entry", 5, NONE, NONE, b""]]  # name, kind, right neighbour, child, content
    _add(tree, 0, entries)
    directory = -(-len(entries) * 128 // SECTOR)
    contents = [entry[4].ljust(SMALLEST, b"\0") if entry[1] == 2 else b"" for entry in entries]
    sectors = [-(-len(content) // SECTOR) for content in contents]
    fats = 1
    while fats * 128 < fats + directory + sum(sectors):
        fats += 1
    fat = [FAT_SECTOR] * fats + _chain(fats, directory)
    starts = []
    for count in sectors:
        starts.append(len(fat) if count else END)
        fat += _chain(len(fat), count)
    fat += [FREE] * (fats * 128 - len(fat))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, fats, fats, 0, SMALLEST, END, 0, END, 0)
    head += struct.pack("<109I", *range(fats), *[FREE] * (109 - fats))
    listed = b"".join(
        _entry(entry, start, len(content)) for entry, start, content in zip(entries, starts, contents, strict=True)
    )
    body = struct.pack(f"<{len(fat)}I", *fat) + listed.ljust(directory * SECTOR, b"\0")
    return head + body + b"".join(content.ljust(-(-len(content) // SECTOR) * SECTOR, b"\0") for content in contents)


def _add(tree: Mapping[str, Any], parent: int, entries: list[list[Any]]) -> None:
    before = None
    for name in sorted(tree, key=lambda one: (len(one), one.upper())):
        number, value = len(entries), tree[name]
        is_folder = isinstance(value, Mapping)
        entries.append([name, 1 if is_folder else 2, NONE, NONE, b"" if is_folder else value])
        if before is None:
            entries[parent][3] = number
        else:
            entries[before][2] = number
        before = number
        if is_folder:
            _add(value, number, entries)


def _entry(entry: list[Any], start: int, size: int) -> bytes:
    name = (entry[0] + "\0").encode("utf-16-le")
    head = name.ljust(64, b"\0") + struct.pack("<HBBIII", len(name), entry[1], 1, NONE, entry[2], entry[3])
    return head + b"\0" * 36 + struct.pack("<IQ", start if size else END, size)


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), END] if count else []
