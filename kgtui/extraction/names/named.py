"""Things named in an article by a phrase, and how mentions of one thing are joined: shared by organisations, places and
projects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from kgtui.extraction.context import Context
from kgtui.gazetteer import MatchKind
from kgtui.language import name_key
from kgtui.language.keys import document_keys
from kgtui.model import Entity, EntityKind, Span


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention: the nominative name, the tokens, the country it belongs to where the phrase ends with one.

    ``core`` are the keys of its words without that country. What is not ``certain`` counts only where the article names
    the same thing in full. ``whole`` says that it is a name of its own («Центральная Азия +»)
    and no part of a longer one, ``organ`` that it may hold the name of what it belongs to («пресс-служба МИД КР»).
    """

    name: str
    first: int
    stop: int
    span: Span
    core: tuple[frozenset[str], ...]
    country: str | None = None
    certain: bool = True
    found_by: str = "rule"
    whole: bool = False
    organ: bool = False


@cache
def word_keys(form: str) -> frozenset[str]:
    keys = document_keys(form.capitalize() if len(form) > 3 and form.isupper() else form)
    return keys.likely | keys.other | {keys.exact}


def naming(
    context: Context,
    name: str,
    first: int,
    stop: int,
    *,
    certain: bool = True,
    found_by: str = "rule",
    whole: bool = False,
    organ: bool = False,
) -> Naming:
    """A mention of the tokens ``first`` to ``stop``; the country at their end is set apart."""
    country, core_stop = None, stop
    match = context.named.get(stop - 1)
    if match is not None and match.kind is MatchKind.COUNTRY and match.first > first:
        country, core_stop = match.code, match.first
    core = tuple(
        word_keys(context.tokens[position].text)
        for position in range(first, core_stop)
        if context.tokens[position].text[0].isalnum()
    )
    return Naming(name, first, stop, context.span(first, stop), core, country, certain, found_by, whole, organ)


@dataclass(slots=True)
class _Thing:
    mentions: list[Naming] = field(default_factory=list)

    @property
    def fullest(self) -> Naming:
        return max(
            self.mentions,
            key=lambda m: (m.certain, len(m.core), m.country is not None, not _is_shouted(m.name), -m.first),
        )

    @property
    def country(self) -> str | None:
        return next((m.country for m in self.mentions if m.country), None)


def _is_shouted(name: str) -> bool:
    """«Посольство КЫРГЫЗСКОЙ РЕСПУБЛИКИ»: from a heading in capitals."""
    return sum(len(part) > 4 and part.isupper() for part in name.split()) > 0


def joined(kind: EntityKind, mentions: Iterable[Naming], aliases: Iterable[tuple[Naming, Naming]] = ()) -> list[Entity]:
    """One entity a thing; ``aliases`` are pairs of a name and the short form that the text gives beside it."""
    things: list[_Thing] = []
    told_by: dict[str, set[int]] = {}  # the key of a word → the numbers of the things that it names
    for mention in sorted(mentions, key=lambda m: (not m.certain, -len(m.core), m.country is None, m.first)):
        alike = [{number for key in keys for number in told_by.get(key, ())} for keys in mention.core]
        common = sorted(alike[0].intersection(*alike[1:])) if alike else ()
        number = next((number for number in common if _fits(things[number], mention)), len(things))
        if number < len(things):
            things[number].mentions.append(mention)
        elif mention.certain:
            things.append(_Thing([mention]))
        else:
            continue
        if mention.certain:
            for key in (key for keys in mention.core for key in keys):
                told_by.setdefault(key, set()).add(number)
    _join_aliases(things, aliases)
    things.sort(key=lambda thing: min(m.first for m in thing.mentions))
    return [_entity(kind, thing) for thing in things]


def _fits(thing: _Thing, mention: Naming) -> bool:
    return any(_same(known, mention) for known in thing.mentions if known.certain) and (
        mention.country is None or thing.country in (None, mention.country)
    )


def _same(longer: Naming, shorter: Naming) -> bool:
    """The same words; or, of two words and more, words of the longer name that stand together."""
    a, b = longer.core, shorter.core
    if not b or len(b) > len(a) or (longer.organ and not shorter.organ):
        return False
    if len(a) == len(b):
        return all(not x.isdisjoint(y) for x, y in zip(a, b, strict=True))
    if len(b) < 2 or shorter.whole or (shorter.country and shorter.country != longer.country):
        return False
    return any(all(not x.isdisjoint(y) for x, y in zip(a[i:], b, strict=False)) for i in range(len(a) - len(b) + 1))


def _join_aliases(things: list[_Thing], aliases: Iterable[tuple[Naming, Naming]]) -> None:
    for full, short in aliases:
        owner = next((thing for thing in things if full in thing.mentions), None)
        other = next((thing for thing in things if short in thing.mentions), None)
        if owner is not None and other is not None and owner is not other:
            owner.mentions.extend(other.mentions)
            things.remove(other)


def _entity(kind: EntityKind, thing: _Thing) -> Entity:
    fullest = thing.fullest
    return Entity(
        kind=kind,
        key=name_key(fullest.name),
        name=fullest.name,
        spans=tuple(dict.fromkeys(m.span for m in sorted(thing.mentions, key=lambda m: m.first))),
        country=thing.country,
        found_by=fullest.found_by,
    )


def with_one_key(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Entities of one kind and key made one: «Чечня» and «Чеченская Республика» of the gazetteer's one place."""
    found: dict[tuple[EntityKind, str], Entity] = {}
    for entity in entities:
        known = found.setdefault((entity.kind, entity.key), entity)
        if known is not entity:
            spans = tuple(sorted({*known.spans, *entity.spans}))
            found[entity.kind, entity.key] = replace(known, spans=spans)
    return tuple(found.values())


def covered(mentions: Iterable[Naming]) -> set[int]:
    """The token positions that mentions take."""
    return {position for mention in mentions for position in range(mention.first, mention.stop)}


def without_nested(mentions: Sequence[Naming]) -> list[Naming]:
    """Mentions that lie in no longer one, but for what an organ belongs to."""
    organs = [mention for mention in mentions if mention.organ]
    if organs:
        others = without_nested([mention for mention in mentions if not mention.organ])
        alone = [o for o in organs if not any(m.first <= o.first and o.stop <= m.stop for m in others)]
        return sorted((*alone, *others), key=lambda mention: mention.first)
    kept: list[Naming] = []
    sure = [mention for mention in mentions if mention.certain]
    mentions = [m for m in mentions if m.certain or not any(m.first <= s.first and s.stop <= m.stop for s in sure)]
    for mention in sorted(mentions, key=lambda m: (m.first, -m.stop)):
        if not kept or mention.stop > kept[-1].stop:
            kept.append(mention)
    return kept
