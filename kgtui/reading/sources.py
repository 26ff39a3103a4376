"""Who a text names as its source: «сообщает БЕЛТА», «со ссылкой на пресс-службу МИД», «сообщили в Минэнерго»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgtui.language import Token, word
from kgtui.language.analysis import tokens_in
from kgtui.model import Span
from kgtui.reading import pieces
from kgtui.reading.nominative import is_adjective, nominative, noun_reading

_LEAD = 1200  # signs at the beginning and …
_CLOSE = 400  # … at the end of the text in which it says where the whole of it comes from
_TIME_WORDS = (
    r"(?:\s+(?:об\s+этом|сегодня|вчера|накануне|также|ранее|журналистам|нам|в\s+своем\s+telegram-канале"
    r"|во?\s+(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|\d{1,2}\s+[а-я]+))*"
)
_LINK = re.compile(r"со\s+ссылк(?:ой|ами)\s+на\s+", re.IGNORECASE)
_SAYS = re.compile(
    r"(?:сообща(?:ет|ют)|сообщил[аои]?|переда(?:[её]т|ют|л[аои]?)|(?:про)?информиру(?:ет|ют)|проинформировал[аои]?"
    rf"|пиш(?:ет|ут)|извести(?:л[аои]?)){_TIME_WORDS}\s+",
    re.IGNORECASE,
)
_SAID_IN = re.compile(
    rf"(?:сообщ(?:или|ают)|рассказали|отметили|заявили|уточнили|проинформировали|пояснили|подчеркнули){_TIME_WORDS}\s+во?\s+",
    re.IGNORECASE,
)
_STATED_IN = re.compile(
    r"(?:говорится|сообщается|отмечается|указано|сказано)\s+(?:в|на)\s+(?:официальном\s+)?(?:сообщении|пресс-релизе|релизе|заявлении|сайте|странице"
    r"|информации|публикации|коммюнике)\s+",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"по\s+(?:данным|информации|сообщени(?:ю|ям)|сведениям)\s+", re.IGNORECASE)
_CUES = (_LINK, _SAYS, _STATED_IN, _SAID_IN, _ACCORDING)  # the earlier, the surer

_HEADS = frozenset(
    "пресс-служба пресс-центр министерство правительство администрация агентство служба посольство"
    " управление департамент комитет аппарат канцелярия секретариат банк нацбанк фонд кабинет кабмин мэрия"
    " парламент госкомитет представительство комиссия ассоциация палата акимат минфин статкомитет"
    " нацстатком центр инспекция таможня прокуратура отдел институт компания корпорация совет полпредство"
    " генконсульство консульство телеканал газета издание радио телерадиокомпания кенеш организация союз"
    " миссия минэнерго минэкономики минздрав миноборона минобразования минтранс минсельхоз минюст минтруд"
    " минкульт".split()
)
_STOPS = frozenset({"VERB", "INFN", "PRED", "GRND", "CONJ", "NPRO", "ADVB", "PRTS", "ADJS"})
_INNER_WORDS = frozenset({"и", "при", "по"})
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class NamedSource:
    """``name`` in the nominative; ``is_medium`` where it is a medium or a site."""

    name: str
    is_medium: bool


def named_source(text: str, words: Span) -> NamedSource | None:
    """The source that the beginning or the end of ``text[words]`` names."""
    for cue in _CUES:
        for zone in _zones(words):
            for match in cue.finditer(text, zone.start, zone.end):
                if source := source_at(text, match.end(), words.end):
                    return source
    return None


def _zones(words: Span) -> Iterator[Span]:
    yield Span(words.start, min(words.end, words.start + _LEAD))
    if words.end - _CLOSE > words.start + _LEAD:
        yield Span(words.end - _CLOSE, words.end)


def source_at(text: str, position: int, end: int) -> NamedSource | None:
    """The medium, site or body whose name begins at a position, in whatever case."""
    medium = pieces.medium_at(text, position) or pieces.site_at(text, position)
    if medium and medium.end <= end:
        return NamedSource(medium.value, True)
    tokens = tokens_in(text, Span(position, min(end, position + 200)))
    head = _head(tokens)
    if head is None:
        return None
    inner = _medium_after(text, tokens[head], end)
    if inner:
        return NamedSource(inner, True)
    stop = _stop(text, tokens, head)
    if stop == 1 and not tokens[0].is_upper:  # «сообщили в министерстве»: whose, is said elsewhere
        return None
    return NamedSource(nominative(tokens[:stop], head, text), False)


def _head(tokens: tuple[Token, ...]) -> int | None:
    """The number of the noun that makes the words at the beginning a body: after adjectives only."""
    for number, token in enumerate(tokens[:5]):
        if not token.is_word:
            return None
        if token.is_upper or _is_head(token):
            return number
        if not is_adjective(token):
            return None
    return None


def _is_head(token: Token) -> bool:
    noun = noun_reading(token)
    return noun is not None and (noun.lemma in _HEADS or (token.folded.startswith("мин") and token.is_capitalised))


def _medium_after(text: str, head: Token, end: int) -> str | None:
    """«агентство SPA», «королевское агентство „Петра“»: the medium itself."""
    if not re.match(r"(?:информ)?агентств|телеканал|газет|издани|портал", head.folded):
        return None
    medium = pieces.medium_at(text, head.end + 1)
    return medium.value if medium and medium.end <= end else None


def _stop(text: str, tokens: tuple[Token, ...], head: int) -> int:
    """The number of the token after the last one of the name."""
    stop = head + 1
    quoted = False
    for number in range(head + 1, min(len(tokens), head + _LONGEST)):
        token = tokens[number]
        if token.text in "«»":
            quoted = token.text == "«"
        elif not quoted and not _continues(text, tokens, number):
            break
        stop = number + 1
    while stop > head + 1 and tokens[stop - 1].folded in _INNER_WORDS:
        stop -= 1
    return stop


def _continues(text: str, tokens: tuple[Token, ...], number: int) -> bool:
    token = tokens[number]
    if "\n" in text[tokens[number - 1].end : token.start] or not token.is_word:
        return False
    if token.folded in _INNER_WORDS:
        return True
    if token.is_capitalised:
        return True
    reading = word(token.text).readings[0]
    return reading.pos not in _STOPS and reading.pos != "PREP" and reading.case == "gent"
