"""Reads the rich text of Outlook mails: unpacks it (MS-OXRTFCP), and takes text or the HTML in it out (MS-OXRTFEX)."""

import re
import struct
from dataclasses import dataclass, field, replace

LONGEST = 3_000_000  # bytes, unpacked
_PACKED, _PLAIN = b"LZFu", b"MELA"
_KNOWN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_WINDOW = 4096
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n\\]", re.S
)
_SIGNS = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "tab": "\t", "cell": " | ", "nestcell": " | ",
    "nestrow": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_LEFT_OUT = frozenset(
    {
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf",
        "footer", "footerl", "footerr", "footerf", "footnote", "fldinst", "filetbl", "listtable", "revtbl",
    }
)  # fmt: skip
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


@dataclass(frozen=True)
class RichText:
    """What a rich text holds: the HTML that it was made of, or words."""

    text: str
    is_html: bool


def read(packed: bytes) -> RichText | None:
    """The text of a packed rich text; None where it is damaged or empty."""
    raw = unpacked(packed)
    return _Reader(raw).read() if raw.lstrip()[:5] == rb"{\rtf" else None


def unpacked(packed: bytes) -> bytes:
    """The rich text itself, as far as it can be unpacked."""
    if len(packed) < 16:
        return b""
    size, kind = struct.unpack_from("<4xI4s", packed)
    if kind == _PLAIN:
        return packed[16 : 16 + min(size, LONGEST)]
    if kind != _PACKED:
        return b""
    window = bytearray(_WINDOW)
    window[: len(_KNOWN)] = _KNOWN
    out = bytearray()
    write, at, end = len(_KNOWN), 16, len(packed)
    while at < end and len(out) < min(size, LONGEST):
        control = packed[at]
        at += 1
        for bit in range(8):
            if control >> bit & 1:
                if at + 2 > end:
                    return bytes(out)
                pair = packed[at] << 8 | packed[at + 1]
                at += 2
                start, length = pair >> 4, (pair & 15) + 2
                if start == write:
                    return bytes(out)
                for place in range(start, start + length):
                    letter = window[place % _WINDOW]
                    out.append(letter)
                    window[write] = letter
                    write = (write + 1) % _WINDOW
            elif at < end:
                out.append(packed[at])
                window[write] = packed[at]
                write = (write + 1) % _WINDOW
                at += 1
    return bytes(out)


@dataclass
class _Group:
    """What counts between two braces."""

    left_out: bool = False  # a table of fonts, a picture
    in_tag: bool = False  # a piece of the HTML
    only_rtf: bool = False  # said in the HTML already
    struck: bool = False
    fonts: bool = False  # in the table of fonts
    charset: str = ""
    after_unicode: int = 1  # letters that stand for one of Unicode, for old programs


@dataclass
class _Reader:
    """Goes through a rich text once."""

    raw: bytes
    out: list[str] = field(default_factory=list)
    charsets: dict[int, str] = field(default_factory=dict)  # by the number of a font
    charset: str = "cp1252"
    is_html: bool = False
    _letters: bytearray = field(default_factory=bytearray)  # of a charset, until they are complete
    _skip: int = 0
    _font: int = 0

    def read(self) -> RichText:
        group = _Group()
        stack: list[_Group] = []
        is_optional = False  # after \*, what is not known is left out
        for token in _TOKEN.finditer(self.raw):
            word, number, code, sign, brace, text = token.groups()
            if brace == b"{":
                self._flush(group)
                if len(stack) < 1000:
                    stack.append(replace(group))
            elif brace == b"}":
                self._flush(group)
                group, self._skip = (stack.pop() if stack else group), 0
            elif word:
                name, value = word.decode().lower(), int(number) if number else None
                if is_optional and name != "htmltag":
                    group.left_out = True
                self._word(group, name, value)
            elif code:
                self._add(group, bytes([int(code, 16)]))
            elif sign and sign in b"{}\\~-_":
                self._add(group, {b"~": b" ", b"-": b"", b"_": b"-"}.get(sign, sign))
            elif text:
                self._add(group, text)
            is_optional = sign == b"*" or (is_optional and not (word or brace or text))
        self._flush(group)
        return RichText("".join(self.out), self.is_html)

    def _word(self, group: _Group, name: str, value: int | None) -> None:
        self._flush(group)
        if name == "u" and value is not None:
            self._say(group, chr(value % 65_536))
            self._skip = group.after_unicode
        elif name == "uc":
            group.after_unicode = min(max(value or 0, 0), 10)
        elif name == "fromhtml":
            self.is_html = True
        elif name == "htmltag":
            group.in_tag, group.left_out = True, False
        elif name == "htmlrtf":
            group.only_rtf = value != 0
        elif name == "ansicpg" and value:
            self.charset = {65_001: "utf-8", 10_000: "mac_roman"}.get(value, f"cp{value}")
        elif name == "f" and value is not None:
            self._font = value
            group.charset = self.charsets.get(value, "")
        elif name == "fcharset" and group.fonts:
            self.charsets[self._font] = _CHARSETS.get(value or 0, "")
        elif name == "plain":
            group.struck = False
        elif name in ("strike", "striked", "v", "deleted"):
            group.struck = value != 0
        elif name in _LEFT_OUT:
            group.left_out, group.fonts = True, name == "fonttbl"
        elif name in _SIGNS:
            self._say(group, _SIGNS[name])

    def _add(self, group: _Group, letters: bytes) -> None:
        """Letters of the charset in use, without those that stand for one of Unicode before them."""
        dropped = min(self._skip, len(letters))
        self._skip -= dropped
        self._letters += letters[dropped:]

    def _flush(self, group: _Group) -> None:
        if not self._letters:
            return
        try:
            words = self._letters.decode(group.charset or self.charset, "replace")
        except LookupError:
            words = self._letters.decode("cp1252", "replace")
        self._letters.clear()
        self._say(group, words)

    def _say(self, group: _Group, words: str) -> None:
        if not (group.left_out or (group.only_rtf and not group.in_tag) or (group.struck and not self.is_html)):
            self.out.append(words)
