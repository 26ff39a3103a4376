"""Parties of more than one: delegations, heads of several countries, countries in a row; and colleagues."""

from __future__ import annotations

from functools import cache, cached_property

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.meetings.lands import Lands
from kgtui.extraction.meetings.parties import Party, PartyKind
from kgtui.extraction.meetings.people import COLLEAGUE, People
from kgtui.extraction.phrases import cases_of, is_adjective, tail_stop
from kgtui.language import word
from kgtui.model import EntityKind

# In the plural, with the countries they come from: «премьеры Белоруссии, Казахстана и России», «главы двух государств».
_HEADS = frozenset(
    "президент премьер премьер-министр вице-премьер министр глава лидер спикер руководитель председатель секретарь"
    " замминистра посол дипломат сопредседатель парламентарий депутат эксперт представитель".split()
)
_DELEGATIONS = frozenset("делегация сторона миссия".split())


class Groups:
    """Finds the groups of one article by the token of their noun."""

    def __init__(self, context: Context, cast: Cast, lands: Lands, people: People) -> None:
        self._context = context
        self._cast = cast
        self._lands = lands
        self._people = people

    @cached_property
    def starts(self) -> frozenset[int]:
        """The tokens at which the noun of a group may stand."""
        return frozenset((*self._context.where(_heading), *self._context.named))

    def at(self, position: int, stop: int) -> Party | None:
        """The group whose noun stands at a token, in a sentence that ends before ``stop``."""
        heading = _heading(self._context.tokens[position].text)
        if heading is PartyKind.DELEGATION:
            return self._delegation(position, stop)
        if heading is PartyKind.HEADS:
            return self._heads(position, stop)
        if heading is PartyKind.OFFICE:
            return self._colleague(position)
        return self._countries(position, stop) if self._lands.named(position) is not None else None

    def _delegation(self, position: int, stop: int) -> Party:
        first = self._adjectives_before(position)
        end = max(position + 1, min(self._complement_stop(position + 1), stop))
        codes = self._lands.codes(first, end) or self._home_of_body(position + 1, end)
        cases = _cases(self._context.tokens[position].text)
        return Party(PartyKind.DELEGATION, first, end, None, codes, cases, self._lands.names_bloc(first, end))

    def _complement_stop(self, position: int) -> int:
        """Where the words end that say whose delegation it is: «города Ухань КНР», «Всемирного банка»."""
        stop = self._tail_stop(position)
        while stop < len(self._context) and stop in self._context.named:
            stop = max(stop + 1, self._tail_stop(self._context.named[stop].stop))
        return stop

    def _tail_stop(self, position: int) -> int:
        """As `tail_stop`, but not over «во главе»."""
        return tail_stop(self._context, position, stops_at=lambda at: self._context.lower(at) == "во")

    def _home_of_body(self, first: int, stop: int) -> tuple[str, ...]:
        bodies = self._cast.within(first, stop, EntityKind.ORGANISATION)
        return tuple(body.country for body in bodies if body.country)[:1]

    def _heads(self, position: int, stop: int) -> Party:
        first = self._adjectives_before(position)
        end = max(position + 1, min(tail_stop(self._context, position + 1), stop))
        end = next((i for i in range(position + 1, end) if self._people.is_named(i)), end)
        cases = _cases(self._context.tokens[position].text, plural=True)
        codes = self._lands.codes(first, end) or self._lands.all_of(position + 1, end)
        return Party(PartyKind.HEADS, first, end, None, codes, cases, self._lands.names_bloc(first, end))

    def _colleague(self, position: int) -> Party | None:
        """«узбекский коллега», «коллега из России» without a name."""
        first, stop = self._adjectives_before(position), position + 1
        codes = self._lands.codes(first, position)[:1]
        if not codes and stop < len(self._context) and self._context.lower(stop) == "из":
            end = self._complement_stop(stop + 1)
            stop = next((i for i in range(stop, end) if self._people.is_named(i)), end)
            codes = self._lands.codes(position + 1, stop)[:1]
        cases = _cases(self._context.tokens[position].text)
        return Party(PartyKind.OFFICE, first, stop, None, codes, cases) if codes else None

    def _countries(self, position: int, stop: int) -> Party | None:
        """«Кыргызстан, Казахстан и Узбекистан»: several countries in a row, in the nominative."""
        codes: list[str] = []
        end = at = position
        while at < stop:
            match = self._lands.named(at)
            if match is None or not _may_be_subject(self._context.tokens[at].text):
                break
            codes.append(match.code)
            end = match.stop
            at = end + 1 if end < stop and self._context.lower(end) in (",", "и") else stop
        cases = frozenset({"nomn", "accs"})
        return Party(PartyKind.LANDS, position, end, None, tuple(codes), cases) if len(set(codes)) > 1 else None

    def _adjectives_before(self, position: int) -> int:
        while position > 0 and is_adjective(self._context.tokens[position - 1].text):
            position -= 1
        return position


def is_heads(form: str) -> bool:
    """«президентов», «глав»: of several countries, or states."""
    return _heading(form) is PartyKind.HEADS


@cache
def _heading(form: str) -> PartyKind | None:
    """What a noun heads; of «коллега» the office of somebody."""
    lemmas = word(form).lemmas
    if not lemmas.isdisjoint(_DELEGATIONS):
        return PartyKind.DELEGATION
    if COLLEAGUE in lemmas:
        return PartyKind.OFFICE
    plural = any(r.pos == "NOUN" and r.number == "plur" and r.folded in _HEADS for r in word(form).readings)
    return PartyKind.HEADS if plural else None


@cache
def _cases(form: str, *, plural: bool = False) -> frozenset[str]:
    return cases_of(form, plural=plural) or cases_of(form, plural=not plural)


@cache
def _may_be_subject(form: str) -> bool:
    """Whether a country's name may stand in the nominative."""
    return form.isupper() or "nomn" in cases_of(form) or "nomn" in cases_of(form, plural=True)
