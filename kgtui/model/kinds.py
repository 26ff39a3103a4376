"""Which kinds of things articles name, and of facts they tell."""

from __future__ import annotations

from enum import Enum


class EntityKind(str, Enum):
    COUNTRY = "country"
    BLOC = "bloc"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PROJECT = "project"


# Readers may give them other names, and make two of them one: no table of the world knows them all.
RENAMEABLE = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.PROJECT)


class FactKind(str, Enum):
    """Which of the lists of `Facts` a fact stands in."""

    FIGURE = "figure"
    QUOTE = "quote"
    STATEMENT = "statement"
    MEETING = "meeting"
    PROMISE = "promise"
    PERIOD = "period"
    TOPIC = "topic"


# In the order in which readers see them.
TOLD = tuple(kind for kind in FactKind if kind not in (FactKind.PERIOD, FactKind.TOPIC))

FACTS_VERSION = 5  # of the extractors: raised whenever the same text may give other facts
