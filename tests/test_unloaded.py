"""Packages whose names are imported when they are asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kgtui.model

LAZY = ("kgtui.model", "kgtui.corrections", "kgtui.library", "kgtui.reader")


@pytest.mark.parametrize("package", LAZY)
def test_every_name_is_found_whatever_was_imported_before(package: str) -> None:
    """A module of the same name would hide it as soon as the module is imported."""
    code = (
        "import sys, pkgutil\nfrom importlib import import_module\nfrom types import ModuleType\n"
        "package = import_module(sys.argv[1])\n"
        "first = {name: getattr(package, name) for name in package.__all__}\n"
        "modules = {module.name for module in pkgutil.iter_modules(package.__path__)}\n"
        "print(*modules & set(package.__all__), *(n for n, value in first.items() if isinstance(value, ModuleType)))"
    )
    done = subprocess.run([sys.executable, "-c", code, package], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_package_offers_nothing_else() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Enum'"):
        _ = kgtui.model.Enum  # type: ignore[attr-defined]
