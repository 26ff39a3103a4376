"""The query language: a text → a tree of nodes, and back to text. Knows nothing of indexes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.search.query.parser import Query, parse_query
    from kgtui.search.query.periods import period_of
    from kgtui.search.query.printing import printed
    from kgtui.search.query.problems import Problem, ProblemKind
else:
    from kgtui.unloaded import names_of

    __getattr__ = names_of(__name__, "problems", "periods", "printing", "parser")

__all__ = ["Problem", "ProblemKind", "Query", "parse_query", "period_of", "printed"]
