"""The tour for somebody new: what is shown, step by step, and which actions take one on. It takes no keys: whoever does
what a step tells of, or anything else, does it as always."""

from __future__ import annotations

from typing import NamedTuple

from kgtui.keys import DESK, KEY_NAMES, PANES, Area
from kgtui.locale import t


class Step(NamedTuple):
    """``name``: its words in the catalogue, ``screen.tour.<name>``. ``by``: the actions of which one takes on.
    ``where``: the areas in which it tells what to do; in any other, how to get there, as the words under
    ``screen.tour.elsewhere.<name>`` do."""

    name: str
    by: tuple[str, ...]
    where: tuple[Area, ...] = (*DESK, Area.SEARCH)


STEPS = (
    Step("move", ("down", "up"), (Area.LIST,)),
    Step("open", ("open",), (Area.LIST,)),
    Step("facts", ("next_fact",), (Area.ARTICLE,)),
    Step("country", ("country",), (Area.LIST, Area.ARTICLE, Area.ENTITIES)),
    Step("back", ("back",)),
    Step("search", ("search",), PANES),
    Step("find", ("open", "back", "leave_search"), (Area.SEARCH,)),
    Step("palette", ("palette", "palette_line", "help")),
)


def words_of(step: int, area: Area) -> str:
    """What stands in the line of the tour while one is in an area."""
    name, _by, where = STEPS[step]
    words = t(f"screen.tour.{name}" if area in where else f"screen.tour.elsewhere.{name}", keys=KEY_NAMES)
    return t("screen.tour.step", step=step + 1, steps=len(STEPS), words=words)


def is_taken_by(step: int, action_id: str, area: Area) -> bool:
    """Whether an action that is done in an area is what a step tells of."""
    return action_id in STEPS[step].by and area in STEPS[step].where


def is_first_start() -> bool:
    """Whether nobody was told of the tour yet; from now on somebody was. Raises DamagedFile, OSError."""
    from kgtui.reader import prefer, preferences  # noqa: PLC0415 - not before the first paint

    is_first = not preferences().toured
    if is_first:
        prefer(toured=True)
    return is_first
