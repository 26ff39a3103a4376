"""«Цифры»: what is told once or often, by whom, of whom, and in which order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kgtui.dossier import Dossier, SectionKind
from kgtui.dossier.values import MeasureRow, Reach
from kgtui.intake import take_in
from kgtui.library import Library, open_library
from kgtui.model import Direction, FigureKind
from kgtui.settings import Settings

from .telling import article, brief, brief_of

SEEDS = Path(__file__).parents[2] / "seeds"


def measures(dossier: Dossier) -> list[MeasureRow]:
    rows = dossier.section(SectionKind.FIGURES).rows
    return [row for row in rows if isinstance(row, MeasureRow)]


def said(row: MeasureRow) -> list[tuple[float | None, str | None]]:
    return [(figure.amount.value, figure.period.iso if figure.period else None) for figure in row.figures]


def test_a_region_s_figures_stand_in_the_brief_of_its_member_as_the_region_s(tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        take_in(sorted(SEEDS.glob("*.txt")), library)
        for code in ("TJ", "UZ"):
            trade, investment = measures(brief(library, code, SectionKind.FIGURES))
            assert (trade.measure, trade.reach, trade.countries) == ("trade", Reach.REGION, ("KG",))
            assert said(trade) == [(1.7e9, "2025-01/2025-08"), (28, "2022/2025")]
            assert (investment.measure, said(investment)) == ("fdi", [(135e6, "2024")])
            growths = [figure.growth and figure.growth.amount.value for figure in (*trade.figures, *investment.figures)]
            assert growths == [14, None, 15]
            bases = [figure.growth.base for figure in (trade.figures[0], investment.figures[0]) if figure.growth]
            assert [base and base.iso for base in bases] == ["2024-01/2024-08", "2023"]
            assert {row.union for row in (trade, investment)} == {"Центральная Азия"}
            speakers = {figure.speaker and figure.speaker.name for row in (trade, investment) for figure in row.figures}
            assert speakers == {"Садыр Жапаров"}
        assert measures(brief(library, "AZ", SectionKind.FIGURES)) == []  # takes part, and is no member


def test_a_bloc_s_figure_is_shown_only_where_an_article_names_the_member(tmp_path: Path) -> None:
    bloc = article("a", "Товарооборот Кыргызстана со странами ШОС вырос на 5 %.", date(2025, 1, 1))
    other = article("b", "Казахстан и Кыргызстан провели переговоры.", date(2025, 1, 2))
    assert measures(brief_of(tmp_path, "KZ", bloc, other)) == []


def test_what_is_told_twice_is_one_figure_with_all_its_notes(tmp_path: Path) -> None:
    text = "Товарооборот Кыргызстана и Казахстана в 2024 году составил 1,7 млрд долларов."
    more = "Товарооборот Кыргызстана с Казахстаном в 2024 году достиг 1 млрд 700 млн долларов. Об этом сообщил министр."
    (trade,) = measures(
        brief_of(tmp_path, "KZ", article("a", text, date(2025, 1, 1)), article("b", more, date(2025, 2, 1)))
    )
    assert said(trade) == [(1.7e9, "2024")]
    assert [note.id for note in trade.figures[0].notes] == ["b", "a"]


def test_a_period_that_only_one_of_them_names_is_taken(tmp_path: Path) -> None:
    text = (
        "Товарооборот Кыргызстана и Казахстана достиг 1,7 млрд долларов. Стороны провели переговоры. "
        "Они обсудили планы. Они подписали план. "
        "Министр сообщил, что в 2024 году товарооборот Кыргызстана и Казахстана составил 1,7 млрд долларов."
    )
    (trade,) = measures(brief_of(tmp_path, "KZ", article("a", text, date(2025, 1, 1))))
    assert said(trade) == [(1.7e9, "2024")]
    assert [note.sentence for note in trade.figures[0].notes] == [5, 1]


def test_rises_and_falls_of_one_size_are_two_figures(tmp_path: Path) -> None:
    up = article("a", "Экспорт Кыргызстана в Казахстан в 2024 году вырос на 5 %.", date(2025, 1, 1))
    down = article("b", "Экспорт Кыргызстана в Казахстан в 2024 году снизился на 5 %.", date(2025, 1, 2))
    (export,) = measures(brief_of(tmp_path, "KZ", up, down))
    assert [figure.change for figure in export.figures] == [Direction.DOWN, Direction.UP]


def test_who_exports_to_whom_is_kept_apart(tmp_path: Path) -> None:
    ours = article("a", "Экспорт Кыргызстана в Казахстан составил 5 млн долларов.", date(2025, 1, 1))
    theirs = article("b", "Экспорт Казахстана в Кыргызстан составил 7 млн долларов.", date(2025, 1, 2))
    from_china = article("c", "Импорт из Казахстана в Кыргызстан составил 9 млн долларов.", date(2025, 1, 3))
    rows = measures(brief_of(tmp_path, "KZ", ours, theirs, from_china))
    assert {(row.measure, row.countries) for row in rows} == {
        ("export", ("KG", "KZ")),
        ("export", ("KZ", "KG")),
        ("import", ("KG", "KZ")),
    }


def test_targets_come_last_and_are_no_levels(brief_library: Library) -> None:
    rows = measures(brief(brief_library, "UZ", SectionKind.FIGURES))
    kinds = [figure.kind for row in rows for figure in row.figures]
    first_target = kinds.index(FigureKind.TARGET)
    assert set(kinds[first_target:]) == {FigureKind.TARGET}
    trade = rows[0]
    assert trade.measure == "trade"
    assert [iso for _, iso in said(trade)] == ["2024", "2024", "2023", "2022"]


def test_measures_stand_in_the_order_of_the_table_bilateral_ones_first(brief_library: Library) -> None:
    rows = measures(brief(brief_library, "UZ", SectionKind.FIGURES))
    standard = [
        (row.reach, row.measure) for row in rows if row.figures[0].kind is not FigureKind.TARGET and row.measure
    ]
    assert standard[:3] == [(Reach.BILATERAL, "trade"), (Reach.BILATERAL, "export"), (Reach.BILATERAL, "fdi")]
    assert standard[-1] == (Reach.BLOC, "trade")


def test_of_the_own_country_its_own_figures_come_first(brief_library: Library) -> None:
    rows = measures(brief(brief_library, "KG", SectionKind.FIGURES))
    reaches = [row.reach for row in rows if row.figures[0].kind is not FigureKind.TARGET]
    assert reaches == sorted(reaches, key=[Reach.OWN, Reach.OTHERS, Reach.BLOC].index)


def test_three_levels_of_years_are_points_of_a_plot(tmp_path: Path) -> None:
    articles = [
        article(
            f"a{year}",
            f"Экспорт Кыргызстана в Китай в {year} году составил {value} млн долларов.",
            date(year + 1, 1, 1),
        )
        for year, value in ((2021, 80), (2022, 60), (2023, 90), (2024, 120))
    ]
    half = article(
        "b", "Экспорт Кыргызстана в Китай в январе–июне 2025 года составил 70 млн долларов.", date(2025, 8, 1)
    )
    (export,) = measures(brief_of(tmp_path, "CN", *articles, half))
    assert export.points == (80e6, 60e6, 90e6, 120e6)
    assert said(export)[0] == (70e6, "2025-01/2025-06")
    (two,) = measures(brief_of(tmp_path / "two", "CN", *articles[:2]))
    assert two.points == ()


def test_no_more_figures_are_made_than_are_shown(tmp_path: Path) -> None:
    from .telling import library_of

    articles = [
        article(f"a{year}", f"Экспорт Кыргызстана в Китай в {year} году составил {year} тонн.", date(2025, 1, 1))
        for year in range(2015, 2025)
    ]
    with library_of(tmp_path, *articles) as library:
        (row,) = measures(brief(library, "CN", SectionKind.FIGURES, limit=4))
    assert (len(row.figures), row.more, len(row.points)) == (4, 6, 10)
    assert row.figures[0].period is not None
    assert row.figures[0].period.iso == "2024"


def test_a_sum_of_what_is_not_told_is_left_out(tmp_path: Path) -> None:
    text = "Казахстан и Кыргызстан провели переговоры. Выделят 5 млн долларов."
    assert all(
        row.measure or row.about for row in measures(brief_of(tmp_path, "KZ", article("a", text, date(2025, 1, 1))))
    )


def test_a_growth_rounded_in_the_title_is_told_once(tmp_path: Path) -> None:
    text = (
        "Товарооборот Китая и Кыргызстана вырос в 2024 году на 17%\n\nТоварооборот между Кыргызстаном и Китаем в 2024 "
        "году достиг 3,2 млрд долларов, увеличившись на 16,6%."
    )
    (trade,) = measures(brief_of(tmp_path, "CN", article("a", text, date(2025, 3, 5))))
    assert said(trade) == [(3.2e9, "2024")]
    assert trade.figures[0].growth is not None
    assert trade.figures[0].growth.amount.value == 16.6
