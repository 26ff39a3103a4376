"""Bodies that only the neural recogniser sees: «Чуйский лесхоз», «Беларуськалий», «Aero Nomad Airlines»."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from kgtui.extraction.context import Context
from kgtui.extraction.names.body_words import not_bodies
from kgtui.extraction.names.named import Naming, covered, naming
from kgtui.extraction.names.quoted import named_kind
from kgtui.extraction.names.role_heads import is_listed_head
from kgtui.extraction.names.short_names import with_country
from kgtui.extraction.phrases import adjectives_before, is_adjective, is_verb, nominative_phrase
from kgtui.extraction.traits import traits
from kgtui.language import Reading, word
from kgtui.model import RecognisedKind, Recognition

_LONGEST = 8  # tokens; what is marked beyond is no name


def recognised_bodies(context: Context, recognition: Recognition, taken: Collection[int]) -> Iterator[Naming]:
    """Marked bodies none of whose tokens is ``taken`` and that are more than a country, a bloc or a place.

    A body's country in the genitive behind it belongs to the name. What the network is often wrong in is left to the
    rules: abbreviations, shouted words, names in quotation marks and common words.
    """
    for mark in recognition.names:
        if mark.kind is not RecognisedKind.BODY:
            continue
        positions = context.positions(mark.span)
        first, stop = positions.start, positions.stop
        if not 0 < stop - first <= _LONGEST or any(at in taken for at in positions):
            continue
        if all(at in context.named for at in positions):
            continue
        if _may_be_body(context, first, stop):
            stop = with_country(context, stop)
            yield naming(context, _nominative(context, first, stop), first, stop, found_by="recogniser")


def _may_be_body(context: Context, first: int, stop: int) -> bool:
    tokens = context.tokens[first:stop]
    if not all(token.is_word for token in tokens) or context.is_shouted(first) or not tokens[0].is_capitalised:
        return False
    quoted = context.in_quotes.get(first)
    if quoted is not None:
        return quoted == (first, stop) and first >= 2 and _may_introduce(context.tokens[first - 2].text)
    if first and named_kind(context.tokens[first - 1].text) not in ("", "organisation"):
        return False
    if len(tokens) > 1:
        return True
    text, look = tokens[0].text, traits(tokens[0].text)
    return not (tokens[0].is_upper or text in not_bodies() or text[0].isascii() or look.common or look.given)


def _may_introduce(before: str) -> bool:
    """Whether a quoted name may be that of a body: «гендиректор «Кыргыз темир жолу»», «построит «Ихлас»»."""
    return is_listed_head(before) or is_verb(before)


def _nominative(context: Context, first: int, stop: int) -> str:
    """The phrase with its head in the nominative: its first word, or the first noun after adjectives."""
    head = first
    while head + 1 < stop and is_adjective(context.tokens[head].text):
        head += 1
    reading = _head_reading(context, first, head)
    if reading is None or first in context.in_quotes:
        return context.worded(first, stop)
    return nominative_phrase(context, first, head, stop, reading)


def _head_reading(context: Context, first: int, head: int) -> Reading | None:
    """How the head may be read as a noun with which all the adjectives before it agree."""
    for reading in word(context.tokens[head].text).readings:
        if reading.pos != "NOUN" or reading.number == "plur" or "anim" in reading.grammemes:
            continue
        if adjectives_before(context, head, reading, first) == first:
            return reading
    return None


def with_recognised(found: Sequence[Naming], marked: Iterable[Naming]) -> list[Naming]:
    """What the rules find, with marks beside it: where the rules are sure they know the borders better."""
    sure = covered(mention for mention in found if mention.certain)
    alone = [mention for mention in marked if sure.isdisjoint(range(mention.first, mention.stop))]
    outdone = covered(alone)
    kept = [mention for mention in found if mention.certain or outdone.isdisjoint(range(mention.first, mention.stop))]
    return sorted((*kept, *alone), key=lambda mention: mention.first)
