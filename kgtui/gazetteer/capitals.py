"""Whether a capital acts for its government («Минск и Бишкек реализуют») or is the scene («в Бишкеке»)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kgtui.gazetteer.inflection import plain
from kgtui.gazetteer.view import DASHES, View

Range = tuple[int, int]

_JOINING = frozenset({"и", ",", "или", "а", "также"})
# The government in these cases after these prepositions; after any other preposition a capital is a scene.
_ACTING_AFTER = {
    "с": "ablt",
    "со": "ablt",
    "между": "ablt",
    "перед": "ablt",
    "к": "datv",
    "ко": "datv",
    "благодаря": "datv",
    "вопреки": "datv",
    "для": "gent",
    "против": "gent",
    "у": "gent",
}
_LINKING = frozenset({"как", "что", "а", "и", "но", "также", "однако"})
_WAYS = frozenset({"с", "со", "к", "ко", "между", "для"})  # also of roads and flights
_CLAUSE_END = frozenset({";", "(", ")", "«", "»", '"', ":"})
_VERB_REACH = 6  # tokens between a subject and its verb


class CapitalRules:
    """``lists`` are the word lists of contexts.tsv."""

    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        self._lists = lists

    def acting(self, view: View, capitals: Sequence[Range], countries: Sequence[Range]) -> set[int]:
        """The first tokens of the capitals that act.

        Capitals that «и» or a comma joins act together; one that is joined to a country acts like it.
        """
        acting: set[int] = set()
        named = dict(countries)
        for group in _groups(view, sorted(capitals)):
            if self._acts(view, group) or self._is_beside_country(view, group, named):
                acting.update(first for first, _stop in group)
        return acting

    def _acts(self, view: View, group: Sequence[Range]) -> bool:
        first, stop = group[0][0], group[-1][1]
        before = view.before(first)
        if self._is_dateline(view, first, stop) or self._has(view, first, "seats_of_others"):
            return False
        chain = self._chain_start(view, first, stop)
        if chain is not None:  # a route, unless said of powers: «ось Москва — Пекин»
            governing = view.before(chain)
            return governing is not None and self._has(view, governing, "capital_power_nouns")
        if before is None:
            return self._is_subject(view, group)
        if self._has(view, before, "power_adjectives"):
            return True
        return not self._is_city_after(view, before) and self._acts_after(view, group, before)

    def _acts_after(self, view: View, group: Sequence[Range], before: int) -> bool:
        """By the word before: a preposition, a noun that it belongs to, a verb."""
        first, stop = group[0][0], group[-1][1]
        if _is_preposition(view, before):
            return self._acts_after_preposition(view, first, stop, before)
        if _is_noun(view, before) and "gent" in _cases(view, first):
            return self._has(view, before, "capital_power_nouns")
        return self._is_subject(view, group) or self._is_object(view, before, _cases(view, first))

    # Scenes

    def _is_city_after(self, view: View, before: int) -> bool:
        """«г. Москва», «улица Москвы», «Реал Мадрид»."""
        token = view.tokens[before]
        in_a_name = token.is_capitalised and not view.starts_sentence(before) and _is_noun(view, before)
        return token.text == "." or in_a_name or self._has(view, before, "city_words")

    def _is_dateline(self, view: View, first: int, stop: int) -> bool:
        """«БИШКЕК, 11 ноя –», «Бишкек, 14 марта. /Кабар/», «АСТАНА. КАЗИНФОРМ»."""
        begin, _end = view.sentence(first)
        if any(token.is_word for token in view.tokens[begin:first]):
            return False
        after = view.after(stop)
        if after is None:
            return True
        mark = view.tokens[after].text
        shouted = view.tokens[first].is_upper and not view.is_shouted(first)
        if mark in DASHES or mark == "(":
            return shouted
        if mark in "./":
            return True
        following = view.after(after + 1)
        return mark == "," and (shouted or (following is not None and view.tokens[following].text[:1].isdigit()))

    @staticmethod
    def _chain_start(view: View, first: int, stop: int) -> int | None:
        """Where names joined by dashes begin («рейс Бишкек — Москва»), None where no dash joins the capital to one."""
        begin, end = view.sentence(first)
        tokens = view.tokens
        left = first > begin + 1 and tokens[first - 1].text in DASHES and tokens[first - 2].is_capitalised
        right = stop + 1 < end and tokens[stop].text in DASHES and tokens[stop + 1].is_capitalised
        if not (left or right):
            return None
        while first > begin + 1 and tokens[first - 1].text in DASHES and tokens[first - 2].is_capitalised:
            first -= 2
        return first

    def _is_way(self, view: View, first: int, stop: int) -> bool:
        """Whether the clause speaks of roads, flights, distances."""
        begin, end = view.sentence(first)
        return any(
            self._has(view, position, "transport_words")
            for position in (*range(begin, first), *range(stop, min(end, stop + 4)))
        )

    # Governments

    def _acts_after_preposition(self, view: View, first: int, stop: int, before: int) -> bool:
        preposition = plain(view.tokens[before].text)
        if preposition == "в" and self._is_opinion(view, stop, before):
            return True
        if _ACTING_AFTER.get(preposition) not in _cases(view, first):
            return False
        return not (preposition in _WAYS and self._is_way(view, first, stop))

    def _is_opinion(self, view: View, stop: int, preposition: int) -> bool:
        """«В Минске считают», «как отмечают в Минске»: a verb of opinion in the plural that has no other subject."""
        opening, after = view.before(preposition), view.after(stop)
        if after is not None and self._is_plural_opinion(view, after):
            return opening is None or not view.tokens[opening].is_word or plain(view.tokens[opening].text) in _LINKING
        if opening is None or not self._is_plural_opinion(view, opening):
            return False
        start = view.before(opening)
        return start is not None and plain(view.tokens[start].text) in _LINKING

    def _is_plural_opinion(self, view: View, position: int) -> bool:
        return self._has(view, position, "opinion_verbs") and view.word_at(position).readings[0].number == "plur"

    def _is_object(self, view: View, before: int, cases: frozenset[str]) -> bool:
        """Right after a verb, without a preposition: «обвинил Москву», «передал Бишкеку», «подписан Минском»."""
        if not any(reading.pos in _VERBS for reading in view.word_at(before).readings[:1]):
            return False
        if self._has(view, before, "target_verbs"):
            return not cases.isdisjoint({"accs", "gent", "datv", "ablt"})
        return not cases.isdisjoint({"datv", "ablt"}) and "nomn" not in cases

    def _is_subject(self, view: View, group: Sequence[Range]) -> bool:
        """Before a verb of will or speech, adverbs and insertions between; or right after one."""
        first, stop = group[0][0], group[-1][1]
        if "nomn" not in _cases(view, first):
            return False
        _begin, end = view.sentence(first)
        for position in range(stop, min(end, stop + _VERB_REACH)):
            mark = view.tokens[position].text
            if mark in _CLAUSE_END or mark in DASHES:
                break
            if _is_predicate(view, position):
                return _agrees(view, position, len(group)) and self._is_acting_verb(view, position, stop)
        before = view.before(first)
        return before is not None and _is_predicate(view, before) and self._has(view, before, "acting_verbs")

    def _is_acting_verb(self, view: View, position: int, stop: int) -> bool:
        if self._has(view, position, "linking_verbs"):
            end = min(view.sentence(position)[1], position + 6)
            return any(self._has(view, after, "actor_nouns") for after in range(position + 1, end))
        return self._has(view, position, "acting_verbs") and not self._is_measured(view, position, stop)

    def _is_measured(self, view: View, position: int, stop: int) -> bool:
        """«Токио и Бишкек разделяют 5500 километров»."""
        end = min(view.sentence(position)[1], position + 4)
        return any(view.tokens[after].text[:1].isdigit() for after in range(position + 1, end)) and self._is_way(
            view, stop, position + 1
        )

    @staticmethod
    def _is_beside_country(view: View, group: Sequence[Range], countries: Mapping[int, int]) -> bool:
        """«Россия и Минск»: joined by «и» to a country's name in a case that both may have."""
        first, stop = group[0][0], group[-1][1]
        before = view.before(first)
        left = before is not None and view.tokens[before].text == "и" and first - 2 in countries
        right = view.after(stop) == stop and view.tokens[stop].text == "и" and stop + 1 in countries
        prepositional = before is not None and _is_preposition(view, before)
        return (left or (right and not prepositional)) and "nomn" in _cases(view, first)

    def _has(self, view: View, position: int, name: str) -> bool:
        return not self._lists[name].isdisjoint(view.lemmas(position))


_VERBS = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS"})


def _is_predicate(view: View, position: int) -> bool:
    readings = view.word_at(position).readings[:1]
    return any(reading.pos in ("VERB", "ADJS", "PRTS", "PRED") for reading in readings)


def _agrees(view: View, position: int, subjects: int) -> bool:
    """One capital takes no verb in the plural; several may take either."""
    return subjects > 1 or any(reading.number != "plur" for reading in view.word_at(position).readings[:1])


def _is_preposition(view: View, position: int) -> bool:
    return any(reading.pos == "PREP" for reading in view.word_at(position).readings[:1])


def _is_noun(view: View, position: int) -> bool:
    return any(reading.pos == "NOUN" for reading in view.word_at(position).readings[:1])


def _cases(view: View, position: int) -> frozenset[str]:
    readings = view.word_at(position).readings
    named = [reading for reading in readings if "Geox" in reading.grammemes] or list(readings)
    return frozenset(reading.case for reading in named if reading.case and reading.number != "plur")


def _groups(view: View, capitals: Sequence[Range]) -> list[list[Range]]:
    """Capitals of one sentence with nothing but joining words between."""
    groups: list[list[Range]] = []
    for first, stop in capitals:
        previous = groups[-1][-1] if groups else None
        if previous is not None and _is_joined(view, previous, first):
            groups[-1].append((first, stop))
        else:
            groups.append([(first, stop)])
    return groups


def _is_joined(view: View, previous: Range, first: int) -> bool:
    between = view.tokens[previous[1] : first]
    return (
        view.sentence(previous[0]) == view.sentence(first)
        and bool(between)
        and all(plain(token.text) in _JOINING for token in between)
    )
