"""The query language read: recursive descent over lexemes. `docs/queries.md` describes the language.

Any text at all is a valid query: what makes no sense as it may have been meant is read as words or left out, and said
as a problem. A tree of frozen nodes comes out, which `evaluate` and `matching` walk.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice, takewhile
from operator import itemgetter

from kgtui.model import Span
from kgtui.search.query.asked import asked_at, problems_in
from kgtui.search.query.countries import LONGEST_NAME, code_meant, meant_at_start, with_countries
from kgtui.search.query.lexer import ASKED, Lexeme, Sign, left_out, lexemes_in
from kgtui.search.query.near import near_of
from kgtui.search.query.nodes import (
    All,
    Asked,
    Dated,
    Either,
    Field,
    InCountry,
    InField,
    Named,
    Node,
    Phrase,
    Without,
    Word,
)
from kgtui.search.query.periods import period_of
from kgtui.search.query.problems import Problem, ProblemKind
from kgtui.search.query.spellings import with_spellings

_DEEPEST = 40  # brackets within brackets; further ones are left out
_CHUNK = re.compile(r"[^\s()\"«»„“”|,;]+")
_MOST_CHUNKS = 3  # «20 ноября 2025»
_DEEPER = {Sign.OPEN: 1, Sign.NEAR: 1, Sign.CLOSE: -1}


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was typed and as it was read on the day ``today``; ``root`` is None where nothing in it can be
    searched. ``problems`` say what was read otherwise than it may have been meant, in the order of their places."""

    text: str
    root: Node | None
    problems: tuple[Problem, ...]
    today: date


def parse_query(text: str, today: date | None = None) -> Query:
    """Read a query; never raises, whatever the text. ``today`` (else the clock's) is what «неделя» is counted from."""
    return _parsed(text, today or date.today())  # noqa: DTZ011 - the reader's own calendar day is meant


@lru_cache(maxsize=256)
def _parsed(text: str, today: date) -> Query:
    rest = left_out(text)
    lexemes = lexemes_in(text[: rest.start] if rest else text)
    parser = _Parser(text, lexemes, today)
    root = parser.read()
    met = [*problems_in(lexemes), *parser.problems]
    if rest:  # what else it has was hardly meant for the language
        met = [(ProblemKind.TOO_LONG, rest)]
    elif root is None and not met and text.strip():
        met = [(ProblemKind.NOTHING_TO_SEARCH, Span(0, len(text)))]
    problems = (Problem(kind, place, place.of(text)) for kind, place in sorted(met, key=itemgetter(1)))
    return Query(text, with_spellings(with_countries(root)) if root else None, tuple(problems), today)


class _Parser:
    """Each method reads from the lexeme at hand; the outermost stand first."""

    def __init__(self, text: str, lexemes: list[Lexeme], today: date) -> None:
        self.problems: list[tuple[ProblemKind, Span]] = []
        self._text = text
        self._today = today
        self._lexemes = lexemes
        self._at = 0
        self._depth = 0

    def read(self) -> Node | None:
        read: list[Node] = []
        while True:
            if node := self._either(None):
                read.append(node)
            if not (closing := self._taken(Sign.CLOSE)):
                return _joined(read)
            self._report(ProblemKind.UNOPENED_BRACKET, closing.span)

    def _either(self, field: Field | None) -> Node | None:
        """``a b или c``: the space binds closer."""
        branches = [self._all_of(field)]
        signs: list[Lexeme] = []
        while sign := self._taken(Sign.OR):
            signs.append(sign)
            branches.append(self._all_of(field))
        for number, sign in enumerate(signs):
            if branches[number] is None or branches[number + 1] is None:
                self._report(ProblemKind.DANGLING_OPERATOR, sign.span)
        found = tuple(branch for branch in branches if branch)
        return Either(found) if len(found) > 1 else found[0] if found else None

    def _all_of(self, field: Field | None) -> Node | None:
        wanted: list[Node] = []
        unwanted: list[Node] = []
        while (lexeme := self._peek()) and lexeme.sign not in (Sign.OR, Sign.CLOSE):
            into = unwanted if self._taken(Sign.MINUS) else wanted
            if node := self._item(field):
                into.append(node)
        root = _joined(wanted)
        return Without(root, tuple(unwanted)) if unwanted else root

    def _item(self, field: Field | None) -> Node | None:
        """What a minus may stand before: something asked, a field, brackets."""
        lexeme = self._lexemes[self._at]
        if lexeme.sign in ASKED:
            return self._value(field)
        self._at += 1
        if lexeme.sign is Sign.OPEN:
            return self._bracket(lexeme, field)
        if lexeme.sign is Sign.FIELD:
            return self._field(lexeme)
        if lexeme.sign is Sign.NEAR:
            return self._near(lexeme)
        return Word(lexeme.text) if lexeme.sign in (Sign.UNKNOWN_FIELD, Sign.OR) else None

    def _bracket(self, opening: Lexeme, field: Field | None) -> Node | None:
        if self._depth == _DEEPEST:
            return None
        self._depth += 1
        inside = self._either(field)
        self._depth -= 1
        self._close(opening)
        return inside

    # Fields

    def _field(self, name: Lexeme) -> Node | None:
        following, reported = self._peek(), len(self.problems)
        asks = following is not None and following.sign in ASKED | {Sign.OPEN}
        node = self._item(Field(name.text)) if asks else None
        if node is None and len(self.problems) == reported:
            self._report(ProblemKind.EMPTY_FIELD, name.span)
        return node

    def _value(self, field: Field | None) -> Node | None:
        """One thing asked, in a field or anywhere."""
        if field is Field.DATE:
            return self._date()
        if field is Field.COUNTRY:
            return self._country()
        lexeme = self._lexemes[self._at]
        asked = self._asked()
        if field is None or asked is None:
            return asked
        return Named(field, lexeme.text) if lexeme.sign is Sign.EXACT else InField(field, asked)

    def _date(self) -> Dated | None:
        """A date has signs that are none of the language, so the text itself is read, as far as it makes sense."""
        lexeme = self._lexemes[self._at]
        if lexeme.sign in (Sign.QUOTED, Sign.EXACT):
            self._at += 1
            return self._dated(lexeme.text, lexeme.span)
        signs = self._text[self._lexemes[self._at - 1].span.end : lexeme.span.start].lstrip()
        start = lexeme.span.start - len(signs)
        chunks = islice(_CHUNK.finditer(self._text, lexeme.span.start), _MOST_CHUNKS)
        spans = [Span(start, chunk.end()) for chunk in chunks]
        place = next((span for span in reversed(spans) if period_of(span.of(self._text), self._today)), spans[0])
        while (inside := self._peek()) and inside.span.start < place.end:
            self._at += 1
        return self._dated(place.of(self._text), place)

    def _dated(self, text: str, place: Span) -> Dated | None:
        period = period_of(text, self._today)
        if period is None:
            self._report(ProblemKind.BAD_DATE, place)
            return None
        return Dated(period.first, period.last)

    def _country(self) -> Node | None:
        """A country by whichever word; a name of several words needs no quotation marks."""
        lexeme = self._lexemes[self._at]
        asked: Asked | None
        if lexeme.sign is Sign.WORD:
            run = takewhile(lambda word: word.sign is Sign.WORD, self._lexemes[self._at : self._at + LONGEST_NAME])
            words = tuple(Word(word.text) for word in run)
            width, code = meant_at_start([word.text for word in words])
            asked = Phrase(words[:width]) if width > 1 else words[0]
            self._at += width
        else:
            asked, code = self._asked(), code_meant(lexeme.text)
        if code and isinstance(asked, Word | Phrase):
            return InCountry(asked, code)
        if asked:
            self._report(ProblemKind.UNKNOWN_COUNTRY, lexeme.span)
        return asked

    # What stands together

    def _near(self, name: Lexeme) -> Node | None:
        """Between commas, nothing but what is asked belongs here."""
        elements: list[list[Asked]] = [[]]
        inner = 0  # brackets that do not belong here
        while (lexeme := self._peek()) and (lexeme.sign is not Sign.CLOSE or inner):
            if lexeme.sign in ASKED:
                elements[-1] += [asked] if (asked := self._asked()) else []
                continue
            self._at += 1
            inner += _DEEPER.get(lexeme.sign, 0)
            if lexeme.sign is Sign.COMMA:
                elements.append([])
            elif lexeme.sign is not Sign.CLOSE:
                self._report(ProblemKind.BAD_NEAR, lexeme.span)
        self._close(name)
        asked_near = [element for element in elements if element]
        if near := near_of(asked_near):
            return near
        self._report(ProblemKind.BAD_NEAR, name.span)
        return _joined([asked for element in asked_near for asked in element])

    def _asked(self) -> Asked | None:
        asked, width = asked_at(self._lexemes, self._at)
        self._at += width
        return asked

    def _close(self, opening: Lexeme) -> None:
        if not self._taken(Sign.CLOSE):
            self._report(ProblemKind.UNCLOSED_BRACKET, opening.span)

    def _peek(self) -> Lexeme | None:
        return self._lexemes[self._at] if self._at < len(self._lexemes) else None

    def _taken(self, sign: Sign) -> Lexeme | None:
        lexeme = self._peek()
        if lexeme is None or lexeme.sign is not sign:
            return None
        self._at += 1
        return lexeme

    def _report(self, kind: ProblemKind, place: Span) -> None:
        self.problems.append((kind, place))


def _joined(nodes: list[Node]) -> Node | None:
    return nodes[0] if len(nodes) == 1 else All(tuple(nodes)) if nodes else None
