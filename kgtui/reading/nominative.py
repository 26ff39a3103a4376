"""The nominative of a body's name as a text words it: «пресс-службу Правительства» → «пресс-служба Правительства»."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.language import Reading, Token, word

_ADJECTIVES = frozenset({"ADJF", "PRTF"})


def nominative(text: str, tokens: Sequence[Token], head: int, noun: Reading | None) -> str:
    """The words of ``tokens`` as they stand in ``text``, those up to number ``head`` put into the nominative.

    ``noun`` is the reading of the head; its adjectives follow it. What the dictionary cannot inflect stays as it is.
    """
    start, end = tokens[0].start, tokens[-1].end
    if noun is None or noun.case == "nomn":
        return text[start:end]
    shown = ""
    for number, token in enumerate(tokens[: head + 1]):
        gap = text[tokens[number - 1].end : token.start] if number else ""
        shown += gap + (_inflected(token, noun, "nomn") if number == head else _adjective(token, noun))
    return shown + text[tokens[head].end : end]


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
