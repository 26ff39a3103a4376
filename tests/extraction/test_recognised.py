"""What the neural recogniser marks, joined with what the rules find. The marks stand in the texts as [PER …]."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.extraction.extract import extract
from kgtui.language import analyse
from kgtui.model import Entity, EntityKind, Recognised, RecognisedKind, Recognition, Span

from .reading_of import document

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
_MARK = re.compile(r"\[(PER|LOC|ORG) ([^]]+)\]")


def entities(marked: str, kind: EntityKind) -> list[Entity]:
    """The entities of a text, read with its marks."""
    text, names = "", []
    position = 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        names.append(Recognised(Span(len(text), len(text) + len(mark[2])), RecognisedKind(mark[1])))
        text += mark[2]
        position = mark.end()
    text += marked[position:]
    facts = extract(document(text), analyse(text), Recognition(1, tuple(names)))
    return [entity for entity in facts.entities if entity.kind is kind]


def names(marked: str, kind: EntityKind) -> list[str]:
    return [entity.name for entity in entities(marked, kind)]


PERSONS = [
    ("Приз достался работе [PER Гиффордс].", "Гиффордс"),
    ("Вместе с ними выступил [PER Марк Хейз].", "Марк Хейз"),
    ("Книгу написал [PER Джоэл Саймон (Joel Simon)] из Праги.", "Джоэл Саймон"),
    ("Голы забили [PER Овечкин, Фёдоров].", "Овечкин; Фёдоров"),
    ("Об этом сказал [PER Император Акихито].", "Акихито"),
    ("Фото: [PER Игорь Малашенко\nОстанкинская] башня.", "Игорь Малашенко"),
    ("Решение принял [PER Марк Хейз\n\nКабар]. 26 сентября", "Марк Хейз"),
    ("Прибыла [PER Елизавета II] с мужем.", "Елизавета II"),
    ("Ее мать, Мейв [PER Кеннеди], уехала.", "Мейв Кеннеди"),
    ("Выступил заместитель министра [PER Бакыт Дарманкул] уулу.", "Бакыт Дарманкул уулу"),
    ("Вчера [PER Хейз] [PER Паулс] победил.", "Хейз; Паулс"),
    ("Сказал глава МИД Хакан [PER Фидан].", "Хакан Фидан"),
    ("Опередил сенатора от штата Вермонт [PER Берни Сандерса].", "Берни Сандерс"),
    ("Это парень по имени [PER Артём].", "Артём"),
    ("Конкурс имени [PER Чайковского] завершен.", ""),
    ("[PER Супруга] президента приехала.", ""),
    ("Построят [PER Камбаратинскую ГЭС-1].", ""),
    ("Живет клан [PER Ямадаевых].", ""),
    ("В [PER Кульсары] пришла вода.", ""),
    ("Прибыл [PER Таджикистан].", ""),
]


@pytest.mark.parametrize(("marked", "wanted"), PERSONS)
def test_a_marked_person_is_taken_without_what_is_no_name(marked: str, wanted: str) -> None:
    assert "; ".join(names(marked, PERSON)) == wanted


def test_the_office_is_read_by_the_rules() -> None:
    (person,) = entities("Открыл встречу посол Индонезии [PER Фаджар Вирасакти].", PERSON)
    assert (person.name, person.role, person.country) == ("Фаджар Вирасакти", "посол Индонезии", "ID")


def test_a_marked_surname_joins_its_owner() -> None:
    (person,) = entities("Прибыл [PER Марк Хейз]. Затем о планах рассказал [PER Хейз].", PERSON)
    assert (person.name, len(person.spans)) == ("Марк Хейз", 2)


def test_what_is_marked_otherwise_counts_only_where_the_article_proves_it() -> None:
    alone = "Встречу провел институт [ORG Пушкина]."
    assert names(alone, PERSON) == []
    (person,) = entities(f"Стихи написал [PER Александр Пушкин]. {alone}", PERSON)
    assert len(person.spans) == 2


def test_found_by_says_whether_the_rules_would_have_seen_it() -> None:
    found = entities("Президент [PER Садыр Жапаров] и [PER Гиффордс] беседовали.", PERSON)
    assert [(person.name, person.found_by) for person in found] == [
        ("Садыр Жапаров", "rule"),
        ("Гиффордс", "recogniser"),
    ]


BODIES = [
    ("Соглашение подписал директор [ORG Чуйского лесхоза].", "Чуйский лесхоз"),
    ("Удобрения поставит [ORG Беларуськалий].", "Беларуськалий"),
    ("Рейс открывает [ORG Aero Nomad Airlines].", "Aero Nomad Airlines"),
    (
        "[ORG Торгово-промышленная палата] [LOC Кыргызстана] посчитала стоимость.",
        "Торгово-промышленная палата Кыргызстана",
    ),
    ("Так пояснил гендиректор «[ORG Кыргыз темир жолу]».", "Кыргыз темир жолу"),
    ("Жилой дом построит «[ORG Ихлас]».", "Ихлас"),
    ("Два борта приземлятся в «[ORG Манасе]».", ""),
    ("Работают [ORG СМИ] и [ORG ТЭЦ].", ""),
    ("[ORG БИШКЕК], 5 мая. Прошел форум.", ""),
    ("Выработано 5 млрд [ORG кВт·ч].", ""),
    ("Договорились в рамках стратегии [ORG Global Gateway].", ""),
    ("Посадили деревья в парке «[ORG Улуу Тоо]».", ""),
]


@pytest.mark.parametrize(("marked", "wanted"), BODIES)
def test_marked_bodies_that_no_rule_sees(marked: str, wanted: str) -> None:
    assert "; ".join(names(marked, BODY)) == wanted


def test_a_body_that_the_rules_see_keeps_their_borders() -> None:
    (body,) = entities("Прошло заседание [ORG Совета безопасности] [LOC Кыргызстана].", BODY)
    assert body.name == "Совет безопасности Кыргызстана"


def test_a_country_is_what_the_gazetteer_says() -> None:
    marked = "[PER Кыргызстан] и [ORG КР] – одна страна."
    (country,) = entities(marked, EntityKind.COUNTRY)
    assert (country.key, len(country.spans)) == ("KG", 2)
    assert names(marked, PERSON) == names(marked, BODY) == []


@given(st.data())
def test_no_marks_make_it_raise_and_spans_lie_in_the_text(data: st.DataObject) -> None:
    words = st.sampled_from(
        "Садыр Жапаров глава А. « » ( ) , \n КР II уулу в «Манас» ГЭС-1 Mark президент . де".split(" ")
    )
    text = " ".join(data.draw(st.lists(words, max_size=25)))
    ends = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    kinds = st.sampled_from(RecognisedKind)
    marks = (Recognised(Span(*pair), data.draw(kinds)) for pair in zip(ends[::2], ends[1::2], strict=False))
    facts = extract(document(text), analyse(text), Recognition(1, tuple(marks)))
    assert facts.recognised == 1
    people = [span for entity in facts.entities if entity.kind is PERSON for span in entity.spans]
    assert all(not one.overlaps(other) for one, other in pairwise(sorted(people)))
    for entity in facts.entities:
        assert all(0 <= span.start < span.end <= len(text) for span in entity.spans)
