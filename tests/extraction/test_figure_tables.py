"""Every row of the tables for figures does what its example says."""

from __future__ import annotations

import pytest

from kgtui.extraction.tables import table
from kgtui.model import Figure

from .reading_of import facts

EXAMPLES = ("number_words", "multipliers", "currencies", "units", "counted_people", "multiples", "fractions")


def rows(name: str) -> list[object]:
    return [pytest.param(row, id=f"{name}-{row['example']}") for row in table(name)]


def figures(text: str) -> tuple[Figure, ...]:
    return facts(text).figures


def only(example: str) -> Figure:
    """The one figure of an example in a sentence."""
    found = figures(f"По данным ведомства, {example}.")
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize("row", rows("number_words"))
def test_a_number_word_has_its_value(row: dict[str, str]) -> None:
    multiplied = 1_000_000 if "миллиона" in row["example"].split() else 1
    assert only(row["example"]).amount.value == pytest.approx(float(row["value"]) * multiplied)


@pytest.mark.parametrize("row", rows("multipliers"))
def test_a_multiplier_multiplies(row: dict[str, str]) -> None:
    assert only(row["example"]).amount.value in (5 * int(row["value"]), 2 * int(row["value"]))


@pytest.mark.parametrize("row", rows("currencies"))
def test_money_is_known_by_its_words_signs_and_code(row: dict[str, str]) -> None:
    assert only(row["example"]).amount.unit == row["code"]
    for sign in (row["code"], *filter(None, row["signs"].split("; "))):
        for amount in (f"{sign} 5 млн", f"5 млн {sign}"):
            assert only(f"взнос составил {amount}").amount.unit == row["code"], amount


@pytest.mark.parametrize("row", rows("local_currencies"))
def test_a_bare_name_is_the_money_of_the_country_named(row: dict[str, str]) -> None:
    assert figures(row["example"])[0].amount.unit == row["code"]


@pytest.mark.parametrize("row", rows("quantities"))
def test_a_noun_tells_what_a_bare_number_counts(row: dict[str, str]) -> None:
    unit = figures(row["example"])[0].amount.unit
    assert unit == row["unit"] if row["unit"] != "-" else unit in ("школа", "people", "овца")


@pytest.mark.parametrize("row", rows("units"))
def test_a_unit_of_measure_is_known(row: dict[str, str]) -> None:
    found = figures(f"По данным ведомства, ветер до {row['example']}.")
    assert [figure.amount.unit for figure in found] == ([row["unit"]] if row["unit"] != "-" else [])


@pytest.mark.parametrize("row", rows("counted_people"))
def test_people_are_told_from_others(row: dict[str, str]) -> None:
    assert (only(row["example"]).amount.unit == "people") == (row["people"] == "yes")


@pytest.mark.parametrize("row", [*rows("not_counted"), *rows("numbered"), *rows("page_words")])
def test_what_measures_nothing_gives_no_figure(row: dict[str, str]) -> None:
    assert not figures(f"Экспорт вырос.\n{row['example']}\nИмпорт упал.")


@pytest.mark.parametrize("row", [*rows("multiples"), *rows("fractions")])
def test_a_proportion_in_words_is_known(row: dict[str, str]) -> None:
    figure = only(row["example"])
    if "value" in row:
        assert (figure.amount.unit, figure.amount.value) == (row["unit"], float(row["value"]))
    else:
        assert figure.amount.unit == "percent"


@pytest.mark.parametrize("row", rows("approximations"))
def test_words_before_or_after_a_number_say_how_exact_it_is(row: dict[str, str]) -> None:
    approximation = only(row["example"]).approximation
    expected = row["meaning"]
    if expected == "-":
        expected = "more" if "более" in row["example"] else "-"
    assert (approximation.value if approximation else "-") == expected


@pytest.mark.parametrize("row", rows("directions"))
def test_a_word_of_growth_gives_its_direction(row: dict[str, str]) -> None:
    figure = only(row["example"])
    assert (figure.change.value if figure.change else "-") == row["direction"]
    assert figure.approximation is None


@pytest.mark.parametrize("row", rows("carriers"))
def test_a_verb_between_growth_and_its_size_lets_through(row: dict[str, str]) -> None:
    change = only(row["example"]).change
    assert change is not None
    assert change.value == "up"


@pytest.mark.parametrize("row", rows("kind_cues"))
def test_a_word_tells_a_goal_a_forecast_or_a_share(row: dict[str, str]) -> None:
    assert only(row["example"]).kind.value == row["kind"]
