"""Bodies are listed once, however they are called."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kgtui.dossier import SectionKind, Subject
from kgtui.dossier.values import HeadlineRow, ThingRow
from kgtui.library import Library
from kgtui.model import EntityKind

from .small_library import brief_of, library_of, rows

BODIES = SectionKind.BODIES


def test_the_commission_of_a_pair_is_one_body(tmp_path: Path) -> None:
    articles = [
        (
            date(2025, 1, 9),
            "Кыргызско-узбекская межправительственная комиссия по торговле обсудила дороги Узбекистана.",
        ),
        (date(2025, 2, 9), "Межправительственная комиссия Узбекистана и Кыргызстана собралась в Оше."),
        (date(2025, 3, 9), "Межправительственная комиссия Казахстана и Кыргызстана собралась в Таласе."),
    ]
    with library_of(tmp_path, articles) as library:
        (row,) = rows(brief_of(library, "UZ"), BODIES, ThingRow)
        assert len(rows(brief_of(library, "KZ"), BODIES, ThingRow)) == 1
    assert row.articles == 2
    assert row.name.lower().startswith("межправительственная комиссия")


def test_a_short_name_and_the_full_one_are_one_body(tmp_path: Path) -> None:
    articles = [
        (date(2025, 1, 9), "Кабмин Республики Узбекистан одобрил бюджет."),
        (date(2025, 2, 9), "Кабинет министров Узбекистана обсудил бюджет."),
        (date(2025, 3, 9), "Министерство энергетики Узбекистана обсудило бюджет."),
    ]
    with library_of(tmp_path, articles) as library:
        found = rows(brief_of(library, "UZ"), BODIES, ThingRow)
    assert sorted(row.articles for row in found) == [1, 2]


def test_a_body_does_not_stand_in_its_own_brief(tmp_path: Path) -> None:
    text = "Министерство энергетики Кыргызстана и Министерство обороны Кыргызстана обсудили бюджет."
    with library_of(tmp_path, [(date(2025, 1, 9), text)]) as library:
        subject = Subject(
            EntityKind.ORGANISATION, "министерство энергетики кыргызстана", "Министерство энергетики Кыргызстана"
        )
        assert [row.name for row in rows(brief_of(library, subject), BODIES, ThingRow)] == [
            "Министерство обороны Кыргызстана"
        ]


def test_reprints_are_folded_into_the_earliest_headline(brief_library: Library) -> None:
    found = rows(brief_of(brief_library, "UZ", limit=0), SectionKind.HEADLINES, HeadlineRow)
    assert {row.headline.id: row.reprints for row in found if row.reprints} == {"commission_held_2025": 1}
    assert len(found) == 12


def test_a_meeting_is_a_contact_and_no_project(tmp_path: Path) -> None:
    text = (
        "Узбекистан принял Консультативную встречу глав государств Центральной Азии. "
        "Узбекистан поддержал проект «Шёлковый мост»."
    )
    with library_of(tmp_path, [(date(2025, 1, 9), text)]) as library:
        found = [row.name for row in rows(brief_of(library, "UZ"), SectionKind.PROJECTS, ThingRow)]
    assert found == ["Шёлковый мост"]
