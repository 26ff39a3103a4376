"""``kgtui correct ID …``: the facts of an article with their numbers; hide one, set what it says."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kgtui.cli.correct_log import say_corrected, say_damaged
from kgtui.cli.exits import DONE, NOTHING_FOUND, USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.naming import article_named
from kgtui.cli.session import Session
from kgtui.corrections import Hide, Place, entity_at, fact_at, place_of
from kgtui.corrections.actors import NobodyMeant
from kgtui.corrections.values import FIELDS, Misunderstood, amendment
from kgtui.export import Mark, Piece, Row
from kgtui.export.told import fact_line, understood
from kgtui.export.wrapping import hanging
from kgtui.language.folding import fold
from kgtui.language.sentences import sentences_at
from kgtui.library import Library
from kgtui.locale import t
from kgtui.model import Article, Document, Entity, Fact, Facts, Period, Topic
from kgtui.terminal import one_line

_NUMBER = re.compile(r"(\d+)(?:\.(\d+))?")
_OFFERED = 5
_INDENT = "     "


@dataclass(frozen=True, slots=True)
class _Item:
    """What was extracted, under a number that no correction changes, and what it now is: None where it is hidden."""

    number: int
    place: Place
    was: Entity | Fact
    now: Entity | Fact | None

    @property
    def state(self) -> str:
        if self.now is None:
            return "hidden"
        return "extracted" if self.now == self.was else "corrected"


def print_facts(arguments: argparse.Namespace, session: Session) -> int:
    with session.library() as library:
        article = article_named(library, arguments.words[0])
        items = _items(library, article)
        say_damaged(library, session.output)
    if arguments.format == "json":
        session.output.json([_record(item, article.document) for item in items])
    else:
        session.output.rows(_rows(items, article.document, session.output.width))
        session.output.talk(t("cli.correct.next", id=article.document.id))
    return DONE if items else NOTHING_FOUND


def hide(arguments: argparse.Namespace, session: Session) -> int:
    id_, wanted, _ = arguments.words
    with session.library() as library:
        article = article_named(library, id_)
        item, mention = _standing(wanted, _items(library, article), article.document)
        change = Hide(mention or item.place, mention_only=mention is not None)
        correction = library.correct(change, shared=arguments.shared)
    return say_corrected(correction, arguments, session)


def amend(arguments: argparse.Namespace, session: Session) -> int:
    id_, wanted, _, *pairs = arguments.words
    with session.library() as library:
        article = article_named(library, id_)
        item, _ = _standing(wanted, _items(library, article), article.document)
        typed = dict(_pair(pair) for pair in pairs)
        try:
            change = amendment(item.place, typed, article.document, library.facts(article.number), library.entities)
        except Misunderstood as error:
            raise Failure(_said(error), USAGE) from error
        except NobodyMeant as error:
            raise Failure(error.message, USAGE) from error
        correction = library.correct(change, shared=arguments.shared)
    return say_corrected(correction, arguments, session)


def _items(library: Library, article: Article) -> list[_Item]:
    """What was extracted, in the order of the text."""
    document, standing = article.document, library.facts(article.number)
    extracted = library.facts_as_extracted(article.number)
    things = [_entity(each, document, standing) for each in extracted.entities if each.spans]
    things += [_fact(each, document, standing) for each in extracted.told]
    things.sort(key=lambda thing: (thing[0].span.start, -thing[0].span.end))
    return [_Item(number, *thing) for number, thing in enumerate(things, 1)]


_Thing = tuple[Place, Entity | Fact, Entity | Fact | None]


def _entity(entity: Entity, document: Document, standing: Facts) -> _Thing:
    """By the first of its mentions that is still one."""
    places = [place_of(document, entity.kind, span) for span in entity.spans]
    for place in places:
        if found := entity_at(place, standing.entities, document.text):
            return place, entity, standing.entities[found[0]]
    return places[0], entity, None


def _fact(fact: Fact, document: Document, standing: Facts) -> _Thing:
    place = place_of(document, fact.fact_kind, fact.span)
    among = standing.of(fact.fact_kind)
    number = fact_at(place, among, document.text)
    now = None if number is None else among[number]
    return place, fact, None if isinstance(now, Period | Topic) else now


def _standing(wanted: str, items: Sequence[_Item], document: Document) -> tuple[_Item, Place | None]:
    """As `_wanted`, of what is not hidden already."""
    item, mention = _wanted(wanted, items, document)
    if item.now is None:
        raise Failure(t("errors.correct_hidden", words=item.place.surface), NOTHING_FOUND)
    return item, mention


def _wanted(wanted: str, items: Sequence[_Item], document: Document) -> tuple[_Item, Place | None]:
    """The item of a number or of words, and of «7.2» the place of its second mention."""
    if number := _NUMBER.fullmatch(wanted):
        found = [item for item in items if item.number == int(number[1])]
        mention = _mention(found[0].was, int(number[2]), document) if found and number[2] else None
        if found and (mention or not number[2]):
            return found[0], mention
        raise Failure(t("errors.correct_number", number=wanted, id=document.id), NOTHING_FOUND)
    exactly = [item for item in items if fold(item.place.surface) == fold(wanted)]
    called = exactly or [
        item for item in items if fold(wanted) in fold(f"{item.place.surface} {_line(item, document)}")
    ]
    if len(called) == 1:
        return called[0], None
    if not called:
        raise Failure(t("errors.correct_words", words=wanted, id=document.id), NOTHING_FOUND)
    offered = "\n".join(f"  {item.number}  {_line(item, document)}" for item in called[:_OFFERED])
    raise Failure(t("errors.correct_ambiguous", words=wanted, offered=offered), USAGE)


def _mention(of: Entity | Fact, number: int, document: Document) -> Place | None:
    if not isinstance(of, Entity) or not 0 < number <= len(of.spans):
        return None
    return place_of(document, of.kind, of.spans[number - 1])


def _pair(pair: str) -> tuple[str, str]:
    field, equals, value = pair.partition("=")
    if not equals:
        raise Failure(t("errors.correct_pair", pair=pair), USAGE)
    words = {
        fold(t(f"cli.field.{code}")): code for code in sorted({code for codes in FIELDS.values() for code in codes})
    }
    return words.get(fold(field.strip()), field.strip()), value


def _said(error: Misunderstood) -> str:
    if error.text is None:
        allowed = ", ".join(f"{field} ({t(f'cli.field.{field}')})" for field in error.allowed)
        return t("errors.correct_field", field=error.field, allowed=allowed or t("errors.correct_no_field"))
    field = t(f"cli.field.{error.field}")
    if error.allowed:
        return t("errors.correct_choice", field=field, text=error.text, allowed=", ".join(error.allowed))
    return t("errors.correct_value", field=field, text=error.text, example=t(f"cli.field.{error.field}.example"))


def _rows(items: Sequence[_Item], document: Document, width: int) -> Iterator[Row]:
    """Each sentence with what was understood of it under it."""
    for sentence, of_sentence in groupby(items, lambda item: _sentence(item, document)):
        yield from _hanging(sentence, width, Mark.FAINT)
        for item in of_sentence:
            state = "" if item.state == "extracted" else f" [{t(f'cli.correct.{item.state}')}]"
            line = f"{t(f'cli.kind.{item.place.kind}')}: {_line(item, document)}{state}"
            yield from _hanging(line, width, first=f"{item.number:>3}  ")
            told = " · ".join(f"{label}: {value}" for label, value in _understood(item.now))
            yield from _hanging(told, width, Mark.FAINT, first=_INDENT)
        yield ()


def _understood(now: Entity | Fact | None) -> Iterable[tuple[str, str]]:
    return [] if now is None or isinstance(now, Entity) else understood(now)


def _hanging(text: str, width: int, mark: Mark | None = None, first: str = "") -> Iterator[Row]:
    lines = hanging(text, width, indent=_INDENT if first else "", first=first) if text else []
    return ((Piece(line, mark),) for line in lines)


def _line(item: _Item, document: Document) -> str:
    thing = item.now or item.was
    if not isinstance(thing, Entity):
        return fact_line(thing, document.text)
    home = thing.country if thing.country != thing.key else None
    said = [part for part in (thing.name, thing.role, home) if part]
    times = f" ×{len(thing.spans)}" if len(thing.spans) > 1 else ""
    return one_line(", ".join(said)) + times


def _sentence(item: _Item, document: Document) -> str:
    sentence = next(sentences_at(document.text, document.body, [item.place.span.start]), None)
    return one_line(sentence.of(document.text)) if sentence else ""


def _record(item: _Item, document: Document) -> dict[str, object]:
    return {
        "number": item.number,
        "kind": item.place.kind,
        "text": item.place.surface,
        "says": _line(item, document),
        "state": item.state,
        "sentence": _sentence(item, document),
        "start": item.place.span.start,
        "end": item.place.span.end,
        "mentions": len(item.was.spans) if isinstance(item.was, Entity) else 1,
    }
