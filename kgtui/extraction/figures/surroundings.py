"""Numbers that look like amounts and measure nothing: rates of exchange, counters of the page, numbers of laws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.figures.measures import Measure
from kgtui.extraction.figures.movements import is_verbal
from kgtui.extraction.figures.units import sign_at
from kgtui.extraction.figures.wordings import Wordings
from kgtui.extraction.phrases import is_genitive
from kgtui.extraction.tables import table
from kgtui.language import fold, word

_NUMBER_SIGNS = frozenset({"№", "#", "N", "No"})
_CODE_JOINERS = frozenset(":/_=&%@\\")
_LONGEST_ADDRESS = 300  # signs
_LONGEST_NAME = 6  # tokens of a quoted name that a number belongs to
_CHEAP = 10_000  # a rate of exchange is lower, and has no multiplier
_LONGEST_LINE, _LABELLED = 60, 6  # tokens from the beginning of a line, or from a label, to its number


def measuring(context: Context, measures: Sequence[Measure]) -> Iterator[Measure]:
    """The measures without those that only look like one."""
    for measure in measures:
        if not (
            _is_code(context, measure)
            or _is_in_address(context, measure)
            or _is_numbered(context, measure)
            or _is_quoted_name(context, measure)
            or _is_rate(context, measure)
            or _is_animate(context, measure)
            or _is_of_page(context, measure)
        ):
            yield measure


def _is_code(context: Context, measure: Measure) -> bool:
    """Part of a time, an address, a code or a word: «11:35», «%D0%B1», «6-28435/25», «4-этажный»."""
    before, after = measure.first - 1, measure.number.stop
    joined = before >= 0 and context.glued(measure.first) and context.tokens[before].text in _CODE_JOINERS
    counts_nothing = measure.unit is None or measure.unit.rule == "count"
    if joined and (counts_nothing or context.tokens[before].text != "/"):
        return True
    if after + 1 >= len(context) or not (context.glued(after) and context.glued(after + 1)):
        return False
    joiner, following = context.tokens[after], context.tokens[after + 1]
    if joiner.text in DASHES or joiner.text == "-":
        return measure.unit is None and following.is_word
    return joiner.text in _CODE_JOINERS and following.text[0].isalnum()


def _is_in_address(context: Context, measure: Measure) -> bool:
    """Inside «https://example.org/2016-06-30»."""
    if not context.glued(measure.first):
        return False
    start = context.tokens[measure.first].start
    words = context.text[max(context.analysis.span.start, start - _LONGEST_ADDRESS) : start].split()
    return bool(words) and ("://" in words[-1] or "www." in words[-1])


def _is_numbered(context: Context, measure: Measure) -> bool:
    """«№ 15», «статья 3 закона»."""
    if measure.first == context.sentence(measure.first)[0]:
        return False
    before = measure.first - 1
    if context.tokens[before].text in _NUMBER_SIGNS:
        return True
    if measure.unit is not None and measure.unit.rule != "count":
        return False
    if context.tokens[before].text == "." and before > 0:
        before -= 1
    return not _numbered().isdisjoint(context.lemmas(before)) and is_genitive(context.tokens[measure.stop - 1].text)


def _is_quoted_name(context: Context, measure: Measure) -> bool:
    """«100 новых школ» as the name of a programme; not what somebody says of it."""
    pair = context.in_quotes.get(measure.first)
    if pair is None or (measure.unit is not None and measure.unit.rule != "count"):
        return False
    first, stop = pair
    said = stop + 1 < len(context) and context.tokens[stop + 1].text in ",—–-"
    return measure.first == first and stop - first <= _LONGEST_NAME and not said


def _is_rate(context: Context, measure: Measure) -> bool:
    """«курс доллара — 87,45 сома», «USD 87,45 EUR 101,90», «1 евро = 101,90 сома»."""
    if measure.unit is None or not measure.unit.is_money or measure.scale > 1 or measure.low > _CHEAP:
        return False
    first, stop = context.sentence(measure.first)
    if any(context.tokens[at].text == "=" for at in (measure.first - 1, measure.stop) if first <= at < stop):
        return True
    if measure.number.fraction and _codes_in_line(context, measure) > 1:
        return True
    for at in range(measure.first - 1, max(first, measure.first - 12) - 1, -1):
        if "курс" in context.lemmas(at):
            return _rates().at(context, at) is not None
    return False


def _is_animate(context: Context, measure: Measure) -> bool:
    """«поймал двух сомов»: of money and measures the object of a verb would be «два»."""
    first = measure.first
    return (
        context.tokens[first].folded in ("двух", "трех", "четырех")
        and measure.scale == 1
        and first > context.sentence(first)[0]
        and _is_of_verb(context.tokens[first - 1].text)
    )


def _is_of_verb(form: str) -> bool:
    return is_verbal(form) or word(form).readings[0].pos == "PRTF"


def _codes_in_line(context: Context, measure: Measure) -> int:
    """How many codes of currencies stand around an amount that begins or ends with one."""
    if not (context.tokens[measure.first].is_upper or context.tokens[measure.stop - 1].is_upper):
        return 0
    first, stop = context.sentence(measure.first)
    around = range(max(first, measure.first - 12), min(stop, measure.stop + 12))
    return sum(1 for at in around if context.tokens[at].is_upper and sign_at(context, at) is not None)


def _is_of_page(context: Context, measure: Measure) -> bool:
    """In a line of the page's furniture, or right after one of its labels."""
    begins = max(context.sentence(measure.first)[0], measure.first - _LONGEST_LINE)
    line = context.text.rfind("\n", context.tokens[begins].start, context.tokens[measure.first].start)
    while begins < measure.first and context.tokens[begins].start < line:
        begins += 1
    if _page("line").at(context, begins) is not None:
        return True
    if measure.unit is not None and measure.unit.rule != "count" and measure.unit.code != "people":
        return False
    nearest = range(max(begins, measure.first - _LABELLED), measure.first)
    return any(context.tokens[at].is_capitalised and _page("label").at(context, at) is not None for at in nearest)


@cache
def _numbered() -> frozenset[str]:
    return frozenset(fold(row["noun"]) for row in table("numbered"))


@cache
def _page(place: str) -> Wordings[bool]:
    return Wordings((row["word"], True) for row in table("page_words") if row["place"] == place)


@cache
def _rates() -> Wordings[bool]:
    """«курс доллара», «курсы валют»."""
    names = [row["words"].split("; ")[0] for row in table("currencies")]
    return Wordings([(f"курс {name}", True) for name in (*names, "валюта")])
