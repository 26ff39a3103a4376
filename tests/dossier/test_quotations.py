"""Words fit to be quoted: whose, about what, which sentence, in which office."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kgtui.dossier import SectionKind, Subject
from kgtui.dossier.values import QuotationRow
from kgtui.library import Library
from kgtui.model import EntityKind

from .small_library import brief_of, library_of, rows

KIND = SectionKind.QUOTATIONS
DAY = date(2025, 1, 9)


def test_one_of_each_speaker_of_either_side_the_highest_first(brief_library: Library) -> None:
    found = rows(brief_of(brief_library, "UZ"), KIND, QuotationRow)
    assert [(row.speaker.name, row.on) for row in found] == [
        ("Эркин Садырбеков", date(2025, 3, 21)),
        ("Марат Кадыров", date(2024, 3, 12)),
        ("Жумабек Айтматов", date(2024, 1, 29)),
    ]
    assert found[1].speaker.office == "председатель Кабинета министров Кыргызской Республики"


def test_words_are_those_of_the_article_letter_for_letter(brief_library: Library) -> None:
    for row in rows(brief_of(brief_library, "UZ"), KIND, QuotationRow):
        (note,) = row.notes
        assert row.words in note.quotation


def test_the_sentence_that_says_most_of_the_pair_is_quoted(tmp_path: Path) -> None:
    text = (
        "Президент Узбекистана Тимур Рашидов прибыл в Бишкек. "
        "«Сегодня здесь хорошая и тёплая погода. Узбекистан всегда будет надёжным соседом Кыргызстана. "
        "Завтра мы поедем на озеро Иссык-Куль», — сказал Тимур Рашидов."
    )
    with library_of(tmp_path, [(DAY, text)]) as library:
        (row,) = rows(brief_of(library, "UZ"), KIND, QuotationRow)
    assert row.words == "Узбекистан всегда будет надёжным соседом Кыргызстана."
    assert (row.speaker.office, row.on) == ("президент Узбекистана", DAY)


def test_words_about_neither_side_are_not_quoted(tmp_path: Path) -> None:
    text = "«Сегодня здесь хорошая и тёплая погода», — сказал президент Узбекистана Тимур Рашидов."
    with library_of(tmp_path, [(DAY, text)]) as library:
        assert rows(brief_of(library, "UZ"), KIND, QuotationRow) == []


def test_others_than_the_two_sides_are_not_quoted(tmp_path: Path) -> None:
    text = "«Узбекистан всегда будет надёжным соседом Кыргызстана», — сказал президент Франции Поль Дюран."
    with library_of(tmp_path, [(DAY, text)]) as library:
        assert rows(brief_of(library, "UZ"), KIND, QuotationRow) == []
        (row,) = rows(brief_of(library, "FR"), KIND, QuotationRow)
    assert row.speaker.name == "Поль Дюран"


def test_of_a_person_only_their_own_words(brief_library: Library) -> None:
    subject = Subject(EntityKind.PERSON, "марат кадыров", "Марат Кадыров")
    assert [row.speaker.name for row in rows(brief_of(brief_library, subject), KIND, QuotationRow)] == ["Марат Кадыров"]
