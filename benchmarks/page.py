"""docs/benchmarks.md from the raw results."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks import screen_page
from benchmarks.engines.section import section
from benchmarks.markdown import table as _table

RESULTS = Path(__file__).parent / "results"
PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"


def write() -> Path:
    """The page, of whatever results there are; its path."""
    engines = sorted(map(_read, RESULTS.glob("engines-*.json")), key=lambda result: result["articles"])
    extraction = _extraction(_read(RESULTS / "extraction.json")) + _recogniser(_read(RESULTS / "recogniser.json"))
    briefs = _briefs(_read(RESULTS / "briefs.json"))
    PAGE.write_text(page(_read(RESULTS / "latest.json")) + briefs + extraction + section(engines), encoding="utf-8")
    return PAGE


def _read(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


def page(results: dict[str, Any]) -> str:
    """The page as Markdown; every figure in it stands in the raw results."""
    machine = results["machine"]
    parts = [
        "# Benchmarks\n",
        "Made by `make bench` (`python -m benchmarks`) from `benchmarks/results/latest.json`; not edited by hand. "
        f"Python {machine['python']}, {machine['cores']} cores, {machine['system']}; a pseudo-terminal, truecolor; "
        f"load before the run {machine['load']}. Milliseconds vary with the machine and with other work on it: trust "
        "the bytes, and the ratios measured one after the other in one run.\n",
        screen_page.first_paint(results["first_paint"]),
        screen_page.keys(results["keys"]),
        screen_page.typing(results["typing"]),
        screen_page.readers(results["readers"]),
        _search(results["search"]),
        _build(results["build"]),
    ]
    return "\n".join(part for part in parts if part)


def _search(kinds: dict[str, Any]) -> str:
    body = [
        [
            kind,
            f"{row['all_hits']['ms_median']} / {row['all_hits']['ms_p95']}",
            f"{row['twenty_with_snippets']['ms_median']} / {row['twenty_with_snippets']['ms_p95']}",
        ]
        for kind, row in kinds.items()
    ]
    head = ["query", "all hits in order, ms median / p95", "twenty with snippets, ms median / p95"]
    return "## Searches in the largest library\n\n" + _table(head, body)


def _build(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return ""
    return "## Building the synthetic libraries\n\n" + _table(
        ["articles", "seconds", "articles a second", "text MB", "library MB"],
        [
            [row["articles"], row["seconds"], row["articles_per_second"], row["text_mb"], row["library_mb"]]
            for row in rows
        ],
    )


def _briefs(results: dict[str, Any]) -> str:
    """What stands first in a brief and the whole of it, beside plain SQL over what it is about."""
    body = [
        [
            name,
            row["articles"],
            row["listed_ms"],
            row["sql_ms"],
            f"{row['head_ms']} ({row['head_ratio']})",
            f"{row['whole_ms']} ({row['whole_ratio']})",
        ]
        for name, row in results["briefs"].items()
    ]
    head = ["brief on", "articles", "SQL: articles", "SQL: all rows", "first lines (ratio)", "whole brief (ratio)"]
    overview = results["overview"]
    told = (
        f"`python -m benchmarks.briefs`: {results['articles']} articles of news whose facts are as frequent as in the "
        "seeds; processor milliseconds, warm, in one process. Plain SQL fetches the articles that name the subject, "
        "all facts that concern it and all that those articles name; the ratios are to that (aim: first lines ≤ 2). "
        "The first lines are the head: names, articles, gaps, sources, last news. A brief is made from the newest "
        "three hundred articles and facts of a kind, so a rare subject costs nearly as much as a frequent one.\n\n"
    )
    of_all = (
        f"\nThe overview of all countries takes {overview['whole_ms']} ms, plain SQL over its rows "
        f"{overview['sql_ms']} ms: {overview['whole_ratio']} (aim ≤ 2).\n"
    )
    return "\n## Briefs\n\n" + told + _table(head, body) + of_all


def _extraction(results: dict[str, Any]) -> str:
    """Each step's cost beside that of the analysis, and all extraction together."""
    steps = results["ms"]
    analysis = steps["analysis"] + steps["search keys"]
    extractors = {step: ms for step, ms in steps.items() if step not in ("analysis", "search keys")}
    whole = sum(extractors.values())
    body = [["analysis: sentences, tokens and search keys", round(analysis, 2), 1, ""]]
    body += [
        [step, round(ms, 2), round(ms / analysis, 2), f"{100 * ms / whole:.0f} %"] for step, ms in extractors.items()
    ]
    body.append(["all extraction", round(whole, 2), round(whole / analysis, 2), "100 %"])
    told = (
        f"`python -m benchmarks.extraction`: the seeds, {results['characters']} characters an article, warm, in "
        f"processor time. {1000 / whole:.0f} articles a second and core are extracted (aim 150).\n\n"
    )
    return "\n## Extraction\n\n" + told + _table(["step", "ms an article", "beside analysis", "share"], body) + "\n"


def _recogniser(results: dict[str, Any]) -> str:
    """The cost of an article with the recogniser, and what it takes of memory."""
    whole = sum(results["ms"].values())
    body = [[step, round(ms, 1)] for step, ms in results["ms"].items()] + [["all", round(whole, 1)]]
    told = (
        f"`python -m benchmarks.recogniser`, of an article of {results['characters']} characters as `kgtui extract` "
        f"reads it with `kgtui[ner]`: processor time (aim 25 ms). Loading takes {results['loading_ms']} ms, once; the "
        f"process then holds {results['megabytes']} MB (aim 350).\n\n"
    )
    return "\n## Extraction with the neural recogniser\n\n" + told + _table(["step", "ms an article"], body) + "\n"
