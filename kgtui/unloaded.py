"""What is imported when it is first asked for: the screen stands before most of the program is loaded.

A third of a start went into classes of which the first paint needs none: making one frozen dataclass takes half a
millisecond.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module


def names_of(package: str, *modules: str) -> Callable[[str], object]:
    """A package's ``__getattr__`` (PEP 562): a name of its ``__all__`` is looked for in its modules in their order, the
    lighter first. Python asks so for modules too, before it imports them; none may be named as what is offered."""

    def found(name: str) -> object:
        if name in sys.modules[package].__all__:
            for module in modules:
                if hasattr(loaded := import_module(f"{package}.{module}"), name):
                    return getattr(loaded, name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return found


class Unloaded:
    """A module that is imported when something of it is first used; any thread may do so."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self._module), name)
