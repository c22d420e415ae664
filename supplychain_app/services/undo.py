"""One user action as rows before and after, so that it can be taken back and done again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from supplychain_app.storage import database, edits, line_state, noted_edits, revisions, settings
from supplychain_app.storage.connection import Database

LEDGERS = frozenset({"promise", "receipt"})
"""Tables from which a line's current promise and status are derived."""

_SAID_OF_LINES = frozenset({"cause", "line_change", "person", "promise", "receipt", "worklist_mark"})
"""Tables of which a row more or less changes what is known of one line, or nothing yet."""
_STANDING = frozenset({"order_line", "question"})
_TIES = frozenset({"cancelled_on", "material_id", "purchase_order_id", "supplier_id"})


@dataclass(frozen=True)
class RowState:
    """One row as it stood: its columns, or None where there was no row."""

    table: str
    id: int
    values: Mapping[str, Any] | None


@dataclass(frozen=True)
class Edit:
    """What one user action changed; its inverse is an Edit too."""

    what: str  # "Promise of 4 Dec for 4500012345 / 10"
    before: tuple[RowState, ...]
    after: tuple[RowState, ...]

    @property
    def line_ids(self) -> frozenset[int]:
        """The order lines whose own columns or ledgers were touched."""
        found = {state.id for state in self.before + self.after if state.table == "order_line"}
        for state in self.before + self.after:
            if state.values and state.values.get("order_line_id") is not None:
                found.add(int(state.values["order_line_id"]))
        return frozenset(found)

    @property
    def touched(self) -> frozenset[str]:
        """The nouns that changed, so that screens can decide whether to refresh."""
        return frozenset(state.table for state in self.before + self.after)

    @property
    def new_id(self) -> int:
        """The id of the first row that this edit added."""
        return next(
            after.id
            for before, after in zip(self.before, self.after, strict=True)
            if before.values is None and after.values is not None
        )

    def inverse(self) -> "Edit":
        return Edit(self.what, before=tuple(reversed(self.after)), after=tuple(reversed(self.before)))

    def undo(self, db: Database) -> None:
        """Put every row back to what it was before."""
        apply(db, self.inverse())

    def redo(self, db: Database) -> None:
        """Put every row back to what it was after."""
        apply(db, self)


@dataclass(frozen=True)
class SettingEdit:
    """One setting of the file as it stood and as it stands; None: never set."""

    what: str
    key: str
    before: str | None
    after: str
    nouns: frozenset[str] = frozenset()  # figures that rest on it

    def undo(self, db: Database) -> None:
        """Back to what it was before."""
        with database.writing(db, nouns=self.nouns):
            if self.before is None:
                settings.remove(db, self.key)
            else:
                settings.save(db, self.key, self.before)

    def redo(self, db: Database) -> None:
        """To what it was after."""
        with database.writing(db, nouns=self.nouns):
            settings.save(db, self.key, self.after)


def set_setting(db: Database, key: str, value: Any, what: str, *, nouns: frozenset[str] = frozenset()) -> SettingEdit:
    """Set a key of the file's settings to a value."""
    edit = SettingEdit(what, key, settings.read(db, key), json.dumps(value), nouns)
    edit.redo(db)
    return edit


def apply(db: Database, edit: Edit) -> None:
    """Bring the rows to the edit's `after`, in one atomic block."""
    with database.writing(db), database.undoing(db, edit.what):
        for state in edit.after:
            current = edits.read_row(db, state.table, state.id)
            if state.values is None:
                if current is not None:
                    edits.delete_row(db, state.table, state.id)
            elif current is None:
                edits.insert_row(db, state.table, state.values)
            else:
                changed = {name: value for name, value in state.values.items() if current[name] != value}
                if changed:
                    edits.update_row(db, state.table, state.id, changed)
        line_state.refresh(db, edit.line_ids)
        _note(db, edit)


def _note(db: Database, edit: Edit) -> None:
    """Inside the write: say which suppliers' lines are touched, or that it may be anything."""
    told = all(_is_about_lines(db, old, new) for old, new in zip(edit.before, edit.after, strict=True))
    suppliers = edits.suppliers_of_open(db, edit.line_ids) if told else None
    if suppliers is not None:
        asked = (edits.read_row(db, "question", state.id) for state in edit.after if state.table == "question")
        suppliers |= {row["supplier_id"] for row in asked if row}
    noted_edits.note(db, suppliers, revision=revisions.text(db))


def noted_by_parts(db: Database) -> None:
    """At the end of a write of nothing but edits: each of them has said what it touches."""
    noted_edits.note(db, (), revision=revisions.text(db))


def _is_about_lines(db: Database, old: RowState, new: RowState) -> bool:
    """Whether this changes one line or what is said of it, and neither what it belongs to nor anything else."""
    if old.values is None or new.values is None:
        return old.table in _SAID_OF_LINES
    if old.table == "suggestion":  # only that a mail was not delivered is told on Today
        row = edits.read_row(db, "suggestion", old.id)
        return row is not None and row["kind"] != "undelivered"
    return old.table in _STANDING and not (old.values.keys() | new.values.keys()) & _TIES


@dataclass
class Pen:
    """Writes the rows of one user action and remembers what they were; use inside `database.writing`."""

    db: Database
    before: list[RowState] = field(default_factory=list)
    after: list[RowState] = field(default_factory=list)

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        row_id = edits.insert_row(self.db, table, values)
        self.before.append(RowState(table, row_id, None))
        self.after.append(RowState(table, row_id, edits.read_row(self.db, table, row_id)))
        return row_id

    def update(self, table: str, row_id: int, values: Mapping[str, Any]) -> dict[str, Any]:
        """Set columns; returns what they were. Only the columns that are set travel with the Edit."""
        current = edits.read_row(self.db, table, row_id)
        if current is None:
            return {}
        edits.update_row(self.db, table, row_id, values)
        old = {name: current[name] for name in values}
        self.before.append(RowState(table, row_id, old))
        self.after.append(RowState(table, row_id, dict(values)))
        return old

    def delete(self, table: str, row_id: int) -> None:
        """Take a row away that is no history; nothing where it is gone already."""
        current = edits.read_row(self.db, table, row_id)
        if current is not None:
            edits.delete_row(self.db, table, row_id)
            self.before.append(RowState(table, row_id, current))
            self.after.append(RowState(table, row_id, None))

    def person(self, name: str | None) -> int | None:
        """The id of one of our people by name, added when new."""
        wanted = (name or "").strip()
        if not wanted:
            return None
        return edits.person_id(self.db, wanted) or self.insert("person", {"name": wanted})

    def finish(self, what: str) -> Edit:
        """Bring the touched lines' derived columns in step, and hand out the Edit."""
        edit = Edit(what, tuple(self.before), tuple(self.after))
        ledgers = edit.touched & LEDGERS
        cancelled = any("cancelled_on" in (s.values or {}) or "quantity" in (s.values or {}) for s in self.after)
        if ledgers or cancelled:
            line_state.refresh(self.db, edit.line_ids)
        _note(self.db, edit)
        return edit
