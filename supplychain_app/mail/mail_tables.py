"""Finds tables in a mail's text, and reads which cell is the order, the line, the new date."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from supplychain_app.mail import cues, cues_against, cues_withdrawn
from supplychain_app.mail.cues_against import STEP
from supplychain_app.mail.date_roles import judge
from supplychain_app.mail.date_words import fold
from supplychain_app.mail.dates_in_words import FoundDate, find
from supplychain_app.mail.document_dates import is_of_document
from supplychain_app.mail.kinds_of_dates import kind_of
from supplychain_app.mail.milestones import steps_of
from supplychain_app.mail.places import Place
from supplychain_app.mail.positions import with_dates_beneath
from supplychain_app.mail.references import KnownLine, amount, mentions, plain_line


@dataclass(frozen=True)
class TableDate:
    """A date in a cell, with what its column makes of it."""

    found: FoundDate
    kind: str
    quantity: float | None


@dataclass(frozen=True)
class Row:
    """One row of a table in a mail."""

    order: str | None
    line: str | None
    material: str | None
    dates: tuple[TableDate, ...]
    text: str


_COLUMNS: tuple[tuple[str, str], ...] = (
    (
        "none",
        r"^step$|invoice|rechnung|payment|price|preis|drawing|zeichnung|certif|order date|bestelldatum|po date|date de commande|fecha (?:de )?pedido|data ordine|data do pedido|issued|下单日|注文日|created|dated|bestellt am|valid",
    ),
    (
        "note",
        r"^(?:status|stand|notes?|remarks?|comments?|bemerkung\w*|anmerkung\w*|kommentar|remarques?|commentaires?|observa\w+|comentarios?|note|osservazion\w+|备注|備考|opmerking\w*)\b",
    ),
    (
        "old",
        r"\bold\b|\balt\b|alter|bisher|previous|\borig|\bprev\b(?!\.? ?(?:entrega|consegna))|\breq\b|ancien|precedent|initial|anterior|antigu[oa]|vecchi[oa]|antig[oa]|requested|request|required|wunsch|need|wanted|desired|customer date|souhait|demand|solicitad|requerid|richiest|desejad|first promise|was\b|oud\b|eski|原|旧|希望|要求|需求|当初|your date|ihr termin|due date \(old\)|from\b",
    ),
    (
        "new",
        r"\bnew\b|\bneu|nouve|nuev|nuov|\bnov[oa]\b|revised|\brev\b\.? date|updated|agreed|\bconf\b|confirmed|bestatigt|confirm|current|aktuell|promis|zugesagt|latest|now\b|forecast|prognose|previsio|recal|reprogram|replanif|aggiornat|\bexpect|erwartet|voraus|attendu|\bprevu|\bprevist|esperad|\bestimad|\bstimat|预计|予定|预测|預測|予測|見込|nieuw|yeni|新|变更后|変更後|回答|修正|确认|確認|\bto\b",
    ),
    (
        "ship",
        r"ship|dispatch|despatch|\betd\b|ex works|exw|versand|abgang|exped|depart|embarque|envio|spedizione|sevk|发货|出货|出荷|ready|pickup|abhol",
    ),
    ("port", r"\bport\b|\bpod\b|eta (?!dap|ddp|plant|you|door)[a-z]{4,}|hafen|puerto|porto\b|港"),
    (
        "delivery",
        r"deliver|liefer|livr|entrega|consegn|lever|teslim|eta|arriv|ankunft|交|納|到|date|datum|termin|fecha|data|日期|日|delai|tarih|when|due",
    ),
)
_ORDER_HEAD = re.compile(
    r"^(?:(?:your |our |ihre |votre |su |vs\.? )?(?:p\.?o\.?(?![a-z])|purchase order|order|bestell|commande|cde|pedido|orden|oc\b|ordine|encomenda|ordem|bestelling|siparis|采购订单|订单|注文|発注))"
)
_LINE_HEAD = re.compile(
    r"^(?:(?:po |order |p\.o\. )?(?:line|item(?! (?:code|desc|name))|pos|ln\b|#|no\.?$|nr\.?$|poste|ligne|linea|riga|linha|partida|regel|kalem|行|项|項|明細))"
)
_LINE_CELL = re.compile(r"(?:(?:line|ln|item|pos\w*|poste|#)[. ]*)?0*\d{1,5}")
_COUNTED = re.compile(r"(\d{1,2})/0*(\d{1,5})")
"""The first position, which is line 10 of the order: 1/10."""
_MATERIAL_HEAD = re.compile(
    r"material|part|^pn\b|article|artikel|art\.|sku|p/n|codi|ref|item code|品番|料号|物料|malzeme|produ|description|bezeichnung"
)
_QUANTITY_HEAD = re.compile(
    r"qty|quant|menge|anzahl|cant|cantidad|amount|pcs|stk|stuck|pieces|数量|adet|aantal|miktar|open|qta|qtd|qte"
)


_NEW = re.compile(r"(?<![a-z])(?:new|revised|now|moved|neu|jetzt|verschoben|nouvelle|nueva|nuova|nova)")
_PARTS = re.compile(r"\d|part|teil|lot\b|tranche|split|rest|balance|solde|saldo")
"""Heads of the columns that hold one part of a delivery each; of other columns with dates, the last one counts."""
_BARE_DATE = frozenset({"", "date", "datum", "fecha", "data", "日期", "日付"})
"""What may stand above or before the day on which a document was written."""
_UNKNOWN = re.compile(
    r"tb[acd]\.?|to be (?:advised|confirmed|defined)|open|offen|unknown|unklar|folgt|a definir|da definire|n/?a|pending|未定|待定"
)
FILE_NAME = re.compile(r"(?i)[\w-]*\.(?:pdf|xlsx?|docx?|dwg|dxf|ste?p|csv|zip|png|jpe?g)\b")
"""The end of a file's name."""

_BLANK_ROW = re.compile(r"(?m)(^[^\n]*\|[^\n]*\n)(?:[ \t]*\n)+(?=[^\n]*\|)")


def cells_of(line: str) -> list[str]:
    """The cells of a line of text: between bars, tabs, or wide gaps; one cell when it is prose."""
    if "|" in line:
        return [cell.strip() for cell in line.strip().strip("|").split("|")]
    if "\t" in line.strip():
        return [cell.strip() for cell in line.strip("\n").split("\t")]
    if line.count(";") >= 3 and len(line) < 300:
        return [cell.strip() for cell in line.split(";")]
    if line.count(" / ") >= 3:
        return [cell.strip() for cell in line.split(" / ")]
    wide = re.split(r"\s{2,}", line.strip())
    return wide if len(wide) >= 3 else [line.strip()]


def read_tables(text: str, known: Sequence[KnownLine] = ()) -> Iterator[tuple[str, bool]]:
    """The text as blocks: paragraphs of prose, and tables (two or more rows of cells), in their order."""
    block: list[str] = []
    is_table = False
    for line in [*with_dates_beneath(_BLANK_ROW.sub(r"\1", text.replace("｜", "|")).split("\n")), ""]:
        ruled = bool(re.fullmatch(r"[\s|+=_:\-–]{3,}", line)) and bool(line.strip())
        cells = cells_of(line)
        tabular = (len(cells) >= 2 and ("|" in line or "\t" in line.strip() or len(cells) >= 3)) or (is_table and ruled)
        if ruled and not is_table:
            continue
        if tabular != is_table or (not line.strip() and not (is_table and block and not line.strip())):
            yield from _block(block, is_table, known)
            block, is_table = [], tabular
        if line.strip():
            block.append(line)
        elif is_table:
            yield from _block(block, is_table, known)
            block, is_table = [], False
    yield from _block(block, is_table, known)


def _block(lines: list[str], is_table: bool, known: Sequence[KnownLine]) -> Iterator[tuple[str, bool]]:
    if not lines:
        return
    if is_table and (len(lines) > 1 or len(cells_of(lines[0])) > 2):
        yield "\n".join(lines), True
        return
    joined = lines[0]
    for before, line in pairwise(lines):
        starts = re.match(r"\s*(?:[-*•·>]|\d{1,2}[.)]\s|[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9 ./]{1,25}:\s)", line)
        broken = len(before) < 50 or before.rstrip().endswith((":", ";", ".", "!", "?", "。")) or starts
        joined += ("\n" if broken or (_opens(before, known) and _opens(line, known)) else " ") + line
    yield joined, False


_MARK = re.compile(r"\s*(?:[^\W\d]{1,12}[.:#]?\s?){0,2}")


def _opens(line: str, known: Sequence[KnownLine]) -> bool:
    """Whether a line of text begins with an order or a line's number."""
    first = next(iter(mentions(line[:60], known)), None)
    return first is not None and first.kind != "material" and bool(_MARK.fullmatch(line[: first.start]))


def rows_of(block: str, sent_on: date, month_first: bool, known: Sequence[KnownLine]) -> Iterator[Row]:
    """The rows of a table, with the dates that its columns make promises."""
    lines = [line for line in block.split("\n") if not re.fullmatch(r"[\s|+=_:\-–]*", line)]
    grid = [cells_of(line) for line in lines]
    found = [[find(cell, sent_on, month_first=month_first) for cell in cells] for cells in grid]
    head: list[str] = []
    head_line = ""
    steps = _steps(grid, found)
    for number, (line, cells, dated) in enumerate(zip(lines, grid, found, strict=True)):
        if not any(dated) and not _has_figures(cells):
            head, head_line = [fold(cell) for cell in cells], line
            continue
        if number in steps:
            continue
        columns = _columns(line, cells, head, head_line, dated)
        is_list = len(cells) == 2 and not head  # of names and values
        is_counted = _COUNTED.fullmatch(cells[0]) and (_LINE_HEAD.search(columns[0]) or any(dated[1:]))
        held = [
            [] if d and d[-1].day == sent_on and h in _BARE_DATE else d for d, h in zip(dated, columns, strict=True)
        ]
        if is_list or is_counted:
            held[0] = []
        promised = [
            [one for one in d if not is_of_document(cell, one, sent_on)] for cell, d in zip(cells, held, strict=True)
        ]
        yield _row(line, cells, columns, held, promised, known)


def _columns(line: str, cells: list[str], head: list[str], head_line: str, dated: list[list[FoundDate]]) -> list[str]:
    """The header of each cell of a row; a date's own label says more, and beside a delivery a step is no promise."""
    above = head if len(head) == len(cells) else _heads_above(line, cells, head_line)
    heads = [_label(cell) or h if d else h for h, cell, d in zip(above, cells, dated, strict=True)]
    if any(_column(h) in ("new", "delivery") for h in heads):
        return ["step" if STEP.search(h) and not cues.DELIVERY.search(h) else h for h in heads]
    return heads


def _steps(grid: list[list[str]], found: list[list[list[FoundDate]]]) -> set[int]:
    """The rows of a table that are steps of a project."""
    rows = [i for i, dated in enumerate(found) if any(dated)]
    head = [fold(cell) for cell in grid[rows[0] - 1]] if rows and rows[0] else []
    return {rows[i] for i in steps_of(head, [fold(grid[row][0]) for row in rows])}


def _heads_above(line: str, cells: list[str], head_line: str) -> list[str]:
    """The words of a header that stand above each cell of a row laid out with blanks; else the cells' own labels."""
    if "|" in line or "\t" in line or len(head_line.split()) < len(cells):
        return [_label(cell) for cell in cells]
    places, end = [], 0
    for cell in cells:
        start = line.index(cell, end)
        end = start + len(cell)
        places.append(start)
    heads = [""] * len(cells)
    for word in re.finditer(r"\S+", fold(head_line)):
        nearest = min(range(len(cells)), key=lambda i: abs(places[i] - word.start()))
        heads[nearest] = f"{heads[nearest]} {word.group()}".strip()
    return heads


def _label(cell: str) -> str:
    """What stands before the colon in 'Order date: 28.09.2026'."""
    label, colon, _ = cell.replace("：", ":").partition(":")
    return fold(label).strip() if colon and len(label) < 30 and not any(c.isdigit() for c in label) else ""


def _has_figures(cells: Sequence[str]) -> bool:
    return any(re.search(r"\d{2,}|^\d$", cell) for cell in cells)


def _column(head: str) -> str:
    return next((name for name, words in _COLUMNS if re.search(words, head)), "")


def _row(  # noqa: PLR0912 - one branch a kind of column
    line: str,
    cells: list[str],
    heads: list[str],
    dated: list[list[FoundDate]],
    promised: list[list[FoundDate]],
    known: Sequence[KnownLine],
) -> Row:
    order = line_number = material = None
    quantity: float | None = None
    names = {fold(k.material): k.material for k in known if k.material}
    numbers = {plain_line(k.line) for k in known}
    orders = {re.sub(r"\W", "", k.purchase_order).lower(): k.purchase_order for k in known}
    for cell, head, dates in zip(cells, heads, dated, strict=True):
        plain = cell.strip()
        if head and head == _label(cell):
            plain = plain.replace("：", ":").partition(":")[2].strip()
        is_number = bool(re.fullmatch(r"0*\d{1,5}", plain))
        if fold(plain) in names:
            material = names[fold(plain)]
        elif orders.get(re.sub(r"\W", "", plain).lower()):
            order = orders[re.sub(r"\W", "", plain).lower()]
        elif _ORDER_HEAD.search(head) and re.search(r"\d{3}", plain) and not dates:
            split = re.fullmatch(r"(.*?\d{4,})\s?[/-]\s?(\d{1,5})", plain)
            order, line_number = (split[1].strip(), plain_line(split[2])) if split else (plain, line_number)
        elif line_number is None and _LINE_HEAD.search(head) and _LINE_CELL.fullmatch(fold(plain)):
            line_number = plain_line(re.sub(r"\D", "", plain))
        elif line_number is None and (counted := _COUNTED.fullmatch(plain)) and not dates:
            line_number = next((n for n in (counted[2], counted[1]) if n in numbers), None)
        elif _QUANTITY_HEAD.search(head) and not dates:
            number = re.match(r"[\d.,' ]*\d", plain)
            quantity = amount(number.group()) if number else quantity
        elif _MATERIAL_HEAD.search(head) and not dates:
            material = material or plain or None
        elif not head and not dates:
            for mention in mentions(plain, known):
                if mention.kind == "order" and order is None:
                    order = mention.value
                elif mention.kind == "line" and line_number is None:
                    line_number = mention.value
                elif mention.kind == "material" and material is None:
                    material = mention.value
            if is_number and line_number is None and cells.index(cell) <= 1:
                line_number = plain_line(plain)
            elif (
                found := re.match(r"([\d.,']+)\s?(?:pcs|stk|pieces|ea|x|st|units|个|件|個)\b", fold(plain))
            ) is not None:
                quantity = amount(found[1])
    if line_number is None:
        line_number = _line_among(cells, heads, [k for k in known if order in (None, k.purchase_order)])
    return Row(
        order,
        line_number,
        material,
        tuple(_newest(list(_dates(line, cells, heads, promised, quantity)))),
        " ".join(line.split()),
    )


def _line_among(cells: Sequence[str], heads: Sequence[str], lines: Sequence[KnownLine]) -> str | None:
    """The first number of a row that is a line of its order, whatever its column is called."""
    numbers = {plain_line(one.line) for one in lines}
    plain = (plain_line(c) for c, head in zip(cells, heads, strict=True) if not _QUANTITY_HEAD.search(head))
    return next((number for number in plain if number in numbers), None)


def _said(cell: str, dates: Sequence[FoundDate]) -> str | None:
    """What the words in a cell make of its last date: a delivery, a departure, or None for no promise."""
    plain = fold(cell)
    place = Place(plain, dates, len(dates) - 1, 0, len(plain))
    kind = kind_of(place, place.clause)
    if kind == "delivery" and cues_against.NOT_A_PROMISE.search(plain):
        return judge(place)[0]
    if cues_against.NOT_A_PROMISE.search(plain):
        return None
    if kind is None and place.words and judge(place)[0] is None:
        return None
    return "ship" if kind == "ship" else "delivery"


def _dates(
    line: str, cells: list[str], heads: list[str], dated: list[list[FoundDate]], quantity: float | None
) -> Iterator[tuple[str, TableDate]]:
    """The dates of a row, each under the head of its column."""
    kinds = [_column(head) if dates else "" for head, dates in zip(heads, dated, strict=True)]
    kinds = ["new" if k == "note" and _NEW.search(fold(c)) else k for k, c in zip(kinds, cells, strict=True)]
    has_new = any(_column(head) == "new" for head in heads) or "new" in kinds
    for index, (cell, head, column, dates) in enumerate(zip(cells, heads, kinds, dated, strict=True)):
        kind = column
        if kind == "note" and any(k not in ("", "note", "none", "old") for k in kinds):
            continue
        said = _said(cell, dates) if dates else None
        if kind in ("none", "old") or said is None or FILE_NAME.search(cell):
            continue
        if len(cells) == 2 and not head:
            label = fold(cells[0])
            kind = _column(label)
            if kind in ("none", "old", "") or cues_withdrawn.OUR_WISH.search(label):
                continue
        if head and not column and any(k in ("new", "delivery") for k in kinds):
            continue  # a note beside the date
        is_plain = kind in ("delivery", "")
        if has_new and is_plain and not re.search(r"arriv|eta", head):
            continue
        if not any(heads) and _UNKNOWN.fullmatch(fold(cells[-1])):
            continue
        if not any(heads) and len([d for d in dated if d]) > 1 and index < max(i for i, d in enumerate(dated) if d):
            continue  # two dates and no header: the last one is the newest
        words = head or (fold(cells[0]) if len(cells) == 2 else "")
        if kind == "new":
            kind = "ship" if cues.SHIP.search(words) and not cues.DELIVERY.search(words) else "delivery"
        kind = kind if kind in ("ship", "port") else said
        one = dates[-1]
        if cues_withdrawn.OLD_AFTER.match(fold(cell)[one.end :]):
            continue
        yield head, TableDate(one, kind, quantity)


def _newest(found: Sequence[tuple[str, TableDate]]) -> Iterator[TableDate]:
    """Of the deliveries that a row's columns tell, the last, but where each is a part of one."""
    last = max((i for i, (_, one) in enumerate(found) if one.kind == "delivery"), default=0)
    is_split = any(_PARTS.search(head) for head, _ in found) or len({head for head, _ in found}) < len(found)
    for i, (_, given) in enumerate(found):
        if given.kind != "delivery" or i == last or is_split:
            yield given
