"""The nouns of the program: frozen values that every room may hold and none may change."""

from kgtui.model.documents import Article, DateOrigin, Document, Headline, Span
from kgtui.model.doubts import Doubt
from kgtui.model.entities import Entity, EntityKind
from kgtui.model.facts import (
    FACT_TYPES,
    TOLD,
    Actor,
    Amount,
    Approximation,
    Direction,
    Fact,
    FactKind,
    Facts,
    Figure,
    FigureKind,
    Meeting,
    MeetingStage,
    Period,
    Promise,
    PromiseStage,
    Quote,
    kind_of,
)
from kgtui.model.recognition import Recognised, RecognisedKind, Recognition

__all__ = [
    "FACT_TYPES",
    "TOLD",
    "Actor",
    "Amount",
    "Approximation",
    "Article",
    "DateOrigin",
    "Direction",
    "Document",
    "Doubt",
    "Entity",
    "EntityKind",
    "Fact",
    "FactKind",
    "Facts",
    "Figure",
    "FigureKind",
    "Headline",
    "Meeting",
    "MeetingStage",
    "Period",
    "Promise",
    "PromiseStage",
    "Quote",
    "Recognised",
    "RecognisedKind",
    "Recognition",
    "Span",
    "kind_of",
]
