"""Remembers which workspace files were opened last, newest first."""

import json
from pathlib import Path

APP_NAME = "supplychain-app"
KEPT = 10


def _file() -> Path:
    import platformdirs  # when it is asked for: the window is there before

    return platformdirs.user_config_path(APP_NAME) / "recent.json"


def recent_files() -> list[Path]:
    """The workspaces opened last that still exist."""
    try:
        listed = json.loads(_file().read_text(encoding="utf-8"))
        return [Path(text) for text in listed if Path(text).is_file()]
    except (OSError, ValueError, TypeError):
        return []


def remember(path: Path) -> None:
    """Put `path` first in the list; a list that cannot be written is not worth an error."""
    kept = [path.absolute()] + [other for other in recent_files() if other != path.absolute()]
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(json.dumps([str(p) for p in kept[:KEPT]]), encoding="utf-8")
    except OSError:
        return
