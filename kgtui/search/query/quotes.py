"""Quotation marks of a query: which mark closes which, and marks around a text that hold it whole."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.language import Token
from kgtui.language.analysis import tokens_in

_CLOSING = {
    '"': '"', "«": "»", "»": "«»", "„": "“”", "“": "”“", "”": "”", "‟": "”", "‹": "›", "›": "‹›", "‘": "’", "‚": "‘’",
}  # fmt: skip
_PAIRS = (('"', '"'), ("«", "»"), ("„", "“"), ("“", "”"), ("”", "”"), ("‹", "›"), ("‘", "’"))
MARKS = frozenset(_CLOSING) | frozenset("".join(_CLOSING.values()))


def opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether the mark begins a quotation; one that stands behind a word and before none has lost its beginning."""
    token = tokens[at]
    if token.text not in _CLOSING:
        return False
    follows = at > 0 and tokens[at - 1].end == token.start and _is_text(tokens[at - 1])
    precedes = at + 1 < len(tokens) and tokens[at + 1].start == token.end
    return precedes or not follows


def closing(tokens: Sequence[Token], at: int) -> int | None:
    """Where the quotation that opens at ``at`` ends: at its own mark, quotations within it skipped; where that is
    missing, at whichever mark follows."""
    opening, depth = tokens[at].text, 0
    for number in range(at + 1, len(tokens)):
        mark = tokens[number].text
        if mark in _CLOSING[opening]:
            if not depth:
                return number
            depth -= 1
        elif mark == opening:
            depth += 1
    return next((number for number in range(at + 1, len(tokens)) if tokens[number].text in MARKS), None)


def quoted(text: str) -> str:
    """The text in the first marks that hold it whole; a text that none hold loses its straight ones."""
    for opening, ending in _PAIRS:
        candidate = f"{opening}{text}{ending}"
        tokens = tokens_in(candidate)
        if tokens[0].end == 1 and closing(tokens, 0) == len(tokens) - 1 and tokens[-1].text == ending:
            return candidate
    return '"{}"'.format(text.replace('"', "'"))


def _is_text(token: Token) -> bool:
    return token.text[0].isalnum()
