"""A correction as a line of JSON, and back."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from kgtui.corrections.changes import AMENDABLE, CHANGES, Amend, Change, Correction
from kgtui.model import Period
from kgtui.model.codec import plain, revived, revived_field


def line_of(correction: Correction) -> str:
    """
    >>> from datetime import timezone
    >>> from kgtui.corrections.changes import Undo
    >>> line_of(Correction("7f", datetime(2025, 11, 21, tzinfo=timezone.utc), "aigul", Undo("6e")))
    '{"id": "7f", "when": "2025-11-21T00:00:00+00:00", "who": "aigul", "do": "undo", "correction": "6e"}'
    """
    return json.dumps(record_of(correction), ensure_ascii=False)


def record_of(correction: Correction) -> dict[str, Any]:
    """The object of a line."""
    change = correction.change
    (do,) = (name for name, kind in CHANGES.items() if kind is type(change))
    head = {"id": correction.id, "when": correction.when.isoformat(), "who": correction.who, "do": do}
    return {**head, **plain(change)}


def correction_in(line: str) -> Correction:
    """Raises ValueError with what is wrong where the line holds none."""
    try:
        record = json.loads(line)
        change: Change = revived(CHANGES[record["do"]], record)
        when = datetime.fromisoformat(record["when"])
        correction = Correction(str(record["id"]), when.astimezone(), str(record["who"]), change)
        if isinstance(change, Amend):
            amended_values(change)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error
    return correction


def amended_values(change: Amend) -> dict[str, Any]:
    """Field → value, of what a correction sets. Raises ValueError, TypeError or KeyError where that cannot be set."""
    kind = change.place.kind
    for name in change.values:
        if name not in AMENDABLE[kind]:
            raise KeyError(f"{kind}.{name}")
    found = {name: revived_field(change.place.type, name, value) for name, value in change.values.items()}
    for value in found.values():
        if isinstance(value, Period):
            _ = value.first_day, value.last_day  # a date that there is not raises
    return found
