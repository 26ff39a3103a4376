"""Who a text names as its source: «сообщает БЕЛТА», «со ссылкой на пресс-службу МИД», «сообщили в Минэнерго»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgtui.model import Span
from kgtui.reading.bodies import BodyName, body_at

_LEAD = 1200  # signs at the beginning and …
_CLOSE = 400  # … at the end of the text in which it says where the whole of it comes from
_BETWEEN = (
    r"(?:\s+(?:об\s+этом|сегодня|вчера|накануне|также|ранее|журналистам|нам"
    r"|во?\s+(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|\d{1,2}\s+[а-я]+))*"
)
_SINGULAR = (
    r"(?:сообщает|сообщил[ао]?|переда(?:[её]т|л[ао]?)|(?:про)?информирует|проинформировал[ао]?|пишет|известил[ао]?)"
)
_REPORT = r"(?:данные|сообщени[ея]|информацию|пресс-релиз|релиз|сайт|страницу|публикацию|заявление|отч[её]т)"
_PLACE = r"(?:сообщении|пресс-релизе|релизе|заявлении|сайте|странице|информации|публикации|коммюнике|отч[её]те)"


def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# What comes before the name of a source, and the case the name is in; the earlier, the surer.
_LINK = (
    (_cue(rf"со\s+ссылк(?:ой|ами)\s+на\s+(?:официальн\w+\s+)?{_REPORT}\s+"), "gent"),
    (_cue(r"со\s+ссылк(?:ой|ами)\s+на\s+"), "accs"),
)
_SAYS = ((_cue(rf"{_SINGULAR}{_BETWEEN}\s+"), "nomn"),)
_SAID_IN = (
    (_cue(rf"(?:говорится|сообщается|отмечается|указано|сказано)\s+[вн]а?\s+(?:официальн\w+\s+)?{_PLACE}\s+"), "gent"),
    (
        _cue(
            r"(?:сообщ(?:или|ают)|рассказали|отметили|заявили|уточнили|проинформировали|пояснили|подчеркнули)"
            rf"{_BETWEEN}\s+во?\s+"
        ),
        "loct",
    ),
    (_cue(r"\bпо\s+(?:данным|информации|сообщени(?:ю|ям)|сведениям)\s+"), "gent"),
)
_BEGINNING = re.compile(r"(?:^|(?<=[.!?…»\n]))[\s«]*(?:Как\s+)?(?=[«А-ЯЁA-Z\d])")
_THEN_SAYS = re.compile(rf"(?:\s+также)?\s+{_SINGULAR}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedSource:
    """``name`` in the nominative, as the text words it; ``medium`` the medium that reports, if the text names one."""

    name: str
    medium: str | None


def named_source(text: str, words: Span) -> NamedSource | None:
    """The source that the beginning or the end of ``text[words]`` names: whom a medium refers to, else who reports."""
    reporting = [*_after(text, words, _SAYS), *_before_says(text, words)]
    referred = [*_after(text, words, _LINK), *reporting, *_after(text, words, _SAID_IN)]
    if not referred:
        return None
    media = [body.name for body in (*reporting, *referred) if body.is_medium]
    return NamedSource(referred[0].name, media[0] if media else None)


def _after(text: str, words: Span, cues: tuple[tuple[re.Pattern[str], str], ...]) -> Iterator[BodyName]:
    """The bodies that such cues introduce."""
    for cue, case in cues:
        for zone in _zones(words):
            for match in cue.finditer(text, zone.start, zone.end):
                if body := body_at(text, match.end(), words.end, case):
                    yield body


def _before_says(text: str, words: Span) -> Iterator[BodyName]:
    """The bodies that begin a sentence and report: «Пресс-служба МИД сообщает, что…»."""
    for zone in _zones(words):
        for match in _BEGINNING.finditer(text, zone.start, zone.end):
            body = body_at(text, match.end(), words.end, "nomn")
            if body and _THEN_SAYS.match(text, body.end, words.end):
                yield body


def _zones(words: Span) -> Iterator[Span]:
    yield Span(words.start, min(words.end, words.start + _LEAD))
    if words.end - _CLOSE > words.start + _LEAD:
        yield Span(words.end - _CLOSE, words.end)
