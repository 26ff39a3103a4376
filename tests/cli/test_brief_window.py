"""``kgtui country``: whose brief, of which time and which sections, and what is new since the last look."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Kgtui, Ran

pytestmark = pytest.mark.xdist_group("cli-country")


@pytest.mark.parametrize(
    ("name", "kind", "articles"),
    [("ШОС", "bloc", 2), ("Касымалиеву", "person", 4), ("кабинета министров КР", "organisation", 2)],
)
def test_a_brief_on_others_than_countries(kgtui: Kgtui, name: str, kind: str, articles: int) -> None:
    brief = kgtui("country", *name.split(), "--json").json
    assert brief[kind]["kind"] == kind
    assert brief["articles"] == articles


def test_a_name_of_several_lists_them(kgtui: Kgtui) -> None:
    shared = kgtui("country", "правительство")
    assert (shared.code, shared.out) == (1, "")
    assert "Правительство РФ" in shared.err
    assert "Правительство Таджикистана" in shared.err


def test_a_place_is_called_a_place(kgtui: Kgtui) -> None:
    place = kgtui("country", "Худжанде")
    assert (place.code, place.out) == (1, "")
    assert place.err.startswith("Худжанд — место")
    assert "kgtui search Худжанде" in place.err.replace("'", "")


def ids(ran: Ran) -> list[str]:
    return [line["id"][:3] for line in ran.json["headlines"]]


@pytest.mark.parametrize(
    ("window", "found"),
    [
        (["--from", "2025-10"], ["003"]),
        (["--to", "2025-10-31"], ["004"]),
        (["--from", "04.03.2025", "--to", "04.03.2025"], ["004"]),
        (["--from", "2025", "--to", "2025"], ["003", "004"]),
    ],
)
def test_of_a_time(kgtui: Kgtui, window: list[str], found: list[str]) -> None:
    assert ids(kgtui("country", "TJ", "--json", *window)) == found


def test_of_a_time_without_articles(kgtui: Kgtui) -> None:
    nothing = kgtui("country", "TJ", "--from", "2020", "--to", "2021")
    assert (nothing.code, nothing.out) == (1, "")
    assert "01.01.2020–31.12.2021" in nothing.err


@pytest.mark.parametrize("window", [["--from", "2026", "--to", "2025"], ["--from", "zzz"], ["--to", ""]])
def test_a_time_that_is_none(kgtui: Kgtui, window: list[str]) -> None:
    wrong = kgtui("country", "TJ", *window)
    assert (wrong.code, wrong.out) == (2, "")


@pytest.mark.parametrize("names", ["places,headlines", "места,статьи", "Статьи, places", "мест,head"])
def test_sections_by_code_title_or_beginning(kgtui: Kgtui, names: str) -> None:
    shown = kgtui("country", "TJ", "--sections", names).out
    assert [title for title in ("СОБЕСЕДНИКИ", "МЕСТА", "СТАТЬИ", "ЦИФРЫ") if title in shown] == ["МЕСТА", "СТАТЬИ"]


def test_which_sections_there_are_is_asked_with_a_question_mark(kgtui: Kgtui) -> None:
    assert kgtui("country", "TJ", "--sections", "?").err.startswith("Разделы, через запятую:\n  summary — Коротко\n")


@pytest.mark.parametrize("names", ["", ",", "нет такого", "места,нет", "p"])
def test_sections_that_are_none_or_several(kgtui: Kgtui, names: str) -> None:
    wrong = kgtui("country", "TJ", "--sections", names)
    assert (wrong.code, wrong.out) == (2, "")
    assert "places — Места" in wrong.err


@pytest.fixture
def mine(tmp_path: Path, here: Kgtui) -> Kgtui:
    """A library of two articles, one of them on Kazakhstan."""
    add(here, tmp_path, {"a": "Казахстан строит мост.", "b": "Узбекистан строит дорогу."})
    return here


def add(kgtui: Kgtui, folder: Path, texts: dict[str, str]) -> None:
    for id_, text in texts.items():
        (folder / f"{id_}.txt").write_text(text, encoding="utf-8")
    assert kgtui("add", *(str(folder / f"{id_}.txt") for id_ in texts)).code == 0


def marked(kgtui: Kgtui, *more: str) -> dict[str, bool]:
    return {
        line["id"]: line["new"] for line in kgtui("country", "Казахстан", "--json", "--peek", *more).json["headlines"]
    }


def test_what_came_since_the_last_look_is_marked(mine: Kgtui, tmp_path: Path) -> None:
    assert marked(mine) == {"a": False}
    mine("country", "Казахстан")
    add(mine, tmp_path, {"c": "Казахстан открыл мост.", "d": "Узбекистан открыл дорогу."})
    assert marked(mine) == {"a": False, "c": True}
    assert marked(mine, "--since-last") == {"c": True}
    mine("country", "Казахстан")
    assert marked(mine) == {"a": False, "c": False}


def test_nothing_since_the_last_look(mine: Kgtui) -> None:
    assert mine("country", "Казахстан", "--since-last").code == 0
    nothing = mine("country", "Казахстан", "--since-last")
    assert (nothing.code, nothing.out) == (1, "")
    assert "21.11.2025" in nothing.err


@pytest.mark.parametrize("part", [["--peek"], ["--sections", "headlines"], ["--from", "2025"], ["--to", "2026"]])
def test_a_look_at_a_part_leaves_it_new(mine: Kgtui, part: list[str]) -> None:
    mine("country", "Казахстан", *part)
    assert mine("country", "Казахстан", "--since-last").code == 0


def test_a_damaged_file_of_looks_costs_only_the_marks(mine: Kgtui, tmp_path: Path) -> None:
    file = tmp_path / "state" / "kgtui" / "looks.json"
    file.parent.mkdir(parents=True)
    file.write_text("{", encoding="utf-8")
    shown = mine("country", "Казахстан")
    assert shown.code == 0
    assert "КАЗАХСТАН" in shown.out
    assert shown.err.count(str(file)) == 1
    assert file.read_text(encoding="utf-8") == "{"


def test_looks_that_cannot_be_kept_cost_only_the_marks(mine: Kgtui, tmp_path: Path) -> None:
    in_the_way = tmp_path / "state" / "kgtui" / "looks.json.new"
    in_the_way.mkdir(parents=True)
    shown = mine("country", "Казахстан")
    assert shown.code == 0
    assert str(in_the_way) in shown.err


def test_the_file_of_looks_is_plain(mine: Kgtui, tmp_path: Path) -> None:
    mine("country", "Казахстан")
    kept = json.loads((tmp_path / "state" / "kgtui" / "looks.json").read_text(encoding="utf-8"))
    assert list(kept.values()) == [{"country KZ": {"change": 2, "on": "2025-11-21"}}]


@pytest.mark.parametrize("command", [["country", "TJ"], ["countries"], ["compare", "TJ", "UZ"], ["news"], ["timeline"]])
def test_a_home_that_is_no_country_is_said(mine: Kgtui, tmp_path: Path, command: list[str]) -> None:
    config = tmp_path / "config" / "kgtui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('home_country = "XX"\n', encoding="utf-8")
    wrong = mine(*command)
    assert (wrong.code, wrong.out) == (2, "")
    assert str(config) in wrong.err
