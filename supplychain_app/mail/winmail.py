"""Takes the files out of a winmail.dat, in which Outlook packs what it sends as "rich text" (TNEF, MS-OXTNEF)."""

import struct
from collections.abc import Iterator

SIGNATURE = struct.pack("<I", 0x223E9F78)
_RENDERING, _TITLE, _DATA, _CODE_PAGE = 0x9002, 0x8010, 0x800F, 0x9007
_MOST_FILES = 100


def files(content: bytes) -> list[tuple[str, bytes]]:
    """Name and content of each file in it; none where it is damaged or holds a text only."""
    found: list[tuple[str, bytes]] = []
    name, charset = "", "cp1252"
    for attribute, data in _attributes(content):
        if attribute == _CODE_PAGE and len(data) >= 4:
            charset = f"cp{struct.unpack_from('<I', data)[0]}"
        elif attribute == _RENDERING:  # begins the next file
            name = ""
        elif attribute == _TITLE:
            name = _text(data, charset)
            if found and not found[-1][0]:
                found[-1] = (name, found[-1][1])
        elif attribute == _DATA and len(found) < _MOST_FILES:
            found.append((name, data))
    return found


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and value of each attribute: a level, the number, its type, a length, the value, a checksum."""
    at = 6 if content.startswith(SIGNATURE) else len(content)
    while at + 9 <= len(content):
        _, attribute, _, length = struct.unpack_from("<BHHI", content, at)
        yield attribute, content[at + 9 : at + 9 + length]
        at += 9 + length + 2


def _text(data: bytes, charset: str) -> str:
    try:
        return data.rstrip(b"\0").decode(charset)
    except (LookupError, UnicodeError):
        return data.rstrip(b"\0").decode("cp1252", "replace")
