"""The names of states in our own voice: «Президент Киргизии» of a source is «Президент Кыргызстана» on our page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from kgtui.gazetteer.tables import DATA, read_table
from kgtui.language import Reading, fold, word

_WORD = re.compile(r"[А-Яа-яЁё]+")
_ENDING = len("ий")  # of an adjective
_IN_PLACE = frozenset("в во о об при на".split())  # before them a name that may be genitive or locative is the latter


@lru_cache(maxsize=4096)
def in_house_style(text: str) -> str:
    """With each name of a state that we call otherwise in our form, in the case in which it stands.

    >>> in_house_style("посол Белоруссии в Киргизии")
    'посол Беларуси в Кыргызстане'
    >>> in_house_style("киргизско-таджикский форум")
    'кыргызско-таджикский форум'
    """
    before = ""

    def ours(match: re.Match[str]) -> str:
        nonlocal before
        form, last = match.group(), before
        before = form.lower()
        return _ours(form, is_in_place=last in _IN_PLACE)

    return _WORD.sub(ours, text)


def _ours(form: str, *, is_in_place: bool) -> str:
    readings = [reading for reading in word(form).readings if reading.folded in _house_names()]
    if not readings:
        return form
    reading = next((each for each in readings if is_in_place and each.case == "loct"), readings[0])
    inflected = _inflected(word(_house_names()[reading.folded]).readings[0], reading)
    return inflected.capitalize() if form[0].isupper() else inflected


def _inflected(ours: Reading, like: Reading) -> str:
    """Our name in the case of theirs; an adjective also in its gender, and in the form of compounds («киргизско-»)."""
    if like.pos == "ADJS":
        return f"{ours.lemma[:-_ENDING]}о"
    gender = like.gender if like.pos == "ADJF" and like.number == "sing" else None
    wanted = [grammeme for grammeme in (like.case, like.number, gender) if grammeme]
    return ours.inflect(*wanted) or ours.lemma


@cache
def _house_names() -> Mapping[str, str]:
    """Folded lemma of what texts write → what we do."""
    rows = read_table(DATA / "house_names.tsv", ("written", "ours"))
    return {fold(row.text("written")): row.text("ours").lower() for row in rows}
