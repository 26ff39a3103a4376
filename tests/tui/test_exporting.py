"""What is seen is written to a file, in a form that is chosen, and nothing is overwritten."""

from __future__ import annotations

import csv
import json
import os
import resource
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kgtui.dossier import SectionKind
from kgtui.library import open_library
from kgtui.settings import Settings
from kgtui.tui.jobs.briefs import Brief
from kgtui.tui.jobs.exports import Exported, exported_brief, write

from .conftest import Driver, Start


@pytest.fixture
def november(seeded: Settings) -> Settings:
    return replace(seeded, today=date(2025, 11, 21))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "где запущено"
    path.mkdir()
    monkeypatch.chdir(path)
    return path


async def open_tajikistan(screen: Driver) -> None:
    await screen.see("1 из 5")
    await screen.press("3")
    await screen.see("Таджикистан")
    while getattr(screen.app.desk.country_pane.value, "code", "") != "TJ":
        await screen.press("j")
    await screen.press("enter")
    await screen.until(lambda: screen.app.desk.country_pane.brief is not None)


@pytest.mark.parametrize("form", ["text", "md", "html", "docx", "json"])
async def test_a_brief_is_written_in_each_form(start: Start, november: Settings, folder: Path, form: str) -> None:
    ending = {"text": "txt"}.get(form, form)
    async with start("small", settings=november) as screen:
        await open_tajikistan(screen)
        await screen.press("x")
        await screen.see(f"Таджикистан 2025-11-21.{ending}")
        await screen.press(*form, "enter")
        await screen.see("Записано: ")
    content = (folder / f"Таджикистан 2025-11-21.{ending}").read_bytes()
    if form == "docx":
        assert content.startswith(b"PK")
    elif form == "json":
        assert json.loads(content)["country"]["code"] == "TJ"
    else:
        assert "Расулзода" in content.decode()
        assert ("Свёрнуто" in content.decode()) == (form == "html")  # what is printed is fitted to its sheet


async def test_what_is_left_out_of_a_brief_is_said(start: Start, november: Settings) -> None:
    async with start("small", settings=november) as screen:
        await open_tajikistan(screen)
        await screen.press("x")
        await screen.see("то, что входит на один лист", "Все строки: kgtui country 'Таджикистан' --library")
        await screen.press("escape")
        brief = screen.app.desk.country_pane.brief
        assert isinstance(brief, Brief)
        first, *others = brief.dossier.sections
        folded = replace(brief, dossier=replace(brief.dossier, sections=(replace(first, more=21), *others)))
        assert "21 строка свёрнута" in exported_brief(folded, november).note[0]
        alone = replace(brief, frame=replace(brief.frame, sections=(first.kind,)))
        assert exported_brief(alone, november).note == ()


async def test_the_command_that_is_shown_writes_this_brief_from_any_folder(
    start: Start, november: Settings, folder: Path, tmp_path: Path
) -> None:
    elsewhere = replace(november, library=tmp_path / "чужая 'папка' $HOME" / "library")
    shutil.copytree(november.library, elsewhere.library)
    async with start("wide", settings=elsewhere) as screen:
        await open_tajikistan(screen)
        await screen.press("x")
        await screen.see("Все строки: kgtui country", "--limit 0 -o 'справка.html'")
        brief = screen.app.desk.country_pane.brief
        assert isinstance(brief, Brief)
        command = exported_brief(brief, elsewhere).note[-1].removeprefix("Все строки: ")
    program = f'kgtui() {{ "{sys.executable}" -m kgtui "$@"; }}\n'
    subprocess.run(["/bin/sh", "-c", program + command], check=True, capture_output=True)
    written = (folder / "справка.html").read_text(encoding="utf-8")
    assert "Расулзода" in written
    assert "21.11.2025" in written


async def test_a_file_that_is_there_stays(start: Start, november: Settings, folder: Path) -> None:
    there = folder / "Таджикистан 2025-11-21.md"
    there.write_text("моё", encoding="utf-8")
    async with start("small", settings=november) as screen:
        await open_tajikistan(screen)
        for number in (2, 3):
            await screen.press("ч", "m", "d", "enter")  # the finger of x under the Russian layout
            await screen.see(f"({number}).md")
    assert there.read_text(encoding="utf-8") == "моё"
    assert len(list(folder.iterdir())) == 3


async def test_countries_are_written_as_a_table(start: Start, november: Settings, folder: Path) -> None:
    async with start("small", settings=november) as screen:
        await screen.see("1 из 5")
        await screen.press("3")
        await screen.see("16.11.2025 саммит")
        await screen.press("s", "x", "enter")
        await screen.see("Страны.csv")
    with (folder / "Страны.csv").open(encoding="utf-8-sig", newline="") as file:
        titles, *rows = csv.reader(file)
    assert titles[0] == "страна"
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)


async def test_where_nothing_can_be_written_it_is_said(
    start: Start, november: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    async with start("small", settings=november) as screen:
        await open_tajikistan(screen)
        await screen.press("x", "enter")
        await screen.see("Записать некуда")
    assert not list(folder.iterdir())


def test_half_a_file_is_none(seeded: Settings, folder: Path) -> None:
    exported = Exported("Страны", ("csv",), lambda _library, _form: b"x" * 5000)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with open_library(seeded.library, settings=seeded) as library:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
        try:
            with pytest.raises(OSError, match="large"):
                write(library, exported, "csv")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not list(folder.iterdir())


async def test_elsewhere_it_is_said_what_can_be_written(start: Start, november: Settings) -> None:
    async with start("small", settings=november) as screen:
        await screen.see("1 из 5")
        await screen.press("x")
        await screen.see("Записывается сводка")


async def test_a_file_of_one_section_is_named_after_it(start: Start, november: Settings) -> None:
    async with start("small", settings=november) as screen:
        await open_tajikistan(screen)
        screen.app.desk.show_section(SectionKind.CONTACTS)
        await screen.until(lambda: (brief := screen.app.desk.country_pane.brief) is not None and brief.is_section)
        await screen.press("x")
        await screen.see("Таджикистан Контакты 2025-11-21.txt")


async def test_a_brief_that_is_being_made_is_not_taken_for_the_countries(start: Start, november: Settings) -> None:
    async with start("small", settings=november) as screen:
        await open_tajikistan(screen)
        desk = screen.app.desk
        desk.show_section(SectionKind.CONTACTS)
        desk.perform("export")  # before an answer can come
        assert desk.foot_line.message == "Собираю сводку…"
        assert screen.app.screen is desk
