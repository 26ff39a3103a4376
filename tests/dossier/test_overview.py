"""All countries at a glance: months, the last contact, the next one, trade, each from the article that tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kgtui.dossier import Frame, SectionKind, country_subject, dossier_of
from kgtui.dossier.overview import overview
from kgtui.dossier.values import CountryOrder, CountryOverview, PartnerRow
from kgtui.dossier.values.overview import in_order
from kgtui.export.overview import overview_cells, overview_record
from kgtui.language import analyse
from kgtui.library import Library, open_library
from kgtui.model import (
    FACTS_VERSION,
    Actor,
    Amount,
    Document,
    Entity,
    EntityKind,
    Facts,
    Figure,
    FigureKind,
    Meeting,
    MeetingStage,
    Period,
    Span,
)
from kgtui.settings import Settings

TEXT = "Кыргызстан, Казахстан, Узбекистан, Таджикистан и Грузия: встречи и торговля."
CODES = {"Кыргызстан": "KG", "Казахстан": "KZ", "Узбекистан": "UZ", "Таджикистан": "TJ", "Грузия": "GE"}
AS_OF = date(2025, 11, 21)
WHOLE = Span(0, len(TEXT))


def met(*codes: str, on: str | None = None, stage: MeetingStage = MeetingStage.HELD, kind: str = "встреча") -> Meeting:
    when = Period(on, on, WHOLE) if on else None
    return Meeting(WHOLE, form="meeting", kind=kind, stage=stage, countries=codes, date=when)


def traded(*codes: str, value: float, period: str, kind: FigureKind = FigureKind.LEVEL) -> Figure:
    amount = Amount("USD", value)
    return Figure(WHOLE, amount, kind=kind, measure="trade", countries=codes, period=Period(period, period, WHOLE))


PRESIDENT = Actor(EntityKind.PERSON, "шавкат мирзиёев", "Шавкат Мирзиёев")
PLANNED, CANCELLED = MeetingStage.PLANNED, MeetingStage.CANCELLED
ARTICLES: dict[str, tuple[date | None, tuple[str, ...], tuple[Meeting, ...], tuple[Figure, ...]]] = {
    "first": (
        date(2025, 9, 1),
        ("Кыргызстан", "Казахстан", "Узбекистан", "Грузия"),
        (met("KG", "KZ", on="2025-08-30", kind="визит"), met("KG", "KZ", on="2024-08-30"), met("KZ", "UZ")),
        (
            traded("KG", "KZ", value=1.7e9, period="2024"),
            traded("KG", "KZ", value=9e9, period="2030", kind=FigureKind.TARGET),
        ),
    ),
    "second": (
        date(2025, 11, 2),
        ("Кыргызстан", "Казахстан", "Узбекистан"),
        (
            met("KG", "KZ", on="2025-11-30", stage=PLANNED, kind="саммит"),
            met("KG", "KZ", on="2026", stage=PLANNED),
            met("KG", "KZ", on="2025-11-25", stage=CANCELLED),
            met("KG", "UZ", stage=PLANNED, kind="визит"),
            met("KG", "UZ"),
        ),
        (traded("KG", "KZ", value=1.1e9, period="2025-08"), traded("KG", "KZ", "UZ", value=4e9, period="2025-10")),
    ),
    "third": (None, ("Казахстан", "Таджикистан"), (met("KG", "TJ", on="2025-11", stage=PLANNED),), ()),
    "fourth": (date(2025, 3, 1), ("Кыргызстан", "Таджикистан"), (met("KG", "TJ", stage=PLANNED, kind="форум"),), ()),
}


def entity(name: str) -> Entity:
    start = TEXT.index(name)
    return Entity(EntityKind.COUNTRY, CODES[name], name, (Span(start, start + len(name)),))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    settings = Settings(library=tmp_path_factory.mktemp("overview") / "library", language="ru")
    with open_library(settings.library, settings=settings) as opened:
        for id_, (published, names, meetings, figures) in ARTICLES.items():
            document = Document(id_, f"/{id_}.txt", TEXT, WHOLE, id_, published)
            facts = Facts(FACTS_VERSION, tuple(map(entity, names)), meetings=meetings, figures=figures)
            opened.add([(document, analyse(TEXT), facts)])
        yield opened


@pytest.fixture(scope="module")
def countries(library: Library) -> dict[str, CountryOverview]:
    return {country.code: country for country in overview(library, "KG", AS_OF)}


def test_articles_and_months(countries: dict[str, CountryOverview]) -> None:
    kazakhstan = countries["KZ"]
    assert (kazakhstan.articles, kazakhstan.first, kazakhstan.last) == (3, date(2025, 9, 1), date(2025, 11, 2))
    assert [month for month, _ in kazakhstan.months] == ["2024-12", *(f"2025-{month:02}" for month in range(1, 12))]
    assert {month: articles for month, articles in kazakhstan.months if articles} == {"2025-09": 1, "2025-11": 1}


def test_the_last_contact_is_the_latest_that_was_held_with_home(countries: dict[str, CountryOverview]) -> None:
    def last(code: str) -> tuple[str, str] | None:
        contact = countries[code].last_contact
        return (contact.fact.kind, contact.headline.id) if contact else None

    assert {code: last(code) for code in countries} == {
        "KG": None,
        "KZ": ("визит", "first"),
        "UZ": ("встреча", "second"),
        "TJ": None,
        "GE": None,
    }


def test_the_next_contact_is_the_soonest_planned(countries: dict[str, CountryOverview]) -> None:
    def ahead(code: str) -> str | None:
        contact = countries[code].next_contact
        return contact.fact.kind if contact else None

    assert ahead("KZ") == "саммит"
    assert ahead("UZ") == "визит", "announced lately, without a day"
    assert ahead("TJ") == "встреча", "the month is not over; the forum should have been heard of"
    assert ahead("GE") is None


def test_what_was_announced_and_held_is_not_ahead(tmp_path: Path) -> None:
    told = {"before": (date(2025, 11, 3), PLANNED), "after": (date(2025, 11, 12), MeetingStage.HELD)}
    with open_library(tmp_path / "library", settings=Settings(library=tmp_path / "library", language="ru")) as opened:
        for id_, (published, stage) in told.items():
            document = Document(id_, f"/{id_}.txt", TEXT, WHOLE, id_, published)
            meeting = replace(met("KG", "UZ", stage=stage), participants=(PRESIDENT,))
            facts = Facts(FACTS_VERSION, (entity("Кыргызстан"), entity("Узбекистан")), meetings=(meeting,))
            opened.add([(document, analyse(TEXT), facts)])
        (uzbekistan,) = [each for each in overview(opened, "KG", AS_OF) if each.code == "UZ"]
    assert uzbekistan.last_contact
    assert uzbekistan.next_contact is None


def test_trade_is_the_level_of_the_latest_period_between_the_two(countries: dict[str, CountryOverview]) -> None:
    trade = countries["KZ"].trade
    assert trade
    assert (trade.fact.amount.value, trade.headline.id) == (1.1e9, "second")
    assert countries["UZ"].trade is None


def test_what_is_over_on_another_day(library: Library) -> None:
    kazakhstan = next(country for country in overview(library, "KG", date(2025, 8, 1)) if country.code == "KZ")
    assert kazakhstan.last_contact
    assert kazakhstan.last_contact.fact.date == Period("2024-08-30", "2024-08-30", WHOLE)
    later = next(country for country in overview(library, "KG", date(2027, 1, 1)) if country.code == "KZ")
    assert later.next_contact is None


def test_another_home(library: Library) -> None:
    uzbekistan = next(country for country in overview(library, "KZ", AS_OF) if country.code == "UZ")
    assert uzbekistan.last_contact
    assert uzbekistan.last_contact.headline.id == "first"


@pytest.mark.parametrize(
    ("order", "codes"),
    [
        (CountryOrder.ARTICLES, ["KG", "KZ", "TJ", "UZ", "GE"]),
        (CountryOrder.NAME, ["GE", "KZ", "KG", "TJ", "UZ"]),
        (CountryOrder.NEWEST, ["KG", "KZ", "UZ", "GE", "TJ"]),
        (CountryOrder.CONTACT, ["UZ", "KZ", "KG", "TJ", "GE"]),
        (CountryOrder.AHEAD, ["TJ", "KZ", "UZ", "KG", "GE"]),
        (CountryOrder.TRADE, ["KZ", "KG", "TJ", "UZ", "GE"]),
    ],
)
def test_orders(countries: dict[str, CountryOverview], order: CountryOrder, codes: list[str]) -> None:
    assert [country.code for country in in_order(list(countries.values()), order)] == codes


def test_in_words_and_as_a_record(countries: dict[str, CountryOverview]) -> None:
    assert overview_cells(countries["KZ"]) == (
        "KZ",
        "Казахстан",
        3,
        "·········█·█",
        "30.08.2025 визит",
        "30.11.2025 саммит",
        "1,1 млрд долл. США, авг. 2025".replace(" ", "\u00a0", 3),
    )
    assert overview_cells(countries["UZ"])[4:6] == ("публ. 02.11.2025 встреча", "анонс 02.11.2025 визит")
    record = overview_record(countries["KZ"])
    assert record["next_contact"] == {
        "date": "2025-11-30",
        "date_inferred": False,
        "kind": "саммит",
        "form": "meeting",
        "place": None,
        "id": "second",
        "published": "2025-11-02",
    }
    assert record["trade"] == {
        "value": 1.1e9,
        "unit": "USD",
        "period": "2025-08",
        "id": "second",
        "published": "2025-11-02",
    }


def test_the_brief_on_home_is_how_it_stands_to_the_others(library: Library) -> None:
    home = dossier_of(library, country_subject("KG"), Frame(AS_OF))
    rows = home.section(SectionKind.PARTNERS).rows
    assert [row.name for row in rows if isinstance(row, PartnerRow)] == ["Узбекистан", "Казахстан", "Таджикистан"]
    assert all(note.quotation for row in rows for note in row.notes)
    assert [len(row.notes) for row in rows] == [2, 3, 1]
    assert home.section(SectionKind.CONTACTS).rows == ()
    assert dossier_of(library, country_subject("KZ"), Frame(AS_OF)).section(SectionKind.PARTNERS).rows == ()


def test_what_it_is_inside_a_frame(library: Library) -> None:
    (kazakhstan,) = (
        dossier_of(
            library,
            country_subject("KG"),
            Frame(AS_OF, last=date(2025, 10, 1), sections=(SectionKind.PARTNERS,), limit=1),
        )
        .section(SectionKind.PARTNERS)
        .rows
    )
    assert isinstance(kazakhstan, PartnerRow)
    assert kazakhstan.last_contact
    assert (kazakhstan.next_contact, kazakhstan.trade) == (None, None)


def test_an_empty_library(tmp_path: Path) -> None:
    with open_library(tmp_path, settings=Settings(tmp_path, "ru")) as empty:
        assert overview(empty, "KG", AS_OF) == []
