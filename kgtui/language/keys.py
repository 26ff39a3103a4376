"""Search keys: what a word is found by, so that any form of a word or name finds every other.

Two words match where their keys meet. The recipe and its figures (UD treebanks, recall 97.1 %, precision of the first
tier 97.0 %): all readings' lemmas, ё folded after lemmatising; a surname key (``~`` and the stem); for words that the
dictionary lacks, class guesses (``^`` and every stem left by stripping one case ending); unlikely readings cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kgtui.language.folding import fold
from kgtui.language.words import Reading, Word, word

UNLIKELY = 0.02  # readings of a dictionary word below this share are dropped, never those of names


@dataclass(frozen=True, slots=True)
class Keys:
    """``exact`` is the folded form itself; ``likely`` the keys of the likeliest reading and of name classes;
    ``other`` those of the remaining readings."""

    exact: str
    likely: frozenset[str]
    other: frozenset[str]


@cache
def document_keys(form: str) -> Keys:
    """The keys of a word as it stands in a text: name classes only where it is capitalised."""
    return _keys(form, as_name=form[:1].isupper())


@cache
def query_keys(form: str) -> Keys:
    """The keys of a word as a reader types it, whatever its letter case."""
    return _keys(form.lower(), as_name=True)


def _keys(form: str, *, as_name: bool) -> Keys:
    lower = _without_marks(form.lower())
    exact = fold(lower)
    parsed = word(lower)
    shares = _lemma_shares(parsed, exact)
    likely = {max(shares, key=lambda lemma: shares[lemma])} if shares else {exact}
    other = set(shares)
    if as_name:
        surname = surname_stem(exact)
        if surname:
            likely.add("~" + surname)
        if not parsed.known and not surname:
            likely |= {"^" + stem for stem in class_stems(exact)}
    if "-" in lower:
        for part in _parts(lower):
            part_keys = _keys(part.capitalize() if as_name else part, as_name=as_name)
            other |= part_keys.likely | part_keys.other
    if "ё" in lower:  # a form that the dictionary lacks is met by its spelling without ё
        other |= {fold(lemma) for lemma in word(exact).lemmas}
    return Keys(exact, frozenset(likely), frozenset(other - likely))


def _lemma_shares(parsed: Word, exact: str) -> dict[str, float]:
    """Folded lemma → summed share, likeliest first, unlikely readings of dictionary words left out."""
    shares: dict[str, float] = {}
    named: set[str] = set()
    surname_shaped = surname_stem(exact) is not None
    for reading in parsed.readings:
        if surname_shaped and _is_plural_given_name(reading):
            continue
        lemma = fold(reading.lemma)
        shares[lemma] = shares.get(lemma, 0.0) + reading.score
        if reading.is_name:
            named.add(lemma)
    if not parsed.known:
        return shares
    return {lemma: share for lemma, share in shares.items() if share >= UNLIKELY or lemma in named}


def _is_plural_given_name(reading: Reading) -> bool:
    """«Александров» read as «of the Alexanders»."""
    return "Name" in reading.grammemes and reading.number == "plur"


_OV_SURNAME = re.compile(r"(.{2,}(?:ов|ев|ин|ын))(?:а|у|ым|е|ой|ою|ы|ых|ыми)?")
_SKY_SURNAME = re.compile(r"(.{2,}(?:ск|цк))(?:ий|ого|ому|им|ом|ая|ой|ую|ою|ие|их|ими|ый)")


def surname_stem(folded: str) -> str | None:
    """The stem that all forms of a surname in -ов, -ев, -ин, -ын, -ский, -цкий share.

    >>> surname_stem("касымалиевой")
    'касымалиев'
    """
    match = _OV_SURNAME.fullmatch(folded) or _SKY_SURNAME.fullmatch(folded)
    return match.group(1) if match else None


_ENDINGS = "ами ями ом ем ой ей ою ею ам ям ах ях а я у ю е ы и ь й".split()
_CONSONANTS = frozenset("бвгджзйклмнпрстфхцчшщ")


def class_stems(folded: str) -> set[str]:
    """The word itself and every stem left by stripping one case ending."""
    stems = {folded}
    for ending in _ENDINGS:
        stem = folded.removesuffix(ending)
        if stem != folded and len(stem) >= 4 and stem[-1] in _CONSONANTS:
            stems.add(stem)
    return stems


def _parts(lower: str) -> list[str]:
    """The parts of a hyphenated word; a linking first part («кыргызско-») as the adjective it stands for."""
    parts = [part for part in lower.split("-") if part]
    return [_linked_adjective(part) for part in parts[:-1]] + parts[-1:]


@cache
def _linked_adjective(part: str) -> str:
    if part.endswith("о"):
        for ending in ("ий", "ый", "ой"):
            candidate = word(part[:-1] + ending)
            if candidate.known and any(reading.pos == "ADJF" for reading in candidate.readings):
                return candidate.form
    return part


def _without_marks(lower: str) -> str:
    """Without accents that NFC cannot compose and without soft hyphens."""
    return "".join(c for c in lower if not ("\u0300" <= c <= "\u036f" or c == "\u00ad")).replace("‑", "-")
