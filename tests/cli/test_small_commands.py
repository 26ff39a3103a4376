"""show, countries, entities, stats, rebuild, doctor."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from .conftest import Kgtui

pytestmark = pytest.mark.xdist_group("cli-small")


def test_show_is_the_article_as_it_stands(kgtui: Kgtui) -> None:
    shown = kgtui("show", "004")
    record = kgtui("show", "004", "--json").json
    start, end = record["body"]
    assert record["text"][start:end].strip() in shown.out
    assert shown.out.splitlines()[0].startswith("В столице Таджикистана")
    assert "\x1b" not in shown.out


def test_show_json_has_headline_text_and_facts(kgtui: Kgtui) -> None:
    record = kgtui("show", "004", "--json").json
    assert record["id"].startswith("004_")
    assert (record["published"], record["published_from"]) == ("2025-03-04", "signature")
    assert {"TJ", "KG"} <= {country["code"] for country in record["countries"]}
    assert {"persons", "organisations", "places", "projects", "origin", "added", "url", "title"} <= set(record)


def test_show_by_whole_id(kgtui: Kgtui) -> None:
    id_ = kgtui("show", "004", "--json").json["id"]
    assert kgtui("show", id_, "--json").json["id"] == id_


def test_show_an_ambiguous_beginning(kgtui: Kgtui) -> None:
    shown = kgtui("show", "00")
    assert (shown.code, shown.out) == (1, "")
    assert "001_" in shown.err
    assert "004_" in shown.err


def test_show_an_unknown_id(kgtui: Kgtui) -> None:
    shown = kgtui("show", "zzz")
    assert (shown.code, shown.out) == (1, "")
    assert "zzz" in shown.err


def test_countries(kgtui: Kgtui) -> None:
    listed = kgtui("countries", "--json").json
    assert listed[0]["code"] == "KG"
    assert listed[0]["articles"] == 5
    assert all({"code", "name", "articles"} <= set(country) for country in listed)
    counts = [country["articles"] for country in listed]
    assert counts == sorted(counts, reverse=True)
    assert len(kgtui("countries", "--json", "--limit", "2").json) == 2


def test_countries_table_agrees_with_json(kgtui: Kgtui) -> None:
    table = kgtui("countries").out.splitlines()
    assert re.split(" {2,}", table[0]) == ["код", "страна", "статей", "за 12 месяцев"]
    assert all(len(line) <= 80 for line in table)
    countries = kgtui("countries", "--json").json
    assert [line.split()[0] for line in table[1:] if line[0].isalpha()] == [each["code"] for each in countries]
    under = {table[place - 1].split()[0]: line.strip() for place, line in enumerate(table) if line.startswith(" ")}
    assert set(under) == {each["code"] for each in countries if each["last_contact"]}
    assert under["UZ"] == "публ. 16.11.2025 саммит"


def test_countries_by_their_last_contact(kgtui: Kgtui) -> None:
    listed = kgtui("countries", "--sort", "contact", "--json").json
    days = [country["last_contact"]["date"] for country in listed if country["last_contact"]]
    assert days == sorted(days, reverse=True)
    assert len(days) > 1
    assert all(country["last_contact"] is None for country in listed[len(days) :])
    assert kgtui("countries", "--sort", "size").code == 2


def test_entities(kgtui: Kgtui) -> None:
    people = kgtui("entities", "--kind", "person", "--country", "Таджикистан", "--json").json
    assert {person["name"] for person in people} == {"Эмомали Рахмон", "Кохир Расулзода"}
    assert {"kind", "key", "name", "role", "country", "articles", "mentions"} == set(people[0])
    assert {each["kind"] for each in kgtui("entities", "--json").json} >= {"country", "bloc", "person", "place"}


def test_entities_table(kgtui: Kgtui) -> None:
    table = kgtui("entities", "--kind", "person", "--limit", "3").out.splitlines()
    assert len(table) == 4
    assert all(line.startswith("лицо") for line in table[1:])


def test_entities_of_a_country_that_has_none(kgtui: Kgtui) -> None:
    listed = kgtui("entities", "--kind", "person", "--country", "Чад")
    assert (listed.code, listed.out) == (1, "")
    assert kgtui("entities", "--country", "qqqq").code == 1


def test_stats(kgtui: Kgtui) -> None:
    stats = kgtui("stats", "--json").json
    assert (stats["articles"], stats["first"], stats["last"]) == (5, "2025-03-04", "2025-11-20")
    assert stats["index_behind"] == 0
    shown = kgtui("stats").out
    assert "04.03–20.11.2025" in shown
    assert stats["path"] in shown


def test_rebuild(kgtui: Kgtui) -> None:
    done = kgtui("rebuild")
    assert (done.code, done.out) == (0, "Индекс построен заново: 5 статей.\n")
    assert kgtui("rebuild", "--json").json == {"articles": 5}
    assert kgtui("search", "касымалиеву", "--json").json["total"] == 4


def test_doctor(kgtui: Kgtui) -> None:
    checked = kgtui("doctor", "--json")
    assert checked.code == 0
    checks = {check["name"]: check for check in checked.json}
    assert checks["articles"]["value"] == "5"
    assert checks["terminal"]["health"] == "doubtful"
    assert checks["terminal"]["advice"]
    shown = kgtui("doctor").out
    assert "стран: " in shown
    assert "pymorphy3" in shown


@pytest.mark.parametrize(("more", "colours"), [({"NO_COLOR": "1"}, "выключены"), ({"COLORTERM": "truecolor"}, "все")])
def test_doctor_tells_what_the_terminal_can_do(kgtui: Kgtui, more: dict[str, str], colours: str) -> None:
    assert colours in kgtui("doctor", **more).out


def test_remove_takes_out_what_is_named_and_asks_nothing(here: Kgtui) -> None:
    held = {each["id"]: each["title"] for each in here("search", "кыргызстан", "--json").json["hits"]}
    some, other, *_ = sorted(held)
    removed = here("remove", some, other[:4])
    assert removed.code == 0
    assert removed.out.splitlines() == [f"Убрано: {id_} — {held[id_]}" for id_ in (some, other)]
    assert here("stats", "--json").json["articles"] == 3
    assert not {some, other} & {each["id"] for each in here("search", "кыргызстан", "--json").json["hits"]}
    assert here("show", some).code == 1
    assert here("stats", "--json").json["index_behind"] == 0


def test_remove_takes_out_all_or_none(here: Kgtui) -> None:
    refused = here("remove", "004", "нет такой")
    assert (refused.code, refused.out) == (1, "")
    assert "нет такой" in refused.err
    assert here("remove", "00").code == 1
    assert here("stats", "--json").json["articles"] == 5


def test_remove_in_json_and_of_an_id_that_looks_like_an_option(here: Kgtui, tmp_path: Path) -> None:
    (tmp_path / "-встреча.txt").write_text("Переправа открыта.", encoding="utf-8")
    here("add", str(tmp_path / "-встреча.txt"))
    record = {"id": "-встреча", "title": "Переправа открыта"}
    assert here("remove", "--json", "--", "-встреча", "-встреча").json == {"removed": [record]}
    assert here("stats", "--json").json["articles"] == 0


def test_rebuild_of_what_the_index_lacks(here: Kgtui, tmp_path: Path) -> None:
    index = Path(here("stats", "--json").json["path"]) / "index"
    shutil.copytree(index, tmp_path / "older")
    (tmp_path / "переправа.txt").write_text("Переправа открыта.", encoding="utf-8")
    here("add", str(tmp_path / "переправа.txt"))
    shutil.rmtree(index)
    shutil.copytree(tmp_path / "older", index)
    assert here("stats", "--json").json["index_behind"] > 0
    assert "Индекс догнал библиотеку: 1 статья" in here("rebuild", "--missing").out
    assert here("stats", "--json").json["index_behind"] == 0
    assert here("rebuild", "--missing", "--json").json == {"articles": 0}
    assert here("search", "переправа", "--json").json["total"] == 1
    assert here("rebuild", "--missing", "--facts").code == 2
