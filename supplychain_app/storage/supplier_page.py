"""Reads what a supplier's page lists beside its figures: contacts, check-ins, agreed actions, last communications."""

from dataclasses import dataclass
from typing import Any

from supplychain_app.storage.connection import Database


@dataclass(frozen=True)
class SupplierPage:
    """The lists of one supplier's page; each row is a dict of plain values."""

    supplier: dict[str, Any]
    contacts: tuple[dict[str, Any], ...]
    actions: tuple[dict[str, Any], ...]
    check_ins: tuple[dict[str, Any], ...]
    communications: tuple[dict[str, Any], ...]
    open_line_ids: tuple[int, ...]


def read(db: Database, supplier_id: int) -> SupplierPage:
    """Everything the page of this supplier lists, newest first."""

    def rows(sql: str) -> tuple[dict[str, Any], ...]:
        return tuple(db.query(sql, [supplier_id]))

    return SupplierPage(
        supplier=next(iter(rows("select * from supplier where id = ?")), {}),
        contacts=rows("select * from contact where supplier_id = ? order by name"),
        actions=rows("select * from agreed_action where supplier_id = ? order by done_on is not null, due_on"),
        check_ins=rows("select * from check_in where supplier_id = ? order by planned_on desc limit 12"),
        communications=rows(
            "select id, thread, direction, channel, subject, substr(body, 1, 200) as body, happened_at"
            " from communication where supplier_id = ? order by happened_at desc limit 30"
        ),
        open_line_ids=tuple(
            row["id"] for row in rows("select id from order_line where supplier_id = ? and status = 'open'")
        ),
    )
