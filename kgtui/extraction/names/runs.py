"""Runs of words that may be a name: capitalised words, initials, particles between them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.names.body_words import is_abbreviated_body, is_body_head
from kgtui.extraction.names.role_heads import head_kind, is_listed_head
from kgtui.extraction.names.roles import demonym_before, role_before
from kgtui.extraction.phrases import cases_of, is_verb
from kgtui.extraction.traits import Traits, is_place_head, is_thing, traits
from kgtui.gazetteer import MatchKind
from kgtui.language import word
from kgtui.language.name_words import PARTICLES, is_ordinal, is_syllable
from kgtui.language.names import readings as name_readings

_CYRILLIC_NAME = re.compile(
    r"[А-ЯЁҢҮӨ][а-яёңүө]+(?:['’ъ][а-яё]+)?(?:[-‑][А-ЯЁа-яё]+)*|[А-ЯЁ]['’][А-ЯЁ][а-яё]+|[А-ЯЁ]{3,}(?:-[А-ЯЁ]+)*"
)

_PREFIXED = re.compile(r"(?:аль|ас|аш|ад|ан|ар|аз|ат|эль|эт|эд|эс|эш|уль|уд|ур|ус)[-‑][А-ЯЁ][а-яё]+", re.IGNORECASE)

_PAIR_OF_LANDS = re.compile(r"[А-ЯЁ][а-яё]+[сц]ко[-‑][А-ЯЁа-яё]+[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)")

_SYLLABLE = r"(?:[бгджзклмнпрстфхцчшщ]|чж|цз|дж)?[аеёиоуыэюя]{1,2}(?:нь|[йнр])?"
_TWO_SYLLABLES = re.compile(rf"(?:{_SYLLABLE}){{2}}(?:а|у|ом|ем|е|я|ю)?", re.IGNORECASE)

_CHILD_OF = frozenset("уулу кызы оглы оглу улы углы угли кизи".split())

_LONGEST = 40  # tokens of a run, of however many names without a mark between them

LETTER_NAMES = frozenset("ИЭОУАЫЁ")

_CAPITAL_PARTICLES = frozenset("де ди да ван фон ла ле дель аль абу бин бен дер сан цу ад эль".split())


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of a run: its words as written («А.», «Садыр», «ван»), its tokens."""

    text: str
    first: int
    stop: int
    kind: str  # initial, name, particle, child, letter, ordinal


class RunFinder:
    """Finds the runs of an article; ``taken`` are tokens that belong to names of bodies."""

    def __init__(self, context: Context, taken: Collection[int]) -> None:
        self._context = context
        self._taken = taken

    def runs(self) -> Iterator[list[Element]]:
        stop = 0
        for position in self._context.where(_may_start):
            run = self._run_at(position) if position >= stop else []
            if run:
                yield run
                stop = run[-1].stop

    def _run_at(self, start: int) -> list[Element]:
        end = min(self._context.sentence(start)[1], start + _LONGEST)
        run: list[Element] = []
        position = start
        while position < end:
            element = self._element(position, end, run)
            if element is None:
                break
            run.append(element)
            position = element.stop
        while run and run[-1].kind == "particle":
            run.pop()
        return run if any(element.kind == "name" for element in run) else []

    def _element(self, position: int, end: int, run: Sequence[Element]) -> Element | None:
        token = self._context.tokens[position]
        if not token.is_word or position in self._taken:
            return None
        if self._is_initial(position, end) and not self._ends_name(position, end, run):
            return Element(token.text + ".", position, position + 2, "initial")
        kind = self._kind(position, end, run)
        return Element(token.text, position, position + 1, kind) if kind else None

    def _kind(self, position: int, end: int, run: Sequence[Element]) -> str:
        """What a word is in the run before it; "" where it does not go on with it."""
        text = self._context.tokens[position].text
        if run and text.lower() in _CHILD_OF:
            return "child"
        if run and run[-1].kind == "name" and is_ordinal(text):
            return "ordinal"
        if len(text) == 1:
            return "letter" if run and run[-1].kind == "name" and text in LETTER_NAMES else ""
        if text in PARTICLES and self._particle(position, end, run):
            return "particle"
        return "name" if _has_article(text) or self._is_name(position, run) else ""

    def _is_initial(self, position: int, end: int) -> bool:
        """«А.», «Дж.» – not «г.»."""
        text = self._context.tokens[position].text
        if len(text) > 2 or position + 1 >= end:
            return False
        is_letter = len(text) == 1 and ("А" <= text <= "Я" or text == "Ё")
        stop = self._context.tokens[position + 1]
        return (is_letter or text == "Дж") and stop.text == "." and self._context.glued(position + 1)

    def _ends_name(self, position: int, end: int, run: Sequence[Element]) -> bool:
        """«… с Ван И.»: the full stop is that of the sentence."""
        text = self._context.tokens[position].text
        return position + 2 == end and len(run) == 1 and text in LETTER_NAMES and is_syllable(run[-1].text)

    def _particle(self, position: int, end: int, run: Sequence[Element]) -> bool:
        """A particle stands between name words, or begins them with a capital."""
        if position + 1 >= end or not run:
            return False
        following = self._context.tokens[position + 1].text
        return following.lower() in PARTICLES or _is_name_shaped(following) or _has_article(following)

    def _is_name(self, position: int, run: Sequence[Element]) -> bool:
        text = self._context.tokens[position].text
        if not _is_name_shaped(text) or is_abbreviated_body(text) or _PAIR_OF_LANDS.fullmatch(text):
            return False
        if text.isupper() and not self._is_shouted_name(position):
            return False
        if self._context.tokens[position].folded in _CAPITAL_PARTICLES:
            return bool(run) or bool(self._following_word(position)) or self._before_letter_name(position)
        look = traits(text)
        if not run and not self._may_begin(position, look):
            return False
        if position in self._context.named and not self._name_despite_place(position, run, look):
            return False
        return not look.common or self._common_as_name(position, run, look)

    def _may_begin(self, position: int, look: Traits) -> bool:
        """No word for an office, no name of a place begins a name: «Президент», «Чехии», «Слова Сагдеева», «Кабинета
        Министров»."""
        text = self._context.tokens[position].text
        if look.surname:
            before = self._context.tokens[position - 1].text if position else ""
            if look.plural and head_kind(text) is not None and is_body_head(before):
                return False
            common = look.known and not look.plural and is_thing(text)
            return not (common and self._context.starts_sentence(position))
        if is_listed_head(text):
            return False
        return not look.geographic or look.given or demonym_before(self._context, position) is not None

    def _before_letter_name(self, position: int) -> bool:
        """«Ван И»: a name of one letter follows."""
        following = position + 1
        return following < self._context.sentence(position)[1] and self._context.tokens[following].text in LETTER_NAMES

    def _is_shouted_name(self, position: int) -> bool:
        """Capitals all over: only names that the dictionary or their ending gives away."""
        text = self._context.tokens[position].text
        look = traits(text)
        if len(text) <= 3 or look.common:
            return False
        return look.given or look.surname or look.patronymic or self._beside_shouted_name(position)

    def _beside_shouted_name(self, position: int) -> bool:
        """«ПРЕЗИДЕНТ САДЫР ЖАПАРОВ», «САДЫР НУРГОЖОЕВИЧ»: a given name that the dictionary lacks."""
        following = position + 1
        if following >= self._context.sentence(position)[1]:
            return False
        text = self._context.tokens[following].text
        if not text.isupper():
            return False
        surname = self._context.is_shouted(position) and not traits(text).known and traits(text).surname
        return surname or (not traits(self._context.tokens[position].text).known and traits(text).patronymic)

    def _name_despite_place(self, position: int, run: Sequence[Element], look: Traits) -> bool:
        """«Талас Бегалиев», «Владимир Путин», «Ян Гана»: a place's name beside name words."""
        if position > 0 and self._context.lower(position - 1) in ("г", "в", "."):
            return False
        if run and run[-1].kind in ("name", "initial"):
            before = traits(run[-1].text) if run[-1].kind == "name" else None
            if before is None:
                return not look.geographic
            return before.given or (not before.known and role_before(self._context, run[0].first) is not None)
        if self._context.named[position].kind is not MatchKind.PLACE:
            return False
        if look.given and self._before_particle(position):
            return True
        following = traits(self._following_word(position))
        introduced = look.given or demonym_before(self._context, position) is not None
        return introduced and following.surname and not (following.adjective or following.given)

    def _before_particle(self, position: int) -> bool:
        """«Питером ван Лоо»: what joins a given name and a surname follows, and then a capital."""
        stop = self._context.sentence(position)[1]
        if position + 2 >= stop or self._context.tokens[position + 1].text not in PARTICLES:
            return False
        return _is_name_shaped(self._context.tokens[position + 2].text)

    def _following_word(self, position: int) -> str:
        _first, end = self._context.sentence(position)
        if position + 1 < end and position + 1 not in self._context.named:
            text = self._context.tokens[position + 1].text
            return text if _is_name_shaped(text) and not text.isupper() else ""
        return ""

    def _common_as_name(self, position: int, run: Sequence[Element], look: Traits) -> bool:
        """«Алмаз Бакетаев», «Анджей Дуда»: a common word as given name before a surname, as surname after a name."""
        following = "" if run else self._following_word(position)
        text = self._context.tokens[position].text
        if not (run or following) or _is_never_name(text):
            return False
        if is_listed_head(text) and not (len(run) == 1 and traits(run[0].text).given):
            return False
        return self._common_after_name(run, look) if run else self._common_before_name(position, following)

    def _common_before_name(self, position: int, following: str) -> bool:
        context, text, look = self._context, self._context.tokens[position].text, traits(following)
        first = word(text).readings[0]
        if len(text) <= 4 and is_syllable(text) and is_syllable(following) and not look.known:
            return not context.starts_sentence(position)  # «Пак Чжи Суна»
        if _is_chinese(text, following):
            return True
        if head_kind(following) is not None and not look.given:
            return False
        if look.common:
            return not is_verb(following) and self._after_office(position, text)
        if not ((look.surname and not look.given) or role_before(context, position)):
            return False
        return first.pos == "NOUN" and (not context.starts_sentence(position) or "anim" in first.grammemes)

    def _after_office(self, position: int, text: str) -> bool:
        """«координатор Антье Граве»: common words to the dictionary, but an office in the same case stands before."""
        if self._context.starts_sentence(position) or is_place_head(text) or traits(text).adjective:
            return False
        role = role_before(self._context, position)
        return role is not None and role.is_office and not role.cases.isdisjoint(cases_of(text))

    def _common_after_name(self, run: Sequence[Element], look: Traits) -> bool:
        """«Анджей Дуда», «А. Белка»; after names that the dictionary lacks only where an office stands before."""
        last = run[-1]
        if last.kind in ("initial", "particle"):
            return True
        text = self._context.tokens[last.stop].text
        if last.kind != "name" or not (_may_be_name(text) or (is_syllable(text) and is_syllable(last.text))):
            return self._verb_after_unknown(run, text)
        if is_syllable(last.text) and not traits(last.text).known and len(self._context.tokens[last.stop].text) <= 5:
            return True
        before = traits(last.text)
        introduced = not (look.geographic and before.known) and bool(role_before(self._context, run[0].first))
        return before.given or introduced

    def _verb_after_unknown(self, run: Sequence[Element], text: str) -> bool:
        """«директор Кеничи Мори»: a verb to the dictionary, after one name that it lacks, with an office before."""
        if len(run) > 1 or traits(run[0].text).known or word(text).readings[0].pos != "VERB":
            return False
        role = role_before(self._context, run[0].first)
        return role is not None and role.is_office


@cache
def _may_start(form: str) -> bool:
    """A capital at the start, or after an Arabic article."""
    return form[0].isupper() or _has_article(form)


@cache
def _has_article(form: str) -> bool:
    """«аль-Маршад»."""
    return _PREFIXED.fullmatch(form) is not None


@cache
def _is_name_shaped(form: str) -> bool:
    return _CYRILLIC_NAME.fullmatch(form) is not None


@cache
def _is_never_name(form: str) -> bool:
    """A word for a body or a place, an abbreviation."""
    return "Abbr" in word(form).readings[0].grammemes or is_body_head(form) or is_place_head(form)


@cache
def _is_chinese(surname: str, given: str) -> bool:
    """«Си Цзиньпин»: a noun of one syllable before a word of two that the dictionary lacks."""
    is_noun = word(surname).readings[0].pos == "NOUN"
    return is_noun and is_syllable(surname) and not word(given).known and _TWO_SYLLABLES.fullmatch(given) is not None


@cache
def _may_be_name(form: str) -> bool:
    """A noun or adjective: no «Если», «Совсем»."""
    return word(form).readings[0].pos in ("NOUN", "ADJF", "PRTF")


def cases_of_name(run: Sequence[Element]) -> frozenset[str]:
    """The cases in which the words that the dictionary has as names agree; empty where it has none."""
    agreed: frozenset[str] = frozenset()
    for element in run:
        readings = word(element.text).readings if element.kind == "name" and word(element.text).known else ()
        cases = frozenset(
            r.case
            for r in readings
            if r.case and r.number != "plur" and not r.grammemes.isdisjoint({"Name", "Surn", "Patr"})
        )
        if cases:
            agreed = agreed & cases if agreed else cases
    if agreed:
        return agreed
    likeliest = name_readings(tuple(element.text for element in run))[0]
    return frozenset({"nomn"}) if likeliest.case == "nomn" else frozenset()


def split(run: list[Element]) -> list[list[Element]]:
    """Two names without a mark between them: «Владимира Путина Дмитрий Песков», «сын А.Лукашенко Виктор»."""
    if [element.kind for element in run] == ["initial", "name", "name"]:
        last = traits(run[2].text)
        return [run[:2], run[2:]] if last.given and not (last.surname or last.patronymic) else [run]
    for position in range(1, len(run) - 1):
        left, right = run[:position], run[position:]
        if any(element.kind != "name" for element in run):
            break
        before, start, end = traits(left[-1].text), traits(right[0].text), traits(right[-1].text)
        if start.given and not start.surname and not end.patronymic and before.surname and not before.given:
            return [left, *split(right)]
    return [run]
