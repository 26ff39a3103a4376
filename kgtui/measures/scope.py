"""Of what part of a measure a figure is: «экспорт мяса» is not «экспорт»."""

from __future__ import annotations

from functools import cache, lru_cache

from kgtui.gazetteer import load_gazetteer
from kgtui.language import analyse, word
from kgtui.language.analysis import tokens_in
from kgtui.measures.table import measure_words

# They say between whom and how much, which the figure says itself.
_SAYS_NOTHING = frozenset(
    "взаимный двусторонний обоюдный общий ежегодный годовой внешний совокупный суммарный объем сумма число количество"
    " численность показатель уровень рост поток приток страна государство член сторона республика год".split()
)
_CONTENT = frozenset({"NOUN", "ADJF", "ADJS", "PRTF", "LATN"})


@lru_cache(maxsize=4096)
def scope_of(measure: str, about: str | None) -> frozenset[str]:
    """The folded lemmas by which the measured thing is narrower than its measure; none where it is the whole. No
    country, place or union narrows it: they are whose the figure is.

    >>> sorted(scope_of("export", "казахстанский экспорт мяса")), sorted(scope_of("trade", "взаимная торговля"))
    (['мясо'], [])
    """
    analysis = analyse(about or "")
    named = {at for match in load_gazetteer().match(analysis) for at in range(match.first, match.stop)}
    forms = [token.text for at, token in enumerate(analysis.tokens) if token.is_word and at not in named]
    readings = [word(form).readings[0] for form in forms]
    lemmas = frozenset(reading.lemma.replace("ё", "е") for reading in readings if reading.pos in _CONTENT)
    return lemmas - _own_words(measure) - _SAYS_NOTHING


@cache
def _own_words(measure: str) -> frozenset[str]:
    """The lemmas of the words that tell a measure."""
    wordings = (words.words for known, words in measure_words() if known.code == measure)
    forms = (token.text for each in wordings for wording in each for token in tokens_in(wording))
    return frozenset(lemma for form in forms for lemma in word(form).lemmas)
