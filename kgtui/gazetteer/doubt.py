"""Whether a word that looks like a name is one here: by letter case, form, neighbours and the rest of the text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kgtui.gazetteer.contexts import Care, Contexts, Meaning
from kgtui.gazetteer.inflection import plain
from kgtui.gazetteer.lexicon import Hit, Use, Wording
from kgtui.gazetteer.view import View, lemmas_of
from kgtui.language import Reading
from kgtui.language.name_keys import surname_stem

# A language where no noun follows: «на английском», «на китайский», «с кыргызского».
_LANGUAGE_AFTER = {"на": frozenset({"loct", "accs"}), "с": frozenset({"gent"})}
_JOINING = frozenset({"и", ",", "—", "–", "-", "или", "с"})


class DoubtRules:
    """``evidence`` are words (folded lemmas) → the country they name beyond doubt, for what is settled by the text."""

    def __init__(self, contexts: Contexts, evidence: Mapping[str, frozenset[str]]) -> None:
        self._contexts = contexts
        self._lists = contexts.lists
        self._evidence = evidence
        self._sure_names = frozenset(word for words in evidence.values() for word in words)
        rivals = [meaning for meanings in contexts.rivals.values() for meaning in meanings]
        self._telling_words = frozenset(word for meaning in rivals for word in meaning.weak | self._strong(meaning))
        self.telling = cache(self._telling)

    def _telling(self, form: str) -> frozenset[str]:
        """The words of a form that decide between rivals."""
        return lemmas_of(form) & self._telling_words

    def _strong(self, meaning: Meaning) -> frozenset[str]:
        return meaning.strong | self._evidence[meaning.code] if meaning.code else meaning.strong

    def allows(self, view: View, hit: Hit, wording: Wording) -> bool:
        """Whether the hit means this wording here."""
        if wording.use is Use.ABBREVIATION:
            return self._abbreviation(view, hit, wording)
        if wording.use is Use.BLOC:
            return self._bloc(view, hit, wording)
        if wording.use is Use.ADJECTIVE:
            return self._adjective(view, hit, wording)
        if wording.use is Use.DEMONYM:
            return self._demonym(view, hit, wording)
        return self._name(view, hit, wording)

    # Abbreviations

    def _abbreviation(self, view: View, hit: Hit, wording: Wording) -> bool:
        if not _as_spelt(view, hit, wording):
            return False
        return not self._is_currency(view, hit) and self._is_meant(view, hit, wording)

    def _is_meant(self, view: View, hit: Hit, wording: Wording) -> bool:
        """Whether this meaning, of the rivals of rivals.tsv, is the one here."""
        meanings = self._contexts.rivals.get(wording.alias)
        return meanings is None or self._meant(view, hit, meanings) == wording.country

    def _is_currency(self, view: View, hit: Hit) -> bool:
        """«долларов США», «долл. США» (where a sentence seems to end)."""
        position = hit.first - 1
        if position > 0 and view.tokens[position].text == ".":
            position -= 1
        return position >= 0 and _is_one_of(view, position, self._lists["currency_words"])

    def _meant(self, view: View, hit: Hit, meanings: tuple[Meaning, ...]) -> str | None:
        """The code of the meaning that the text supports: named in full, else hinted at, else the default."""
        for words_of in (self._strong, _weak):
            nearest: tuple[tuple[bool, int], str] | None = None
            for meaning in meanings:
                for word in words_of(meaning).intersection(view.telling):
                    for position in view.telling[word]:
                        distance = (position > hit.first, abs(position - hit.first))
                        if nearest is None or distance < nearest[0]:
                            nearest = (distance, meaning.code)
            if nearest is not None:
                return nearest[1]
        return next((meaning.code for meaning in meanings if meaning.default), None)

    # Blocs

    def _bloc(self, view: View, hit: Hit, wording: Wording) -> bool:
        if hit.stop - hit.first == 1 and sum(letter.isupper() for letter in wording.alias) > 1:
            return _as_spelt(view, hit, wording)
        return any(token.is_capitalised for token in view.tokens[hit.first : hit.stop])

    # Adjectives and demonyms

    def _adjective(self, view: View, hit: Hit, wording: Wording) -> bool:
        after = view.after(hit.stop)
        if after is not None and self._is_geography(view, hit, after):
            return False
        if self._is_language(view, hit) or self._is_surname(view, hit):
            return False
        return self._is_meant(view, hit, wording) and self._is_careful(view, hit, wording)

    @staticmethod
    def _is_surname(view: View, hit: Hit) -> bool:
        """«Татьяна Грузинская»: capitalised after a given name."""
        before = view.before(hit.first)
        return (
            before is not None
            and view.tokens[hit.first].is_capitalised
            and view.tokens[before].is_capitalised
            and _is_given_name(view, before)
        )

    def _is_geography(self, view: View, hit: Hit, after: int) -> bool:
        """«Персидский залив», «Индийский океан»: named in capitals and no state's own."""
        return view.tokens[hit.first].is_capitalised and not self._lists["geography_nouns"].isdisjoint(
            view.lemmas(after)
        )

    def _is_language(self, view: View, hit: Hit) -> bool:
        """«на кыргызском языке», «кыргызский и русский языки», «на английском.», «переведён с китайского.»."""
        position = hit.stop
        _first, stop = view.sentence(hit.first)
        while position < stop and (view.tokens[position].text in _JOINING or _is_adjective(view, position)):
            position += 1
        if position < stop and not self._lists["language_nouns"].isdisjoint(view.lemmas(position)):
            return True
        before = view.before(hit.first)
        if before is None:
            return False
        cases = _LANGUAGE_AFTER.get(plain(view.tokens[before].text), frozenset())
        masculine = any(
            reading.case in cases and reading.number == "sing" and reading.gender == "masc"
            for reading in view.word_at(hit.stop - 1).readings
        )
        return masculine and (position == stop or not _is_nominal(view, position))

    def _demonym(self, view: View, hit: Hit, wording: Wording) -> bool:
        token = view.tokens[hit.first]
        if token.is_capitalised and not (view.starts_sentence(hit.first) or view.is_shouted(hit.first)):
            return False
        if token.is_capitalised and surname_stem(plain(token.text)) and plain(token.text).endswith(("ов", "ев")):
            return False
        before = view.before(hit.first)
        if before is not None and not self._lists["ethnic_words"].isdisjoint(view.lemmas(before)):
            return False
        return self._is_meant(view, hit, wording) and self._is_careful(view, hit, wording)

    # Names of countries and places, capitals

    def _name(self, view: View, hit: Hit, wording: Wording) -> bool:
        tokens = view.tokens[hit.first : hit.stop]
        if len(tokens) == 1 and not tokens[0].is_capitalised:
            return False
        if len(tokens) > 1 and not any(token.is_capitalised for token in tokens):
            return False
        if wording.use is Use.NAME and (self._is_water(view, hit) or not self._is_meant(view, hit, wording)):
            return False
        if wording.use in (Use.CAPITAL, Use.PLACE) and not wording.alias.isupper() and self._is_sigla(view, hit):
            return False
        return self._is_careful(view, hit, wording)

    @staticmethod
    def _is_sigla(view: View, hit: Hit) -> bool:
        """Four capitals or fewer amid other words: an abbreviation, no shouted city («передаёт САНА»)."""
        token = view.tokens[hit.first]
        return (
            token.is_upper
            and len(token.text) <= 4
            and not (view.starts_sentence(hit.first) or view.is_shouted(hit.first))
        )

    def _is_water(self, view: View, hit: Hit) -> bool:
        """«река Нигер», «озеро Чад», «реки Иордан»."""
        before = view.before(hit.first)
        return before is not None and not self._lists["water_words"].isdisjoint(view.lemmas(before))

    def _is_careful(self, view: View, hit: Hit, wording: Wording) -> bool:
        """Whether the line of careful.tsv, where there is one, lets the word pass."""
        care = self._contexts.careful.get(plain(wording.alias))
        if care is None:
            return True
        if self._is_ruled_out(view, hit, care) or (care.person and self._is_person(view, hit, wording)):
            return False
        doubtful = care.start and (view.starts_sentence(hit.first) or view.is_shouted(hit.first))
        return not doubtful or self._has_evidence(view, hit)

    @staticmethod
    def _is_ruled_out(view: View, hit: Hit, care: Care) -> bool:
        """By its form, by a word beside it, by a word of the sentence."""
        before, after = view.before(hit.first), view.after(hit.stop)
        return (
            plain(view.tokens[hit.first].text) in care.not_forms
            or _is_one_of(view, before, care.not_after)
            or _is_one_of(view, after, care.not_before)
            or (
                bool(care.not_with)
                and any(_is_one_of(view, i, care.not_with) for i in range(*view.sentence(hit.first)))
            )
        )

    def _is_person(self, view: View, hit: Hit, wording: Wording) -> bool:
        """Beside a part of a person's name in the same case, and not after what only a state has."""
        before, after = view.before(hit.first), view.after(hit.stop)
        beside = [position for position in (before, after) if position is not None]
        cases = _cases(view, hit.first, plain(wording.alias))
        if not any(self._is_person_word(view, i, hit.first) and _may_agree(view, i, cases) for i in beside):
            return False
        if before is None:
            return True
        of_state = "gent" in cases and _is_one_of(view, before, self._lists["state_nouns"])
        return not (of_state or plain(view.tokens[before].text) in ("в", "во", "из"))

    def _is_person_word(self, view: View, position: int, name: int) -> bool:
        """A capitalised word that looks like a part of the person's name that ``name`` may be."""
        token = view.tokens[position]
        if not token.is_capitalised or token.is_upper:
            return False
        folded = plain(token.text)
        if folded in self._sure_names or not self._sure_names.isdisjoint(view.lemmas(position)):
            return False
        if position < name and view.starts_sentence(position) and not _is_given_name(view, position):
            return False
        parsed = view.word_at(position)
        if position > name and not parsed.known:
            return True  # «Доминика Рааба»
        return surname_stem(folded) is not None or any(_NAME.intersection(r.grammemes) for r in parsed.readings[:3])

    def _has_evidence(self, view: View, hit: Hit) -> bool:
        """Beside another country, before a verb of acting, or named beyond doubt elsewhere in the text."""
        after = view.after(hit.stop)
        if after is None:
            return False
        if not self._lists["acting_verbs"].isdisjoint(view.lemmas(after)):
            return True
        if view.tokens[after].text in _JOINING and after + 1 < view.sentence(hit.first)[1]:
            return not self._sure_names.isdisjoint(view.lemmas(after + 1))
        return any(self._is_sure_elsewhere(view, position) for position in self._same(view, hit))

    def _same(self, view: View, hit: Hit) -> list[int]:
        form = plain(view.tokens[hit.first].text)
        same = (i for i, token in enumerate(view.tokens) if token.is_word and form in lemmas_of(token.text))
        return [position for position in same if position != hit.first]

    def _is_sure_elsewhere(self, view: View, position: int) -> bool:
        return view.tokens[position].is_capitalised and not (
            view.starts_sentence(position) or view.is_shouted(position)
        )


_NAME = frozenset({"Name", "Surn", "Patr"})


def _weak(meaning: Meaning) -> frozenset[str]:
    return meaning.weak


def _is_given_name(view: View, position: int) -> bool:
    return any("Name" in reading.grammemes for reading in view.word_at(position).readings[:3])


def _cases(view: View, position: int, lemma: str | None = None) -> frozenset[str]:
    """The cases that a token may be in; with ``lemma`` those of its readings with it, where there are any."""
    readings = view.word_at(position).readings
    of_lemma = [reading for reading in readings if reading.folded == lemma]
    return frozenset(reading.case for reading in of_lemma or readings if reading.case)


def _may_agree(view: View, position: int, cases: frozenset[str]) -> bool:
    """Whether a word may stand in one of these cases: a name that the dictionary lacks may in any."""
    return not view.word_at(position).known or not cases.isdisjoint(_cases(view, position))


def _is_one_of(view: View, position: int | None, lemmas: frozenset[str]) -> bool:
    return position is not None and bool(lemmas) and not lemmas.isdisjoint(view.lemmas(position))


def _as_spelt(view: View, hit: Hit, wording: Wording) -> bool:
    """Abbreviations count as the data spell them: «РУз», not «руз»."""
    spelt = " ".join(token.text for token in view.tokens[hit.first : hit.stop])
    return spelt == wording.alias or (spelt.isupper() and len(spelt) > 3 and spelt == wording.alias.upper())


def _is_adjective(view: View, position: int) -> bool:
    return any(reading.pos == "ADJF" for reading in view.word_at(position).readings)


def _is_nominal(view: View, position: int) -> bool:
    return view.tokens[position].is_word and any(_nominal(reading) for reading in view.word_at(position).readings)


def _nominal(reading: Reading) -> bool:
    return reading.pos in ("NOUN", "ADJF", "PRTF", "LATN") or reading.pos is None
