"""The tour for somebody new: what is shown, step by step, and which actions take one on. It takes no keys: whoever does
what a step tells of, or anything else, does it as always."""

from __future__ import annotations

from typing import NamedTuple

from kgtui.keys import KEY_NAMES
from kgtui.locale import t


class Step(NamedTuple):
    """``name``: its words in the catalogue, ``screen.tour.<name>``. ``by``: the actions of which one takes on."""

    name: str
    by: tuple[str, ...]


STEPS = (
    Step("move", ("down", "up")),
    Step("open", ("open",)),
    Step("facts", ("next_fact",)),
    Step("country", ("country",)),
    Step("back", ("back",)),
    Step("search", ("search",)),
    Step("find", ("open", "back", "leave_search")),
    Step("palette", ("palette", "palette_line", "help")),
)


def words_of(step: int) -> str:
    """What stands in the line of the tour."""
    words = t(f"screen.tour.{STEPS[step].name}", keys=KEY_NAMES)
    return t("screen.tour.step", step=step + 1, steps=len(STEPS), words=words)


def is_first_start() -> bool:
    """Whether nobody was told of the tour yet; from now on somebody was. Raises DamagedFile, OSError."""
    from kgtui.reader import prefer, preferences  # noqa: PLC0415 - not before the first paint

    is_first = not preferences().toured
    if is_first:
        prefer(toured=True)
    return is_first
