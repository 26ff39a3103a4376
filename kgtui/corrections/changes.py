"""What a reader can say of facts: that one is none, that a part of it is otherwise, that two names are one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kgtui.model import FACT_TYPES, Entity, EntityKind, FactKind, Span, Stated

# By the kind of a fact or an entity: the fields that a reader may set.
_NAMED = frozenset({"name", "key", "role", "country", "kind"})
_SAID = frozenset({"speaker"})
AMENDABLE: Mapping[str, frozenset[str]] = {
    FactKind.FIGURE.value: frozenset(
        {"amount", "kind", "approximation", "change", "about", "countries", "period"},
    ),
    FactKind.QUOTE.value: _SAID,
    FactKind.STATEMENT.value: _SAID,
    FactKind.MEETING.value: frozenset({"kind", "stage", "participants", "countries", "place", "date"}),
    FactKind.PROMISE.value: frozenset({"stage", "what", "who", "amount", "due", "speaker"}),
    **{kind.value: _NAMED for kind in EntityKind},
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact or an entity stands, so that it is found again after a new extraction: the id of its article, its
    kind (of a fact or of an entity), and the words that it was read from (of an entity one mention)."""

    article: str
    kind: str
    span: Span
    surface: str

    @property
    def is_of_entity(self) -> bool:
        return self.kind in {kind.value for kind in EntityKind}

    @property
    def type(self) -> type[Entity | Stated]:
        """Of what stands there. Raises ValueError where the kind is none."""
        return Entity if self.is_of_entity else FACT_TYPES[FactKind(self.kind)]


@dataclass(frozen=True, slots=True)
class Hide:
    """A fact that is none; an entity with all its mentions, or with ``mention_only`` the one that the place gives."""

    place: Place
    mention_only: bool = False


@dataclass(frozen=True, slots=True)
class Amend:
    """Other values for fields of a fact, as `kgtui.model.codec.plain` gives them."""

    place: Place
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Merge:
    """Whatever has the first key is what has the key ``into``, in all articles."""

    kind: EntityKind
    key: str
    name: str
    into: str
    into_name: str


@dataclass(frozen=True, slots=True)
class Split:
    """What was merged into another is its own again."""

    kind: EntityKind
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Rename:
    """Another name for what has a key, in all articles; the key stays."""

    kind: EntityKind
    key: str
    name: str
    was: str


@dataclass(frozen=True, slots=True)
class Undo:
    """The correction with this id does not hold."""

    correction: str


Change = Hide | Amend | Merge | Split | Rename | Undo
CHANGES: Mapping[str, type[Change]] = {
    "hide": Hide,
    "set": Amend,
    "merge": Merge,
    "split": Split,
    "rename": Rename,
    "undo": Undo,
}


@dataclass(frozen=True, slots=True)
class Correction:
    """A change with who made it and when."""

    id: str
    when: datetime
    who: str
    change: Change
