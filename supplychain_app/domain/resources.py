"""Knows where the program's resources (icons, help, templates, translations) are, in a checkout or installed."""

import sys
from pathlib import Path

from supplychain_app.domain.errors import FileError
from supplychain_app.language import tr

_PLACES = (
    Path(__file__).resolve().parents[2] / "resources",  # a checkout
    Path(getattr(sys, "_MEIPASS", "")) / "resources",  # a bundled program
    Path(sys.prefix) / "share" / "supplychain-app" / "resources",  # an installed wheel
)


def resource_path(*parts: str) -> Path:
    """The path of a resource, such as resource_path("help", "index.md"); FileError when it is nowhere."""
    for place in _PLACES:
        path = place.joinpath(*parts)
        if path.exists():
            return path
    raise FileError(tr("The program's file {name} is missing. Install the program again.", name="/".join(parts)))
