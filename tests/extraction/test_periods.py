"""Words of time and the periods that they are read as, seen from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.extraction.context import Context
from kgtui.extraction.periods import Bound, Times, periods
from kgtui.extraction.periods.tense import Tense, tense_near
from kgtui.extraction.tables import table
from kgtui.language import analyse
from kgtui.model import Period, Span

from .reading_of import cases

THURSDAY = date(2025, 11, 20)
DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
GENITIVES = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
WORDS = (
    "январе-августе апрель мая 9 месяцев I II кварталы – и по с до конца начала года 2024 2025-го т . г с 31 июня 29"
    " февраля 2024/2025 учебный год последние три лет назад через неделю аналогичный период тот же день"
    " прошлого следующий вторник зимой годом ранее итогам первом полугодии половине ,"
    " 14.11.2025 2025-11-14 00.13.2024 № сегодня «» \n"
).split(" ")


def read(text: str, published: date | None = THURSDAY) -> tuple[Context, tuple[Period, ...]]:
    context = Context(analyse(text), published)
    return context, periods(context)


def isos(text: str, published: date | None = THURSDAY) -> list[str]:
    return [period.iso for period in read(text, published)[1]]


@pytest.mark.parametrize(("text", "wanted"), cases("periods"))
def test_words_of_time_are_read(text: str, wanted: str) -> None:
    found = [f"{period.span.of(text)} = {period.iso}" for period in read(text)[1] if period.span]
    assert found == ([] if wanted == "-" else wanted.split("; "))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["word"]) for row in table("time_words")])
def test_every_word_of_time_does_what_its_example_says(row: dict[str, str]) -> None:
    assert isos(f"{row['example']}.") == row["reads"].split("; ")


@pytest.mark.parametrize("row", [pytest.param(row, id=row["lemma"]) for row in table("planning_verbs")])
def test_a_verb_of_planning_looks_ahead_in_any_form(row: dict[str, str]) -> None:
    context, found = read(row["example"])
    assert [period.iso for period in found] == ["2026-01-10"]
    at = Times(found, context).range_of(found[0])
    assert tense_near(context, at.start, at.stop) is Tense.FUTURE


def test_without_a_day_of_publication_only_what_is_absolute_is_read() -> None:
    text = "В 2024 году и в мае 2025 года выпуск вырос, а в июне, в прошлом году, вчера и за первое полугодие — нет."
    assert isos(text, None) == ["2024", "2025-05"]


def test_what_is_not_sure_says_so() -> None:
    doubts = [
        period.doubt and period.doubt.value for period in read("За последние три года и в среду, и в 2024 году.")[1]
    ]
    assert doubts == ["approximate_period", "inferred_day", None]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("К 2030 году оборот удвоят.", Bound.BY),
        ("Не позднее 1 июля работы завершат.", Bound.BY),
        ("С 1 марта рейсы открыты.", Bound.SINCE),
        ("С 6 по 8 декабря идут переговоры.", Bound.AT),
        ("В 2024 году оборот вырос.", Bound.AT),
    ],
)
def test_a_deadline_is_told_from_a_span(text: str, bound: Bound) -> None:
    context, found = read(text)
    assert Times(found, context).bound(found[0]) is bound


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("В 2024 году решено к 2030 году удвоить оборот.", "2030"),
        ("План на 2025–2027 годы принят.", "2027"),
        ("К осени 2026 года мост достроят.", "2026-09"),
        ("С 1 апреля 2026 года соглашение вступит в силу.", "2026-04-01"),
        ("До 1991 года стаж учтут, в 2024 году не учли.", None),
    ],
)
def test_a_due_time_is_found(text: str, due: str | None) -> None:
    context, found = read(text)
    deadline = Times(found, context).deadline_in(0, len(context))
    assert (deadline.iso if deadline else None) == due


def test_the_nearest_period_is_that_of_the_sentence() -> None:
    text = "В 2023 году вывезли 5 тонн. В 2024 году вывезли 7 тонн, в мае 2025 года 2 тонны. Затем перерыв."
    context, found = read(text)
    times = Times(found, context)
    at = [i for i, token in enumerate(context.tokens) if token.text in ("5", "7", "2", "перерыв")]
    assert [period and period.iso for period in map(times.nearest, at)] == ["2023", "2024", "2025-05", None]
    assert [period.iso for period in times.within(at[0], at[2])] == ["2024", "2025-05"]


@given(DAYS, DAYS)
def test_a_date_is_read_however_it_is_written(day: date, published: date) -> None:
    month = GENITIVES[day.month - 1]
    for written in (
        f"{day.day} {month} {day.year} года",
        f"{day.day} {month} {day.year} г.",
        f"{day.day} {month} {day.year}",
        f"{day.day:02} {month.upper()} {day.year} года",
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%Y-%m-%d}",
    ):
        assert isos(f"Стороны на этой встрече подписали {written} важный договор.", published) == [day.isoformat()]


@given(DAYS, st.integers(-150, 150))
def test_a_day_without_its_year_is_the_one_nearest_to_the_publication(published: date, away: int) -> None:
    day = published + timedelta(days=away)
    verb = "пройдёт" if away > 0 else "прошла"
    assert isos(f"Встреча {verb} {day.day} {GENITIVES[day.month - 1]}.", published) == [day.isoformat()]


@given(DAYS)
def test_relative_words_follow_the_calendar(published: date) -> None:
    year, month = published.year, published.month
    last_month = f"{year - (month == 1):04}-{(month - 2) % 12 + 1:02}"
    monday = published - timedelta(days=published.weekday())
    assert isos("Вчера и в прошлом году, в следующем году и в прошлом месяце, на этой неделе.", published) == [
        (published - timedelta(days=1)).isoformat(),
        str(year - 1),
        str(year + 1),
        last_month,
        f"{monday}/{monday + timedelta(days=6)}",
    ]


@given(DAYS, st.sampled_from(["понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"]))
def test_a_weekday_is_the_last_or_the_next_one(published: date, name: str) -> None:
    (past,) = read(f"Встреча прошла в {name}.", published)[1]
    (ahead,) = read(f"Встреча пройдёт в {name}.", published)[1]
    assert past.first_day.weekday() == ahead.first_day.weekday()
    assert -7 < (past.first_day - published).days <= 0 <= (ahead.first_day - published).days < 7


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.none() | DAYS, st.integers(0, 9))
def test_no_text_makes_it_raise_and_spans_lie_in_the_body(text: str, published: date | None, cut: int) -> None:
    body = Span(min(cut, len(text)), max(min(cut, len(text)), len(text) - cut))
    found = periods(Context(analyse(text, body), published))
    ends = [body.start]
    for period in found:
        assert period.span
        assert ends[-1] <= period.span.start < period.span.end <= body.end
        ends.append(period.span.end)
        assert period.first_day <= period.last_day


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.none() | DAYS)
def test_any_signs_are_read(text: str, published: date | None) -> None:
    periods(Context(analyse(text), published))
