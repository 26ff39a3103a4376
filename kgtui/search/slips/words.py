"""What one word that no article has may have meant: respelt, taken apart, or with its slips put right."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from kgtui.language import fold, word
from kgtui.language.keys import query_keys
from kgtui.language.lemmas import is_readable
from kgtui.language.likeness import MISHEARD, tolerance
from kgtui.language.lookalikes import other_alphabet
from kgtui.language.transliteration import spellings, usual_spelling
from kgtui.layouts import retyped
from kgtui.search.fuzziness import LONGEST
from kgtui.search.slips.vocabulary import Vocabulary
from kgtui.search.terms import word_of

# What each kind of slip costs, in the measure of `likeness.distance`.
_HYPHEN, _LOOKALIKE, _LAYOUT, _ALPHABET, _RUN_TOGETHER = 0.2, 0.2, 0.3, 0.4, 0.7
_FREQUENT = 0.15  # taken off for each power of ten of articles
_NAME = 0.1  # taken off for a name: those are what readers ask for and get wrong

_MOST = 5  # readings of a word
_SHORTEST_PIECE = 3  # letters of a word that may have run together with another
_MOST_PIECES = 4
_SHORTEST_WITH_TWO = 6  # letters of a word that may be respelt in two ways at once
_SHORTEST_NAME = 5  # letters of a name of the dictionary that may have another spelling
_BORDER = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_FUNCTION_WORDS = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ"})


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """What may have been meant: one word, or several that had run together. ``cost`` grows with the doubt."""

    cost: float
    words: tuple[str, ...]


def readings(typed: str, vocabulary: Vocabulary, *, named: bool = False) -> list[Reading]:
    """The likeliest readings of a word, best first; ``named`` says that it stands for a name.

    A word that the dictionary has is simply not there; only as a name it may have another spelling here.
    """
    if not any(letter.isalpha() for letter in typed) or not is_readable(typed) or len(typed) > LONGEST:
        return []
    if not typed.isascii() and word(typed).known:
        named = named or any(reading.is_name for reading in word(typed).readings)
        return _best(typed, _other_spellings(typed, vocabulary) if named else ())
    exact = list(_respelt(typed, vocabulary))
    found = exact or [*_run_together(typed, vocabulary), *_slips(typed, vocabulary)]
    return _best(typed, found)


def _best(typed: str, found: Iterable[Reading]) -> list[Reading]:
    best: dict[tuple[str, ...], float] = {}
    for reading in found:
        best[reading.words] = min(reading.cost, best.get(reading.words, math.inf))
    return sorted(Reading(cost, words) for words, cost in best.items() if words != (typed,))[:_MOST]


def respelt_starts(typed: str, begins: Callable[[str], bool]) -> list[tuple[str, float]]:
    """What a beginning (folded) of something known may have meant, with the cost of the slip. ``begins`` says whether
    anything begins so."""
    found: dict[str, float] = {}
    for spelling, cost in _spelt_alike(typed):
        folded = fold(spelling)
        if folded != typed and begins(folded):
            found.setdefault(folded, cost)
        for transliterated in spellings(folded, begins) if cost <= _left_for_another(typed) else ():
            if transliterated != typed and begins(transliterated):
                found.setdefault(transliterated, cost + _ALPHABET)
    return sorted(found.items(), key=lambda pair: pair[1])[:_MOST]


def _other_spellings(typed: str, vocabulary: Vocabulary) -> Iterator[Reading]:
    """«Габриела» may be «Габриэла»."""
    for other, distance in vocabulary.like(fold(typed), MISHEARD) if len(typed) >= _SHORTEST_NAME else ():
        yield _reading(typed, other, distance, vocabulary)


def _respelt(typed: str, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Readings in which every letter has its place: the other layout, the other alphabet, a hyphen more or less."""
    allowed = _left_for_another(typed)
    for spelling, cost in _spelt_alike(typed):
        with_hyphen, without = _BORDER.sub("-", spelling), spelling.replace("-", "")
        for hyphenated, more in ((spelling, 0.0), (with_hyphen, _HYPHEN), (without, _HYPHEN)):
            if hyphenated != typed and is_meant(hyphenated, vocabulary):
                yield _reading(typed, hyphenated, cost + more, vocabulary)
            for transliterated in spellings(fold(hyphenated), vocabulary.begins) if cost + more <= allowed else ():
                if transliterated != fold(typed) and is_meant(transliterated, vocabulary):
                    yield _reading(typed, transliterated, cost + more + _ALPHABET, vocabulary)


def _left_for_another(typed: str) -> float:
    """What a respelling may cost that the other alphabet is tried upon: in a short word two would find anything."""
    return math.inf if len(typed) >= _SHORTEST_WITH_TWO else 0.0


def _spelt_alike(typed: str) -> Iterator[tuple[str, float]]:
    yield typed, 0.0
    if lookalike := other_alphabet(typed):
        yield lookalike, _LOOKALIKE
    yield retyped(typed), _LAYOUT


def is_meant(spelling: str, vocabulary: Vocabulary) -> bool:
    """In the library, and more than a little word that any few keys may give."""
    return vocabulary.knows(spelling) and not is_little_word(spelling)


def is_little_word(spelling: str) -> bool:
    """A preposition, a conjunction, a pronoun, a particle."""
    return len(spelling) <= _SHORTEST_PIECE and any(r.pos in _FUNCTION_WORDS for r in word(spelling).readings)


def _run_together(typed: str, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Known words that were typed without the space or the hyphen between them; the fewest that make up the whole."""
    pieces = _pieces(typed, vocabulary, _MOST_PIECES) or _behind_preposition(typed, vocabulary)
    if pieces:
        hyphenated = "-".join(pieces)
        if vocabulary.knows(hyphenated):
            yield _reading(typed, hyphenated, _RUN_TOGETHER, vocabulary)
        else:
            rarest = min(max(1, vocabulary.articles(fold(piece))) for piece in pieces)
            yield Reading(_RUN_TOGETHER * (len(pieces) - 1) - _worth(rarest), pieces)


def _pieces(typed: str, vocabulary: Vocabulary, most: int) -> tuple[str, ...] | None:
    best: tuple[str, ...] | None = None
    for at in range(len(typed) - _SHORTEST_PIECE, _SHORTEST_PIECE - 1, -1) if most > 1 else ():
        first, rest = typed[:at], typed[at:]
        if not vocabulary.knows(first):
            continue
        following = (rest,) if vocabulary.knows(rest) else _pieces(rest, vocabulary, most - 1)
        if following and (best is None or len(following) + 1 < len(best)):
            best = (first, *following)
    return best


def _behind_preposition(typed: str, vocabulary: Vocabulary) -> tuple[str, ...] | None:
    """«вкиргизии»"""
    for at in range(1, min(_SHORTEST_PIECE, len(typed) - _SHORTEST_PIECE)):
        first, rest = typed[:at], typed[at:]
        if any(reading.pos == "PREP" for reading in word(first).readings) and vocabulary.knows(rest):
            return first, rest
    return None


def _slips(typed: str, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Words that are like what was typed, like it on the other layout, or like it in the other alphabet."""
    folded = fold(typed)
    starts = {folded: 0.0, fold(retyped(typed)): _LAYOUT, usual_spelling(folded): _ALPHABET}
    for start, cost in starts.items():
        if start.replace("-", "").isalnum():
            doubt = cost / 2  # what is a guess itself leaves less room
            found = [*_like(start, doubt, vocabulary)] or [*_like_in_another_form(start, doubt, vocabulary)]
            yield from (_reading(typed, other, cost + distance, vocabulary) for other, distance in found)


def _like(start: str, doubt: float, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Numbers are not mistaken for each other: «1000» is not «1001»; and not every stem is a word."""
    for other, distance in vocabulary.like(start, tolerance(start) - doubt):
        if _digits(other) == _digits(start) and (vocabulary.is_form(other) or vocabulary.knows(other)):
            yield other, distance


def _like_in_another_form(start: str, doubt: float, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """What is like the lemma or the surname's stem that the word would have, with the ending as it was typed."""
    stems = {word_of(key) for key in query_keys(start).likely if key.startswith("~")}
    for lemma in sorted((word(start).lemmas | stems) - {start}):
        common = _common_letters(start, lemma)
        for other, distance in _like(lemma, doubt, vocabulary):
            inflected = other.removesuffix(lemma[common:]) + start[common:]
            yield (inflected if vocabulary.knows(inflected) else other), distance


def _common_letters(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _reading(typed: str, spelling: str, cost: float, vocabulary: Vocabulary) -> Reading:
    name = _NAME if any(reading.is_name for reading in word(spelling).readings) or not word(spelling).known else 0.0
    worth = _worth(max(1, vocabulary.articles(fold(spelling)))) + name
    return Reading(round(cost - worth, 3), (in_case_of(typed, spelling),))


def _worth(articles: int) -> float:
    return _FREQUENT * math.log10(articles)


def in_case_of(typed: str, spelling: str) -> str:
    """A spelling with capitals as something was typed; one that has capitals of its own keeps them."""
    if spelling != spelling.lower():
        return spelling
    if typed.isupper() and len(typed) > 1:
        return spelling.upper()
    return spelling.capitalize() if typed[:1].isupper() else spelling
