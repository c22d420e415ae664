"""Writes the invented world as the files a buyer has: masters, weekly open-order exports, receipts and shipments."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from supplychain_app.services.demo.names import COUNTRIES, FAMILIES, PLANT
from supplychain_app.services.demo.transport import Shipment
from supplychain_app.services.demo.world import WEEKS, Line, Material, Supplier, World

NEW_ERP_WEEK = 26  # the company moved from a plain list to SAP; the weekly export looks different from then on
WORKBOOK_EVERY = 13  # now and then someone sends a workbook instead of a text file

PLAIN = (
    "PO Number", "Line", "Supplier No", "Supplier Name", "Part No", "Description", "Qty Ordered", "Qty Open", "Unit",
    "Unit Price", "Currency", "Order Date", "Required Date", "Promised Date", "Confirmed On", "Incoterm", "Mode",
    "Origin", "Destination", "Country", "Buyer",
)  # fmt: skip
SAP = (
    "Purchasing Document", "Item", "Supplier", "Name of Supplier", "Material", "Short Text", "Order Quantity",
    "Still to be delivered (qty)", "Order Unit", "Net Price", "Currency", "Document Date", "Required Date",
    "Delivery date", "Stat.-Rel. Del. Date", "Confirmation Date", "Incoterms", "Shipping Type", "Origin",
    "Destination", "Country", "Buyer",
)  # fmt: skip
RECEIPTS = (
    "Purchase Order", "Item", "Material", "Movement Type", "Material Document", "Receipt Date", "Posting Date",
    "Quantity", "Rejected Quantity", "Unit",
)  # fmt: skip
SHIPMENTS = (
    "Shipment Number", "Carrier", "Tracking Number", "Container", "Mode", "Ship Date", "Incoterm", "Origin",
    "Destination", "PO Number", "Line", "Shipped Quantity", "Supplier No",
)  # fmt: skip
SUPPLIERS = ("Supplier No", "Supplier Name", "Country", "Currency", "Contact", "Email", "Language")
MATERIALS = ("Material", "Description", "Unit", "Material Group", "Planned Delivery Time", "Currency")

MODES = {"sea": "Ocean", "air": "Air", "road": "Road", "parcel": "Parcel"}
CARRIER_NAMES = {"dhl": "DHL", "maersk": "Maersk", "hapag_lloyd": "Hapag-Lloyd", "cma_cgm": "CMA CGM"}


@dataclass(frozen=True)
class DemoFile:
    """A file as it reached the buyer."""

    path: Path
    kind: str  # as `import --kind` names it
    received_at: datetime


def write(world: World, shipments: Sequence[Shipment], folder: Path) -> list[DemoFile]:
    """Every file of the eighteen months, in the order in which they arrived."""
    folder.mkdir(parents=True, exist_ok=True)
    first = _monday(world, 0)
    suppliers = folder / "suppliers.csv"
    _csv(suppliers, SUPPLIERS, [_supplier_row(one) for one in world.suppliers])
    materials = folder / "materials.csv"
    _csv(materials, MATERIALS, [_material_row(one) for one in world.materials])
    files = [
        DemoFile(suppliers, "suppliers", _at(first, 5, 0)),
        DemoFile(materials, "materials", _at(first, 5, 10)),
    ]
    by_week: dict[int, list[Shipment]] = {}
    for shipment in shipments:
        by_week.setdefault((shipment.shipped - first).days // 7 + 1, []).append(shipment)
    for week in range(WEEKS):
        files += _week(world, by_week.get(week, []), week, folder)
    return files


def _week(world: World, shipments: list[Shipment], week: int, folder: Path) -> list[DemoFile]:
    monday = _monday(world, week)
    last = monday - timedelta(days=7)
    open_lines = [line for line in world.open_on(monday - timedelta(days=1)) if line.issued < monday]
    files: list[DemoFile] = []
    booked = [
        _receipt_row(line, number)
        for line in world.lines
        for number, delivery in enumerate(line.deliveries)
        if week > 0 and last <= delivery.posted_on < monday
    ]
    if booked:
        path = folder / f"MB51 {monday:%Y-%m-%d}.csv"
        _csv(path, RECEIPTS, booked)
        files.append(DemoFile(path, "receipts", _at(monday, 6, 0)))
    orders = folder / f"open orders {monday:%Y-%m-%d}.csv"
    if week < NEW_ERP_WEEK:
        header: tuple[str, ...] = PLAIN
        rows = [_plain_row(line, monday) for line in open_lines]
    else:
        header = SAP
        rows = [_sap_row(line, monday) for line in open_lines]
    if week % WORKBOOK_EVERY == WORKBOOK_EVERY - 1:
        orders = orders.with_suffix(".xlsx")
        _workbook(orders, header, rows)
    else:
        _csv(orders, header, [[_text(value) for value in row] for row in rows])
    files.append(DemoFile(orders, "orders", _at(monday, 6, 42)))
    listed = {id(line) for line in open_lines}
    sent = [
        _shipment_row(shipment, line)
        for shipment in shipments
        for line in shipment.lines
        if id(line) in listed or line.done_on >= monday - timedelta(days=7)
    ]
    if sent:
        path = folder / f"shipments {monday:%Y-%m-%d}.csv"
        _csv(path, SHIPMENTS, sent)
        files.append(DemoFile(path, "shipments", _at(monday, 7, 5)))
    return files


Cell = str | int | float | date | None


def _plain_row(line: Line, monday: date) -> list[Cell]:
    known = monday - timedelta(days=1)
    told = line.promise_known(known)
    return [
        line.order,
        line.item,
        line.supplier.code,
        line.supplier.name,
        line.material.number,
        line.material.description,
        line.quantity,
        line.quantity - line.received_by(known),
        line.material.unit,
        line.price,
        line.supplier.currency,
        line.issued,
        line.required,
        told,
        line.acknowledged if told else None,
        line.supplier.incoterm,
        MODES[line.supplier.mode],
        *_way(line),
        line.supplier.country,
        line.supplier.owner,
    ]


def _sap_row(line: Line, monday: date) -> list[Cell]:
    known = monday - timedelta(days=1)
    told = line.promise_known(known)
    row = _plain_row(line, monday)
    return [*row[:14], line.told[0].promised_on if told else None, *row[14:]]


def _way(line: Line) -> tuple[str, str]:
    lane = line.supplier.lane
    return (lane.origin, lane.destination) if lane is not None else (line.supplier.town, PLANT)


def _receipt_row(line: Line, number: int) -> list[str]:
    delivery = line.deliveries[number]
    values: list[Cell] = [
        line.order,
        line.item,
        line.material.number,
        delivery.movement,
        delivery.document,
        delivery.received_on,
        delivery.posted_on,
        abs(delivery.quantity),
        delivery.rejected or None,
        line.material.unit,
    ]
    return [_text(value) for value in values]


def _shipment_row(shipment: Shipment, line: Line) -> list[str]:
    values: list[Cell] = [
        shipment.number,
        CARRIER_NAMES.get(shipment.carrier, shipment.carrier),
        shipment.tracking_number,
        shipment.container,
        MODES[shipment.mode],
        shipment.shipped,
        shipment.incoterm,
        shipment.origin,
        shipment.destination,
        line.order,
        line.item,
        line.quantity,
        line.supplier.code,
    ]
    return [_text(value) for value in values]


def _supplier_row(one: Supplier) -> list[str]:
    language = COUNTRIES[one.country].language
    return [one.code, one.name, one.country, one.currency, one.contact, one.email, language]


def _material_row(one: Material) -> list[str]:
    values: list[Cell] = [
        one.number,
        one.description,
        one.unit,
        FAMILIES[one.family].name,
        one.erp_days,
        "EUR",
    ]
    return [_text(value) for value in values]


def _csv(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(header)
        writer.writerows(rows)


def _workbook(path: Path, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd.mm.yyyy"}) as book:
        book.set_properties({"created": datetime(2020, 1, 1)})  # the same seed makes the same bytes
        sheet = book.add_worksheet("Open orders")
        sheet.write_row(0, 0, ["Open purchase orders"])
        sheet.write_row(2, 0, header)
        for number, row in enumerate(rows, 3):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value)


def _text(value: Cell) -> str:
    """As a German ERP writes it: day first, decimal comma."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float):
        return f"{value:.2f}".replace(".", ",")
    return str(value)


def _monday(world: World, week: int) -> date:
    return world.start + timedelta(weeks=week)


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=UTC)
