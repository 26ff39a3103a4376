"""A text, with what its format says of it → a Document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kgtui.model import Document
from kgtui.reading import pieces
from kgtui.reading.dates import WrittenDate
from kgtui.reading.layout import Layout, layout_of
from kgtui.reading.letters import cyrillic_share
from kgtui.reading.media import domain_of, load_media
from kgtui.reading.own import is_own
from kgtui.reading.pieces import Piece, PieceKind
from kgtui.reading.published import published
from kgtui.reading.skipped import ReadingError, SkipReason
from kgtui.reading.sources import NamedSource, named_source
from kgtui.reading.title import LONGEST_LINE, cut, one_line, title_of_sentence

_LETTERS_TO_JUDGE = 200  # shorter texts are always taken
_LEAST_CYRILLIC = 0.2
_TITLE_AND_MEDIUM = re.compile(r"(.*\S)\s+[|–—-]\s+(.+)")
_MEDIA = frozenset({PieceKind.MEDIUM, PieceKind.SITE})


@dataclass(frozen=True, slots=True)
class Given:
    """What a format says beside the text; ``file_date`` is the date in the file's name."""

    id: str
    origin: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    file_date: date | None = None


def document_of(text: str, given: Given) -> Document:
    """The document of a text in NFC. Raises ReadingError (EMPTY, OWN, NOT_RUSSIAN)."""
    if not text.strip():
        raise ReadingError(SkipReason.EMPTY)
    if is_own(text):
        raise ReadingError(SkipReason.OWN)
    letters, cyrillic = cyrillic_share(text)
    if letters >= _LETTERS_TO_JUDGE and cyrillic < _LEAST_CYRILLIC:
        raise ReadingError(SkipReason.NOT_RUSSIAN)
    layout = layout_of(text)
    day = published(
        text,
        layout.words,
        metadata=given.published,
        header=list(_dates(layout.header)),
        dateline=layout.dateline.date if layout.dateline else None,
        signature=_dates(layout.signature),
        file=given.file_date,
    )
    named = named_source(text, layout.words)
    return Document(
        id=given.id,
        origin=given.origin,
        text=text,
        body=layout.body,
        title=_title(text, layout, given),
        published=day.day,
        published_from=day.origin,
        published_doubtful=day.doubtful,
        source=_source(layout, named, given),
        publisher=_publisher(text, layout, named, given),
        url=given.url or _labelled(layout, "url"),
    )


def _dates(found: Sequence[Piece]) -> Iterator[WrittenDate]:
    return (piece.date for piece in found if piece.date)


def _title(text: str, layout: Layout, given: Given) -> str:
    stated = one_line(given.title or _labelled(layout, "title") or "")
    if not stated and layout.title:
        stated = _title_and_medium(layout.title.of(text))[0]
    return cut(stated, LONGEST_LINE) if stated else title_of_sentence(text, layout.words)


def _title_and_medium(line: str) -> tuple[str, str | None]:
    """A title line, and the medium that pages write behind their titles: «Торговля растёт | Кабар»."""
    title = one_line(line).lstrip("# ")
    match = _TITLE_AND_MEDIUM.fullmatch(title)
    medium = _publishes(match[2]) if match else None
    return (match[1], medium) if match and medium else (title, None)


def _source(layout: Layout, named: NamedSource | None, given: Given) -> str | None:
    if named:
        return named.name
    if given.source and not _publishes(given.source):
        return given.source
    agency = layout.dateline.agency if layout.dateline else None
    return _labelled(layout, "source") or agency or _office(layout) or given.source


def _publisher(text: str, layout: Layout, named: NamedSource | None, given: Given) -> str | None:
    if given.source and _publishes(given.source):
        return _publishes(given.source)
    framed = _first(layout.signature, _MEDIA) or _first(layout.header, _MEDIA)
    if framed:
        return framed.value
    if given.url and (domain := domain_of(given.url)):
        known = load_media().by_site(domain)
        return known.name if known else domain
    if layout.dateline and layout.dateline.agency:
        return layout.dateline.agency
    if layout.title and (medium := _title_and_medium(layout.title.of(text))[1]):
        return medium
    return named.medium if named else None


def _publishes(name: str) -> str | None:
    """The name of a medium or site, if that is what a stated source is."""
    piece = pieces.medium_at(name, 0) or pieces.site_at(name, 0)
    return piece.value if piece and piece.end == len(name) else None


def _first(found: Sequence[Piece], kinds: frozenset[PieceKind]) -> Piece | None:
    return next((piece for piece in found if piece.kind in kinds), None)


def _office(layout: Layout) -> str | None:
    office = _first(layout.signature, frozenset({PieceKind.OFFICE}))
    return office.value.strip(" .,") if office else None


def _labelled(layout: Layout, label: str) -> str | None:
    """The value that follows a label, as it stands."""
    found = (*layout.header, *layout.signature)
    for number, piece in enumerate(found[:-1]):
        if piece.kind is PieceKind.LABEL and piece.value == label:
            return found[number + 1].value or None
    return None
