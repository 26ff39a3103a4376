"""The list of all that an article tells, kind by kind; what is typed leaves fewer, «?» those that are not sure. Enter
goes to the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.export.told import told_words
from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.model import TOLD, Fact
from kgtui.tui.drawing.paint import cut_at_word
from kgtui.tui.drawing.signs import FACT_MARKS
from kgtui.tui.overlays.chooser import ChoicePane, Chooser
from kgtui.tui.widgets.entry import Entry, EntryLine, gap
from kgtui.tui.widgets.search_line import Field

DOUBTFUL = "?"


class FactChoices(ChoicePane):
    def __init__(self, facts: Sequence[Fact], text: str) -> None:
        super().__init__(Area.OUTLINE)
        self._facts = facts
        self._text = text

    def make_entries(self, width: int) -> Sequence[Entry]:
        entries: list[Entry] = []
        for kind in TOLD:
            found = [fact for fact in self._facts if fact.fact_kind is kind and self._is_wanted(fact)]
            if found:
                name = EntryLine([(t(f"fact.kinds.{kind.value}").capitalize(), self.inks.accent)], [])
                entries += [*([gap()] if entries else []), Entry((name,))]
                entries += [self._entry(fact, width) for fact in found]
        return entries or self._said(t("screen.outline.nothing", keys=KEY_NAMES), width)

    def _is_wanted(self, fact: Fact) -> bool:
        """By the words typed; a question mark asks for what is not sure."""
        if DOUBTFUL in self.typed and not fact.doubt:
            return False
        words = self.typed.replace(DOUBTFUL, " ").split()
        line = f"{told_words(fact, self._text)} {fact.span.of(self._text)}".lower()
        return all(word.lower() in line for word in words)

    def _entry(self, fact: Fact, width: int) -> Entry:
        kind = fact.fact_kind
        mark = (f"{FACT_MARKS[kind]} ", self.inks.facts[kind])
        words = (told_words(fact, self._text), self.inks.text)
        return Entry((EntryLine(cut_at_word([mark, words], width - 2), []),), fact)


class OutlineScreen(Chooser):
    """Closed with the fact to go to, or with None."""

    def __init__(self, facts: Sequence[Fact], text: str) -> None:
        field = Field(Area.OUTLINE, placeholder=t("screen.outline.placeholder"))
        super().__init__("outline", field, FactChoices(facts, text))
