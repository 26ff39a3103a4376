"""The nominative of a body's name as a text words it: «пресс-службу Правительства» → «пресс-служба Правительства»."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.language import Reading, Token, word

_ADJECTIVES = frozenset({"ADJF", "PRTF"})


def nominative(tokens: Sequence[Token], head: int, text: str) -> str:
    """The words of ``tokens`` as they stand in ``text``, those up to number ``head`` put into the nominative.

    The adjectives before the head follow its gender and number; what the dictionary cannot inflect stays as it is.
    """
    noun = noun_reading(tokens[head])
    start, end = tokens[0].start, tokens[-1].end
    if noun is None or noun.case == "nomn":
        return text[start:end]
    words = [_adjective(token, noun) for token in tokens[:head]] + [_inflected(tokens[head], noun, "nomn")]
    shown = ""
    for number, replacement in enumerate(words):
        shown += replacement + text[tokens[number].end : tokens[number + 1].start if number + 1 < len(tokens) else end]
    return shown + text[tokens[head + 1].start : end] if head + 1 < len(tokens) else shown


def noun_reading(token: Token) -> Reading | None:
    """The likeliest reading as a noun."""
    return next((reading for reading in word(token.text).readings if reading.pos == "NOUN"), None)


def is_adjective(token: Token) -> bool:
    return any(reading.pos in _ADJECTIVES for reading in word(token.text).readings)


def _adjective(token: Token, noun: Reading) -> str:
    for reading in word(token.text).readings:
        if reading.pos in _ADJECTIVES and reading.case == noun.case and reading.number == noun.number:
            wanted = ["nomn", noun.number or "sing"]
            if noun.number == "sing" and noun.gender:
                wanted.append(noun.gender)
            return _inflected(token, reading, *wanted)
    return token.text


def _inflected(token: Token, reading: Reading, *grammemes: str) -> str:
    form = reading.inflect(*grammemes)
    return _cased_like(token.text, form) if form else token.text


def _cased_like(model: str, form: str) -> str:
    if model.isupper() and len(model) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if model[:1].isupper() else form
