"""Who met whom by month, and which pairs that makes, from a real library."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from kgtui.dossier import Frame, Subject, country_subject
from kgtui.dossier.timeline import Pair, Timeline, pair_of, timeline
from kgtui.export.timeline import COLUMNS, timeline_cells, timeline_page, timeline_records
from kgtui.library import Library
from kgtui.model import EntityKind

AS_OF = date(2025, 11, 21)
OURS = Subject(EntityKind.PERSON, "эркин садырбеков", "Эркин Садырбеков")


@pytest.fixture
def home(brief_library: Library) -> Timeline:
    return timeline(brief_library, country_subject("KG"), Frame(AS_OF, limit=0))


def named(pair: Pair | None) -> Sequence[str | None]:
    return [side.person.name if side.person else side.country for side in (pair.one, pair.other)] if pair else []


def test_months_are_newest_first_and_hold_their_contacts(home: Timeline) -> None:
    assert [month.month for month in home.months] == ["2025-10", "2025-08", "2025-03", "2024-03"]
    assert [len(month.rows) for month in home.months] == [2, 1, 1, 1]


def test_what_is_announced_is_no_contact_yet(home: Timeline) -> None:
    assert "state_visit" not in {row.form for row in home.rows}


def test_a_pair_is_the_most_senior_of_both_sides_the_own_first(home: Timeline) -> None:
    pairs = {row.form: named(pair_of(row)) for row in home.rows}
    assert pairs["reception"] == ["Эркин Садырбеков", "Ерлан Алимов"]
    assert pairs["commission"] == ["Эркин Садырбеков", "Шухрат Пулатов"]


def test_a_table_of_many_makes_no_pair(home: Timeline) -> None:
    (summit,) = [row for row in home.rows if row.form == "summit"]
    assert pair_of(summit) is None
    assert len(summit.participants) == 4


def test_the_day_of_the_event_decides_not_that_of_printing(brief_library: Library) -> None:
    """The sitting of 20 March was printed on the 21st and the 22nd."""
    day = date(2025, 3, 20)
    found = timeline(brief_library, country_subject("KG"), Frame(AS_OF, first=day, last=day))
    assert [row.form for row in found.rows] == ["commission"]


def test_of_a_person_only_the_contacts_with_him(brief_library: Library) -> None:
    found = timeline(brief_library, OURS, Frame(AS_OF))
    assert [row.form for row in found.rows] == ["reception", "commission"]


def test_of_a_country_and_a_person_those_of_both(brief_library: Library) -> None:
    found = timeline(brief_library, country_subject("KZ"), Frame(AS_OF), person=OURS.key)
    assert [row.form for row in found.rows] == ["reception"]


def test_a_limit_says_how_many_are_left_out(brief_library: Library) -> None:
    found = timeline(brief_library, country_subject("KG"), Frame(AS_OF, limit=2))
    assert (len(list(found.rows)), found.more) == (2, 3)


def test_the_page_has_a_section_a_month_and_every_sentence(home: Timeline) -> None:
    page = timeline_page(home, AS_OF)
    assert page.sections[0].title == "октябрь 2025"
    shown = {note for section in page.sections for row in section.rows for note in row.notes}
    assert shown == {note for source in page.sources for note in source.notes}
    assert all(row.notes for section in page.sections for row in section.rows)


def test_records_and_cells_tell_the_same(home: Timeline) -> None:
    records, lines = timeline_records(home), list(timeline_cells(home))
    assert len(records) == len(lines) == 5
    for record, line in zip(records, lines, strict=True):
        cells = dict(zip(COLUMNS, line, strict=True))
        assert (cells["date"], cells["form"], cells["place"]) == (record["date"], record["kind"], record["place"])
        assert cells["participants"] == "; ".join(record["participants"])
        assert (record["pair"] is None) == (cells["own_country"] is None)
