"""An office as rows give it: as its source words it, in our own voice."""

from __future__ import annotations

from functools import lru_cache

from kgtui.export.wording import capital_first
from kgtui.gazetteer import MatchKind, Sense, load_gazetteer
from kgtui.language import analyse
from kgtui.terminal import one_line


@lru_cache(maxsize=1024)
def office_words(office: str) -> str:
    """With a capital, and without an adjective for the country before it: «киргизский премьер» → «Премьер».

    Whose officer somebody is, the side of the page says; what sources call the country is theirs to say.
    """
    words = one_line(office)
    matches = load_gazetteer().match(analyse(words))
    adjectives = (match for match in matches if match.kind is MatchKind.COUNTRY and match.sense is Sense.ADJECTIVE)
    leading = next((match for match in adjectives if match.span.start == 0), None)
    return capital_first(words[leading.span.end :].lstrip(" -") if leading else words)
