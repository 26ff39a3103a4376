"""Values as plain dictionaries for JSON, with the keys of the facts' records wherever they say the same thing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kgtui.model import Article, EntityKind, Headline, Span

if TYPE_CHECKING:
    from kgtui.dossier import Dossier, Line, Note, Section

Record = dict[str, object]

# json escapes C0 by itself; these a terminal would obey too.
_UNESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_text(value: object, *, indent: int | None = 2) -> str:
    """JSON in letters as they are; only what a terminal would obey is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def headline_record(headline: Headline) -> Record:
    return {
        "id": headline.id,
        "title": headline.title,
        "published": _iso(headline.published),
        "source": headline.source,
        "publisher": headline.publisher,
    }


def spans_record(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def article_record(article: Article, facts: Mapping[str, object]) -> Record:
    """An article with its text and, of ``facts``, all that the headline does not say yet."""
    document = article.document
    record: Record = {
        **headline_record(article.headline),
        "published_from": document.published_from.value if document.published_from else None,
        "published_doubtful": document.published_doubtful,
        "url": document.url,
        "origin": document.origin,
        "added": article.added.isoformat(),
        "text": document.text,
        "body": [document.body.start, document.body.end],
    }
    return {**facts, **record}


def dossier_record(dossier: Dossier, today: date) -> Record:
    return {
        "country": {
            "code": dossier.code,
            "name": dossier.name,
            "official": dossier.official,
            "abbreviations": list(dossier.abbreviations),
        },
        "home": dossier.home,
        "as_of": today.isoformat(),
        "articles": dossier.articles,
        "total": dossier.total,
        "first": _iso(dossier.first),
        "last": _iso(dossier.last),
        "persons": _persons(dossier.people, dossier.code),
        "home_persons": _persons(dossier.home_people, dossier.home),
        "organisations": _named(dossier.bodies),
        "blocs": _named(dossier.blocs),
        "places": _named(dossier.places),
        "projects": _named(dossier.projects),
        "headlines": [
            {**headline_record(_headline_of(dossier, line)), "note": _note(line.note)}
            for line in dossier.headlines.lines
        ],
        "more": {
            "persons": dossier.people.more,
            "home_persons": dossier.home_people.more,
            "organisations": dossier.bodies.more,
            "blocs": dossier.blocs.more,
            "places": dossier.places.more,
            "projects": dossier.projects.more,
            "headlines": dossier.headlines.more,
        },
        "sources": [{"number": source.position, **headline_record(source.headline)} for source in dossier.sources],
    }


def _headline_of(dossier: Dossier, line: Line) -> Headline:
    return dossier.sources[line.note.source - 1].headline


def _persons(section: Section, code: str) -> list[Record]:
    return [
        {
            "name": line.text,
            "role": line.detail or None,
            "country": code,
            "as_of": _iso(line.on),
            "articles": line.articles,
            "doubtful": line.doubtful,
            "note": _note(line.note),
        }
        for line in section.lines
    ]


def _named(section: Section) -> list[Record]:
    return [
        {
            "name": line.text,
            "as_of": _iso(line.on),
            "articles": line.articles,
            "doubtful": line.doubtful,
            "note": _note(line.note),
        }
        for line in section.lines
    ]


def _note(note: Note) -> Record:
    return {
        "source": note.source,
        "sentence": note.sentence,
        "id": note.id,
        "start": note.span.start,
        "end": note.span.end,
        "text": note.quotation,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


KIND_KEYS: Mapping[EntityKind, str] = {
    EntityKind.COUNTRY: "countries",
    EntityKind.BLOC: "organisations",
    EntityKind.PERSON: "persons",
    EntityKind.ORGANISATION: "organisations",
    EntityKind.PLACE: "places",
    EntityKind.PROJECT: "projects",
}
