"""Reprints are grouped as articles come, change and go; in whichever order they do, the groups are the same."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.library import Library, open_library
from kgtui.library.connections import FILE
from kgtui.reprints import MOST_TEXTS, REPRINTS_VERSION

from .conftest import Item, item, settings_for

OPENING = (
    "Правительство утвердило порядок выдачи льготных кредитов фермерам, которые выращивают сахарную свёклу и кормовые "
    "травы на поливных землях. Деньги начнут выдавать весной через сельские отделения банков под залог будущего урожая."
)
MIDDLE = (
    "Заявки рассмотрит комиссия, в которую войдут агрономы и представители местных советов, не позже чем за 12 дней. "
    "Отказ можно обжаловать в суде, а повторную заявку разрешено подать уже в следующем месяце без новой справки."
)
ENDING = (
    "Учёные советуют хозяйствам объединяться в кооперативы, чтобы вместе покупать технику и хранить собранное зерно. "
    "В прошлом году такие объединения собрали почти половину всей свёклы, хотя земли у них втрое меньше, чем у прочих."
)
STRANGER = (
    "Альпинисты спустили с ледника раненого туриста, который провёл на высоте двое суток без палатки и тёплых вещей. "
    "Врачи говорят, что его жизни ничто не угрожает, но несколько недель ему придётся провести в областной больнице. "
    "Спасатели напомнили путешественникам, что в это время года подниматься без проводника и рации смертельно опасно."
)
OTHER_FIGURE = MIDDLE.replace("12 дней", "30 дней")
TEXTS = {
    "whole": f"{OPENING} {MIDDLE} {ENDING}",
    "cut": f"{OPENING} {MIDDLE}",
    "changed": f"{OPENING} {MIDDLE} {STRANGER}",
    "other figure": f"{OPENING} {OTHER_FIGURE} {ENDING}",
    "between": f"{OPENING} {ENDING}",
    "stranger": STRANGER,
    "short": OPENING,
}


ALL = "итог"  # a word of every text


def kept(id_: str, kind: str) -> Item:
    """An article whose date follows from its id: the first of the alphabet is the earliest."""
    return item(id_, f"{TEXTS[kind]} Итог.", day=1 + ord(id_[0]) - ord("a"))


def groups(library: Library) -> dict[str, str]:
    """Id → group, as a search gives them, and as each article does."""
    found = library.ranking(ALL).groups
    by_article = {number: library.reprints(number) for number in library.numbers()}
    assert {number: found.get(number) for number in by_article} == {
        number: library.headlines(reprints)[0].id if reprints else None for number, reprints in by_article.items()
    }
    assert all(number in reprints for number, reprints in by_article.items() if reprints)
    return {headline.id: found[headline.number] for headline in library.headlines(sorted(found))}


def test_reprints_have_a_common_group_named_after_the_earliest(library: Library) -> None:
    library.add(kept(id_, kind) for id_, kind in (("b", "whole"), ("d", "cut"), ("a", "changed"), ("c", "stranger")))
    assert groups(library) == {"a": "a", "b": "a", "d": "a"}
    assert {hit.headline.id: hit.group for hit in library.search(ALL).hits} == {"a": "a", "b": "a", "d": "a", "c": None}


def test_equal_texts_are_grouped_not_merged(library: Library) -> None:
    library.add([kept("a", "whole"), kept("b", "whole")])
    assert groups(library) == {"a": "a", "b": "a"}
    library.remove("a")
    assert groups(library) == {}


def test_a_text_may_be_put_out_any_number_of_times(library: Library) -> None:
    library.add(item(f"copy{number}", f"{TEXTS['whole']} Итог.") for number in range(2 * MOST_TEXTS))
    library.add([kept("a", "cut")])
    assert len(groups(library)) == 2 * MOST_TEXTS + 1


def test_short_texts_and_other_figures_are_never_reprints(library: Library) -> None:
    library.add(kept(*each) for each in (("a", "short"), ("b", "short"), ("c", "whole"), ("d", "other figure")))
    assert groups(library) == {}


def test_a_cut_text_does_not_join_two_that_contradict_each_other(library: Library) -> None:
    library.add([kept("a", "whole"), kept("b", "other figure"), kept("c", "between")])
    found = groups(library)
    assert found["c"] in "ab"
    assert ("a" in found) != ("b" in found)


def test_the_first_of_a_group_is_removed(library: Library) -> None:
    library.add([kept("a", "whole"), kept("b", "cut"), kept("c", "changed")])
    library.remove("a")
    assert groups(library) == {"b": "b", "c": "b"}
    library.remove("c")
    assert groups(library) == {}


def test_an_article_changes_out_of_its_group_and_back(library: Library) -> None:
    library.add([kept("a", "whole"), kept("b", "cut")])
    library.add([kept("b", "stranger")])
    assert groups(library) == {}
    library.add([kept("b", "changed")])
    assert groups(library) == {"a": "a", "b": "a"}


def test_a_library_of_an_earlier_program_is_grouped_at_the_first_write(folder: Path, library: Library) -> None:
    library.add([kept("a", "whole"), kept("b", "cut")])
    with sqlite3.connect(folder / FILE) as record:
        record.execute("UPDATE worded SET version = ?", (REPRINTS_VERSION - 1,))
        record.execute("DELETE FROM reprints")
    assert groups(library) == {}
    library.remove("nobody")
    assert groups(library) == {"a": "a", "b": "a"}


STEPS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from([*TEXTS, "removed"])), max_size=12)


@given(STEPS, st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_groups_depend_on_what_is_there_and_on_nothing_else(steps: list[tuple[str, str]], chance: Random) -> None:
    left = {id_: kind for id_, kind in dict(steps).items() if kind != "removed"}
    shuffled = sorted(left.items())
    chance.shuffle(shuffled)
    assert _after(steps) == _after(shuffled)


def _after(steps: list[tuple[str, str]]) -> dict[str, str]:
    with TemporaryDirectory() as scratch, open_library(Path(scratch), settings=settings_for(Path(scratch))) as library:
        with library.adding() as adder:
            for id_, kind in steps:
                if kind == "removed":
                    adder.remove(id_)
                else:
                    adder.add([kept(id_, kind)])
        return groups(library)
