"""What a place is also called: a query for «Алма-Ата» is answered by «Алматы» too, after all else."""

from __future__ import annotations

from functools import cache

from kgtui.language import fold
from kgtui.language.keys import query_keys

_NAME_SIGN = "^"  # of the key of a name as it stands


def other_names(form: str) -> frozenset[str]:
    """The keys of the other names, of one word each, of the place that a form names; none of other words."""
    likely = query_keys(form).likely
    found: set[str] = set()
    for called in {key.removeprefix(_NAME_SIGN) for key in likely} & _called().keys():
        for names in _called()[called]:
            keys = {name: _keys(name) for name in names}
            meant = [name for name in names if not keys[name].isdisjoint(likely)]
            found.update(key for name in meant for other in names if other != name for key in keys[other])
    return frozenset(found) - likely


@cache
def _called() -> dict[str, list[list[str]]]:
    """Folded name → the names, of one word each, of the places that are called so and otherwise too."""
    from kgtui.gazetteer import load_gazetteer  # noqa: PLC0415 - kept off the start path

    called: dict[str, list[list[str]]] = {}
    for place in load_gazetteer().places:
        names = [name for name in place.names if " " not in name]
        for name in names if len(names) > 1 else ():
            called.setdefault(fold(name), []).append(names)
    return called


def _keys(name: str) -> frozenset[str]:
    """As a name alone: «Семей» is a place, and no form of «семья»."""
    exact = fold(name)
    return query_keys(name).likely & {exact, _NAME_SIGN + exact}
