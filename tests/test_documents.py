"""The documents tell the truth: the schema page, the list of commands, the links, and the pages in German."""

import re
import runpy
from pathlib import Path

import pytest

from supplychain_app.cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
HELP = ROOT / "resources" / "help"
GERMAN = HELP / "de"
FOR_ENGINEERS = {"architecture.md", "schema.md"}  # in English only
PAGES = [ROOT / "README.md", *sorted(HELP.glob("*.md")), *sorted(GERMAN.glob("*.md"))]
TRANSLATED = sorted(path.name for path in HELP.glob("*.md") if path.name not in FOR_ENGINEERS)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
GERMAN_KEYS = {"Strg": "Ctrl", "Entf": "Del"}


def test_schema_page_is_the_schema() -> None:
    page = runpy.run_path(str(ROOT / "packaging" / "schema_page.py"))["page"]
    said = "run `python packaging/schema_page.py` to write it anew"
    assert (HELP / "schema.md").read_text(encoding="utf-8") == page(), said


@pytest.mark.parametrize("folder", [HELP, GERMAN], ids=["English", "German"])
def test_every_command_is_described(folder: Path) -> None:
    text = (folder / "commands.md").read_text(encoding="utf-8")
    missing = [name for name in COMMANDS if f"`{name}" not in text]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which does not exist"


def test_every_page_for_users_is_there_in_german() -> None:
    assert sorted(path.name for path in GERMAN.glob("*.md")) == TRANSLATED


@pytest.mark.parametrize("name", TRANSLATED)
def test_a_german_page_is_built_like_its_english_twin(name: str) -> None:
    english, german = ((folder / name).read_text(encoding="utf-8") for folder in (HELP, GERMAN))
    assert _headings(german) == _headings(english)
    assert _items(german) == _items(english)
    assert _tables(german) == _tables(english)
    assert FENCED.findall(german) == FENCED.findall(english)
    assert _codes(german) == _codes(english)
    assert _targets(german) == _targets(english)


def _headings(text: str) -> list[int]:
    return [len(marks) for marks in re.findall(r"^(#+) ", FENCED.sub("", text), re.MULTILINE)]


def _items(text: str) -> list[int]:
    """How many items of a list each paragraph holds."""
    return [len(re.findall(r"^(?:- |\d+\. )", block, re.MULTILINE)) for block in text.split("\n\n")]


def _tables(text: str) -> list[list[int]]:
    """The cells of each row of each table."""
    found: list[list[int]] = []
    for block in FENCED.sub("", text).split("\n\n"):
        rows = [line.replace("\\|", "").count("|") for line in block.splitlines() if line.startswith("|")]
        if rows:
            found.append(rows)
    return found


def _codes(text: str) -> list[str]:
    """What stands as code within sentences, with the keys as an English keyboard calls them."""
    codes = sorted(" ".join(code.split()) for code in re.findall(r"`([^`]+)`", FENCED.sub("", text)))
    for german, english in GERMAN_KEYS.items():
        codes = [code.replace(german, english) for code in codes]
    return sorted(codes)


def _targets(text: str) -> list[str]:
    return sorted(target.removeprefix("../") for target in re.findall(r"\]\(([^)\s]+)\)", text))
