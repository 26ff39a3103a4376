"""Every row of the tables does what its example says."""

from __future__ import annotations

import pytest

from kgtui.extraction.names.role_heads import head_kind
from kgtui.extraction.tables import table
from kgtui.extraction.traits import is_speech_verb
from kgtui.gazetteer import load_gazetteer
from kgtui.model import EntityKind

from .reading_of import entities, names, surfaces


def rows(name: str, column: str) -> list[object]:
    return [pytest.param(row, id=row[column]) for row in table(name)]


@pytest.mark.parametrize("row", rows("role_heads", "head"))
def test_a_word_for_who_somebody_is_introduces_a_person(row: dict[str, str]) -> None:
    people = entities(f"Об этом сообщили: {row['example']}.", EntityKind.PERSON)
    if row["kind"] in ("office", "crown", "rank", "prefix"):
        assert people
        assert people[0].role
        assert row["head"].split(".")[0] in people[0].role.replace("ё", "е") or row["kind"] == "rank"
    elif row["kind"] in ("relation", "address"):
        assert people
    else:
        assert head_kind(row["head"]) == "none"


@pytest.mark.parametrize("row", rows("national_offices", "words"))
def test_an_office_of_one_country_gives_it_unless_another_is_named(row: dict[str, str]) -> None:
    countries = load_gazetteer().countries
    (alone,) = entities(f"Выступил {row['example']}.", EntityKind.PERSON)
    assert alone.country == row["country"]
    for code in row["unless"].split():
        text = f"Страна — {countries[code].name}. Выступил {row['example']}."
        assert entities(text, EntityKind.PERSON)[0].country is None


@pytest.mark.parametrize("row", rows("body_heads", "head"))
def test_a_head_noun_makes_the_name_of_a_body(row: dict[str, str]) -> None:
    example = row["example"]
    found = surfaces(f"По этому вопросу {example} готовит документы.", EntityKind.ORGANISATION, EntityKind.BLOC)
    assert example in found


@pytest.mark.parametrize("row", rows("body_prefixes", "prefix"))
def test_a_shortened_adjective_begins_the_name_of_a_body(row: dict[str, str]) -> None:
    assert row["example"] in names(f"Вчера в {row['example']} пришли гости.", EntityKind.ORGANISATION)


@pytest.mark.parametrize("row", rows("body_stems", "stem"))
def test_a_shortened_noun_ends_the_name_of_a_body(row: dict[str, str]) -> None:
    endings = row["endings"].replace("0", "").split(" ")
    stem = row["example"].removesuffix(endings[0])
    for ending in endings:
        assert names(f"Об этом {stem}{ending} говорят.", EntityKind.ORGANISATION) == [row["example"]]


@pytest.mark.parametrize("row", rows("governed", "noun"))
def test_a_noun_takes_its_preposition_within_a_name(row: dict[str, str]) -> None:
    if row["preposition"] == "-":
        (person,) = entities(f"Сообщил {row['example']} Иван Петров.", EntityKind.PERSON)
        assert person.role == row["example"]
        return
    assert names(f"Сегодня {row['example']} закрыли.", EntityKind.ORGANISATION) == [row["example"]]


@pytest.mark.parametrize("row", rows("body_names", "name"))
def test_a_body_is_known_by_its_own_name(row: dict[str, str]) -> None:
    found = names(f"Накануне выступили {row['example']}.", EntityKind.ORGANISATION, EntityKind.BLOC)
    assert any(row["name"] in name for name in found)


@pytest.mark.parametrize("row", rows("not_bodies", "abbreviation"))
def test_capitals_that_are_no_bodies_are_left_out(row: dict[str, str]) -> None:
    assert row["abbreviation"] not in names(f"Речь шла о {row['abbreviation']} и торговле.", EntityKind.ORGANISATION)


@pytest.mark.parametrize("row", rows("quoted_heads", "head"))
def test_the_word_before_quotation_marks_says_what_they_hold(row: dict[str, str]) -> None:
    text = f"Стороны обсудили {row['example']} и договорились."
    kinds = {
        "organisation": (EntityKind.ORGANISATION, EntityKind.BLOC),
        "project": (EntityKind.PROJECT,),
        "place": (EntityKind.PLACE,),
    }
    quoted = row["example"][row["example"].index("«") + 1 : -1]
    if row["kind"] in ("organisation", "project"):
        assert any(quoted in surface for surface in surfaces(text, *kinds[row["kind"]]))
    else:
        assert not any(quoted in surface for surface in surfaces(text, EntityKind.ORGANISATION, EntityKind.PROJECT))


@pytest.mark.parametrize("row", rows("project_heads", "head"))
def test_a_head_noun_makes_the_name_of_a_project(row: dict[str, str]) -> None:
    assert row["example"] in names(f"Стороны обсудили {row['example']}.", EntityKind.PROJECT)


@pytest.mark.parametrize("row", rows("project_names", "name"))
def test_a_project_is_known_by_its_own_name(row: dict[str, str]) -> None:
    assert row["name"] in names(f"Стороны обсудили {row['example']}.", EntityKind.PROJECT)


@pytest.mark.parametrize("row", rows("place_heads", "head"))
def test_a_noun_shows_a_place(row: dict[str, str]) -> None:
    example = row["example"]
    name = example if row["shown"] == "yes" else example.split(" ", 1)[1]
    found = names(f"В повестке дня {example}.", EntityKind.PLACE)
    assert any(name.split("-")[0] in place or place in name for place in found)


@pytest.mark.parametrize("row", rows("speech_verbs", "lemma"))
def test_a_verb_of_saying_is_known_in_its_form(row: dict[str, str]) -> None:
    assert is_speech_verb(row["example"].split()[0])
