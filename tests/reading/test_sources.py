"""Who a text names as its source, in the nominative, and the medium that reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgtui.model import Span
from kgtui.reading.media import DATA, domain_of, load_media
from kgtui.reading.phrases import load_phrases
from kgtui.reading.skipped import ReadingError
from kgtui.reading.sources import NamedSource, named_source

SENTENCES = [
    ("Торговля растёт, сообщает БЕЛТА.", "БЕЛТА", "БЕЛТА"),
    ("Торговля растёт, передаёт корреспондент «Кабара».", "Кабар", "Кабар"),
    ("Как сообщает агентство «Казинформ», торговля растёт.", "Казинформ", "Казинформ"),
    ("Как пишет «Российская газета», торговля растёт.", "Российская газета", "Российская газета"),
    ("Как сообщили в «Российской газете», торговля растёт.", "Российская газета", "Российская газета"),
    ("Об этом сообщает Sputnik Кыргызстан.", "Спутник Кыргызстан", "Спутник Кыргызстан"),
    ("Об этом пишет Gazeta.uz.", "Газета.uz", "Газета.uz"),
    ("Об этом сообщает issyk-kul.kg.", "issyk-kul.kg", "issyk-kul.kg"),
    ("Агентство «Рейтер» пишет о росте.", "Reuters", "Reuters"),
    ("Торговля растёт, сообщает пресс-служба Правительства.", "пресс-служба Правительства", None),
    ("Об этом сообщила в четверг пресс-служба главы государства.", "пресс-служба главы государства", None),
    ("Пресс-служба МИД сообщает, что торговля растёт.", "Пресс-служба МИД", None),
    ("Об этом сообщили в Министерстве экономики и коммерции КР.", "Министерство экономики и коммерции КР", None),
    ("Об этом сообщили в пресс-службе Министерства обороны.", "пресс-служба Министерства обороны", None),
    ("По данным Национального статистического комитета, есть рост.", "Национальный статистический комитет", None),
    ("По сообщению Евразийской экономической комиссии, есть рост.", "Евразийская экономическая комиссия", None),
    ("По информации МИД КР, есть рост.", "МИД КР", None),
    ("Об этом говорится в сообщении пресс-службы Минэнерго.", "пресс-служба Минэнерго", None),
    ("Сообщается на сайте Всемирного банка.", "Всемирный банк", None),
    ("Рассказали в компании «Альфа Телеком».", "компания «Альфа Телеком»", None),
    ("Сообщает Посольство Кыргызской Республики в Японии.", "Посольство Кыргызской Республики в Японии", None),
    ("Сообщает Таможенная служба при Министерстве финансов.", "Таможенная служба при Министерстве финансов", None),
    ("Сообщает Администрация Президента в своём канале.", "Администрация Президента", None),
    ("Передаёт Кабар со ссылкой на пресс-службу Кабинета министров.", "пресс-служба Кабинета министров", "Кабар"),
    ("Сообщает ИА «24.kg» со ссылкой на Фонд социальной политики.", "Фонд социальной политики", "24.kg"),
    ("Сообщает Podrobno.uz со ссылкой на данные Агентства статистики.", "Агентство статистики", "Podrobno.uz"),
    ("Сообщает «Интерфакс-Казахстан» со ссылкой на Минторг РК.", "Минторг РК", "Интерфакс-Казахстан"),
    ("Об этом сообщил министр торговли Азат Асанов.", None, None),
    ("Министр торговли Азат Асанов сообщил о росте.", None, None),
    ("Минэнерго Казахстана сообщило о росте.", "Минэнерго Казахстана", None),
    ("Он сообщил о подписании договора.", None, None),
    ("Депутат передал Министерству финансов запрос.", None, None),
    ("Министр сообщил, что Банк развития выдал кредит.", None, None),
    ("По данным ведомства, рост есть. По данным за 9 месяцев, рост есть.", None, None),
    ("Об этом сообщили в министерстве.", None, None),
    ("Спутник запущен. Известия об этом разошлись.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name", "medium"), SENTENCES)
def test_the_source_of_a_sentence(sentence: str, name: str | None, medium: str | None) -> None:
    text = "Министры обсудили торговлю. " + sentence
    found = named_source(text, Span(0, len(text)))
    assert found == (NamedSource(name, medium) if name else None)


def test_the_end_of_a_long_text_is_read_but_not_its_middle() -> None:
    filler = "Министры обсудили торговлю. " * 60
    for text, name in ((filler + "Сообщает Кабар.", "Кабар"), (filler + "Сообщает Кабар. " + filler, None)):
        found = named_source(text, Span(0, len(text)))
        assert (found.name if found else None) == name


def test_the_list_of_media_holds_no_name_or_site_twice() -> None:
    lines = DATA.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    sites = [site for row in rows if len(row) > 1 for site in row[1].split()]
    assert len(sites) == len(set(sites))
    assert len({row[0] for row in rows}) == len(rows) > 60
    for row in rows:
        medium = load_media().named(row[0])
        assert medium is not None
        assert medium.name == row[0]


def test_a_medium_is_known_by_any_part_of_its_host() -> None:
    assert domain_of("https://user@www.Kabar.kg:443/a") == "Kabar.kg"
    assert domain_of("") is None
    medium = load_media().by_site("m.kabar.kg")
    assert medium is not None
    assert medium.name == "Кабар"
    assert load_media().by_site("example.com") is None


@pytest.mark.parametrize("line", ["Имя\tсайт\tещё\tлишнее", "\tсайт"])
def test_a_bad_line_of_the_media_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "media.tsv"
    path.write_text(f"# media\n{line}\n", encoding="utf-8")
    with pytest.raises(ReadingError, match=r"media\.tsv:2"):
        load_media(path)


@pytest.mark.parametrize("line", ["unknown\tслово", "date", "date\t | "])
def test_a_bad_line_of_the_furniture_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "furniture.tsv"
    path.write_text(f"# words\n{line}\n", encoding="utf-8")
    with pytest.raises(ReadingError, match=r"furniture\.tsv:2"):
        load_phrases(path)
