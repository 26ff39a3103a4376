"""``kgtui news``: what came since it was last asked, country by country, reprints folded; usable from cron."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Kgtui, Ran, environment

TALKS = (
    "Премьер-министр Казахстана Марат Оспанов принял в Астане президента Кыргызстана Азамата Турдиева. "
    "Стороны договорились построить мост через реку Чу до конца года. "
    "Товарооборот Казахстана и Кыргызстана за 2024 год составил 1,7 миллиарда долларов. "
    "Казахстан подтвердил планы, и об этом сообщила пресс-служба правительства в Астане вечером. "
)
BRIDGE = "Мост через реку открыт. Узбекистан готовит новую дорогу, а Казахстан поможет. Узбекистан доволен."
HOME = "Кыргызстан отметил праздник."
WEATHER = "Погода будет ясной."


def add(kgtui: Kgtui, folder: Path, texts: dict[str, str]) -> None:
    for id_, text in texts.items():
        (folder / f"{id_}.txt").write_text(text, encoding="utf-8")
    assert kgtui("add", *(str(folder / f"{id_}.txt") for id_ in texts)).code == 0


@pytest.fixture
def mine(tmp_path: Path, here: Kgtui) -> Kgtui:
    add(here, tmp_path, {"talks": TALKS, "bridge": BRIDGE, "home": HOME, "weather": WEATHER})
    return here


def news(kgtui: Kgtui, *more: str) -> Ran:
    ran = kgtui("news", "--json", *more)
    if ran.code:
        assert (ran.code, ran.out, ran.err) == (1, "", "")
    return ran


def by_country(ran: Ran) -> dict[str | None, list[str]]:
    return {country["code"]: [each["id"] for each in country["articles"]] for country in ran.json["countries"]}


def test_first_everything_by_country_then_what_came(mine: Kgtui, tmp_path: Path) -> None:
    first = news(mine)
    assert (first.json["since"], first.json["articles"]) == (None, 4)
    assert by_country(first) == {"KZ": ["talks"], "UZ": ["bridge"], "KG": ["home"], None: ["weather"]}
    assert news(mine).code == 1
    add(mine, tmp_path, {"home": "Кыргызстан и Казахстан отметили праздник.", "new": "Узбекистан строит дорогу."})
    second = news(mine)
    assert second.json["since"] == "2025-11-21"
    assert by_country(second) == {"KZ": ["home"], "UZ": ["new"]}
    assert news(mine).code == 1


def test_peeking_leaves_it_new(mine: Kgtui) -> None:
    assert news(mine, "--peek").json == news(mine).json


def test_what_an_article_tells_stands_with_its_sentence(mine: Kgtui) -> None:
    (talks,) = next(country for country in news(mine).json["countries"] if country["code"] == "KZ")["articles"]
    assert talks["also"] == []
    (meeting,) = talks["meetings"]
    assert set(meeting["participants"]) == {"Марат Оспанов", "Азамат Турдиев"}
    assert [promise["status"] for promise in talks["promises"]] == ["agreed"]
    assert [(figure["value"], figure["unit"]) for figure in talks["figures"]] == [(1.7e9, "USD")]
    for fact in (*talks["meetings"], *talks["promises"], *talks["figures"]):
        note = fact["note"]
        assert TALKS[note["start"] : note["end"]] == note["text"]
        assert note["start"] <= fact["start"] < note["end"]


def test_the_size_of_a_promise_is_told_once(mine: Kgtui, tmp_path: Path) -> None:
    news(mine)
    add(mine, tmp_path, {"gas": "Казахстан планирует поставить в Узбекистан 12 млрд кубометров газа в 2026 году."})
    (country,) = news(mine).json["countries"]
    (gas,) = country["articles"]
    assert [promise["figure"]["value"] for promise in gas["promises"]] == [12e9]
    assert gas["figures"] == []


def test_text_says_the_same(mine: Kgtui) -> None:
    shown = mine("news")
    assert (shown.code, shown.err) == (0, "")
    assert all(len(line) <= 80 for line in shown.out.splitlines())
    for words in (
        "КАЗАХСТАН",
        "Марат Оспанов",
        "[1]",
        "[3]",
        "также: Казахстан",
        "БЕЗ СТРАНЫ",
        "товарооборот: 1,7 млрд долл. США (2024)",
    ):
        assert words in shown.out.replace("\u00a0", " ")
    nothing = mine("news")
    assert (nothing.code, nothing.out, nothing.err) == (1, "", "")


def test_reprints_are_folded(mine: Kgtui, tmp_path: Path) -> None:
    long = TALKS + BRIDGE + HOME
    add(mine, tmp_path, {"a": f"Бишкек, 1 ноября. {long}", "b": f"{long} Другое агентство.", "c": long})
    (country,) = [each for each in news(mine).json["countries"] if each["code"] == "KZ"]
    assert sorted(each["reprints"] for each in country["articles"]) == [0, 2]
    add(mine, tmp_path, {"d": f"{long} Третье агентство."})
    (country,) = news(mine, "--peek").json["countries"]
    assert (country["articles"], country["known"]) == ([], 1)
    assert "перепечатка" in mine("news").out


def test_a_limit_says_what_is_left_out_and_all_is_seen(mine: Kgtui, tmp_path: Path) -> None:
    add(mine, tmp_path, {name: f"Узбекистан строит {name}." for name in ("завод", "школу")})
    uzbekistan = next(each for each in news(mine, "--limit", "1").json["countries"] if each["code"] == "UZ")
    assert (len(uzbekistan["articles"]), uzbekistan["more"]) == (1, 2)
    assert news(mine).code == 1


def test_each_library_has_its_own_mark(mine: Kgtui, tmp_path: Path) -> None:
    news(mine)
    other = ("--library", str(tmp_path / "other"))
    assert mine("add", str(tmp_path / "home.txt"), *other).code == 0
    assert by_country(news(mine, *other)) == {"KG": ["home"]}
    assert news(mine).code == 1


def test_an_empty_library_has_no_news(here: Kgtui, tmp_path: Path) -> None:
    here("add", str(tmp_path / "missing.txt"))
    assert news(here).code == 1


def test_a_damaged_file_is_said_and_left(mine: Kgtui, tmp_path: Path) -> None:
    file = tmp_path / "state" / "kgtui" / "looks.json"
    file.parent.mkdir(parents=True)
    file.write_text("[", encoding="utf-8")
    damaged = mine("news")
    assert (damaged.code, damaged.out) == (2, "")
    assert str(file) in damaged.err
    assert file.read_text(encoding="utf-8") == "["


@pytest.mark.parametrize("taker", [">&-", "> /dev/full"])
def test_news_that_could_not_leave_stay_new(mine: Kgtui, tmp_path: Path, taker: str) -> None:
    command = f'"{sys.executable}" -m kgtui news {taker}'
    subprocess.run(["/bin/sh", "-c", command], env=environment(tmp_path), capture_output=True, check=False, timeout=180)
    assert by_country(news(mine))["KZ"] == ["talks"]


def test_nothing_in_the_articles_acts_on_a_terminal(here: Kgtui, tmp_path: Path) -> None:
    add(here, tmp_path, {"evil": "Казахстан\x1b[31m открыл\x07 мост.\u202e Узбекистан рад.\nКазахстан тоже."})
    assert not any(sign in here("news", "--peek").out for sign in "\x1b\x07\u202e")
