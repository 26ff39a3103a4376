"""Values as plain dictionaries for JSON, with the keys of the facts' records wherever they say the same thing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date

from kgtui.model import Article, Headline, Period, Span

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
        "published": iso(headline.published),
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


def iso(when: date | Period | None) -> str | None:
    """A day, or a period as precisely as it is known: "2025-11"."""
    if isinstance(when, Period):
        return when.iso
    return when.isoformat() if when else None
