"""The documents tell the truth: the schema page, the list of commands, and the links between pages."""

import re
import runpy
from pathlib import Path

import pytest

from supplychain_app.cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
HELP = ROOT / "resources" / "help"
PAGES = [ROOT / "README.md", *sorted(HELP.glob("*.md"))]


def test_schema_page_is_the_schema() -> None:
    page = runpy.run_path(str(ROOT / "packaging" / "schema_page.py"))["page"]
    said = "run `python packaging/schema_page.py` to write it anew"
    assert (HELP / "schema.md").read_text(encoding="utf-8") == page(), said


def test_every_command_is_described() -> None:
    text = (HELP / "commands.md").read_text(encoding="utf-8")
    missing = [name for name in COMMANDS if f"`{name}" not in text]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which does not exist"
