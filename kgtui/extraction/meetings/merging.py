"""Tellings of one meeting made one: the same two sides, or words that go on with the meeting told of before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kgtui.extraction.meetings.forms import Form, Frame
from kgtui.extraction.meetings.parties import distinct
from kgtui.extraction.meetings.tellings import Telling
from kgtui.model import Doubt, MeetingManner, MeetingStage, Span

_FARTHEST = 50  # meetings before a telling with which it may go on, so that a chronicle of hundreds costs its length
_MANY = frozenset({Frame.SESSION, Frame.GATHER})
_SITTINGS = frozenset({"commission", "working_group"})
_REMOTE = frozenset({"call", "video_call"})
_OF_ANY_PLACE = frozenset({"meeting", "talks"})  # forms that do not say whether the two saw each other
VISITS = frozenset({Frame.TRAVEL, Frame.VISIT})


def merged(tellings: Iterable[Telling]) -> list[Telling]:
    """One telling a meeting, in the order in which the text first tells of them."""
    found: list[Telling] = []
    for told in _staged(list(tellings)):
        telling = _with_guest(found, told)
        at = _same(found, telling)
        if at is not None:
            found[at] = _joined(found[at], telling)
        elif not telling.joins:
            found.append(telling)
    return found


def _staged(tellings: Sequence[Telling]) -> Iterator[Telling]:
    """«О визите министра»: it is announced, where the sentence that tells of it says so."""
    for telling in tellings:
        if telling.only_named and telling.stage is MeetingStage.HELD:
            of_it = {each.stage for each in tellings if _is_named_by(telling, each)}
            yield replace(telling, stage=MeetingStage.PLANNED) if of_it == {MeetingStage.PLANNED} else telling
        else:
            yield telling


def _is_named_by(named: Telling, telling: Telling) -> bool:
    if telling.only_named or (named.frame in VISITS) != (telling.frame in VISITS):
        return False
    return named.keys <= telling.keys and set(named.countries) <= set(telling.countries)


def _with_guest(found: list[Telling], telling: Telling) -> Telling:
    """«Переговоры с Х начались»: those of the guest whose visit is told of before, where X is of the other side."""
    if telling.joins or telling.frame in VISITS or _many(telling) or len(telling.persons) != 1 or not telling.own:
        return telling
    visit = next((known for known in reversed(found) if known.frame in VISITS and known.persons), None)
    if visit is None or visit.stage is not telling.stage or len(visit.countries) != 2:
        return telling
    guest, host = visit.persons[0], telling.persons[0]
    codes = set(telling.countries)
    if host in visit.persons or guest.country is None or guest.country in codes or not codes <= set(visit.countries):
        return telling
    return replace(
        telling, persons=(guest, host), countries=visit.countries, doubt=telling.doubt or Doubt.SUBJECT_ELSEWHERE
    )


def _same(found: list[Telling], telling: Telling) -> int | None:
    """The meeting that a telling goes on with: the last one that fits, rather of its own sort."""
    if telling.another or telling.earlier:
        return None
    recent = range(max(0, len(found) - _FARTHEST), len(found))
    fitting = [at for at in recent if _may_be_one(found[at], telling) and _goes_on(found[at], telling)]
    if telling.joins:
        fitting = [at for at in fitting if found[at].sides] or fitting
    alike = [at for at in fitting if _many(found[at]) == _many(telling)]
    return (alike or fitting)[-1] if fitting else None


def _goes_on(known: Telling, telling: Telling) -> bool:
    if telling.joins:
        fits = telling.stage is not MeetingStage.PLANNED or known.stage is MeetingStage.PLANNED
        return fits and not known.another and known.stage is not MeetingStage.CANCELLED
    if not telling.own:
        if known.another or (telling.stage is MeetingStage.CANCELLED and known.stage is MeetingStage.HELD):
            return False
        return telling.stage is known.stage or telling.frame is not Frame.SESSION
    if _did_together(known, telling):
        return True
    if _many(known) != _many(telling) or known.stage is not telling.stage:
        return False
    return _is_of_visit(known, telling) or _is_of_visit(telling, known) or _are_the_same(known, telling)


def _may_be_one(known: Telling, telling: Telling) -> bool:
    """What was recalled, a call beside a visit, sittings of two days or of two unions are others."""
    if known.earlier or _is_remote_beside(known, telling) or _is_remote_beside(telling, known):
        return False
    if not known.frame is telling.frame is Frame.SESSION:
        return True
    on, other = known.date, telling.date
    apart = on is not None and other is not None and (on.last_day < other.first_day or other.last_day < on.first_day)
    return not apart and (known.of_union == telling.of_union or not telling.own)


def _is_remote_beside(call: Telling, visit: Telling) -> bool:
    """«В телефонном разговоре поблагодарил за приём во время визита»: a call is no part of what was held in person."""
    return call.form.code in _REMOTE and visit.form.code not in _REMOTE | _OF_ANY_PLACE


def _did_together(known: Telling, telling: Telling) -> bool:
    """«на заседании министры А и Б согласовали план»: what those who meet did there."""
    if Frame.AGREE not in (known.frame, telling.frame) or known.stage is not telling.stage:
        return False
    ours, theirs = telling.keys, known.keys
    return len(ours & theirs) > 1 and (ours <= theirs or theirs <= ours)


def _are_the_same(known: Telling, telling: Telling) -> bool:
    """Whether one of them names the sides that the other does, or fewer."""
    ours, theirs = telling.keys, known.keys
    codes, others = set(telling.countries), set(known.countries)
    if not ours and _many(telling):
        return codes <= others and (bool(codes) or telling.of_union == known.of_union)
    if not ours and len(theirs) > 1 and others:
        return others <= codes
    if codes == others:
        return ours <= theirs or theirs <= ours
    return (bool(ours) and ours <= theirs and codes <= others) or (bool(theirs) and theirs <= ours and others <= codes)


def _is_of_visit(visit: Telling, talks: Telling) -> bool:
    """Whether talks are those of a guest who has met no host yet."""
    if visit.frame not in VISITS or visit.stage is not talks.stage or len(visit.persons) > 1:
        return False
    if len(visit.persons) == len(talks.persons) == 1 and len(visit.countries) == 2:  # of each side one is named
        if talks.frame in VISITS and len(talks.countries) == 2:
            return set(talks.countries) == set(visit.countries)
        return set(talks.countries) == set(visit.countries) or visit.keys == talks.keys
    homes = {person.country for person in visit.persons}
    return visit.keys <= talks.keys and len({*visit.countries, *talks.countries} - homes) <= 1


def _many(telling: Telling) -> bool:
    return telling.frame in _MANY or len(telling.countries) > 2


def _joined(known: Telling, other: Telling) -> Telling:
    """What both tell, the form of the higher rank."""
    persons = tuple(distinct((*known.persons, *other.persons)))
    countries = tuple(dict.fromkeys((*known.countries, *other.countries)))
    span, told = known.span, known.told
    if known.sentence == other.sentence:
        span = Span(min(span.start, other.span.start), max(span.end, other.span.end))
    elif _adds(known, other):
        told = (*told, other.span)
    if _is_only_ahead(known, other):
        return known
    if other.joins:
        return replace(known, persons=persons, countries=countries, told=told)
    form = _higher(known, other)
    return replace(
        known,
        span=span,
        told=told,
        form=form,
        persons=persons,
        countries=countries,
        place=known.place or (None if form.code in _REMOTE else other.place),
        date=known.date or other.date,
        occasion=_occasion(known, other, form),
        manner=tuple(manner for manner in MeetingManner if manner in (*known.manner, *other.manner)),
        circumstances=tuple(dict.fromkeys((*known.circumstances, *other.circumstances))),
        doubt=known.doubt and other.doubt,
        of_union=known.of_union or other.of_union,
        of_sides=known.of_sides or other.of_sides,
        abroad=known.abroad or other.abroad,
    )


def _is_only_ahead(known: Telling, other: Telling) -> bool:
    """«Завтра состоится встреча в узком составе», in the news of a visit: it says nothing of what was held."""
    return known.stage is MeetingStage.HELD and other.stage is MeetingStage.PLANNED and not other.own


def _adds(known: Telling, other: Telling) -> bool:
    """Whether the words of another sentence say something that the first ones do not."""
    return (
        not other.keys <= known.keys
        or not set(other.manner) <= set(known.manner)
        or not set(other.circumstances) <= set(known.circumstances)
        or (known.place is None and other.place is not None)
        or (known.date is None and other.date is not None)
        or (other.form is not known.form and _higher(known, other) is other.form)
    )


def _occasion(known: Telling, other: Telling, form: Form) -> str | None:
    """What the one calls it whose form it has, rather with a number («7-е заседание»)."""
    first, second = (known, other) if known.form is form else (other, known)
    named = [each.occasion for each in (first, second) if each.occasion]
    numbered = [name for name in named if first.form is second.form and name[0].isdigit()]
    return next(iter((*numbered, *named)), None)


def _higher(known: Telling, other: Telling) -> Form:
    """The form of the higher rank; what they agreed on together says nothing of the form, what is to come nothing of
    the form of what was held, a mere «повестка заседания» nothing of that of a reception; the talks of a call stay a
    call."""
    if known.stage is not other.stage or (not other.own and _many(known) != _many(other)):
        return known.form
    codes = {known.form.code, other.form.code}
    if codes & _REMOTE and codes & _OF_ANY_PLACE:
        return (known if known.form.code in _REMOTE else other).form
    if Frame.AGREE in (known.frame, other.frame):
        return (other if known.frame is Frame.AGREE else known).form
    if codes & _SITTINGS and "session" in codes:
        return (other if known.form.code == "session" else known).form  # «заседание» alone does not say of what
    return min(known.form, other.form, key=_height)


def _height(form: Form) -> tuple[int, bool]:
    return form.rank, form.code == "visit"
