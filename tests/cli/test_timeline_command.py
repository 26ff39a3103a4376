"""``kgtui timeline``: who met whom, by month, with the sentences that say so."""

from __future__ import annotations

import csv
import io

from .conftest import Kgtui


def test_by_month_with_notes_and_their_sentences(kgtui: Kgtui) -> None:
    ran = kgtui("timeline", "--country", "Таджикистану")
    assert ran.code == 0
    assert ran.out.index("НОЯБРЬ 2025") < ran.out.index("МАРТ 2025")
    assert "А.\u00a0Касымалиев ↔ К.\u00a0Расулзода" in ran.out
    assert "состоявшийся в ходе встречи в" in " ".join(ran.out.split())


def test_json_is_a_list_of_contacts_with_their_pairs(kgtui: Kgtui) -> None:
    summit, talks = kgtui("timeline", "--country", "TJ", "--json").json
    assert (summit["month"], summit["pair"]) == ("2025-11", None)
    assert [side["name"] for side in talks["pair"]] == ["Адылбек Касымалиев", "Кохир Расулзода"]
    assert talks["notes"][0]["text"].startswith("В столице Таджикистана")


def test_csv_has_a_line_for_each_contact(kgtui: Kgtui) -> None:
    ran = kgtui("timeline", "--csv")
    lines = list(csv.DictReader(io.StringIO(ran.out)))
    contacts = kgtui("timeline", "--json").json
    assert [line["статья"] for line in lines] == [contact["notes"][0]["id"] for contact in contacts]


def test_a_person_in_any_form_of_the_name(kgtui: Kgtui) -> None:
    contacts = kgtui("timeline", "--person", "Касымалиеву", "--json").json
    assert contacts
    assert all("Адылбек Касымалиев" in contact["participants"] for contact in contacts)
    both = kgtui("timeline", "--person", "Касымалиеву", "--country", "Беларусь", "--json").json
    assert [contact["form"] for contact in both] == ["official_visit"]


def test_a_time(kgtui: Kgtui) -> None:
    contacts = kgtui("timeline", "--from", "2025-09", "--to", "2025-10", "--json").json
    assert [contact["month"] for contact in contacts] == ["2025-09"]


def test_nobody_met_is_said_with_what_to_do(kgtui: Kgtui) -> None:
    ran = kgtui("timeline", "--country", "Германия")
    assert (ran.code, ran.out) == (1, "")
    assert "kgtui timeline" in ran.err


def test_a_name_that_is_no_person(kgtui: Kgtui) -> None:
    ran = kgtui("timeline", "--person", "Таджикистан")
    assert (ran.code, ran.out) == (1, "")
    assert "не имя человека" in ran.err


def test_a_time_that_ends_before_it_begins(kgtui: Kgtui) -> None:
    assert kgtui("timeline", "--from", "2025", "--to", "2024").code == 2
