"""Bodies, places and projects of an article."""

from __future__ import annotations

import pytest

from kgtui.model import EntityKind

from .reading_of import cases, entities, names, surfaces

BODY, PLACE, PROJECT, BLOC = EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.PROJECT, EntityKind.BLOC


@pytest.mark.parametrize(("text", "wanted"), cases("bodies"))
def test_bodies(text: str, wanted: str) -> None:
    assert "; ".join(names(text, BODY)) == wanted


def test_a_short_form_joins_the_full_one() -> None:
    text = "Прошло заседание Совета министров обороны СНГ. Решения Совета министров обороны важны."
    (body,) = entities(text, BODY)
    assert [span.of(text) for span in body.spans] == [
        "Совета министров обороны СНГ",
        "Совета министров обороны",
    ]


def test_bodies_of_two_countries_are_two() -> None:
    assert names("Встретились МИД Казахстана и МИД Турции.", BODY) == ["МИД Казахстана", "МИД Турции"]


def test_a_body_of_a_country_carries_its_code() -> None:
    (body,) = entities("Решение принял МИД Казахстана.", BODY)
    assert (body.country, body.key) == ("KZ", "мид казахстана")


def test_blocs_come_with_their_code() -> None:
    (bloc,) = entities("Саммит ШОС прошёл.", BLOC)
    assert (bloc.key, bloc.found_by) == ("SCO", "list")


@pytest.mark.parametrize(("text", "wanted"), cases("places"))
def test_places(text: str, wanted: str) -> None:
    assert "; ".join(sorted(names(text, PLACE))) == wanted


@pytest.mark.parametrize(("text", "wanted"), cases("projects"))
def test_projects(text: str, wanted: str) -> None:
    assert "; ".join(names(text, PROJECT)) == wanted


def test_a_list_of_quoted_names_is_of_one_kind() -> None:
    text = "Речь шла о пунктах пропуска «Торугарт», «Иркештам» и «Бедель»."
    assert surfaces(text, BODY, PROJECT) == set()


def test_nested_marks_hold_one_name() -> None:
    assert names("Проект «Форум «Бишкек» и мир» одобрен.", PROJECT) == ["Форум «Бишкек» и мир"]
