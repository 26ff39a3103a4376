"""The pieces that headers, datelines and signatures are made of: dates, places, agencies, sites, labels, names.

Each function reads one piece at a position of a text, or gives None. Lines and datelines are told by which pieces
follow one another (`furniture`, `dateline`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from kgtui.language import word
from kgtui.reading.dates import WrittenDate, glued_date_at
from kgtui.reading.media import DOMAIN, load_media
from kgtui.reading.phrases import load_phrases


class PieceKind(Enum):
    DATE = "date"
    TIME = "time"
    WEEKDAY = "weekday"
    PLACE = "place"
    MEDIUM = "medium"
    SITE = "site"
    LABEL = "label"
    PERSON = "person"
    OFFICE = "office"
    RUBRIC = "rubric"
    COUNTER = "counter"
    RATE = "rate"
    CONTACT = "contact"
    MARK = "mark"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Piece:
    """``value`` is what the piece says: a medium's name, a site, a label's class, an office or text as worded."""

    kind: PieceKind
    start: int
    end: int
    value: str = ""
    date: WrittenDate | None = None


Scanner = Callable[[str, int], Piece | None]

# Labels whose value is the rest of their line.
TAKES_LINE = frozenset("changed crawled source publisher url author title tags related".split())
STOPS_AT_STROKE = frozenset({"author", "changed"})  # of these, labels whose value may end before a stroke
_LABELS = ("date", *sorted(TAKES_LINE))

_PHRASES = load_phrases()
_UPPER = "А-ЯЁҢҮӨӘҚҒҰA-ZÀ-ÖØ-ÞČĐĞİŁŞŠŽ"
_LETTER = rf"а-яёңүөәқғұa-zà-öø-ÿ\u0100-\u024f{_UPPER}"
_CAPITALISED = rf"[{_UPPER}][{_LETTER}’'ʼ]*(?:-[{_LETTER}]+)*"
_INITIAL = r"[А-ЯЁA-Z]\."
_LABEL = re.compile(
    "|".join(rf"(?P<{label}>(?:{_PHRASES[label]})\s*:)" for label in _LABELS)
    + rf"|(?P<bare_date>(?:{_PHRASES['bare-date']})(?=\s+\d))"
    + rf"|(?P<bare_source>(?:{_PHRASES['bare-source']})(?=[ \t]+\w))"
    + rf"|(?P<bare_author>(?:{_PHRASES['bare-author']})(?=[ \t]+[\w©])[^\n.!?:]{{0,80}}(?=\n|\Z))",
    re.IGNORECASE,
)
_BARE = {"bare_date": "date", "bare_author": "author", "bare_source": "source"}
_PLACE = re.compile(
    rf"(?:(?:г|гор|с|пос|город|село)\.?\s*)?(?P<name>(?=\w{{2}}){_CAPITALISED}"
    rf"(?:[ \t]+(?:{_CAPITALISED}|область|района?|республика|край|на|де|эль)){{0,3}})(?!\w)"
)
_PERSON = re.compile(
    rf"(?:{_INITIAL}[ \t]?(?:{_INITIAL}[ \t]?)?{_CAPITALISED}"
    rf"|{_CAPITALISED}[ \t]+{_INITIAL}(?:[ \t]?{_INITIAL})?"
    rf"|{_CAPITALISED}(?:[ \t]+(?!(?i:{_PHRASES['rubric']})){_CAPITALISED}){{1,2}}(?:[ \t]+(?i:уулу|кызы|оглы))?)(?!\w)"
)
_TIME = re.compile(
    r"(?:в\s+|T)?(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:(?![.:]?\d)|(?=\d\d\.\d\d\.\d{4}))"
    r"(?:Z|[+-]\d\d:?\d\d|\s*(?:\(?(?:GMT|UTC|MSK|мск|BST)(?:[+-]\d+)?\)?|ч\.))?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|пн|вт|ср|чт|пт|сб|вс)(?!\w)\.?",
    re.IGNORECASE,
)
_OFFICE = re.compile(rf"(?:{_PHRASES['office']})[^\n.!?;|\d:]{{0,140}}", re.IGNORECASE)
_MENU = rf"(?:{_PHRASES['rubric']}|{_PHRASES['button']})"
_RUBRIC = re.compile(rf"{_MENU}(?=\s*(?:[^\w\s«\"“„(]|\d|\Z|{_MENU})|[ \t]{{2}}|[ \t]*\n)", re.IGNORECASE)
_RELATED = re.compile(rf"(?:{_PHRASES['related']}|{_PHRASES['recommended']})\s*:?", re.IGNORECASE)
_NUMBER = r"\d[\d \xa0.,]*(?:[ \t]*(?:(?:тыс|мин|раз|раза)\b\.?|k\b\+?))?"
_COUNTER = re.compile(
    rf"(?:{_PHRASES['counter']})\s*[:–—-]?\s*(?:{_NUMBER}|\({_NUMBER}\))|{_NUMBER}\s*(?:{_PHRASES['counter']})",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
    r"|(?:тел(?:ефон)?|факс|моб)\.?[ \t]*:?[ \t]*[+\d(][\d \t()+-]{4,}|\+\d[\d \t()-]{7,}",
    re.IGNORECASE,
)
_SIGNED = r"[+−–-]?[ \t]?\d[\d \xa0]*(?:[.,]\d+)?[ \t]*(?:%|°[CС]?)?"
_MONEY = r"(?:US\$|[$€₽₸£¥])"
_RATE = re.compile(
    rf"(?:{_PHRASES['rates']})[^\n.!?]{{0,40}}"
    rf"|{_MONEY}[ \t]?\d+(?:[.,]\d+)?[ \t]*(?:[–—=:-][ \t]*|(?=\+)){_SIGNED}"
    rf"|(?:currency|weather icon)?(?:{_PHRASES['currency']}|{_MONEY})?[ \t]*[–—=:-]?[ \t]*{_SIGNED}"
    r"(?=\s*(?:[|/•·;]|\n|\Z))"
    r"|[^\n.!?,\d]{0,40}[+−–-]?\d{1,2}[ \t]?°[CС]?(?=[ \t]*(?:\n|\Z))"
    rf"|(?:currency)?(?:{_PHRASES['currency']})(?=\s*(?:[|/•·;]|\n|\Z))",
    re.IGNORECASE,
)
_MARK = re.compile(
    rf"-0-|\{{\{{[^\n{{}}]*\}}\}}|[\w-]{{1,80}}\.(?:jpe?g|png|gif|webp)(?!\w)|#\w+|[–—*_=#~•·-]{{2,}}|(?:{_PHRASES['line']})[^\n]*",
    re.IGNORECASE,
)


def label_at(text: str, position: int) -> Piece | None:
    """A label («Дата:», «Источник:», the bare «date» of a header, «Фото пресс-службы»); ``value`` is its class."""
    match = _LABEL.match(text, position)
    if match is None or match.lastgroup is None or (match.lastgroup == "bare_author" and _has_verb(match.group())):
        return None
    return Piece(PieceKind.LABEL, match.start(), match.end(), _BARE.get(match.lastgroup, match.lastgroup))


def date_piece_at(text: str, position: int) -> Piece | None:
    written = glued_date_at(text, position)
    return Piece(PieceKind.DATE, position, written.span.end, date=written) if written else None


def medium_at(text: str, position: int) -> Piece | None:
    """A medium that the data file knows; ``value`` is its name there."""
    found = load_media().at(text, position)
    return Piece(PieceKind.MEDIUM, found.start, found.end, found.medium.name) if found else None


def site_at(text: str, position: int) -> Piece | None:
    """A domain or address; its value is the medium's name where the site is known, else the domain as spelt."""
    match = DOMAIN.match(text, position)
    if match is None:
        return None
    known = load_media().by_site(match[1])
    return Piece(PieceKind.SITE, match.start(), match.end(), known.name if known else match[1])


def place_at(text: str, position: int) -> Piece | None:
    match = _PLACE.match(text, position)
    return Piece(PieceKind.PLACE, match.start(), match.end(), match["name"]) if match else None


def office_at(text: str, position: int) -> Piece | None:
    """An office that signs: «Пресс-служба МИД КР», but not «Пресс-служба МИД сообщила о визите»."""
    match = _OFFICE.match(text, position)
    if match is None or _has_verb(match.group()):
        return None
    return Piece(PieceKind.OFFICE, match.start(), match.end(), match.group().strip(' ,/()–—-«"'))


def _has_verb(phrase: str) -> bool:
    """Whether a phrase says something: a sentence is no furniture."""
    return any(word(part).readings[0].pos in ("VERB", "PRTS") for part in re.findall(r"[^\W\d_]+", phrase))


def heads_related(line: str) -> bool:
    """Whether a line is the heading of other articles: «Читайте также», «Рекомендуем»."""
    return _RELATED.fullmatch(line) is not None


def _by(pattern: re.Pattern[str], kind: PieceKind) -> Scanner:
    def piece_at(text: str, position: int) -> Piece | None:
        match = pattern.match(text, position)
        return Piece(kind, match.start(), match.end(), match.group().strip()) if match else None

    return piece_at


time_at = _by(_TIME, PieceKind.TIME)
weekday_at = _by(_WEEKDAY, PieceKind.WEEKDAY)
person_at = _by(_PERSON, PieceKind.PERSON)
rubric_at = _by(_RUBRIC, PieceKind.RUBRIC)
counter_at = _by(_COUNTER, PieceKind.COUNTER)
rate_at = _by(_RATE, PieceKind.RATE)
contact_at = _by(_CONTACT, PieceKind.CONTACT)
mark_at = _by(_MARK, PieceKind.MARK)
