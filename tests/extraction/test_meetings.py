"""Meetings: each row of the tables, and cases with what they must give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.extraction.tables import table
from kgtui.model import Meeting, Span

from .reading_of import cases, facts


def meetings(text: str) -> tuple[Meeting, ...]:
    return facts(text).meetings


def rows(name: str, column: str) -> list[object]:
    return [pytest.param(row, id=row[column]) for row in table(name)]


@pytest.mark.parametrize("row", rows("meeting_triggers", "lemma"))
def test_a_word_tells_of_a_meeting_and_not_in_its_near_miss(row: dict[str, str]) -> None:
    assert [meeting.form for meeting in meetings(row["example"])] == [row["form"]]
    assert not meetings(row["near_miss"])


@pytest.mark.parametrize("row", rows("meeting_forms", "code"))
def test_the_words_around_make_the_form(row: dict[str, str]) -> None:
    assert row["code"] in [meeting.form for meeting in meetings(row["example"])]


@pytest.mark.parametrize("row", rows("meeting_stages", "lemma"))
def test_a_word_says_whether_it_was_held(row: dict[str, str]) -> None:
    stages = {"next": ["held", "planned"], "earlier": []}.get(row["stage"], [row["stage"]])
    assert [meeting.stage.value for meeting in meetings(row["example"])] == stages


@pytest.mark.parametrize(("text", "wanted"), cases("meetings"))
def test_who_met_whom(text: str, wanted: str) -> None:
    assert [told(meeting) for meeting in meetings(text)] == ([] if wanted == "-" else wanted.split(" | "))


def test_where_and_when_something_is_proposed_is_not_where_they_met() -> None:
    text = "Премьер Армении Никол Пашинян на встрече с послом Грузии Михаилом Адамия предложил открыть в 2026 году {}."
    (meeting,) = meetings(text.format("в Гюмри завод"))
    assert (meeting.place, meeting.date) == (None, None)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("МИД Армении сообщил 5 мая 2025 года, что премьер Грузии Ираклий Кобахидзе посетит Ереван {}.", "2025-07"),
        ("Премьер Грузии Ираклий Кобахидзе посетит Армению {}, сообщила 5 мая 2025 года пресс-служба.", "2025-07"),
    ],
)
def test_the_day_on_which_a_visit_was_announced_is_not_that_of_the_visit(text: str, when: str) -> None:
    dates = [meeting.date for text in (text.format("в июле 2025 года"), text.format("")) for meeting in meetings(text)]
    assert [on and on.iso for on in dates] == [when, None]


def told(meeting: Meeting) -> str:
    names = ", ".join(actor.name for actor in meeting.participants)
    return f"{meeting.form} {meeting.stage.value} {','.join(sorted(meeting.countries))}: {names}".strip()


WORDS = (
    "президент Президента Казахстана Токаев Токаева Токаевым встретился встретились встреча принял принят"
    " визит визитом в Бишкек Бишкеке с и , . « » — между КР РФ кыргызско-таджикской комиссии заседание"
    " саммит ШОС ОТГ переговоры по телефону министр министры двух стран обсудили подписали участвовали он"
    " сообщил состоится перенесен не на полях во главе делегация \n Путин Жапаров Жапарову"
).split(" ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.integers(0, 20))
def test_any_words_are_read_and_spans_lie_in_the_body(text: str, before: int) -> None:
    body = Span(min(before, len(text)), len(text))
    for meeting in facts(text, body).meetings:
        assert body.start <= meeting.span.start < meeting.span.end <= body.end
        assert meeting.participants or len(meeting.countries) > 1
