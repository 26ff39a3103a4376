"""A list of search results as rows and as a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kgtui.export.query import read_as
from kgtui.export.records import Record, headline_record, spans_record
from kgtui.export.rows import Mark, Piece, Row
from kgtui.export.wording import day
from kgtui.export.wrapping import COLUMNS, hanging, lines_of, marked
from kgtui.model import Headline, Span
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.library import Hit, Results
    from kgtui.search import Snippet

_INDENT = "   "
_BREAKS = {ord(sign): " " for sign in "\t\n\r"}  # one for one: offsets hold


def results_rows(results: Results, *, width: int = COLUMNS) -> Iterator[Row]:
    """Each hit as date, publisher and id, then the title, then the snippet with its hits marked."""
    for hit in results.hits:
        headline = hit.headline
        origin = headline.publisher or headline.source or ""
        parts = [part for part in (day(headline.published), one_line(origin), one_line(headline.id)) if part]
        yield (Piece("  ".join(parts), Mark.FAINT),)
        for line in hanging(one_line(headline.title), width, indent=_INDENT):
            yield (Piece(line),)
        if hit.snippet:
            yield from _snippet_rows(hit.snippet, width)


def _snippet_rows(snippet: Snippet, width: int) -> Iterator[Row]:
    before, after = ("…" if cut else "" for cut in (snippet.cut_before, snippet.cut_after))
    text = f"{before}{snippet.text}{after}".translate(_BREAKS)
    shift = len(before)
    marks = [(Span(span.start + shift, span.end + shift), Mark.HIT) for span in sorted(snippet.spans)]
    for line in lines_of(text, Span(0, len(text)), width - len(_INDENT)):
        yield (Piece(_INDENT), *marked(text, line, marks))


def results_record(results: Results) -> Record:
    return {
        "query": results.query,
        "read_as": read_as(results.query),
        "total": results.total,
        "hits": [_hit_record(hit) for hit in results.hits],
        "facets": _facets([hit.headline for hit in results.hits]),
    }


def _hit_record(hit: Hit) -> Record:
    return {
        **headline_record(hit.headline),
        "score": round(hit.score, 4),
        "tier": hit.tier.name.lower(),
        "group": None,
        "snippet": hit.snippet.text if hit.snippet else "",
        "spans": spans_record(hit.snippet.spans if hit.snippet else ()),
    }


def _facets(headlines: Iterable[Headline]) -> Record:
    """How many of the listed articles are of which year and publisher, the most first."""
    listed = list(headlines)
    return {
        "year": _counts(str(headline.published.year) for headline in listed if headline.published),
        "publisher": _counts(headline.publisher for headline in listed if headline.publisher),
    }


def _counts(values: Iterable[str]) -> list[Record]:
    return [{"value": value, "articles": count} for value, count in Counter(values).most_common()]
