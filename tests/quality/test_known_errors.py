"""The table of known errors holds errors only."""

from __future__ import annotations

from .known_errors import known_errors


def test_known_errors_are_errors_still() -> None:
    mended = [error.text for error in known_errors() if error.given == error.wanted]
    assert mended == []


def test_every_kind_of_fact_has_a_known_error() -> None:
    kinds = {error.kind for error in known_errors()}
    assert {"figure", "quote", "statement", "meeting", "promise", "person", "organisation", "project"} <= kinds
