"""Which lemmas a form may belong to, with their shares: a dictionary's readings, mended for search.

A dictionary lemmatises grammar, a reader searches words. Where the two differ (participles that have become adjectives,
superlatives, comparatives of adverbs, passives in -ся, words written short) the rules below take the reader's side. All
of them are about word classes, none about a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kgtui.language.folding import fold
from kgtui.language.numbers import number_key
from kgtui.language.words import Reading, Word, word

UNLIKELY = 0.003  # readings of a dictionary word below this share are dropped, never those of names

_VERBAL = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS"})
_GUESSED, _GUESSED_BEST = 0.3, 0.9  # shares of an unknown word's readings: what the dictionary guesses means little
_DERIVED = 0.3  # share of a lemma that a form is only derived from
_SELDOM = 0.2  # part of a share that is left to a reading that is seldom meant
_WRITTEN_SHORT = 0.5

_SUPERLATIVE = re.compile(r"(.+[шщч])(?:ий|его|ему|им|ем|ая|ей|ею|ую|ее|ие|их|ими)")
_PARTICIPLE = {
    "PRTF": re.compile(r"(.+?)(?:[ыи]й|[ое]го|[ое]му|[ыи]м|[ое]м|ая|[ое]й|[ое]ю|ую|[ое]е|[ыи]е|[ыи]х|[ыи]ми)(ся)?"),
    "PRTS": re.compile(r"(.+?)[аоы]?()"),
}

Lemmas = dict[str, float]  # folded lemma, of verbs with a colon → share (0…1)


def document_lemmas(lower: str) -> Lemmas:
    """What a form of a text may be found by."""
    if unread := _unread(lower):
        return {unread: _GUESSED_BEST}
    lemmas = _readings_lemmas(word(lower))
    for derived, share in _derived(word(lower)):
        lemmas.setdefault(derived, share)
    return _with_spellings(lemmas, lower)


def query_lemmas(lower: str) -> Lemmas:
    """What a typed form asks for: «бывших» asks for «бывший», not for every form of «быть»."""
    if unread := _unread(lower):
        return {unread: _GUESSED_BEST}
    return _with_spellings(_readings_lemmas(word(lower), without=_adjectival_participles(word(lower))), lower)


def _unread(lower: str) -> str | None:
    """The only lemma of what the dictionary cannot read: a number, signs that have no name."""
    return number_key(lower) or (None if is_readable(lower) else fold(lower))


def is_readable(form: str) -> bool:
    """The dictionary looks up the names of letters, and fails where Unicode has given none."""
    return form.isascii() or all(unicodedata.name(c, "") for c in form)


def _readings_lemmas(parsed: Word, without: frozenset[Reading] = frozenset()) -> Lemmas:
    """Folded lemma → summed share; unlikely readings of dictionary words are left out."""
    shares: Lemmas = {}
    named: set[str] = set()
    secondary = _secondary(parsed)
    for reading in parsed.readings:
        if reading in without or _is_plural_given_name(reading, parsed):
            continue
        lemma, adverb = lemma_of(reading), _adverb_of(reading)
        if adverb:
            shares[adverb] = shares.get(adverb, 0.0) + reading.score
        is_seldom = adverb is not None or reading in secondary
        shares[lemma] = shares.get(lemma, 0.0) + reading.score * (_SELDOM if is_seldom else 1.0)
        if reading.is_name:
            named.add(lemma)
    return _known_shares(shares, named) if parsed.known else _guessed_shares(shares)


def _secondary(parsed: Word) -> frozenset[Reading]:
    """Readings that are right by grammar and seldom meant: «следующий» of «следовать», «просто» of «простой», «род» of
    «родился»."""
    adverbial = any(reading.pos == "ADVB" for reading in parsed.readings)
    shortened = {reading for reading in parsed.readings if "Abbr" in reading.grammemes}
    seldom = {reading for reading in parsed.readings if adverbial and reading.pos in {"ADJS", "COMP"}}
    if len(shortened) < len(parsed.readings):
        seldom |= shortened
    return _adjectival_participles(parsed) | seldom


def _known_shares(shares: Lemmas, named: set[str]) -> Lemmas:
    total = sum(shares.values())
    return {lemma: share / total for lemma, share in shares.items() if share >= UNLIKELY or lemma in named}


def _guessed_shares(shares: Lemmas) -> Lemmas:
    best = max(shares.values(), default=0.0)
    return {lemma: _GUESSED_BEST if share == best else _GUESSED for lemma, share in shares.items()}


def lemma_of(reading: Reading) -> str:
    """The folded lemma; of verbs with a colon; a superlative is a word of its own («важнейший»)."""
    if reading.pos == "ADJF" and "Supr" in reading.grammemes and (match := _SUPERLATIVE.fullmatch(reading.parse.word)):
        return fold(match.group(1)) + "ий"
    return reading.folded + (":" if reading.pos in _VERBAL else "")


def _is_plural_given_name(reading: Reading, parsed: Word) -> bool:
    """«Александров» read as «of the Alexanders», where the form is a surname's."""
    surname_shaped = parsed.form.endswith(("ов", "ев", "ёв", "ин", "ын"))
    return surname_shaped and "Name" in reading.grammemes and reading.number == "plur"


def _adjectival_participles(parsed: Word) -> frozenset[Reading]:
    """The readings as participles of words that are adjectives or nouns of their own: «бывший», «данные»."""
    if not any(reading.pos == "PRTF" for reading in parsed.readings):
        return frozenset()
    nominal = {reading.folded for reading in parsed.readings if reading.pos in {"ADJF", "NOUN"}}
    return frozenset(reading for reading in parsed.readings if reading.pos == "PRTF" and _own_lemma(reading) in nominal)


def _own_lemma(participle: Reading) -> str | None:
    """A participle as an adjective: «указано» → «указанный», «сложившаяся» → «сложившийся».

    By its letters: the dictionary would have to build every form of the verb.
    """
    match = _PARTICIPLE[participle.pos or ""].fullmatch(fold(str(participle.parse.word)))
    if match is None:
        return None
    stem, reflexive = match.group(1), match.group(2) or ""
    if participle.pos == "PRTS":
        return stem + ("ный" if stem.endswith("н") else "ый")
    return stem + ("ий" if stem.endswith(("щ", "ш")) else "ый") + reflexive


def _adverb_of(reading: Reading) -> str | None:
    """«чаще» is rather a form of «часто» than of «частый»."""
    if reading.pos != "COMP" or reading.lemma[-2:] not in {"ый", "ий", "ой"}:
        return None
    for ending in "ое":
        candidate = word(reading.lemma[:-2] + ending)
        if candidate.known and any(other.pos == "ADVB" for other in candidate.readings):
            return fold(candidate.form)
    return None


def _derived(parsed: Word) -> Iterator[tuple[str, float]]:
    """Lemmas that a text's form is found by besides its own."""
    for reading in parsed.readings:
        if reading.pos in {"PRTF", "PRTS"} and (own := _own_lemma(reading)):
            yield own, max(_DERIVED * reading.score, UNLIKELY)  # «указано» by «указанный»
        if active := _active_of(reading):
            yield active, max(_DERIVED * reading.score, UNLIKELY)


def _active_of(reading: Reading) -> str | None:
    """«создаются» is the passive of «создавать»: of an imperfective in -ся whose stem is transitive."""
    if reading.pos not in _VERBAL or "impf" not in reading.grammemes or not reading.lemma.endswith("ся"):
        return None
    active = word(reading.lemma[:-2])
    transitive = active.known and any(r.pos == "INFN" and "tran" in r.grammemes for r in active.readings)
    return fold(active.form) + ":" if transitive else None


def _with_spellings(lemmas: Lemmas, lower: str) -> Lemmas:
    """Also what a word written short stands for, and the lemmas of the form spelt without ё."""
    found = dict(lemmas)
    for lemma in lemmas:
        if full := abbreviations().get(lemma):
            found[full] = max(found.get(full, 0.0), _WRITTEN_SHORT)
    if "ё" in lower:
        for reading in word(fold(lower)).readings:
            found.setdefault(lemma_of(reading), _GUESSED)
    return found


@cache
def abbreviations() -> dict[str, str]:
    """Short form → lemma of the full word, as in data/abbreviations.tsv."""
    data = Path(__file__).parent / "data" / "abbreviations.tsv"
    lines = data.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {short: fold(full) for short, full in rows}
