"""The readers of texts with marked names: small files in the forms of their makers."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgtui.extraction.extract import extract
from kgtui.language import analyse
from kgtui.model import Document, Entity, EntityKind, Facts, Span

from .real_names import figures, is_nominative
from .real_texts import real_texts

TEXT = "Мэр Москвы Юрий\r\nЛужков прибыл в МИД."


def made(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def marked(folder: Path) -> tuple[str, list[tuple[str, str]]]:
    name, (only,) = real_texts(folder)
    return name, [(each.kind.value, each.span.of(only.text)) for each in only.names]


def test_factrueval(tmp_path: Path) -> None:
    files = {
        "dev/1.txt": TEXT,
        "dev/1.spans": "1 job 0 3 # Мэр\n2 loc_name 4 6 # Москвы\n3 name 11 4 # Юрий\n4 surname 17 6 # Лужков\n"
        "5 org_name 33 3 # МИД\n",
        "dev/1.objects": "9 Person 1 3 4 # Юрий Лужков\n10 LocOrg 2 # Москвы\n11 Org 5 # МИД\n12 Project 2 #\n",
    }
    name, names = marked(made(tmp_path, files))
    assert name == "factRuEval-2016"
    assert names == [("LOC", "Москвы"), ("PER", "Юрий\r\nЛужков"), ("ORG", "МИД")]


def test_nerel_takes_the_outermost_names(tmp_path: Path) -> None:
    annotations = (
        "T1\tPERSON 11 23\tЮрий Лужков\nT2\tCITY 4 10\tМосквы\nT3\tPROFESSION 0 10\tМэр Москвы\n"
        "T4\tORGANIZATION 33 36\tМИД\nT5\tPERSON 17 23\tЛужков\nR1\tWORKPLACE Arg1:T1 Arg2:T2\n"
    )
    name, names = marked(made(tmp_path, {"a.txt": TEXT, "a.ann": annotations}))
    assert name == "NEREL"
    assert names == [("LOC", "Москвы"), ("PER", "Юрий\r\nЛужков"), ("ORG", "МИД")]


def test_bsnlp_joins_answers_to_texts_by_their_number(tmp_path: Path) -> None:
    answers = "ru-7\nТерезы Мэй\tТереза Мэй\tPER\tPER-1\nBBC\tBBC\tORG\tORG-1\nJohn\tJohn\tPER\tPER-2\n"
    files = {
        "brexit/raw/ru/file_1.txt": "ru-7\nru\n2018-09-20\nhttps://a.example\nРечь Терезы Мэй и BBC.",
        "brexit/annotated/ru/7.out": answers,
    }
    name, (text,) = real_texts(made(tmp_path, files))
    assert (name, text.text, text.nominatives) == ("BSNLP-2021", "Речь Терезы Мэй и BBC.", {"Терезы Мэй": "Тереза Мэй"})


def test_another_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="none of the known sets"):
        real_texts(tmp_path)


def read(text: str) -> Facts:
    return extract(Document("t", "", text, Span(0, len(text)), ""), analyse(text))


def test_the_figures_of_spans(tmp_path: Path) -> None:
    text = "Прибыл Юрий Лужков."
    annotations = "T1\tPERSON 7 18\tЮрий Лужков\nT2\tPERSON 0 6\tПрибыл\nT3\tCITY 0 1\tП\n"
    _, texts = real_texts(made(tmp_path, {"a.txt": text, "a.ann": annotations}))
    row = figures(texts, read)
    assert (row["PER precision"], row["PER recall"]) == (1.0, 0.5)
    assert row["PER exact"] == row["PER overlap"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        ("Тереза Мэй", "Тереза Мэй", True),
        ("Т.Мэй", "Тереза Мэй", True),
        ("Владимир Путин", "Владимир Владимирович Путин", True),
        ("Тереза Мэй", "Терезы Мэй", False),
        ("Чуприн Мартын", "Мартын Чуприн", True),
        ("Тереза Мэй", "Тереза", False),
    ],
)
def test_when_a_nominative_is_right(wanted: str, given: str, right: bool) -> None:
    assert is_nominative(wanted, Entity(EntityKind.PERSON, given, given, ())) is right
