"""What the program has written is no article, wherever it lies."""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.export.wrapping import hanging
from kgtui.library import open_library
from kgtui.locale import LANGUAGES, t
from kgtui.model import Marks
from kgtui.reader import MarkBook
from kgtui.reading.own import is_own
from kgtui.settings import load_settings

from .conftest import Kgtui, environment

BRIEFS = (["country", "Узбекистан", "--peek"], ["country", "Россия", "--sections", "figures", "--peek"])
COMPARED = ["compare", "Узбекистан", "Таджикистан"]
WRITTEN = [
    *((*brief, "--format", form) for brief in BRIEFS for form in ("text", "md", "html")),
    *((*COMPARED, "--format", form) for form in ("text", "md")),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_briefs_among_articles_are_left_out(
    kgtui: Kgtui, here: Kgtui, tmp_path: Path, language: str, ending: str
) -> None:
    for number, command in enumerate(WRITTEN):
        (tmp_path / "texts").mkdir(exist_ok=True)
        (tmp_path / "texts" / f"{number}.{ending}").write_text(kgtui(*command, "--lang", language).out)
    (tmp_path / "texts" / "article.txt").write_text("Переправа открыта. Её открыл Касымалиев.")
    report = here("add", str(tmp_path / "texts"), "--json").json
    assert report["added"] == 1
    assert [each["reason"] for each in report["skipped"]] == ["own"] * len(WRITTEN)
    assert "записано самой kgtui" in here("add", str(tmp_path / "texts")).err


def test_what_is_piped_in_is_left_out(kgtui: Kgtui, here: Kgtui) -> None:
    brief = kgtui("country", "Узбекистан", "--peek").out
    assert here("add", "-", "--json", stdin=brief.encode()).json["skipped"][0]["reason"] == "own"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", [[], ["--format", "md"], ["-o", "{file}"]])
def test_marks_among_articles_are_left_out(here: Kgtui, tmp_path: Path, language: str, way: list[str]) -> None:
    """Those that are printed and those that are written, in all forms that an article may have."""
    here("add", "-", stdin="Переправа открыта. Её открыл Касымалиев.".encode())
    with patch.dict(os.environ, environment(tmp_path), clear=True):
        settings = load_settings()
        with open_library(settings.library, settings=settings) as library:
            book = MarkBook(library.identity)
            book.change(library.headlines(library.numbers())[0].id, Marks(note="Сверить"))
            book.write()
    for ending in ("txt", "md"):
        file = tmp_path / f"marks.{ending}"
        ran = here("marks", "--lang", language, *(each.format(file=file) for each in way))
        assert ran.code == 0
        if not file.exists():
            file.write_text(ran.out)
        assert here("add", str(file), "--json").json["skipped"][0]["reason"] == "own"


def test_an_article_that_names_the_program_is_taken(here: Kgtui, tmp_path: Path) -> None:
    text = "Вышла программа; kgtui 0.1.0. Её читают.\n\n" + "Переправа открыта для всех желающих. " * 20
    (tmp_path / "article.txt").write_text(text)
    assert here("add", str(tmp_path / "article.txt"), "--json").json["added"] == 1


@given(st.integers(10, 200), st.sampled_from(["0.1.0", "1.0", "2.10.3rc1", "0.1.0.dev4+g1234"]))
def test_however_its_foot_is_broken(width: int, version: str) -> None:
    foot = t("dossier.foot", library="В библиотеке 5 статей", version=version)
    assert is_own("\n".join(hanging(foot, width, indent="", first="")))
