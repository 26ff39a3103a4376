"""The name of a medium, site or body that begins at a position of a text, put into the nominative."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgtui.language import Reading, Token, word
from kgtui.language.analysis import tokens_in
from kgtui.model import Span
from kgtui.reading import pieces
from kgtui.reading.nominative import is_adjective, nominative

_HEADS = frozenset(
    "пресс-служба пресс-центр министерство правительство администрация агентство служба посольство"
    " управление департамент комитет аппарат канцелярия секретариат банк нацбанк фонд кабинет кабмин мэрия"
    " парламент госкомитет представительство комиссия ассоциация палата акимат минфин статкомитет"
    " нацстатком центр инспекция таможня прокуратура отдел институт компания корпорация совет полпредство"
    " генконсульство консульство телеканал газета издание радио телерадиокомпания кенеш организация союз"
    " миссия минэнерго минэкономики минздрав миноборона минобразования минтранс минсельхоз минюст минтруд"
    " минкульт".split()
)
_ABROAD = frozenset({"посольство", "генконсульство", "консульство", "представительство", "полпредство", "миссия"})
_OF_MEDIA = re.compile(r"(?:информ)?агентств|телеканал|газет|издани|портал|радио")
_INNER_WORDS = frozenset({"и", "при", "по"})
_LONGEST = 14  # tokens of a name after its head


@dataclass(frozen=True, slots=True)
class BodyName:
    """``name`` in the nominative; ``is_medium`` where it is a medium or a site; ``end`` is that in the text."""

    name: str
    is_medium: bool
    end: int


def body_at(text: str, position: int, end: int, case: str) -> BodyName | None:
    """The medium, or the body in the given case, that is named at a position.

    A body without anything that says whose it is («сообщили в министерстве») is none.
    """
    medium = pieces.medium_at(text, position) or pieces.site_at(text, position)
    if medium and medium.end <= end:
        return BodyName(medium.value, True, medium.end)
    tokens = tokens_in(text, Span(position, min(end, position + 200)))
    head = _head(tokens, case)
    if head is None:
        return None
    number, noun = head
    inner = pieces.medium_at(text, tokens[number].end + 1) if _OF_MEDIA.match(tokens[number].folded) else None
    if inner and inner.end <= end:
        return BodyName(inner.value, True, inner.end)
    stop = _stop(text, tokens, number, noun)
    if stop == 1 and not tokens[0].is_upper:
        return None
    return BodyName(nominative(text, tokens[:stop], number, noun), False, tokens[stop - 1].end)


def _head(tokens: tuple[Token, ...], case: str) -> tuple[int, Reading | None] | None:
    """The number of the noun that makes the first words a body, after adjectives only, and its reading.

    The reading is None for an abbreviation that the dictionary does not decline.
    """
    for number, token in enumerate(tokens[:5]):
        if not token.is_word:
            return None
        noun = _noun(token, case)
        if noun and _is_body(token, noun):
            return number, noun
        if token.is_upper and token.text.isalpha():
            return number, None
        if not is_adjective(token):
            return None
    return None


def _noun(token: Token, case: str) -> Reading | None:
    return next((r for r in word(token.text).readings if r.pos == "NOUN" and r.case == case), None)


def _is_body(token: Token, noun: Reading) -> bool:
    is_ministry = token.is_capitalised and token.folded.startswith("мин") and noun.gender == "masc"
    return noun.lemma in _HEADS or (is_ministry and "anim" not in noun.grammemes)  # no minister


def _stop(text: str, tokens: tuple[Token, ...], head: int, noun: Reading | None) -> int:
    """The number of the token after the last one of the name."""
    stop = head + 1
    quoted = False
    for number in range(head + 1, min(len(tokens), head + _LONGEST)):
        token = tokens[number]
        if token.text in "«»":
            quoted = token.text == "«"
        elif not quoted and not _continues(text, tokens, number, noun):
            break
        stop = number + 1
    while stop > head + 1 and (tokens[stop - 1].folded in _INNER_WORDS or tokens[stop - 1].folded == "в"):
        stop -= 1
    return stop


def _continues(text: str, tokens: tuple[Token, ...], number: int, noun: Reading | None) -> bool:
    token = tokens[number]
    if not token.is_word or "\n" in text[tokens[number - 1].end : token.start]:
        return False
    if token.folded == "в":
        return noun is not None and noun.lemma in _ABROAD
    if token.folded in _INNER_WORDS or token.is_capitalised:
        return True
    return word(token.text).readings[0].case == "gent"
