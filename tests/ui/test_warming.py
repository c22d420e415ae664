"""Modules are imported beside the window's thread, and no further once the program ends."""

import sys
from pathlib import Path

import pytest

from supplychain_app.ui.shared.warming import Warming


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.syspath_prepend(tmp_path)
    names = [f"warmed_{number}" for number in range(3)]
    for name in names:
        (tmp_path / f"{name}.py").write_text("")
        monkeypatch.delitem(sys.modules, name, raising=False)
    return names


def test_all_modules_are_there_in_the_end(modules: list[str]) -> None:
    warming = Warming(modules)
    warming.begin()
    warming._thread.join(30)
    assert set(modules) <= set(sys.modules)
    warming.end()


def test_nothing_is_imported_once_it_is_ended(modules: list[str]) -> None:
    warming = Warming(modules)
    warming.end()
    warming.begin()
    assert not set(modules) & set(sys.modules)
