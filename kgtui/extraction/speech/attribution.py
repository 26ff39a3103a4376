"""Who says something, and what the words around a reference tell of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kgtui.extraction.cast import Reference
from kgtui.extraction.context import Context
from kgtui.extraction.phrases import is_adjective
from kgtui.language import word
from kgtui.model import Actor
from kgtui.reading.media import load_media


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says something. ``verb`` is the token of the verb (None: «Асанов: …»), ``named`` the tokens that name the
    speaker; ``actor`` is None where they leave it open. ``goes_on`` says that the verb is one of going on («добавил»).
    """

    verb: int | None
    named: tuple[int, int] | None
    actor: Actor | None
    found_by: str
    sure: bool = True
    goes_on: bool = False

    def unsure(self) -> Attribution:
        return replace(self, sure=False)


def attributed(context: Context, verb: int | None, found: Reference, *, goes_on: bool = False) -> Attribution:
    """What is said, given to the one whom words mean; an agency is a source, no speaker."""
    actor = None if is_medium(context, found) else found.actor
    return Attribution(verb, (found.first, found.stop), actor, found.found_by, found.sure, goes_on)


def is_medium(context: Context, found: Reference) -> bool:
    start = context.tokens[found.first].start
    return found.found_by == "body" and load_media().at(context.text, start) is not None


def preposition_of(context: Context, found: Reference) -> int | None:
    """The preposition that governs a reference, with adjectives between them."""
    position = found.first - 1
    while position > 0 and is_adjective(context.tokens[position].text):
        position -= 1
    is_preposition = position >= 0 and word(context.tokens[position].text).readings[0].pos == "PREP"
    return position if is_preposition else None
