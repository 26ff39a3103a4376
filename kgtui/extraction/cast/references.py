"""Finds the words of an article that refer to somebody: names, offices, pronouns, bodies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from kgtui.extraction.cast.bodies import Bodies, is_calling
from kgtui.extraction.cast.mentioned import Mentioned
from kgtui.extraction.cast.people import People
from kgtui.extraction.cast.reference import Reference
from kgtui.extraction.context import Context
from kgtui.extraction.names.role_heads import head_kind
from kgtui.extraction.phrases import is_verb
from kgtui.model import Entity, EntityKind

PRONOUNS = {"он": "masc", "она": "femn", "они": None}
LATTER = {"последний": "masc", "последняя": "femn", "тот": "masc", "та": "femn"}


class References:
    """The references of an article by the token at which they begin."""

    def __init__(self, context: Context, entities: Sequence[Entity], mentioned: Mentioned) -> None:
        self._context = context
        self._mentioned = mentioned
        self.people = People(context, [e for e in entities if e.kind is EntityKind.PERSON], mentioned)
        self._bodies = Bodies(context, entities, mentioned, self.people.begins, self.at)
        self._known: dict[int, Reference | None] = {}

    def within(self, first: int, stop: int) -> Iterator[Reference]:
        """The references that begin in a token range, in their order; none overlaps another."""
        past = first
        for position in self._words[bisect_left(self._words, first) : bisect_left(self._words, stop)]:
            found = self.at(position) if position >= past else None
            if found is not None:
                yield found
                past = found.stop

    def at(self, position: int) -> Reference | None:
        """The reference that begins at a token."""
        if position not in self._known:
            named = position in self._mentioned or position in self.people.offices.starts
            may_refer = named or _may_refer(self._context.tokens[position].text)
            self._known[position] = self._found(position) if may_refer else None
        return self._known[position]

    @cached_property
    def _words(self) -> list[int]:
        """The positions of the words at which a reference may begin."""
        named = (i for i in (*self._mentioned, *self.people.offices.starts) if self._context.tokens[i].is_word)
        return sorted({*self._context.where(_may_refer), *named})

    def body(self, position: int) -> Reference | None:
        """The body that begins at a token."""
        return self._bodies.at(position)

    def _found(self, position: int) -> Reference | None:
        form = self._context.lower(position)
        if form in PRONOUNS or (form in LATTER and self._stands_alone(position)):
            gender = PRONOUNS.get(form) or LATTER.get(form)
            return Reference(position, position + 1, "pronoun", (), frozenset({"nomn"}), gender, plural=form == "они")
        return self.people.named(position) or self.people.of_office(position) or self._bodies.at(position)

    def _stands_alone(self, position: int) -> bool:
        """«Напомнил последний», not «последний саммит»."""
        following = self._context.tokens[position + 1] if position + 1 < len(self._context) else None
        return following is None or not following.is_word or is_verb(following.text)


@cache
def _may_refer(form: str) -> bool:
    """Whether a word that is no part of a name may refer to somebody."""
    return form.lower() in PRONOUNS or form.lower() in LATTER or head_kind(form) is not None or is_calling(form)
