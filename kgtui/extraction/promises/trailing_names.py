"""Names behind a noun that do not decline with it: «реку Чу», «рейс Бишкек — Урумчи», «завод «Дастан»»."""

from __future__ import annotations

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.promises.surroundings import Surroundings
from kgtui.extraction.traits import is_place_head


class TrailingNames:
    """Those of one article."""

    def __init__(self, context: Context, around: Surroundings) -> None:
        self._context = context
        self._around = around

    def past(self, position: int, stop: int) -> int:
        """Past names that do not decline («реку Чу», «рейса KA 581»), quoted names and routes."""
        tokens = self._context.tokens
        if position < stop and tokens[position].is_capitalised and is_place_head(tokens[position - 1].text):
            position += 1
        while position < stop and self._is_foreign(position):
            position += 1
        return self._past_route(self._past_quoted(position, stop), stop)

    def _is_foreign(self, position: int) -> bool:
        """A word in Latin letters, or the number after one."""
        text = self._context.tokens[position].text
        if position in self._around.figures or position in self._around.times or not text.isascii():
            return False
        before = self._context.tokens[position - 1].text
        return text.isalpha() or (text.isdigit() and before.isalpha() and before.isascii())

    def _past_quoted(self, position: int, stop: int) -> int:
        pair = self._context.in_quotes.get(position + 1) if position + 1 < stop else None
        return pair[1] + 1 if pair is not None and pair[0] == position + 1 and pair[1] < stop else position

    def _past_route(self, position: int, stop: int) -> int:
        """«рейс Бишкек — Урумчи»."""
        tokens = self._context.tokens
        if position + 2 < stop and tokens[position].is_capitalised and tokens[position + 1].text in DASHES:
            position += 1
        while position + 1 < stop and tokens[position].text in DASHES and not self._context.glued(position):
            if not (tokens[position - 1].is_capitalised and tokens[position + 1].is_capitalised):
                break
            position += 2
        return position
