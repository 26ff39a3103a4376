"""What is promised, in the nominative and at most eight words: the deed's noun with its object."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.phrases import inflected, phrase_in
from kgtui.extraction.promises.noun_phrases import Phrase
from kgtui.extraction.promises.noun_words import is_preposition, nouns, reads_as_adjective
from kgtui.extraction.promises.surroundings import is_currency
from kgtui.language import Reading, word

MOST_WORDS = 8
_BETWEEN = re.compile(r" между .+?(?= об? )")  # the parties of a document, whom the rest of a fact tells
_LEAST_WORDS = 3
# What says nothing without more words: «в качестве», «в сфере».
_OF_MORE = frozenset("качество рамка сфера область цель ход вопрос направление уровень основа".split())
_LOOSE_ENDS = frozenset({"CONJ", "PREP", "ADJF", "PRTF", "PRCL"})


def worded(context: Context, nouns: Sequence[str], phrase: Phrase | None, beside: Sequence[str] = ()) -> str | None:
    """The deeds' nouns with the object in the genitive; without nouns the object in the nominative. ``beside`` is what
    else belongs to it («на ремонт дорог»), as far as there is room. None where nothing would be said.
    """
    said = _object(context, phrase, "gent" if nouns else "nomn") if phrase is not None else ""
    if not said and not (nouns and beside):
        return None
    parts = [part for part in (" и ".join(nouns), said) if part]
    if len(nouns) > 1 and _length(parts) > MOST_WORDS:
        parts[0] = nouns[-1]
    for part in beside:
        parts.append(part)
        if _length(parts) >= MOST_WORDS:
            break
    return _shortened(" ".join(parts))


def _length(parts: Sequence[str]) -> int:
    return sum(map(word_count, parts))


def word_count(what: str) -> int:
    """The words of a text, without the dashes between them."""
    return sum(each not in DASHES for each in what.split())


def _object(context: Context, phrase: Phrase, case: str) -> str:
    if phrase.figure is not None or phrase.counted:
        return _measured(context, phrase, case)
    if phrase.reading is None:
        return context.worded(phrase.first, phrase.stop)
    said = _in_case(context, phrase, phrase.reading, case)
    return said[:1].lower() + said[1:] if _is_only_first(context, phrase.first) else said


def _in_case(context: Context, phrase: Phrase, reading: Reading, case: str) -> str:
    """A phrase with its second noun, and with what it is likened to («цифровизация как катализатор роста»)."""
    if phrase.also is not None and phrase.also.reading is not None:
        one = phrase_in(context, phrase.first, phrase.head, phrase.head + 1, reading, case=case)
        return f"{one} и {_in_case(context, phrase.also, phrase.also.reading, case)}"
    for position in range(phrase.head + 1, phrase.stop - 1):
        if context.lower(position) == "как":
            like = _noun_like(context, position + 1, phrase.stop)
            if like is not None:
                said = phrase_in(context, phrase.first, phrase.head, position, reading, case=case)
                return f"{said} как {phrase_in(context, position + 1, like[0], phrase.stop, like[1], case=case)}"
    return phrase_in(context, phrase.first, phrase.head, phrase.stop, reading, case=case)


def _noun_like(context: Context, first: int, stop: int) -> tuple[int, Reading] | None:
    """The noun after «как», past its adjectives."""
    for position in range(first, stop):
        reading = next((r for r in nouns(context.tokens[position].text) if r.case in ("accs", "nomn")), None)
        if reading is not None or not reads_as_adjective(context.tokens[position].text):
            return (position, reading) if reading is not None else None
    return None


def _is_only_first(context: Context, position: int) -> bool:
    """Whether a word has its capital from the sentence that it begins."""
    token = context.tokens[position]
    return token.text[1:].islower() and context.starts_sentence(position) and not word(token.text).readings[0].is_name


def _measured(context: Context, phrase: Phrase, case: str) -> str:
    """What an amount measures; of an amount of money alone «средства»."""
    if phrase.reading is None:
        if phrase.figure is not None and is_currency(phrase.figure.amount.unit):
            return {"gent": "средств", "nomn": "средства"}[case]
        return context.worded(phrase.first, phrase.stop)
    if not phrase.counted or phrase.reading.number == "plur":
        return phrase_in(context, phrase.first, phrase.head, phrase.stop, phrase.reading, case=case)
    form = context.tokens[phrase.head].text
    wanted = inflected(form, phrase.reading, "plur", case)  # «3 пожарные машины», «5 ГЭС»
    tail = context.worded(phrase.head + 1, phrase.stop) if phrase.stop > phrase.head + 1 else ""
    return f"{wanted} {tail}".strip()


def _shortened(what: str) -> str | None:
    """At most eight words, with no route cut in two, and no preposition, adjective or mark left hanging."""
    if word_count(what) > MOST_WORDS:
        what = _BETWEEN.sub("", what, 1)
    words = what.split()
    if word_count(what) > MOST_WORDS:
        places = [place for place, each in enumerate(words) if each not in DASHES]
        words = _to_comma(words[: places[MOST_WORDS - 1] + 1])
        while _is_cut_route(words, what):
            words.pop()
        while words and _hangs(words[-1]):
            words.pop()
    pointing = next((place for place, each in enumerate(words) if word(each).lemma == "такой"), len(words))
    words = words[:pointing]  # «в таких областях, как …»
    while words and is_preposition(words[-1]):
        words.pop()  # «школы в с. Боз-Адыр»
    return " ".join(words).rstrip(" ,–—-") or None


def _to_comma(words: list[str]) -> list[str]:
    """Up to the last comma, where enough stands before it: what follows is cut off anyway."""
    commas = [place for place, each in enumerate(words) if each.endswith(",") and place + 1 >= _LEAST_WORDS]
    return words[: commas[-1] + 1] if commas else words


def _is_cut_route(words: Sequence[str], what: str) -> bool:
    """Whether a dash, or the name before or after one, is left of «Китай — Кыргызстан — Узбекистан»."""
    rest = what.split()[len(words) :]
    return bool(words) and (words[-1] in DASHES or (bool(rest) and rest[0] in DASHES))


def _hangs(text: str) -> bool:
    plain = text.strip('«»"“”,.')
    readings = word(plain).readings if plain else ()
    return not readings or readings[0].pos in _LOOSE_ENDS or is_preposition(plain) or readings[0].lemma in _OF_MORE
