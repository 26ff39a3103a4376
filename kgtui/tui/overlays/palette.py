"""Everything by name: commands, saved searches, countries, marks, persons, bodies, articles. What is typed narrows the
list; Enter takes what is marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from kgtui.keys import ACTIONS, KEY_NAMES, Action, Area, Group, Need
from kgtui.locale import t
from kgtui.model import Headline
from kgtui.tui.drawing.paint import Pieces, cut_at_word, width_of
from kgtui.tui.drawing.signs import MARKS
from kgtui.tui.fitting import best_first
from kgtui.tui.jobs import searches
from kgtui.tui.jobs.briefs import About
from kgtui.tui.jobs.marked import MyMarks, my_marks
from kgtui.tui.jobs.questions import CountryRow
from kgtui.tui.jobs.saved import SavedRow, saved_rows
from kgtui.tui.jobs.worker import Job
from kgtui.tui.overlays.chooser import ChoicePane, Chooser
from kgtui.tui.overlays.marks import mark_entry, note_entry
from kgtui.tui.widgets.entry import Entry, EntryLine, gap
from kgtui.tui.widgets.search_line import Field
from kgtui.tui.words import articles, citation, mark_name

if TYPE_CHECKING:
    from kgtui.library import EntityCount
    from kgtui.reader import MarkBook

_COUNTRIES = 12
_NOTES = 12
_NAMES = frozenset({"countries", "whom"})  # go before articles, which may come sooner
_BEFORE_ALL = -1  # fits better than anything


@dataclass(frozen=True, slots=True)
class _Group:
    """Entries of one kind; ``fit`` is how well the first of them fits what is typed, lower is better."""

    name: str
    entries: Sequence[Entry]
    fit: int = 0


class Choices(ChoicePane):
    """What the typed words leave: values are action ids, saved searches, countries, whoever else has a brief, and
    headlines. What is known at once stands in the order in which it fits; what comes later, below it."""

    def __init__(self, countries: Sequence[CountryRow], area: Area, why_not: Callable[[Action], str]) -> None:
        super().__init__(Area.PALETTE)
        self._countries = countries
        self._commands = [action for action in ACTIONS if action.in_palette]
        self._commands.sort(
            key=lambda action: (bool(why_not(action)), action.need is not Need.WORK, area not in action.where)
        )
        self._why_not = why_not
        self._saved: Sequence[SavedRow] = ()
        self._whom: Sequence[EntityCount] = ()
        self._found: Sequence[Headline] = ()
        self._mine = MyMarks()

    def narrow(self, typed: str) -> None:
        self._whom = ()
        self._found = ()
        super().narrow(typed)

    def add_countries(self, countries: Sequence[CountryRow]) -> None:
        self._countries = countries
        self.come("countries")

    def add_saved(self, rows: Sequence[SavedRow]) -> None:
        self._saved = rows
        self.come("saved")

    def add_marks(self, mine: MyMarks) -> None:
        self._mine = mine
        self.come("marks")

    def add_whom(self, typed: str, named: Sequence[EntityCount]) -> None:
        """Those for a line that is no longer there come too late."""
        if typed == self.typed:
            self._whom = named
            self.come("whom")

    def add_articles(self, typed: str, found: Sequence[Headline]) -> None:
        if typed == self.typed:
            self._found = found
            self.come("articles")

    def come(self, what: str, _error: Exception | None = None) -> None:
        """It is there, or will not be: what is there already can be chosen all the same."""
        self.awaited.discard(what)
        self.grow()

    @property
    def is_on_first_article(self) -> bool:
        """Whether an article is the first that can be chosen, and the reader has not moved on."""
        return isinstance(self.value, Headline) and self.value == self._found[0]

    def make_entries(self, width: int) -> Sequence[Entry]:
        at_once = [self._saved_group(), self._country_group(), self._marks_group(width), *self._command_groups(width)]
        groups = [group for group in at_once if group.entries]
        # Where nothing is typed none fits better, but what can be stopped comes first all the same.
        groups.sort(key=lambda group: group.fit if self.typed.strip() else min(group.fit, 0))
        shown = {entry.value.code for group in groups for entry in group.entries if isinstance(entry.value, CountryRow)}
        groups += [
            _Group(t("screen.palette.whom"), [self._who(each) for each in self._whom if each.key not in shown]),
            _Group(t("screen.palette.articles"), [self._article(headline, width) for headline in self._found]),
        ]
        entries: list[Entry] = []
        for group in groups:
            if group.entries:
                name = EntryLine([(group.name, self.inks.accent)], [])
                entries += [*([gap()] if entries else []), Entry((name,)), *group.entries]
        return entries or self._said(t("screen.palette.nothing", keys=KEY_NAMES), width)

    def _saved_group(self) -> _Group:
        fit = best_first(self._saved, lambda row: row.search.name, self.typed)
        return _Group(t("screen.palette.saved"), [self._saved_search(row) for row in fit.values], fit.best)

    def _country_group(self) -> _Group:
        """None before something is typed: there would be little else to see."""
        countries = self._countries if self.typed.strip() else ()
        fit = best_first(countries, lambda row: row.name, self.typed)
        return _Group(t("screen.palette.countries"), [self._country(row) for row in fit.values[:_COUNTRIES]], fit.best)

    def _marks_group(self, width: int) -> _Group:
        """Lists of what the reader has marked, and notes by their words; none before something is typed."""
        mine = self._mine if self.typed.strip() else MyMarks()
        rows = best_first(mine.rows, lambda row: mark_name(row.wanted), self.typed)
        notes = best_first(mine.notes, lambda row: row.note, self.typed)
        entries = [mark_entry(row, self.inks) for row in rows.values]
        entries += [note_entry(row, width, self.inks) for row in notes.values[:_NOTES]]
        return _Group(t("screen.palette.marks"), entries, min(rows.best, notes.best))

    def _command_groups(self, width: int) -> list[_Group]:
        """All, by what they are for, until something is typed; then those that fit, the best first. While something
        can be stopped, that comes before all else."""
        fit = best_first(self._commands, lambda action: f"{action.name} {action.also}", self.typed)
        if self.typed.strip():
            return [_Group(t("screen.palette.commands"), self._those(fit.values, width), fit.best)]
        not_now = [action for action in fit.values if self._why_not(action)]
        by_purpose = {group: [a for a in fit.values if a.group is group and a not in not_now] for group in Group}
        return [
            *(
                _Group(t(f"screen.help.group.{group.value}"), self._those(commands, width), _urgency(commands))
                for group, commands in by_purpose.items()
            ),
            _Group(t("screen.palette.not_now"), self._those(not_now, width)),
        ]

    def _those(self, commands: Sequence[Action], width: int) -> list[Entry]:
        return [self._command(action, width) for action in commands]

    def _command(self, action: Action, width: int) -> Entry:
        why_not = self._why_not(action)
        name: Pieces = [(action.name, self.inks.dim if why_not else self.inks.text)]
        key: Pieces = [(f" {action.shown_key()} ", self.inks.dim)]
        if why_not:
            name = cut_at_word([*name, (f"  {why_not}", self.inks.dim)], width - width_of(key) - 2)
        return Entry((EntryLine(name, key),), action.id)

    def _saved_search(self, row: SavedRow) -> Entry:
        new = t("screen.saved.new", count=row.new) if row.new else ""
        name = [("/ ", self.inks.accent), (row.search.name, self.inks.text), (f"  {row.search.query}", self.inks.dim)]
        return Entry((EntryLine(name, [(f" {new} ", self.inks.accent)]),), row)

    def _country(self, row: CountryRow) -> Entry:
        return Entry((EntryLine([(row.name, self.inks.text)], [(f" {articles(row.articles)} ", self.inks.dim)]),), row)

    def _who(self, named: EntityCount) -> Entry:
        name = [(f"{MARKS[named.kind]} {named.name}", self.inks.kinds[named.kind])]
        return Entry(
            (EntryLine(name, [(f" {articles(named.articles)} ", self.inks.dim)]),),
            About(named.kind, named.key, named.name),
        )

    def _article(self, headline: Headline, width: int) -> Entry:
        right = [(f" {citation(headline)} ", self.inks.dim)] if width > 60 else []
        return Entry((EntryLine([(headline.title, self.inks.text)], right),), headline)


def _urgency(commands: Sequence[Action]) -> int:
    return _BEFORE_ALL if any(action.need is Need.WORK for action in commands) else 0


class PaletteScreen(Chooser):
    """Closed with what was chosen, or with None. ``countries`` is None while they are being counted."""

    def __init__(
        self,
        countries: Sequence[CountryRow] | None,
        book: MarkBook | None,
        area: Area,
        why_not: Callable[[Action], str],
    ) -> None:
        self._book = book
        self._is_ahead = False  # something is to be chosen, and nothing was there when that was typed
        self._all = Choices(countries or (), area, why_not)
        if countries is None:
            self._all.awaited.add("countries")
        super().__init__("palette_line", Field(Area.PALETTE, placeholder=t("screen.palette.placeholder")), self._all)

    def on_mount(self) -> None:
        super().on_mount()
        self._ask("saved", saved_rows, self._all.add_saved)
        if self._book is not None:
            self._ask("marks", partial(my_marks, book=self._book), self._all.add_marks)

    def awaits(self, action_id: str) -> bool:
        """Whoever chooses before anything is there, or when nothing but articles is, chooses what fits best: of names
        that are known late too."""
        may_be_late = self._is_ahead or self._all.is_on_first_article
        are_awaited = action_id == "open" and may_be_late and bool(self._all.awaited & _NAMES)
        self._is_ahead = super().awaits(action_id) or are_awaited
        return self._is_ahead

    def countries_counted(self, countries: Sequence[CountryRow]) -> None:
        self._all.add_countries(countries)

    def _follow_line(self) -> None:
        is_new = self._all.typed != self._field.value
        super()._follow_line()
        if is_new and (typed := self._all.typed).strip():
            self._ask("whom", partial(searches.whom, typed=typed), partial(self._all.add_whom, typed))
            self._ask("articles", partial(searches.titles, query=typed), partial(self._all.add_articles, typed))

    def _ask(self, what: str, job: Job, deliver: Callable[[Any], None]) -> None:
        self._all.awaited.add(what)
        self.explorer.detail_thread.ask(f"palette {what}", job, deliver, partial(self._all.come, what))
