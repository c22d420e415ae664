"""A made-up purchasing department of any size, the same one for the same seed, and its open-order export."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

TODAY = date(2026, 11, 23)
SEED = 20_261_123
CHUNK = 50_000
FIRST_DAY = date(2020, 1, 1)
DAYS = np.array([(FIRST_DAY + timedelta(days=n)).isoformat() for n in range(3500)], dtype=object)
NOW = (TODAY - FIRST_DAY).days

_FIRMS = ("Acme", "Nordic", "Delta", "Orion", "Falk", "Rheinau", "Kestrel", "Mistral", "Sable", "Tessin")
_TRADES = ("Forge", "Castings", "Bearings", "Plastics", "Electronics", "Springs", "Valves", "Cables", "Seals", "Pumps")
_FORMS = ("GmbH", "AB", "Ltd", "SpA", "Inc")
_PARTS = ("Flange", "Housing", "Bracket", "Gasket", "Rotor", "Bushing", "Connector", "Sensor", "Cover", "Shaft")
BUYERS = np.array(["Ines Albrecht", "Tom Vidal", "Mei Tanaka", "Olu Adeyemi", "Kari Lund"], dtype=object)
HEADERS = (
    "PO Number", "Line", "Supplier No", "Supplier", "Material", "Description", "Quantity", "Unit", "Net Price",
    "Currency", "Order Date", "Required Date", "Promised Date", "Received Qty", "Buyer",
)  # fmt: skip


@dataclass(frozen=True)
class World:
    """What every line of a world shares: its orders, suppliers and materials, one entry a line; days from FIRST_DAY."""

    order: np.ndarray  # 0, 0, 0, 1, 1 ...: lines of one order stand together
    line: np.ndarray  # 10, 20, 30 ...
    supplier: np.ndarray
    material: np.ndarray
    quantity: np.ndarray
    price: np.ndarray  # cents
    issued: np.ndarray
    required: np.ndarray
    promised: np.ndarray  # the first promise
    suppliers: int
    materials: int


def make_world(lines: int, seed: int, first_issue: int) -> World:
    chance = np.random.default_rng(seed)
    sizes = chance.integers(1, 10, lines)  # a mean of five lines an order
    order = np.repeat(np.arange(lines), sizes)[:lines]
    starts = np.concatenate([[0], np.cumsum(sizes)])[order]
    orders = int(order[-1]) + 1
    suppliers, materials = max(8, min(600, lines // 1000)), max(20, min(30_000, lines // 40))
    issued_of_order = np.sort(chance.integers(first_issue, NOW, orders))
    supplier_of_order = chance.integers(0, suppliers, orders)
    material = chance.integers(0, materials, lines)
    price_of_material = chance.integers(50, 50_000, materials)
    usual = chance.integers(20, 110, suppliers)  # each supplier's usual lead time in days
    issued, supplier = issued_of_order[order], supplier_of_order[order]
    promised = issued + usual[supplier] + chance.integers(0, 20, lines)
    required = promised + chance.integers(-7, 15, lines)
    quantity = chance.choice(np.array([5, 10, 20, 25, 50, 100, 250, 400, 1000, 2500]), lines)
    line = (np.arange(lines) - starts + 1) * 10
    return World(order, line, supplier, material, quantity, price_of_material[material], issued, required, promised,
                  suppliers, materials)  # fmt: skip


def supplier_name(number: int) -> str:
    """The name of the n-th supplier; all differ."""
    firm, rest = number % 10, number // 10
    return f"{_FIRMS[firm]} {_TRADES[rest % 10]} {rest // 10 + 1} {_FORMS[number % 5]}"


def material_number(number: int) -> str:
    return f"R-{100_000 + number}"


def description(number: int) -> str:
    return f"{_PARTS[number % 10]} DN{20 + number // 10 % 40 * 5} no. {number // 400 + 1}"


def order_number(number: int) -> str:
    return str(4_500_000_000 + number)


def write_csv(path: Path, lines: int, *, seed: int = SEED, changed: float = 0.0) -> None:
    """An open-order export of so many lines; `changed`: the share whose promise, quantity or receipts differ."""
    world = make_world(lines, seed, NOW - 200)
    chance = np.random.default_rng(seed + 1)
    received = np.where(chance.random(lines) < 0.1, world.quantity // 5, 0)
    promised, quantity = world.promised.copy(), world.quantity.copy()
    touched = np.random.default_rng(seed + 2).permutation(lines)[: round(lines * changed)]
    moved, resized, arrived = np.split(touched, [round(0.7 * len(touched)), round(0.9 * len(touched))])
    promised[moved] += 1 + moved % 30
    quantity[resized] *= 2
    received[arrived] += 1
    names = np.array([supplier_name(n) for n in range(world.suppliers)], dtype=object)
    codes = np.array([str(100_000 + n) for n in range(world.suppliers)], dtype=object)
    numbers = np.array([material_number(n) for n in range(world.materials)], dtype=object)
    texts = np.array([description(n) for n in range(world.materials)], dtype=object)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        for start in range(0, lines, CHUNK):
            part = slice(start, start + CHUNK)
            suppliers, materials = world.supplier[part], world.material[part]
            columns: Sequence[Sequence[Any]] = (
                [order_number(n) for n in world.order[part].tolist()],
                world.line[part].tolist(),
                codes[suppliers].tolist(),
                names[suppliers].tolist(),
                numbers[materials].tolist(),
                texts[materials].tolist(),
                quantity[part].tolist(),
                ["PC"] * len(materials),
                [f"{cents / 100:.2f}" for cents in world.price[part].tolist()],
                ["EUR"] * len(materials),
                DAYS[world.issued[part]].tolist(),
                DAYS[world.required[part]].tolist(),
                DAYS[promised[part]].tolist(),
                received[part].tolist(),
                BUYERS[suppliers % len(BUYERS)].tolist(),
            )
            writer.writerows(zip(*columns, strict=True))
