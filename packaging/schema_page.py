"""Writes resources/help/schema.md from the schema itself: `python packaging/schema_page.py`."""

import re
import tempfile
from pathlib import Path

from supplychain_app.storage import database
from supplychain_app.storage.schema_001 import HISTORY_TABLES

PAGE = Path(__file__).resolve().parents[1] / "resources" / "help" / "schema.md"

HEAD = """# The workspace file

One SQLite file holds everything. Any SQLite tool can read it (open it read-only while the program runs).
This page is written from the schema itself, and a test keeps the two alike.

Conventions:

- `…_on` is a calendar day (`2026-11-23`), `…_at` a moment in UTC (`2026-11-23T06:42:00Z`). NULL means *not known*.
- `known_on` is the day on which we knew a fact; `recorded_at` is when it entered this file. A figure "as of" a day
  uses only rows whose `known_on` is not after it.
- Money is in minor units (cents) beside its currency.
- *History* tables are only ever added to: triggers refuse an update or delete. A correction is a new row whose
  `replaces_id` names the row it replaces; taking an import or an edit back is the one exception.
- Every row has a natural identity (shown as *unique*), so that bringing in the same thing twice adds nothing.

A first question to try in any SQLite tool, the open lines that are past their promise:

```sql
select o.number, l.line, s.name, l.current_promise
from order_line l
join purchase_order o on o.id = l.purchase_order_id
left join supplier s on s.id = l.supplier_id
where l.status = 'open' and l.current_promise < date('now')
order by l.current_promise;
```
"""


def page() -> str:
    """The page as it should stand: one section a table, one row a column, with the comments of the schema."""
    with tempfile.TemporaryDirectory() as folder:
        db = database.create_file(Path(folder) / "schema.db")
        listed = db.query("select name, sql from sqlite_master where type = 'table' and sql is not null order by rowid")
        tables = [(row["name"], row["sql"]) for row in listed if not row["name"].startswith(("sqlite_", "_sqlite"))]
        parts = [HEAD]
        for name, sql in tables:
            if name.startswith("search_"):  # the full-text index's own tables
                continue
            parts.append(_section(name, sql, history=name in HISTORY_TABLES, columns=_columns(db, name)))
        db.close()
    return "\n".join(parts)


def _columns(db, name: str) -> list[tuple[str, str, bool]]:  # type: ignore[no-untyped-def]
    return [(r["name"], r["type"].lower(), bool(r["notnull"])) for r in db.query(f"pragma table_info({name})")]


def _section(name: str, sql: str, *, history: bool, columns: list[tuple[str, str, bool]]) -> str:
    comments = dict(re.findall(r"^\s*(\w+)[^\n]*?--\s*(.+)$", sql, flags=re.MULTILINE))
    first = sql.splitlines()[0]
    about = first.split("--", 1)[1].strip() if "--" in first else ""
    refers = dict(re.findall(r"^\s*(\w+)[^\n]*?references (\w+)\(", sql, flags=re.MULTILINE))
    alone = set(re.findall(r"^\s*(\w+) [^\n]*\bunique\b", sql, flags=re.MULTILINE)) - {"unique"}
    unique = [keys.strip() for keys in re.findall(r"^\s*(?:unique|primary key) \(([^)]+)\)", sql, flags=re.MULTILINE)]
    lines = [f"## {name}", ""]
    if about:
        lines += [about[0].upper() + about[1:] + ("" if about.endswith(".") else "."), ""]
    if history and "appended only" not in about:
        lines += ["History: appended only.", ""]
    lines += ["| column | type | |", "|---|---|---|"]
    for column, kind, required in columns:
        words = [f"→ `{refers[column]}`"] if column in refers else []
        if column in comments:
            words.append(comments[column].strip().replace("|", "\\|"))
        if column in alone:
            words.append("(unique)")
        if required:
            words.append("(always given)")
        lines.append(f"| `{column}` | {kind or 'text'} | {' '.join(words)} |")
    lines += [""] + [f"Unique: {keys}." for keys in unique]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"Wrote {PAGE}.")
