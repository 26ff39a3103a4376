"""Agreements, plans and documents of a pair of countries, from a real library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kgtui.dossier import Dossier, Frame, SectionKind, country_subject, dossier_of
from kgtui.dossier.values import AgreementRow, DocumentRow, RitualsRow
from kgtui.export.row_records import row_record
from kgtui.export.row_words import page_rows
from kgtui.intake import take_in, take_in_documents
from kgtui.library import Library, open_library
from kgtui.model import Actor, Document, EntityKind, PromiseStage, Span
from kgtui.settings import Settings

from .small_library import library_of

TODAY = date(2025, 11, 21)
SEEDS = Path(__file__).parents[2] / "seeds"
SECTIONS = (SectionKind.AGREEMENTS, SectionKind.DOCUMENTS)


def brief(library: Library, code: str) -> Dossier:
    return dossier_of(library, country_subject(code), Frame(TODAY, limit=0, sections=SECTIONS))


def agreements(library: Library, code: str) -> list[AgreementRow]:
    rows = brief(library, code).section(SectionKind.AGREEMENTS).rows
    return [row for row in rows if isinstance(row, AgreementRow)]


def about(rows: list[AgreementRow], word: str) -> AgreementRow:
    """The only row that is about something."""
    (row,) = [row for row in rows if word in row.what]
    return row


def test_the_most_binding_stand_first(brief_library: Library) -> None:
    order = [stage for stage in PromiseStage if stage is not PromiseStage.RITUAL]
    stages = [order.index(row.current) for row in agreements(brief_library, "UZ")]
    assert stages == sorted(stages)


def test_a_promise_whose_time_is_over_is_overdue_unless_it_was_kept(brief_library: Library) -> None:
    assert about(agreements(brief_library, "UZ"), "Достук").is_overdue
    assert not about(agreements(brief_library, "KZ"), "моста").is_overdue


def test_a_promise_kept_is_one_row_with_its_later_step(brief_library: Library) -> None:
    row = about(agreements(brief_library, "UZ"), "торгового дома")
    assert (row.stage, row.current) == (PromiseStage.AGREED, PromiseStage.DONE)
    assert [(step.stage, step.on) for step in row.later] == [(PromiseStage.DONE, date(2024, 11, 21))]
    assert not row.is_overdue
    assert [note.id for note in row.notes] == ["visit_2024", "trade_house_2024"]


def test_compliments_are_counted_in_one_last_row(brief_library: Library) -> None:
    last = brief(brief_library, "UZ").section(SectionKind.AGREEMENTS).rows[-1]
    assert isinstance(last, RitualsRow)
    assert (last.count, len(last.examples), len(last.notes)) == (1, 1, 1)


def test_what_was_signed_is_a_document_and_no_second_agreement(brief_library: Library) -> None:
    (row,) = brief(brief_library, "UZ").section(SectionKind.DOCUMENTS).rows
    assert isinstance(row, DocumentRow)
    assert row.name == "соглашение о совместном управлении водными ресурсами реки Карадарья"
    assert (row.state, row.place, row.on) == (PromiseStage.SIGNED, "Самарканд", date(2025, 3, 21))
    assert not [each for each in agreements(brief_library, "UZ") if "водными" in each.what]


def test_what_is_said_to_a_bloc_is_told_apart(brief_library: Library) -> None:
    rows = agreements(brief_library, "UZ")
    assert about(rows, "цифрового коридора").union == "ОТГ"
    assert about(rows, "фонда развития").union is None


def test_what_two_others_agree_on_is_not_ours(brief_library: Library) -> None:
    assert not [row for row in agreements(brief_library, "UZ") if "Кордай" in row.what]


def test_an_item_of_a_list_is_proved_by_its_own_line_and_by_who_proposes_it(tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        take_in(sorted(SEEDS.glob("003*.txt")), library)
        proposing, item = (note.quotation for note in about(agreements(library, "UZ"), "цифровизации").notes)
    assert "предложил сосредоточиться" in proposing
    assert item.startswith("использовать цифровизацию")


def test_a_reprint_gives_no_second_row(brief_library: Library) -> None:
    assert len([row for row in agreements(brief_library, "UZ") if "электроэнергии" in row.what]) == 1


def test_every_row_is_proved_by_its_sentence(brief_library: Library) -> None:
    rows = agreements(brief_library, "UZ")
    assert rows
    for row in rows:
        assert row.notes
        assert all(note.quotation for note in row.notes)


def test_the_record_of_a_row_has_the_keys_of_a_promise(brief_library: Library) -> None:
    record = row_record(about(agreements(brief_library, "UZ"), "Достук"))
    assert (record["what"], record["due"], record["overdue"], record["status"], record["stage"]) == (
        "завершение реконструкции пункта пропуска «Достук»",
        "2025-07-01",
        True,
        "agreed",
        "agreed",
    )


def test_a_row_says_its_stage_its_time_and_whether_that_is_over(brief_library: Library) -> None:
    (line,) = page_rows(about(agreements(brief_library, "UZ"), "Достук"))
    assert line.label == "договорено"
    assert line.text == (
        "завершение реконструкции пункта пропуска «Достук» · срок: 01.07.2025 · срок прошёл, сообщений об исполнении в"
        " библиотеке нет · 12.03.2024"
    )


def test_steps_of_later_articles_are_offered_with_a_question_mark(brief_library: Library) -> None:
    (line,) = page_rows(about(agreements(brief_library, "UZ"), "торгового дома"))
    assert line.label == "сделано"
    assert line.text.endswith("договорено 12.03.2024 → сделано 21.11.2024 (?)")


def test_what_is_said_to_a_bloc_names_it(brief_library: Library) -> None:
    (line,) = page_rows(about(agreements(brief_library, "UZ"), "цифрового коридора"))
    assert "А.\u00a0Турдиев: " in line.text
    assert "страны ОТГ вместе" in line.text


def test_a_document_agrees_with_its_state(brief_library: Library) -> None:
    (row,) = brief(brief_library, "UZ").section(SectionKind.DOCUMENTS).rows
    (line,) = page_rows(row)
    assert line.text == "Соглашение о совместном управлении водными ресурсами реки Карадарья — подписано, Самарканд"


TALKS = (
    "Премьер-министр Туркменистана прибыл в Кыргызстан. Премьеры Кыргызстана и Туркменистана провели переговоры.\n\n"
    "Стороны предложили создать Кыргызско-туркменский деловой совет до конца 2024 года.\n\n"
    "Стороны подписали соглашение о сотрудничестве в области туризма.\n\n"
    "Премьеры отметили важность реализации проекта строительства газопровода Туркменистан — Китай."
)
COUNCIL = "В Ашхабаде состоялось первое заседание Кыргызско-туркменского делового совета."
OTHERS = "Казахстан и Туркменистан договорились построить порт в Курыке. Кыргызстан следит за стройкой."


@pytest.fixture(scope="module")
def turkmen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    settings = Settings(library=tmp_path_factory.mktemp("turkmen") / "library", language="ru")
    told = (("talks", TALKS, date(2024, 3, 1)), ("council", COUNCIL, date(2024, 9, 2)), ("others", OTHERS, None))
    documents = [Document(id_, f"/{id_}.txt", text, Span(0, len(text)), id_, published=on) for id_, text, on in told]
    with open_library(settings.library, settings=settings) as opened:
        take_in_documents(documents, opened)
        yield opened


def test_the_first_session_of_a_body_keeps_the_promise_to_make_it(turkmen: Library) -> None:
    row = about(agreements(turkmen, "TM"), "совета")
    assert (row.stage, row.current, row.is_overdue) == (PromiseStage.PROPOSED, PromiseStage.DONE, False)


def test_what_is_proposed_again_for_another_time_is_one_step(tmp_path: Path) -> None:
    text = (
        "Премьеры Кыргызстана и Туркменистана провели переговоры.\n\n"
        "Стороны предложили создать Кыргызско-туркменский деловой совет до конца {} года."
    )
    told = [text.format(year) for year in (2024, 2025, 2026)]
    documents = [
        Document(f"a{month}", f"/a{month}.txt", each, Span(0, len(each)), f"a{month}", published=date(2024, month, 1))
        for month, each in enumerate(told, 3)
    ]
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        take_in_documents(documents, library)
        row = about(agreements(library, "TM"), "совета")
    assert (row.later, row.on) == ((), date(2024, 3, 1))
    assert row.due is not None
    assert (row.due.last_day, [note.id for note in row.notes]) == (date(2026, 12, 31), ["a3", "a5"])


def test_what_is_agreed_again_a_year_later_is_another_row(tmp_path: Path) -> None:
    text = (
        "Премьеры Кыргызстана и Туркменистана провели переговоры.\n\n"
        "Стороны договорились до 1 марта {} года установить 120 пограничных знаков."
    )
    documents = [
        Document(f"a{year}", f"/{year}.txt", told, Span(0, len(told)), "Граница", published=date(year, 11, 22))
        for year in (2023, 2024)
        for told in [text.format(year + 1)]
    ]
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        take_in_documents(documents, library)
        rows = agreements(library, "TM")
    told = [(str(row.on), str(row.due and row.due.last_day), [note.id for note in row.notes]) for row in rows]
    assert told == [("2023-11-22", "2024-03-01", ["a2023"]), ("2024-11-22", "2025-03-01", ["a2024"])]


def test_what_third_countries_agree_on_is_left_out_where_home_is_only_named(turkmen: Library) -> None:
    assert not [row for row in agreements(turkmen, "TM") if "порта" in row.what]


def test_what_two_sides_say_of_a_third_s_thing_lies_between_them(turkmen: Library) -> None:
    (last,) = [row for row in brief(turkmen, "TM").section(SectionKind.AGREEMENTS).rows if isinstance(row, RitualsRow)]
    assert last.examples == ("реализация проекта строительства газопровода Туркменистан — Китай",)


def test_a_body_that_tells_of_a_matter_keeps_its_whole_name(brief_library: Library) -> None:
    row = about(agreements(brief_library, "UZ"), "цифрового коридора")
    told = replace(row, speaker=Actor(EntityKind.ORGANISATION, "агентство", "Агентство гражданской авиации"))
    (line,) = page_rows(told)
    assert line.text.startswith("Агентство гражданской авиации: создание")


def test_one_level_by_its_several_names_is_one_promise(tmp_path: Path) -> None:
    text = (
        "Китай и Кыргызстан договорились нарастить торговый оборот до 3 млрд долларов. К 2030 году Китай и Кыргызстан "
        "намерены увеличить товарооборот до 3 млрд долларов. Президентами Китая и Кыргызстана поставлена цель довести "
        "взаимную торговлю до 3 млрд долларов."
    )
    with library_of(tmp_path, [(date(2025, 8, 22), text)]) as library:
        assert len(agreements(library, "CN")) == 1


def test_a_document_of_which_no_more_is_told_is_listed(tmp_path: Path) -> None:
    text = "Кыргызстан и Китай подписали меморандум."
    with library_of(tmp_path, [(date(2025, 11, 2), text), (date(2025, 11, 9), text)]) as library:
        dossier = brief(library, "CN")
    lines = [line.text for row in dossier.section(SectionKind.DOCUMENTS).rows for line in page_rows(row)]
    assert lines == ["Меморандум — подписан", "Меморандум — подписан"]
    assert not dossier.section(SectionKind.AGREEMENTS).rows


def test_a_title_that_leaves_out_a_word_is_of_the_same_document(tmp_path: Path) -> None:
    title = "Кыргызстан и Туркменистан подписали протокол о поставках газа"
    text = f"{title}\n\nМинистры подписали протокол о поставках природного газа между Кыргызстаном и Туркменистаном."
    told = Document("a", "/a.txt", text, Span(0, len(text)), title, published=date(2025, 3, 4))
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        take_in_documents([told], library)
        rows = brief(library, "TM").section(SectionKind.DOCUMENTS).rows
    assert len(rows) == 1


def test_what_was_not_signed_is_no_document(tmp_path: Path) -> None:
    text = "Кыргызстан и Китай не подписали соглашение о поставках газа. Меморандум с Китаем подписан не был."
    with library_of(tmp_path, [(date(2025, 11, 2), text)]) as library:
        assert not brief(library, "CN").section(SectionKind.DOCUMENTS).rows


def test_an_agreement_that_was_reached_is_not_signed(tmp_path: Path) -> None:
    text = "Кыргызстан и Китай достигли соглашения о строительстве моста."
    with library_of(tmp_path, [(date(2025, 11, 2), text)]) as library:
        assert [row.stage for row in agreements(library, "CN")] == [PromiseStage.AGREED]
        assert not brief(library, "CN").section(SectionKind.DOCUMENTS).rows


def test_a_document_is_not_placed_where_another_time_is_told_of(tmp_path: Path) -> None:
    text = (
        "Премьер Китая Ли Цян 28 октября 2025 года прибыл в Бишкек с официальным визитом. "
        "В мае этого года лидеры Китая и Кыргызстана подписали декларацию о партнёрстве."
    )
    with library_of(tmp_path, [(date(2025, 10, 28), text)]) as library:
        (row,) = brief(library, "CN").section(SectionKind.DOCUMENTS).rows
    assert isinstance(row, DocumentRow)
    assert (row.when and row.when.iso, row.place) == ("2025-05", None)


def test_about_two_weeks_ago_is_no_day_of_signing(tmp_path: Path) -> None:
    text = "Соглашение о границе было подписано Китаем и Кыргызстаном около двух недель назад."
    with library_of(tmp_path, [(date(2025, 3, 31), text)]) as library:
        (row,) = brief(library, "CN").section(SectionKind.DOCUMENTS).rows
    assert isinstance(row, DocumentRow)
    assert row.when is None


def test_a_later_step_of_another_deed_says_which(tmp_path: Path) -> None:
    articles = [
        (date(2024, 4, 19), "Китай и Кыргызстан планируют подписание договора об углублении союзнических отношений."),
        (
            date(2025, 10, 15),
            "Парламент Китая ратифицировал договор с Кыргызстаном об углублении союзнических отношений.",
        ),
    ]
    with library_of(tmp_path, articles) as library:
        (row,) = agreements(library, "CN")
    (line,) = page_rows(row)
    assert "сделано 15.10.2025, ратификация" in line.text.replace("\u00a0", " ")


def test_a_statement_in_a_title_and_in_full_is_one_document(tmp_path: Path) -> None:
    text = (
        "Си Цзиньпин и Жапаров подписали заявление об укреплении союзничества\n\nПрезиденты Китая и Кыргызстана "
        "подписали совместное заявление об укреплении союзничества между странами."
    )
    with library_of(tmp_path, [(date(2025, 11, 2), text)]) as library:
        assert len(brief(library, "CN").section(SectionKind.DOCUMENTS).rows) == 1


def test_what_is_agreed_names_states_as_we_do(tmp_path: Path) -> None:
    text = "Китай и Киргизия договорились построить мост в Киргизии."
    with library_of(tmp_path, [(date(2025, 11, 2), text)]) as library:
        (line,) = [page for row in agreements(library, "CN") for page in page_rows(row)]
    assert "в Кыргызстане" in line.text


def test_a_treaty_ratified_is_a_document(tmp_path: Path) -> None:
    text = "Парламент Китая ратифицировал договор с Кыргызстаном об углублении союзнических отношений."
    with library_of(tmp_path, [(date(2025, 10, 15), text)]) as library:
        (row,) = brief(library, "CN").section(SectionKind.DOCUMENTS).rows
        assert not agreements(library, "CN")
    (line,) = page_rows(row)
    assert line.text.endswith("ратифицирован")


def test_what_both_countries_mean_to_do_is_not_of_a_third_one_in_the_sentence(tmp_path: Path) -> None:
    text = (
        "Узбекистан и Кыргызстан открыли фонд развития. Обе страны собираются нарастить экспорт цемента, а Кыргызстан "
        "выразил готовность возить товары Узбекистана в Китай."
    )
    with library_of(tmp_path, [(date(2025, 10, 15), text)]) as library:
        assert not [row for row in agreements(library, "CN") if "цемента" in row.what]
        assert [row for row in agreements(library, "UZ") if "цемента" in row.what]
