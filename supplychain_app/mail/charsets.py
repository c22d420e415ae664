"""Turns bytes into text by the character set that a mail states, as mail programs understand that statement."""

import codecs

_MEANT = {
    "iso8859-1": "cp1252",  # as browsers do: what is no letter in Latin-1 is a quotation mark or the euro sign
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "cp950",
    "shift_jis": "cp932",
    "iso2022_jp": "iso2022_jp_ext",
    "euc_kr": "cp949",
}
"""Python's names for what is stated, and for the larger set that is written under that name."""


def decode(content: bytes, charset: str | None) -> str:
    """Text from bytes: UTF-8 where their first three say so, the stated set where it fits, else the likely one."""
    if content.startswith(codecs.BOM_UTF8):
        return content[3:].decode("utf-8", "replace")
    stated = _known(charset)
    single = _MEANT.get(stated or "") == "cp1252"  # any bytes would fit it: UTF-8 under its name is found first
    for name in ("utf-8" if single else None, _MEANT.get(stated or ""), stated, "utf-8"):
        try:
            if name:
                return content.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return content.decode("gb18030" if (charset or "").lower().startswith("gb") else "cp1252", "replace")


def _known(charset: str | None) -> str | None:
    try:
        return codecs.lookup(charset).name if charset else None
    except (LookupError, ValueError):
        return None
