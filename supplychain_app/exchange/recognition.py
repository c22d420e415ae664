"""From a file to typed records in one step: the best sheet, its table, its columns, its cells."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from supplychain_app.domain.errors import ImportRefused
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.exchange import columns, milestones, readers, records, tables
from supplychain_app.exchange.columns import KINDS, ColumnMatch, Recognition
from supplychain_app.exchange.records import Records, Reject
from supplychain_app.exchange.tables import Table
from supplychain_app.exchange.words import normalise
from supplychain_app.language import tr

DAY_FIRST_WORDS = frozenset(
    [
        "bestellung",
        "lieferdatum",
        "menge",
        "lieferant",
        "einkaufsbeleg",
        "commande",
        "quantite",
        "fournisseur",
        "livraison",
        "pedido",
        "cantidad",
        "proveedor",
        "fecha",
        "fornecedor",
        "quantidade",
        "data",
        "entrega",
        "bestellnummer",
        "datum",
        "ordine",
        "fornitore",
        "date_de",
    ]
)


DATES = ("current_promise", "first_promise", "required_on", "issued_on")


class ColumnsUnclear(ImportRefused):
    """A table could be read, but not what its columns are; someone who knows it may say."""

    def __init__(
        self,
        what: str,
        hint: str,
        table: Table,
        found: Recognition,
        matches: tuple[ColumnMatch, ...],
        rejects: tuple[Reject, ...] = (),
    ) -> None:
        super().__init__(f"{what} {hint}")  # the hint is for the command line; a window shows the columns instead
        self.what, self.table, self.found = what, table, found
        self.matches, self.rejects = matches, rejects
        self.sheets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One file, read: what it is, and its rows."""

    path: Path
    sha256: str
    signature: str  # of its headers: files with the same one are mapped alike
    table: Table
    found: Recognition
    records: Records
    notes: tuple[str, ...]


def read_tables(
    path: Path, *, sheet: str | None = None, report: Report = silent, cancelled: IsCancelled = never
) -> list[Table]:
    """The tables of a file, one a sheet that has one; ImportRefused where there is none."""
    sheets = readers.sheets(path, report=report, cancelled=cancelled)
    if sheet is not None:
        names = [s.name for s in sheets]
        sheets = [s for s in sheets if s.name.casefold() == sheet.casefold()]
        if not sheets:
            raise ImportRefused(
                tr(
                    "{name} has no sheet “{sheet}”. Its sheets are: {names}.",
                    name=path.name,
                    sheet=sheet,
                    names=", ".join(names),
                )
            )
    found = [t for t in map(tables.find_table, sheets) if t is not None]
    if not found:
        raise ImportRefused(
            tr(
                "{name} holds no table: no row of column headers was found. "
                "Bring it in with its headers, as CSV or XLSX.",
                name=path.name,
            )
        )
    if not any(t.rows for t in found):
        raise ImportRefused(tr("{name} has column headers but no rows. Nothing was imported.", name=path.name))
    return [t for t in found if t.rows]


def signature(table: Table) -> str:
    """The same for all files with the same column headers."""
    words = "\n".join(normalise(header) or header for header in table.raw_headers)
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def interpret(
    path: Path,
    choices: list[Table],
    *,
    kind: str = "auto",
    mapping: Mapping[str, str] | None = None,
    report: Report = silent,
    cancelled: IsCancelled = never,
) -> Reading:
    """Recognise the best of the tables and read its cells."""
    if kind not in ("auto", *KINDS):
        raise ImportRefused(
            tr("“{kind}” is no kind of import. Kinds are: auto, {kinds}.", kind=kind, kinds=", ".join(KINDS))
        )
    report(0, 0, tr("Recognising columns"))
    best: tuple[float, Table, Recognition] | None = None
    problem: ImportRefused | None = None
    for table in choices:
        stop_if(cancelled)
        try:
            found = columns.recognise(table, kind=kind, mapping=mapping)
            if kind == "auto" and found.kind == "orders" and milestones.is_status_sheet(table, found.columns):
                found = columns.recognise(table, kind="shipments", mapping=mapping)
            found = milestones.claim(table, found)
        except ImportRefused as error:  # the columns named by hand may be on another sheet
            problem = error
            continue
        score = found.score + (3 if "purchase_order" in found.columns else 0) + min(table.rows, 1000) / 2000
        if best is None or score > best[0]:
            best = (score, table, found)
    if best is None:
        raise problem or ImportRefused(tr("{name} holds no table that could be recognised.", name=path.name))
    _, table, found = best
    _insist(path, table, found)
    stop_if(cancelled)
    notes = []
    if len(choices) > 1:
        others = ", ".join(f"“{t.sheet}”" for t in choices if t is not table)
        notes.append(tr("read the sheet “{sheet}”; not read: {others}", sheet=table.sheet, others=others))
    doubled = [
        h
        for h in table.headers
        if h.endswith(")") and h.rsplit(" (", 1)[0] in table.headers and h not in table.raw_headers
    ]
    if doubled:
        notes.append(
            tr("some headers stand twice; the later ones are called {doubled}", doubled=", ".join(doubled[:4]))
        )
    words = {word for header in table.raw_headers for word in normalise(header).split()}
    day_first = True if words & DAY_FIRST_WORDS else None
    report(0, table.rows, tr("Reading cells"))
    result = records.convert(table, found, day_first=day_first)
    if not len(result) and not result.rejects:
        raise ImportRefused(tr("{name} has column headers but no rows. Nothing was imported.", name=path.name))
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Reading(path, digest, signature(table), table, found, result, (*notes, *result.notes))


def _insist(path: Path, table: Table, found: Recognition) -> None:
    """Refuse a table that lacks what its kind cannot do without; the first of the fields is the one to name."""
    headers = ", ".join(f"“{h}”" for h in table.headers[:12]) + (" …" if len(table.headers) > 12 else "")
    names = {"name": path.name, "headers": headers}
    needs: tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...] = (
        (
            ("orders", "receipts"),
            ("purchase_order",),
            tr("No column of {name} looks like an order number (found: {headers}).", **names),
        ),
        (
            ("orders",),
            ("quantity", *DATES, "open_quantity", "received_on"),
            tr("{name} has order numbers but neither a quantity nor a date column (found: {headers}).", **names),
        ),
        (
            ("receipts",),
            ("received_on", "posted_on"),
            tr("{name} looks like receipts, but no column tells when they came in (found: {headers}).", **names),
        ),
        (
            ("shipments",),
            ("tracking_number", "container", "shipment_number"),
            tr("No column of {name} holds tracking, container or shipment numbers (found: {headers}).", **names),
        ),
        (
            ("suppliers",),
            ("supplier_name", "supplier_code"),
            tr("No column of {name} names a supplier (found: {headers}).", **names),
        ),
        (("materials",), ("material",), tr("No column of {name} holds material numbers (found: {headers}).", **names)),
        (
            ("communications",),
            ("happened_at",),
            tr("No column of {name} tells when the communications took place (found: {headers}).", **names),
        ),
    )
    for kinds, fields, sentence in needs:
        if found.kind in kinds and not set(found.columns) & set(fields):
            matches = tuple(
                ColumnMatch(table.headers[column], field, found.evidence.get(field, ""))
                for field, column in found.columns.items()
            )
            raise ColumnsUnclear(
                sentence, tr("Name it with --map {field}=COLUMN.", field=fields[0]), table, found, matches
            )
