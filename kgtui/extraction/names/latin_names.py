"""Bodies in Latin letters: «Ryanair», «Çalık Holding», «Bank of East Asia»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.names.body_words import is_body_head, not_bodies
from kgtui.extraction.names.named import Naming, naming
from kgtui.extraction.names.quoted import named_kind
from kgtui.gazetteer import Sense

_CAPITAL = re.compile(r"[A-ZÇŞİÖÜĞ][A-Za-zÇŞİÖÜĞçşıöüğé’']+(?:-[A-Za-zé]+)*|[a-z]{1,4}[A-Z][A-Za-z]+")
_JOINING = frozenset("of and the for de du des und & en".split())
_ROMAN = re.compile(r"[IVXLC]+")
_LONGEST = 7  # words of a name; more of them are a sentence in another language


def latin_names(context: Context) -> Iterator[Naming]:
    """The bodies named in Latin letters outside quotation marks."""
    stop = 0
    for position in context.where(is_latin_name):
        if position < stop:
            continue
        stop = latin_stop(context, position)
        if stop > position and _is_body(context, position, stop):
            yield naming(context, context.worded(position, stop), position, stop)


def latin_stop(context: Context, position: int) -> int:
    """Past the Latin words with a capital that begin at a position, and small ones that join them («of», «and»)."""
    end = context.sentence(position)[1]
    stop = kept = position
    while stop < end and stop not in context.named:
        text = context.tokens[stop].text
        if is_latin_name(text):
            kept = stop + 1
        elif stop == position or text not in _JOINING:
            break
        stop += 1
    return kept


@cache
def is_latin_name(form: str) -> bool:
    return _CAPITAL.fullmatch(form) is not None


def _is_body(context: Context, first: int, stop: int) -> bool:
    text = context.tokens[first].text
    if first in context.in_quotes or text in not_bodies() or _ROMAN.fullmatch(text) or stop - first > _LONGEST:
        return False
    if _is_code(context, first, stop) or _is_foreign_text(context, first, stop):
        return False
    if _is_in_brackets(context, first):
        return _is_short_form(context, first, stop)
    return _is_introduced(context, first) is not False


def _is_code(context: Context, first: int, stop: int) -> bool:
    """Part of an address («CentralasianLIGHT.org»), a model («BELARUS 82.1») or a programme («Erasmus+»), a unit."""
    if first and context.glued(first) and context.tokens[first - 1].text in "./@#":
        return True
    if first and context.tokens[first - 1].text[:1].isdigit():
        return True
    if stop >= len(context):
        return False
    following = context.tokens[stop].text
    if following[:1].isdigit() or (context.glued(stop) and following in "@/+:_"):
        return True
    return following == "." and stop + 1 < len(context) and context.glued(stop) and context.glued(stop + 1)


def _is_foreign_text(context: Context, first: int, stop: int) -> bool:
    """Beside small Latin words: a quotation in another language."""
    beside = [context.tokens[i].text for i in (first - 1, stop) if 0 <= i < len(context)]
    return any(text[0].isascii() and text.isalpha() and text.islower() for text in beside)


def _is_in_brackets(context: Context, first: int) -> bool:
    """Within brackets that open a few tokens before."""
    lowest = max(context.sentence(first)[0], first - _LONGEST)
    before = [token.text for token in context.tokens[lowest:first] if token.text in "()"]
    return before[-1:] == ["("]


def _is_short_form(context: Context, first: int, stop: int) -> bool:
    """«… агентство (JICA)»; not the code of an airport, not a person's name in its own letters."""
    text = context.tokens[first].text
    return stop == first + 1 and text.isupper() and len(text) >= 3 and first - 2 not in context.named


def _is_introduced(context: Context, first: int) -> bool | None:
    """Whether the word before says that it is a body («компании Limak», «китайская CNEEC») or something else
    («стратегия Global Gateway»); None where it says neither.
    """
    if first == context.sentence(first)[0] or not context.tokens[first - 1].is_word:
        return None
    before = context.tokens[first - 1].text
    match = context.named.get(first - 1)
    if is_body_head(before) or (match is not None and match.sense is Sense.ADJECTIVE):
        return True
    kind = named_kind(before)
    return kind == "organisation" if kind else None
