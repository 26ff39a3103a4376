"""Offices in a text, with their countries and their wording in the nominative: «премьер-министр РТ»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kgtui.gazetteer.complements import Complements
from kgtui.gazetteer.inflection import plain
from kgtui.gazetteer.matches import GazetteerMatch, MatchKind, Sense
from kgtui.gazetteer.office_tree import FORMER, OfficeTree, OfficeWords
from kgtui.gazetteer.records import Office
from kgtui.gazetteer.view import DASHES, View
from kgtui.language.name_keys import surname_stem
from kgtui.model import Span

_ALL_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_STATE_CLASSES = frozenset({"head-of-state", "leader"})


@dataclass(frozen=True, slots=True)
class _Found:
    """An office phrase: its tokens, its class, its wording, the countries it states, the cases it may be in."""

    first: int
    stop: int
    klass: str
    name: str
    codes: tuple[str, ...]
    cases: frozenset[str]


class OfficeMatcher:
    """Finds offices over the countries, blocs and places that are found already."""

    def __init__(self, offices: Sequence[Office], lists: Mapping[str, frozenset[str]]) -> None:
        self._tree = OfficeTree(offices)
        self._complements = Complements(lists["body_nouns"], lambda view, at: self._tree.longest(view, at) is not None)
        self._lists = lists

    def match(self, view: View, named: Sequence[GazetteerMatch]) -> list[GazetteerMatch]:
        """The offices of a text, joined where one person holds two («Председателя … КР – Руководителя …»)."""
        at = {match.first: match for match in reversed(named)}
        adjectives = {match.stop: match for match in named if match.sense is Sense.ADJECTIVE}
        inside = {position for match in named for position in range(match.first + 1, match.stop)}
        found: list[_Found] = []
        stop = 0
        for position in view.where(self._tree.may_start):
            if position < stop:
                continue
            words = self._tree.longest(view, position, inside)
            office = self._found(view, position, words, at, adjectives) if words else None
            if office is None:
                continue
            stop = office.stop
            if found and _is_joined(view, found[-1], office):
                found[-1] = _join(view, found[-1], office)
            else:
                found.append(office)
        return [_made(view, office) for office in found]

    def _found(
        self,
        view: View,
        first: int,
        words: OfficeWords,
        at: Mapping[int, GazetteerMatch],
        adjectives: Mapping[int, GazetteerMatch],
    ) -> _Found | None:
        cases = _singular_cases(view, first, words)
        if not cases or self._is_given_name(view, first, words):
            return None
        klass, stop = self._headed(view, words, at)
        if self._is_of_several(view, first, words, stop, at):
            return None
        stated = tuple(_stated(at, words.head_stop, stop))
        name = _worded(view, words, stop)
        begin, adjective = first, adjectives.get(first)
        if adjective is not None and view.before(first) == adjective.stop - 1:
            begin = adjective.first
            stated = (*(m.code for m in adjectives.values() if m.stop == first), *stated)
            name = f"{_nominative(view, begin)} {name}"
        found = _Found(begin, stop, klass, name, tuple(dict.fromkeys(stated)), cases)
        return self._with_prefix(view, found, words)

    def _is_given_name(self, view: View, first: int, words: OfficeWords) -> bool:
        """«Аким Келдибеков»: a head that is a given name as well, in capitals before a surname."""
        if words.lemma not in self._lists["name_like_heads"] or not view.tokens[first].is_capitalised:
            return False
        after = view.after(first + 1)
        return (
            after is not None
            and view.tokens[after].is_capitalised
            and surname_stem(plain(view.tokens[after].text)) is not None
        )

    def _headed(self, view: View, words: OfficeWords, at: Mapping[int, GazetteerMatch]) -> tuple[str, int]:
        """The class, and where the phrase ends: what is headed decides of whom «председатель» or «президент» is."""
        office, complement = words.office, words.office.complement
        open_, places = complement == "genitive", complement == "place"
        klass = office.klass
        following = at.get(words.stop) if view.after(words.stop) is not None else None
        if klass in _STATE_CLASSES and words.bare:
            if following is not None and following.kind is MatchKind.BLOC:
                klass = "head-of-body"
            elif following is None and self._is_of_a_body(view, words.stop):
                klass, open_ = "head-of-body", True
        elif klass == "head-of-body" and words.bare and following is not None:
            if following.kind is MatchKind.PLACE:
                klass = "governor"
            elif (
                following.kind is MatchKind.COUNTRY and words.head == "глава" and following.sense is not Sense.ADJECTIVE
            ):
                klass = "head-of-state"
        stop = self._complements.stop(view, words.stop, at, open_=open_, places=places, post=complement == "post")
        return klass, stop

    def _is_of_a_body(self, view: View, stop: int) -> bool:
        """Whether words in the genitive follow that name no state: «президент компании», «президент страны»."""
        after = view.after(stop)
        if after is None or not view.tokens[after].is_word:
            return False
        if view.tokens[after].is_upper and len(view.tokens[after].text) > 1:
            return True
        lemmas = view.lemmas(after)
        if not self._lists["body_nouns"].isdisjoint(lemmas):
            return True
        readings = view.word_at(after).readings
        is_adjective = readings[0].pos == "ADJF" and readings[0].case == "gent" and not readings[0].is_name
        further = view.after(after + 1)
        return (
            is_adjective
            and further is not None
            and (
                view.word_at(further).readings[0].case == "gent"
                and self._lists["plural_words"].isdisjoint(lemmas | view.lemmas(further))
            )
        )

    @staticmethod
    def _is_of_several(view: View, first: int, words: OfficeWords, stop: int, at: Mapping[int, GazetteerMatch]) -> bool:
        """«Главы МИД Казахстана и Кыргызстана», «главы правительств»: a form that may be plural, headed things too."""
        if not any(reading.number == "plur" and reading.case == "nomn" for reading in view.word_at(first).readings):
            return False
        if stop > words.head_stop and words.head_stop not in at and _is_plural(view, words.head_stop):
            return True
        joined = view.after(stop) is not None and view.tokens[stop].text == "и" and stop + 1 in at
        return joined and at[stop + 1].kind is MatchKind.COUNTRY and bool(list(_stated(at, first, stop)))

    def _with_prefix(self, view: View, found: _Found, words: OfficeWords) -> _Found:
        """With «бывший», «экс-» as a former office; with «и.о.» as acting, worded as in the text."""
        before = view.before(found.first)
        if words.former:
            return replace(found, klass=f"former-{found.klass}", name=FORMER + found.name)
        if before is None:
            return found
        if not self._lists["former_words"].isdisjoint(view.lemmas(before)):
            name = f"{_nominative(view, before)} {found.name}"
            return replace(found, first=before, klass=f"former-{found.klass}", name=name)
        begin = _acting_prefix(view, found.first)
        if begin == found.first:
            return found
        text = view.text[view.tokens[begin].start : view.tokens[found.stop - 1].end]
        return replace(found, first=begin, name=_lowered(" ".join(text.split())), cases=_ALL_CASES)


def _is_plural(view: View, position: int) -> bool:
    readings = view.word_at(position).readings
    return all(reading.number == "plur" for reading in readings if reading.case == "gent")


def _acting_prefix(view: View, first: int) -> int:
    """Where «и.о.», «врио» before an office starts."""
    begin, _end = view.sentence(first)
    for length, spelt in ((1, ("врио", "ио")), (4, ("и.о.",))):
        start = first - length
        if start >= begin and "".join(token.text.lower() for token in view.tokens[start:first]) in spelt:
            return start
    return first


def _singular_cases(view: View, position: int, words: OfficeWords) -> frozenset[str]:
    """The cases in which the first word of the head may stand in the singular; none where it is a preposition."""
    parsed = view.word_at(position)
    if parsed.readings[0].pos == "PREP":
        return frozenset()
    lemma = FORMER + words.lemma if words.former else words.lemma
    return frozenset(
        reading.case
        for reading in parsed.readings
        if reading.case and reading.number != "plur" and reading.folded in (lemma, words.lemma)
    )


def _stated(at: Mapping[int, GazetteerMatch], first: int, stop: int) -> list[str]:
    """The codes of the countries in a range, unless a bloc is named before them."""
    codes: list[str] = []
    for position in range(first, stop):
        match = at.get(position)
        if match is not None and match.stop <= stop:
            if match.kind is MatchKind.BLOC:
                break
            codes.extend(match.codes)
    return codes


def _worded(view: View, words: OfficeWords, stop: int) -> str:
    """The head in the nominative, the rest as in the text."""
    if stop <= words.head_stop:
        return words.head
    start = view.tokens[words.head_stop - 1].end
    return words.head + view.text[start : view.tokens[stop - 1].end]


def _nominative(view: View, position: int) -> str:
    for reading in view.word_at(position).readings:
        if reading.pos == "ADJF":
            return reading.inflect("nomn", "masc", "sing") or plain(view.tokens[position].text)
    return view.tokens[position].text.lower()


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _is_joined(view: View, left: _Found, right: _Found) -> bool:
    """A dash between two offices in one case: one person's."""
    between = view.tokens[left.stop : right.first]
    return (
        len(between) == 1
        and between[0].text in DASHES
        and view.sentence(left.first) == view.sentence(right.first)
        and not left.cases.isdisjoint(right.cases)
    )


def _join(view: View, left: _Found, right: _Found) -> _Found:
    dash = view.tokens[left.stop].text
    codes = tuple(dict.fromkeys((*left.codes, *right.codes)))
    name = f"{left.name} {dash} {right.name}"
    return _Found(left.first, right.stop, left.klass, name, codes, left.cases & right.cases)


def _made(view: View, office: _Found) -> GazetteerMatch:
    span = Span(view.tokens[office.first].start, view.tokens[office.stop - 1].end)
    name = " ".join(office.name.split())
    return GazetteerMatch(MatchKind.OFFICE, office.klass, name, span, office.first, office.stop, codes=office.codes)
