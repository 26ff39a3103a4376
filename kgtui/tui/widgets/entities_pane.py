"""What the open article names, kind by kind, with how often."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.strip import Strip

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.model import TOLD, EntityKind
from kgtui.tui.drawing.paint import Piece, Pieces, spread, width_of, wrapped
from kgtui.tui.drawing.signs import FACT_MARKS, MARKS
from kgtui.tui.widgets.entries import EntryPane
from kgtui.tui.widgets.entry import Entry, EntryLine, gap

if TYPE_CHECKING:
    from kgtui.model import Entity, Facts

_ORDER = (
    (EntityKind.PERSON,),
    (EntityKind.COUNTRY,),
    (EntityKind.BLOC, EntityKind.ORGANISATION),
    (EntityKind.PLACE,),
    (EntityKind.PROJECT,),
)


class EntitiesPane(EntryPane):
    ruled = True

    def __init__(self) -> None:
        super().__init__(Area.ENTITIES)
        self.add_class("-closed")
        self.facts: Facts | None = None

    def show(self, facts: Facts | None, *, cursor: int = 0, top: int = 0) -> None:
        """What an open article names, or will."""
        self.remove_class("-closed")
        self.facts = facts
        self.refill(cursor=cursor, top=top)

    def close(self) -> None:
        """No article is open."""
        self.show(None)
        self.add_class("-closed")

    @property
    def entity(self) -> Entity | None:
        """The entity under the cursor."""
        from kgtui.model import Entity  # noqa: PLC0415 - not before an article is open

        return self.value if isinstance(self.value, Entity) else None

    def heading(self, width: int) -> list[Strip]:
        """The title, and how many facts of each kind the article tells."""
        ink = self.inks
        title: Pieces = [(" ", ink.text), self.title(t("screen.entities.heading"))]
        heading = spread(title, [*self._told(width - width_of(title) - 3), (" ", ink.text)], width, ink.text)
        if self.region.y <= 1:
            return [heading]
        return [self.rule(width), heading]

    def _told(self, room: int) -> Pieces:
        """Wide apart where there is room; of as many kinds as there is room for."""
        told = [fact.fact_kind for fact in self.facts.told] if self.facts else []
        counts = {kind: told.count(kind) for kind in TOLD}
        pieces: Pieces = []
        for apart in ("  ", " "):
            pieces = []
            for kind, count in counts.items():
                if count:
                    space = apart if pieces else ""
                    pieces += [(f"{space}{FACT_MARKS[kind]} ", self.inks.facts[kind]), (str(count), self.inks.dim)]
            if width_of(pieces) <= room:
                return pieces
        while pieces and width_of(pieces) > room:
            pieces = pieces[:-2]
        return pieces

    def make_entries(self, width: int) -> Sequence[Entry]:
        if self.facts is None or not self.facts.entities:
            words = t("screen.entities.closed" if self.facts is None else "screen.entities.none")
            return [Entry((EntryLine([(each, self.inks.dim)], []),)) for each in wrapped(words, max(1, width - 2), 6)]
        entries: list[Entry] = []
        for kinds in _ORDER:
            group = [entity for entity in self.facts.entities if entity.kind in kinds]
            if group and entries:
                entries.append(gap())
            entries.extend(self._entry(entity, width) for entity in sorted(group, key=lambda e: -len(e.spans)))
        return entries

    def _entry(self, entity: Entity, width: int) -> Entry:
        """One line; the office stands on a second one where it does not fit beside the name."""
        ink = self.inks
        style = ink.kinds[entity.kind]
        name: list[Piece] = [
            (MARKS[entity.kind] + " ", style),
            (entity.name, style),
            ("?" if entity.doubtful else "", ink.dim),
        ]
        count: list[Piece] = [(f" {len(entity.spans)} ", ink.dim)]
        if not entity.role:
            return Entry((EntryLine(name, count),), entity)
        if width_of(name) + len(entity.role) + 7 <= width:
            return Entry((EntryLine([*name, ("  " + entity.role, ink.dim)], count),), entity)
        roles = wrapped(entity.role, max(1, width - 4), 2)
        under = [EntryLine([("  " + each, ink.dim)], []) for each in roles]
        return Entry((EntryLine(name, count), *under), entity)
