"""``kgtui figures``: all figures in one table, narrowed, on paper and for spreadsheets."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from .conftest import Kgtui, run_here

ALL = 10  # figures of the seeds


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_table_and_csv_agree_cell_by_cell(kgtui: Kgtui) -> None:
    titles, *rows = rows_of(kgtui("figures", "--csv").out)
    table = kgtui("figures").out.splitlines()
    assert len(rows) == len(table) - 1 == ALL
    for line, row in zip(table, [titles, *rows], strict=True):
        at = 0
        for cell in row:
            words = " ".join(cell.split(" "))
            at = line.index(words, at) + len(words)
        assert line[at:].strip() == ""


def test_json_and_csv_say_the_same(kgtui: Kgtui) -> None:
    records = kgtui("figures", "--json").json
    lines = list(csv.DictReader(io.StringIO(kgtui("figures", "--csv").out)))
    assert records
    for record, line in zip(records, lines, strict=True):
        assert float(line["значение"]) == record["value"]
        assert (line["единица"], line["статья"], int(line["№ предл."])) == (
            record["unit"],
            record["id"],
            record["sentence"],
        )
        assert line["предложение"].strip() == " ".join(record["text"].split())
        assert line["период"] == (record["period"] or "")


def test_a_figure_leads_to_its_sentence(kgtui: Kgtui) -> None:
    record = kgtui("figures", "--measure", "товарооборот", "--country", "Россия", "--json").json[0]
    text = kgtui("show", record["id"], "--json").json["text"]
    assert text[record["start"] : record["end"]] in record["text"]
    assert (record["kind"], record["value"], record["speaker"]) == ("target", 5e9, "Адылбек Касымалиев")


def test_newest_articles_come_first(kgtui: Kgtui) -> None:
    dates = [record["published"] for record in kgtui("figures", "--json").json]
    assert dates == sorted(dates, reverse=True)


def test_narrowed_by_whose_measure_and_time(kgtui: Kgtui) -> None:
    def values(*options: str) -> list[float]:
        return [record["value"] for record in kgtui("figures", *options, "--json").json]

    assert values("--country", "ШОС") == [3.5, 75, 8e6]
    assert values("--country", "Беларуси") == [15]
    assert values("--measure", "trade") == values("--measure", "Товарооборот") == values("--measure", "товарооб")
    assert values("--measure", "приток ПИИ") == [15, 135e6]
    assert values("--period", "2024") == [15, 135e6, 15]
    assert values("--period", "2025-01") == []
    assert values("--from", "2025-11-17") == [3.5, 75, 8e6]
    assert values("--to", "2025-10") == [15]


def test_a_query_picks_the_articles(kgtui: Kgtui) -> None:
    found = {hit["id"] for hit in kgtui("search", "жапарову", "--json").json["hits"]}
    records = kgtui("figures", "жапарову", "--json").json
    assert records
    assert {record["id"] for record in records} <= found
    assert kgtui("figures", "жапарову", "--measure", "въезд").code == 1


def test_a_limit_is_said_and_kept(kgtui: Kgtui) -> None:
    ran = kgtui("figures", "--limit", "2")
    assert len(ran.out.splitlines()) == 3
    assert f"2 из {ALL}" in ran.err
    assert len(kgtui("figures", "--json", "--limit", "3").json) == 3


def test_nothing_found_and_unknown_names(kgtui: Kgtui) -> None:
    nothing = kgtui("figures", "--country", "Германия")
    assert (nothing.code, nothing.out) == (1, "")
    assert "kgtui figures" in nothing.err
    assert kgtui("figures", "--country", "Германия", "--json").json == []
    unknown = kgtui("figures", "--measure", "надои")
    assert unknown.code == 2
    assert "trade — товарооборот" in unknown.err
    assert kgtui("figures", "--period", "вчерашний").code == 2


def test_no_cell_is_a_formula_or_acts_on_a_terminal(tmp_path: Path) -> None:
    texts = Path(__file__).parents[1] / "texts/brief"
    assert run_here("add", str(texts / "hostile_2025.txt"), home=tmp_path).code == 0
    ran = run_here("figures", "--csv", home=tmp_path)
    rows = rows_of(ran.out)
    assert len(rows) > 1
    assert all(not cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row)
    assert "\x1b" not in ran.out + run_here("figures", home=tmp_path).out


def test_in_english(kgtui: Kgtui) -> None:
    table = kgtui("--lang", "en", "figures", "--measure", "trade turnover").out
    assert table.splitlines()[0].split()[:3] == ["measure", "period", "amount"]


def test_who_asks_for_a_measure_as_for_a_word_is_told_of_the_option(kgtui: Kgtui) -> None:
    assert "--measure 'товарооборот'" in kgtui("figures", "товарооборот").err
    assert kgtui("figures", "товарооборот", "--measure", "trade").err == ""
    assert kgtui("figures", "шос").err == ""
