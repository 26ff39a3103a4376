"""What is promised, in the nominative and at most eight words: the deed's noun with its object."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.extraction.context import Context
from kgtui.extraction.phrases import phrase_in
from kgtui.extraction.promises.noun_phrases import Phrase
from kgtui.extraction.promises.noun_words import is_preposition
from kgtui.extraction.promises.surroundings import is_currency
from kgtui.language import word

MOST_WORDS = 8
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
    return sum(len(part.split()) for part in parts)


def _object(context: Context, phrase: Phrase, case: str) -> str:
    if phrase.figure is not None or phrase.counted:
        return _measured(context, phrase, case)
    if phrase.reading is None:
        return context.worded(phrase.first, phrase.stop)
    said = phrase_in(context, phrase.first, phrase.head, phrase.stop, phrase.reading, case=case)
    return said[:1].lower() + said[1:] if _is_only_first(context, phrase.first) else said


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
    wanted = phrase.reading.inflect("plur", case) or context.tokens[phrase.head].text  # «3 пожарные машины»
    tail = context.worded(phrase.head + 1, phrase.stop) if phrase.stop > phrase.head + 1 else ""
    return f"{wanted} {tail}".strip()


def _shortened(what: str) -> str | None:
    """At most eight words, with no preposition, adjective or mark left hanging."""
    words = what.split()
    if len(words) > MOST_WORDS:
        words = words[:MOST_WORDS]
        while words and _hangs(words[-1]):
            words.pop()
    return " ".join(words).rstrip(" ,–—-") or None


def _hangs(text: str) -> bool:
    plain = text.strip('«»"“”,.')
    readings = word(plain).readings if plain else ()
    return not readings or readings[0].pos in _LOOSE_ENDS or is_preposition(plain)
