"""Named projects, programmes, events and formats: in quotation marks, with a capitalised adjective, as a route of names
joined by dashes, or as a name with a number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.names.named import Naming, joined, naming, without_nested
from kgtui.extraction.names.quoted import QuotedName
from kgtui.extraction.phrases import adjectives_before, is_genitive, nominative_phrase, noun_readings, tail_stop
from kgtui.extraction.tables import table
from kgtui.language import Reading, fold, word
from kgtui.language.analysis import tokens_in
from kgtui.model import Entity, EntityKind

_CODE = re.compile(r"[A-Z]{3,}-\d+|[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*-\d{1,2}")
_PLUS = re.compile(r"[A-Z][A-Za-z]{3,}")
_ROUTE_NAME = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*")


@cache
def _heads() -> Mapping[str, frozenset[str]]:
    return {fold(row["head"]): frozenset(row["needs"].split()) for row in table("project_heads")}


@cache
def _head_lemmas() -> frozenset[str]:
    return frozenset(_heads())


@cache
def _head_readings(form: str) -> tuple[Reading, ...]:
    """The readings of a form as a head noun, of «ГЭС-1» without its number."""
    return noun_readings(re.sub(r"-\d+$", "", form), _head_lemmas())


@cache
def _known_names(form: str) -> tuple[tuple[str, ...], ...]:
    """The names of the table that begin with a word, the longest first, each as its tokens."""
    names = (tuple(token.text for token in tokens_in(row["name"])) for row in table("project_names"))
    return tuple(sorted((name for name in names if name[0] == form), key=len, reverse=True))


class ProjectFinder:
    """Finds the projects of an article; ``taken`` are tokens of persons and bodies."""

    def __init__(self, context: Context, taken: Collection[int], quoted: Sequence[QuotedName]) -> None:
        self._context = context
        self._taken = taken
        self._quoted = quoted

    def find(self) -> list[Naming]:
        found = [*self._in_quotes(), *self._known(), *self._routes(), *self._phrases(), *self._codes()]
        return without_nested(found)

    def _in_quotes(self) -> Iterator[Naming]:
        for quoted in self._quoted:
            year = self._is_year(quoted)
            if quoted.kind == "project" or year:
                first, stop = (
                    (quoted.phrase_first, quoted.phrase_stop)
                    if quoted.name != self._context.worded(quoted.first, quoted.stop)
                    else (quoted.first, quoted.stop)
                )
                name = self._year_name(quoted) if year else quoted.name
                yield naming(self._context, name, first, stop, whole=True)

    def _known(self) -> Iterator[Naming]:
        """«ТАПИ», «Global Gateway»: names of the table."""
        context = self._context
        for position in context.where(_known_names):
            for words in _known_names(context.tokens[position].text):
                stop = position + len(words)
                if stop > context.sentence(position)[1]:
                    continue
                if tuple(token.text for token in context.tokens[position:stop]) == words:
                    yield naming(context, context.worded(position, stop), position, stop, found_by="list", whole=True)
                    break

    def _is_year(self, quoted: QuotedName) -> bool:
        """«Международным годом устойчивого развития горных регионов»."""
        return any(
            context_lemma == "год" for context_lemma in self._lemmas(quoted.first, min(quoted.stop, quoted.first + 2))
        )

    def _lemmas(self, first: int, stop: int) -> Iterator[str]:
        for position in range(first, stop):
            yield from (
                r.folded for r in self._context.word(position).readings if r.pos == "NOUN" and r.number == "sing"
            )

    def _year_name(self, quoted: QuotedName) -> str:
        for position in range(quoted.first, min(quoted.stop, quoted.first + 2)):
            for reading in noun_readings(self._context.tokens[position].text, frozenset({"год"})):
                return nominative_phrase(self._context, quoted.first, position, quoted.stop, reading)
        return quoted.name

    def _phrases(self) -> Iterator[Naming]:
        context = self._context
        for position in context.where(_head_readings):
            if position in self._taken or position in context.in_quotes:
                continue
            found = self._phrase(position)
            if found is not None:
                yield found

    def _phrase(self, position: int) -> Naming | None:
        context = self._context
        for reading in _head_readings(context.tokens[position].text):
            needs = _heads()[reading.folded]
            first = self._first_capital(position, adjectives_before(context, position, reading))
            if needs.isdisjoint({"capital", "year"}) or (reading.number == "plur") != ("plural" in needs):
                continue
            if not self._is_named(first, position, needs):
                continue
            stop = tail_stop(context, position + 1, stops_at=self._ends)
            stop = self._with_deadline(stop)
            if stop == position + 1 and (first == position or "year" in needs):
                continue  # «до Нового года»
            name = nominative_phrase(context, first, position, stop, reading)
            return naming(context, name, first, stop)
        return None

    def _is_named(self, first: int, position: int, needs: frozenset[str]) -> bool:
        """A capital that is not just the beginning of a sentence, or one that no sentence would put there."""
        context = self._context
        if not context.tokens[first].is_capitalised or context.is_shouted(position) or first in context.named:
            return False
        if not context.starts_sentence(first):
            return True
        return "capital" in needs and first < position and not word(context.tokens[first].text).known

    def _first_capital(self, position: int, first: int) -> int:
        while first < position and not self._context.tokens[first].is_capitalised:
            first += 1
        return first

    def _ends(self, position: int) -> bool:
        token = self._context.tokens[position]
        if position in self._taken or token.text in ("в", "на", "во", "при"):
            return True
        return (
            token.is_word
            and token.is_capitalised
            and position not in self._context.named
            and not is_genitive(token.text)
        )

    def _with_deadline(self, stop: int) -> int:
        """«Стратегия развития ШОС до 2035 года»."""
        context = self._context
        end = context.sentence(stop - 1)[1]
        if (
            stop + 2 < end
            and context.lower(stop) == "до"
            and context.tokens[stop + 1].text.isdigit()
            and context.lower(stop + 2) in ("года", "г")
        ):
            return stop + 3
        return stop

    # «железной дороги Китай — Кыргызстан — Узбекистан»

    def _routes(self) -> Iterator[Naming]:
        context, stop = self._context, 0
        for dash in context.dashes:
            position = self._name_before(dash) if dash > stop else dash
            stop = max(stop, self._route_stop(position))
            if stop > position:
                head = self._route_head(position)
                if head is not None:
                    yield self._route(stop, *head)
                elif stop - position >= 5:
                    yield naming(context, context.worded(position, stop), position, stop, certain=False)

    def _name_before(self, dash: int) -> int:
        """Where the name begins that ends right before a dash."""
        match = self._context.named.get(dash - 1)
        return match.first if match is not None and match.stop == dash else dash - 1

    def _route_stop(self, position: int) -> int:
        """Past names joined by dashes, two at least."""
        context = self._context
        end = context.sentence(position)[1]
        stop, count = self._name_stop(position, end), 0
        if stop == position:
            return position
        while stop + 1 < end and context.tokens[stop].text in DASHES:
            start = stop + 2 if context.tokens[stop + 1].text in DASHES else stop + 1  # «Китай -- Кыргызстан»
            following = self._name_stop(start, end) if start < end else start
            if following == start:
                break
            stop, count = following, count + 1
        return stop if count else position

    def _name_stop(self, position: int, end: int) -> int:
        match = self._context.named.get(position)
        if match is not None and match.first == position:
            return match.stop
        if (
            position < end
            and _ROUTE_NAME.fullmatch(self._context.tokens[position].text)
            and position not in self._taken
        ):
            return position + 1
        return position

    def _route_head(self, position: int) -> tuple[int, Reading] | None:
        lowest = self._context.sentence(position)[0]
        for back in (1, 2):
            if position - back < lowest:
                break
            text = self._context.tokens[position - back].text
            for reading in noun_readings(text, _head_lemmas()):
                if "route" in _heads()[reading.folded]:
                    return position - back, reading
            if back == 1 and not is_genitive(text):
                break
        return None

    def _route(self, stop: int, head: int, reading: Reading) -> Naming:
        context = self._context
        first = head
        if head > context.sentence(head)[0] and context.word(head - 1).lemma in ("железный", "автомобильный"):
            first = head - 1
        name = nominative_phrase(context, first, head, stop, reading)
        return naming(context, name, first, stop)

    # «CASA-1000», «Камбар-Ата-1», «Erasmus+»

    def _codes(self) -> Iterator[Naming]:
        context = self._context
        for position in context.capitals:
            text = context.tokens[position].text
            if not (_is_code(text) or self._has_plus(position)):
                continue
            if position in self._taken or position in context.in_quotes:
                continue
            stop = position + (1 if _is_code(text) else 2)
            yield naming(context, context.worded(position, stop), position, stop)

    def _has_plus(self, position: int) -> bool:
        context, following = self._context, position + 1
        if not _may_have_plus(context.tokens[position].text) or following >= len(context):
            return False
        return context.tokens[following].text == "+" and context.glued(following)


@cache
def _may_have_plus(form: str) -> bool:
    return _PLUS.fullmatch(form) is not None


@cache
def _is_code(form: str) -> bool:
    return _CODE.fullmatch(form) is not None and not form.startswith(("COVID", "ГЭС"))


def projects(
    context: Context, taken: Collection[int], quoted: Sequence[QuotedName]
) -> tuple[list[Entity], list[Naming]]:
    """The projects of an article and their mentions."""
    mentions = ProjectFinder(context, taken, quoted).find()
    return joined(EntityKind.PROJECT, mentions), mentions
