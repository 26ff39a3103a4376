"""An analysed article as the rules ask for it: its tokens with sentences, quotation marks and gazetteer matches."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, cached_property

from kgtui.gazetteer import GazetteerMatch, MatchKind, load_gazetteer
from kgtui.language import Analysis, Token, TokenKind, Word, word
from kgtui.model import Span

DASHES = frozenset("—–-‐‑−")
_CLOSING = {"«": "»", "„": '“”"', "“": "”", "‘": "’"}
_QUOTATION_MARKS = frozenset("".join(_CLOSING) + "".join(_CLOSING.values()))
_INITIALS = re.compile(r"[А-ЯЁ]\.[А-ЯЁ]\.")
_STRAIGHT = '"'
_DEEPEST = 30  # quotation marks open at once; those before them close nothing any more
_NAME_TOKENS = 14  # a longer run between quotation marks is speech, not a name


@cache
def lemmas_of(form: str) -> frozenset[str]:
    """The folded lemmas of all readings of a form; each form is looked up once a process."""
    return word(form).lemmas


_TESTS: list[Callable[[str], object]] = []


@cache
def _passes(form: str, tests: int) -> tuple[int, ...]:
    """Which of the first tests a form passes, by their numbers."""
    return tuple(number for number, test in enumerate(_TESTS[:tests]) if test(form))


class Context:
    """What the rules look up in one article; positions are those of ``tokens``."""

    def __init__(self, analysis: Analysis, published: date | None = None) -> None:
        self.analysis = analysis
        self.published = published
        self.text = analysis.text
        self.tokens: Sequence[Token] = analysis.tokens
        self.matches: Sequence[GazetteerMatch] = load_gazetteer().match(analysis)
        self._passing: list[list[int]] = []
        self._bounds: list[tuple[int, int]] = []
        for first, stop in self._joined_bounds():
            self._bounds.extend([(first, stop)] * (stop - first))

    def _joined_bounds(self) -> list[tuple[int, int]]:
        """The token ranges of the sentences; two initials («К.П. Шарма Оли») end none."""
        bounds: list[tuple[int, int]] = []
        for first, stop in self.analysis.token_ranges():
            if bounds and self._ends_in_initials(bounds[-1][1], first):
                bounds[-1] = (bounds[-1][0], stop)
            else:
                bounds.append((first, stop))
        return bounds

    def _ends_in_initials(self, stop: int, following: int) -> bool:
        if stop < 4 or following >= len(self.tokens) or stop != following:
            return False
        letters = "".join(token.text for token in self.tokens[stop - 4 : stop])
        between = self.text[self.tokens[stop - 1].end : self.tokens[following].start]
        return (
            _INITIALS.fullmatch(letters) is not None and "\n" not in between and self.tokens[following].is_capitalised
        )

    def __len__(self) -> int:
        return len(self.tokens)

    def sentence(self, position: int) -> tuple[int, int]:
        """The token range of the sentence that a token stands in."""
        return self._bounds[position]

    def word(self, position: int) -> Word:
        return word(self.tokens[position].text)

    def lemmas(self, position: int) -> frozenset[str]:
        """The folded lemmas of a token."""
        return lemmas_of(self.tokens[position].text)

    @cached_property
    def lowers(self) -> list[str]:
        """The tokens in small letters."""
        return [token.text.lower() for token in self.tokens]

    def lower(self, position: int) -> str:
        return self.lowers[position]

    def span(self, first: int, stop: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[stop - 1].end)

    def positions(self, span: Span) -> range:
        """The positions of the tokens that lie in a span or reach into it."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def worded(self, first: int, stop: int) -> str:
        """The text of a token range with its white space made single."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[stop - 1].end].split())

    def glued(self, position: int) -> bool:
        """Whether a token touches the one before it."""
        return position > 0 and self.tokens[position - 1].end == self.tokens[position].start

    @cached_property
    def named(self) -> dict[int, GazetteerMatch]:
        """Token position → the country, bloc or place that covers it."""
        return {i: m for m in self.matches if m.kind is not MatchKind.OFFICE for i in range(m.first, m.stop)}

    @cached_property
    def words(self) -> tuple[int, ...]:
        """The positions of the words."""
        return tuple([position for position, _form in self._forms])

    @cached_property
    def _forms(self) -> list[tuple[int, str]]:
        return [(i, token.text) for i, token in enumerate(self.tokens) if token.kind is TokenKind.WORD]

    def where(self, test: Callable[[str], object]) -> list[int]:
        """The positions of the words whose form passes a test, one that is the same for all articles: what has been
        asked for once in a process is looked for in one pass over the words of an article.
        """
        if test not in _TESTS:
            _TESTS.append(test)
        number = _TESTS.index(test)
        if number >= len(self._passing):
            self._passing = self._passed(len(_TESTS))
        return self._passing[number]

    def _passed(self, tests: int) -> list[list[int]]:
        """For each of the first tests the positions of the words that pass it."""
        found: list[list[int]] = [[] for _ in range(tests)]
        for position, form in self._forms:
            for number in _passes(form, tests):
                found[number].append(position)
        return found

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The positions of the numbers in digits."""
        return tuple(i for i, token in enumerate(self.tokens) if token.kind is TokenKind.NUMBER)

    @cached_property
    def quotation_marks(self) -> tuple[int, ...]:
        """The positions of the quotation marks."""
        return tuple(i for i, token in enumerate(self.tokens) if token.text in _QUOTATION_MARKS)

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """The positions of the words that begin with a capital."""
        return tuple(self.where(_is_capitalised))

    @cached_property
    def dashes(self) -> tuple[int, ...]:
        """The positions of the dashes that stand apart."""
        return tuple(i for i, token in enumerate(self.tokens) if token.text in DASHES)

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """The token ranges of the paragraphs: sentences between which no line breaks."""
        joined: list[tuple[int, int]] = []
        for first, stop in dict.fromkeys(self._bounds):
            if joined and "\n" not in self.text[self.tokens[first - 1].end : self.tokens[first].start]:
                joined[-1] = (joined[-1][0], stop)
            else:
                joined.append((first, stop))
        return tuple(joined)

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Token ranges inside quotation marks that may be names, the outer before the inner."""
        return tuple(sorted(self._quoted(), key=lambda pair: (pair[0], -pair[1])))

    def _quoted(self) -> Iterator[tuple[int, int]]:
        open_marks: list[tuple[str, int]] = []
        for position in self.quotation_marks:
            mark = self.tokens[position].text
            opened = next((i for i in range(len(open_marks) - 1, -1, -1) if mark in open_marks[i][0]), None)
            if opened is not None and not (mark == _STRAIGHT and self._opens(position)):
                first = open_marks[opened][1]
                del open_marks[opened:]
                if self._may_be_name(first, position):
                    yield first, position
            elif mark in _CLOSING:
                open_marks.append((_CLOSING[mark], position + 1))
            elif mark == _STRAIGHT and self._opens(position):
                open_marks.append((_STRAIGHT, position + 1))
            del open_marks[:-_DEEPEST]

    def _opens(self, position: int) -> bool:
        """A straight mark opens where a space stands before it and none after it."""
        followed = position + 1 < len(self.tokens) and self.glued(position + 1)
        return followed and (not self.glued(position) or self.tokens[position - 1].text in "(«„“")

    def _may_be_name(self, first: int, stop: int) -> bool:
        if not 0 < stop - first <= _NAME_TOKENS or self.sentence(first) != self.sentence(stop - 1):
            return False
        return (
            not any(token.text in "!?;" for token in self.tokens[first:stop])
            and self.tokens[stop - 1].text not in ".,…"
        )

    @cached_property
    def in_quotes(self) -> dict[int, tuple[int, int]]:
        """Token position → the innermost quoted name that holds it."""
        return {i: pair for pair in self.quoted for i in range(*pair)}

    def starts_sentence(self, position: int) -> bool:
        """Whether a capital says nothing here: first in a sentence, a quotation or after a colon."""
        first, _stop = self.sentence(position)
        while position > first:
            mark = self.tokens[position - 1].text
            if mark in "«„“\"'([":
                position -= 1
                continue
            return mark in ":•*" or (mark in DASHES and position - 1 == first)
        return True

    @cached_property
    def _shouted(self) -> dict[int, bool]:
        return {}

    def is_shouted(self, position: int) -> bool:
        """Whether the words of the sentence are in capitals, so that a capital says nothing."""
        first, stop = self.sentence(position)
        known = self._shouted.get(first)
        if known is None:
            upper = bisect_left(self._loud, stop) - bisect_left(self._loud, first)
            known = self._shouted[first] = upper >= 2 and upper >= 0.8 * self._long_words(first, stop)
        return known

    @cached_property
    def _loud(self) -> list[int]:
        """The positions of the words in capitals, those of three letters and more."""
        return self.where(_is_loud)

    def _long_words(self, first: int, stop: int) -> int:
        return sum(len(token.text) > 2 and token.is_word for token in self.tokens[first:stop])


@cache
def _is_capitalised(form: str) -> bool:
    return form[0].isupper()


@cache
def _is_loud(form: str) -> bool:
    return len(form) > 2 and form.isupper()
