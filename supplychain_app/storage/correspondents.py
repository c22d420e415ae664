"""Whose message it is, and which of the supplier's orders and lines it may speak of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from supplychain_app.storage.connection import Database

COMMON_HOSTS = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "yahoo.com",
        "gmx.de",
        "gmx.net",
        "web.de",
        "t-online.de",
        "icloud.com",
        "aol.com",
        "qq.com",
        "163.com",
        "126.com",
        "live.com",
        "orange.fr",
        "free.fr",
        "libero.it",
        "mail.ru",
        "yandex.ru",
        "proton.me",
    ]
)
"""Providers whose domain says nothing of who writes."""


@dataclass(frozen=True)
class LineChoice:
    """An open line that a date may be about."""

    id: int
    purchase_order: str
    line: str
    about: str
    promised_on: date | None


def supplier_by_address(db: Database, address: str) -> tuple[int, int | None] | None:
    """Supplier and contact with this address, else the only supplier whose contacts share its domain."""
    row = db.conn.execute("select supplier_id, id from contact where lower(trim(email)) = ?", [address]).fetchone()
    if row:
        return int(row[0]), int(row[1])
    domain = address.rpartition("@")[2]
    if not domain or domain in COMMON_HOSTS:
        return None
    sql = "select distinct supplier_id from contact where lower(trim(substr(email, instr(email, '@') + 1))) = ? limit 2"
    found = db.conn.execute(sql, [domain]).fetchall()
    return (int(found[0][0]), None) if len(found) == 1 else None


def supplier(db: Database, supplier_id: int) -> dict[str, Any] | None:
    return next(db.query("select * from supplier where id = ?", [supplier_id]), None)


def known_lines(db: Database, supplier_id: int | None) -> list[dict[str, Any]]:
    """Lines a mail may be about: all open ones of the supplier, or of everyone, and those closed lately."""
    return list(
        db.query(
            """
        select l.id, o.id as order_id, o.number, l.line, coalesce(m.number, '') as material, l.status, l.supplier_id,
            l.current_promise, coalesce(l.description, m.description, '') as description, l.quantity
        from order_line l
        join purchase_order o on o.id = l.purchase_order_id
        left join material m on m.id = l.material_id
        where (:supplier is null or l.supplier_id = :supplier)
          and (:supplier is not null or l.status = 'open')
        order by l.id desc
        limit 100000
        """,
            {"supplier": supplier_id},
        )
    )


def country_of(db: Database, supplier_id: int) -> str | None:
    """A supplier's country, or the one that most of its order lines name."""
    sql = """
    select coalesce(
        (select nullif(country, '') from supplier where id = :supplier),
        (select country from order_line where supplier_id = :supplier and country > ''
         group by country order by count(*) desc, country limit 1))
    """
    row = db.conn.execute(sql, {"supplier": supplier_id}).fetchone()
    return str(row[0]) if row and row[0] else None


def supplier_of_order(db: Database, number: str) -> int | None:
    sql = """
    select l.supplier_id
    from order_line l
    join purchase_order o on o.id = l.purchase_order_id
    where o.number = ?
    limit 1
    """
    row = db.conn.execute(sql, [number]).fetchone()
    return row[0] if row else None


def order_id(db: Database, number: str) -> int | None:
    row = db.conn.execute("select id from purchase_order where number = ?", [number]).fetchone()
    return int(row[0]) if row else None


def contact_of(db: Database, supplier_id: int) -> dict[str, Any] | None:
    """The contact to write to."""
    sql = "select * from contact where supplier_id = ? and email is not null order by id limit 1"
    return next(db.query(sql, [supplier_id]), None)


def line_by_key(db: Database, line_id: int | None, order: str, line: str) -> dict[str, Any] | None:
    """A line by its id when it still is the one named, else by order and line."""
    sql = """
    select l.id, o.number, l.line, l.quantity, l.current_promise, l.status, l.supplier_id
    from order_line l
    join purchase_order o on o.id = l.purchase_order_id
    where o.number = :order and ltrim(l.line, '0') = ltrim(:line, '0')
    order by l.id = :id desc
    limit 1
    """
    return next(db.query(sql, {"order": order, "line": line, "id": line_id}), None)


def line_by_id(db: Database, line_id: int) -> dict[str, Any] | None:
    """A line, with the same columns as by its key."""
    sql = """
    select l.id, o.number, l.line, l.quantity, l.current_promise, l.status, l.supplier_id
    from order_line l
    join purchase_order o on o.id = l.purchase_order_id
    where l.id = ?
    """
    return next(db.query(sql, [line_id]), None)


def domains_of(db: Database, supplier_id: int) -> set[str]:
    """Whence a supplier's contacts write: the domain, or the whole address at a public provider."""
    sql = "select lower(trim(email)) from contact where supplier_id = ? and email like '%@%'"
    addresses = [str(row[0]) for row in db.conn.execute(sql, [supplier_id])]
    return {one if (domain := one.rpartition("@")[2]) in COMMON_HOSTS else domain for one in addresses}


def open_lines_of(db: Database, number: str) -> list[int]:
    """The open lines of an order."""
    sql = """
    select l.id
    from order_line l
    join purchase_order o on o.id = l.purchase_order_id
    where o.number = ? and l.status = 'open'
    order by l.id
    """
    return [int(row[0]) for row in db.conn.execute(sql, [number])]


def lines_to_choose(db: Database, communication_id: int, number: str | None) -> list[LineChoice]:
    """Open lines that a date in a message may be about: of the order it names, else of its supplier."""
    sql = """
    select l.id, o.number, l.line, coalesce(l.description, m.description, m.number, ''), l.current_promise
    from order_line l
    join purchase_order o on o.id = l.purchase_order_id
    left join material m on m.id = l.material_id
    where l.status = 'open' and {of_whom}
    order by o.number, cast(l.line as integer), l.line
    limit 1000
    """
    of_order = db.conn.execute(sql.format(of_whom="o.number = ?"), [number]).fetchall()
    of_supplier = "l.supplier_id = (select supplier_id from communication where id = ?)"
    found = of_order or db.conn.execute(sql.format(of_whom=of_supplier), [communication_id]).fetchall()
    return [
        LineChoice(line_id, order, line, about, date.fromisoformat(promised) if promised else None)
        for line_id, order, line, about, promised in found
    ]


def suppliers_named(db: Database, name: str) -> list[int]:
    """Suppliers by code or name, in any case of letters."""
    sql = "select id from supplier where code = :name or lower(name) = lower(:name) or identity = :name"
    return [int(row[0]) for row in db.conn.execute(sql, {"name": name})]


def order_ids_of(db: Database, line_ids: Sequence[int]) -> list[int]:
    """The orders of lines."""
    marks = ", ".join("?" * len(line_ids))
    found = db.conn.execute(f"select distinct purchase_order_id from order_line where id in ({marks})", list(line_ids))
    return [int(row[0]) for row in found]
