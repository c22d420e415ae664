"""The plan of the house: imports point down, Qt, SQL and carrier HTTP stay in their rooms."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "supplychain_app"
FLOORS = {
    "ui": 4,
    "cli": 4,
    "services": 3,
    "storage": 2,
    "carriers": 2,
    "exchange": 2,
    "mail": 2,
    "reports": 2,
    "analytics": 1,
    "domain": 0,
}
FILES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else ""


def imported(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module] + [f"{node.module}.{alias.name}" for alias in node.names]
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = room(path)
    if own not in FLOORS:
        return
    for name in imported(path):
        parts = name.split(".")
        if parts[0] != "supplychain_app" or len(parts) < 2 or parts[1] not in FLOORS or parts[1] == own:
            continue
        allowed = FLOORS[parts[1]] < FLOORS[own]
        assert allowed, f"{path.relative_to(PACKAGE)} imports {name}: {own} may not reach {parts[1]}"


def test_qt_stays_in_the_window() -> None:
    for path in FILES:
        if room(path) == "ui":
            continue
        bad = [n for n in imported(path) if n.split(".")[0] in ("PySide6", "qtawesome", "shiboken6")]
        assert not bad, f"{path.relative_to(PACKAGE)} imports {bad[0]}: Qt belongs in ui"


def test_sql_stays_in_storage() -> None:
    for path in FILES:
        if room(path) == "storage":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if is_call and node.func.attr in ("execute", "executemany", "executescript"):
                pytest.fail(f"{path.relative_to(PACKAGE)}:{node.lineno} runs SQL: it belongs in storage")


def test_http_stays_with_the_carriers() -> None:
    for path in FILES:
        if room(path) != "carriers":
            bad = [n for n in imported(path) if n.split(".")[0] in ("requests", "urllib3")]
            assert not bad, f"{path.relative_to(PACKAGE)} imports {bad[0]}: carrier HTTP belongs in carriers"


def test_nothing_imports_the_references() -> None:
    for path in FILES:
        bad = [n for n in imported(path) if n.split(".")[0] in ("pandas", "lifelines", "duckdb", "scipy")]
        assert not bad, f"{path.relative_to(PACKAGE)} imports {bad[0]}: only tests and benchmarks may"


def test_every_module_says_what_it_is_for() -> None:
    for path in FILES:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{path} has no first sentence"


def test_a_window_starts_without_what_only_figures_need() -> None:
    code = "import sys, supplychain_app.ui.app; print(*sys.modules)"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment)
    assert not {"numpy", "matplotlib", "pandas", "xlsxwriter", "holidays"} & set(loaded.stdout.split())
