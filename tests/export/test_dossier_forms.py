"""One dossier as text, Markdown and JSON; an article that tries to break out of each."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from kgtui import __version__
from kgtui.dossier import Dossier, Note, Section, SectionKind, Source, Subject
from kgtui.dossier.values import Coverage, HeadlineRow, Person, PersonRow, ThingRow
from kgtui.export import Marking, json_text, paint
from kgtui.export.dossier_records import dossier_record
from kgtui.export.markdown import escaped, page_markdown
from kgtui.export.page import page_of
from kgtui.export.page_text import page_text
from kgtui.locale import use_language
from kgtui.model import Doubt, EntityKind, Headline, Span

TODAY = date(2025, 11, 21)
FOOT = [
    f"В библиотеке 5 статей (04.03–20.11.2025); kgtui {__version__}. Всё сказанное прочитано в",
    "ней и проверяется по основаниям.",
]
EVIL = "# <script>alert(1)</script> [link](http://x) *bold* \x1b[31m| ```"
FIRST = Headline(7, "a-1", "Встреча в столице", date(2025, 3, 4), "пресс-служба", "Сайт.org")
SECOND = Headline(8, "b-2", EVIL, None, None, None)


@pytest.fixture(autouse=True)
def _russian() -> None:
    use_language("ru")


def note(source: int, sentence: int, quotation: str) -> Note:
    headline = (FIRST, SECOND)[source - 1]
    return Note(source, sentence, headline.number, headline.id, Span(0, len(quotation)), quotation)


MEETING = note(1, 2, "Премьер Кохир Расулзода сказал: «Да».")
TAJIKISTAN = Subject(EntityKind.COUNTRY, "TJ", "Таджикистан", "Республика Таджикистан", ("РТ",))
PEOPLE = Section(
    SectionKind.PEOPLE,
    (
        PersonRow(
            person=Person("к р", "Кохир Расулзода", "премьер-министр РТ", "TJ"),
            on=FIRST.published,
            articles=1,
            notes=(MEETING,),
        ),
    ),
    3,
)
BODIES = Section(
    SectionKind.BODIES,
    (
        ThingRow(
            kind=EntityKind.ORGANISATION,
            key="e",
            name=EVIL,
            articles=2,
            on=None,
            notes=(note(2, 1, EVIL),),
            doubt=Doubt.UNSTATED,
        ),
    ),
)
HEADLINES = Section(SectionKind.HEADLINES, (HeadlineRow(headline=FIRST, notes=(MEETING,)),))


def dossier(
    *sections: Section, subject: Subject = TAJIKISTAN, articles: int = 2, sources: tuple[Source, ...] | None = None
) -> Dossier:
    first = FIRST.published
    return Dossier(
        subject=subject,
        home="KG",
        home_name="Кыргызстан",
        as_of=TODAY,
        coverage=Coverage(
            articles=articles, total=5, first=first, last=first, period=(date(2025, 3, 4), date(2025, 11, 20))
        ),
        sections=sections or (PEOPLE, BODIES, HEADLINES),
        sources=(Source(1, FIRST), Source(2, SECOND)) if sources is None else sources,
    )


def text_of(value: Dossier) -> str:
    return "\n".join(paint(row, Marking.NONE) for row in page_text(page_of(value)))


def markdown_of(value: Dossier) -> str:
    return page_markdown(page_of(value))


def test_text() -> None:
    assert text_of(dossier(PEOPLE, HEADLINES, sources=(Source(1, FIRST),))).split("\n") == [
        "КЫРГЫЗСТАН — ТАДЖИКИСТАН                              по состоянию на 21.11.2025",
        "Республика Таджикистан, РТ",
        "В библиотеке 5 статей (04.03–20.11.2025), страну называют 2",
        "последняя новость 04.03.2025",
        "СОБЕСЕДНИКИ       Кохир Расулзода — Премьер-министр РТ (04.03.2025) [1.2]",
        "                  ещё 3",
        "СТАТЬИ",
        " 04.03.2025       Встреча в столице — Сайт.org [1.2]",
        "",
        "ИСТОЧНИКИ         [2.9] = источник 2, предложение 9",
        " [1] Сайт.org, пресс-служба, 04.03.2025  a-1",
        "",
        "ОСНОВАНИЯ         предложения источников, дословно",
        " [1.2] Премьер Кохир Расулзода сказал: «Да».",
        "",
        *FOOT,
    ]


def test_text_in_english() -> None:
    use_language("en")
    shown = text_of(dossier())
    assert "THEIR SIDE        Кохир Расулзода — Премьер-министр РТ (2025-03-04) [1.2]\n" in shown
    assert "\n                  3 more\n" in shown
    use_language("ru")


def test_text_fits_80_columns_and_cannot_act() -> None:
    shown = text_of(dossier())
    assert all(len(line) <= 80 for line in shown.split("\n"))
    assert "\x1b" not in shown


def test_the_home_country_stands_alone_in_the_title() -> None:
    shown = text_of(dossier(subject=Subject(EntityKind.COUNTRY, "KG", "Кыргызстан")))
    assert shown.startswith("КЫРГЫЗСТАН  ")
    assert "\nЛИЦА   " in shown


def test_a_country_that_nobody_names() -> None:
    empty = dossier(Section(SectionKind.PEOPLE), articles=0, sources=())
    assert "В библиотеке нет статей, где названа страна: Таджикистан." in text_of(empty)
    assert "[^" not in markdown_of(empty)


def test_markdown() -> None:
    written = markdown_of(dossier(PEOPLE, HEADLINES, sources=(Source(1, FIRST),)))
    assert written.split("\n") == [
        "# Кыргызстан — Таджикистан",
        "",
        "по состоянию на 21.11.2025",
        "",
        "Республика Таджикистан, РТ",
        "",
        "В библиотеке 5 статей (04.03–20.11.2025), страну называют 2",
        "",
        "последняя новость 04.03.2025",
        "",
        "## Собеседники",
        "",
        "- Кохир Расулзода — Премьер-министр РТ (04.03.2025)[^1-2]",
        "- *ещё 3*",
        "",
        "## Статьи",
        "",
        "- **04.03.2025** Встреча в столице — Сайт.org[^1-2]",
        "",
        "[^1-2]: Сайт.org, пресс-служба, 04.03.2025 · a-1, предл. 2: «Премьер Кохир Расулзода сказал: «Да».»",
        "",
        "---",
        "",
        f"*{' '.join(FOOT)}*",
        "",
    ]


def test_every_reference_has_its_footnote_and_the_other_way_round() -> None:
    written = markdown_of(dossier())
    defined = re.findall(r"^\[\^(\d+-\d+)\]:", written, re.MULTILINE)
    referred = re.findall(r"\[\^(\d+-\d+)\](?!:)", written)
    assert len(defined) == len(set(defined))
    assert set(defined) == set(referred)


def test_a_row_refers_to_a_sentence_once() -> None:
    row = HeadlineRow(headline=FIRST, notes=(MEETING, MEETING))
    shown = text_of(dossier(Section(SectionKind.HEADLINES, (row,)), sources=(Source(1, FIRST),)))
    assert " — Сайт.org [1.2]\n" in shown


def test_markup_in_an_article_is_only_text() -> None:
    written = markdown_of(dossier())
    for markup in ("<script", "[link]", "*bold*", "```", "\x1b"):
        assert markup not in written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. раз", r"1\. раз"),
        ("- раз", r"\- раз"),
        ("+ раз", r"\+ раз"),
        ("# раз", r"\# раз"),
        ("a & b", "a &amp; b"),
        ("$135 млн", r"\$135 млн"),
        ("раз\nдва", "раз два"),
        ("http://a.b", r"http\://a.b"),
        ("www.a.b", r"www\.a.b"),
        ("a@b.c", r"a\@b.c"),
    ],
)
def test_escaping(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_json() -> None:
    record = json.loads(json_text(dossier_record(dossier())))
    assert record["country"] == {
        "code": "TJ",
        "kind": "country",
        "name": "Таджикистан",
        "official": "Республика Таджикистан",
        "abbreviations": ["РТ"],
    }
    assert (record["as_of"], record["articles"], record["total"]) == ("2025-11-21", 2, 5)
    assert (record["first"], record["last"]) == ("2025-03-04", "2025-03-04")
    (person,) = record["persons"]
    assert person == {
        "name": "Кохир Расулзода",
        "role": "премьер-министр РТ",
        "country": "TJ",
        "as_of": "2025-03-04",
        "articles": 1,
        "spellings": [],
        "earlier": [],
        "predecessor": None,
        "new": False,
        "notes": [
            {
                "label": "1.2",
                "source": 1,
                "sentence": 2,
                "id": "a-1",
                "start": 0,
                "end": 37,
                "text": "Премьер Кохир Расулзода сказал: «Да».",
            }
        ],
    }
    assert record["organisations"][0]["name"] == EVIL
    assert record["organisations"][0]["doubt"] == "unstated"
    assert record["more"]["persons"] == 3
    assert record["headlines"][0]["id"] == "a-1"
    assert record["sources"][1] == {
        "number": 2,
        "id": "b-2",
        "title": EVIL,
        "published": None,
        "source": None,
        "publisher": None,
    }
