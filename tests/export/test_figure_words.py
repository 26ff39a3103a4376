"""Figures and conflicts as a page says them."""

from __future__ import annotations

from datetime import date

import pytest

from kgtui.dossier import Frame, SectionKind, country_subject, dossier_of
from kgtui.dossier.values import ConflictRow, FigureRow, GapReason, Growth, MeasureRow, Note, Reach
from kgtui.export.page_values import PageRow
from kgtui.export.row_words import page_rows
from kgtui.library import Library
from kgtui.locale import use_language
from kgtui.model import Amount, Approximation, Direction, FigureKind, Period, Span

NOTE = Note(source=1, sentence=2, number=1, id="a", span=Span(0, 1), quotation="Да.")
TRADE = FigureRow(
    measure="trade",
    about="товарооборот",
    amount=Amount("USD", 1.7e9),
    kind=FigureKind.LEVEL,
    on=date(2025, 11, 16),
    countries=("KG",),
    union="Центральная Азия",
    period=Period("2025-01", "2025-08"),
    growth=Growth(Amount("percent", 14), Direction.UP, base=Period("2024-01", "2024-08")),
    notes=(NOTE,),
)


def said(row: MeasureRow | ConflictRow | FigureRow) -> list[str]:
    return [plain(each) for each in page_rows(row)]


def plain(row: PageRow) -> str:
    return f"{row.label}|{row.text}".replace("\u00a0", " ")


def changed(**values: object) -> FigureRow:
    fields = {name: getattr(TRADE, name) for name in TRADE.__dataclass_fields__}
    return FigureRow(**{**fields, "growth": None, **values})


def of(*figures: FigureRow, reach: Reach = Reach.BILATERAL, **values: object) -> MeasureRow:
    first = figures[0]
    return MeasureRow(
        measure=first.measure,
        about=first.about,
        reach=reach,
        countries=first.countries,
        union=first.union,
        figures=figures,
        notes=(NOTE,),
        **values,  # type: ignore[arg-type]
    )


def test_whose_when_how_much_and_against_what() -> None:
    whole = changed(kind=FigureKind.CHANGE, change=Direction.UP, amount=Amount("percent", 28), period=None)
    assert said(of(TRADE, whole, reach=Reach.REGION, more=3)) == [
        "товарооборот|Кыргызстан — Центральная Азия, янв.–авг. 2025: 1,7 млрд долл. США, +14 % к янв.–авг. 2024",
        "|+28 % · ещё 3",
    ]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"kind": FigureKind.TARGET}, "цель|товарооборот: 1,7 млрд долл. США, срок янв.–авг. 2025"),
        ({"kind": FigureKind.TARGET, "period": None}, "цель|товарооборот: 1,7 млрд долл. США, срок не назван"),
        ({"kind": FigureKind.FORECAST}, "товарооборот|янв.–авг. 2025: прогноз 1,7 млрд долл. США"),
        ({"approximation": Approximation.MORE}, "товарооборот|янв.–авг. 2025: более 1,7 млрд долл. США"),
        ({"equivalent": Amount("EUR", 1.5e9)}, "товарооборот|янв.–авг. 2025: 1,7 млрд долл. США (1,5 млрд евро)"),
        ({"data_of": "Нацстатком"}, "товарооборот|янв.–авг. 2025: 1,7 млрд долл. США · данные: Нацстатком"),
        ({"about": "товарооборот услуг"}, "товарооборот услуг|янв.–авг. 2025: 1,7 млрд долл. США"),
        ({"measure": None, "about": "урожай"}, "урожай|янв.–авг. 2025: 1,7 млрд долл. США"),
    ],
)
def test_what_kind_of_value_it_is(values: dict[str, object], words: str) -> None:
    assert said(of(changed(**values))) == [words]


@pytest.mark.parametrize(
    ("amount", "change", "approximation", "words"),
    [
        (Amount("percent", 15), Direction.DOWN, None, "−15 %"),
        (Amount("percent", 15), Direction.UP, Approximation.MORE, "рост более 15 %"),
        (Amount("times", 3.5), Direction.UP, None, "рост в 3,5 раза"),
        (Amount("pp", 3), Direction.UP, None, "+3 п. п."),
    ],
)
def test_changes(amount: Amount, change: Direction, approximation: Approximation | None, words: str) -> None:
    row = changed(kind=FigureKind.CHANGE, amount=amount, change=change, approximation=approximation, period=None)
    assert said(of(row)) == [f"товарооборот|{words}"]


def test_exports_say_their_way_or_that_it_is_not_told() -> None:
    pair = {"measure": "export", "about": "экспорт", "countries": ("KG", "UZ"), "union": None, "period": None}
    assert said(of(changed(**pair, is_directed=True))) == ["экспорт|Кыргызстан → Узбекистан, 1,7 млрд долл. США"]
    assert said(of(changed(**pair))) == ["экспорт|1,7 млрд долл. США (чей, не сказано)"]
    imports = {**pair, "measure": "import", "about": "импорт"}
    assert said(of(changed(**imports, is_directed=True))) == ["импорт|Кыргызстан ← Узбекистан, 1,7 млрд долл. США"]


def test_a_series_is_drawn_beside_its_first_figure() -> None:
    first, second = page_rows(of(TRADE, changed(period=Period("2023", "2023")), points=(1.0, 2.0, 4.0)))
    assert (first.plot, second.plot) == ("▂▄█", "")
    assert (first.is_part, second.is_part) == (False, True)


def test_a_conflict_says_how_far_apart_and_leaves_the_rest_to_the_reader(brief_library: Library) -> None:
    frame = Frame(date(2025, 11, 21), sections=(SectionKind.CONFLICTS,))
    dossier = dossier_of(brief_library, country_subject("UZ"), frame)
    (row,) = dossier.section(SectionKind.CONFLICTS).rows
    assert isinstance(row, ConflictRow)
    assert said(row) == [
        "товарооборот|Кыргызстан — Узбекистан, 2024 · разница 150 млн долл. США (13 %) · вид: данные сторон (?)",
        "|1,35 млрд долл. США · Л. Юсупов · 10.02.2025",
        "|1,2 млрд долл. США · Ж. Айтматов · 03.02.2025",
    ]


def test_a_growth_that_does_not_fit_is_shown_with_the_sum() -> None:
    before = changed(period=Period("2024-01", "2024-08"), amount=Amount("USD", 1.2e9))
    row = ConflictRow(
        measure="trade",
        about=None,
        countries=("KG",),
        union="ШОС",
        period=TRADE.period,
        values=(TRADE, before),
        gap=Amount("pp", 27.7),
        share=None,
        computed=Amount("percent", 41.6667),
        reason=GapReason.ARITHMETIC,
        notes=(NOTE,),
    )
    head, now, then = said(row)
    assert "по двум уровням выходит +41,7 %" in head
    assert now.startswith("|янв.–авг. 2025: 1,7 млрд долл. США, +14 %")
    assert "источник цифры не назван" in then


def test_in_english() -> None:
    use_language("en")
    try:
        assert "+14 %" in said(of(TRADE))[0]
        assert said(of(TRADE))[0].startswith("trade turnover|")
    finally:
        use_language("ru")
