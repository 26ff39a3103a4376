"""What a library keeps, and gives back as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kgtui.library import AddReport, Library, LibraryError, LibraryMissing, LibraryUnreadable, Order, open_library
from kgtui.model import EntityKind, Facts, Span

from .conftest import found, item, named, settings_for

TEXT = "Касымалиев прибыл в Киргизию. Киргизию посетил и Токаев."


def test_an_article_comes_back_as_it_was_read(library: Library) -> None:
    person = named(EntityKind.PERSON, "касымалиев", TEXT, "Касымалиев", role="премьер", country="KG")
    document, analysis, facts = item("a", TEXT, day=5, entities=(person,))
    assert library.add([(document, analysis, facts)]) == AddReport(added=1)
    article = library.article_by_id("a")
    assert article is not None
    assert article.document == document
    assert article.headline == library.headlines([article.number])[0]
    assert library.facts(article.number) == facts
    assert library.article(article.number) == article


def test_what_is_not_there(library: Library) -> None:
    assert library.article(7) is None
    assert library.article_by_id("a") is None
    assert library.headlines([7]) == []
    assert library.facts(7) == Facts(0, ())
    assert list(library.numbers()) == []
    assert library.search("договор").total == 0
    assert not library.remove("a")


def test_the_same_article_twice_changes_nothing(library: Library) -> None:
    library.add([item("a", TEXT)])
    change = library.change
    assert library.add([item("a", TEXT)]) == AddReport(unchanged=1)
    assert library.change == change


def test_a_changed_article_keeps_its_number(library: Library) -> None:
    library.add([item("a", TEXT, day=1), item("b", "Другой текст.")])
    number = library.numbers()[0]
    assert library.add([item("a", "Договор подписан.", day=2)]) == AddReport(updated=1)
    article = library.article(number)
    assert article is not None
    assert article.document.text == "Договор подписан."
    assert article.document.published == date(2025, 11, 2)
    assert found(library, "договор") == ["a"]
    assert found(library, "касымалиев") == []


def test_new_facts_of_the_same_text_are_kept(library: Library) -> None:
    document, analysis, _ = item("a", TEXT)
    library.add([(document, analysis, Facts(1, ()))])
    country = named(EntityKind.COUNTRY, "KG", TEXT, "Киргизию")
    assert library.add([(document, analysis, Facts(2, (country,)))]) == AddReport(updated=1)
    assert library.facts(library.numbers()[0]) == Facts(2, (country,))


def test_new_facts_are_no_news(library: Library) -> None:
    document, analysis, facts = item("a", TEXT)
    library.add([(document, analysis, facts)])
    seen = library.change
    library.add([(document, analysis, Facts(2, ()))])
    assert library.change > seen
    assert library.new_articles("касымалиев", since=seen).results.total == 0
    library.add([item("a", f"{TEXT} И снова.")])
    assert library.new_articles("касымалиев", since=seen).results.total == 1


def test_an_equal_id_from_elsewhere_gets_a_suffix(library: Library) -> None:
    for origin in ("one/a.txt", "two/a.txt", "three/a.txt"):
        library.add([item("a", TEXT, origin=origin)])
    assert [headline.id for headline in library.headlines(sorted(library.numbers()))] == ["a", "a-2", "a-3"]
    assert library.add([item("a", TEXT, origin="two/a.txt")]) == AddReport(unchanged=1)
    assert library.add([item("a", "Иначе.", origin="two/a.txt")]) == AddReport(updated=1)
    article = library.article_by_id("a-2")
    assert article is not None
    assert article.document.text == "Иначе."


def test_removed_is_gone_and_its_number_is_not_used_again(library: Library) -> None:
    library.add([item("a", TEXT), item("b", TEXT)])
    last = max(library.numbers())
    assert library.remove("b")
    assert found(library, "касымалиев") == ["a"]
    library.add([item("c", TEXT)])
    assert max(library.numbers()) > last
    assert found(library, "касымалиев") == ["a", "c"]


def test_order_of_the_list(library: Library) -> None:
    library.add(
        [item("old", "Раз.", day=1), item("none", "Два."), item("new", "Три.", day=9), item("mid", "Четыре.", day=5)]
    )

    def ids(order: Order) -> list[str]:
        return [headline.id for headline in library.headlines(library.numbers(order))]

    assert ids(Order.NEWEST) == ["new", "mid", "old", "none"]
    assert ids(Order.OLDEST) == ["old", "mid", "new", "none"]


def test_a_failed_transaction_keeps_nothing_of_itself(library: Library) -> None:
    def failing() -> object:
        yield item("b", TEXT)
        raise RuntimeError

    library.add([item("a", TEXT)])
    with pytest.raises(RuntimeError):
        library.add(failing())  # type: ignore[arg-type]
    assert len(library.numbers()) == 1
    assert library.add([item("b", TEXT)]) == AddReport(added=1)


def test_counts(library: Library) -> None:
    second = "Токаев в Казахстане. Казахстане и Киргизию."
    library.add(
        [
            item(
                "a",
                TEXT,
                day=1,
                entities=(
                    named(EntityKind.COUNTRY, "KG", TEXT, "Киргизию"),
                    named(EntityKind.PERSON, "токаев", TEXT, "Токаев"),
                ),
            ),
            item(
                "b",
                second,
                day=7,
                entities=(
                    named(EntityKind.COUNTRY, "KG", second, "Киргизию"),
                    named(EntityKind.COUNTRY, "KZ", second, "Казахстане"),
                    named(EntityKind.PERSON, "токаев", second, "Токаев", role="президент", country="KZ"),
                ),
            ),
        ]
    )
    kyrgyzstan, kazakhstan = library.country_counts()
    assert (kyrgyzstan.code, kyrgyzstan.articles, kyrgyzstan.mentions) == ("KG", 2, 3)
    assert (kyrgyzstan.first, kyrgyzstan.last) == (date(2025, 11, 1), date(2025, 11, 7))
    assert (kazakhstan.code, kazakhstan.articles, kazakhstan.mentions) == ("KZ", 1, 2)
    (person,) = library.entities(EntityKind.PERSON)
    assert (person.key, person.articles, person.role, person.country) == ("токаев", 2, "президент", "KZ")
    assert library.entities(country="KZ") == [person]
    assert [entity.key for entity in library.entities(limit=1)] == ["KG"]
    mentions = library.mentions(EntityKind.COUNTRY, "KG")
    assert [mention.headline.id for mention in mentions] == ["b", "a"]
    assert mentions[1].entity.spans == (Span(20, 28), Span(30, 38))
    assert [each.headline.id for each in library.mentions(EntityKind.COUNTRY, "KZ")] == ["b"]
    stats = library.stats()
    assert (stats.articles, stats.entities, stats.mentions, stats.sources) == (2, 3, 7, 1)
    assert (stats.first, stats.last, stats.index_behind) == (date(2025, 11, 1), date(2025, 11, 7), 0)
    assert stats.size_bytes > 0


def test_a_library_is_there_next_time(folder: Path) -> None:
    with open_library(folder, settings=settings_for(folder)) as library:
        library.add([item("a", TEXT)])
    with open_library(folder, create=False, settings=settings_for(folder)) as library:
        assert found(library, "касымалиеву") == ["a"]


def test_a_missing_library_that_is_not_to_be_made(folder: Path) -> None:
    with pytest.raises(LibraryMissing):
        open_library(folder, create=False, settings=settings_for(folder))
    assert not folder.exists()


def test_a_file_that_is_no_library(folder: Path) -> None:
    folder.mkdir()
    (folder / "library.sqlite3").write_bytes(b"no database at all" * 100)
    with pytest.raises(LibraryUnreadable) as caught:
        open_library(folder, settings=settings_for(folder))
    assert caught.value.path == folder
    assert caught.value.cause


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("")
    with pytest.raises(LibraryError):
        open_library(path / "library", settings=settings_for(path))
