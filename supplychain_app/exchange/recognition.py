"""From a file to typed records in one step: the best sheet, its table, its columns, its cells."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from supplychain_app.domain.errors import ImportRefused
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.exchange import columns, milestones, readers, records, tables
from supplychain_app.exchange.columns import KINDS, Recognition
from supplychain_app.exchange.records import Records
from supplychain_app.exchange.tables import Table
from supplychain_app.exchange.words import normalise

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
            raise ImportRefused(f"{path.name} has no sheet “{sheet}”. Its sheets are: {', '.join(names)}.")
    found = [t for t in map(tables.find_table, sheets) if t is not None]
    if not found:
        raise ImportRefused(
            f"{path.name} holds no table: no row of column headers was found. Export it as CSV or XLSX."
        )
    if not any(t.rows for t in found):
        raise ImportRefused(f"{path.name} has column headers but no rows. Nothing was imported.")
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
        raise ImportRefused(f"“{kind}” is no kind of import. Kinds are: auto, {', '.join(KINDS)}.")
    report(0, 0, "Recognising columns")
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
        raise problem or ImportRefused(f"{path.name} holds no table that could be recognised.")
    _, table, found = best
    _insist(path, table, found)
    stop_if(cancelled)
    notes = []
    if len(choices) > 1:
        others = ", ".join(f"“{t.sheet}”" for t in choices if t is not table)
        notes.append(f"read the sheet “{table.sheet}”; not read: {others}")
    doubled = [
        h
        for h in table.headers
        if h.endswith(")") and h.rsplit(" (", 1)[0] in table.headers and h not in table.raw_headers
    ]
    if doubled:
        notes.append(f"some headers stand twice; the later ones are called {', '.join(doubled[:4])}")
    words = {word for header in table.raw_headers for word in normalise(header).split()}
    day_first = True if words & DAY_FIRST_WORDS else None
    report(0, table.rows, "Reading cells")
    result = records.convert(table, found, day_first=day_first)
    if not len(result) and not result.rejects:
        raise ImportRefused(f"{path.name} has column headers but no rows. Nothing was imported.")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Reading(path, digest, signature(table), table, found, result, (*notes, *result.notes))


def _insist(path: Path, table: Table, found: Recognition) -> None:
    has = found.columns
    seen = ", ".join(f"“{h}”" for h in table.headers[:12]) + (" …" if len(table.headers) > 12 else "")
    if found.kind in ("orders", "receipts") and "purchase_order" not in has:
        raise ImportRefused(
            f"No column of {path.name} looks like an order number (found: {seen})."
            " Name it with --map purchase_order=COLUMN, or choose it in the preview."
        )
    if found.kind == "orders" and not set(has) & {
        "quantity",
        "current_promise",
        "first_promise",
        "required_on",
        "issued_on",
        "open_quantity",
        "received_on",
    }:
        raise ImportRefused(
            f"{path.name} has order numbers but neither a quantity nor a date column (found: {seen})."
            " Name one with --map quantity=COLUMN."
        )
    if found.kind == "receipts" and not set(has) & {"received_on", "posted_on"}:
        raise ImportRefused(
            f"{path.name} looks like receipts, but no column tells when they came in (found: {seen}). Name it with --map received_on=COLUMN."  # noqa: E501
        )
    if found.kind == "shipments" and not set(has) & {"tracking_number", "container", "shipment_number"}:
        raise ImportRefused(
            f"No column of {path.name} holds tracking, container or shipment numbers (found: {seen}). Name one with --map tracking_number=COLUMN."  # noqa: E501
        )
    if found.kind == "suppliers" and not set(has) & {"supplier_name", "supplier_code"}:
        raise ImportRefused(
            f"No column of {path.name} names a supplier (found: {seen}). Name it with --map supplier_name=COLUMN."
        )
    if found.kind == "materials" and "material" not in has:
        raise ImportRefused(
            f"No column of {path.name} holds material numbers (found: {seen}). Name it with --map material=COLUMN."
        )
    if found.kind == "communications" and "happened_at" not in has:
        raise ImportRefused(
            f"No column of {path.name} tells when the communications took place (found: {seen}). Name it with --map happened_at=COLUMN."  # noqa: E501
        )
