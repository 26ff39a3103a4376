"""Sentences and tokens: by table for what Russian news writes, by property for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.language import TokenKind, analyse
from kgtui.language.analysis import tokens_in
from kgtui.language.sentences import sentence_spans, sentences_at
from kgtui.model import Span

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

# Sentences are parted by a stroke; ⏎ stands for a line break.
SENTENCES = [
    # initials
    "Премьер А. Касымалиев прибыл. | Его встретил А.Касымалиев. | С.Ж. Жапаров доволен.",
    "Указ подписал С. Жапаров. | А. Касымалиев выступил.",
    "Премьер-министр РК О. А. Бектенов и С.\xa0Ж.\xa0Жапаров.",
    "Ст. советник Ж.Т. Асанов. | Мл. советник К. Осмонов.",
    "Дж. Д. Вэнс, Дз. Такаси и Вл. Соловьёв. | К.-Ж. Токаев прибыл. | Это Мы. | Затем Он.",
    # years
    "Он родился в 1968 г. | Президент прибыл.",
    "В 2024 г. президент прибыл.",
    "В 2020 г. Россия выросла. | В 90-е гг. Россия росла. | С 5 мая 2025 г. Россия закрыла границу.",
    "За 2020–2024 гг. Кыргызстан вырос.",
    "Встреча прошла 5 мая с. г. | Президент доволен.",
    # places and names
    "Он прибыл в г. Москве. | Затем уехал в г.Ош.",
    "Фильм снят на студии им. Манаса. | Школа № 20 им. Ленина закрыта.",
    "Он живёт на ул. Киевской, д. 5, кв. 7. | Дом новый.",
    "АО «Рога и копыта» (г. Бишкек, пр. Чуй, 1) открыто.",
    "Учёный акад. Сидоров и проф. Петров.",
    # units and money
    "Сумма 5 млн. долл. США выделена. | Цена 100 руб. за штуку. | Осталось 3 тыс. | Президент рад.",
    "Доход 5 млрд. | Расход 6 млрд. сомов.",
    "Сумма 1.500.000 сомов, рост 3.5 процента. | Далее.",
    "Совещание в 10 ч. 30 мин. | Начало.",
    "Нужно 5 кг. | Затем 3 м. | Собрано 7 т. | Все.",
    # other abbreviations
    "Яблоки, груши и т.д. | Президент прибыл. | Яблоки и т. д. и т. п. в ассортименте.",
    "США, Китай и др. | Страны подписали. | Китай и др. страны подписали.",
    "т.е. так, т. е. иначе, т.к. надо, в т.ч. США.",
    "Указ № 5. | Далее ст. 5 УК КР и п. 7 (см. рис. 5). | Затем.",
    "Это было в 20 в. до н.э. | Цезарь пришёл.",
    # quotations
    "«Мы рады». | Он ушёл. | «Мы рады!» — сказал он. | — «Идём».",
    "«Мы рады, — сказал он. | — Идём».",
    "Он сказал: «Приду.» | И не пришёл.",
    '"Это цель", - сказал он. | "И ещё".',
    # other ends
    "Что делать? | Кто виноват?! | Никто!.. | Ладно.",
    "Он ушёл… | Потом вернулся… и снова ушёл... | Всё.",
    "Всё! и больше ничего.",
    "Текст.[1] | Дальше. | (Смех.) | Продолжим.",
    # addresses and numbers
    "См. сайт CentralasianLIGHT.org. | Пишите на a.b@mail.kg. | Также www.kabar.kg/ru. | Все.",
    "Подписано в 15.30. | Затем ушли в 16:00.",
    # lines
    "Заголовок без точки⏎ | Текст начался.⏎ | ⏎ | Второй абзац.",
    "Перечень:⏎ | 1. Первое дело.⏎ | 2. Второе дело.⏎ | а) третье;⏎ | б) четвёртое.",
    "– Да.⏎ | – Нет.⏎ | • пункт⏎ | • пункт",
    "устранять барьеры;⏎ | ⏎ | развивать цепочки;",
    "Министры двух стран встретились в столице и обсудили⏎следующие вопросы торговли. | Потом ушли.",
    "Министры двух стран встретились в столице и обсудили торгово-⏎экономические вопросы.",
    "Короткая строка⏎ | продолжение списка",
    # datelines
    "БИШКЕК, 11 ноя – РИА Новости. | Россия росла.",
    "Бишкек, 12 ноября 2025 года. | /Кабар/. | Торага принял посла.",
]


@pytest.mark.parametrize("parted", SENTENCES)
def test_sentences(parted: str) -> None:
    wanted = [part.strip() for part in parted.replace("⏎", "\n").split(" | ")]
    text = parted.replace("⏎ | ", "\n").replace(" | ", " ").replace("⏎", "\n")
    found = [sentence.span.of(text) for sentence in analyse(text).sentences]
    assert found == [sentence for sentence in wanted if sentence]


# Tokens of a text as they are, or with their kind: w a word, n a number, m a mark.
TOKENS = [
    ("Кырг. Республика", "Кырг/w ./m Республика/w"),
    ("24-м заседании, 1-й", "24-м/n заседании/w ,/m 1-й/n"),
    ("15процентов и 5-летие", "15/n процентов/w и/w 5/n -/m летие/w"),
    ("1.500.000 или 2,5", "1.500.000/n или/w 2,5/n"),
    ("2020–2024", "2020/n –/m 2024/n"),
    ("$135, 75%, №5", "$/m 135/n ,/m 75/n %/m ,/m №/m 5/n"),
    ("Эр-Рияд киргизско-российский", "Эр-Рияд/w киргизско-российский/w"),
    ("торгово- экономических", "торгово/w -/m экономических/w"),
    ("d'Or О’Нил", "d'Or/w О’Нил/w"),
    ("CASA-1000, COVID-19", "CASA-1000/w ,/m COVID-19/w"),
    ("А.Касымалиев", "А/w ./m Касымалиев/w"),
    ("kabar.kg a@b.kg", "kabar/w ./m kg/w a/w @/m b/w ./m kg/w"),
    ("Росси\u0301я Казах\u00adстан", "Росси\u0301я/w Казах\u00adстан/w"),
    ("м² ½ x_y", "м/w ²/m ½/m x/w _/m y/w"),
    ("5\xa0млн", "5/n млн/w"),
]


@pytest.mark.parametrize(("text", "wanted"), TOKENS)
def test_tokens(text: str, wanted: str) -> None:
    assert " ".join(f"{token.text}/{token.kind.value[0]}" for token in tokens_in(text)) == wanted


def test_what_a_token_says_of_itself() -> None:
    kr, premier, number = tokens_in("КР Премьер 24-м")
    assert (kr.is_upper, premier.is_upper, premier.is_capitalised) == (True, False, True)
    assert (premier.folded, premier.word.lemma, premier.span) == ("премьер", "премьер", Span(3, 10))
    assert (number.kind, number.is_word, kr.is_word) == (TokenKind.NUMBER, False, True)


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    text = "Заголовок. Первое. Второе. Конец."
    analysis = analyse(text, Span(11, 26))
    assert [sentence.span.of(text) for sentence in analysis.sentences] == ["Первое.", "Второе."]
    assert [token.text for token in analysis.tokens_of(analysis.sentences[1])] == ["Второе", "."]
    assert [analysis.sentence_at(offset) for offset in (0, 11, 18, 19, 33)] == [0, 0, 0, 1, 1]


def test_an_empty_text_has_neither() -> None:
    analysis = analyse(" \n ")
    assert (analysis.tokens, analysis.sentences, analysis.sentence_at(1)) == ((), (), 0)


PIECES = [
    *"Слово слово А. г. 2024 5 млн. долл. США т.д. . ! ? … » « ( ) — - , : 24-м а́ ½ _ kabar.kg 1. В".split(),
    *("\n", "\n\n", "\u00ad", "\xa0", ""),
]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES)).map(" ".join) | st.lists(st.sampled_from(PIECES)).map("".join)


@settings(deadline=None)
@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_tokens_hold_every_sign_once(text: str, left: int, right: int) -> None:
    span = Span(min(left, len(text)), max(min(left, len(text)), len(text) - right))
    tokens = tokens_in(text, span)
    held = [position for token in tokens for position in range(token.start, token.end)]
    assert held == [position for position in range(span.start, span.end) if not text[position].isspace()]
    assert all(token.text == text[token.start : token.end] for token in tokens)


@settings(deadline=None)
@given(TEXTS)
def test_sentences_hold_every_sign_once_and_in_order(text: str) -> None:
    analysis = analyse(text)
    end = 0
    for sentence in analysis.sentences:
        assert end <= sentence.span.start < sentence.span.end
        assert not text[end : sentence.span.start].strip()
        assert sentence.span.of(text) == sentence.span.of(text).strip()
        end = sentence.span.end
    assert not text[end:].strip()


@settings(deadline=None)
@given(TEXTS)
def test_each_token_is_in_one_sentence(text: str) -> None:
    analysis = analyse(text)
    assert [token for sentence in analysis.sentences for token in analysis.tokens_of(sentence)] == list(analysis.tokens)
    for number, sentence in enumerate(analysis.sentences):
        assert sentence.first < sentence.stop
        assert all(analysis.sentence_at(token.start) == number for token in analysis.tokens_of(sentence))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_real_articles_have_sentences_of_a_human_length(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lengths = [sentence.stop - sentence.first for sentence in analyse(text).sentences]
    assert len(lengths) >= 6
    assert max(lengths) < 80


@pytest.mark.parametrize("sign", [".", "1", "А.", "1.", "«", "-", " ", "\n", "а-", "г. ", "(", "\u0301", "5 г. "])
def test_a_long_row_of_one_sign_takes_no_time(sign: str) -> None:
    text = sign * 20_000
    assert len(analyse(text).text) == len(text)


_PIECES = ["г. ", "1. ", "В 2020 г. ", "\n", " ", "Слово", "слово и ещё слово, и так до конца длинной строки", "!", "?"]


@given(
    st.lists(st.sampled_from([*_PIECES, "...", "«", "»", ". ", "А.", "т.д. ", "долл. США", "5 мая "]), max_size=16),
    st.data(),
)
def test_the_sentence_of_an_offset_is_found_without_the_others(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    within = Span(start, data.draw(st.integers(start, len(text))))
    offsets = sorted(data.draw(st.lists(st.integers(within.start, within.end), max_size=4)))
    analysis = analyse(text, within)
    expected = [analysis.sentences[analysis.sentence_at(offset)].span for offset in offsets if analysis.sentences]
    assert list(sentences_at(text, within, offsets)) == expected


def test_the_sentences_of_a_paragraph_are_gone_through_once() -> None:
    """Else this would take hours: a hit in each sentence of a text that is one line of a million letters."""
    text = "Президент прибыл с визитом в Астану. " * 30_000
    within = Span(0, len(text))
    spans = list(sentence_spans(text, within))
    assert list(sentences_at(text, within, (span.start + 5 for span in spans))) == spans
