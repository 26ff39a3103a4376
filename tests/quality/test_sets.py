"""The sets of queries: declensions against the forms of a grammar book, and what a treebank's query wants."""

from __future__ import annotations

from pathlib import Path

import pytest

from .people import declined, people
from .questions import questions
from .texts import ROOT, TEXTS
from .treebank import queries_of, sentences_of

TREEBANK = """\
# text = Цены на сталь растут
1\tЦены\tцена\tNOUN\t_\t_\t_\t_\t_\t_
2\tна\tна\tADP\t_\t_\t_\t_\t_\t_
3\tсталь\tсталь\tNOUN\t_\t_\t_\t_\t_\t_
4\tрастут\tрасти\tVERB\t_\t_\t_\t_\t_\t_

# text = Производство стали
1\tПроизводство\tпроизводство\tNOUN\t_\t_\t_\t_\t_\t_
2\tстали\tсталь\tNOUN\t_\t_\t_\t_\t_\t_

# text = Они стали друзьями
1\tОни\tони\tPRON\t_\t_\t_\t_\t_\t_
2\tстали\tстать\tVERB\t_\t_\t_\t_\t_\t_
3\tдрузьями\tдруг\tNOUN\t_\t_\t_\t_\t_\t_

# text = Рост цен
1\tРост\tрост\tNOUN\t_\t_\t_\t_\t_\t_
2\tцен\tцена\tNOUN\t_\t_\t_\t_\t_\t_

"""


@pytest.mark.parametrize(
    ("name", "gender", "forms"),
    [
        ("Токтосунова", "f", "Токтосунова Токтосуновой Токтосуновой Токтосунову Токтосуновой Токтосуновой"),
        ("Стрелец:strelec", "m", "Стрелец Стрельца Стрельцу Стрельца Стрельцом Стрельце"),
        ("Шкварок:fleeting", "m", "Шкварок Шкварка Шкварку Шкварка Шкварком Шкварке"),
        ("Гуща", "f", "Гуща Гущи Гуще Гущу Гущей Гуще"),
        ("Жан:fixed-Поль", "m", "Жан-Поль Жан-Поля Жан-Полю Жан-Поля Жан-Полем Жан-Поле"),
    ],
)
def test_declensions(name: str, gender: str, forms: str) -> None:
    assert declined(name, gender) == tuple(forms.split())


def test_there_are_people_enough() -> None:
    assert len(people()) >= 120


def test_a_treebank_query_wants_other_forms_and_ignores_homographs(tmp_path: Path) -> None:
    path = tmp_path / "small.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    sentences = list(sentences_of([path]))
    numbers = {sentence.text: sentence.number for sentence in sentences}
    queries = {query["query"].lower(): query for query in queries_of(sentences)}
    prices = {"цены": "Рост цен", "цен": "Цены на сталь растут"}
    steel = {"сталь", "стали"} & queries.keys()
    assert any(queries[form]["relevant"] == [numbers[text]] for form, text in prices.items() if form in queries)
    assert steel
    assert all(numbers["Они стали друзьями"] in queries[form]["ignore"] for form in steel)


def test_questions_want_articles_that_exist() -> None:
    ids = [path.stem for path in (*ROOT.glob("seeds/*.txt"), *TEXTS.glob("dev/*.txt"))]
    asked = questions()
    assert len(asked) == 20
    assert all(sum(name.startswith(start) for name in ids) == 1 for question in asked for start in question.wanted)
