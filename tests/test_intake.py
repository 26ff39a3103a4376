"""The way of an article: from files to a library that is searched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgtui.extraction.extract import extract
from kgtui.intake import BATCH, IntakeReport, renew_facts, seed, take_in, take_in_documents
from kgtui.language import Analysis, analyse
from kgtui.library import Library, open_library
from kgtui.model import Document, EntityKind, Facts, Recognition
from kgtui.reading import SkipReason, documents_in
from kgtui.search import Tier
from kgtui.settings import Settings


@pytest.fixture
def library(tmp_path: Path) -> Library:
    folder = tmp_path / "library"
    return open_library(folder, settings=Settings(folder, "ru"))


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("seeded") / "library"
    library = open_library(folder, settings=Settings(folder, "ru"))
    assert seed(library) == IntakeReport(5, 0, 0, ())
    return library


def ids(library: Library, query: str, *tiers: Tier) -> set[str]:
    hits = library.search(query).hits
    return {hit.headline.id[:3] for hit in hits if not tiers or hit.tier in tiers}


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("касымалиеву", {"000", "001", "002", "004"}),
        ("КАСЫМАЛИЕВОЙ", {"000", "001", "002", "004"}),
        ("жапарову", {"001", "003"}),
        ("садыру нургожоевичу", {"001"}),
        ('"столица Таджикистана"', {"004"}),
        ("Киргизия", {"000", "001", "002", "003", "004"}),
        ("Кыргызстан", {"000", "001", "002", "003", "004"}),
        ("кр", {"000", "001", "002", "003", "004"}),
        ("тамож*", {"003"}),
        ("CASA-1000", {"004"}),
        ("торгово-экономический", {"000", "001", "002", "003", "004"}),
        ("шос -беларусь", {"000"}),
        ("турчин или расулзода", {"002", "004"}),
    ],
)
def test_the_first_library_finds_every_form(seeded: Library, query: str, articles: set[str]) -> None:
    assert ids(seeded, query) == articles


def test_two_names_of_a_country_find_the_same_articles(seeded: Library) -> None:
    assert ids(seeded, "Киргизия") == ids(seeded, "Кыргызстан") == ids(seeded, "киргизию")
    assert ids(seeded, "Киргизия", Tier.EXACT, Tier.FORM) == {"001"}


def test_a_second_seeding_changes_nothing(seeded: Library) -> None:
    assert seed(seeded) == IntakeReport(0, 0, 5, ())


def test_facts_stand_where_they_say(seeded: Library) -> None:
    for mention in seeded.mentions(EntityKind.COUNTRY, "TJ"):
        article = seeded.article(mention.headline.number)
        assert article is not None
        for span in mention.entity.spans:
            assert any(word in span.of(article.document.text).lower() for word in ("таджик", "рт", "душанбе"))


def test_every_hit_is_a_word_of_the_query(seeded: Library) -> None:
    for number in seeded.numbers():
        article = seeded.article(number)
        assert article is not None
        words = {span.of(article.document.text).lower() for span in seeded.hit_spans("касымалиеву", article)}
        assert words <= {token.folded for token in analyse(article.document.text).tokens}
        assert all(word.startswith("касымалиев") for word in words)


def test_the_run_goes_on_after_a_bad_file(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Договор подписан в Бишкеке.", encoding="utf-8")
    (folder / "b.txt").write_text("")
    (folder / "c.txt").write_bytes(bytes(range(256)) * 50)
    (folder / "d.txt").write_text("Договор вступил в силу.", encoding="utf-8")
    steps: list[tuple[int, int | None, str]] = []
    report = take_in([folder], library, progress=lambda *step: steps.append(step))
    assert (report.added, report.updated, report.unchanged) == (2, 0, 0)
    assert [(Path(skipped.origin).name, skipped.reason) for skipped in report.skipped] == [
        ("b.txt", SkipReason.EMPTY),
        ("c.txt", SkipReason.BINARY),
    ]
    assert [done for done, _, _ in steps] == [1, 2, 3, 4]
    assert ids(library, "договору") == {"a", "d"}
    (folder / "d.txt").write_text("Соглашение вступило в силу.", encoding="utf-8")
    again = take_in([folder], library)
    assert (again.added, again.updated, again.unchanged) == (0, 1, 1)
    assert ids(library, "договору") == {"a"}


def test_an_interruption_keeps_what_was_committed(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    lines = (json.dumps({"id": f"a{number}", "text": "Договор подписан."}) for number in range(BATCH + 50))
    path.write_text("\n".join(lines))

    def interrupt(done: int, _total: int | None, _origin: str) -> None:
        if done > BATCH + 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in_documents(documents_in([path]), library, progress=interrupt)
    assert len(library.numbers()) == BATCH
    assert library.search("договор", snippets=False).total == BATCH


def test_a_mistake_of_the_program_costs_an_article_no_more_than_its_facts(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made here, since no text is known with which the program is mistaken."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    source = tmp_path / "articles.jsonl"
    lines = [json.dumps({"id": id_, "text": f"{id_} принял Садыр Жапаров."}) for id_ in ("a", "b", "c")]
    source.write_text("\n".join(lines), encoding="utf-8")

    def mistaken(document: Document, analysis: Analysis, recognition: Recognition | None = None) -> Facts:
        if document.id == "b":
            raise ZeroDivisionError
        return extract(document, analysis, recognition)

    with monkeypatch.context() as patch:
        patch.setattr("kgtui.intake.extract", mistaken)
        report = take_in([source], library)
    assert (report.added, [each.reason for each in report.skipped]) == (3, [SkipReason.FACTS])
    assert "ZeroDivisionError" in (tmp_path / "state" / "kgtui" / "last-error.txt").read_text()
    assert ids(library, "жапаров") == {"a", "b", "c"}
    assert ids(library, "кто:жапаров") == {"a", "c"}
    assert renew_facts(library) == 1
    assert ids(library, "кто:жапаров") == {"a", "b", "c"}


def test_a_year_beyond_the_calendar_is_no_period(library: Library, tmp_path: Path) -> None:
    source = tmp_path / "articles.jsonl"
    text = "В следующем году экспорт вырастет на 12%. Через 9999 лет он составит 5 млн долларов. В 10000 году упадёт."
    days = ("9999-12-31", "0001-01-01", "2025-11-20")
    source.write_text("\n".join(json.dumps({"text": text, "date": day}) for day in days), encoding="utf-8")
    assert take_in([source], library) == IntakeReport(3, 0, 0, ())
