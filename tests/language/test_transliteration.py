from __future__ import annotations

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.language.transliteration import spellings, usual_spelling

KNOWN = sorted(
    "азербайджан алиев ашхабад беларусь бишкек джалал-абад жапаров жээнбеков ильхам казань касым-жомарт касымалиев "
    "киргизия кыргызстан мирзиеев рахмон ташкент токаев узбекистан худжанд щербаков casa casa-1000 kfw".split()
)


def begins(start: str) -> bool:
    at = bisect_left(KNOWN, start)
    return at < len(KNOWN) and KNOWN[at].startswith(start)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("japarov", "жапаров"),
        ("zhaparov", "жапаров"),
        ("dzhaparov", "жапаров"),
        ("žaparov", "жапаров"),
        ("kasymaliev", "касымалиев"),
        ("kasimaliyev", "касымалиев"),
        ("tokayev", "токаев"),
        ("mirziyoyev", "мирзиеев"),
        ("mirsijojew", "мирзиеев"),
        ("rahmon", "рахмон"),
        ("rakhmon", "рахмон"),
        ("jeenbekov", "жээнбеков"),
        ("ilham", "ильхам"),
        ("aliyev", "алиев"),
        ("kassym-jomart", "касым-жомарт"),
        ("shcherbakov", "щербаков"),
        ("kyrgyzstan", "кыргызстан"),
        ("kirghizia", "киргизия"),
        ("ouzbékistan", "узбекистан"),
        ("azerbaijan", "азербайджан"),
        ("belarus", "беларусь"),
        ("kazan", "казань"),
        ("khujand", "худжанд"),
        ("jalal-abad", "джалал-абад"),
        ("taschkent", "ташкент"),
        ("каса-1000", "casa-1000"),
        ("кфв", "kfw"),
    ],
)
def test_any_scheme_is_understood(typed: str, meant: str) -> None:
    assert meant in spellings(typed, begins)


def test_the_ending_need_not_be_known() -> None:
    assert spellings("japarovym", begins) == ["жапаровым"]


@given(st.text("abcdefghijklmnopqrstuvwxyz'-", min_size=1, max_size=20))
def test_whatever_is_spelt_begins_like_a_known_word(word: str) -> None:
    assert all(begins(spelling[:4]) for spelling in spellings(word, begins))


@given(st.text(max_size=30))
def test_any_text_has_a_usual_spelling(text: str) -> None:
    assert isinstance(usual_spelling(text), str)
