"""Search keys: what a word is found by, so that any form of a word or name finds every other.

Two words match where their keys meet. A key is a folded lemma (of a verb with a colon, so that «стать» the noun and
the verb stay apart) or a key of a name. ё is folded after lemmatising. The keys are ranked by the share of the readings
that they come from. Which lemmas a form has is in `lemmas`; names are in `name_keys`, spellings in `spelling`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kgtui.language.folding import fold
from kgtui.language.lemmas import Lemmas, document_lemmas, query_lemmas
from kgtui.language.name_keys import NameKeys, name_keys
from kgtui.language.spelling import plain
from kgtui.language.words import word

LIKELY = 0.4  # a reading of at least this share is as good as the likeliest
RARE = 0.1  # a reading below this share is looked at only from a word that surely has it
_JOINED = re.compile(r"\d{1,3}(?: \d{3}(?:[.,]\d+)?)+|(?:[^\W\d_]\.){2,}")  # see `joining`


@dataclass(frozen=True, slots=True)
class Keys:
    """``exact`` is the folded form itself; ``likely`` the keys of the likeliest readings and of name classes;
    ``other`` those of the remaining readings, ``rare`` those of readings that are hardly ever meant."""

    exact: str
    likely: frozenset[str]
    other: frozenset[str]
    rare: frozenset[str]


@lru_cache(maxsize=20_000)
def document_keys(form: str) -> Keys:
    """The keys of a word, or of several that are joined, as they stand in a text: of names only where capitalised."""
    first, whole = _parted(form)
    if whole:
        return _joined_keys(document_keys(first), whole)
    lower = plain(form)
    names = name_keys(lower) if _is_capitalised(form) else NameKeys()
    return _ranked(fold(lower), document_lemmas(lower), names, _part_keys(form))


@lru_cache(maxsize=2_000)
def query_keys(form: str) -> Keys:
    """The keys of a word as a reader types it, whatever its letter case.

    A hyphenated word asks for itself alone: its parts are another, wider question.
    """
    lower = plain(form)
    return _ranked(fold(lower), query_lemmas(lower), name_keys(lower), frozenset())


def _parted(form: str) -> tuple[str, str | None]:
    """The first part of a joined word and the whole without what parts it: «1 250,6», «С.Ш.А.»."""
    if not _JOINED.fullmatch(form):
        return form, None
    parts = re.split("[ .]", form) if form.endswith(".") else form.split(" ")
    return parts[0], "".join(parts)


def _joined_keys(first: Keys, whole: str) -> Keys:
    """The whole may be asked for as one word, and its first part where it stands."""
    keys = document_keys(whole)
    likely = keys.likely | {keys.exact}
    other = (keys.other | first.likely | first.other) - likely
    return Keys(first.exact, likely, other, (keys.rare | first.rare) - likely - other)


def _is_capitalised(form: str) -> bool:
    """Also behind an article: «аль-Фалих»."""
    return any(part[:1].isupper() for part in form.split("-"))


def _ranked(exact: str, lemmas: Lemmas, names: NameKeys, parts: frozenset[str]) -> Keys:
    best = max(lemmas.values(), default=0.0)
    likely = {lemma for lemma, share in lemmas.items() if share >= min(best, LIKELY)} - names.lemmas | names.likely
    other = {lemma for lemma, share in lemmas.items() if share >= RARE} | names.other | parts
    rare = lemmas.keys() | names.rare
    return Keys(exact, frozenset(likely), frozenset(other - likely), frozenset(rare - other - likely))


def _part_keys(form: str) -> frozenset[str]:
    """The likely and other keys of the parts of a hyphenated word, and of «Камбар-Ата» in «Камбар-Ата-1»."""
    parts = [part for part in form.replace("‑", "-").split("-") if part]
    if len(parts) < 2:
        return frozenset()
    linked = [_linked_adjective(part) for part in parts[:-1]] + parts[-1:]
    if len(parts) > 2 and parts[-1].isdigit():
        linked.append("-".join(parts[:-1]))
    keys = [document_keys(part) for part in linked]
    return frozenset(key for part in keys for key in part.likely | part.other)


@cache
def _linked_adjective(part: str) -> str:
    """A linking first part («кыргызско-») as the adjective it stands for."""
    if part.endswith("о"):
        for ending in ("ий", "ый", "ой"):
            candidate = word(part[:-1] + ending)
            if candidate.known and any(reading.pos == "ADJF" for reading in candidate.readings):
                return candidate.form
    return part
