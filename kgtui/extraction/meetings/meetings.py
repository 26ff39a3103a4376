"""The meetings of an article."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.extraction.cast import Cast, actor
from kgtui.extraction.context import Context
from kgtui.extraction.meetings.contacts import contacts
from kgtui.extraction.meetings.forms import Frame
from kgtui.extraction.meetings.merging import merged
from kgtui.extraction.meetings.scene import Scene
from kgtui.extraction.meetings.tellings import Telling, tellings
from kgtui.model import Meeting, MeetingStage, Period


def meetings(context: Context, cast: Cast, periods: Sequence[Period]) -> tuple[Meeting, ...]:
    """The meetings of an article, each once, in the order in which the text first tells of them."""
    scene = Scene(context, cast, periods)
    return tuple(_meeting(telling, context) for telling in contacts(scene, merged(tellings(scene))))


def _inferred(telling: Telling, context: Context) -> Period | None:
    """The day of publication for a meeting that the article brings as news."""
    if context.published is None or telling.stage is not MeetingStage.HELD or telling.earlier:
        return None
    day = context.published.isoformat()
    return Period(day, day)


def _is_of_heads(telling: Telling) -> bool:
    """«Встреча глав делегаций с Х»: one met all of them."""
    return telling.frame is Frame.TALKS and telling.occasion is not None and len(telling.persons) == 1


def _meeting(telling: Telling, context: Context) -> Meeting:
    return Meeting(
        span=telling.span,
        form=telling.form.code,
        kind=telling.form.kind,
        stage=telling.stage,
        participants=tuple(actor(person) for person in telling.persons),
        countries=telling.countries,
        place=telling.place,
        date=telling.date or _inferred(telling, context),
        occasion=telling.occasion,
        manner=telling.manner,
        circumstances=telling.circumstances,
        of_many=telling.of_union or telling.of_sides or _is_of_heads(telling),
        told=telling.told,
        found_by=telling.found_by,
        doubt=telling.doubt,
    )
