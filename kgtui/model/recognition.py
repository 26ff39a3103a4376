"""What the neural recogniser says of a text, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgtui.model.headlines import Span


class RecognisedKind(str, Enum):
    """The kinds that the recogniser tells apart, by the labels of its model."""

    PERSON = "PER"
    PLACE = "LOC"
    BODY = "ORG"


@dataclass(frozen=True, slots=True, order=True)
class Recognised:
    """A name as the model marks it: a span of the text, and what it takes it for."""

    span: Span
    kind: RecognisedKind


@dataclass(frozen=True, slots=True)
class Recognition:
    """All names that the recogniser marks in one body, in text order, none over another; ``version`` is its own."""

    version: int
    names: tuple[Recognised, ...]
