"""Which namings are of one body, and how it is called in a brief."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache, lru_cache

from kgtui.extraction.tables import table
from kgtui.gazetteer import MatchKind, load_gazetteer
from kgtui.language import analyse, fold
from kgtui.model import Entity


def body_key(body: Entity) -> str:
    """The same for «Кабмин КР» and «Кабинет министров Кыргызской Республики»."""
    words = _words(body.name)
    return " ".join((body.country or "", *words)) if words else body.key


def body_key_of_pair(body: Entity) -> str:
    """In the brief of two countries also the same for all names of the commission of their governments."""
    words = " ".join(_words(body.name))
    return next((full for full in _one_of_pair() if words.startswith(full)), body_key(body))


@lru_cache(maxsize=4096)
def body_name(name: str) -> str:
    """Without the adjective of the pair before it: «киргизско-российская межправительственная комиссия»."""
    analysis = analyse(name)
    first = analysis.tokens[0] if analysis.tokens else None
    is_of_pair = first is not None and "-" in first.text and 0 in _country_tokens(name)
    return name[first.end :].lstrip() if first and is_of_pair else name


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """Folded, short names in full, without the countries."""
    countries = _country_tokens(name)
    tokens = [token for place, token in enumerate(analyse(name).tokens) if token.is_word and place not in countries]
    forms = [fold(token.text) for token in tokens]
    return tuple(word for form in forms for word in _full_names().get(form, form).split())


def _country_tokens(name: str) -> Set[int]:
    matches = load_gazetteer().match(analyse(name))
    return {place for match in matches if match.kind is MatchKind.COUNTRY for place in range(match.first, match.stop)}


@cache
def _full_names() -> Mapping[str, str]:
    return {fold(row["short"]): fold(row["full"]) for row in table("body_short_names")}


@cache
def _one_of_pair() -> tuple[str, ...]:
    """Bodies of which a pair of countries has one."""
    return tuple(dict.fromkeys(fold(row["full"]) for row in table("body_short_names") if row["pair"]))
