"""A list of search results as rows and as a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgtui.export.records import Record, headline_record, spans_record
from kgtui.export.rows import Mark, Piece, Row
from kgtui.export.wording import day
from kgtui.export.wrapping import COLUMNS, hanging, lines_of, marked
from kgtui.model import Span
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.library import Facet, Hit, Results
    from kgtui.search import Snippet

_INDENT = "   "
_BREAKS = {ord(sign): " " for sign in "\t\n\r"}  # one for one: offsets hold


def results_rows(results: Results, *, width: int = COLUMNS) -> Iterator[Row]:
    """Each hit as date, publisher and id, then the title, then the snippet with its hits marked."""
    for hit in results.hits:
        headline = hit.headline
        parts = [part for part in (day(headline.published), one_line(headline.outlet), one_line(headline.id)) if part]
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
        "read_as": results.read_as,
        "total": results.total,
        "hits": [_hit_record(hit) for hit in results.hits],
        "facets": {facet.kind.value: _facet_record(facet) for facet in results.facets},
    }


def _hit_record(hit: Hit) -> Record:
    return {
        **headline_record(hit.headline),
        "score": round(hit.score, 4),
        "tier": hit.tier.name.lower(),
        "group": hit.group,
        "snippet": hit.snippet.text if hit.snippet else "",
        "spans": spans_record(hit.snippet.spans if hit.snippet else ()),
    }


def _facet_record(facet: Facet) -> list[Record]:
    return [{"value": value.name, "articles": value.articles, "query": value.query} for value in facet.values]
