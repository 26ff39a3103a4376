"""Whose: the countries and the union that a figure is about, by its own words, the figure before it or the article."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import NamedTuple

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.figures.subjects import is_other_side, named_countries, preposition_of, subjects
from kgtui.gazetteer import GazetteerMatch, MatchKind, Sense, load_gazetteer
from kgtui.language import word
from kgtui.model import Actor, EntityKind, Figure, Span

_TOGETHER = ("взаимн", "двусторонн", "обоюдн")
_STATES = frozenset("страна государство республика член участник участница государство-член страна-член".split()) | {
    "государство-участник",
    "страна-участница",
}
_OF_UNIONS = frozenset(
    "ввп экономика торговля товарооборот оборот экспорт импорт население производство рынок инфляция площадь".split()
)
_INTO_UNION = frozenset("экспорт вывоз поставка отгрузка продажа инвестиция вложение перевод".split())  # «… в ЕАЭС»
_PAIR = 2
_NEAR = 3  # tokens from a flow to where it goes: «экспорт Кыргызстана в ЕАЭС»
_FLOWS = frozenset("экспорт импорт вывоз ввоз завоз".split())
_IMPORTS = frozenset("импорт ввоз завоз импортировать ввозить ввезти".split())
_UNION_KINDS = {MatchKind.BLOC: EntityKind.BLOC, MatchKind.PLACE: EntityKind.PLACE}
_TWO = frozenset({"двух", "двумя", "обеих", "обоих"})


class Owners(NamedTuple):
    """Those whose a figure is: alpha-2 codes of countries, and a bloc or region; whether their order is told."""

    countries: tuple[str, ...] = ()
    union: Actor | None = None
    is_directed: bool = False


def with_owners(context: Context, cast: Cast, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, which are in the order of the text, with the countries and the union whose they are."""
    whose = _Whose(context, cast, figures)
    owners = (whose.of(number) for number in range(len(figures)))
    return [
        replace(figure, countries=each.countries, union=each.union, is_directed=each.is_directed)
        for figure, each in zip(figures, owners, strict=True)
    ]


class _Whose:
    """Reads the figures of an article one after another."""

    def __init__(self, context: Context, cast: Cast, figures: Sequence[Figure]) -> None:
        self._context = context
        self._cast = cast
        self._at = [context.positions(figure.span) for figure in figures]
        self._found: list[Owners] = []

    def of(self, number: int) -> Owners:
        found = self._own(number, *self._words(number))
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

    def _own(self, number: int, first: int, stop: int) -> Owners | None:
        """The owners that words tell; no countries where they tell of a union alone, None where they tell of nobody."""
        codes = self._told_countries(first, stop)
        at = self._union(first, stop)
        union = self._unions[at] if at is not None else None
        is_partner = at is not None and self._is_partner(at)
        if len(codes) == 1:
            return Owners(codes, union, is_partner)
        if codes:
            return Owners(codes, None, self._is_directed(number, codes, first, stop))
        if at is not None:
            return Owners(self._subjects if is_partner else (), union, is_partner)
        return Owners() if self._is_of_many(first, stop) else self._of_both(first, stop)

    def _of_both(self, first: int, stop: int) -> Owners | None:
        """Those of «взаимная торговля», «двух стран», «между странами»."""
        if any(self._context.lower(i).startswith(_TOGETHER) for i in range(first, stop)):
            if self._unions:
                return Owners(self._subjects if len(self._subjects) > 1 else ())
            return Owners(self._pair)
        if any(self._context.lower(i) in (*_TWO, "между") and self._is_state(i + 1) for i in range(first, stop)):
            return Owners(self._pair) if self._pair else None
        return None

    def _told_countries(self, first: int, stop: int) -> tuple[str, ...]:
        """Those whose it is before those from or to whom it is."""
        named = [match for match in self._within(first, stop) if not self._is_of_teller(match)]
        codes = list(dict.fromkeys(match.code for match in named))
        is_own = self._subjects[:1] == tuple(codes[:1]) and all(map(self._is_destination, named))
        if codes and not is_own and all(map(self._wants_another, named)):
            codes += [code for code in self._subjects if code not in codes]
        ways = {match.code: self._way(match, first, stop) for match in named}
        return tuple(sorted(codes, key=lambda code: ways.get(code, 0)))

    def _is_directed(self, number: int, codes: tuple[str, ...], first: int, stop: int) -> bool:
        """Whether words tell which of two countries is the other side: by a preposition, or by an adjective of exports
        or imports («казахстанский экспорт вырос, кыргызский снизился»)."""
        named = [match for match in self._within(first, stop) if not self._is_of_teller(match)]
        if len(codes) != _PAIR or any(is_other_side(self._context, match) for match in named):
            return len(codes) == _PAIR
        if not any(match.sense is Sense.ADJECTIVE for match in named) or len(named) > 1:
            return False
        before = self._found[number - 1] if number else Owners()
        is_elided = before.is_directed and set(before.countries) == set(codes)
        return is_elided or any(not self._context.lemmas(i).isdisjoint(_FLOWS) for i in range(first, stop))

    def _way(self, match: GazetteerMatch, first: int, stop: int) -> int:
        """0 for an owner, more for the other side: «экспорт в Китай», «импорт [из Китая] в Казахстан»."""
        if not is_other_side(self._context, match):
            return 0
        is_import = any(not self._context.lemmas(i).isdisjoint(_IMPORTS) for i in range(first, stop))
        is_into = self._is_destination(match)
        return (0 if is_into else 2) if is_import else (2 if is_into else 1)

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

    def _union(self, first: int, stop: int) -> int | None:
        """Where words tell of a bloc or region: «государств ЕАЭС», «ВВП ЕС», «торговля с ЕС», «экспорт в ЕАЭС»."""
        named = (at for at in range(max(first, 1), stop) if at in self._unions)
        return next((at for at in named if self._is_of_states(at) or self._is_partner(at)), None)

    def _is_of_states(self, union: int) -> bool:
        return not self._context.lemmas(union - 1).isdisjoint(_STATES | _OF_UNIONS)

    def _is_partner(self, union: int) -> bool:
        """Whether a union is the other side of what is told: «со странами ШОС», «с ЕС», «экспорт в ЕАЭС»."""
        context, at = self._context, union - 1
        while at > 0 and not context.lemmas(at).isdisjoint(_STATES | {"-"}):
            at -= 1
        if context.lower(at) in ("в", "во"):
            near = range(max(context.sentence(at)[0], at - _NEAR), at)
            return any(not context.lemmas(i).isdisjoint(_INTO_UNION) for i in near)
        return context.lower(at) in ("с", "со", "из")

    def _is_of_many(self, first: int, stop: int) -> bool:
        """«Пяти стран»; not «двух стран», which are those of the article."""
        return any(
            self._is_state(i)
            and self._context.lower(i - 1) not in _TWO
            and _is_number(self._context.tokens[i - 1].text)
            for i in range(max(first, 1), stop)
        )

    @cached_property
    def _unions(self) -> dict[int, Actor]:
        """First token → the bloc or region of known states that is named there, not as part of a body's name."""
        found: dict[int, Actor] = {}
        for match in self._context.matches:
            kind = _UNION_KINDS.get(match.kind)
            if kind is None or (kind is EntityKind.PLACE and not load_gazetteer().members(match.code)):
                continue
            if self._cast.at(match.first, EntityKind.ORGANISATION) is None:
                found[match.first] = Actor(kind, match.code, match.name)
        return found

    def _before(self, number: int) -> Owners:
        """Those of the figure before in the sentence, else those whom the article is about, with the teller's."""
        first, stop = self._context.sentence(self._at[number].start)
        if number and self._at[number - 1].start >= first:
            return self._found[number - 1]
        tellers = dict.fromkeys(match.code for match in self._within(first, stop) if self._is_of_teller(match))
        is_own = not tellers.keys().isdisjoint(self._subjects)
        return Owners(self._subjects if is_own else (*tellers, *self._subjects))

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
