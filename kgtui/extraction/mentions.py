"""Where an article names a person: runs of name words, judged by their words and by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.organisations import is_body_head
from kgtui.extraction.phrases import cases_of, is_verb
from kgtui.extraction.roles import (
    Role,
    demonym_before,
    demonym_case,
    head_kind,
    is_listed_head,
    role_after,
    role_before,
    shared_role,
)
from kgtui.extraction.tables import table
from kgtui.gazetteer import MatchKind
from kgtui.language import Reading, fold, word
from kgtui.language.names import readings as name_readings
from kgtui.language.names import PARTICLES, is_patronymic, is_surname_shaped, is_syllable
from kgtui.model import Span

_CYRILLIC_NAME = re.compile(
    r"[А-ЯЁҢҮӨ][а-яёңүө]+(?:['’ъ][а-яё]+)?(?:[-‑][А-ЯЁа-яё]+)*|[А-ЯЁ]['’][А-ЯЁ][а-яё]+|[А-ЯЁ]{3,}(?:-[А-ЯЁ]+)*"
)
_PREFIXED = re.compile(r"(?:аль|ас|аш|ад|ан|ар|аз|ат|эль|эт|эд|эс|эш)[-‑][А-ЯЁ][а-яё]+", re.IGNORECASE)
_ABBREVIATED_BODY = re.compile(
    r"(?:Мин|Гос|Глав|Рос|Нац|Ген|Глав|Каз|Узбек|Кыргыз|Кырг|Евро|Бел|Тадж|Центр|Сов)[а-яё-]*(?:банк|строй|фин|транс|здрав|обр|юст|эконом|цифр|природы|просвещения|сельхоз|энерго|экономики|экономразвития|обороны|культуры|спорт|труда|дума|дуне|прокуратура|штаб|без|союз|газ|нефть|агро|авиа|телеком|комитет|инвест|пром|торг|коммерции|связи|дор)[а-яё]{0,3}"
)
_CHILD_OF = frozenset("уулу кызы оглы оглу улы углы угли кизи".split())
_LETTER_NAMES = frozenset("ИЭОУАЫЁ")
_PLACE_HEADS = frozenset(
    "город село деревня поселок аул айыл станция улица проспект площадь переулок бульвар район область край озеро река"
    " гора пик перевал ущелье порт аэропорт остров полуостров провинция префектура уезд округ штат регион долина залив"
    " море океан канал водохранилище ледник пустыня хребет приток парк сквер стадион кишлак губернаторство кантон".split()
)
_CASES_AFTER = {
    "с": "ablt gent", "со": "ablt gent", "к": "datv", "ко": "datv", "о": "loct", "об": "loct", "у": "gent",
    "от": "gent", "для": "gent", "из": "gent", "между": "ablt", "перед": "ablt", "при": "loct", "словам": "gent",
    "мнению": "gent", "данным": "gent", "информации": "gent", "поручению": "gent", "приглашению": "gent",
    "благодаря": "datv", "имени": "gent", "против": "gent", "после": "gent", "кроме": "gent",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in the text: the words of the name, its tokens, the role stated beside it, what its context says of
    case and gender. ``certain`` is false for a single word that only the rest of the article can prove."""

    words: tuple[str, ...]
    first: int
    stop: int
    span: Span
    role: Role | None
    country: str | None
    cases: frozenset[str]
    gender: str | None
    certain: bool
    shares_role: bool = False


@dataclass(frozen=True, slots=True)
class Traits:
    """What the dictionary says of a word as a name."""

    given: bool
    surname: bool
    patronymic: bool
    geographic: bool
    known: bool
    adjective: bool
    plural: bool  # to the dictionary only a plural («Токаев», «Министров»)

    @property
    def common(self) -> bool:
        """A word of the dictionary that is no name."""
        return self.known and not (self.given or self.surname or self.patronymic)


@cache
def traits(form: str) -> Traits:
    read = word(form)
    singular = [r for r in read.readings if r.number != "plur" or "Fixd" in r.grammemes]
    return Traits(
        given=read.known and any("Name" in r.grammemes for r in singular),
        surname=_is_surname(form, singular),
        patronymic=is_patronymic(form),
        geographic=read.known and any("Geox" in r.grammemes for r in read.readings),
        known=read.known,
        plural=read.known and not singular,
        adjective=bool(read.readings) and read.readings[0].pos in ("ADJF", "PRTF"),
    )


def _is_surname(form: str, singular: Sequence[Reading]) -> bool:
    """In the dictionary as one, or ending like one. «Токаев» and «Министров» are plurals to the dictionary: they are
    surnames only where the context says so.
    """
    if any("Surn" in reading.grammemes for reading in singular) and word(form).known:
        return True
    return is_surname_shaped(form) and not (word(form).known and word(form).readings[0].score > 0.5 and singular)


@dataclass(frozen=True, slots=True)
class _Element:
    """A piece of a run: its words as written («А.», «Садыр», «ван»), its tokens."""

    text: str
    first: int
    stop: int
    kind: str  # initial, name, particle, child, letter


@cache
def is_place_head(form: str) -> bool:
    return not word(form).lemmas.isdisjoint(_PLACE_HEADS)


@cache
def speech_verbs() -> frozenset[str]:
    return frozenset(fold(row["lemma"]) for row in table("speech_verbs"))


@cache
def is_speech_verb(form: str) -> bool:
    return any(reading.pos == "VERB" and fold(reading.lemma) in speech_verbs() for reading in word(form).readings)


class MentionFinder:
    """Finds the mentions of an article; ``taken`` are tokens that belong to names of bodies."""

    def __init__(self, context: Context, taken: Collection[int]) -> None:
        self._context = context
        self._taken = taken

    def find(self) -> tuple[Mention, ...]:
        found: list[Mention] = []
        for run in self._runs():
            for part in _split(run):
                mention = self._judged(part, found)
                if mention is not None:
                    found.append(mention)
        return tuple(found)

    # runs of name words

    def _runs(self) -> Iterator[list[_Element]]:
        position, count = 0, len(self._context)
        while position < count:
            run = self._run_at(position)
            if run:
                yield run
                position = run[-1].stop
            else:
                position += 1

    def _run_at(self, start: int) -> list[_Element]:
        _first, end = self._context.sentence(start)
        run: list[_Element] = []
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

    def _element(self, position: int, end: int, run: Sequence[_Element]) -> _Element | None:
        token = self._context.tokens[position]
        text = token.text
        if not token.is_word or position in self._taken:
            return None
        if len(text) <= 2 and "А" <= text[0] <= "Я" and position + 1 < end and self._is_initial(position):
            return _Element(text + ".", position, position + 2, "initial")
        if text.lower() in _CHILD_OF and run:
            return _Element(text, position, position + 1, "child")
        if len(text) == 1:
            after_name = bool(run) and run[-1].kind == "name" and text in _LETTER_NAMES
            return _Element(text, position, position + 1, "letter") if after_name else None
        if _PREFIXED.fullmatch(text):
            return _Element(text, position, position + 1, "name")
        if text in PARTICLES and self._particle(position, end, run):
            return _Element(text, position, position + 1, "particle")
        return _Element(text, position, position + 1, "name") if self._is_name(position, run) else None

    def _is_initial(self, position: int) -> bool:
        """«А.», «Дж.» – not «г.» and not the last word of a sentence."""
        text = self._context.tokens[position].text
        stop = self._context.tokens[position + 1]
        return stop.text == "." and self._context.glued(position + 1) and (len(text) == 1 or text in ("Дж", "Ша", "Чо"))

    def _particle(self, position: int, end: int, run: Sequence[_Element]) -> bool:
        """A particle stands between name words, or begins them with a capital."""
        if position + 1 >= end or not run:
            return False
        following = self._context.tokens[position + 1].text
        return following.lower() in PARTICLES or bool(
            _CYRILLIC_NAME.fullmatch(following) or _PREFIXED.fullmatch(following)
        )

    def _is_name(self, position: int, run: Sequence[_Element]) -> bool:
        context, text = self._context, self._context.tokens[position].text
        if not _CYRILLIC_NAME.fullmatch(text) or _ABBREVIATED_BODY.fullmatch(text):
            return False
        if text.isupper() and not self._is_shouted_name(position, run):
            return False
        if fold(text) in _CAPITAL_PARTICLES:
            return bool(run) or bool(self._following_word(position)) or self._before_letter_name(position)
        look = traits(text)
        if not run and is_listed_head(text) and not look.surname:
            return False
        if not run and look.geographic and not (look.given or look.surname or demonym_before(context, position)):
            return False
        if position in context.named and not self._name_despite_place(position, run, look):
            return False
        if look.common:
            return self._common_as_name(position, run, look)
        return True

    def _before_letter_name(self, position: int) -> bool:
        """«Ван И»: a name of one letter follows."""
        following = position + 1
        return following < self._context.sentence(position)[1] and self._context.tokens[following].text in _LETTER_NAMES

    def _is_shouted_name(self, position: int, run: Sequence[_Element]) -> bool:
        """Capitals all over: only names that the dictionary or their ending gives away."""
        look = traits(self._context.tokens[position].text)
        return (
            (look.given or look.surname or look.patronymic)
            and not look.common
            and len(self._context.tokens[position].text) > 3
        )

    def _name_despite_place(self, position: int, run: Sequence[_Element], look: Traits) -> bool:
        """«Талас Бегалиев», «Владимир Путин», «Ян Гана»: a place's name beside name words."""
        if position > 0 and self._context.lower(position - 1) in ("г", "в", "."):
            return False
        if run and run[-1].kind in ("name", "initial"):
            before = traits(run[-1].text) if run[-1].kind == "name" else None
            return (before is None and not look.geographic) or (before is not None and before.given)
        following = traits(self._following_word(position))
        is_place = self._context.named[position].kind is MatchKind.PLACE
        introduced = look.given or demonym_before(self._context, position) is not None
        return is_place and introduced and following.surname and not (following.adjective or following.given)

    def _following_word(self, position: int) -> str:
        _first, end = self._context.sentence(position)
        if position + 1 < end and position + 1 not in self._context.named:
            text = self._context.tokens[position + 1].text
            return text if _CYRILLIC_NAME.fullmatch(text) and not text.isupper() else ""
        return ""

    def _common_as_name(self, position: int, run: Sequence[_Element], look: Traits) -> bool:
        """«Алмаз Бакетаев», «Анджей Дуда»: a common word as given name before a surname, as surname after a name."""
        text = self._context.tokens[position].text
        readings = word(text).readings
        if (
            is_listed_head(text)
            or is_body_head(text)
            or fold(readings[0].lemma) in _PLACE_HEADS
            or "Abbr" in readings[0].grammemes
        ):
            return False
        if run:
            return self._common_after_name(run, look)
        following = self._following_word(position)
        if not following or not any(r.pos in ("NOUN", "ADJF") for r in readings[:3]):
            return False
        look_on = traits(following)
        if len(text) <= 4 and is_syllable(text) and is_syllable(following) and not look_on.known:
            return not self._context.starts_sentence(position)  # «Пак Чжи Суна»
        if head_kind(following) is not None and not look_on.given:
            return False
        if look_on.common:
            return not is_verb(following) and self._after_office(position, text)
        if not ((look_on.surname and not look_on.given) or role_before(self._context, position)):
            return False
        return readings[0].pos == "NOUN" and (
            not self._context.starts_sentence(position) or "anim" in readings[0].grammemes
        )

    def _after_office(self, position: int, text: str) -> bool:
        """«координатор Антье Граве»: common words to the dictionary, but an office in the same case stands before."""
        if self._context.starts_sentence(position) or is_place_head(text) or traits(text).adjective:
            return False
        role = role_before(self._context, position)
        return role is not None and role.is_office and not role.cases.isdisjoint(cases_of(text))

    def _common_after_name(self, run: Sequence[_Element], look: Traits) -> bool:
        """«Анджей Дуда», «А. Белка»; after names that the dictionary lacks only where an office stands before."""
        last = run[-1]
        if last.kind in ("initial", "particle"):
            return True
        if last.kind != "name":
            return False
        if is_syllable(last.text) and not traits(last.text).known and len(self._context.tokens[last.stop].text) <= 5:
            return True
        return traits(last.text).given or not look.geographic and bool(role_before(self._context, run[0].first))

    # judging a run

    def _judged(self, run: list[_Element], found: Sequence[Mention]) -> Mention | None:
        run = self._trimmed(run)
        if not run or self._is_quoted_name(run) or self._names_a_place(run):
            return None
        first, stop = run[0].first, run[-1].stop
        country = demonym_before(self._context, first)
        before = None if country else role_before(self._context, first, self._floor(first, found), _cases_of_name(run))
        shared = self._shared_role(first, found) if before is None else None
        before = before or shared
        after = role_after(self._context, stop)
        certain = self._is_person(run, before, after, country)
        if certain is None:
            return None
        role = next((role for role in (before, after) if role and role.is_office), before or after)
        cases, gender = self._context_of(first, stop, before)
        words = tuple(element.text for element in run)
        span = self._context.span(first, stop)
        return Mention(words, first, stop, span, role, country, cases, gender, certain, shared is not None)

    @staticmethod
    def _floor(first: int, found: Sequence[Mention]) -> int:
        """Where the role may begin: after the name before, unless that one belongs to it («пресс-секретарь президента
        РФ Владимира Путина Дмитрий Песков»).
        """
        if not found:
            return 0
        if found[-1].stop == first:
            return found[-2].stop if len(found) > 1 else 0
        return found[-1].stop

    def _shared_role(self, first: int, found: Sequence[Mention]) -> Role | None:
        """The office in the plural that this name has in common with those before it."""
        order = 0
        for last in reversed(found):
            order += 1
            if last.role is None or not last.role.plural or last.role.first > last.first:
                return None
            if last.role.stop == last.first and not last.shares_role:
                break
        return shared_role(self._context, last.role, order, (found[-1].stop, first)) if order and last.role else None

    def _trimmed(self, run: list[_Element]) -> list[_Element]:
        """Without a first word that is an adjective of what follows and without initials left alone."""
        while len(run) > 1 and run[0].kind == "name" and self._is_loose_start(run):
            run = run[1:]
        return run

    @staticmethod
    def _is_loose_start(run: Sequence[_Element]) -> bool:
        """«глава Роскосмоса Анатолий Перминов»: a genitive before a given name in the nominative."""
        if len(run) < 3 or run[1].kind != "name":
            return False
        look, following = traits(run[0].text), traits(run[1].text)
        if look.given or look.surname or not following.given:
            return False
        cases = {r.case for r in word(run[1].text).readings if "Name" in r.grammemes and r.number != "plur"}
        return look.adjective or ("gent" not in cases and run[0].text[-1] in "аяыи")

    def _is_quoted_name(self, run: Sequence[_Element]) -> bool:
        pair = self._context.in_quotes.get(run[0].first)
        if pair is None:
            return False
        return pair[1] - pair[0] <= run[-1].stop - run[0].first + 2 and run[-1].stop <= pair[1]

    def _names_a_place(self, run: Sequence[_Element]) -> bool:
        """«село Покровка», «улица Льва Толстого», «имени Жусупа Баласагына» – «город» stands right before."""
        first = run[0].first
        lowest = self._context.sentence(first)[0]
        if first == lowest:
            return False
        before = self._context.word(first - 1)
        if not before.lemmas.isdisjoint(_PLACE_HEADS) and len(run) == 1:
            return True
        if self._context.lower(first - 1) in ("имени", "им", "улице", "улица", "проспекте", "площади"):
            return True
        return (
            first - 2 >= lowest
            and self._context.tokens[first - 1].text == "."
            and self._context.lower(first - 2) in ("им", "г", "с", "ул", "пос")
        )

    def _is_person(
        self, run: Sequence[_Element], before: Role | None, after: Role | None, country: str | None
    ) -> bool | None:
        """True: a person; False: perhaps, if the article names one so; None: no."""
        names = [element for element in run if element.kind == "name"]
        looks = [traits(element.text) for element in names]
        if any(element.kind == "child" for element in run):
            return True
        if any(element.kind == "initial" for element in run):
            return self._with_initials(run, looks)
        if len(names) + sum(e.kind == "letter" for e in run) >= 2:
            return self._several(run, looks, before, after, country)
        return self._single(run, looks[0], before, after, country)

    @staticmethod
    def _with_initials(run: Sequence[_Element], looks: Sequence[Traits]) -> bool | None:
        if run[0].kind == "initial":
            return True
        return True if looks[0].surname or not looks[0].known else None

    def _several(
        self,
        run: Sequence[_Element],
        looks: Sequence[Traits],
        before: Role | None,
        after: Role | None,
        country: str | None,
    ) -> bool | None:
        if any(look.given or look.patronymic for look in looks):
            return True
        if looks[-1].surname and not looks[-1].adjective:
            return True
        if before or after or country or self._speaks(run):
            return True
        if all(look.geographic for look in looks) or self._before_noun(run) or self._after_place_preposition(run):
            return None
        return True

    def _after_place_preposition(self, run: Sequence[_Element]) -> bool:
        first = run[0].first
        return first > self._context.sentence(first)[0] and self._context.lower(first - 1) in _WHERE

    def _single(
        self, run: Sequence[_Element], look: Traits, before: Role | None, after: Role | None, country: str | None
    ) -> bool | None:
        text = run[0].text
        named = look.surname or look.given or not look.known
        if not named or text.isupper() or len(text) < 3:
            return None
        if (look.geographic and not look.surname) or self._after_place_preposition(run) or _PLURAL.fullmatch(text):
            return None
        if look.plural and head_kind(text) is not None:
            return None
        if before and self._agrees_with(text, before) and not self._before_noun(run):
            return not (look.given and not look.surname)
        if country and (look.surname or not look.known):
            return True
        return look.surname and not look.given and self._stands_alone(run, look)

    def _stands_alone(self, run: Sequence[_Element], look: Traits) -> bool:
        """A bare surname that nothing introduces: «Путин также подпишет», «памятник Ельцину»."""
        if look.geographic or self._before_noun(run):
            return False
        if self._speaks(run) or self._of_words(run):
            return True
        if look.adjective or _ADJECTIVAL.fullmatch(run[0].text):
            return False
        if not self._context.starts_sentence(run[0].first):
            return not look.plural or self._acts(run)
        return self._acts(run)

    def _acts(self, run: Sequence[_Element]) -> bool:
        """Whether a verb follows, perhaps after an adverb: «Путин также подпишет»."""
        stop = run[-1].stop
        end = self._context.sentence(run[0].first)[1]
        return any(_is_singular_verb(token.text) for token in self._context.tokens[stop : min(end, stop + 2)])

    @staticmethod
    def _agrees_with(text: str, role: Role) -> bool:
        if not role.cases or role.plural:
            return not role.plural
        cases = {r.case for r in word(text).readings}
        return not cases or not role.cases.isdisjoint(cases) or not word(text).known

    def _speaks(self, run: Sequence[_Element]) -> bool:
        first, stop = run[0].first, run[-1].stop
        lowest, end = self._context.sentence(first)
        if stop < end and is_speech_verb(self._context.tokens[stop].text):
            return True
        return first > lowest and is_speech_verb(self._context.tokens[first - 1].text)

    def _of_words(self, run: Sequence[_Element]) -> bool:
        first = run[0].first
        return first > self._context.sentence(first)[0] and self._context.lower(first - 1) in (
            "словам",
            "мнению",
            "поручению",
        )

    def _before_noun(self, run: Sequence[_Element]) -> bool:
        """An adjective with the noun it belongs to: «Чуйской области», not «Вакульский заявил»."""
        if not _ADJECTIVAL.fullmatch(run[-1].text):
            return False
        stop = run[-1].stop
        _first, end = self._context.sentence(run[0].first)
        if stop >= end:
            return False
        token = self._context.tokens[stop]
        if token.text in (",", "и") and stop + 1 < end:
            return bool(_ADJECTIVAL.fullmatch(self._context.tokens[stop + 1].text))
        return (
            token.is_word
            and not token.is_capitalised
            and not is_verb(token.text)
            and any(r.pos in ("NOUN", "ADJF") for r in word(token.text).readings[:2])
        )

    def _context_of(self, first: int, stop: int, role: Role | None) -> tuple[frozenset[str], str | None]:
        """The cases and the gender that the words beside a name ask for."""
        gender = next(iter(role.genders), None) if role else None
        lowest, end = self._context.sentence(first)
        if role and role.cases:
            return role.cases, gender
        if first == lowest:
            return frozenset({"nomn"}), gender
        if demonym_before(self._context, first):
            cases, of_demonym = demonym_case(self._context, first)
            return cases, gender or of_demonym
        if first > lowest:
            before = self._context.lower(first - 1)
            if before in _CASES_AFTER:
                return frozenset(_CASES_AFTER[before].split()), gender
            if is_speech_verb(before) and is_verb(before):
                return frozenset({"nomn"}), gender or _verb_gender(before)
            if _is_thing(before):
                return frozenset({"gent"}), gender
        if stop < end and is_verb(self._context.tokens[stop].text):
            return frozenset({"nomn"}), gender or _verb_gender(self._context.tokens[stop].text)
        return frozenset(), gender


def _cases_of_name(run: Sequence[_Element]) -> frozenset[str]:
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


def _split(run: list[_Element]) -> list[list[_Element]]:
    """Two names without a mark between them: «Владимира Путина Дмитрий Песков»."""
    for position in range(1, len(run) - 1):
        left, right = run[:position], run[position:]
        if any(element.kind != "name" for element in run):
            break
        before, start, end = traits(left[-1].text), traits(right[0].text), traits(right[-1].text)
        if start.given and not start.surname and not end.patronymic and before.surname and not before.given:
            return [left, *_split(right)]
    return [run]


_WHERE = frozenset("в во на из до под близ возле около через".split())
_PLURAL = re.compile(r".+(?:[оеё]в|[иы]н|ск|цк)(?:ых|их|ыми|ими)")
_ADJECTIVAL = re.compile(r".+(?:ск|цк)(?:ий|ая|ое|ого|ому|им|ом|ой|ую|ие|их|ими)")
_CAPITAL_PARTICLES = frozenset("де ди да ван фон ла ле дель аль абу бин бен дер сан цу ад эль".split())


@cache
def _is_singular_verb(form: str) -> bool:
    return is_verb(form) and word(form).readings[0].number == "sing"


@cache
def _is_thing(form: str) -> bool:
    """An inanimate noun, after which a name stands in the genitive: «выставка Пак Чжи Суна»."""
    readings = word(form).readings
    return bool(readings) and readings[0].pos == "NOUN" and "inan" in readings[0].grammemes


@cache
def _verb_gender(form: str) -> str | None:
    readings = word(form).readings
    return readings[0].gender if readings and readings[0].gender in ("masc", "femn") else None
