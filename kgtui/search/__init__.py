"""The query language and the engine: an article's terms, queries as trees, hits in tiers, snippets.

Takes an `Analysis` with its `Facts` and gives index entries; takes a query's text and gives ranked article numbers and
the spans of its hits. The engine stands behind one small protocol, `Engine`; Whoosh is behind it and is imported only
where an index is opened. Knows nothing of where articles are kept, nor of screens.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.search.entries import SOURCE, ZONES_OF_KINDS, entry
    from kgtui.search.evaluate import keys_named, things_named
    from kgtui.search.index.amended import AmendedView
    from kgtui.search.index.moved import MovedView, Moves
    from kgtui.search.index.protocol import Engine, Entry, IndexUnusableError, NamedThing, View, Zone
    from kgtui.search.matching import Matcher, Slice, Things
    from kgtui.search.query import Problem, ProblemKind, Query, parse_query, period_of, printed
    from kgtui.search.ranking import Answer, Ranked, rank
    from kgtui.search.slips import Completion, completions, mended
    from kgtui.search.snippets import Snippet, snippet
    from kgtui.search.terms import TERMS_VERSION, Tier, name_term
    from kgtui.search.units import Thing, thing_of
    from kgtui.search.why import Reason, Where, reasons
else:
    from kgtui.unloaded import names_of

    __getattr__ = names_of(
        __name__,
        "query",
        "terms",
        "index.protocol",
        "index.moved",
        "index.amended",
        "units",
        "entries",
        "matching",
        "ranking",
        "evaluate",
        "snippets",
        "why",
        "slips",
    )

__all__ = [
    "SOURCE",
    "TERMS_VERSION",
    "ZONES_OF_KINDS",
    "AmendedView",
    "Answer",
    "Completion",
    "Engine",
    "Entry",
    "IndexUnusableError",
    "Matcher",
    "MovedView",
    "Moves",
    "NamedThing",
    "Problem",
    "ProblemKind",
    "Query",
    "Ranked",
    "Reason",
    "Slice",
    "Snippet",
    "Thing",
    "Things",
    "Tier",
    "View",
    "Where",
    "Zone",
    "completions",
    "entry",
    "keys_named",
    "mended",
    "name_term",
    "parse_query",
    "period_of",
    "printed",
    "rank",
    "reasons",
    "snippet",
    "thing_of",
    "things_named",
]
