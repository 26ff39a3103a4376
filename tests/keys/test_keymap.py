"""Keys that the reader gives to actions: what is put in force, and what is refused, with the words that say why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest

from kgtui.keys import BY_ID, KEY_NAMES, Area, KeyMistake, footer_of, use_keys
from kgtui.locale import t, use_language


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    use_language("ru")
    yield
    use_keys({})


def test_an_action_has_the_readers_keys_and_the_others_their_own() -> None:
    use_keys({"next_hit": ["ctrl+n", "т"], "zoom": []})
    assert BY_ID["next_hit"].keys == ("ctrl+n", "n")
    assert BY_ID["next_hit"].is_remapped
    assert BY_ID["zoom"].keys == ()
    assert BY_ID["next_fact"].keys == BY_ID["next_fact"].default
    use_keys({})
    assert BY_ID["next_hit"].keys == ("n",)


def test_two_actions_may_change_places() -> None:
    use_keys({"next_hit": ["f"], "next_fact": ["n"]})
    assert (BY_ID["next_hit"].keys, BY_ID["next_fact"].keys) == (("f",), ("n",))


def test_one_key_may_mean_two_things_in_two_places() -> None:
    use_keys({"sort": ["/"], "search": ["ctrl+f"], "filter": ["ctrl+f"]})
    assert BY_ID["sort"].keys == ("/",)


def test_what_types_a_letter_types_it_in_a_text_field() -> None:
    use_keys({"back": ["h", "escape"], "tour": []} if "tour" in BY_ID else {"back": ["h", "escape"]})
    assert BY_ID["back"].keys_in(Area.ARTICLE) == ("h", "escape")
    assert BY_ID["back"].keys_in(Area.SEARCH) == ("escape",)
    assert BY_ID["back"].shown_key(Area.ARTICLE) == "h"
    assert KEY_NAMES["back"] == "Esc"


def test_words_and_footer_follow() -> None:
    assert t("screen.need.query", keys=KEY_NAMES) == "Запроса ещё нет: клавиша /"
    use_keys({"search": ["f5"], "close": []})
    assert t("screen.need.query", keys=KEY_NAMES) == "Запроса ещё нет: клавиша F5"
    assert "close" not in [action.id for action in footer_of(Area.LIST)]
    use_keys({"search": []})
    assert t("screen.need.query", keys=KEY_NAMES) == "Запроса ещё нет: клавиша Ctrl+P «Искать»"


@pytest.mark.parametrize(
    ("keys", "entry", "words"),
    [
        ({"next_hti": ["n"]}, "next_hti", "next_hit"),
        ({"абв": ["n"]}, "абв", "kgtui keys"),
        ({"zoom": ["pgdwn"]}, "zoom", "pgdown"),
        ({"zoom": ["🗝"]}, "zoom", "f1–f12"),
        ({"zoom": ["Ctrl+Ш"]}, "zoom", "Tab"),
        ({"zoom": ["n"]}, "zoom", "next_hit = []"),
        ({"zoom": ["т"]}, "zoom", "next_hit"),
        ({"zoom": ["ctrl+p"]}, "zoom", "palette"),
        ({"zoom": ["."]}, "zoom", "search"),  # the finger of «/» under the Russian layout
        ({"quit": []}, "quit", "«Выйти»"),
        ({"quit": ["v"]}, "quit", "Ctrl"),
        ({"back": ["0"]}, "back", "ничего не печатает"),
    ],
)
def test_a_mistake_is_told_with_what_to_do(keys: Mapping[str, Sequence[str]], entry: str, words: str) -> None:
    use_keys({"sort": ["f7"]})
    with pytest.raises(KeyMistake) as caught:
        use_keys(keys)
    assert caught.value.entry == entry
    assert words in caught.value.reason
    assert BY_ID["sort"].keys == BY_ID["sort"].default
