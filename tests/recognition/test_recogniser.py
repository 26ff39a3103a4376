"""Names by the neural network: where it is installed, what it marks, and what it costs nobody who does not ask."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.language import analyse
from kgtui.model import RecognisedKind, Recognition, Span
from kgtui.recognition import load_recogniser

from . import needs_recogniser

PERSON, PLACE, BODY = RecognisedKind.PERSON, RecognisedKind.PLACE, RecognisedKind.BODY


def recognised(text: str, span: Span | None = None) -> Recognition:
    return load_recogniser().recognise(analyse(text, span))


def marked(text: str, span: Span | None = None) -> list[tuple[RecognisedKind, str]]:
    return [(name.kind, name.span.of(text)) for name in recognised(text, span).names]


@needs_recogniser
def test_persons_places_and_bodies_are_marked() -> None:
    text = "В Ташкенте Адылбек Касымалиев встретился с Хойорди Оломбрадой из ЮНЕСКО."
    assert marked(text) == [
        (PLACE, "Ташкенте"),
        (PERSON, "Адылбек Касымалиев"),
        (PERSON, "Хойорди Оломбрадой"),
        (BODY, "ЮНЕСКО"),
    ]


@needs_recogniser
def test_only_the_body_is_read_and_offsets_are_those_of_the_text() -> None:
    text = "Автор: Иван Петров\n\nВ Оше прошёл форум."
    assert marked(text, Span(text.index("В Оше"), len(text))) == [(PLACE, "Оше")]


@needs_recogniser
def test_a_long_text_is_read_in_pieces_without_losing_a_name() -> None:
    sentence = "В понедельник Садыр Жапаров приехал в город Нарын.\n"
    names = marked(sentence * 300)
    assert names == [(PERSON, "Садыр Жапаров"), (PLACE, "Нарын")] * 300


@needs_recogniser
def test_a_sentence_longer_than_a_piece_is_read_too() -> None:
    assert (PERSON, "Садыр Жапаров") in marked("слово " * 3000 + "сказал Садыр Жапаров")


@needs_recogniser
@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_no_text_makes_it_raise_and_names_lie_in_order(text: str) -> None:
    names = recognised(text).names
    ends = [0]
    for name in names:
        assert ends[-1] <= name.span.start < name.span.end <= len(text)
        ends.append(name.span.end)


def test_without_the_extra_what_is_missing_is_said() -> None:
    script = (
        "import sys\nsys.modules['slovnet'] = None  # as where it is not installed\n"
        "from kgtui.recognition import RecogniserMissing, is_available, load_recogniser\nassert not is_available()\n"
        "try:\n    load_recogniser()\nexcept RecogniserMissing as error:\n    print(error.missing)"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.strip() in ("slovnet", "numpy", "razdel", "navec")


def test_asking_whether_it_is_there_loads_nothing_of_it() -> None:
    script = (
        "import sys\nfrom kgtui.recognition import is_available\nis_available()\n"
        "print([name for name in ('numpy', 'slovnet', 'navec', 'natasha') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


@needs_recogniser
def test_the_package_with_the_weights_is_never_imported_and_the_environment_is_left_alone() -> None:
    script = (
        "import os, sys\nfrom kgtui.recognition import load_recogniser\nbefore = dict(os.environ)\nload_recogniser()\n"
        "print('natasha' in sys.modules, 'numpy' in sys.modules, os.environ == before)"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["False", "True", "True"]


@needs_recogniser
@pytest.mark.parametrize(("options", "persons"), [([], ["Гиффордс"]), (["--fast"], [])])
def test_extract_uses_it_unless_it_is_left_out(options: list[str], persons: list[str], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Приз получила Гиффордс.", encoding="utf-8")
    call = [sys.executable, "-m", "kgtui", "extract", "--jsonl", *options, str(path)]
    said = subprocess.run(call, capture_output=True, text=True, check=True)
    assert [person["name"] for person in json.loads(said.stdout)["persons"]] == persons
