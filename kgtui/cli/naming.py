"""From a country's name on the command line to its code."""

from __future__ import annotations

from difflib import get_close_matches

from kgtui.cli.exits import NOTHING_FOUND
from kgtui.cli.failure import Failure
from kgtui.language.folding import fold
from kgtui.locale import t

_OFFERED = 3
_LIKENESS = 0.6


def country_code(name: str) -> str:
    """The alpha-2 code of a country by any of its names in any form.

    Raises Failure with the most similar names where there is none.
    """
    from kgtui.gazetteer import load_gazetteer  # noqa: PLC0415 - loads the data files

    gazetteer = load_gazetteer()
    if country := gazetteer.country_named(name):
        return country.code
    if bloc := gazetteer.bloc_named(name):
        raise Failure(t("errors.country_is_bloc", name=bloc.name), NOTHING_FOUND)
    known = {fold(each): country.name for country in gazetteer.countries.values() for each in country.names}
    similar = dict.fromkeys(known[each] for each in get_close_matches(fold(name), known, _OFFERED, _LIKENESS))
    if similar:
        raise Failure(t("errors.country_unknown_similar", name=name, similar=", ".join(similar)), NOTHING_FOUND)
    raise Failure(t("errors.country_unknown", name=name), NOTHING_FOUND)
