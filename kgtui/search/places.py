"""What a place is also called: a query for «Алма-Ата» is answered by «Алматы» too, after all else."""

from __future__ import annotations

from functools import cache

from kgtui.language import fold
from kgtui.language.keys import query_keys


def other_names(form: str) -> frozenset[str]:
    """The keys of the other names, of one word each, of the place that a form names; none of other words."""
    found = _others().keys() & query_keys(form).likely
    return frozenset(key for name in found for key in _others()[name]) - query_keys(form).likely


@cache
def _others() -> dict[str, frozenset[str]]:
    """Key of a name → keys of the place's other names."""
    from kgtui.gazetteer import load_gazetteer  # noqa: PLC0415 - kept off the start path

    others: dict[str, frozenset[str]] = {}
    for place in load_gazetteer().places:
        names = {name: _keys(name) for name in place.names if " " not in name}
        for name, keys in names.items():
            rest = frozenset(key for other in names if other != name for key in names[other])
            others |= dict.fromkeys(keys, rest) if rest else {}
    return others


def _keys(name: str) -> frozenset[str]:
    """As a name alone: «Семей» is a place, and no form of «семья»."""
    exact = fold(name)
    return query_keys(name).likely & {exact, "^" + exact}
