"""One spelling for what a reader would not tell apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.language.spelling import plain


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("Кыpгызстан", "кыргызстан"),  # a Latin «p»
        ("Tаджикистан", "таджикистан"),  # a Latin «T»: its small letter would not look so
        ("CАSА-1000", "casa-1000"),  # a Russian «А»
        ("САSА-мост", "casa-мост"),
        ("Tаджикистан-ASEAN", "таджикистан-asean"),
        ("IT-парк", "it-парк"),  # «i» looks like no letter of Russian
        ("CASA-1000", "casa-1000"),
        ("Кыргызста\u0301н", "кыргызстан"),
        ("Кыргыз\u00adстан", "кыргызстан"),
        ("торгово‑экономический", "торгово-экономический"),
        ("д’Артаньян", "д'артаньян"),
        ("Өзгөн", "озгон"),
        ("ёлка", "ёлка"),
    ],
)
def test_plain(written: str, spelt: str) -> None:
    assert plain(written) == spelt


@given(st.text(max_size=30))
def test_a_plain_form_stays_as_it_is(form: str) -> None:
    assert plain(plain(form)) == plain(form)
