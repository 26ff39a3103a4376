"""A mistake in a table is reported with its file, its line and the reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kgtui.gazetteer import Gazetteer, GazetteerError, load_gazetteer
from kgtui.gazetteer.tables import DATA, read_table


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A copy of the tables that a test may spoil."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def spoil(file: Path, old: str, new: str) -> int:
    """Replace a text that occurs once; gives the number of its line."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_tables_of_the_package_are_right() -> None:
    assert load_gazetteer() is load_gazetteer()
    assert len(load_gazetteer().countries) > 200


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("countries.tsv", "\nKZ\tun", "\nKAZ\tun", "no code of two capital letters"),
        ("countries.tsv", "\nKZ\tun", "\nKG\tun", "stands on line"),
        ("countries.tsv", "\nKZ\tun", "\nKZ\tstate", "is none of"),
        ("countries.tsv", "\nKZ\tun\tКазахстан\t", "\nKZ\tun\t\t", "is empty"),
        ("countries.tsv", "\nKZ\tun\tКазахстан\t", "\nKZ\tun\tказахстан\t", "does not begin with a capital"),
        ("countries.tsv", "\nKZ\tun\tКазахстан\t", "\nKZ\tun\tКазахстан\t\t", "cells where there are"),
        ("countries.tsv", "казахстанский; казахский", "казахстанские", "masculine nominative"),
        ("countries.tsv", "казахстанский; казахский", "казахстанский; киргизский", "stands for"),
        ("countries.tsv", "казахстанский; казахский", "казахский; казахский", "names an item twice"),
        ("countries.tsv", "казахстанский; казахский", "казахстанский; ; казахский", "has an empty item"),
        ("countries.tsv", "\tКНР\t", "\tкнр\t", "fewer than two capital letters"),
        ("countries.tsv", "code\tstatus", "code\tstate", "the columns must be"),
        ("blocs.tsv", "\nEAEU\tbloc", "\neaeu\tbloc", "no code of capital letters"),
        ("blocs.tsv", "\nEAEU\tbloc", "\nSCO\tbloc", "stands on line"),
        ("blocs.tsv", "\nEAEU\tbloc", "\nEAEU\tunion", "is none of"),
        ("blocs.tsv", "KG; RU; KZ; UZ; TJ; CN; IN; PK; IR; BY", "KG; QQ", "no code of countries.tsv"),
        ("places.tsv", "Худжанд\tХоджент\tcity\tTJ", "Худжанд\t\tcity\tQQ", "no code"),
        ("places.tsv", "Худжанд\tХоджент\tcity\tTJ", "Худжанд\t\ttown\tTJ", "is none of"),
        ("places.tsv", "Худжанд\tХоджент\tcity\tTJ", "Худжанд\tcity\tTJ", "cells"),
        ("places.tsv", "Худжанд\tХоджент\tcity\tTJ", "Худжанд\tРоссия\tcity\tTJ", "stands for"),
        ("offices.tsv", "leader\t2\tлидер", "leader\thigh\tлидер", "is no number"),
        ("offices.tsv", "leader\t2\tлидер", "leader\t2\t", "is empty"),
        ("rivals.tsv", "РУ\tUZ", "РУ\tQQ", "neither"),
        ("rivals.tsv", "РУ\tUZ", "РУ\tKG", "is no word of KG"),
        ("rivals.tsv", "РТ\t-\t\t", "РТ\t-\tyes\t", "has a default meaning already"),
        ("careful.tsv", "\nЧад\t", "\nТого\t", "has a line already"),
        ("careful.tsv", "\nЧад\tyes", "\nЧад\tmaybe", "is none of"),
        ("contexts.tsv", "\npower_adjectives\t", "\npowerful\t", "is none of"),
        ("contexts.tsv", "\npower_adjectives\t", "\n# power_adjectives\t", "is missing"),
    ],
)
def test_a_mistake_names_file_line_and_reason(tables: Path, name: str, old: str, new: str, reason: str) -> None:
    line = spoil(tables / name, old, new) + old.startswith("\n")
    with pytest.raises(GazetteerError, match=reason) as caught:
        Gazetteer(tables)
    assert caught.value.file.name == name
    assert str(caught.value).startswith(f"{name}:")
    if "is missing" not in reason and "stands for" not in reason:
        assert caught.value.line == line


def test_a_table_that_cannot_be_read_is_an_error(tables: Path) -> None:
    (tables / "blocs.tsv").unlink()
    with pytest.raises(GazetteerError) as caught:
        Gazetteer(tables)
    assert caught.value.file.name == "blocs.tsv"


def test_a_table_that_is_not_utf_8_is_an_error(tables: Path) -> None:
    (tables / "blocs.tsv").write_bytes("ШОС".encode("cp1251"))
    with pytest.raises(GazetteerError):
        Gazetteer(tables)


def test_an_empty_table_lacks_its_header(tmp_path: Path) -> None:
    file = tmp_path / "empty.tsv"
    file.write_text("# nothing here\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="header"):
        list(read_table(file, ("a", "b")))


def test_a_table_may_carry_a_byte_order_mark_comments_and_empty_lines(tmp_path: Path) -> None:
    file = tmp_path / "table.tsv"
    file.write_text("\ufeff# remark\n\na\tb\nx\ty; z\n", encoding="utf-8")
    (row,) = read_table(file, ("a", "b"))
    assert row.items("b") == ("y", "z")
    assert row.line == 4


def test_a_state_can_be_added_by_one_line(tables: Path) -> None:
    file = tables / "countries.tsv"
    line = "ZZ\tde-facto\tБуяния\tРеспублика Буяния\t\t\tбуянский\t\tбуянец\tБуянск\t\n"
    file.write_text(file.read_text(encoding="utf-8") + line, encoding="utf-8")
    gazetteer = Gazetteer(tables)
    named = gazetteer.country_named("буянии")
    assert named is not None
    assert named.code == "ZZ"
    assert named.capital == "Буянск"
