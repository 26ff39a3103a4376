"""Abbreviations of countries: asked for in any letter case, and found where they stand in capitals. «кр.» in a text is
anything but «КР»."""

from __future__ import annotations

from functools import cache

from kgtui.language import fold, word


def is_abbreviation(form: str) -> bool:
    """Whether a word, in any letter case, is spelt as an abbreviation of a country."""
    return fold(form) in _spellings()


def stands_for_country(form: str) -> bool:
    """Whether a word of a text is such an abbreviation: in capitals, or just as the gazetteer writes it («РУз»)."""
    spelling = _spellings().get(fold(form))
    return spelling is not None and (form.isupper() or form == spelling)


def may_be_a_word(form: str) -> bool:
    """Whether a typed word may as well be another word of the dictionary, as «ира»; not where it is in capitals."""
    if form.isupper() or not word(form).known:
        return False
    return any("Abbr" not in reading.grammemes for reading in word(form).readings)


@cache
def _spellings() -> dict[str, str]:
    """Folded abbreviation → as it is written."""
    from kgtui.gazetteer import load_gazetteer  # noqa: PLC0415 - kept off the start path

    countries = load_gazetteer().countries.values()
    return {fold(spelling): spelling for country in countries for spelling in country.abbreviations}
