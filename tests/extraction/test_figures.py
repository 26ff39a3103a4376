"""Figures: amounts with their units, how exact they are, and what change they tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.extraction.records import facts_record
from kgtui.model import Figure, FigureKind

from .reading_of import cases, document, facts

UNITS = {"сомов": "KGS", "долларов США": "USD", "тонн": "tonnes", "процентов": "percent", "человек": "people"}
SPACES = (" ", "\u00a0", "\u202f", "\u2009")


def figures(text: str) -> tuple[Figure, ...]:
    return facts(text).figures


def said(figure: Figure) -> str:
    """A figure as the tables of cases write it."""
    amount = figure.amount
    ends = [amount.value] if amount.value is not None else [amount.low, amount.high]
    words = ["..".join(f"{end:.12g}" for end in ends if end is not None), amount.unit]
    words += [each.value for each in (figure.approximation, figure.change) if each]
    if figure.equivalent is not None and figure.equivalent.value is not None:
        words.append(f"= {figure.equivalent.value:.12g} {figure.equivalent.unit}")
    if figure.previous is not None and figure.previous.value is not None:
        words.append(f"< {figure.previous.value:.12g}")
    return " ".join(words)


@pytest.mark.parametrize(("text", "wanted"), cases("figures"))
def test_amounts_are_read(text: str, wanted: str) -> None:
    assert "; ".join(map(said, figures(text))) == wanted


def test_what_will_grow_is_known_and_what_it_will_grow_to_a_forecast() -> None:
    kinds = [figure.kind for figure in figures("Число рейсов в 2026 году вырастет с 50 до 70 в неделю.")]
    assert kinds == [FigureKind.LEVEL, FigureKind.FORECAST]


@pytest.mark.parametrize(("text", "what"), cases("no_figures"))
def test_other_numbers_are_no_figures(text: str, what: str) -> None:
    assert not figures(text), what


def test_a_unit_from_a_sentence_before_is_doubtful() -> None:
    first, second = figures("Доходы — 570 млн сомов, расходы — 611 млн. Дефицит составит 41 млн.")[1:]
    assert (first.amount.unit, first.doubt) == ("KGS", None)
    assert (second.amount.unit, second.doubt and second.doubt.value) == ("KGS", "unit_from_text")


def test_the_record_gives_the_other_currency_and_the_level_before() -> None:
    text = "Долг — 87,5 млн сомов (около $1 млн), доходы выросли с 1,2 до 1,5 млрд сомов."
    debt, start, now = facts_record(document(text), facts(text))["figures"]
    assert debt["equivalent"] == {"value": 1_000_000, "unit": "USD"}
    assert now["previous"] == {"value": start["value"], "unit": "KGS"}
    assert "previous" not in start


def test_bare_rubles_belong_to_the_country_that_is_spoken_of() -> None:
    assert figures("В Беларуси пенсия — 800 рублей.")[0].amount.unit == "BYN"
    assert figures("Россия и Беларусь вложили 800 млн рублей.")[0].amount.unit == "RUB"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Товарооборот составил 5 млрд долларов.", "level"),
        ("Товарооборот вырос на 5 процентов.", "change"),
        ("Доля золота в экспорте — 5 процентов.", "share"),
        ("Стороны намерены довести товарооборот до 5 млрд долларов.", "target"),
        ("По прогнозу банка, рост составит 5 процентов.", "forecast"),
        ("По итогам года товарооборот превысит 5 млрд долларов.", "forecast"),
        ("Планировалось вывезти 1 млн тонн, вывезли 640 тысяч.", "target"),
    ],
)
def test_a_figure_says_what_it_is(text: str, kind: str) -> None:
    assert figures(text)[0].kind.value == kind


def written(value: int, space: str) -> st.SearchStrategy[str]:
    """The ways to write a whole number: grouped, plain, with a multiplier."""
    ways = [f"{value:,}".replace(",", space), str(value)]
    if value >= 10**6:
        ways.append(f"{value:,}".replace(",", "."))
    for scale, words in ((10**9, ("млрд", "миллиарда")), (10**6, ("млн", "миллиона")), (10**3, ("тыс.", "тысячи"))):
        if value >= scale:
            digits = f"{value / scale:.9f}".rstrip("0").rstrip(".").replace(".", ",")
            ways += [f"{digits} {word}" for word in words] + [f"{digits}{words[0]}"]
    return st.sampled_from(ways)


@given(st.data(), st.integers(21, 10**12), st.sampled_from(SPACES), st.sampled_from(list(UNITS)))
def test_a_number_is_read_however_it_is_written(data: st.DataObject, value: int, space: str, unit: str) -> None:
    number = data.draw(written(value, space))
    (figure,) = figures(f"Показатель составил {number} {unit} за этот период.")
    assert figure.amount.unit == UNITS[unit]
    assert figure.amount.value == pytest.approx(value, rel=1e-9)


TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()
HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split()
ONES = "пять шесть семь восемь девять".split()


@given(st.integers(0, 8), st.integers(0, 7), st.integers(0, 4), st.sampled_from(["", "тысяч", "миллионов"]))
def test_number_words_add_up(hundreds: int, tens: int, ones: int, multiplier: str) -> None:
    number = f"{HUNDREDS[hundreds]} {TENS[tens]} {ONES[ones]} {multiplier}"
    (figure,) = figures(f"Выделено {number} сомов.")
    scale = {"": 1, "тысяч": 1_000, "миллионов": 1_000_000}[multiplier]
    assert figure.amount.value == ((hundreds + 1) * 100 + (tens + 2) * 10 + ones + 5) * scale


PIECES = st.sampled_from(
    "1 5 10 250 1,5 2.500 2025 млн млн. тыс. миллиард тысячи два полтора треть вдвое половина от до с на в из и , . ; :"
    " ( ) « » — – - % $ € сомов долларов США тонн человек раза кв. м кВт·ч число школ рост вырос снизился больше около"
    " минус + 24-м № курс доллара каждый второй процентных пункта \n ٣ ² ½ 9999999999999999999999 'ё".split(" ")
)


@given(st.lists(PIECES, max_size=60).flatmap(lambda words: st.sampled_from([" ".join(words), "".join(words)])))
def test_no_text_makes_it_raise_and_spans_lie_in_the_body(text: str) -> None:
    for figure in facts(text).figures:
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.span.of(text).strip()
        low, high = figure.amount.low, figure.amount.high
        assert (figure.amount.value is None) == (low is not None and high is not None and low < high)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    facts(text)


def test_only_the_body_is_read() -> None:
    text = "Экспорт — 5 млн сомов.\nИмпорт — 7 млн сомов."
    body = document(text).body
    assert len(facts(text, type(body)(text.index("Импорт"), len(text))).figures) == 1


def test_an_amount_ends_with_its_line() -> None:
    assert [
        figure.amount.value for figure in facts("Товарооборот превысил $2 млрд\n\n12 января 2026 года").figures
    ] == [2e9]
