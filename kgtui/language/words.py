"""What the dictionary says of one word form: its readings. Each distinct form is parsed once a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from kgtui.language.folding import fold

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_SECOND_CASES = {"gen1": "gent", "gen2": "gent", "loc1": "loct", "loc2": "loct", "acc2": "accs", "voct": "nomn"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a form. ``lemma`` is lower case with ё kept; ``score`` is the share of this reading (0…1).

    ``case``, ``number`` and ``gender`` are OpenCorpora grammemes ("nomn", "sing", "masc") or None; second cases are
    given as their first ones.
    """

    lemma: str
    score: float
    pos: str | None
    case: str | None
    number: str | None
    gender: str | None
    grammemes: frozenset[str]
    parse: Any

    @property
    def folded(self) -> str:
        """Its lemma, folded for comparison."""
        return _folded(self.lemma)

    @property
    def is_name(self) -> bool:
        """A given name, surname, patronymic, toponym, organisation or trade mark."""
        return not _NAMES.isdisjoint(self.grammemes)

    def inflect(self, *grammemes: str) -> str | None:
        """The form of this reading with the given grammemes, lower case."""
        inflected = self.parse.inflect(set(grammemes))
        return inflected.word if inflected else None


_folded = cache(fold)  # rules ask for it again and again; distinct lemmas are few
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word form with its readings, likeliest first. ``known`` says whether the dictionary has it.

    ``lemma`` is the likeliest lemma and ``lemmas`` those of all readings, folded for comparison.
    """

    form: str
    readings: tuple[Reading, ...]
    known: bool
    lemma: str
    lemmas: frozenset[str]


@cache
def word(form: str) -> Word:
    """The word of a form; letter case is ignored."""
    lower = form.lower()
    return _parse(lower) if lower == form else word(lower)


def _parse(lower: str) -> Word:
    analyzer = morphology()
    readings = tuple(_reading(parse) for parse in analyzer.parse(_within_basic_plane(lower)))
    lemmas = [reading.folded for reading in readings]
    return Word(lower, readings, analyzer.word_is_known(lower), lemmas[0], frozenset(lemmas))


def _within_basic_plane(lower: str) -> str:
    """Letters beyond it become «?»: of some the dictionary's reader asks a Unicode name that they lack, and fails."""
    return "".join(sign if sign <= "\uffff" else "?" for sign in lower) if max(lower, default="") > "\uffff" else lower


def _reading(parse: Any) -> Reading:
    tag = parse.tag
    case = str(tag.case) if tag.case else None
    return Reading(
        lemma=parse.normal_form,
        score=parse.score,
        pos=str(tag.POS) if tag.POS else None,
        case=_SECOND_CASES.get(case, case) if case else None,
        number=str(tag.number) if tag.number else None,
        gender=str(tag.gender) if tag.gender else None,
        grammemes=frozenset(tag.grammemes),
        parse=parse,
    )


@cache
def counted(lemma: str, number: float) -> str:
    """A noun as it stands after a number; a word that the dictionary lacks stays as it is.

    >>> counted("вагон", 2), counted("вагон", 25), counted("вагон", 2.5)
    ('вагона', 'вагонов', 'вагона')
    """
    noun = next((reading for reading in word(lemma).readings if reading.pos == "NOUN"), None)
    if noun is None or not word(lemma).known:
        return lemma
    if number != int(number):
        return noun.inflect("gent", "sing") or lemma
    return str(noun.parse.make_agree_with_number(int(number)).word)


@cache
def morphology() -> MorphAnalyzer:
    """The dictionary of pymorphy3, loaded on first use (0.1 s, 38 MB)."""
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 - kept off the start path

    return MorphAnalyzer(lang="ru")
