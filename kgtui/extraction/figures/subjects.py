"""The countries that an article is about: those of its first sentences, and those it names most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.names.body_words import country_of_body
from kgtui.extraction.phrases import cases_of
from kgtui.gazetteer import GazetteerMatch, MatchKind, Sense
from kgtui.model import EntityKind

_MONEY = frozenset({"доллар", "долл", "рубль", "юань", "фунт", "франк"})
_TOWARDS = frozenset("из с со к для через".split())
_INTO = frozenset({"в", "во", "на"})
_LEAD = 2  # sentences
_WHOLE = 6  # tokens; less is a dateline or a heading
_LEADING = 3.0  # what a country in them weighs, against 1 further on
_OTHER_SIDE = 0.5  # what the other side of a flow weighs
_LIKE = 0.5  # a country that weighs less than this part of the first one is not what the article is about
_MOST = 3  # more countries are a summit: its figures belong to nobody in particular


def named_countries(context: Context) -> list[GazetteerMatch]:
    """The countries named in an article, without those of currencies («долларов США»)."""
    return [match for match in context.matches if match.kind is MatchKind.COUNTRY and not _is_of_money(context, match)]


def is_other_side(context: Context, match: GazetteerMatch) -> bool:
    """Whether a country is where something comes from or goes to: «из России», «в Казахстан», «с Китаем»."""
    before = preposition_of(context, match)
    if before in _INTO:
        return "loct" not in cases_of(context.tokens[match.stop - 1].text)
    return before in _TOWARDS


def preposition_of(context: Context, match: GazetteerMatch) -> str:
    """The word before a country or before the list of countries that it stands in; "" before an adjective."""
    if match.sense in (Sense.ADJECTIVE, Sense.DEMONYM):
        return ""
    at = match.first - 1
    while at > 1 and context.lower(at) in ("и", ",") and context.named.get(at - 1):  # «из Кении и Индии»
        at = context.named[at - 1].first - 1
    return context.lower(at) if at >= 0 else ""


def subjects(context: Context, cast: Cast, named: Iterable[GazetteerMatch]) -> tuple[str, ...]:
    """The alpha-2 codes of at most three countries, that of which most is told first; none of a summit or a union."""
    weights: defaultdict[str, float] = defaultdict(float)
    leading: set[str] = set()
    told = False
    end = _lead_stop(context)
    for match in named:
        other_side = is_other_side(context, match)
        weights[match.code] += (_LEADING if match.first < end else 1) * (_OTHER_SIDE if other_side else 1)
        if match.first < end and not other_side:
            leading.add(match.code)
        told |= not other_side or preposition_of(context, match) in _INTO
    if weights and (not told or (not leading and _names_bloc(context, end))):
        return ()
    for code in _of_places_people_and_bodies(context, cast):
        weights[code] += _LIKE
    most = max(weights.values(), default=0)
    ranked = sorted(weights, key=lambda code: -weights[code])
    main = [code for code in ranked if weights[code] > _LIKE * most or code in leading]
    if len(main) > _MOST:
        main = [code for code in main if code in leading]
    return tuple(main) if len(main) <= _MOST else ()


def _of_places_people_and_bodies(context: Context, cast: Cast) -> Iterator[str]:
    """The countries of the places, people and bodies that are named: often the only sign of one's own in home news."""
    for match in context.matches:
        if match.kind is MatchKind.PLACE:
            yield from match.codes[:1]
    yield from (entity.country for entity in cast.entities if entity.country and entity.kind is EntityKind.PERSON)
    bodies = (entity.name for entity in cast.entities if entity.kind is EntityKind.ORGANISATION)
    yield from (country for name in bodies if (country := country_of_body(name)) is not None)


def _lead_stop(context: Context) -> int:
    """Where the first sentences end; a dateline is none."""
    whole = [each.stop for each in context.analysis.sentences if each.stop - each.first >= _WHOLE]
    return whole[:_LEAD][-1] if whole else len(context)


def _names_bloc(context: Context, end: int) -> bool:
    return any(match.kind is MatchKind.BLOC and match.first < end for match in context.matches)


def _is_of_money(context: Context, match: GazetteerMatch) -> bool:
    before = match.first - 1
    if before > 0 and context.tokens[before].text == ".":
        before -= 1
    return before >= 0 and not context.lemmas(before).isdisjoint(_MONEY)
