"""Why an article was found: for each part of the query the forms that answer it, where, how surely, how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kgtui.model import Document, Facts, Span
from kgtui.search.matching import Found, Matcher, Slice
from kgtui.search.query.nodes import Dated, Field, InCountry, InField, Named
from kgtui.search.query.printing import printed
from kgtui.search.query.spellings import Part
from kgtui.search.terms import Tier, name_term


class Where(str, Enum):
    """The part of an article that answers: its title, its text, or one of the fields of `Field`."""

    TITLE = "title"
    TEXT = "text"
    PERSON = "person"
    COUNTRY = "country"
    BODY = "body"
    PLACE = "place"
    PROJECT = "project"
    SOURCE = "source"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Reason:
    """``form``, in small letters or with capitals, stands ``count`` times in the article; ``asked`` is the part of the
    query that it answers, as text of the query language, ``first`` the first place in the text (None: not in the
    text). Where the text begins with the title, what stands there is told of the title alone."""

    asked: str
    form: str
    where: Where
    tier: Tier
    count: int
    first: Span | None = None


def reasons(matcher: Matcher, document: Document, facts: Facts) -> tuple[Reason, ...]:
    """Part by part in the order of the query; of a part the title first, then the surest, then the most frequent."""
    title, body = Slice(document.title, Span(0, len(document.title))), Slice(document.text, document.body)
    in_title, in_body = matcher.by_part(title), matcher.by_part(body, facts)
    above = _title_in_text(document)
    found: list[Reason] = []
    for number, spellings in enumerate(matcher.parts):
        asked = printed(spellings[0])
        where = _where(spellings[0])
        below = (hit for hit in in_body[number] if where is not Where.TEXT or not above or hit.span.end > above.end)
        of_part = [
            *_counted(asked, Where.TITLE, title.text, in_title[number], above.start if above else None),
            *_counted(asked, where, body.text, below, 0),
            *_outside(matcher, spellings[0], asked, document),
        ]
        found += sorted(of_part, key=lambda reason: (reason.where is not Where.TITLE, reason.tier, -reason.count))
    return tuple(found)


def _title_in_text(document: Document) -> Span | None:
    """Where the title stands, if the text begins with it."""
    start, title = document.body.start, document.title.removesuffix("…")
    return Span(start, start + len(title)) if document.text.startswith(title, start) else None


def _where(part: Part) -> Where:
    if isinstance(part, InCountry):
        return Where.COUNTRY
    return Where(part.field.value) if isinstance(part, InField | Named) else Where.TEXT


def _counted(asked: str, where: Where, text: str, hits: Iterable[Found], offset: int | None) -> Iterator[Reason]:
    """One reason for each form in each tier; ``offset`` is where ``text`` begins in the article's."""
    forms: dict[tuple[str, Tier], list[Span]] = {}
    for hit in hits:
        forms.setdefault((_form(hit.span, text).lower(), hit.tier), []).append(hit.span)
    for (_, tier), spans in forms.items():
        first = None if offset is None else Span(spans[0].start + offset, spans[0].end + offset)
        yield Reason(asked, _form(spans[0], text), where, tier, len(spans), first)


def _form(place: Span, text: str) -> str:
    return " ".join(place.of(text).split())


def _outside(matcher: Matcher, part: Part, asked: str, document: Document) -> Iterator[Reason]:
    """Reasons that do not stand in the text: its date, its source and publisher."""
    if isinstance(part, Dated) and document.published and _holds(part, document.published):
        yield Reason(asked, document.published.isoformat(), Where.DATE, Tier.EXACT, 1)
    if isinstance(part, InField | Named) and part.field is Field.SOURCE:
        for name in dict.fromkeys(name for name in (document.source, document.publisher) if name):
            tier = _tier_of_source(matcher, part, name)
            if tier is not None:
                yield Reason(asked, name, Where.SOURCE, tier, 1)


def _holds(dated: Dated, day: date) -> bool:
    return (dated.first or day) <= day <= (dated.last or day)


def _tier_of_source(matcher: Matcher, part: InField | Named, name: str) -> Tier | None:
    if isinstance(part, InField):
        return matcher.tier_in(part.asked, name)
    return Tier.EXACT if name_term(part.name) == name_term(name) else None
