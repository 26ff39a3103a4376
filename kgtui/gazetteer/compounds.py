"""Hyphenated words that hold countries: «киргизско-российский», «Китай-Кыргызстан-Узбекистан»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from kgtui.gazetteer.inflection import plain
from kgtui.gazetteer.lexicon import Lexicon, Use
from kgtui.gazetteer.matches import GazetteerMatch, MatchKind, Sense
from kgtui.gazetteer.view import DASHES, View
from kgtui.model import Span


class Compounds:
    """Countries inside hyphenated tokens, and before a hyphen that stands apart («кыргызско - российский»).

    ``linking`` are first halves → code, ``names`` names and abbreviations of countries → code, as in a chain.
    """

    def __init__(self, linking: Mapping[str, str], country_names: Mapping[str, str]) -> None:
        self._linking = linking
        self._country_names = country_names
        self._form = cache(self._form_with_country)

    def matches(self, view: View, lexicon: Lexicon, taken: set[int]) -> Iterator[GazetteerMatch]:
        for position in view.where(self._form):
            token = view.tokens[position]
            form = self._form(token.text)
            if form is None or position in taken or not token.is_word:
                continue
            if "-" in form:
                yield from self._inside(view, lexicon, position, form)
            elif self._before_hyphen(view, position):
                yield self._made(self._linking[form], token.span, position, Sense.ADJECTIVE)

    def _form_with_country(self, text: str) -> str | None:
        """The folded form of a token that may hold a country, None of all others."""
        form = plain(text)
        return form if len(text) > 1 and ("-" in form or form in self._linking) else None

    def _before_hyphen(self, view: View, position: int) -> bool:
        after = view.after(position + 1)
        return after is not None and view.tokens[after].text in DASHES

    def _inside(self, view: View, lexicon: Lexicon, position: int, form: str) -> Iterator[GazetteerMatch]:
        token = view.tokens[position]
        parts = form.split("-")
        linked = [self._linking[part] for part in parts[:-1] if part in self._linking]
        last = self._country(lexicon, parts[-1], {Use.ADJECTIVE})
        if linked or (last and parts[0].endswith("о")):
            for code in dict.fromkeys([*linked, *([last] if last else [])]):
                yield self._made(code, token.span, position, Sense.ADJECTIVE)
        else:
            yield from self._chain(view, lexicon, position)

    def _chain(self, view: View, lexicon: Lexicon, position: int) -> Iterator[GazetteerMatch]:
        """Names joined by hyphens: «Россия-Китай», «РФ-КР»; each has its own span."""
        token = view.tokens[position]
        parts = _parts(token.text, token.start)
        if not all(text[:1].isupper() or text.isdigit() for text, _start in parts):
            return
        for text, start in parts:
            uses = {Use.ABBREVIATION} if text.isupper() and len(text) > 1 else {Use.NAME}
            code = self._country(lexicon, text, uses)
            if code:
                span = Span(start, start + len(text))
                sense = Sense.ABBREVIATION if Use.ABBREVIATION in uses else Sense.NAME
                yield self._made(code, span, position, sense)

    def _country(self, lexicon: Lexicon, text: str, uses: set[Use]) -> str | None:
        for wording in lexicon.whole_word(text):
            if wording.use in uses:
                return wording.country
        return None

    def _made(self, code: str, span: Span, position: int, sense: Sense) -> GazetteerMatch:
        name = self._country_names[code]
        return GazetteerMatch(MatchKind.COUNTRY, code, name, span, position, position + 1, sense, (code,))


def _parts(text: str, start: int) -> list[tuple[str, int]]:
    """The parts of a hyphenated token with their offsets."""
    parts: list[tuple[str, int]] = []
    begin = 0
    for index, sign in enumerate(text + "-"):
        if sign in DASHES:
            if index > begin:
                parts.append((text[begin:index], start + begin))
            begin = index + 1
    return parts
