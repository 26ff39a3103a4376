"""An office as rows give it: as its source words it, in our own voice."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from kgtui.export.wording import capital_first
from kgtui.gazetteer import MatchKind, Sense, in_house_style, load_gazetteer
from kgtui.language import analyse
from kgtui.terminal import one_line

_JOINING = ("и", ",")


@lru_cache(maxsize=1024)
def office_words(office: str, country: str | None = None) -> str:
    """With a capital, and states as we call them.

    Without an adjective for the country before it («киргизский премьер»): the side of the page says whose officer it
    is. Of several countries («глава МИД Казахстана и Кыргызстана», of two heads) only the person's, by its code.
    """
    words = one_line(office)
    countries = [match for match in load_gazetteer().match(analyse(words)) if match.kind is MatchKind.COUNTRY]
    if countries and countries[0].span.start == 0 and countries[0].sense is Sense.ADJECTIVE:
        words = words[countries[0].span.end :].lstrip(" -")
    elif any(words[one.span.end : other.span.start].strip() in _JOINING for one, other in pairwise(countries)):
        own = next((match.span.of(words) for match in countries if match.code == country), "")
        words = f"{words[: countries[0].span.start]}{own}".rstrip()
    return capital_first(in_house_style(words))
