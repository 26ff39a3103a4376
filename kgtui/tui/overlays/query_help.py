"""The query language with examples that find something in the open library; Enter on one tries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.strip import Strip

from kgtui.keys import KEY_NAMES, Area, helpful_in, key_name
from kgtui.locale import t
from kgtui.tui.drawing.paint import line, wrapped
from kgtui.tui.jobs.examples import CONSTRUCTS, examples
from kgtui.tui.overlays.pane_screen import ChoiceScreen
from kgtui.tui.widgets.entries import EntryPane
from kgtui.tui.widgets.entry import Entry, EntryLine, gap

_TERM = 36  # columns
_TEXT = 72  # columns


class QueryExamples(EntryPane):
    """Values are queries. ``examples`` are None until they are found."""

    def __init__(self) -> None:
        super().__init__(Area.QUERIES)
        self._examples: Mapping[str, str] | None = None

    def show(self, found: Mapping[str, str]) -> None:
        self._examples = found
        self.refill(cursor=self.cursor, top=self.top)

    def show_none(self, _error: Exception) -> None:
        """The keys are explained all the same."""
        self.show({})

    def heading(self, width: int) -> list[Strip]:
        title = line(
            [(" ", self.inks.text), self.title(t("screen.query.heading", keys=KEY_NAMES))], width, self.inks.text
        )
        return [title, line([], width, self.inks.text)]

    def make_entries(self, width: int) -> Sequence[Entry]:
        entries = [
            self._explained(width, self._examples[name], t(f"screen.query.{name}.help"), self._examples[name])
            for name in CONSTRUCTS
            if self._examples and name in self._examples
        ]
        if self._examples is None:
            entries = [Entry((EntryLine([(t("screen.query.loading"), self.inks.dim)], []),))]
        keys = [
            self._explained(width, "  ".join(key_name(key) for key in action.keys_in(Area.SEARCH)), action.help, None)
            for action in helpful_in(Area.SEARCH)
        ]
        return [*entries, gap(), *keys]

    def _explained(self, width: int, term: str, words: str, value: str | None) -> Entry:
        """A term in its own column, the words beside it; below it where the term is too long."""
        column = min(_TERM, max(12, width * 2 // 5))
        texts = wrapped(words, max(8, min(_TEXT, width - column - 2)), 4)
        ink = self.inks.accent
        if len(term) < column:
            first = EntryLine([(f"{term:<{column}}", ink), (texts.pop(0), self.inks.text)], [])
        else:
            first = EntryLine([(term, ink)], [])
        return Entry((first, *(EntryLine([(" " * column + each, self.inks.text)], []) for each in texts)), value)


class QueryHelpScreen(ChoiceScreen):
    """Closed with a query to try, or with None."""

    def __init__(self) -> None:
        self._examples = QueryExamples()
        super().__init__(self._examples)

    def on_mount(self) -> None:
        super().on_mount()
        self.explorer.detail_thread.ask("examples", examples, self._examples.show, self._examples.show_none)
