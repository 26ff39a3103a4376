"""Whom a name means: countries before blocs, before persons, before bodies; in any form, by a part of the name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kgtui.dossier import NameShared, NameUnknown, subject_named
from kgtui.intake import take_in_documents
from kgtui.library import Library, open_library
from kgtui.model import Document, EntityKind, Span
from kgtui.settings import Settings

TEXT = (
    "Президент Казахстана Ильхам Алимов встретился с президентом Кыргызстана Азаматом Турдиевым. "
    "Посол Германии Касым-Жомарт Алимов поздравил министра энергетики Казахстана Марата Оспанова. "
    "Министерство энергетики Казахстана и Министерство энергетики Кыргызстана сообщили о планах. "
    "Компания «Дастан» показала станки в Алматы, сообщает ШОС."
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    settings = Settings(library=tmp_path_factory.mktemp("subject") / "library", language="ru")
    with open_library(settings.library, settings=settings) as opened:
        take_in_documents([Document("a", "/a.txt", TEXT, Span(0, len(TEXT)), "О встрече")], opened)
        yield opened


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("казахстане", EntityKind.COUNTRY, "Казахстан"),
        ("Республики Казахстан", EntityKind.COUNTRY, "Казахстан"),
        ("kz", EntityKind.COUNTRY, "Казахстан"),
        ("шос", EntityKind.BLOC, "ШОС"),
        ("Шанхайской организацией сотрудничества", EntityKind.BLOC, "ШОС"),
        ("Турдиеву", EntityKind.PERSON, "Азамат Турдиев"),
        ("азаматом турдиевым", EntityKind.PERSON, "Азамат Турдиев"),
        ("А. Турдиева", EntityKind.PERSON, "Азамат Турдиев"),
        ("Ильхамом Алимовым", EntityKind.PERSON, "Ильхам Алимов"),
        ("Касым-Жомарта", EntityKind.PERSON, "Касым-Жомарт Алимов"),
        ("«Дастаном»", EntityKind.ORGANISATION, "Дастан"),
        ("министерства энергетики казахстана", EntityKind.ORGANISATION, "Министерство энергетики Казахстана"),
    ],
)
def test_any_name_in_any_form(library: Library, name: str, kind: EntityKind, found: str) -> None:
    subject = subject_named(library, name)
    assert (subject.kind, subject.name.strip("«»")) == (kind, found)
    assert library.mentions(subject.kind, subject.key)


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("Алимов", {"Ильхам Алимов", "Касым-Жомарт Алимов"}),
        ("министерство энергетики", {"Министерство энергетики Казахстана", "Министерство энергетики Кыргызстана"}),
    ],
)
def test_a_name_of_several(library: Library, name: str, choices: set[str]) -> None:
    with pytest.raises(NameShared) as caught:
        subject_named(library, name)
    assert {choice.name for choice in caught.value.choices} == choices


@pytest.mark.parametrize(
    ("name", "near"), [("Казхстан", "Казахстан"), ("Турдеев", "Азамат Турдиев"), ("Дастон", "Дастан")]
)
def test_a_misspelt_name_has_near_ones(library: Library, name: str, near: str) -> None:
    with pytest.raises(NameUnknown) as caught:
        subject_named(library, name)
    assert near in [each.strip("«»") for each in caught.value.near]


def test_a_place_has_no_brief(library: Library) -> None:
    with pytest.raises(NameUnknown) as caught:
        subject_named(library, "алматы")
    assert caught.value.thing
    assert caught.value.thing.kind is EntityKind.PLACE


@pytest.mark.parametrize("name", ["", "  ", "—", "qqqq", "Азамат Азамат", "\x1b[31m"])
def test_nobody(library: Library, name: str) -> None:
    with pytest.raises(NameUnknown):
        subject_named(library, name)
