"""Who a person is, by the words beside the name: «премьер-министр РТ Кохир Расулзода», «…, президент Кыргызстана,»."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.names.role_heads import Head, head_at, head_kind, head_readings, kinds
from kgtui.extraction.phrases import (
    adjectives_before,
    agrees,
    cases_of,
    inflection,
    is_adjective,
    is_verb,
    keeps_letters,
    tail_stop,
)
from kgtui.gazetteer import MatchKind, Sense
from kgtui.language import Reading, fold, word
from kgtui.model import Span

_FARTHEST = 26  # tokens between a head and the name

_OFFICES = ("office", "crown", "rank")
_AFTER_PREFIX = frozenset({"gent"})
_HONORIFICS = frozenset("уважаемый дорогой покойный знаменитый известный молодой".split())

_OF_BOTH = re.compile(r"(?:^| )(?:двух|обеих|обоих|трех|трёх) (?:стран|государств|республик)$")  # held in each of them
_STATE = frozenset({"страны", "республики", "государства"})
_ALONE = frozenset({"президент", "премьер", "премьер-министр"})  # offices that need not say of what state


@dataclass(frozen=True, slots=True)
class Role:
    """An office phrase beside a name. ``cases`` are those that its head may stand in (empty: any); ``countries``
    are the codes it states, ``international`` says that it is an office of a bloc; ``is_office`` is false for a
    relation («внук») or an address («господин»), ``by_given`` true for a crown («король Карл»). Of an
    office in the plural ``head`` is the phrase without its complement, ``members`` are the wording and the country of
    each («главы МИД Казахстана и Кыргызстана»).
    """

    name: str
    span: Span
    first: int
    stop: int
    cases: frozenset[str]
    genders: frozenset[str]
    plural: bool
    countries: tuple[str, ...]
    international: bool
    is_office: bool
    by_given: bool
    head: str
    members: tuple[tuple[str, str], ...]


def role_before(context: Context, first: int, floor: int = 0, cases: frozenset[str] = frozenset()) -> Role | None:
    """The role that ends right before a name: the outermost head whose complement reaches up to the name. ``floor`` is
    where the name before this one ends, ``cases`` are those that the name may stand in (empty: any).
    """
    lowest = max(context.sentence(first)[0], first - _FARTHEST, floor)
    edge = first
    while edge > lowest and _is_honorific(context, edge - 1):
        edge -= 1
    found: Head | None = None
    position = edge - 1
    while position >= lowest and _may_stand_in_role(context.tokens[position].text):
        head = head_at(context, position)
        if head is not None and _reaches(context, position + 1, edge):
            found = head if _is_second(context, found, head) else _outer(found, head, cases)
        position -= 1
    if found is None:
        return None
    role = _made(context, found, edge, cases)
    if found.kind == "rank" and role.first > lowest:
        outer = role_before(context, role.first, floor)
        if outer is not None and outer.is_office and not outer.cases.isdisjoint(role.cases):
            return outer
    return role


def _is_second(context: Context, found: Head | None, head: Head) -> bool:
    """«Председателем Кабинета министров — руководителем администрации»: who holds both, by the first of them."""
    if found is None or head.kind not in _OFFICES or head.cases.isdisjoint(found.cases):
        return False
    return context.tokens[found.position - 1].text in DASHES


def _is_honorific(context: Context, position: int) -> bool:
    lemmas = context.lemmas(position)
    return not lemmas.isdisjoint(_HONORIFICS) and is_adjective(context.tokens[position].text)


def _outer(found: Head | None, head: Head, cases: frozenset[str]) -> Head:
    """«заместителя министра X»: the outer head, where the inner one may be its genitive; of «пресс-секретарь президента
    Владимира Путина» the inner one, as the name agrees with it alone.
    """
    if found is None:
        return head
    if cases and head.cases.isdisjoint(cases) and not found.cases.isdisjoint(cases):
        return found
    if head.kind not in _OFFICES and found.kind in _OFFICES:
        return found
    return head if "gent" in found.cases or (found.kind == "rank" and not head.cases.isdisjoint(found.cases)) else found


@cache
def _may_stand_in_role(form: str) -> bool:
    if form[0].isalpha():
        return not is_verb(form) or head_kind(form) is not None or (len(form) > 1 and form.isupper())
    return form in ',«»"“”„' or form in DASHES or form in ".()" or form.isdigit()


def _reaches(context: Context, start: int, edge: int) -> bool:
    """Whether a complement that begins at ``start`` goes right up to ``edge``."""

    def another_head(position: int) -> bool:
        return context.tokens[position - 1].text in (",", "и") and head_at(context, position) is not None

    position = start
    while position < edge:
        stop = min(edge, tail_stop(context, position, stops_at=another_head))
        stop = _past_quoted(context, stop, edge)
        stop = _past_abbreviation(context, stop, edge)
        stop = _past_second_head(context, stop, edge)
        stop = _past_capital(context, stop, edge) if stop == position else stop
        if stop == position:
            return False
        position = stop
    return True


def _past_quoted(context: Context, position: int, edge: int) -> int:
    """Past a name in quotation marks: «гендиректор ОАО «Электрические станции» …»."""
    pair = context.in_quotes.get(position + 1)
    if pair and pair[0] == position + 1 and pair[1] < edge:
        return pair[1] + 1
    return position


def _past_abbreviation(context: Context, position: int, edge: int) -> int:
    """Past an abbreviation in brackets: «глава Национальной разведывательной организации (MIT) …»."""
    if position + 2 < edge and context.tokens[position].text == "(" and context.tokens[position + 2].text == ")":
        return position + 3 if context.tokens[position + 1].is_upper else position
    return position


def _past_capital(context: Context, position: int, edge: int) -> int:
    """Past a name that does not show its case: «торага Жогорку Кенеша»."""
    token = context.tokens[position] if position < edge else None
    if token is None or not (token.is_word and token.is_capitalised) or head_at(context, position):
        return position
    return position + 1


def _past_second_head(context: Context, position: int, edge: int) -> int:
    """Past the dash of a second office: «Председателя Кабинета министров КР – Руководителя Администрации …»."""
    if position + 1 < edge and context.tokens[position].text in DASHES and head_at(context, position + 1):
        return position + 2
    return position


def _made(context: Context, head: Head, edge: int, cases_of_name: frozenset[str] = frozenset()) -> Role:
    fitting = tuple(reading for reading in head.readings if reading.case in cases_of_name)
    head = replace(head, readings=fitting or head.readings)
    first = _adjectives_before(context, head)
    prefix = _prefix_before(context, first)
    acting = cases_of(context.tokens[prefix].text) if prefix + 2 == first else frozenset()  # «исполняющим обязанности»
    cases = head.cases if prefix == first and not _is_fixed(context, head) else acting
    codes = _stated(context, prefix, edge)
    members = _members(context, first, head, edge) if head.plural else ()
    return Role(
        name=members[0][0] if members else _nominative(context, prefix, first, head, edge),
        span=context.span(prefix, edge),
        first=prefix,
        stop=edge,
        cases=cases,
        genders=frozenset(r.gender for r in head.readings if r.gender == "femn" and r.number == "sing"),
        plural=head.plural,
        countries=tuple(c for kind, c in codes if kind is MatchKind.COUNTRY),
        international=bool(codes) and codes[0][0] is MatchKind.BLOC,
        is_office=head.kind in _OFFICES,
        by_given=head.kind == "crown",
        head=_nominative(context, first, first, head, head.position + 1) if head.plural else "",
        members=members,
    )


def _is_fixed(context: Context, head: Head) -> bool:
    """«С торага Жогорку Кенеша»: a head that the dictionary lacks, which stands so in all cases."""
    text = context.tokens[head.position].text
    return not word(text).known and fold(text) in kinds()


def _members(context: Context, first: int, head: Head, edge: int) -> tuple[tuple[str, str], ...]:
    """«главы МИД Казахстана и Кыргызстана»: the office of each country."""
    listed = [
        match
        for position in range(head.position + 1, edge)
        if (match := context.named.get(position)) and match.first == position and match.kind is MatchKind.COUNTRY
    ]
    if len(listed) < 2:
        return ()
    base = _nominative(context, first, first, head, listed[0].first)
    return tuple((f"{base} {match.span.of(context.text)}", match.code) for match in listed)


def shared_role(context: Context, last: Role, order: int, between: tuple[int, int]) -> Role | None:
    """The office of a further name after one in the plural: «депутаты А и Б», «главы МИД Казахстана и Кыргызстана А и
    Б», «премьеры Армении А, Камбоджи Б». ``order`` is the place of the name in the list, ``between`` the tokens between
    the names.
    """
    first, stop = between
    if first >= stop or context.tokens[first].text not in (",", "и"):
        return None
    if stop == first + 1:
        if order < len(last.members):
            name, code = last.members[order]
            return replace(last, name=name, countries=(code,))
        return last if not last.members else None
    match = context.named.get(first + 1)
    if match is None or match.stop != stop or match.kind is not MatchKind.COUNTRY:
        return None
    name = f"{last.head} {match.span.of(context.text)}"
    return replace(last, name=name, span=match.span, first=match.first, stop=stop, countries=(match.code,), members=())


def _adjectives_before(context: Context, head: Head) -> int:
    """Where the adjectives begin that agree with the head: «Чрезвычайный и Полномочный Посол»."""
    return min(adjectives_before(context, head.position, reading) for reading in head.readings)


def _prefix_before(context: Context, first: int) -> int:
    """Past «и.о.», «врио», «исполняющий обязанности», after which the office stands in the genitive."""
    lowest = context.sentence(first)[0]
    if first - 4 >= lowest and context.worded(first - 4, first).lower().replace(" ", "") == "и.о.":
        return first - 4
    if first - 2 >= lowest and context.lower(first - 1) == "обязанности":
        return first - 2
    if first - 1 >= lowest and kinds().get(context.lower(first - 1)) == "prefix":
        return first - 1
    return first


def _stated(context: Context, first: int, stop: int) -> list[tuple[MatchKind, str]]:
    codes: list[tuple[MatchKind, str]] = []
    for position in range(first, stop):
        match = context.named.get(position)
        if match is None or match.first != position:
            continue
        if not codes and context.lower(position - 1) in ("в", "во"):
            continue  # «представитель ВОЗ в Кыргызстане» is none of Kyrgyzstan's
        if match.kind is MatchKind.PLACE:
            codes.extend((MatchKind.COUNTRY, code) for code in match.codes)
        elif match.sense is not Sense.DEMONYM:
            codes.append((match.kind, match.code))
    return list(dict.fromkeys(codes))


def _nominative(context: Context, prefix: int, first: int, head: Head, edge: int) -> str:
    """The phrase with its head and the adjectives before it in the nominative singular, the rest as it stands."""
    if prefix < first:
        return _acting(context.tokens[prefix].text) + context.worded(prefix, edge)[len(context.tokens[prefix].text) :]
    reading = head.readings[0]
    words = []
    for position in range(first, head.position):
        text = context.tokens[position].text
        agreeing = agrees(text, reading)
        words.append(_singular(text, agreeing, reading) if agreeing else text.lower())
    words.append(_singular(context.tokens[head.position].text, reading, reading))
    rest = context.worded(head.position + 1, edge) if edge > head.position + 1 else ""
    rest = _OF_BOTH.sub("", re.sub(r" \([^()]*\)$", "", rest))
    rest = "" if rest in _STATE and words[-1] in _ALONE else rest
    if context.is_shouted(head.position):
        rest = " ".join(_unshouted(text) for text in rest.split())
    return " ".join([*words, _second_lowered(rest)]).strip()


@cache
def _unshouted(text: str) -> str:
    """«ИНОСТРАННЫХ» in small letters, «КЫРГЫЗСТАНА» with its capital, «МИД» as it stands."""
    read = word(text)
    if read.known and not any(reading.is_name or "Abbr" in reading.grammemes for reading in read.readings):
        return text.lower()
    return text.capitalize() if len(text) > 3 else text


def _singular(text: str, reading: Reading, head: Reading) -> str:
    gender = {"gender": head.gender} if reading.pos in ("ADJF", "PRTF") and head.gender else {}
    changed = inflection(reading, "nomn", "sing", *gender.values()) or inflection(reading, "nomn") or text.lower()
    return keeps_letters(changed, text)


def _second_lowered(rest: str) -> str:
    """The second of two offices in the nominative too: «… – Руководителя Администрации Президента КР»."""
    for dash in (" – ", " — ", " - "):
        before, found, after = rest.partition(dash)
        if found and after:
            second, _, tail = after.partition(" ")
            readings = head_readings(second)
            if readings:
                return f"{before}{dash}{_singular(second, readings[0], readings[0])} {tail}".strip()
    return rest


@cache
def _acting(form: str) -> str:
    """«Исполняющим [обязанности]» in the nominative, an abbreviation in small letters."""
    participle = next((r for r in word(form).readings if r.pos == "PRTF" and r.number == "sing"), None)
    return (participle and inflection(participle, "nomn")) or form[:1].lower() + form[1:]


def role_after(context: Context, stop: int) -> Role | None:
    """The role in apposition after a name: «Садыр Жапаров, президент Кыргызстана,», «… — художника из города Пусан»."""
    if stop >= len(context):
        return None
    end = context.sentence(stop - 1)[1]
    mark = context.tokens[stop].text if stop < end else ""
    if mark not in (",", "(") and mark not in DASHES:
        return None
    position = stop + 1
    while (
        position < min(end, stop + 4) and is_adjective(context.tokens[position].text) and not head_at(context, position)
    ):
        position += 1
    head = head_at(context, position) if position < end else None
    if head is None or head.plural or (context.tokens[head.position].text[:1].isupper() and mark in DASHES):
        return None
    edge = tail_stop(context, position + 1)
    edge = _past_quoted(context, edge, end)
    if (edge < end and (context.tokens[edge].text in ".,)»;" or context.tokens[edge].text in DASHES)) or edge == end:
        made = _made(context, head, edge)
        return made if made.first == stop + 1 else None
    return None


def role_at(context: Context, position: int, cases: frozenset[str], *, stops_at: Callable[[int], bool]) -> Role | None:
    """The office of one person that begins at a token, its head in one of the cases: «[назначен] первым заместителем
    министра», «… исполняющим обязанности министра».
    """
    end = context.sentence(position - 1)[1]
    if position >= end:
        return None
    begin = _past_prefix(context, position, end, cases)
    at, wanted = begin, _AFTER_PREFIX if begin > position else cases
    while at < min(end, begin + 4) and is_adjective(context.tokens[at].text) and not head_at(context, at):
        at += 1
    head = head_at(context, at) if at < end else None
    if head is None or head.kind not in _OFFICES or head.cases.isdisjoint(wanted):
        return None
    singular = tuple(r for r in head.readings if r.case in wanted and r.number != "plur")
    if not singular:
        return None
    edge = _complement_stop(context, at + 1, end, stops_at)
    made = _made(context, replace(head, readings=singular), edge)
    return made if made.first == position else None


def _past_prefix(context: Context, position: int, end: int, cases: frozenset[str]) -> int:
    """Past «и.о.», «врио», «исполняющим обязанности», which stands in one of the cases."""
    if context.worded(position, min(end, position + 4)).lower().replace(" ", "") == "и.о.":
        return position + 4
    if head_kind(context.tokens[position].text) != "prefix":
        return position
    if position + 1 < end and context.lower(position + 1) == "обязанности":
        return position + 2 if not cases_of(context.tokens[position].text).isdisjoint(cases) else position
    return position + 1


def _complement_stop(context: Context, start: int, end: int, stops_at: Callable[[int], bool]) -> int:
    """Past all that says of what one is in office, a second office too: «депутатом Жогорку Кенеша», «председателем
    Кабмина – руководителем Администрации».
    """
    position = start
    while position < end and not stops_at(position):
        stop = tail_stop(context, position, stops_at=stops_at)
        stop = _past_quoted(context, stop, end)
        stop = _past_second_head(context, stop, end)
        stop = _past_capital(context, stop, end) if stop == position else stop
        if stop == position:
            break
        position = stop
    return position


def demonym_before(context: Context, first: int) -> str | None:
    """«болгарин Иордан Петков»: the country of the demonym right before a name."""
    match = context.named.get(first - 1) if first > context.sentence(first)[0] else None
    return match.code if match is not None and match.sense is Sense.DEMONYM else None


def demonym_case(context: Context, first: int) -> tuple[frozenset[str], str | None]:
    """The cases and the gender of the demonym right before a name."""
    singular = [r for r in context.word(first - 1).readings if r.number == "sing" and r.case]
    return frozenset(r.case for r in singular if r.case), next((r.gender for r in singular), None)
