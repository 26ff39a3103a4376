"""Search keys: what a word is found by, so that any form of a word or name finds every other.

Two words match where their keys meet. A key is a folded lemma (of a verb with a colon, so that «стать» the noun and
the verb stay apart), ``~`` and the stem of a surname, or ``^`` and a stem guessed for a word that the dictionary lacks.
ё is folded after lemmatising. The keys are ranked by the share of the readings that they come from. Which lemmas a form
has is in `lemmas`; here are names, which no dictionary holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kgtui.language.folding import fold
from kgtui.language.lemmas import document_lemmas, is_readable, query_lemmas
from kgtui.language.words import Word, word

LIKELY = 0.4  # a reading of at least this share is as good as the likeliest
RARE = 0.1  # a reading below this share is looked at only from a word that surely has it


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
    """The keys of a word as it stands in a text: name classes only where it is capitalised."""
    lower = _plain(form)
    capitalised = form[:1].isupper()
    names = _name_keys(lower) if capitalised else frozenset()
    return _ranked(fold(lower), document_lemmas(lower), names, _part_keys(lower, capitalised))


@lru_cache(maxsize=2_000)
def query_keys(form: str) -> Keys:
    """The keys of a word as a reader types it, whatever its letter case.

    A hyphenated word asks for itself alone: its parts are another, wider question.
    """
    lower = _plain(form)
    return _ranked(fold(lower), query_lemmas(lower), _name_keys(lower), frozenset())


def _ranked(exact: str, lemmas: dict[str, float], names: frozenset[str], parts: frozenset[str]) -> Keys:
    best = max(lemmas.values(), default=0.0)
    likely = {lemma for lemma, share in lemmas.items() if share >= min(best, LIKELY)} | names
    other = {lemma for lemma, share in lemmas.items() if share >= RARE} | parts
    return Keys(exact, frozenset(likely), frozenset(other - likely), frozenset(set(lemmas) - other - likely))


def _name_keys(lower: str) -> frozenset[str]:
    """The keys of a word as a name: of its surname class, else of every class that its form allows."""
    exact = fold(lower)
    surname = surname_stem(exact)
    if surname:
        return frozenset({"~" + surname})
    if not is_readable(lower):
        return frozenset()
    parsed = word(lower)
    if not parsed.known:
        return frozenset("^" + stem for stem in class_stems(exact))
    return frozenset("^" + stem for stem in _common_word_stems(parsed, exact))


def _common_word_stems(parsed: Word, exact: str) -> set[str]:
    """A common word may be a surname that is declined in its own way: «Перец», «Переца»; «Бабий», «Бабием»."""
    if any(reading.is_name for reading in parsed.readings):
        return set()
    return {exact} | {stem for stem in class_stems(exact) if stem.endswith("и")}


def _part_keys(lower: str, capitalised: bool) -> frozenset[str]:
    """The likely and other keys of the parts of a hyphenated word."""
    if "-" not in lower:
        return frozenset()
    parts = (document_keys(part.capitalize() if capitalised else part) for part in _parts(lower))
    return frozenset(key for keys in parts for key in keys.likely | keys.other)


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
_STEM_ENDS = frozenset("бвгджзйклмнпрстфхцчшщи")  # a consonant, or the vowel of -ий, -ия


def class_stems(folded: str) -> set[str]:
    """The word itself and every stem left by stripping one case ending."""
    stems = {folded}
    for ending in _ENDINGS:
        stem = folded.removesuffix(ending)
        if stem != folded and len(stem) >= 4 and stem[-1] in _STEM_ENDS:
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


def _plain(form: str) -> str:
    """Lower case, without accents that NFC cannot compose and without soft hyphens."""
    lower = form.lower()
    return "".join(c for c in lower if not ("\u0300" <= c <= "\u036f" or c == "\u00ad")).replace("‑", "-")
