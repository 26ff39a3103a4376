"""Whose: the countries that a figure is about, from its own words, the figure before it or the article."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.figures.subjects import is_other_side, named_countries, preposition_of, subjects
from kgtui.gazetteer import GazetteerMatch, MatchKind, Sense
from kgtui.language import word
from kgtui.model import EntityKind, Figure, Span

_TOGETHER = ("взаимн", "двусторонн", "обоюдн")
_STATES = frozenset({"страна", "государство", "республика", "член"})
_OF_UNIONS = frozenset(
    "ввп экономика торговля товарооборот оборот экспорт импорт население производство рынок инфляция площадь".split()
)
_TWO = frozenset({"двух", "двумя", "обеих", "обоих"})


def with_countries(context: Context, cast: Cast, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, which are in the order of the text, with the alpha-2 codes of those whose they are."""
    whose = _Whose(context, cast, figures)
    return [replace(figure, countries=whose.of(number)) for number, figure in enumerate(figures)]


class _Whose:
    """Reads the figures of an article one after another."""

    def __init__(self, context: Context, cast: Cast, figures: Sequence[Figure]) -> None:
        self._context = context
        self._cast = cast
        self._at = [context.positions(figure.span) for figure in figures]
        self._found: list[tuple[str, ...]] = []

    def of(self, number: int) -> tuple[str, ...]:
        found = self._own(*self._words(number))
        if found is None:
            found = self._before(number)
        self._found.append(found)
        return found

    def _words(self, number: int) -> tuple[int, int]:
        """From the figure before in the sentence, or its beginning, to the next sign or figure behind."""
        at = self._at[number]
        first, stop = self._context.sentence(at.start)
        if number and self._at[number - 1].stop <= at.start:
            first = max(first, self._at[number - 1].stop)
        if number + 1 < len(self._at):
            stop = min(stop, max(self._at[number + 1].start, at.stop))
        marks = (i for i in range(at.stop, stop) if self._context.tokens[i].text in ",;:)")
        return first, next(marks, stop)

    def _own(self, first: int, stop: int) -> tuple[str, ...] | None:
        """The countries that words tell; () where they tell of a union, None where they tell of nobody."""
        named = [match for match in self._within(first, stop) if not self._is_of_teller(match)]
        if named:
            codes = list(dict.fromkeys(match.code for match in named))
            is_own = self._subjects[:1] == tuple(codes[:1]) and all(map(self._is_destination, named))
            if not is_own and all(map(self._wants_another, named)):
                codes += [code for code in self._subjects if code not in codes]
            return tuple(codes)
        if self._is_of_union(first, stop):
            return ()
        if any(self._context.lower(i).startswith(_TOGETHER) for i in range(first, stop)):
            if self._unions:
                return self._subjects if len(self._subjects) > 1 else ()
            return self._pair
        if any(self._context.lower(i) in _TWO and self._is_state(i + 1) for i in range(first, stop)):
            return self._pair or None
        return None

    def _is_state(self, position: int) -> bool:
        return position < len(self._context) and not self._context.lemmas(position).isdisjoint(_STATES)

    def _is_of_teller(self, match: GazetteerMatch) -> bool:
        """Whether a country is part of a body's name or of an office: «по данным Минфина Казахстана»."""
        if self._cast.at(match.first, EntityKind.ORGANISATION) is not None:
            return True
        return any(span.overlaps(match.span) for span in self._offices)

    @cached_property
    def _offices(self) -> list[Span]:
        return [entity.role_span for entity in self._cast.entities if entity.role_span is not None]

    def _wants_another(self, match: GazetteerMatch) -> bool:
        """Whether a country is only one side of what is told: «из России», «китайские инвестиции»."""
        return match.sense in (Sense.ADJECTIVE, Sense.DEMONYM) or is_other_side(self._context, match)

    def _is_destination(self, match: GazetteerMatch) -> bool:
        """«Инвестиции в Кыргызстан», which are its own where the article is about it."""
        return preposition_of(self._context, match) in ("в", "во")

    def _is_of_union(self, first: int, stop: int) -> bool:
        """«Государств ЕАЭС», «ВВП ЕС», «пяти стран»; not «двух стран», which are those of the article."""
        context = self._context
        for i in range(first, stop):
            if i + 1 in self._unions and not context.lemmas(i).isdisjoint(_OF_UNIONS):
                return True
            if context.lemmas(i).isdisjoint(_STATES) or not context.tokens[i].is_word:
                continue
            if i + 1 in self._unions or (
                i and context.lower(i - 1) not in _TWO and _is_number(context.tokens[i - 1].text)
            ):
                return True
        return False

    @cached_property
    def _unions(self) -> frozenset[int]:
        """The first tokens of unions."""
        return frozenset(match.first for match in self._context.matches if match.kind is MatchKind.BLOC)

    def _before(self, number: int) -> tuple[str, ...]:
        """Those of the figure before in the sentence, else those whom the article is about, with the teller's."""
        first, stop = self._context.sentence(self._at[number].start)
        if number and self._at[number - 1].start >= first:
            return self._found[number - 1]
        tellers = dict.fromkeys(match.code for match in self._within(first, stop) if self._is_of_teller(match))
        return self._subjects if not tellers.keys().isdisjoint(self._subjects) else (*tellers, *self._subjects)

    def _within(self, first: int, stop: int) -> list[GazetteerMatch]:
        """The countries named in a token range."""
        begin, end = (bisect_left(self._named, at, key=lambda match: match.first) for at in (first, stop))
        return self._named[begin:end]

    @cached_property
    def _named(self) -> list[GazetteerMatch]:
        return named_countries(self._context)

    @cached_property
    def _pair(self) -> tuple[str, ...]:
        """The two sides of what is mutual: those whom the article is about, of one the country named most beside it."""
        if len(self._subjects) != 1:
            return self._subjects
        officers = (entity.country for entity in self._cast.entities if entity.country and entity.role)
        others = Counter(match.code for match in self._named) + Counter(officers)
        del others[self._subjects[0]]
        return (*self._subjects, others.most_common(1)[0][0]) if others else ()

    @cached_property
    def _subjects(self) -> tuple[str, ...]:
        return subjects(self._context, self._cast, self._named)


@cache
def _is_number(form: str) -> bool:
    return form.isdecimal() or word(form).readings[0].pos == "NUMR"
