"""The pieces that headers, datelines and signatures are made of: dates, places, agencies, sites, labels, names.

A scanner reads one piece at a position; lines and datelines are told by which pieces follow one another
(`furniture`, `dateline`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from kgtui.reading.dates import WrittenDate, date_at
from kgtui.reading.media import DOMAIN, load_media


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
    COUNTER = "counter"
    CONTACT = "contact"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Piece:
    """``value`` is what the piece says: a medium's name, a site, a label's class, an office as worded."""

    kind: PieceKind
    start: int
    end: int
    value: str = ""
    date: WrittenDate | None = None


_CAPITALISED = r"[А-ЯЁA-Z][а-яёa-zА-ЯЁA-Z’'ʼ]*(?:-[А-ЯЁA-Zа-яёa-z][а-яёa-zА-ЯЁA-Z]*)*"
PLACE = re.compile(
    rf"(?:(?:г|гор|с|пос|город|село)\.?\s*)?(?P<name>{_CAPITALISED}(?:[ \t]+(?:{_CAPITALISED}|область|район|республика|край|на|де|эль)){{0,3}})"
    r"(?![\w])"
)
_INITIAL = r"[А-ЯЁA-Z]\."
PERSON = re.compile(
    rf"(?:{_INITIAL}[ \t]?(?:{_INITIAL}[ \t]?)?{_CAPITALISED}"
    rf"|{_CAPITALISED}[ \t]+{_INITIAL}(?:[ \t]?{_INITIAL})?"
    rf"|{_CAPITALISED}(?:[ \t]+{_CAPITALISED}){{1,2}}(?:[ \t]+(?:уулу|кызы|оглы|Уулу|Кызы))?)(?![\w])"
)
_TIME = re.compile(
    r"(?:в\s+)?(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?![.:]?\d)(?:\s*(?:\(?(?:GMT|UTC|MSK|мск|BST)(?:[+-]\d+)?\)?|ч\.))?"
)
_WEEKDAY = re.compile(
    r"(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|пн|вт|ср|чт|пт|сб|вс)(?!\w)\.?",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:(?:пресс[-\s]?(?:служба|секретарь|центр|релиз)|(?:управление|отдел|департамент|служба|сектор|центр)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:информаци|информационн|печати|пресс|связ|коммуникац|медиа|СМИ)[\w-]*|информационн\w+\s+(?:служба|управление|отдел|центр)"
    r"|собственная информация|соб\.\s?инф\.?))[^\n.!?]{0,140}",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"(?:просмотр\w*|комментари\w*|прочитано|прочтений|views|показов|поделились|оценка|рейтинг|время чтения|👁|👀|💬)\s*[:\-–—]?\s*[\d\s.,]*(?:раз\w*|мин\w*)?"
    r"|\d[\d\s]*\s*(?:просмотр\w*|комментари\w*|прочтени\w*|views)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:тел(?:ефон)?|факс|моб)\.?\s*:?\s*[+\d(][\d\s()+-]{4,}|\+\d[\d\s()-]{7,}",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"-0-|[-–—*_=#~•·]{2,}|©[^\n]*|\(c\)\s[^\n]*|все права защищены[^\n]*|при (?:использовании|перепечатке|копировании)[^\n]*|(?:подписывайтесь|подпишитесь|читайте нас|следите за)[^\n]*"
    r"|(?:поделиться|распечатать|печать|версия для печати|скопировать ссылку|назад|наверх|главная|вернуться к списку)(?!\w)[^\n]{0,40}|[🔴▶►→⬅]+[^\n]{0,60}",
    re.IGNORECASE,
)

# A label, its class, and whether the rest of its line is its value.
_LABELS = (
    (
        "date",
        r"дата(?:\s+(?:публикации|выхода|размещения))?|опубликован[оа]?|размещено|добавлено|создано|date|published|пост(?:ед)?\s+от",
        False,
    ),
    ("changed", r"обновл[её]н[оа]?|изменен[оа]|updated|дата\s+(?:обновления|изменения)", True),
    (
        "crawled",
        r"дата\s+(?:обхода|обращения|скачивания|загрузки|сохранения)|скачано|сохранено|загружено|crawled|retrieved|fetched",
        True,
    ),
    ("source", r"источник(?:и)?(?:\s+(?:новости|информации|фото))?|source", True),
    ("publisher", r"сайт|издание|publisher|site|по материалам", True),
    ("url", r"ссылка(?:\s+на\s+(?:источник|оригинал))?|url|link|адрес|подробнее|оригинал", True),
    (
        "author",
        r"автор(?:ы)?(?:\s+(?:текста|фото|статьи|материала))?|текст|фото(?:граф|графии|репортаж)?|видео|подготовил[аи]?|корреспондент|author|photo|иллюстрация|редактор",
        True,
    ),
    ("title", r"заголовок|title|тема", True),
    (
        "tags",
        r"теги|метки|ключевые слова|рубрик[аи]|категори[яи]|раздел|tags|category|номер|id|регион|язык|language",
        True,
    ),
    (
        "related",
        r"читайте также|смотрите также|см\. также|по теме|похожие (?:новости|материалы)|еще по теме|другие новости|связанные новости",
        True,
    ),
)
_LABEL = re.compile(
    "|".join(rf"(?P<{name}>(?:{words})\s*:)" for name, words, _ in _LABELS)
    + r"|(?P<bare_date>(?:date|опубликовано|добавлено|размещено|дата)(?=\s+\d))"
    + r"|(?P<photo>(?:фото|видео)(?=[\s©]))",
    re.IGNORECASE,
)
TAKES_LINE = frozenset(name for name, _, takes in _LABELS if takes)


def label_at(text: str, position: int) -> Piece | None:
    """A label («Дата:», «Источник:», the bare «date» of a header); ``value`` is its class."""
    match = _LABEL.match(text, position)
    if match is None or match.lastgroup is None:
        return None
    names = {"bare_date": "date", "photo": "author"}
    return Piece(PieceKind.LABEL, match.start(), match.end(), names.get(match.lastgroup, match.lastgroup))


def date_piece_at(text: str, position: int) -> Piece | None:
    written = date_at(text, position)
    return Piece(PieceKind.DATE, position, written.span.end, date=written) if written else None


def medium_at(text: str, position: int) -> Piece | None:
    """A medium that the data file knows."""
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
    match = PLACE.match(text, position)
    return Piece(PieceKind.PLACE, match.start(), match.end(), match["name"]) if match else None


def _by(pattern: re.Pattern[str], kind: PieceKind) -> Callable[[str, int], Piece | None]:
    def piece_at(text: str, position: int) -> Piece | None:
        match = pattern.match(text, position)
        return Piece(kind, match.start(), match.end(), match.group().strip()) if match else None

    return piece_at


time_at = _by(_TIME, PieceKind.TIME)
weekday_at = _by(_WEEKDAY, PieceKind.WEEKDAY)
office_at = _by(_OFFICE, PieceKind.OFFICE)
person_at = _by(PERSON, PieceKind.PERSON)
counter_at = _by(_COUNTER, PieceKind.COUNTER)
contact_at = _by(_CONTACT, PieceKind.CONTACT)
mark_at = _by(_MARK, PieceKind.MARK)
