"""«Разночтения»: which values differ, which only are written otherwise, and which are none of one claim."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.dossier import Dossier, SectionKind
from kgtui.dossier.figures.values import Value, value_of
from kgtui.dossier.values import ConflictRow, GapReason
from kgtui.library import Library
from kgtui.model import Amount, Approximation

from .telling import article, brief, brief_of

OURS = "Товарооборот Кыргызстана и Казахстана в 2024 году составил {}."


def conflicts(dossier: Dossier) -> list[ConflictRow]:
    rows = dossier.section(SectionKind.CONFLICTS).rows
    return [row for row in rows if isinstance(row, ConflictRow)]


def values(row: ConflictRow) -> list[float | None]:
    return [value.amount.value for value in row.values]


def of_two(folder: Path, one: str, other: str, code: str = "KZ") -> list[ConflictRow]:
    """What differs in two articles of two days."""
    return conflicts(
        brief_of(folder, code, article("one", one, date(2025, 2, 1)), article("other", other, date(2025, 2, 2)))
    )


def test_two_sides_differ_on_one_claim(brief_library: Library) -> None:
    (row,) = conflicts(brief(brief_library, "UZ", SectionKind.CONFLICTS))
    assert (row.measure, row.period and row.period.iso, values(row)) == ("trade", "2024", [1.35e9, 1.2e9])
    assert (row.gap.value, row.gap.unit, row.share) == (150e6, "USD", 12.5)
    assert row.reason is GapReason.SIDES
    assert [note.id for note in row.notes] == ["trade_2024_theirs", "trade_2024_ours"]
    assert row.countries[0] == "KG"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,7 млрд долларов", "1 млрд 700 млн долларов"),
        ("1,7 млрд долларов", "1,74 млрд долларов"),
        ("около 1,7 млрд долларов", "1,65 млрд долларов"),
        ("более 1,7 млрд долларов", "1,77 млрд долларов"),
        ("почти 1,7 млрд долларов", "1,63 млрд долларов"),
        ("1 700,1 млн долларов", "1 705,3 млн долларов"),
    ],
)
def test_values_that_agree_as_they_are_written_are_no_conflict(tmp_path: Path, one: str, other: str) -> None:
    assert of_two(tmp_path, OURS.format(one), OURS.format(other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,7 млрд долларов", "1,8 млрд долларов"),
        ("более 1,7 млрд долларов", "1,6 млрд долларов"),
        ("1 700,1 млн долларов", "1 720,3 млн долларов"),
        ("около 1,7 млрд долларов", "2,1 млрд долларов"),
    ],
)
def test_values_that_do_not_are_one(tmp_path: Path, one: str, other: str) -> None:
    (row,) = of_two(tmp_path, OURS.format(one), OURS.format(other))
    assert len(row.values) == 2


@pytest.mark.parametrize(
    "other",
    [
        "Товарооборот Кыргызстана и Казахстана в 2023 году составил 1,5 млрд долларов.",  # another period: a series
        "Товарооборот Кыргызстана и Казахстана в январе–августе 2024 года составил 1,1 млрд долларов.",
        "Товарооборот Кыргызстана и Узбекистана в 2024 году составил 1,2 млрд долларов. Казахстан выше.",
        "Товарооборот Казахстана в 2024 году составил 140 млрд долларов.",
        "Товарооборот Кыргызстана со странами ЕАЭС в 2024 году составил 5 млрд долларов. Казахстан — в их числе.",
        "Товарооборот Кыргызстана и Казахстана намерены в 2024 году довести до 3 млрд долларов.",
        "Товарооборот Кыргызстана и Казахстана в 2024 году вырос на 200 млн долларов.",
        "Товарооборот мяса Кыргызстана и Казахстана в 2024 году составил 100 млн долларов.",
        "Товарооборот Кыргызстана и Казахстана в 2024 году составил 800 млрд тенге.",
        "Экспорт Казахстана в Кыргызстан в 2024 году составил 1,2 млрд долларов.",
    ],
)
def test_other_claims_are_not_compared(tmp_path: Path, other: str) -> None:
    assert of_two(tmp_path, OURS.format("1,7 млрд долларов"), other) == []


def test_exports_of_two_sides_are_two_claims(tmp_path: Path) -> None:
    one = "Экспорт Кыргызстана в Казахстан в 2024 году составил 500 млн долларов."
    other = "Экспорт Казахстана в Кыргызстан в 2024 году составил 900 млн долларов."
    assert of_two(tmp_path, one, other) == []
    same = "Экспорт Кыргызстана в Казахстан в 2024 году составил 600 млн долларов."
    assert len(of_two(tmp_path / "same", one, same)) == 1


def test_two_loans_are_no_difference(tmp_path: Path) -> None:
    one = "Казахстан в 2024 году предоставил Кыргызстану кредит в 5 млн долларов."
    other = "Казахстан в 2024 году предоставил Кыргызстану кредит в 9 млн долларов."
    assert of_two(tmp_path, one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Импорт электроэнергии из {} составил 172 млн кВт·ч.", "Экспорт электроэнергии в {} составил 50 млн кВт·ч."),
        ("Поставки бензина из {} составили 650 тысяч тонн.", "Поставки дизтоплива из {} составили 540 тысяч тонн."),
    ],
)
def test_what_has_several_values_is_not_compared(tmp_path: Path, one: str, other: str) -> None:
    begin = "Кыргызстан в 2024 году подвёл итоги. В 2024 году "
    texts = [begin + text.format("Казахстана" if "из" in text else "Казахстан") for text in (one, other)]
    assert of_two(tmp_path, *texts) == []


def test_the_length_of_a_border_has_no_time(tmp_path: Path) -> None:
    one = "Протяжённость границы Кыргызстана и Таджикистана — 972 км."
    other = "Протяжённость границы Кыргызстана и Таджикистана — 1 007 км."
    (row,) = of_two(tmp_path, one, other, "TJ")
    assert (row.measure, row.period) == ("border", None)


def test_whoever_repeats_a_value_stands_beside_it(tmp_path: Path) -> None:
    told = OURS.format("1,7 млрд долларов")
    again = article("again", f"{told} Об этом пишут газеты.", date(2025, 2, 3))
    first = article("first", told, date(2025, 2, 1))
    other = article("other", OURS.format("2,1 млрд долларов"), date(2025, 2, 2))
    (row,) = conflicts(brief_of(tmp_path, "KZ", first, other, again))
    assert [[note.id for note in value.notes] for value in row.values] == [["again", "first"], ["other"]]


def test_one_article_that_names_both_sources_is_two_voices(tmp_path: Path) -> None:
    text = (
        "«Товарооборот Кыргызстана и Казахстана в 2024 году составил 1,7 млрд долларов», — сказал премьер-министр "
        "Казахстана Олжас Бектенов.\n\n«Товарооборот Кыргызстана и Казахстана в 2024 году составил 1,4 млрд долларов», "
        "— сказал министр экономики Кыргызстана Бакыт Сыдыков."
    )
    (row,) = conflicts(brief_of(tmp_path, "KZ", article("a", text, date(2025, 1, 1))))
    assert row.reason is GapReason.SIDES
    unnamed = "В 2024 году товарооборот Кыргызстана и Казахстана — 1,7 млрд долларов. " + OURS.format(
        "1,4 млрд долларов"
    )
    assert conflicts(brief_of(tmp_path / "unnamed", "KZ", article("a", unnamed, date(2025, 1, 1)))) == []


def test_the_data_of_two_sides_in_one_sentence_are_two_voices(tmp_path: Path) -> None:
    text = (
        "По данным китайской таможни, в 2024 году товарооборот Кыргызстана и Китая составил 22,7 млрд долларов; "
        "кыргызская статистика за тот же год даёт 5,4 млрд."
    )
    (row,) = conflicts(brief_of(tmp_path, "CN", article("a", text, date(2025, 1, 1))))
    assert {value.data_of for value in row.values} == {"китайская таможня", "кыргызская статистика"}
    assert row.reason is GapReason.SIDES


@pytest.mark.parametrize(
    ("days", "reason"), [(1, GapReason.WORDING), (200, GapReason.REVISED)], ids=["the same week", "later"]
)
def test_one_speaker_may_be_recorded_twice_or_count_anew(tmp_path: Path, days: int, reason: GapReason) -> None:
    said = "{}, сообщил министр экономики Кыргызстана Бакыт Сыдыков."
    texts = [said.format(OURS.format(value).rstrip(".")) for value in ("1,7 млрд долларов", "1,4 млрд долларов")]
    first = date(2025, 1, 10)
    later = date.fromordinal(first.toordinal() + days)
    (row,) = conflicts(brief_of(tmp_path, "KZ", article("a", texts[0], first), article("b", texts[1], later)))
    assert row.reason is reason


def test_a_change_is_checked_against_the_levels(tmp_path: Path) -> None:
    before = "Товарооборот Кыргызстана и Казахстана в 2023 году составил 1 500 млн долларов."
    now = "Товарооборот Кыргызстана и Казахстана в 2024 году составил 1 700 млн долларов, увеличившись на {} %."
    articles = [article("a", before, date(2024, 2, 1)), article("b", now.format(20), date(2025, 2, 1))]
    (row,) = conflicts(brief_of(tmp_path, "KZ", *articles))
    assert row.reason is GapReason.ARITHMETIC
    assert row.computed is not None
    assert row.computed.value == pytest.approx(13.333, abs=0.01)
    assert (row.gap.unit, row.share) == ("pp", None)
    articles[1] = article("b", now.format("13,3"), date(2025, 2, 1))
    assert conflicts(brief_of(tmp_path / "fits", "KZ", *articles)) == []


def test_the_greatest_difference_comes_first(tmp_path: Path) -> None:
    texts = [
        OURS.format("1,7 млрд долларов"),
        OURS.format("1,8 млрд долларов"),
        "Экспорт Кыргызстана в Казахстан в 2024 году составил 500 млн долларов.",
        "Экспорт Кыргызстана в Казахстан в 2024 году составил 900 млн долларов.",
    ]
    articles = [article(str(place), text, date(2025, 1, 1 + place)) for place, text in enumerate(texts)]
    assert [row.measure for row in conflicts(brief_of(tmp_path, "KZ", *articles))] == ["export", "trade"]


NUMBERS = st.integers(1, 9999)
DECIMALS = st.integers(0, 3)


def written(digits: int, decimals: int) -> str:
    return f"{digits / 10**decimals:.{decimals}f}".replace(".", ",")


@given(NUMBERS, DECIMALS, st.sampled_from([("тыс.", 1e3), ("млн", 1e6), ("млрд", 1e9)]))
def test_a_value_is_as_exact_as_its_last_digit(digits: int, decimals: int, scale: tuple[str, float]) -> None:
    word, factor = scale
    value = digits / 10**decimals * factor
    read = value_of(Amount("USD", value), None, f"{written(digits, decimals)} {word} долларов")
    half = factor / 10**decimals / 2
    assert read.low == pytest.approx(value - half)
    assert read.high == pytest.approx(value + half)


@given(NUMBERS, DECIMALS)
def test_a_per_cent_is_as_exact_as_its_last_digit(digits: int, decimals: int) -> None:
    value = digits / 10**decimals
    read = value_of(Amount("percent", value), None, f"{written(digits, decimals)} %")
    assert read.high - read.low == pytest.approx(10.0**-decimals)


@given(NUMBERS)
def test_a_number_that_is_written_out_is_exact(number: int) -> None:
    assert value_of(Amount("people", float(number)), None, f"{number} человек") == Value(number, number)


@given(st.floats(1, 1e12), st.floats(1, 1e12))
def test_agreement_is_mutual_and_with_itself(one: float, other: float) -> None:
    first, second = (value_of(Amount("USD", value), Approximation.ABOUT, "около") for value in (one, other))
    assert first.agrees(first)
    assert first.agrees(second) == second.agrees(first)


@given(st.floats(1, 1e9), st.floats(0.001, 0.049))
def test_approximations_stretch_to_their_side(value: float, part: float) -> None:
    def exact(other: float) -> Value:
        return Value(other, other)

    def read(approximation: Approximation) -> Value:
        return value_of(Amount("USD", value), approximation, "")

    above, below = exact(value * (1 + part)), exact(value * (1 - part))
    assert read(Approximation.ABOUT).agrees(above)
    assert read(Approximation.ABOUT).agrees(below)
    assert read(Approximation.MORE).agrees(above)
    assert read(Approximation.LESS).agrees(below)
    assert read(Approximation.UP_TO).agrees(below)
    if part > 0.006:
        assert not read(Approximation.MORE).agrees(below)
        assert not read(Approximation.LESS).agrees(above)
        assert not read(Approximation.UP_TO).agrees(above)
