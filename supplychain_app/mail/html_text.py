"""Turns a mail's HTML into inert text: tables as rows, struck-out words and hidden parts left out, nothing loaded."""

import re
from html.parser import HTMLParser

from supplychain_app.language import tr

_SKIP = frozenset({"script", "style", "head", "title", "del", "s", "strike", "template", "noscript", "svg", "object"})
_VOID = frozenset(
    {"br", "img", "hr", "meta", "link", "input", "col", "area", "base", "embed", "source", "wbr", "param"}
)
_BLOCK = frozenset({"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "pre"})
_HIDDEN = re.compile(r"line-through|display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.I)
_SCRIPT = re.compile(
    r"<(?:script|iframe|object|embed|applet)\b|<[a-z][^<>]{0,500}\son[a-z]{3,20}\s*=|javascript:", re.I
)
_PICTURE = re.compile(r"<img\b[^<>]{0,1000}", re.I)
_REMOTE = re.compile(r"src\s*=\s*[\"']?\s*(?:https?:)?//", re.I)
_UNSEEN = re.compile(r"\b(?:width|height)\s*[=:]\s*[\"']?[01](?:px)?\b|display\s*:\s*none", re.I)
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=\s]*")
LONGEST_HTML = 1_500_000  # characters without embedded pictures; what comes after is left out
LONGEST_TAG = 5_000
_PIECE = 50_000


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.buffers: list[list[str]] = [[]]  # the page, then the cells that are open
        self.rows: list[list[str]] = []  # the rows that are open
        self.stack: list[tuple[str, bool]] = []
        self.skipping = 0
        self.length = 0  # of what was found so far

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._add("\n")
        elif tag == "hr":
            self._add("\n________________________________\n")
        if tag in _VOID:
            return
        if tag in ("td", "th"):
            self._close_until("tr", "td", "th")
        style = " ".join(value or "" for name, value in attrs if name in ("style", "hidden"))
        hidden = tag in _SKIP or bool(_HIDDEN.search(style)) or any(name == "hidden" for name, _ in attrs)
        if len(self.stack) > 2000:  # absurdly deep: read on flat
            return
        self.stack.append((tag, hidden))
        self.skipping += hidden
        if tag in _BLOCK or tag == "table":
            self._add("\n")
        if tag == "blockquote":
            self._add("\n\x01")
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.buffers.append([])

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _ in self.stack):
            return
        while self.stack:
            name = self._pop()
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        self._add(re.sub(r"[\s\u00a0]+", " ", data))

    def _add(self, text: str) -> None:
        if not self.skipping:
            self.buffers[-1].append(text)
            self.length += len(text)

    def _close_until(self, stop: str, *open_cells: str) -> None:
        """A cell that was never closed ends where the next begins."""
        while self.stack and self.stack[-1][0] in open_cells:
            self._pop()

    def _pop(self) -> str:
        name, hidden = self.stack.pop()
        if name in ("td", "th") and len(self.buffers) > 1:
            cell = "".join(self.buffers.pop())
            (self.rows[-1] if self.rows else self.buffers[-1]).append(cell)
        elif name == "tr" and self.rows:
            self._add(_row(self.rows.pop()))
        elif name in _BLOCK or name == "table":
            self._add("\n")
        elif name == "blockquote":
            self._add("\x02\n")
        self.skipping -= hidden
        return name

    def text(self) -> str:
        self.close()
        while self.stack:
            self._pop()
        return "".join(part for buffer in self.buffers for part in buffer)


def _row(cells: list[str]) -> str:
    """One line for a row of data; a layout table's cells stay paragraphs."""
    filled = [cell for cell in cells if cell.strip()]
    if (len(filled) <= 1 and len(cells) <= 2) or any("\x01" in c or c.strip().count("\n") > 4 for c in cells):
        return "\n" + "\n".join(cells) + "\n"
    return "\n" + " | ".join(" ".join(cell.split()) for cell in cells) + "\n"


def active_content(html: str) -> list[str]:
    """What a mail program might run or load in this HTML, in a sentence each; here it is neither."""
    html = _bounded(html)
    found = [tr("It holds a script, which was left out.")] if _SCRIPT.search(html) else []
    if any(_REMOTE.search(one) and _UNSEEN.search(one) for one in _PICTURE.findall(html)):
        found.append(tr("It holds an unseen picture that would tell its sender when you read it; it was not loaded."))
    return found


def _bounded(html: str) -> str:
    """HTML that the parser gets through in one go: no comments, no embedded files, no tag without an end.

    The parser looks for the end of what is open again and again, which takes hours for a million open tags.
    """
    html = _EMBEDDED.sub("", html)[:LONGEST_HTML]
    parts: list[str] = []
    at, end = 0, -1
    while (start := html.find("<", at)) >= 0:
        parts.append(html[at:start])
        if html.startswith("<!--", start):
            end = html.find("-->", start)
            if end < 0:
                return "".join(parts)
            at = end + 3
            continue
        if end < start:
            end = html.find(">", start)
        if end < 0:
            return "".join(parts) + html[start:].replace("<", " ")
        is_tag = end - start <= LONGEST_TAG
        parts.append(html[start : end + 1] if is_tag else " ")
        at = end + 1 if is_tag else start + 1
    return "".join(parts) + html[at:]


def to_text(html: str, longest: int = LONGEST_HTML) -> str:
    """The words of an HTML mail as lines of text; quoted blocks get `> `. It ends a little after so many characters."""
    reader, html = _Reader(), _bounded(html)
    try:
        for start in range(0, len(html), _PIECE):
            reader.feed(html[start : start + _PIECE])
            if reader.length > longest:
                break
        raw = reader.text()
    except (AssertionError, RecursionError, ValueError):  # markup that even a lenient parser gives up on
        raw = re.sub(r"<[^<>]{0,2000}>", " ", html)
    lines, depth = [], 0
    for line in raw.split("\n"):
        depth += line.count("\x01")
        words = " ".join(line.replace("\x01", " ").replace("\x02", " ").split())
        lines.append("> " * min(depth, 5) + words if depth and words else words)
        depth = max(0, depth - line.count("\x02"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
