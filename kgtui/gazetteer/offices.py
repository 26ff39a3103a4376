"""Offices in a text: head, body, what it is headed of, country: «премьер-министр РТ», «киргизский премьер»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kgtui.gazetteer.inflection import form_label, lemma_label, plain
from kgtui.gazetteer.matches import GazetteerMatch, MatchKind, Sense
from kgtui.gazetteer.records import Office
from kgtui.gazetteer.view import DASHES, View
from kgtui.language import Reading
from kgtui.language.analysis import tokens_in
from kgtui.model import Span


@dataclass(slots=True)
class _Node:
    after: dict[str, _Node] = field(default_factory=dict)
    office: Office | None = None
    head: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """An office phrase: tokens, the class, the phrase in the nominative, countries stated, and its case."""

    first: int
    stop: int
    klass: str
    name: str
    codes: tuple[str, ...]
    cases: frozenset[str]


class OfficeMatcher:
    def __init__(self, offices: Sequence[Office], lists: Mapping[str, frozenset[str]]) -> None:
        self._root = _Node()
        self._lists = lists
        for office in offices:
            for head in office.heads:
                self._add(head, "", office)
                for body in office.bodies:
                    self._add(head, body, office)

    def _add(self, head: str, body: str, office: Office) -> None:
        if not body and office.bodies:
            return
        node = self._root
        labels = [lemma_label(token.text) for token in tokens_in(head)]
        labels += [form_label(token.text) for token in tokens_in(body)]
        for label in labels:
            node = node.after.setdefault(label, _Node())
        if node.office is None:
            node.office, node.head = office, head

    def match(self, view: View, named: Sequence[GazetteerMatch]) -> list[GazetteerMatch]:
        """The offices of a text, joined where one person holds two («Председателя … КР – Руководителя …»)."""
        at = {match.first: match for match in reversed(named)}
        ending = {match.stop: match for match in named if match.sense is Sense.ADJECTIVE}
        found: list[_Found] = []
        position = 0
        while position < len(view.tokens):
            office = self._at(view, position, at, ending)
            if office is None:
                position += 1
                continue
            position = office.stop
            if found and self._joined(view, found[-1], office):
                found[-1] = self._join(view, found[-1], office)
            else:
                found.append(office)
        return [self._made(view, office) for office in found]

    def _at(
        self,
        view: View,
        position: int,
        at: Mapping[int, GazetteerMatch],
        ending: Mapping[int, GazetteerMatch],
    ) -> _Found | None:
        if view.tokens[position].text[:1].lower() not in self._first_letters():
            return None
        walked = self._walk(view, position)
        if walked is None:
            return None
        node, head_stop, stop = walked
        office = node.office
        if office is None:
            return None
        cases = self._singular_cases(view, position, plain(node.head.split()[0]))
        if not cases:
            return None
        if office.complement:
            stop = self._complement_stop(view, stop, at)
        codes: list[str] = []
        stop = self._countries(view, stop, at, codes)
        first = position
        adjective = ending.get(position)
        prefix = ""
        if adjective is not None and view.before(position) is not None:
            first = adjective.first
            codes = [*adjective.codes, *codes]
            prefix = self._nominative_adjective(view, first) + " "
        name = prefix + self._worded(view, node.head, head_stop, stop)
        return _Found(first, stop, office.klass, name, tuple(dict.fromkeys(codes)), cases)

    def _first_letters(self) -> frozenset[str]:
        return frozenset(label.lstrip("=")[:1] for label in self._root.after)

    def _walk(self, view: View, position: int) -> tuple[_Node, int, int] | None:
        """The longest wording of an office here: its node, where its head words end, where it ends."""
        node, best = self._root, None
        _first, end = view.sentence(position)
        stop = position
        while stop < end:
            following = self._step(view, node, stop)
            if following is None:
                break
            node, stop = following, stop + 1
            if node.office is not None:
                best = (node, min(stop, position + len(tokens_in(node.head))), stop)
        return best

    @staticmethod
    def _step(view: View, node: _Node, position: int) -> _Node | None:
        form = plain(view.tokens[position].text)
        if "=" + form in node.after:
            return node.after["=" + form]
        for lemma in view.lemmas(position):
            if lemma in node.after:
                return node.after[lemma]
        return None

    @staticmethod
    def _singular_cases(view: View, position: int, lemma: str) -> frozenset[str]:
        from kgtui.language import fold

        return frozenset(
            reading.case
            for reading in view.word_at(position).readings
            if reading.case and reading.number != "plur" and fold(reading.lemma) == lemma
        )

    def _complement_stop(self, view: View, stop: int, at: Mapping[int, GazetteerMatch]) -> int:
        """Past words in the genitive that say what is headed: «экономики и коммерции», «ГКНБ»."""
        _first, end = view.sentence(stop - 1)
        position = last = stop
        while position < end and position not in at:
            token = view.tokens[position]
            if token.is_word and not token.is_capitalised and _is_genitive(view, position):
                last = position + 1
            elif token.text not in (",", "и") or last == stop or last != position:
                break
            position += 1
        return last

    @staticmethod
    def _countries(view: View, stop: int, at: Mapping[int, GazetteerMatch], codes: list[str]) -> int:
        """Past the country, bloc or place stated after the office, and «в …» of an ambassador's post."""
        match = at.get(stop)
        if match is None or match.sense in (Sense.ADJECTIVE, Sense.DEMONYM) or view.after(stop) is None:
            return stop
        codes.extend(match.codes)
        stop = match.stop
        after = view.after(stop)
        if after is not None and view.tokens[after].text in ("в", "во") and after + 1 in at:
            post = at[after + 1]
            if post.kind is MatchKind.COUNTRY and post.sense in (Sense.NAME, Sense.ABBREVIATION):
                codes.extend(post.codes)
                return post.stop
        return stop

    @staticmethod
    def _nominative_adjective(view: View, position: int) -> str:
        for reading in view.word_at(position).readings:
            if reading.pos == "ADJF":
                return reading.inflect("nomn", "masc", "sing") or view.tokens[position].text.lower()
        return view.tokens[position].text.lower()

    @staticmethod
    def _worded(view: View, head: str, head_stop: int, stop: int) -> str:
        if stop <= head_stop:
            return head
        rest = view.text[view.tokens[head_stop].start : view.tokens[stop - 1].end]
        return f"{head} {' '.join(rest.split())}"

    @staticmethod
    def _joined(view: View, left: _Found, right: _Found) -> bool:
        between = view.tokens[left.stop : right.first]
        return (
            len(between) == 1
            and between[0].text in DASHES
            and view.sentence(left.first) == view.sentence(right.first)
            and not left.cases.isdisjoint(right.cases)
        )

    @staticmethod
    def _join(view: View, left: _Found, right: _Found) -> _Found:
        dash = view.tokens[left.stop].text
        codes = tuple(dict.fromkeys((*left.codes, *right.codes)))
        name = f"{left.name} {dash} {right.name}"
        return _Found(left.first, right.stop, left.klass, name, codes, left.cases & right.cases)

    @staticmethod
    def _made(view: View, office: _Found) -> GazetteerMatch:
        span = Span(view.tokens[office.first].start, view.tokens[office.stop - 1].end)
        return GazetteerMatch(
            MatchKind.OFFICE, office.klass, office.name, span, office.first, office.stop, codes=office.codes
        )


def _is_genitive(view: View, position: int) -> bool:
    return any(_genitive(reading) for reading in view.word_at(position).readings)


def _genitive(reading: Reading) -> bool:
    return reading.case == "gent" and reading.pos in ("NOUN", "ADJF", "PRTF")
