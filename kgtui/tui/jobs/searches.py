"""What the screen asks of a library while one searches: each a function from a library to plain values.

Nothing heavy is imported here at the start: dictionaries, gazetteer and index load in the thread that first needs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kgtui.layouts import retyped
from kgtui.locale import t
from kgtui.model import EntityKind, Span
from kgtui.tui.jobs.listing import Listing, ListingKind

if TYPE_CHECKING:
    from kgtui.library import EntityCount, Facet, Library, Ranking, Sort
    from kgtui.model import Article, Entity, Headline
    from kgtui.reader import KeptListing
    from kgtui.search import Reason
    from kgtui.tui.jobs.excerpts import Excerpt
    from kgtui.tui.jobs.offers import Offer

FIRST = 128  # articles: more than are seen at once
_FEW = 10
_FACET_VALUES = 1000  # of each kind, in the chooser
_WHOM = (EntityKind.PERSON, EntityKind.BLOC, EntityKind.ORGANISATION)
_OFTEN_NAMED = 5000  # of each kind, among which the palette looks
_EXCERPTS_AT_ONCE = 4  # so many rows are read before the screen is told
_FACETS = {
    EntityKind.PERSON: "person",
    EntityKind.COUNTRY: "country",
    EntityKind.BLOC: "bloc",
    EntityKind.ORGANISATION: "body",
    EntityKind.PLACE: "place",
}
_UNFINISHED = r"(?:^|[\s(:])[^\W\d_]{3,}$"  # a last word that is long enough for a beginning


def all_articles(library: Library) -> Listing:
    """Everything, newest first."""
    from kgtui.library import Sort  # noqa: PLC0415 - the screen is built before

    numbers = library.numbers()
    return Listing(ListingKind.ALL, numbers, len(numbers), sort=Sort.NEWEST, groups=library.groups(numbers))


def first_articles(library: Library) -> Listing:
    """The newest of all articles, and how many rows there will be: what can be shown before all are read."""
    from kgtui.library import Sort  # noqa: PLC0415 - the screen is built before

    numbers = library.newest(FIRST)
    groups = library.groups(numbers)
    listing = Listing(ListingKind.ALL, numbers, library.count(), sort=Sort.NEWEST, groups=groups)
    listing.rest = max(0, library.texts() - len(listing.numbers))
    return listing


def news(library: Library, since: int, upto: int) -> Listing:
    """What was written between two changes, newest first."""
    new = set(library.written_since(since, upto=upto))
    every = all_articles(library)
    numbers = [number for number in every.every if number in new]
    groups = library.groups(numbers)
    return replace(every, kind=ListingKind.NEWS, every=numbers, groups=groups, since=since, upto=upto)


def listed(_library: Library, listing: Listing) -> Listing:
    """What is listed already."""
    return listing


def searched(library: Library, query: str, sort: Sort | None, *, to_the_letter: bool = False) -> Listing:
    """The articles that match a query, in an order, by relevance if none is given."""
    steps = reading_of(library, query, sort, to_the_letter=to_the_letter)
    return next(listing for listing in steps if listing is not None)


def reading_of(
    library: Library, query: str, sort: Sort | None, *, to_the_letter: bool = False
) -> Iterator[Listing | None]:
    """The same in steps, for a query that is being typed: None, wherever a newer one may overtake it, then the listing.

    While a word is being typed it is not yet one: where nothing matches, the last word is read as a beginning. Where
    that finds nothing either, the library reads the query as what it likely meant, unless it is taken to the letter.
    """
    from kgtui.library import Sort  # noqa: PLC0415 - the screen is built before

    if not query.strip() or _is_field_alone(library, query):
        listing = all_articles(library)
        listing.query = query
        yield listing
        return
    sort = sort or Sort.RELEVANCE
    ranking = library.ranking(query, sort=sort, mend=False)
    if ranking.numbers or to_the_letter:
        yield _listing(library, query, ranking, query, sort)
        return
    yield None
    if re.search(_UNFINISHED, query):
        begun = library.ranking(query + "*", sort=sort, mend=False)
        if begun.numbers:
            yield _listing(library, query, begun, query + "*", sort)
            return
    yield None
    mended = library.ranking(query, sort=sort)
    yield _listing(library, query, mended, mended.read_as or query, sort)


def _is_field_alone(library: Library, query: str) -> bool:
    """«страна:» asks for nothing yet, while its values are offered."""
    from kgtui.search import ProblemKind  # noqa: PLC0415 - the screen is built before

    read = library.read(query)
    return read.root is None and {problem.kind for problem in read.problems} == {ProblemKind.EMPTY_FIELD}


def _listing(library: Library, query: str, ranking: Ranking, read_as: str, sort: Sort) -> Listing:
    return Listing(
        ListingKind.SEARCH,
        ranking.numbers,
        library.count(),
        query,
        read_as,
        sort=sort,
        mended=ranking.read_as is not None,
        problems=ranking.problems,
        groups=ranking.groups,
    )


def naming(library: Library, number: int, entity: Entity) -> Listing:
    """All articles that name what one of them names, newest first."""
    from kgtui.library import Sort  # noqa: PLC0415 - the screen is built before

    return searched(library, _query_for(library, number, entity), Sort.NEWEST, to_the_letter=True)


def _query_for(library: Library, number: int, entity: Entity) -> str:
    """As its facet asks for it, which tells namesakes apart; else by its key. Projects have no facets."""
    from kgtui.search import name_term, printed  # noqa: PLC0415 - not before the first paint
    from kgtui.search.query.nodes import Field, Named  # noqa: PLC0415

    if entity.kind is EntityKind.PROJECT:
        return printed(Named(Field.PROJECT, entity.name))
    field = _FACETS[entity.kind]
    for facet in library.facets([number], limit=0):
        for value in facet.values:
            if facet.kind.value == field and name_term(value.name) == name_term(entity.name):
                return value.query
    return printed(Named(Field.BODY if entity.kind is EntityKind.BLOC else Field(field), entity.key))


def alike(library: Library, article: Headline) -> Listing:
    """The articles most alike to one."""
    found = library.like(article.number, snippets=False)
    numbers = [hit.headline.number for hit in found.hits]
    groups = library.groups(numbers)
    return Listing(ListingKind.LIKE, numbers, library.count(), read_as=found.query, like=article, groups=groups)


def listed_again(library: Library, kept: KeptListing) -> Listing:
    """What was listed in an earlier session, as the library has it now."""
    from kgtui.library import Sort  # noqa: PLC0415 - the screen is built before

    sort = next((each for each in Sort if each.value == kept.sort), None)
    like = library.article_by_id(kept.like) if kept.kind == ListingKind.LIKE.value else None
    if like is not None:
        listing = alike(library, like.headline)
    elif kept.kind == ListingKind.SEARCH.value:
        listing = searched(library, kept.query, sort, to_the_letter=kept.to_the_letter)
    elif kept.kind == ListingKind.NEWS.value and 0 < kept.upto <= library.change:
        listing = news(library, kept.since, kept.upto)
    else:
        listing = all_articles(library)
    if sort not in (None, Sort.RELEVANCE, listing.sort):
        listing = sorted_anew(library, listing, sort)
    return replace(listing, unfolded=frozenset(kept.unfolded)) if kept.unfolded else listing


def narrowed_listing(library: Library, listing: Listing, part: str, sort: Sort | None) -> Listing:
    """What a listing has of one more condition, as a search of its own."""
    from kgtui.tui.jobs.narrowing import narrowed  # noqa: PLC0415 - not before the first paint

    return searched(library, narrowed(library.read(listing.read_as), part), sort)


def sorted_anew(library: Library, listing: Listing, sort: Sort) -> Listing:
    """The same articles in another order."""
    from kgtui.library import Order  # noqa: PLC0415 - the screen is built before

    if listing.kind is ListingKind.SEARCH:
        numbers = library.ranking(listing.read_as, sort=sort, mend=False).numbers
    else:
        numbers = library.numbers(Order(sort.value))
    among = set(listing.every)
    return listing.in_order([number for number in numbers if number in among], sort)


class Hits(NamedTuple):
    """Where an article's text has what was searched for; where it has it nowhere, the forms that its title has."""

    spans: tuple[Span, ...] = ()
    in_title: tuple[str, ...] = ()


def hits(library: Library, query: str, article: Article) -> Hits:
    """Where an article has what a query asks for."""
    from kgtui.search.why import Where  # noqa: PLC0415 - not before the first paint

    if not query:
        return Hits()
    if spans := library.hit_spans(query, article):
        return Hits(spans)
    reasons = library.why(query, article)
    return Hits(in_title=tuple(reason.form for reason in reasons if reason.where is Where.TITLE))


def why(library: Library, query: str, number: int) -> tuple[Article, Sequence[Reason]] | None:
    """By which forms an article answers a query; None where it is gone."""
    article = library.article(number)
    return (article, library.why(query, article)) if article else None


def excerpts(library: Library, query: str, numbers: Sequence[int]) -> Iterator[Mapping[int, Excerpt]]:
    """For some rows, a piece of each article around its first hit: a few rows a step."""
    from kgtui.tui.jobs.excerpts import Excerpt, opened_at_hit  # noqa: PLC0415 - not before the first paint

    for start in range(0, len(numbers), _EXCERPTS_AT_ONCE):
        some = numbers[start : start + _EXCERPTS_AT_ONCE]
        found = library.snippets(query, some)
        cut = {number: opened_at_hit(each.text, each.spans, each.beyond_title) for number, each in found.items()}
        yield {number: cut.get(number, Excerpt("", ())) for number in some}


def facets(library: Library, numbers: Sequence[int]) -> tuple[Facet, ...]:
    """What these articles can be narrowed by, with counts."""
    return library.facets(numbers)


def all_facets(library: Library, numbers: Sequence[int]) -> tuple[Facet, ...]:
    """The same with so many values as can be looked through, rare ones too."""
    return library.facets(numbers, limit=_FACET_VALUES)


def completed(library: Library, query: str) -> list[Offer]:
    """How a query that is being typed may go on: names with the number of their articles, words, fields."""
    from kgtui.tui.jobs.offers import Offer  # noqa: PLC0415 - not before the first paint

    return [
        Offer(
            t("screen.search.counted", shown=one.shown, count=one.articles) if one.articles else one.shown,
            query[: one.place.start] + one.text + query[one.place.end :],
        )
        for one in library.complete(query, len(query))
    ]


def titles(library: Library, query: str) -> list[Headline]:
    """The best few articles for a query, for the palette; typed on the other layout, where it finds none on this."""
    found = library.search(query, limit=_FEW, snippets=False, mend=False).hits
    found = found or library.search(retyped(query), limit=_FEW, snippets=False, mend=False).hits
    return [hit.headline for hit in found]


def whom(library: Library, typed: str) -> list[EntityCount]:
    """Who is called as is typed, in any form and by any name; then persons, blocs and bodies whose names fit it, those
    in most articles first."""
    from kgtui.dossier import bearers  # noqa: PLC0415 - not before the first paint
    from kgtui.tui.fitting import fits  # noqa: PLC0415 - not before the first paint

    counted = [each for kind in _WHOM for each in library.entities(kind, limit=_OFTEN_NAMED)]
    named = [each for each in counted if fits(each.name, typed)]
    named.sort(key=lambda each: -each.articles)
    called = bearers(library, typed) or bearers(library, retyped(typed))
    return list({(each.kind, each.key): each for each in (*called, *named)}.values())[:_FEW]
