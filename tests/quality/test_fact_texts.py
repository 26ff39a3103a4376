"""The short texts with answers of `tests/texts/facts`: does each answer stand in its text, and agree with itself?"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from kgtui.model import Document
from kgtui.reading.jsonlines import read_lines as documents_in_lines

from .agreement import Record
from .score import read_jsonl, score
from .texts import TEXTS

FACTS = TEXTS / "facts"
SETS = ("near", "blind", "pages", "patterns")
NAMED = ("countries", "persons", "organisations", "places", "projects")
KEYS = {"id", "published", *NAMED, "figures", "quotes", "meetings", "promises"}
STATUSES = {"planned", "agreed", "proposed"}
CHANGES = {"up", "down", None}
APPROXIMATIONS = {"about", "more", "less", "up_to", None}
SIGNS = {"percent", "pp", "times", "people", "tonnes", "kg", "km", "m", "m2", "km2", "MW", "kV", "kWh"}
CURRENCIES = set("KGS RUB USD EUR KZT UZS TJS TMT BYN CNY TRY AZN AMD GEL JPY KRW GBP AED SAR INR PKR IRR CHF".split())
DAY = r"\d{4}(-\d{2}){0,2}"
PERIOD = re.compile(rf"{DAY}(/{DAY})?")


@pytest.mark.parametrize("name", SETS)
def test_gold_is_sound(name: str) -> None:
    texts = read_jsonl(FACTS / f"{name}_texts.jsonl")
    gold = read_jsonl(FACTS / f"{name}_gold.jsonl")
    assert list(texts) == list(gold)
    faults = [f"{article}: {fault}" for article in gold for fault in _faults(texts[article]["text"], gold[article])]
    assert not faults


@pytest.mark.parametrize("name", SETS)
def test_gold_agrees_with_itself(name: str) -> None:
    gold = read_jsonl(FACTS / f"{name}_gold.jsonl")
    by_id = score(gold, gold)["by_id"]
    assert not [article for article, row in by_id.items() if any(wrong or missed for _, wrong, missed in row.values())]


@pytest.mark.parametrize("name", SETS)
def test_intake_reads_every_text_letter_for_letter(name: str) -> None:
    path = FACTS / f"{name}_texts.jsonl"
    read = list(documents_in_lines(path.read_bytes().splitlines(), path.stem, path.name))
    texts = {item.id: item.text for item in read if isinstance(item, Document)}
    assert texts == {article: record["text"] for article, record in read_jsonl(path).items()}


def test_no_text_stands_in_two_sets() -> None:
    texts = [record["text"] for name in SETS for record in read_jsonl(FACTS / f"{name}_texts.jsonl").values()]
    assert len(texts) == len(set(texts))


def _faults(text: str, record: Record) -> list[str]:
    """What is wrong with the answers of one text, in words."""
    faults = [f"no key {key}" for key in sorted(KEYS - record.keys())]
    faults += [f"date {day}" for day in _days(record) if day is not None and not _is_day(day)]
    for key in NAMED:
        faults += [f"{key}: {item}" for item in record[key] if not _stands(text, item["surfaces"])]
    faults += [f"figure: {figure}" for figure in record["figures"] if not _figure_is_sound(text, figure)]
    faults += [f"quotation: {quote}" for quote in record["quotes"] if not _quote_is_sound(text, quote)]
    faults += [f"meeting: {meeting}" for meeting in record["meetings"] if not _meeting_is_sound(record, meeting)]
    faults += [f"promise: {promise}" for promise in record["promises"] if not _promise_is_sound(promise)]
    faults += [f"period: {period}" for period in record.get("periods", []) if not _period_is_sound(text, period)]
    faults += [f"statement: {said}" for said in record.get("statements", []) if not _quote_is_sound(text, said)]
    return faults


def _stands(text: str, surfaces: list[str]) -> bool:
    return bool(surfaces) and all(surface in text for surface in surfaces)


def _figure_is_sound(text: str, figure: Record) -> bool:
    return (
        _stands(text, [figure["text"]])
        and _is_amount(figure)
        and all(_is_unit(option["unit"]) for option in (figure, *figure.get("alt", [])))
        and {figure["change"], *figure.get("change_alt", [])} <= CHANGES
        and figure["approx"] in APPROXIMATIONS
        and all(_is_period(period) for period in (figure["period"], *figure.get("period_alt", [])))
    )


def _quote_is_sound(text: str, quote: Record) -> bool:
    start = text.find(quote["text_start"])
    return start >= 0 and text.find(quote["text_end"], start) >= 0 and len(quote["text_end"]) <= 25


def _period_is_sound(text: str, period: Record) -> bool:
    return _stands(text, [period["text"]]) and all(
        _is_period(option) for option in (period["period"], *period.get("period_alt", []))
    )


def _meeting_is_sound(record: Record, meeting: Record) -> bool:
    """Those who meet are among the persons of the text, and the countries among its countries."""
    return (
        {*meeting["participants"]} <= {person["name"] for person in record["persons"]}
        and {*meeting["countries"]} <= {country["code"] for country in record["countries"]}
        and _is_period(meeting["date"])
    )


def _promise_is_sound(promise: Record) -> bool:
    figure = promise["figure"]
    return (
        0 < len(promise["what"].split()) <= 8
        and promise["status"] in STATUSES
        and (figure is None or (_is_amount(figure) and _is_unit(figure["unit"])))
        and all(_is_period(due) for due in (promise["due"], *promise.get("due_alt", [])))
    )


def _is_amount(figure: Record) -> bool:
    """A value, or the two ends of a range."""
    if figure["value"] is None:
        return bool(figure["value_low"] < figure["value_high"])
    return isinstance(figure["value"], int | float)


def _is_unit(unit: str) -> bool:
    """A sign of the set, a currency, or the noun that is counted."""
    return unit in SIGNS or unit in CURRENCIES or bool(re.fullmatch("[а-яё²³-]+( [а-яё]+)*|k?m3|ha", unit))


def _is_period(period: Any) -> bool:
    if period is None:
        return True
    return bool(PERIOD.fullmatch(period)) and all(_is_day(day) for day in period.split("/"))


def _is_day(day: str) -> bool:
    """A year, a month or a day that the calendar has."""
    try:
        date.fromisoformat(day + "0000-01-01"[len(day) :])
    except ValueError:
        return False
    return True


def _days(record: Record) -> list[Any]:
    return [record["published"], *record.get("published_alt", [])]
