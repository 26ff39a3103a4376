"""The lines above and below the panes: of state on top, of the tour and of keys at the bottom."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip

from kgtui.keys import BY_ID, KEY_NAMES, Action, Area, footer_of
from kgtui.locale import t
from kgtui.tui.drawing.paint import Pieces, line, spread, width_of, wrapped
from kgtui.tui.drawing.signs import LEADS_ON
from kgtui.tui.widgets.line_widget import LineWidget
from kgtui.tui.words import articles

_NARROW = 40  # columns
_BETWEEN = 2  # columns between what stands at the two ends
_MARGINS = 2  # columns left and right of a message
_SHARE_OF_MESSAGE = 4  # of the screen's height: the most a message takes


class State(NamedTuple):
    """What the top line tells."""

    library: str = ""
    articles: int | None = None
    newest: str = ""
    country: str = ""
    work: str = ""
    new: int = 0


class ActionPressed(Message):
    """What stands for an action was clicked."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class TopLine(LineWidget):
    """One line: which library, how many articles, how fresh; at its end what is being done beside the screen and how to
    stop it, how many articles are new, and the country that is looked at."""

    def __init__(self) -> None:
        super().__init__(id="top")
        self.state = State()

    def show(self, state: State) -> None:
        self.state = state
        self.repaint()

    def compose_line(self, y: int) -> Strip:  # noqa: ARG002 - it has one line
        width, right = self.size.width, self._right()
        for left in (self._left(), self._left(fresh=False)) if self.state.work and right else ():
            stop = [(f"{t('work.stop', keys=KEY_NAMES)}  ", self.inks.dim)]
            if width_of([*left, *stop, *right]) + _BETWEEN <= width:
                return spread(left, [*stop, *right], width, self.inks.text)
        return spread(self._left(), right, width, self.inks.text)

    def _left(self, *, fresh: bool = True) -> Pieces:
        """What is told of the library, how ``fresh`` it is where there is room."""
        ink, state = self.inks, self.state
        told = [state.library]
        if state.articles is not None:
            told.append(articles(state.articles))
        if state.newest and fresh:
            told.append(t("screen.top.newest", day=state.newest))
        return [(" kgtui  ", ink.title), (" · ".join(part for part in told if part), ink.dim)]

    def _right(self) -> Pieces:
        """What is being done, the country, the key of the help; a narrow line has none of them."""
        ink, state = self.inks, self.state
        if self.size.width < _NARROW:
            return []
        work = f"{state.work}  " if state.work else ""
        country = f"{state.country} {LEADS_ON}  " if state.country else ""
        new = f"{t('screen.top.new', count=state.new)}  " if state.new else ""
        return [
            (work, ink.accent),
            (new, ink.accent),
            (country, ink.text),
            (f"{BY_ID['help'].shown_key()} ", ink.accent),
        ]

    def on_click(self, event: events.Click) -> None:
        """The country leads to its pane, the key to the help, what is new to its list."""
        end = self.size.width
        for piece, action in zip(reversed(self._right()), ("help", "pane_country", "refresh"), strict=False):
            start = end - width_of([piece])
            if start <= event.x < end:
                self.post_message(ActionPressed(action))
            end = start


class TourLine(LineWidget):
    """One line above the keys, there only while somebody is shown around."""

    def __init__(self) -> None:
        super().__init__(id="tour")
        self.words = ""
        self.display = False

    def show(self, words: str) -> None:
        self.words = words
        self.display = bool(words)
        self.repaint()

    def compose_line(self, y: int) -> Strip:  # noqa: ARG002 - it has one line
        return line([(" " + self.words, self.inks.accent)], self.size.width, self.inks.text)


class FootLine(LineWidget):
    """One line: the keys that work in an area, the most wanted first; or, until the next key, a message, which has as
    many lines as it needs.

    What cannot be done now is left out: ``why_not`` says of an action what it lacks."""

    def __init__(self, area: Area = Area.LIST) -> None:
        super().__init__(id="foot")
        self.area = area
        self.message = ""
        self.why_not: Callable[[Action], str] = lambda _action: ""

    def show(self, area: Area, message: str = "") -> None:
        if (area, message) != (self.area, self.message):
            self.area = area
            self.message = message
            self._make_room()
            self.repaint()

    def on_resize(self) -> None:
        self._make_room()

    def _make_room(self) -> None:
        rows = max(1, len(self._message_lines()))
        if self.styles.height is None or self.styles.height.cells != rows:
            self.styles.height = rows

    def _message_lines(self) -> list[str]:
        most = max(1, self.screen.size.height // _SHARE_OF_MESSAGE)
        return wrapped(self.message, self.size.width - _MARGINS, most) if self.message else []

    def compose_line(self, y: int) -> Strip:
        if self.message:
            told = self._message_lines()[y : y + 1]
            return line([(f" {each}", self.inks.accent) for each in told], self.size.width, self.inks.text)
        pieces: Pieces = []
        for _, key, word in self._words():
            pieces += [(" " + key, self.inks.accent), (f" {word} ", self.inks.dim)]
        return line(pieces, self.size.width, self.inks.text)

    def _words(self) -> list[tuple[str, str, str]]:
        """(action, key, word) of those that fit; the help is kept where room is scarce."""
        words = [
            (action.id, action.shown_key(self.area), action.footer_word(self.area))
            for action in footer_of(self.area)
            if not self.why_not(action)
        ]
        while words and sum(len(key) + len(word) + 3 for _, key, word in words) > self.size.width:
            words.pop(-2 if len(words) > 1 and words[-1][0] == "help" else -1)
        return words

    def on_click(self, event: events.Click) -> None:
        start = 0
        for action, key, word in self._words():
            end = start + width_of([(key, self.inks.text), (word, self.inks.text)]) + 3
            if start <= event.x < end and not self.message:
                self.post_message(ActionPressed(action))
            start = end
