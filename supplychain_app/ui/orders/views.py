"""Views of Orders that the user keeps: filters, words searched, order, groups and columns under one name."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton, QWidget

from supplychain_app.language import tr
from supplychain_app.storage.query import Filter
from supplychain_app.ui.orders.conditions import known as conditions_known

_KEY = "views"


@dataclass(frozen=True)
class View:
    """What Orders shows and how; without `columns`, those shown now stay."""

    keywords: tuple[str, ...] = ()
    text: str = ""
    sort: str | None = "current_promise"
    descending: bool = False
    group: str = ""
    columns: str = ""  # the header's state, in hexadecimal
    conditions: tuple[Filter, ...] = ()


ALL_LINES = View()
GIVEN = {
    tr("Open"): View(("open",)),
    tr("Past the promise"): View(("late",)),
    tr("No promise"): View(("no promise",)),
    tr("All lines"): ALL_LINES,
}


def own() -> dict[str, View]:
    """The user's views by name; what cannot be read is left out."""
    try:
        found = json.loads(str(QSettings().value(_KEY) or "{}"))
    except ValueError:
        return {}
    return {str(title): _view(kept) for title, kept in found.items()} if isinstance(found, dict) else {}


def keep(title: str, view: View) -> None:
    _write(own() | {title: view})


def forget(title: str) -> None:
    _write({name: view for name, view in own().items() if name != title})


def rename(title: str, new: str) -> None:
    """Call a view otherwise; it keeps its place."""
    _write({new if name == title else name: view for name, view in own().items() if name != new or name == title})


def _write(views: dict[str, View]) -> None:
    QSettings().setValue(_KEY, json.dumps({title: _kept(view) for title, view in views.items()}))


def _kept(view: View) -> dict[str, Any]:
    return asdict(view) | {"conditions": [[one.column, one.operator, one.value] for one in view.conditions]}


def _view(kept: Any) -> View:
    if isinstance(kept, list) and len(kept) == 2:  # as the first versions kept it
        kept = {"keywords": kept[0], "text": kept[1]}
    if not isinstance(kept, dict):
        return View()
    known = {field.name for field in fields(View)}
    values = {name: value for name, value in kept.items() if name in known}
    conditions = conditions_known(values.get("conditions", ()))
    return View(**values | {"keywords": tuple(values.get("keywords", ())), "conditions": conditions})


class ViewsButton(QPushButton):
    """A menu of views; `now` tells the present one, `use` shows another."""

    def __init__(self, parent: QWidget, now: Callable[[], View], use: Callable[[View], None]) -> None:
        super().__init__(tr("Views"), parent)
        self._now, self._use = now, use
        self.setProperty("role", "flat")
        self.setAccessibleName(tr("Views"))
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self.fill)

    def fill(self) -> None:
        menu, mine = self.menu(), own()
        menu.clear()
        for title, view in GIVEN.items():
            menu.addAction(title).triggered.connect(lambda _on=False, v=view: self._use(v))
        if mine:
            menu.addSeparator()
        for title, view in mine.items():
            menu.addAction(title).triggered.connect(lambda _on=False, v=view: self._use(v))
        menu.addSeparator()
        menu.addAction(tr("Save this view …")).triggered.connect(self._save)
        if mine:
            renaming, forgetting = menu.addMenu(tr("Rename a view")), menu.addMenu(tr("Remove a view"))
            for title in mine:
                renaming.addAction(title).triggered.connect(lambda _on=False, t=title: self._rename(t))
                forgetting.addAction(title).triggered.connect(lambda _on=False, t=title: forget(t))

    def _rename(self, title: str) -> None:
        new, given = QInputDialog.getText(self, tr("Rename a view"), tr("Its name:"), text=title)
        if given and new.strip():
            rename(title, new.strip())

    def _save(self) -> None:
        title, given = QInputDialog.getText(self, tr("Save this view"), tr("Its name:"))
        if given and title.strip():
            keep(title.strip(), self._now())
