"""Where and when a meeting is: the nearest city and the nearest day or month of its sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from kgtui.extraction.meetings.forms import Frame
from kgtui.extraction.meetings.parties import Series
from kgtui.extraction.meetings.scene import Scene
from kgtui.extraction.meetings.triggers import Trigger, is_noun_of_meeting, union
from kgtui.extraction.phrases import cases_of, is_adjective, tail_stop
from kgtui.extraction.traits import is_speech_verb
from kgtui.gazetteer import MatchKind, load_gazetteer
from kgtui.language import word
from kgtui.model import EntityKind, Period, Span

_IN = ("в", "во", "на")
_CITY_WORDS = frozenset({"город", "г"})
_DAY, _MONTH = len("2025-03-04"), len("2025-03")
_CAPITAL = "столица"
_WHICH = "который"
_TO_WHICH = 3  # tokens: «в рамках которого»
_TAKING_PLACE = frozenset({"состояться", "пройти", "проходить"})
_OUTSIDE_CLAUSE = (",", ";")
_THAT = "что"
_SAYING = 2  # tokens from a comma to the verb of saying behind it


def place(scene: Scene, trigger: Trigger, rows: Iterable[Series]) -> str | None:
    """The city after «в» in the sentence, rather behind the trigger than before it; none out of an office."""
    context = scene.context
    first, stop = context.sentence(trigger.position)
    if not any(position in scene.sites or _is_capital(scene, position) for position in range(first, stop)):
        return None
    offices = {i for row in (*scene.series(trigger.position), *rows) for i in _of_office(scene, row)}
    called = range(trigger.position + 1, tail_stop(context, trigger.position + 1) if trigger.is_noun else 0)
    behind = range(trigger.position + 1, _part(scene, trigger.position).stop)
    ahead = range(trigger.position - 1, first, -1)
    for position in (*_clause(scene, behind, offices, called), *_clause(scene, ahead, offices)):
        name = _city(scene, position)
        if name is not None and (
            _governed(scene, position) or scene.context.lower(trigger.position).startswith("посе")
        ):
            return None if trigger.frame is Frame.AGREE and _is_goal(scene, position) else name
    return None


def _of_office(scene: Scene, row: Series) -> Iterator[int]:
    """The positions of a row; of «главы правительств ШОС в Москве» without the city."""
    for position in range(row.first, row.stop):
        if row.bloc and scene.context.lower(position) in _IN and position + 1 in scene.sites:
            return
        yield position


def host(scene: Scene, trigger: Trigger, site: str | None) -> tuple[str, ...]:
    """The member of a union in whose city the union sits: it sits there too."""
    code = union(scene, trigger.position) if trigger.frame is Frame.SESSION and site else None
    places = (match for match in scene.context.matches if match.kind is MatchKind.PLACE and match.name == site)
    countries = next((match.codes[:1] for match in places), ())
    members = load_gazetteer().blocs[code].members if code else ()
    return tuple(country for country in countries if country in members)


def _clause(
    scene: Scene, positions: Iterable[int], offices: Collection[int], called: Collection[int] = ()
) -> Iterator[int]:
    """The positions up to a comma outside the offices, those left out, and outside what the meeting is called
    («комиссии по торговому, научному сотрудничеству»); «встреча, которая состоится в…», «заседание, прошедшее в…» and
    «в Оше идёт форум, в рамках которого состоялась встреча» go on."""
    for position in positions:
        if position in offices:
            continue
        token = scene.context.tokens[position]
        if token.text in _OUTSIDE_CLAUSE and position not in called and not _goes_on(scene, position):
            return
        if token.is_word and is_noun_of_meeting(token.text):
            return
        yield position


@cache
def _is_aim(form: str) -> bool:
    """An infinitive («предложил наладить в Оше сборку»): what it says is somewhere and some time else."""
    reading = word(form).readings[0]
    return reading.pos == "INFN" and reading.folded not in _TAKING_PLACE


def _goes_on(scene: Scene, comma: int) -> bool:
    context = scene.context
    following = range(comma + 1, min(comma + 1 + _TO_WHICH, len(context)))
    if any(_WHICH in context.lemmas(at) for at in following):
        return True
    return any(r.pos == "PRTF" and r.folded in _TAKING_PLACE for at in following[:1] for r in context.word(at).readings)


def _is_capital(scene: Scene, position: int) -> bool:
    return _CAPITAL in scene.context.lemmas(position)


def _city(scene: Scene, position: int) -> str | None:
    """«в Душанбе», «в столице Таджикистана»."""
    if _is_capital(scene, position):
        codes = scene.lands.codes(position - 1, position + 3)
        return load_gazetteer().countries[codes[0]].capital or None if len(codes) == 1 else None
    if position not in scene.sites:
        return None
    match = scene.context.named.get(position)
    if match is not None and match.first == position and match.kind is MatchKind.PLACE:
        return match.name
    entity = scene.cast.at(position, EntityKind.PLACE)
    if entity is not None and scene.cast.at(position - 1, EntityKind.PLACE) is not entity:
        return entity.name
    return None


def _is_goal(scene: Scene, position: int) -> bool:
    """«обсудили переброску воды в Аральское море»: where to, not where."""
    cases = cases_of(scene.context.tokens[position].text)
    return "accs" in cases and "loct" not in cases


def _governed(scene: Scene, position: int) -> bool:
    context = scene.context
    before = position - 1
    while before > 0 and (
        context.tokens[before].text == "."
        or not context.lemmas(before).isdisjoint(_CITY_WORDS)
        or is_adjective(context.tokens[before].text)
    ):
        before -= 1
    return before >= 0 and context.lower(before) in _IN


def date(scene: Scene, trigger: Trigger) -> Period | None:
    """The day or month nearest to the trigger in its part of the sentence, a day first; else the year after «в». The
    day on which somebody told of it is none."""
    part = _part(scene, trigger.position)
    if not part:
        return None
    tokens = scene.context.tokens
    start, end, at = tokens[part.start].start, tokens[part.stop - 1].end, tokens[trigger.position].start
    named = [
        p
        for p in scene.periods
        if p.span is not None and start <= p.span.start < end and not _is_of_telling(scene, trigger.position, p.span)
    ]
    found = [p for p in named if len(p.start) == _DAY] or [p for p in named if len(p.start) == _MONTH]
    found = found or [p for p in named if _is_within(scene, p)]
    return min(found, key=lambda p: abs(p.span.start - at) if p.span else 0, default=None)


def _is_of_telling(scene: Scene, at: int, period: Span) -> bool:
    """«МИД сообщил 15 декабря, что … посетит», «посетит …, сообщила 9 января пресс-служба»."""
    context, places = scene.context, scene.context.positions(period)
    first, stop = context.sentence(at)
    if not places:
        return False
    if places.start < at:
        commas = (i for i in range(places.stop, at) if context.tokens[i].text == "," and context.lower(i + 1) == _THAT)
        return any(_says(scene, range(first, comma)) for comma in commas)
    commas = (i for i in range(at + 1, places.start) if context.tokens[i].text == ",")
    return any(_says(scene, range(comma + 1, min(stop, comma + 1 + _SAYING))) for comma in commas)


def _says(scene: Scene, positions: range) -> bool:
    tokens = scene.context.tokens
    return any(tokens[i].is_word and is_speech_verb(tokens[i].text) for i in positions)


def _part(scene: Scene, position: int) -> range:
    """The tokens around one up to semicolons and to an aim: what follows is said of something else."""
    first, stop = scene.context.sentence(position)
    tokens = scene.context.tokens
    begin = next((i + 1 for i in range(position, first - 1, -1) if tokens[i].text == ";"), first)
    ends = (
        i for i in range(position + 1, stop) if tokens[i].text == ";" or (tokens[i].is_word and _is_aim(tokens[i].text))
    )
    return range(begin, next(ends, stop))


def _is_within(scene: Scene, period: Period) -> bool:
    """«в 2026 году», not «план на 2026 год»."""
    places = scene.context.positions(period.span) if period.span else range(0)
    return bool(places) and places.start > 0 and scene.context.lower(places.start - 1) in _IN[:2]
