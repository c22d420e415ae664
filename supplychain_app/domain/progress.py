"""How long work tells where it stands, and asks whether to go on."""

from collections.abc import Callable

from supplychain_app.domain.errors import Cancelled
from supplychain_app.language import tr

Report = Callable[[int, int, str], None]  # done, total (0: not known), what is being done now
IsCancelled = Callable[[], bool]


def silent(done: int, total: int, note: str) -> None:
    """Tells nobody."""


def never() -> bool:
    """Is not cancelled."""
    return False


def stop_if(cancelled: IsCancelled) -> None:
    """Raise Cancelled when the user asked to stop; call it between items."""
    if cancelled():
        raise Cancelled(tr("Stopped. What was unfinished was left as it was."))
