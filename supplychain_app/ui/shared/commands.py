"""What a user can do, declared on the method that does it, and turned into actions, menu entries and key caps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from supplychain_app.ui.shared import theme

Method = TypeVar("Method", bound=Callable[..., Any])


@dataclass(frozen=True)
class Command:
    """A command's words, keys (`also`: the second) and icon; `bar`: shown in the key bar at the foot of its screen."""

    text: str
    shortcut: str = ""
    icon: str = ""
    bar: bool = True
    about: str = ""
    also: str = ""


def command(
    text: str, shortcut: str = "", icon: str = "", *, bar: bool = True, about: str = "", also: str = ""
) -> Callable[[Method], Method]:
    """Declares a method as a command: `@command("Refresh tracking", shortcut="F5", icon="refresh")`."""

    def mark(method: Method) -> Method:
        method.command = Command(text, shortcut, icon, bar, about, also)  # type: ignore[attr-defined]
        return method

    return mark


def declared(owner: type) -> list[tuple[str, Command]]:
    """Names and commands of a class, in the order they are written; those of every screen come last."""
    found: dict[str, Command] = {}
    for kind in owner.__mro__:
        for name, value in vars(kind).items():
            if isinstance(getattr(value, "command", None), Command):
                found.setdefault(name, value.command)
    return list(found.items())


def actions_of(widget: QWidget) -> list[QAction]:
    """One QAction for each declared command, added to the widget; keys work while the focus is inside it."""
    made = []
    for name, declared_command in declared(type(widget)):
        action = QAction(declared_command.text, widget)
        action.setObjectName(name)
        action.setData(declared_command)
        if declared_command.icon:
            action.setIcon(theme.icon(declared_command.icon))
        if declared_command.shortcut:
            keys = filter(None, (declared_command.shortcut, declared_command.also))
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if declared_command.about:
            action.setToolTip(declared_command.about)
        method = getattr(widget, name)
        action.triggered.connect(lambda _checked=False, run=method: run())
        widget.addAction(action)
        made.append(action)
    return made
