"""From a trigger to those who meet, by the frame of its word."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kgtui.extraction.meetings.by_journey import travel, visit
from kgtui.extraction.meetings.by_noun import hand, talks, tell, thank
from kgtui.extraction.meetings.by_presence import gather, join, session
from kgtui.extraction.meetings.by_verb import agree, call, meet, receive
from kgtui.extraction.meetings.clause import Clause
from kgtui.extraction.meetings.forms import Frame
from kgtui.extraction.meetings.scene import Scene
from kgtui.extraction.meetings.sides import Sides
from kgtui.extraction.meetings.triggers import Trigger

_FRAMES: Mapping[Frame, Callable[[Clause], Sides | None]] = {
    Frame.MEET: meet,
    Frame.RECEIVE: receive,
    Frame.CALL: call,
    Frame.AGREE: agree,
    Frame.TRAVEL: travel,
    Frame.VISIT: visit,
    Frame.TALKS: talks,
    Frame.HAND: hand,
    Frame.THANK: thank,
    Frame.SESSION: session,
    Frame.GATHER: gather,
    Frame.TELL: tell,
    Frame.JOIN: join,
}


def sides(scene: Scene, trigger: Trigger) -> Sides | None:
    """Those who meet; None where the trigger's word tells of no meeting."""
    return _FRAMES[trigger.frame](Clause(scene, trigger))
