"""A record of any earlier version is brought to this one with everything in it."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from kgtui.library import LibraryTooNew, open_library
from kgtui.library.connections import FILE
from kgtui.library.migrations import VERSION, migrate, version_of
from kgtui.model import Doubt, EntityKind, FactKind, Facts, Span

from .conftest import found, item, named, settings_for


def record_of_version(folder: Path, version: int) -> None:
    """A file as that version of the program left it, with one article."""
    folder.mkdir()
    connection = sqlite3.connect(folder / FILE, isolation_level=None)
    migrate(connection, version)
    connection.execute("UPDATE state SET change = 1")
    connection.execute(
        "INSERT INTO articles (id, origin, given_id, title, published, published_from, published_doubtful, source, "
        "publisher, url, body_start, body_end, digest, added, change) VALUES ('a', 'a.txt', 'a', 'Договор', "
        "'2025-11-01', 'header', 0, NULL, 'Кабар', NULL, 0, 16, x'00', '2025-11-02T10:00:00+00:00', 1)"
    )
    connection.execute("INSERT INTO texts VALUES (1, 'Договор подписан')")
    connection.close()


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_record_is_brought_up(folder: Path, version: int) -> None:
    record_of_version(folder, version)
    with open_library(folder, settings=settings_for(folder)) as library:
        assert found(library, "договору") == ["a"]
        assert library.facts(1) == Facts(0, ())
        article = library.article(1)
        assert article is not None
        assert article.document.text == "Договор подписан"
        text = "Киргизия."
        library.add([item("b", text, entities=(named(EntityKind.COUNTRY, "KG", text, "Киргизия"),))])
        assert [count.code for count in library.country_counts()] == ["KG"]
    with sqlite3.connect(folder / FILE) as connection:
        assert version_of(connection) == VERSION
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_doubt_without_a_reason_stays_one(folder: Path) -> None:
    record_of_version(folder, 3)
    with sqlite3.connect(folder / FILE) as connection:
        connection.executescript(
            "INSERT INTO entities VALUES (7, 1, 'person', 'токаев', 'Токаев', NULL, NULL, NULL, 'KZ', 'rule', 1, 1);"
            "INSERT INTO entities VALUES (8, 1, 'country', 'KG', 'Киргизия', NULL, NULL, NULL, NULL, 'list', 0, 1);"
            "INSERT INTO mentions VALUES (7, 0, 6), (8, 8, 16);"
        )
    with open_library(folder, settings=settings_for(folder)) as library:
        assert [(each.key, each.doubt, len(each.spans)) for each in library.facts(1).entities] == [
            ("токаев", Doubt.UNSTATED, 1),
            ("KG", None, 1),
        ]
        library.remove("a")
        assert library.entities() == []


def test_facts_are_sorted_by_publication_until_they_are_made_anew(folder: Path) -> None:
    record_of_version(folder, 5)
    with sqlite3.connect(folder / FILE) as connection:
        connection.executescript(
            "INSERT INTO entities VALUES (7, 1, 'country', 'KG', 'Киргизия', NULL, NULL, NULL, NULL, 'list', NULL, 1);"
            "INSERT INTO facts VALUES (3, 1, 'topic', 0, 7, 'rule', NULL, "
            '\'{"span":{"start":0,"end":7},"key":"trade","sentences":2}\');'
            "INSERT INTO concerned VALUES ('country', 'KG', 'topic', 1, 3);"
        )
    with open_library(folder, settings=settings_for(folder)) as library:
        (topic,) = library.facts_about(FactKind.TOPIC, EntityKind.COUNTRY, "KG")
        assert topic.headline.published == library.country_counts()[0].first == date(2025, 11, 1)
        assert library.sentences(1) == (Span(0, 16),)
    with sqlite3.connect(folder / FILE) as connection:
        assert connection.execute("SELECT day FROM concerned").fetchall() == [("2025-11-01",)]


def test_a_record_of_a_later_program(folder: Path) -> None:
    record_of_version(folder, VERSION)
    with sqlite3.connect(folder / FILE) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(LibraryTooNew) as caught:
        open_library(folder, settings=settings_for(folder))
    assert (caught.value.found, caught.value.known) == (VERSION + 1, VERSION)


def test_a_migration_that_fails_leaves_the_version_before(folder: Path) -> None:
    record_of_version(folder, 1)
    connection = sqlite3.connect(folder / FILE, isolation_level=None)
    connection.execute("CREATE TABLE mentions (in_the_way INTEGER)")
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection)
    connection.rollback()
    assert version_of(connection) == 1
    assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'entities'").fetchone() is None
