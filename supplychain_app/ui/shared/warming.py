"""Imports modules beside the window's thread, so that a screen can be built at once when it is first asked for."""

import importlib
import threading
from collections.abc import Iterable


class Warming:
    """A thread that imports one module after the other; end it before the program ends."""

    def __init__(self, modules: Iterable[str]) -> None:
        self._modules = tuple(modules)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._bring, name="warming", daemon=True)

    @property
    def is_done(self) -> bool:
        """Whether it has begun, and nothing more is imported."""
        return self._thread.ident is not None and not self._thread.is_alive()

    def begin(self) -> None:
        """Start importing, unless it was ended before."""
        if not self._ended.is_set():
            self._thread.start()

    def end(self) -> None:
        """Import no further module, and wait for the one at hand: Python must not end amid an import."""
        self._ended.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _bring(self) -> None:
        for module in self._modules:
            if self._ended.is_set():
                return
            importlib.import_module(module)
