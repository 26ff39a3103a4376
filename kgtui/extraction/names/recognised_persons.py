"""Persons that the neural recogniser marks, joined with those that the rules find.

It knows persons whom no rule can tell, and where a name ends; the rules know its weak sides. A mark is cleaned: cut at
brackets, line ends and commas, without the office before the name or a lone word of the next line. Where a mark and a
run of the rules meet, the mark counts, with the first name, patronymic or «уулу» that only the run has. A run where a
body or a place was marked counts less: a single word of it only if the article proves the person elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kgtui.extraction.context import Context
from kgtui.extraction.names.role_heads import head_kind
from kgtui.extraction.names.runs import Element
from kgtui.extraction.traits import traits
from kgtui.gazetteer import MatchKind
from kgtui.language.name_words import CHILD_OF, PARTICLES, is_ordinal, is_patronymic
from kgtui.model import RecognisedKind, Recognition, Span


@dataclass(frozen=True, slots=True)
class Run:
    """A run of name words; ``marked`` is what the recogniser takes it for, None where it marks nothing of use."""

    elements: list[Element]
    marked: RecognisedKind | None = None

    @property
    def positions(self) -> range:
        return range(self.elements[0].first, self.elements[-1].stop)


class Marks:
    """The recogniser's marks over the tokens of an article; ``taken`` are tokens that belong to names of bodies."""

    def __init__(self, context: Context, recognition: Recognition, taken: Collection[int] = ()) -> None:
        self._context = context
        self._taken = taken
        self._recognition = recognition

    def joined(self, runs: Iterable[list[Element]]) -> list[Run]:
        """Runs of the rules and marked persons in text order, none over another."""
        others = self._otherwise()
        ruled = [Run(run, others.get(run[0].first)) for run in runs]
        by_token = {at: run.elements for run in ruled for at in run.positions}
        marked = self._persons()
        own = {element.first for elements in marked for element in elements}
        persons = []
        for elements in marked:
            beside = [e for e in by_token.get(elements[0].first, ()) if e.first not in own]
            persons.append(Run(self._completed(elements, beside), RecognisedKind.PERSON))
        covered = {at for run in persons for at in run.positions}
        kept = [run for run in ruled if covered.isdisjoint(run.positions)]
        return sorted((*persons, *kept), key=lambda run: run.positions.start)

    def whole_names(self) -> set[int]:
        """The tokens of marked persons of several words, which no noun before them makes a place («штата Вермонт Берни
        Сандерс»).
        """
        return {e.first for elements in self._persons() if len(elements) > 1 for e in elements}

    def _otherwise(self) -> dict[int, RecognisedKind]:
        """Token position → the body or place that it is marked as."""
        others = (name for name in self._recognition.names if name.kind is not RecognisedKind.PERSON)
        return {at: name.kind for name in others for at in self._context.positions(name.span)}

    def _persons(self) -> list[list[Element]]:
        """The marked persons in text order, no word in two of them."""
        found: list[list[Element]] = []
        for name in self._recognition.names:
            if name.kind is RecognisedKind.PERSON:
                for elements in self._cleaned(name.span):
                    if not found or found[-1][-1].stop <= elements[0].first:
                        found.append(elements)
        return found

    def _completed(self, elements: list[Element], beside: Sequence[Element]) -> list[Element]:
        """With what the rules see beside a mark: «Мейв» of «Мейв Кеннеди», «уулу» of «Бакыт Дарманкул уулу»."""
        after = [e for e in beside if e.first >= elements[-1].stop and (e.kind == "child" or is_patronymic(e.text))]
        before = [e for e in beside if e.stop <= elements[0].first]
        if len(elements) > 1 or traits(elements[0].text).given or (before and self._is_chance(before[0])):
            before = []
        return [*before, *elements, *after]

    def _is_chance(self, element: Element) -> bool:
        """«Вдова» of «Вдова Солженицына»: it has its capital from the sentence."""
        look = traits(element.text)
        return element.kind == "name" and self._context.starts_sentence(element.first) and look.known and not look.given

    # what is left of a mark

    def _cleaned(self, span: Span) -> Iterator[list[Element]]:
        start = self._context.positions(span).start
        for piece in self._pieces(span):
            elements = self._elements(piece)
            while len(elements) > 1 and _is_no_part(elements[0]):
                del elements[0]
            lone = len(elements) == 1 and piece[0] > start and self._begins_line(piece[0])
            if not lone and self._may_be_person(elements):
                yield elements

    def _pieces(self, span: Span) -> Iterator[list[int]]:
        """The words of a mark before any bracket, parted by line ends and by signs that no name has."""
        piece: list[int] = []
        for position in self._context.positions(span):
            token = self._context.tokens[position]
            if token.text in "([{":
                break
            if piece and (self._begins_line(position) or not (token.is_word or token.text == ".")):
                yield piece
                piece = []
            if token.is_word:
                piece.append(position)
        if piece:
            yield piece

    def _begins_line(self, position: int) -> bool:
        tokens = self._context.tokens
        return "\n" in self._context.text[tokens[position - 1].end : tokens[position].start]

    def _elements(self, piece: Sequence[int]) -> list[Element]:
        elements: list[Element] = []
        for position in piece:
            text = self._context.tokens[position].text
            if self._is_initial(position):
                elements.append(Element(text + ".", position, position + 2, "initial"))
            else:
                elements.append(Element(text, position, position + 1, _kind(text, is_first=not elements)))
        return elements

    def _is_initial(self, position: int) -> bool:
        following = position + 1
        if following >= len(self._context) or self._context.tokens[following].text != ".":
            return False
        text = self._context.tokens[position].text
        return len(text) <= 2 and text[0].isupper() and self._context.glued(following)

    def _may_be_person(self, elements: Sequence[Element]) -> bool:
        names = [element for element in elements if element.kind == "name"]
        if not names or not names[-1].text[0].isupper() or self._is_of_other_kind(elements):
            return False
        return len(elements) > 1 or self._may_stand_alone(names[0])

    def _is_of_other_kind(self, elements: Sequence[Element]) -> bool:
        """Part of a body's name, or with a digit in it («Камбаратинской ГЭС-1»)."""
        if any(sign.isdigit() for element in elements for sign in element.text):
            return True
        return any(at in self._taken for element in elements for at in range(element.first, element.stop))

    def _may_stand_alone(self, element: Element) -> bool:
        """A single word is no country, no office, and no common word that begins a sentence."""
        look = traits(element.text)
        match = self._context.named.get(element.first)
        if match is not None and (match.kind is not MatchKind.PLACE or not (look.given or look.surname)):
            return False
        if look.common and self._context.starts_sentence(element.first):
            return False
        return look.given or look.surname or look.patronymic or head_kind(element.text) is None


def _kind(text: str, *, is_first: bool) -> str:
    if not is_first and text.lower() in CHILD_OF:
        return "child"
    return "particle" if text in PARTICLES or (is_ordinal(text) and not is_first) else "name"


def _is_no_part(element: Element) -> bool:
    """A word before a name: small letters, an office, somebody's son."""
    if element.kind != "name":
        return False
    look = traits(element.text)
    return not element.text[0].isupper() or (head_kind(element.text) is not None and not (look.given or look.surname))
