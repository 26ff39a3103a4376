"""``kgtui correct``: what a clerk types, what then stands in the answers, and how it is taken back."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import Kgtui, environment

TEXT = (
    "Президент Узбекистана Шавкат Мирзиёев прибыл в Бишкек. "
    "Товарооборот Кыргызстана и Узбекистана в 2024 году составил 845 млн долларов, сообщил Мирзиёев. "
    "Компания «Манас» построит завод. Министр Алмазбек Бейшеналиев согласился."
)
OTHER = "Президент Шавкат Мирзиеев и премьер-министр Мирзиеев Олим. Министр Алмазбек Бейшеналиев ответил."


@pytest.fixture
def mine(tmp_path: Path, here: Kgtui) -> Kgtui:
    for name, text in (("a", TEXT), ("b", OTHER)):
        (tmp_path / f"{name}.txt").write_text(f" date 2025-11-2{'1' if name == 'a' else '0'} {text}", encoding="utf-8")
    assert here("add", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")).code == 0
    return here


def figure(kgtui: Kgtui) -> dict[str, Any]:
    (shown,) = kgtui("show", "a", "--json").json["figures"]
    return dict(shown)


def persons(kgtui: Kgtui) -> list[tuple[str, int]]:
    return [(each["name"], each["articles"]) for each in kgtui("entities", "--kind", "person", "--json").json]


def test_the_facts_of_an_article_with_their_numbers_and_sentences(mine: Kgtui) -> None:
    listed = mine("correct", "a")
    assert listed.code == 0
    assert listed.out == mine("correct", "a", "--list").out
    assert "Компания «Манас» построит завод." in listed.out
    assert "kgtui correct a" in listed.err
    items = mine("correct", "a", "--json").json
    assert [item["number"] for item in items] == list(range(1, len(items) + 1))
    assert {item["state"] for item in items} == {"extracted"}
    (amount,) = [item for item in items if item["kind"] == "figure"]
    assert amount["text"] == "845 млн долларов"
    assert amount["sentence"].startswith("Товарооборот Кыргызстана")


def test_a_day_that_a_reader_sets_is_that_of_the_meeting_everywhere(mine: Kgtui) -> None:
    numbers = [item["number"] for item in mine("correct", "a", "--json").json if item["kind"] == "meeting"]
    assert mine("correct", "a", str(numbers[0]), "set", "дата=октябрь 2025").code == 0
    assert " окт. 2025" in mine("country", "UZ").out
    assert "окт. 2025 визит" in mine("countries").out
    assert "когда: окт. 2025 ·" in " ".join(mine("correct", "a").out.split())


def test_hidden_and_back_again(mine: Kgtui) -> None:
    numbers = [item["number"] for item in mine("correct", "a", "--json").json]
    amount = str(next(item["number"] for item in mine("correct", "a", "--json").json if item["kind"] == "figure"))
    done = mine("correct", "a", amount, "hide")
    assert (done.code, "kgtui correct undo" in done.out) == (0, True)
    assert mine("show", "a", "--json").json["figures"] == []
    again = mine("correct", "a", "--json").json
    assert [item["number"] for item in again] == numbers  # a number stays that of its fact
    assert again[int(amount) - 1]["state"] == "hidden"
    assert "[скрыто]" in mine("correct", "a").out
    assert mine("correct", "a", amount, "set", "period=2025").code == 1
    assert mine("correct", "undo").code == 0
    assert figure(mine)["value"] == 845_000_000
    assert mine("correct", "undo").code == 1


def test_a_value_is_read_as_in_an_article(mine: Kgtui) -> None:
    mended = ("value=около 1,7 млрд сомов", "период=январь–август 2025 года", "countries=Киргизия, РУз", "kind=цель")
    assert mine("correct", "a", "845 млн долларов", "set", *mended).code == 0
    told = figure(mine)
    assert (told["value"], told["unit"], told["approx"]) == (1_700_000_000, "KGS", "about")
    assert (told["period"], told["countries"], told["kind"]) == ("2025-01/2025-08", ["KG", "UZ"], "target")
    assert mine("correct", "a", "845 млн долларов", "set", "period=", "countries=").code == 0
    assert (figure(mine)["period"], figure(mine)["countries"], figure(mine)["value"]) == (None, [], 1_700_000_000)
    for day in ("2024-12", "31.12.2024", "2020/2024"):
        assert mine("correct", "a", "845 млн долларов", "set", f"period={day}").code == 0
    assert figure(mine)["period"] == "2020/2024"


def test_a_name_and_what_belongs_to_it(mine: Kgtui) -> None:
    mended = ("name=Алмаз Бейшеналиев", "должность=министр энергетики", "country=Кыргызстан")
    assert mine("correct", "a", "Алмазбек Бейшеналиев", "set", *mended).code == 0
    found = [each for each in mine("show", "a", "--json").json["persons"] if "Бейшеналиев" in each["name"]]
    assert [(each["name"], each["role"], each["country"]) for each in found] == [
        ("Алмаз Бейшеналиев", "министр энергетики", "KG")
    ]
    assert ("Алмазбек Бейшеналиев", 1) in persons(mine)  # in the other article
    assert mine("correct", "a", "Алмазбек Бейшеналиев", "set", "kind=место").code == 0
    assert "Алмаз Бейшеналиев" in [each["name"] for each in mine("show", "a", "--json").json["places"]]


def test_names_of_the_library(mine: Kgtui) -> None:
    assert mine("correct", "rename", "Бейшеналиев", "Алмазбек Бейшеналиев (министр)").code == 0
    assert ("Алмазбек Бейшеналиев (министр)", 2) in persons(mine)
    before = persons(mine)
    assert mine("correct", "merge", "Алмазбек Бейшеналиев", "Шавкат Мирзиёев").code == 0
    assert ("Шавкат Мирзиёев", 2) in persons(mine)
    assert not any("Бейшеналиев" in name for name, _ in persons(mine))
    assert mine("correct", "split", "Алмазбек Бейшеналиев").code == 0
    assert persons(mine) == before
    assert mine("correct", "split", "Алмазбек Бейшеналиев").code == 1
    logged = mine("correct", "log", "--json").json
    assert [each["do"] for each in logged] == ["rename", "merge", "split"]
    assert all(each["who"] and each["when"] and not each["shared"] for each in logged)


def test_a_former_name_is_still_understood(mine: Kgtui) -> None:
    """Whoever has a brief by it in a script, or in mind, goes on."""
    assert mine("correct", "merge", "Алмазбек Бейшеналиев", "Шавкат Мирзиёев").code == 0
    assert mine("country", "Бейшеналиеву Алмазбеку", "--peek", "--json").json["person"]["name"] == "Шавкат Мирзиёев"
    assert mine("correct", "rename", "Шавкат Мирзиёев", "Шавкат Тестов").code == 0
    for name in ("Алмазбек Бейшеналиев", "Шавкат Мирзиёев", "Шавкат Тестов"):
        assert mine("country", name, "--peek", "--json").json["person"]["name"] == "Шавкат Тестов"
        assert mine("search", f'кто:="{name}"', "--json").json["total"] == 2
    assert mine("correct", "undo").code == mine("correct", "undo").code == 0
    assert mine("country", "Алмазбек Бейшеналиев", "--peek", "--json").json["person"]["name"] == "Алмазбек Бейшеналиев"


def test_the_log_shortens_the_words_of_a_long_fact(mine: Kgtui, tmp_path: Path) -> None:
    said = "Дорога нужна всем нам, и мы её построим" * 5
    (tmp_path / "long.txt").write_text(f"«{said}», — сказал министр Нурлан Асанов.", encoding="utf-8")
    assert mine("add", str(tmp_path / "long.txt")).code == 0
    assert mine("correct", "long", said, "hide").code == 0
    logged = mine("correct", "log").out
    assert "Дорога нужна" in logged
    assert "…" in logged
    assert said not in logged


def test_how_to_take_back_names_the_library(mine: Kgtui, tmp_path: Path) -> None:
    """A command without it would take back something else."""
    other = tmp_path / "другая папка"
    mine("add", str(tmp_path / "a.txt"), "--library", str(other))
    done = mine("correct", "a", "845 млн долларов", "hide", "--library", str(other)).out
    assert mine(*shlex.split(done[done.index("kgtui ") :])[1:]).code == 0
    assert mine("correct", "undo", "--library", str(other)).code == 1
    assert mine("correct", "a", "845 млн долларов", "hide").out.endswith("kgtui correct undo\n")


def test_for_all_readers(mine: Kgtui, tmp_path: Path) -> None:
    assert mine("correct", "a", "845 млн долларов", "set", "about=экспорт", "--shared").code == 0
    assert mine("correct", "rename", "Бейшеналиев", "Алмаз Тестов", "--shared").code == 0
    other = {"XDG_STATE_HOME": str(tmp_path / "another reader")}
    assert mine("show", "a", "--json", **other).json["figures"][0]["about"] == "экспорт"
    assert mine("search", "кто:Тестов", "--json").json["total"] == 2
    assert (tmp_path / "data" / "kgtui" / "library" / "corrections.jsonl").exists()
    assert mine("correct", "undo").code == 1  # the reader's own are others
    assert mine("correct", "undo", "--shared").code == 0
    assert mine("search", "кто:Тестов", "--json").json["total"] == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["a", "999", "hide"], 1, "kgtui correct a"),
        (["a", "1.9", "hide"], 1, "kgtui correct a"),
        (["a", "нет такого", "hide"], 1, "kgtui correct a"),
        (["a", "Узбекистан", "hide"], 2, "\n  "),
        (["a", "845 млн долларов", "set", "value"], 2, "="),
        (["a", "845 млн долларов", "set", "speaker=Токаев"], 2, "period"),
        (["a", "845 млн долларов", "set", "value=много"], 2, "1,7 млрд долларов"),
        (["a", "845 млн долларов", "set", "period=2024-13"], 2, "2025-01/2025-08"),
        (["a", "845 млн долларов", "set", "kind=big"], 2, "вид=big: такого значения нет. Можно: уровень"),
        (["a", "845 млн долларов", "set", "countries=Атлантида"], 2, "Таджикистан"),
        (["a", "Бишкек", "set", "name="], 2, "имя="),
        (["a", "в 2024 году составил", "set", "speaker=Бешеналиев"], 2, "Алмазбек Бейшеналиев"),
        (["a", "в 2024 году составил", "set", "speaker=дорога"], 2, "имя и фамилию"),
        (["нет", "1", "hide"], 1, "kgtui search"),
        (["merge", "Мирзиёев"], 2, "kgtui correct --help"),
        (["merge", "Никто", "Шавкат Мирзиёев"], 1, "kgtui entities"),
        (["merge", "Алмазбек Бешеналиев", "Шавкат Мирзиёев"], 1, "Алмазбек Бейшеналиев"),
        (["merge", "Шавкат Мирзиёев", "шавкат мирзиеев"], 2, "rename"),
        (["rename", "Шавкат Мирзиёев", "«»"], 2, "rename"),
        (["split", "Шавкат Мирзиёев"], 1, "kgtui correct ID"),
        (["undo"], 1, "--shared"),
        (["log"], 1, "kgtui correct ID"),
        (["a", "1", "sing"], 2, "kgtui correct --help"),
    ],
)
def test_what_cannot_be_says_what_to_do(mine: Kgtui, words: list[str], code: int, said: str) -> None:
    refused = mine("correct", *words)
    assert (refused.code, refused.out) == (code, "")
    assert said in refused.err
    assert mine("correct", "log").code == 1


def test_a_damaged_line_is_said_and_the_others_hold(mine: Kgtui, tmp_path: Path) -> None:
    mine("correct", "a", "845 млн долларов", "hide")
    (file,) = (tmp_path / "state" / "kgtui" / "corrections").iterdir()
    kept = file.read_text(encoding="utf-8")
    file.write_text(f"{{\n{kept}", encoding="utf-8")
    assert mine("show", "a", "--json").json["figures"] == []
    logged = mine("correct", "log")
    assert logged.code == 0
    assert f"{file}, строка 1" in logged.err
    advice = {check["name"]: check["advice"] for check in mine("doctor", "--json").json}
    assert "строка 1" in advice["corrections"]


def test_two_readers_at_once(mine: Kgtui, tmp_path: Path) -> None:
    """Of a shared file, each waits for the other."""
    command = [sys.executable, "-m", "kgtui", "correct", "--shared"]
    calls = [["a", "845 млн долларов", "hide"], ["rename", "Бейшеналиев", "Алмаз Тестов"]]
    running = [
        subprocess.Popen([*command, *words], env={**os.environ, **environment(tmp_path)}, stdout=subprocess.DEVNULL)
        for words in calls
    ]
    assert [each.wait() for each in running] == [0, 0]
    assert len(mine("correct", "log", "--json").json) == 2
    lines = (tmp_path / "data" / "kgtui" / "library" / "corrections.jsonl").read_text(encoding="utf-8").splitlines()
    assert sorted(json.loads(line)["do"] for line in lines) == ["hide", "rename"]


def test_a_library_of_another_owner_is_corrected_for_oneself(mine: Kgtui, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    (tmp_path / "data" / "kgtui" / "library").rename(moved)
    assert mine("correct", "a", "845 млн долларов", "hide", "--library", str(moved)).code == 0
    assert not (moved / "corrections.jsonl").exists()
    assert mine("show", "a", "--json", "--library", str(moved)).json["figures"] == []
