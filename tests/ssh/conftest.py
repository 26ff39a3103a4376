"""A server, and a library that it may show."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgtui.intake import seed
from kgtui.library import open_library
from kgtui.settings import Settings

from .server import SSHD, AsyncSsh, OpenSsh, Server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    kind = OpenSsh if SSHD and shutil.which("ssh") else AsyncSsh
    with kind(tmp_path_factory.mktemp("ssh")) as running:
        yield running


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "library"
    with open_library(path, settings=Settings(library=path, language="ru")) as opened:
        seed(opened)
    return path
