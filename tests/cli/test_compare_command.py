"""``kgtui compare``: two briefs side by side, of two subjects or of one in two periods."""

from __future__ import annotations

import re

import pytest

from .conftest import Kgtui

pytestmark = pytest.mark.xdist_group("cli-country")


def test_two_countries_side_by_side(kgtui: Kgtui) -> None:
    shown = kgtui("compare", "Таджикистаном", "узбекистана")
    assert (shown.code, shown.err) == (0, "")
    lines = shown.out.splitlines()
    assert lines[0].startswith("ТАДЖИКИСТАН — УЗБЕКИСТАН")
    assert lines[0].endswith("по состоянию на 21.11.2025")
    assert all(len(line) <= 80 for line in lines)
    assert re.search("^Эмомали Рахмон .* │ Шавкат Мирзи", shown.out, re.MULTILINE)
    assert "СТАТЬИ" not in shown.out


def test_notes_of_both_sides_are_under_one_list(kgtui: Kgtui) -> None:
    for form, reference, ground in (
        ([], r"\[\d+\.\d+\]", r"^ (\[\d+\.\d+\])"),
        (["--format", "md"], r"\[\^[\d-]+\](?!:)", r"^(\[\^[\d-]+\]):"),
    ):
        out = kgtui("compare", "TJ", "UZ", *form).out
        body, grounds = re.split(r"^ОСНОВАНИЯ|^(?=\[\^)", out, maxsplit=1, flags=re.MULTILINE)
        body = re.split("^ИСТОЧНИКИ", body, flags=re.MULTILINE)[0]
        referred, grounded = re.findall(reference, body), re.findall(ground, grounds, re.MULTILINE)
        assert set(referred) == set(grounded)
        assert len(grounded) == len(set(grounded))


def test_json_has_both_briefs(kgtui: Kgtui) -> None:
    both = kgtui("compare", "TJ", "ШОС", "--json").json
    assert (both["left"]["country"]["code"], both["right"]["bloc"]["key"]) == ("TJ", "SCO")
    people = kgtui("country", "TJ", "--json", "--limit", "5", "--peek").json["persons"]
    assert [each["name"] for each in both["left"]["persons"]] == [each["name"] for each in people]


def test_two_periods_of_one(kgtui: Kgtui) -> None:
    both = kgtui("compare", "Таджикистан", "--periods", "2025-03", "2025-11", "--sections", "headlines", "--json").json
    assert [[line["id"][:3] for line in both[side]["headlines"]] for side in ("left", "right")] == [["004"], ["003"]]
    shown = kgtui("compare", "Республика", "Таджикистан", "--periods", "2025-03", "2025-11").out
    assert re.search("^01.03–31.03.2025 +│ 01.11–30.11.2025$", shown, re.MULTILINE)


def test_sections_and_window(kgtui: Kgtui) -> None:
    shown = kgtui("compare", "TJ", "UZ", "--sections", "статьи", "--from", "2025-11")
    assert "СТАТЬИ" in shown.out
    assert "СОБЕСЕДНИКИ" not in shown.out
    assert "004_" not in shown.out


def test_comparing_is_no_look(here: Kgtui) -> None:
    assert here("compare", "BY", "AZ").code == 0
    assert here("country", "BY").code == 0
    assert here("compare", "BY", "AZ", "--json").json["left"]["since"] is None
    assert here("country", "AZ", "--since-last").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["TJ"],
        ["TJ", "UZ", "KZ"],
        ["TJ", "Таджикистан"],
        ["TJ", "--periods", "2024", "2025", "--from", "2024"],
        ["TJ", "--periods", "2024", "zzz"],
        ["TJ", "--periods", "2024"],
        ["TJ", "UZ", "--from", "2026", "--to", "2025"],
    ],
)
def test_what_cannot_be_compared(kgtui: Kgtui, arguments: list[str]) -> None:
    wrong = kgtui("compare", *arguments)
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err


@pytest.mark.parametrize("arguments", [["TJ", "qqqq"], ["правительство", "TJ"], ["Чад", "Перу"]])
def test_nobody_and_nothing(kgtui: Kgtui, arguments: list[str]) -> None:
    nothing = kgtui("compare", *arguments)
    assert (nothing.code, nothing.out) == (1, "")
    assert nothing.err


def test_a_side_without_articles_says_so(kgtui: Kgtui) -> None:
    shown = kgtui("compare", "TJ", "Чад")
    assert shown.code == 0
    assert "Чад" in shown.out
