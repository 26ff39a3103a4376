"""Between whom a matter lies: two sides, or the states of a bloc or region together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.promises.noun_phrases import Phrase
from kgtui.gazetteer import GazetteerMatch, MatchKind, load_gazetteer
from kgtui.model import Actor, EntityKind, PromiseStage

_UNION_KINDS = {MatchKind.BLOC: EntityKind.BLOC, MatchKind.PLACE: EntityKind.PLACE}
_OPENING = 40  # tokens at least of the sentences that say what an article is about
# What one side does by itself, unless the sentence says with whom.
_OWN = frozenset(
    {PromiseStage.DONE, PromiseStage.UNDER_WAY, PromiseStage.INSTRUCTED, PromiseStage.TARGET, PromiseStage.PLANNED}
)
_MUTUAL = ("взаимн", "двусторонн", "совместн", "межправительственн", "межгосударственн")
_OF_TWO = frozenset({"договор", "соглашение", "меморандум", "товарооборот"})
_TOGETHER = frozenset({"два", "оба", "наш"})  # «двух стран», «между нашими государствами»
_STATES = frozenset({"страна", "государство", "сторона", "столица", "республика"})
_OF_UNION = frozenset({"регион", "участник", "член"})  # «государства региона», «страны — члены»

_BOTH = "обе"
_SUBJECT = 4  # tokens before a verb in which its subject stands


@dataclass(frozen=True, slots=True)
class Parties:
    """``countries`` are alpha-2 codes; ``union`` is the bloc or region that they are spoken to as states of."""

    countries: tuple[str, ...] = ()
    union: Actor | None = None


@dataclass(frozen=True, slots=True)
class Union:
    actor: Actor
    members: frozenset[str]


class Between:
    """Finds the parties of one article's matters."""

    def __init__(self, context: Context, cast: Cast) -> None:
        self._context = context
        self._cast = cast
        self._countries = {(e.kind, e.key): e.country for e in cast.entities if e.country}

    def of(self, position: int, actors: Sequence[Actor], stage: PromiseStage, phrase: Phrase | None) -> Parties:
        """The parties of what the sentence at a token says of these actors and of a thing.

        Two countries that it names or whose actors it tells of are the sides; else it is said to the bloc or region
        that it names, else to those whom the article is about.
        """
        first, stop = self._context.sentence(position)
        named = [*dict.fromkeys([*self._named(first, stop), *self._of_actors(actors), *self._of_object(phrase)])]
        union = self._union_in(first, stop) or next(filter(None, map(_union_of, actors)), None)
        if isinstance(self._frame, tuple) and self._is_of_both(first, position):
            return Parties(tuple(dict.fromkeys([*self._frame, *self._of_object(phrase)])))
        of_talks = self._of_talks(named, actors, stage, phrase)
        if len(named) > 1:
            return Parties(of_talks or tuple(named))
        if union is None and self._speaks_of_union(first, stop):
            union = self._frame if isinstance(self._frame, Union) else None
        if union is not None:
            return self._of_union(named, union)
        frame = self._frame
        if isinstance(frame, Union) and stage not in _OWN:
            return self._of_union(named, frame)
        if (
            isinstance(frame, tuple)
            and set(named) <= set(frame)
            and (stage not in _OWN or self._is_mutual(first, stop))
        ):
            return Parties(frame)
        return Parties(tuple(named))

    def _is_of_both(self, first: int, position: int) -> bool:
        """«Обе страны собираются»: the two of the article, whoever else the sentence names."""
        before = range(max(first, position - _SUBJECT), position)
        return any(
            self._context.lower(at) == _BOTH and not self._context.lemmas(at + 1).isdisjoint(_STATES) for at in before
        )

    def _of_talks(
        self, named: Sequence[str], actors: Sequence[Actor], stage: PromiseStage, phrase: Phrase | None
    ) -> tuple[str, ...]:
        """What the two sides of an article say to each other: they, and whom the object itself names («дорога Китай —
        Кыргызстан — Узбекистан»), but nobody else in the sentence. Empty of what others say, or one side does.
        """
        frame = self._frame
        if not isinstance(frame, tuple) or stage in _OWN or not set(named) & set(frame):
            return ()
        if not set(self._of_actors(actors)) <= set(frame):
            return ()
        return tuple(dict.fromkeys([*frame, *self._of_object(phrase)]))

    def _of_union(self, named: Sequence[str], union: Union) -> Parties:
        """Of its states those that the article names."""
        members = [code for code in self._mentioned if code in union.members]
        return Parties(tuple(dict.fromkeys([*named, *members])), union.actor)

    def _named(self, first: int, stop: int) -> Iterable[str]:
        return (match.code for match in self._matches(first, stop) if match.kind is MatchKind.COUNTRY)

    def _matches(self, first: int, stop: int) -> Iterator[GazetteerMatch]:
        """What begins in a token range; of «кыргызско-туркменский» both halves."""
        return (match for position in range(first, stop) for match in self._by_token.get(position, ()))

    @cached_property
    def _by_token(self) -> Mapping[int, Sequence[GazetteerMatch]]:
        found: dict[int, list[GazetteerMatch]] = {}
        for match in self._context.matches:
            found.setdefault(match.first, []).append(match)
        return found

    def _of_object(self, phrase: Phrase | None) -> Iterable[str]:
        """The countries that an object names, and those of its places: «дорога Ош — Андижан»."""
        if phrase is None:
            return ()
        return [code for match in self._matches(phrase.first, phrase.stop) for code in _codes(match)]

    def _of_actors(self, actors: Sequence[Actor]) -> Iterable[str]:
        for actor in actors:
            code = actor.key if actor.kind is EntityKind.COUNTRY else self._countries.get((actor.kind, actor.key))
            if code:
                yield code

    def _union_in(self, first: int, stop: int) -> Union | None:
        found = (self._unions.get(position) for position in range(first, stop))
        return next((union for union in found if union is not None), None)

    def _speaks_of_union(self, first: int, stop: int) -> bool:
        return any(not self._context.lemmas(i).isdisjoint(_OF_UNION) for i in range(first, stop))

    def _is_mutual(self, first: int, stop: int) -> bool:
        """«Взаимный товарооборот», «двух стран», «подписать договор»."""
        for position in range(first, stop):
            if self._context.lower(position).startswith(_MUTUAL):
                return True
            if not self._context.lemmas(position).isdisjoint(_OF_TWO):
                return True
            together = position + 1 < stop and not self._context.lemmas(position).isdisjoint(_TOGETHER)
            if together and not self._context.lemmas(position + 1).isdisjoint(_STATES):
                return True
        return False

    # what the article is about

    @cached_property
    def _unions(self) -> dict[int, Union]:
        """Token → the bloc or region with known members that it names."""
        found = {}
        for position, match in self._context.named.items():
            union = _union_named(match)
            if union is not None:
                found[position] = union
        return found

    @cached_property
    def _mentioned(self) -> Counter[str]:
        """How often each country or a place in it is named."""
        return Counter(code for match in self._context.matches for code in _codes(match))

    @cached_property
    def _frame(self) -> Union | tuple[str, str] | None:
        """The two countries or the union that an article's first sentences name and that it names most often."""
        opening = self._opening
        pair = [code for code, _ in self._mentioned.most_common(2)]
        second = self._mentioned[pair[1]] if len(pair) > 1 else 0
        unions = Counter(match.code for match in self._context.matches if _union_named(match))
        for code, times in unions.most_common(1):
            union = next(each for position, each in self._unions.items() if self._context.named[position].code == code)
            if times >= second and any(self._unions.get(position) == union for position in range(opening)):
                return union
        if second and set(pair) <= self._opened_with(opening):
            return pair[0], pair[1]
        return None

    def _opened_with(self, opening: int) -> set[str]:
        """The countries that the first tokens name, places in them included."""
        return {code for match in self._matches(0, opening) for code in _codes(match)}

    @property
    def _opening(self) -> int:
        length = len(self._context)
        return self._context.sentence(min(_OPENING, length - 1))[1] if length else 0


def _codes(match: GazetteerMatch) -> tuple[str, ...]:
    if match.kind is MatchKind.COUNTRY:
        return (match.code,)
    return match.codes if match.kind is MatchKind.PLACE else ()


def _union_named(match: GazetteerMatch) -> Union | None:
    kind = _UNION_KINDS.get(match.kind)
    return _union_of(Actor(kind, match.code, match.name)) if kind else None


def _union_of(actor: Actor) -> Union | None:
    """An actor that is a bloc or region whose states are known."""
    members = load_gazetteer().members(actor.key) if actor.kind in _UNION_KINDS.values() else ()
    return Union(actor, frozenset(members)) if members else None
