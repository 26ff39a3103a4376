"""When two items of one kind agree: the same person, body, figure, quotation, meeting or promise.

Names are compared by crude stems, so that a form of a name in any case agrees with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Record = dict[str, Any]
Match = Callable[[Any, Any], bool]

UNITS = {
    alias: unit
    for unit, aliases in {
        "percent": "% процент",
        "times": "раз x",
        "people": "человек люди person persons",
        "tonnes": "тонна тонн т t tonne ton",
        "kg": "кг килограмм",
        "km": "км километр",
        "m": "м метр",
        "mw": "мвт мегаватт",
        "kv": "кв киловольт",
        "kwh": "квтч киловатт-час квт·ч",
        "usd": "$ доллар",
        "eur": "€ евро",
        "rub": "₽ рубль",
        "kgs": "сом",
        "kzt": "тенге",
        "год": "year years лет",
        "день": "day days",
    }.items()
    for alias in aliases.split()
}
COUNTRY_STEMS = set(
    "кр рф рк рт руз кнр сша фрг оаэ кырг кирг росс узбек казах тадж турц туркм "
    "кит белар белор респ азерб арм иран кор япон герм велик".split()
)


def fold(text: object) -> str:
    """Case-folded text with ё as е and every run of other signs than letters and digits as a space."""
    plain = str(text or "").casefold().replace("ё", "е")
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def stems(text: object) -> tuple[str, ...]:
    """Crude stems that survive Russian case endings: five letters, final vowels dropped."""
    return tuple(word[:5].rstrip("аеиоуыэюяйь") or word[:1] for word in fold(text).split())


def listed(item: object, key: str) -> list[Any]:
    value = item.get(key) if isinstance(item, dict) else None
    return value if isinstance(value, list) else []


def label(item: object, key: str) -> str:
    """item[key], or the item itself where a plain string stands for the object."""
    return str((item.get(key) if isinstance(item, dict) else item) or "").strip()


def codes(item: object) -> set[str]:
    return {label(country, "code").upper() for country in listed(item, "countries")} - {""}


def same_country(gold: Any, pred: Any) -> bool:
    return label(gold, "code").upper() == label(pred, "code").upper() != ""


def same_name(gold: str, pred: str) -> bool:
    """Same surname and the same or an abbreviated given name; word order of full names is free."""
    a, b = fold(gold).split(), fold(pred).split()
    if not a or not b or sorted(a) == sorted(b):
        return bool(a and b)
    if a[-1] != b[-1] or len(b) == 1:
        return False
    short, long = sorted((a[0], b[0]), key=len)
    return len(a) == 1 or short == long or (len(short) <= 2 and long.startswith(short))


def same_person(gold: Any, pred: Any) -> bool:
    accepted = [label(gold, "name"), *map(str, listed(gold, "name_alt"))]
    return any(same_name(name, label(pred, "name")) for name in accepted)


def same_entity(gold: Any, pred: Any) -> bool:
    """A name in common up to inflection; one side may leave out a country ('МИД' for 'МИД КР')."""

    def bare(name: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(part for part in name if part not in COUNTRY_STEMS)

    wanted, given = (
        [stems(name) for name in (label(item, "name"), *listed(item, "name_alt"), *listed(item, "surfaces"))]
        for item in (gold, pred)
    )
    return any(
        a == b or (bare(a) == bare(b) != () and (bare(a) == a or bare(b) == b)) for a in wanted if a for b in given if b
    )


def unit_of(item: object) -> str:
    unit = label(item, "unit").casefold().replace("ё", "е")
    unit = UNITS.get(unit, unit)
    return "".join(stems(unit)) if re.fullmatch("[а-я]+", unit) else unit


def close(a: object, b: object) -> bool:
    """Equal within 0.5 %, sign ignored."""
    if isinstance(a, int | float) and isinstance(b, int | float):
        return abs(abs(a) - abs(b)) <= 0.005 * abs(a)
    return False


def same_value(gold: Any, pred: Any) -> bool:
    if not isinstance(pred, dict):
        return False
    if gold.get("value") is None:
        return unit_of(gold) == unit_of(pred) and all(
            close(gold.get(end), pred.get(end)) for end in ("value_low", "value_high")
        )
    return any(
        close(option.get("value"), pred.get("value")) and unit_of(option) == unit_of(pred)
        for option in (gold, *listed(gold, "alt"))
    )


def same_figure(gold: Any, pred: Any) -> bool:
    if not same_value(gold, pred):
        return False
    wanted, given = codes(gold), codes(pred)
    return bool(wanted & given or not wanted | given) and all(
        (pred.get(key) or None) in (gold.get(key), *listed(gold, f"{key}_alt")) for key in ("change", "period")
    )


def span(quote: Record) -> list[str]:
    """Letters and digits of both ends; a whole "text" may stand for them."""
    return [fold(quote.get(key) or quote.get("text")).replace(" ", "") for key in ("text_start", "text_end")]


def same_span(gold: Any, pred: Any) -> bool:
    """Both ends agree; a shorter extract is enough if it has 12 (start) and 8 (end) signs."""
    if not isinstance(pred, dict):
        return False
    (start, end), (other_start, other_end) = span(gold), span(pred)
    n, m = min(len(start), len(other_start)), min(len(end), len(other_end))
    return (
        0 < min(12, len(start)) <= n
        and start[:n] == other_start[:n]
        and 0 < min(8, len(end)) <= m
        and end[-m:] == other_end[-m:]
    )


def same_quote(gold: Any, pred: Any) -> bool:
    return same_span(gold, pred) and (stems(gold.get("speaker"))[-1:] == stems(pred.get("speaker"))[-1:])


def same_meeting(gold: Any, pred: Any) -> bool:
    if len(codes(gold)) >= 2 and codes(gold) == codes(pred):
        return True
    wanted, given = listed(gold, "participants"), listed(pred, "participants")
    shared = sum(any(same_person(g, p) for p in given) for g in wanted)
    return shared > 0 and shared / (len(wanted) + len(given) - shared) >= 0.5


def goal_figure(promise: Record) -> Record | None:
    figure = promise.get("figure")
    stated = isinstance(figure, dict) and any(figure.get(k) is not None for k in ("value", "value_low"))
    return figure if stated else None


def content(text: object) -> set[str]:
    """Stems of the words of four letters and more."""
    return {stems(word)[0] for word in fold(text).split() if len(word) >= 4}


def same_goal(gold: Any, pred: Any) -> bool:
    """The same figure or, with none on either side, half of the words of gold's "what"."""
    if not isinstance(pred, dict):
        return False
    wanted, given = goal_figure(gold), goal_figure(pred)
    if wanted or given:
        return bool(wanted and given) and same_value(wanted, given)
    words = content(gold.get("what"))
    return 0 < len(words) <= 2 * len(words & content(pred.get("what")))


def same_promise(gold: Any, pred: Any) -> bool:
    return same_goal(gold, pred) and ((pred.get("due") or None) in (gold.get("due"), *listed(gold, "due_alt")))


# field: key in the files, agreement, agreement that is enough to be an optional item
RULES: dict[str, tuple[str, Match, Match]] = {
    "countries": ("countries", same_country, same_country),
    "persons": ("persons", same_person, same_person),
    **{key: (key, same_entity, same_entity) for key in ("organisations", "places", "projects")},
    "figures_value": ("figures", same_value, same_value),
    "figures_full": ("figures", same_figure, same_value),
    "quotes_span": ("quotes", same_span, same_span),
    "quotes_speaker": ("quotes", same_quote, same_span),
    "meetings": ("meetings", same_meeting, same_meeting),
    "promises": ("promises", same_promise, same_goal),
}
