"""The nouns of the program: frozen values that every room may hold and none may change."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.model.documents import Article, DateOrigin, Document
    from kgtui.model.doubts import Doubt
    from kgtui.model.entities import Entity
    from kgtui.model.facts import (
        FACT_TYPES,
        PROPORTIONS,
        Actor,
        Amount,
        Approximation,
        Direction,
        Fact,
        Facts,
        Figure,
        FigureKind,
        Meeting,
        MeetingManner,
        MeetingStage,
        Period,
        Promise,
        PromiseStage,
        Quote,
        Stated,
        Topic,
    )
    from kgtui.model.headlines import Headline, Span
    from kgtui.model.kinds import FACTS_VERSION, RENAMEABLE, TOLD, EntityKind, FactKind
    from kgtui.model.marks import NO_MARKS, MarkFilter, MarkKind, Marks, tag_key
    from kgtui.model.recognition import Recognised, RecognisedKind, Recognition
else:
    from kgtui.unloaded import names_of

    __getattr__ = names_of(
        __name__, "kinds", "headlines", "marks", "documents", "doubts", "entities", "facts", "recognition"
    )

__all__ = [
    "FACTS_VERSION",
    "FACT_TYPES",
    "NO_MARKS",
    "PROPORTIONS",
    "RENAMEABLE",
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
    "MarkFilter",
    "MarkKind",
    "Marks",
    "Meeting",
    "MeetingManner",
    "MeetingStage",
    "Period",
    "Promise",
    "PromiseStage",
    "Quote",
    "Recognised",
    "RecognisedKind",
    "Recognition",
    "Span",
    "Stated",
    "Topic",
    "tag_key",
]
