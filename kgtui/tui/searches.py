"""What the screen asks of a library while one searches: each a function from a library to plain values.

Nothing heavy is imported here at the start: dictionaries, gazetteer and index load in the thread that first needs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kgtui.locale import t
from kgtui.model import Article, EntityKind, Headline, Span
from kgtui.tui.excerpts import Excerpt, excerpt, opened_at_hit
from kgtui.tui.listing import Listing, ListingKind
from kgtui.tui.narrowing import narrowed
from kgtui.tui.offers import Offer

if TYPE_CHECKING:
    from kgtui.library import Facet, Library, Ranking, Sort

_FEW = 10
_EXCERPTS_AT_ONCE = 4  # so many rows are read before the screen is told
_UNFINISHED = re.compile(r"(?:^|\s)[^\W\d_]{3,}$")  # a last word that is long enough for a beginning


def all_articles(library: Library) -> Listing:
    """Everything, newest first."""
    from kgtui.library import Sort  # noqa: PLC0415 - the screen is built before

    numbers = library.numbers()
    return Listing(ListingKind.ALL, numbers, len(numbers), sort=Sort.NEWEST, groups=library.groups(numbers))


def searched(library: Library, query: str, sort: Sort | None, *, to_the_letter: bool = False) -> Listing:
    """The articles that match a query, in an order, by relevance if none is given.

    While a word is being typed it is not yet one: where nothing matches, the last word is read as a beginning. Where
    that finds nothing either, the library reads the query as what it likely meant, unless it is taken to the letter.
    """
    from kgtui.library import Sort  # noqa: PLC0415 - the screen is built before

    if not query.strip():
        listing = all_articles(library)
        listing.query = query
        return listing
    sort = sort or Sort.RELEVANCE
    ranking = library.ranking(query, sort=sort, mend=False)
    if ranking.numbers or to_the_letter:
        return _listing(library, query, ranking, query, sort)
    if _UNFINISHED.search(query):
        begun = library.ranking(query + "*", sort=sort, mend=False)
        if begun.numbers:
            return _listing(library, query, begun, query + "*", sort)
    mended = library.ranking(query, sort=sort)
    return _listing(library, query, mended, mended.read_as or query, sort)


def _listing(library: Library, query: str, ranking: Ranking, read_as: str, sort: Sort) -> Listing:
    return Listing(
        ListingKind.SEARCH,
        ranking.numbers,
        len(library.numbers()),
        query,
        read_as,
        sort=sort,
        mended=ranking.read_as is not None,
        problems=ranking.problems,
        groups=ranking.groups,
    )


def naming(library: Library, kind: EntityKind, key: str, name: str) -> Listing:
    """All articles that name something, newest first."""
    from kgtui.library import Sort  # noqa: PLC0415 - the screen is built before

    mentions: dict[int, tuple[Span, ...]] = {
        mention.headline.number: mention.entity.spans for mention in library.mentions(kind, key)
    }
    return Listing(
        ListingKind.ENTITY,
        list(mentions),
        len(library.numbers()),
        sort=Sort.NEWEST,
        entity=(kind, key, name),
        groups=library.groups(list(mentions)),
        mentions=mentions,
    )


def narrowed_listing(library: Library, listing: Listing, part: str, sort: Sort | None) -> Listing:
    """What a listing has of one more condition, as a search of its own."""
    return searched(library, narrowed(listing.read_as, part), sort)


def sorted_anew(library: Library, listing: Listing, sort: Sort) -> Listing:
    """The same articles in another order."""
    from kgtui.library import Order  # noqa: PLC0415 - the screen is built before

    if listing.kind is ListingKind.SEARCH:
        return listing.in_order(library.ranking(listing.read_as, sort=sort, mend=False).numbers, sort)
    among = set(listing.every)
    return listing.in_order([number for number in library.numbers(Order(sort.value)) if number in among], sort)


def hits(library: Library, listing: Listing, article: Article) -> tuple[Span, ...]:
    """Where an article has what its listing is about."""
    if listing.kind is ListingKind.ENTITY:
        return tuple(sorted(listing.mentions.get(article.number, ())))
    if listing.kind is ListingKind.SEARCH:
        return library.hit_spans(listing.read_as, article)
    return ()


def excerpts(library: Library, listing: Listing, numbers: Sequence[int]) -> Iterator[Mapping[int, Excerpt]]:
    """For some rows, a piece of each article around its first hit: a few rows a step."""
    for start in range(0, len(numbers), _EXCERPTS_AT_ONCE):
        yield {number: _excerpt(library, listing, number) for number in numbers[start : start + _EXCERPTS_AT_ONCE]}


def _excerpt(library: Library, listing: Listing, number: int) -> Excerpt:
    if listing.kind is ListingKind.SEARCH:
        snippet = library.snippet(listing.read_as, number)
        return opened_at_hit(snippet.text, snippet.spans) if snippet else Excerpt("", ())
    article = library.article(number)
    return excerpt(article, hits(library, listing, article)) if article else Excerpt("", ())


def facets(library: Library, listing: Listing) -> tuple[Facet, ...]:
    """What a listing can be narrowed by, with counts."""
    return library.facets(listing.every)


def all_facets(library: Library, listing: Listing) -> tuple[Facet, ...]:
    """The same with every value, however rare."""
    return library.facets(listing.every, limit=0)


def completed(library: Library, query: str) -> list[Offer]:
    """How a query that is being typed may go on: names with the number of their articles, words, fields."""
    return [
        Offer(
            t("screen.search.counted", shown=one.shown, count=one.articles) if one.articles else one.shown,
            query[: one.place.start] + one.text + query[one.place.end :],
        )
        for one in library.complete(query, len(query))
    ]


def titles(library: Library, query: str) -> list[Headline]:
    """The best few articles for a query, for the palette."""
    return [hit.headline for hit in library.search(query, limit=_FEW, snippets=False, mend=False).hits]
