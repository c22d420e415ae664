"""The made workspace is a sound one, and the same one each time."""

from pathlib import Path

from supplychain_app.storage import database, line_state
from tests.benchmarks.exports import write_csv
from tests.benchmarks.million import make_workspace

DERIVED = (
    "select id, first_promise, current_promise, promises, received_quantity, first_received_on, completed_on, status"
    " from order_line order by id"
)


def test_what_is_derived_agrees_with_the_ledgers(tmp_path: Path) -> None:
    make_workspace(tmp_path / "w.db", 3000)
    db = database.open_file(tmp_path / "w.db")
    assert database.integrity(db) == "ok"
    made = db.conn.execute(DERIVED).fetchall()
    with database.writing(db):
        line_state.refresh(db, [row[0] for row in made])
    assert db.conn.execute(DERIVED).fetchall() == made
    history = "select (select count(*) from promise) + (select count(*) from tracking_event)"
    assert 2.5 * 3000 < db.conn.execute(history).fetchone()[0] < 3.5 * 3000
    db.close()


def test_the_same_seed_makes_the_same_export(tmp_path: Path) -> None:
    first, second, changed = (tmp_path / name for name in ("a.csv", "b.csv", "c.csv"))
    write_csv(first, 5000)
    write_csv(second, 5000)
    write_csv(changed, 5000, changed=0.01)
    before, after = first.read_text().splitlines(), changed.read_text().splitlines()
    assert first.read_bytes() == second.read_bytes()
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 50
