"""``kgtui country``: who, what and where, each with its sentence, in three forms."""

from __future__ import annotations

import re

import pytest

from .conftest import Kgtui

pytestmark = pytest.mark.xdist_group("cli-country")


def test_people_with_their_offices(kgtui: Kgtui) -> None:
    people = {person["name"]: person for person in kgtui("country", "Таджикистан", "--json").json["persons"]}
    assert list(people) == ["Эмомали Рахмон", "Кохир Расулзода"]
    assert "президент" in people["Эмомали Рахмон"]["role"].lower()
    assert "премьер-министр" in people["Кохир Расулзода"]["role"].lower()
    assert {person["country"] for person in people.values()} == {"TJ"}


def test_own_side_stands_apart(kgtui: Kgtui) -> None:
    brief = kgtui("country", "Таджикистан", "--json").json
    assert "Адылбек Касымалиев" in {person["name"] for person in brief["home_persons"]}
    assert {person["country"] for person in brief["home_persons"]} == {"KG"}


def test_places_and_projects(kgtui: Kgtui) -> None:
    brief = kgtui("country", "Таджикистан", "--json").json
    assert "Худжанд" in {place["name"] for place in brief["places"]}
    assert "CASA-1000" in {project["name"].strip("«»") for project in brief["projects"]}


def test_articles_and_sources(kgtui: Kgtui) -> None:
    brief = kgtui("country", "Таджикистан", "--json").json
    assert (brief["articles"], brief["total"]) == (2, 5)
    assert (brief["first"], brief["last"]) == ("2025-03-04", "2025-11-16")
    assert [line["id"][:3] for line in brief["headlines"]] == ["003", "004"]
    assert {source["id"][:3] for source in brief["sources"]} == {"000", "003", "004"}  # 000: of a union, unnamed


def test_every_line_has_the_sentence_that_says_so(kgtui: Kgtui) -> None:
    brief = kgtui("country", "Таджикистан", "--json").json
    texts = {id_: kgtui("show", id_, "--json").json["text"] for id_ in {line["id"] for line in brief["headlines"]}}
    lines = [
        line for kind in ("persons", "home_persons", "organisations", "places", "projects") for line in brief[kind]
    ]
    assert lines
    for line in lines:
        for note in line["notes"]:
            assert texts[note["id"]][note["start"] : note["end"]] == note["text"]
            assert brief["sources"][note["source"] - 1]["id"] == note["id"]
        surname = line["name"].split()[-1].strip("«»")[:4].lower()
        said = " ".join(note["text"].lower() for note in line["notes"])
        assert surname in said or line["name"].isupper(), line["name"]


@pytest.mark.parametrize("name", ["таджикистане", "РТ", "tj", "Республика Таджикистан", "Республики Таджикистан"])
def test_any_name_in_any_form(kgtui: Kgtui, name: str) -> None:
    assert kgtui("country", name, "--json").json["country"]["code"] == "TJ"


def test_a_name_of_two_words_needs_no_quotes(kgtui: Kgtui) -> None:
    assert kgtui("country", "Республика", "Узбекистан", "--json").json["country"]["code"] == "UZ"


def test_text_fits_80_columns_and_every_note_is_quoted(kgtui: Kgtui) -> None:
    shown = kgtui("country", "Таджикистан")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.splitlines()[0].startswith("КЫРГЫЗСТАН — ТАДЖИКИСТАН")
    assert shown.out.splitlines()[0].endswith("по состоянию на 21.11.2025")
    assert all(len(line) <= 80 for line in shown.out.splitlines())
    body, sources = re.split(r"^ИСТОЧНИКИ", shown.out, flags=re.MULTILINE)
    referred = set(re.findall(r"\[\d+\.\d+\]", body))
    quoted = set(re.findall(r"^ (\[\d+\.\d+\])", sources, re.MULTILINE))
    assert referred == quoted
    for name in ("Кохир Расулзода", "Эмомали Рахмон", "Худжанд", "CASA-1000"):
        assert name in body


def test_markdown_has_footnotes(kgtui: Kgtui) -> None:
    written = kgtui("country", "Таджикистан", "--format", "md").out
    assert written.startswith("# Кыргызстан — Таджикистан\n")
    assert set(re.findall(r"\[\^[\d-]+\](?!:)", written)) == set(re.findall(r"^(\[\^[\d-]+\]):", written, re.MULTILINE))


def test_as_of_before_and_after_the_command(kgtui: Kgtui) -> None:
    for arguments in (["--as-of", "2025-12-01", "country", "TJ"], ["country", "TJ", "--as-of", "2025-12-01"]):
        assert "по состоянию на 01.12.2025" in kgtui(*arguments).out


def test_english(kgtui: Kgtui) -> None:
    shown = kgtui("country", "Таджикистан", "--lang", "en").out
    assert "as of 2025-11-21" in shown
    assert "SOURCES" in shown


def test_home_country(kgtui: Kgtui) -> None:
    brief = kgtui("country", "Кыргызстан", "--json").json
    assert brief["articles"] == 5
    assert brief["home_persons"] == []
    assert "Адылбек Касымалиев" in {person["name"] for person in brief["persons"]}


def test_limit(kgtui: Kgtui) -> None:
    brief = kgtui("country", "Кыргызстан", "--json", "--limit", "1").json
    assert len(brief["headlines"]) == 1
    assert brief["more"]["headlines"] == 4
    assert kgtui("country", "Кыргызстан", "--json", "--limit", "0").json["more"]["headlines"] == 0


def test_a_misspelt_country_is_suggested(kgtui: Kgtui) -> None:
    wrong = kgtui("country", "Таджикстан")
    assert (wrong.code, wrong.out) == (1, "")
    assert "Похожие: Таджикистан" in wrong.err


def test_an_unknown_name(kgtui: Kgtui) -> None:
    wrong = kgtui("country", "qqqq")
    assert wrong.code == 1
    assert "kgtui entities" in wrong.err


def test_a_country_that_no_article_names(kgtui: Kgtui) -> None:
    assert kgtui("country", "Чад").code == 1
    assert "kgtui add" in kgtui("country", "Чад").err
    assert kgtui("country", "Чад", "--json").json["articles"] == 0
