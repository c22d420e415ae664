"""Keeps the translations: `update` collects what the program says into the .ts files, `compile` makes the .qm files.

usage: python packaging/translations.py update|compile

What is said stands in `tr("…")`, and counted nouns in `plural(n, "line")` and its kin (supplychain_app/language.py).
A new language: copy `inbound_de.ts`, change its `language`, empty its translations, then translate them in Qt Linguist.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
ROOMS = ("carriers", "domain", "exchange", "mail", "reports", "services", "storage", "ui")
CONTEXT = "inbound"
COUNTED = "counted"
NOUNS = frozenset({"plural", "spelled", "count", "noun_for"})


def said() -> set[tuple[str, str]]:
    """Everything the program says, with what is meant by it; nouns that it counts are meant as counted."""
    found: set[tuple[str, str]] = set()
    for path in sorted(file for room in ROOMS for file in (ROOT / "supplychain_app" / room).rglob("*.py")):
        counts = path.relative_to(ROOT / "supplychain_app").parts[0] != "storage"  # what is counted there are rows
        for name, arguments in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            if name == "tr" and (text := _literal(arguments, 0)):
                found.add((text, _literal(arguments, 1)))
            elif counts and name in NOUNS and (text := _literal(arguments, 1)):
                found.add((text, COUNTED))
    return found


def update(path: Path) -> None:
    """Write what is said into a .ts file; translations of what is still said are kept."""
    tree = ElementTree.parse(path)
    context = tree.getroot().find("context")
    assert context is not None
    known = {(m.findtext("source"), m.findtext("comment", "")): m for m in context.findall("message")}
    for message in known.values():
        context.remove(message)
    for text, meant in sorted(said()):
        message = known.get((text, meant))
        context.append(_new(text, meant) if message is None else message)
    ElementTree.indent(tree, " ")
    tree.write(path, encoding="utf-8", xml_declaration=True)


def compile_all() -> None:
    """Make the .qm files that the program reads."""
    for path in FOLDER.glob("*.ts"):
        subprocess.run(["pyside6-lrelease", "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


def _calls(tree: ast.AST) -> Iterator[tuple[str, list[ast.expr]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            yield name, node.args


def _literal(arguments: list[ast.expr], place: int) -> str:
    if len(arguments) > place:
        found = arguments[place]
        if isinstance(found, ast.Constant) and isinstance(found.value, str):
            return found.value
    return ""


def _new(text: str, meant: str) -> ElementTree.Element:
    numerus = meant == COUNTED
    message = ElementTree.Element("message", {"numerus": "yes"} if numerus else {})
    ElementTree.SubElement(message, "source").text = text
    if meant:
        ElementTree.SubElement(message, "comment").text = meant
    translation = ElementTree.SubElement(message, "translation", {"type": "unfinished"})
    if numerus:
        for _ in range(2):
            ElementTree.SubElement(translation, "numerusform")
    return message


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["update"]:
            for ts in sorted(FOLDER.glob("*.ts")):
                update(ts)
        case ["compile"]:
            compile_all()
        case _:
            sys.exit(__doc__)
