"""Where an article names a person: runs of name words, judged by their words and by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.names.recognised_persons import Marks, Run
from kgtui.extraction.names.role_heads import head_kind
from kgtui.extraction.names.roles import Role, demonym_before, demonym_case, role_after, role_before, shared_role
from kgtui.extraction.names.runs import Element, RunFinder, cases_of_name, split
from kgtui.extraction.phrases import cases_of, is_verb
from kgtui.extraction.traits import PLACE_HEADS, Traits, is_singular_verb, is_speech_verb, is_thing, traits, verb_gender
from kgtui.language import word
from kgtui.language.name_words import is_surname_shaped
from kgtui.language.names import readings as name_readings
from kgtui.model import RecognisedKind, Recognition, Span

_CASES_AFTER = {
    "с": "ablt gent", "со": "ablt gent", "к": "datv", "ко": "datv", "о": "loct", "об": "loct", "у": "gent",
    "от": "gent", "для": "gent", "из": "gent", "между": "ablt", "перед": "ablt", "при": "loct", "словам": "gent",
    "мнению": "gent", "данным": "gent", "информации": "gent", "поручению": "gent", "приглашению": "gent",
    "благодаря": "datv", "имени": "gent", "против": "gent", "после": "gent", "кроме": "gent",
}  # fmt: skip

_OBJECT = frozenset({"accs", "datv", "gent", "ablt"})

_FAR = 3.5  # a reading of a name that weighs so much less than the best one is none

_WHERE = frozenset("в во на из до под близ возле около через".split())

_LIKE_SURNAME = re.compile(
    r".+(?:ич|ян|янц|дзе|швили|енко|чук|юк|оглу|зода|заде|бек|берг|штейн|сон|лу|евски|овски)(?:а|у|ом|ем|е)?"
)
_PLURAL = re.compile(r".+(?:[оеё]в|[иы]н|ск|цк)(?:ых|их|ыми|ими)")

_ADJECTIVAL = re.compile(r".+(?:ск|цк)(?:ий|ая|ое|ого|ому|им|ом|ой|ую|ие|их|ими)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in the text: the words of the name, its tokens, the role stated beside it, what its context says
    of case and gender. ``certain`` is false for a single word that only the rest of the article can prove;
    ``shares_role`` says that the role stands before another name of a list, ``unruled`` that the neural recogniser
    marks a person here whom the rules would not see.
    """

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
    unruled: bool = False


class MentionFinder:
    """Finds the mentions of an article; ``taken`` are tokens that belong to names of bodies."""

    def __init__(self, context: Context, taken: Collection[int], recognition: Recognition | None = None) -> None:
        self._context = context
        self._taken = taken
        self._recognition = recognition

    def find(self) -> tuple[Mention, ...]:
        found: list[Mention] = []
        for run in self._runs():
            mention = self._judged(run, found)
            if mention is not None:
                found.append(mention)
        return tuple(found)

    def _runs(self) -> Iterable[Run]:
        parts = (part for run in RunFinder(self._context, self._taken).runs() for part in split(run))
        if self._recognition is None:
            return map(Run, parts)
        return Marks(self._context, self._recognition, self._taken).joined(parts)

    # judging a run

    def _judged(self, candidate: Run, found: Sequence[Mention]) -> Mention | None:
        recognised = candidate.marked is RecognisedKind.PERSON
        run = candidate.elements if recognised else self._trimmed(candidate.elements)
        if not run or self._is_quoted_name(run) or self._names_a_place(run):
            return None
        first, stop = run[0].first, run[-1].stop
        country = demonym_before(self._context, first)
        before = None if country else role_before(self._context, first, self._floor(first, found), cases_of_name(run))
        shared = self._shared_role(first, found) if before is None else None
        if before is not None and (self._is_honoured(before) or not self._holds(run, before)):
            before = None
        before = before or shared
        after = role_after(self._context, stop)
        ruled = self._is_person(run, before, after, country)
        certain = ruled if candidate.marked is None else self._is_certain(run, ruled, recognised=recognised)
        if certain is None:
            return None
        role = next((role for role in (before, after) if role and role.is_office), before or after)
        cases, gender = self._context_of(first, stop, before, found)
        words = tuple(element.text for element in run)
        span = self._context.span(first, stop)
        return Mention(words, first, stop, span, role, country, cases, gender, certain, shared is not None, not ruled)

    def _is_honoured(self, role: Role) -> bool:
        """«Университет имени первого президента России Х»: he is named for what is called after him."""
        return role.first > 0 and self._context.lower(role.first - 1) == "имени"

    @staticmethod
    def _holds(run: Sequence[Element], role: Role) -> bool:
        """Whether a name may stand in a case of the office before it: not in «Указом президента А назначен»."""
        if not role.cases or not role.is_office or len(run) == 1:
            return True
        ways = name_readings(tuple(element.text for element in run))
        return any(way.case in role.cases and ways[0].weight - way.weight < _FAR for way in ways)

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

    def _trimmed(self, run: list[Element]) -> list[Element]:
        """Without a first word that is an adjective of what follows and without initials left alone."""
        while len(run) > 1 and run[0].kind == "name" and self._is_loose_start(run):
            run = run[1:]
        return run[1:] if self._is_title(run) else run

    def _is_title(self, run: Sequence[Element]) -> bool:
        """«Папа Римский Франциск», «патриарх Московский»: an adjective of a place after a crown."""
        first = run[0].first
        if not first or head_kind(self._context.tokens[first - 1].text) != "crown":
            return False
        return traits(run[0].text).adjective and _ADJECTIVAL.fullmatch(run[0].text) is not None

    @staticmethod
    def _is_loose_start(run: Sequence[Element]) -> bool:
        """«глава Роскосмоса Анатолий Перминов»: a genitive before a given name in the nominative."""
        if len(run) < 3 or run[1].kind != "name":
            return False
        look, following = traits(run[0].text), traits(run[1].text)
        if look.given or look.surname or not following.given:
            return False
        cases = {r.case for r in word(run[1].text).readings if "Name" in r.grammemes and r.number != "plur"}
        return look.adjective or ("gent" not in cases and run[0].text[-1] in "аяыи")

    def _is_quoted_name(self, run: Sequence[Element]) -> bool:
        pair = self._context.in_quotes.get(run[0].first)
        if pair is None:
            return False
        return pair[1] - pair[0] <= run[-1].stop - run[0].first + 2 and run[-1].stop <= pair[1]

    def _names_a_place(self, run: Sequence[Element]) -> bool:
        """«село Покровка», «улица Льва Толстого», «имени Жусупа Баласагына» – «город» stands right before."""
        first = run[0].first
        lowest = self._context.sentence(first)[0]
        if first == lowest:
            return False
        before = self._context.word(first - 1)
        if not before.lemmas.isdisjoint(PLACE_HEADS) and len(run) == 1:
            return True
        if self._context.lower(first - 1) in ("имени", "им", "улице", "улица", "проспекте", "площади"):
            return first < lowest + 2 or self._context.lower(first - 2) != "по"  # «парень по имени Артём»
        return (
            first - 2 >= lowest
            and self._context.tokens[first - 1].text == "."
            and self._context.lower(first - 2) in ("им", "г", "с", "ул", "пос")
        )

    def _is_certain(self, run: Sequence[Element], ruled: bool | None, *, recognised: bool) -> bool | None:
        """As `_is_person`, where the recogniser marks something: its single words are weighed by the rules."""
        if len(run) > 1 or not recognised:
            return recognised or (ruled and len(run) > 1)
        look = traits(run[0].text)
        if look.given:
            return not self._after_place_preposition(run)
        return not (self._is_no_surname(run, look) or self._before_noun(run))

    def _is_person(
        self, run: Sequence[Element], before: Role | None, after: Role | None, country: str | None
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
    def _with_initials(run: Sequence[Element], looks: Sequence[Traits]) -> bool | None:
        if run[0].kind == "initial" or run[-1].kind == "name":
            return True
        return True if looks[0].surname or not looks[0].known else None

    def _several(
        self,
        run: Sequence[Element],
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

    def _after_place_preposition(self, run: Sequence[Element]) -> bool:
        first = run[0].first
        return first > self._context.sentence(first)[0] and self._context.lower(first - 1) in _WHERE

    def _single(
        self, run: Sequence[Element], look: Traits, before: Role | None, after: Role | None, country: str | None
    ) -> bool | None:
        if self._is_no_surname(run, look):
            return None
        if before and self._agrees_with(run[0].text, before) and not self._before_noun(run):
            return look.surname or not look.given or before.by_given
        if country and (look.surname or not look.known):
            return True
        if not look.known and _LIKE_SURNAME.fullmatch(run[0].text) and self._speaks(run):
            return True
        if not look.surname or look.given:
            return False
        return (after is not None and after.is_office) or self._stands_alone(run, look)

    def _is_no_surname(self, run: Sequence[Element], look: Traits) -> bool:
        """A common word, an abbreviation, a place, a plural («Ямадаевых»)."""
        text = run[0].text
        if not (look.surname or look.given or not look.known) or text.isupper() or len(text) < 3:
            return True
        if (look.geographic and not look.surname) or self._after_place_preposition(run) or _PLURAL.fullmatch(text):
            return True
        return look.plural and head_kind(text) is not None

    def _stands_alone(self, run: Sequence[Element], look: Traits) -> bool:
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

    def _acts(self, run: Sequence[Element]) -> bool:
        """Whether a verb follows, perhaps after an adverb: «Путин также подпишет»."""
        stop = run[-1].stop
        end = self._context.sentence(run[0].first)[1]
        return any(is_singular_verb(token.text) for token in self._context.tokens[stop : min(end, stop + 2)])

    @staticmethod
    def _agrees_with(text: str, role: Role) -> bool:
        if not role.cases or role.plural:
            return not role.plural
        cases = {r.case for r in word(text).readings}
        return not cases or not role.cases.isdisjoint(cases) or not word(text).known or is_surname_shaped(text)

    def _speaks(self, run: Sequence[Element]) -> bool:
        first, stop = run[0].first, run[-1].stop
        lowest, end = self._context.sentence(first)
        if stop < end and is_speech_verb(self._context.tokens[stop].text):
            return True
        if stop < end and first == lowest and self._context.tokens[stop].text == ":":
            return True  # «Асанов: дорога готова»
        return first > lowest and is_speech_verb(self._context.tokens[first - 1].text)

    def _of_words(self, run: Sequence[Element]) -> bool:
        first = run[0].first
        return first > self._context.sentence(first)[0] and self._context.lower(first - 1) in (
            "словам",
            "мнению",
            "поручению",
        )

    def _before_noun(self, run: Sequence[Element]) -> bool:
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

    def _context_of(
        self, first: int, stop: int, role: Role | None, found: Sequence[Mention]
    ) -> tuple[frozenset[str], str | None]:
        """The cases and the gender that the words beside a name ask for."""
        gender = next(iter(role.genders), None) if role else None
        if role and role.cases:
            cases = role.cases if role.is_office else role.cases | {"gent"}
            asked, other = self._asked_beside_role(role, first, stop)
            return (asked, gender or other) if asked else (cases, gender)
        starts = role is not None or first == self._context.sentence(first)[0]
        cases, other = (frozenset[str](), None) if starts else self._asked_before(first, found)
        return (cases, gender or other) if cases else self._asked_after(first, stop, gender)

    def _asked_beside_role(self, role: Role, first: int, stop: int) -> tuple[frozenset[str], str | None]:
        """By a verb whose subject the office with its name is: «рассказала замминистра Лира Самыкбаева»."""
        if role.stop <= first and role.first > self._context.sentence(first)[0]:
            before = self._context.lower(role.first - 1)
            is_subject = "nomn" in cases_of(self._context.tokens[role.first].text)
            if is_subject and is_speech_verb(before, addressed=False):
                return frozenset({"nomn"}), verb_gender(before)
        asked, gender = self._asked_after(first, stop, None)
        return (asked, gender) if asked <= role.cases else (frozenset(), None)

    def _asked_before(self, first: int, found: Sequence[Mention]) -> tuple[frozenset[str], str | None]:
        """By a demonym, a preposition, a verb of saying or a noun: «с Х», «заявила Х», «выставка Х»."""
        if demonym_before(self._context, first):
            return demonym_case(self._context, first)
        before = self._context.lower(first - 1)
        if before == "и" and found and found[-1].stop == first - 1 and found[-1].cases:
            return found[-1].cases, None  # «под председательством А и Б»
        if before in _CASES_AFTER:
            return frozenset(_CASES_AFTER[before].split()), None
        if is_speech_verb(before, addressed=False):  # «сообщил Х», «сообщили Х»
            return frozenset({"nomn", "datv"}), verb_gender(before)
        if is_singular_verb(before) and found and found[-1].stop == first - 1:
            return _OBJECT, None  # «А принял Х»
        return frozenset({"gent"} if is_thing(before) else ()), None

    def _asked_after(self, first: int, stop: int, gender: str | None) -> tuple[frozenset[str], str | None]:
        """By a verb whose subject the name is: «Х заявила»; in a list: «• Х (Бенин)»."""
        _lowest, end = self._context.sentence(first)
        mark = self._context.tokens[stop].text if stop < end else ""
        if is_singular_verb(mark):
            return frozenset({"nomn"}), gender or verb_gender(mark)
        listed = self._context.starts_sentence(first) and (mark in ("", "(") or mark in DASHES)
        return frozenset({"nomn"} if listed else ()), gender
