"""What the screen asks of a library beside itself: each a function from a library to plain values.

Nothing heavy is imported here at the start: dictionaries, gazetteer and index load in the thread that first needs them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kgtui.model import Article, EntityKind, Facts, Headline, Span
from kgtui.tui.listing import Excerpt, Listing, ListingKind

if TYPE_CHECKING:
    from kgtui.dossier import Dossier
    from kgtui.library import Library

_EXCERPT = 160  # characters: more than any row shows
_LEAD = 24  # characters before the first hit
_FEW = 10
_UNFINISHED = re.compile(r"(?:^|\s)[^\W\d_]{3,}$")  # a last word that is long enough for a beginning


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country of the library: how many articles name it, and from when to when."""

    code: str
    name: str
    articles: int
    first: date | None
    last: date | None


def all_articles(library: Library) -> Listing:
    numbers = library.numbers()
    return Listing(ListingKind.ALL, numbers, len(numbers))


def searched(library: Library, query: str) -> Listing:
    """The articles that match a query, best first, as the search ranks them.

    While a word is being typed it is not yet one: where nothing matches, the last word is read as a beginning.
    """
    if not query.strip():
        listing = all_articles(library)
        listing.query = query
        return listing
    numbers = _numbers(library, query)
    read_as = query
    if not numbers and _UNFINISHED.search(query):
        read_as = query + "*"
        numbers = _numbers(library, read_as)
    listing = Listing(ListingKind.SEARCH, numbers, len(library.numbers()), query)
    listing.read_as = read_as if numbers else query
    return listing


def _numbers(library: Library, query: str) -> list[int]:
    return [hit.headline.number for hit in library.search(query, snippets=False, mend=False).hits]


def naming(library: Library, kind: EntityKind, key: str, name: str) -> Listing:
    """All articles that name something, newest first."""
    mentions: dict[int, tuple[Span, ...]] = {
        mention.headline.number: mention.entity.spans for mention in library.mentions(kind, key)
    }
    return Listing(
        ListingKind.ENTITY, list(mentions), len(library.numbers()), entity=(kind, key, name), mentions=mentions
    )


def hits(library: Library, listing: Listing, article: Article) -> tuple[Span, ...]:
    """Where an article has what its listing is about."""
    if listing.kind is ListingKind.ENTITY:
        return tuple(sorted(listing.mentions.get(article.number, ())))
    if listing.kind is ListingKind.SEARCH:
        return library.hit_spans(listing.read_as, article)
    return ()


def excerpts(library: Library, listing: Listing, numbers: Sequence[int]) -> Mapping[int, Excerpt]:
    """For some rows, a piece of the article around its first hit."""
    found: dict[int, Excerpt] = {}
    for number in numbers:
        if listing.kind is ListingKind.SEARCH:
            snippet = library.snippet(listing.read_as, number)
            found[number] = _opened_at_hit(snippet.text, snippet.spans) if snippet else Excerpt("", ())
        elif (article := library.article(number)) is not None:
            found[number] = excerpt(article, hits(library, listing, article))
    return found


def _opened_at_hit(text: str, spans: tuple[Span, ...]) -> Excerpt:
    """A sentence from a few words before its first hit on: a row shows no more than its beginning."""
    start = _word_start(text, 0, spans[0].start - _LEAD) if spans else 0
    lead = "…" if start else ""
    shift = start - len(lead)
    return Excerpt(lead + text[start:], tuple(Span(span.start - shift, span.end - shift) for span in spans))


def excerpt(article: Article, spans: Sequence[Span]) -> Excerpt:
    """The text from a few words before the first hit on, with the hits that fall into it."""
    text, body = article.document.text, article.document.body
    inside = [span for span in spans if body.start <= span.start and span.end <= body.end]
    if not inside:
        return Excerpt("", ())
    start = _word_start(text, body.start, inside[0].start - _LEAD)
    end = min(body.end, start + _EXCERPT)
    lead = "…" if start > body.start else ""
    shift = start - len(lead)
    shown = tuple(Span(span.start - shift, span.end - shift) for span in inside if span.end <= end)
    return Excerpt(lead + text[start:end], shown)


def _word_start(text: str, first: int, wanted: int) -> int:
    """The start of the word at or after ``wanted``."""
    if wanted <= first:
        return first
    space = text.find(" ", wanted)
    return space + 1 if space >= 0 else wanted


def titles(library: Library, query: str) -> list[Headline]:
    """The best few articles for a query, for the palette."""
    return [hit.headline for hit in library.search(query, limit=_FEW, snippets=False, mend=False).hits]


def countries(library: Library) -> list[CountryRow]:
    """The countries that the library's articles name, most named first."""
    from kgtui.gazetteer import load_gazetteer  # noqa: PLC0415 - loads the data files

    known = load_gazetteer().countries
    return [
        CountryRow(count.code, known[count.code].name, count.articles, count.first, count.last)
        for count in library.country_counts()
        if count.code in known
    ]


def dossier(library: Library, code: str, home: str) -> Dossier:
    from kgtui.dossier import country_dossier  # noqa: PLC0415 - loads the data files

    return country_dossier(library, code, home=home)


def foreign_country(facts: Facts, home: str) -> str | None:
    """The country that an article is most about, the home country aside unless it names no other."""
    counted = [(len(e.spans), e.key) for e in facts.entities if e.kind is EntityKind.COUNTRY]
    foreign = [pair for pair in counted if pair[1] != home]
    ranked = sorted(foreign or counted, key=lambda pair: (-pair[0], pair[1]))
    return ranked[0][1] if ranked else None
