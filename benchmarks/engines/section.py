"""The part of docs/benchmarks.md that compares the search engines, from the raw results."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.engines.contenders import NAIVE, OURS
from benchmarks.engines.engine import Kind
from benchmarks.engines.queries import EACH
from benchmarks.engines.runner import COMMITS, FRESH, QUESTIONS_BEFORE_WEIGHING, ROUNDS
from benchmarks.markdown import table

LIMIT, PREFIX_LIMIT = 50, 80  # ms at p95
FASTER = 3  # times, than naive Whoosh
FASTER_AT = (
    *(Kind.FREQUENT, Kind.PHRASE_2, Kind.PHRASE_3, Kind.PREFIX),
    *(Kind.NEWEST, Kind.FACETS, Kind.SNIPPETS),
)
BUILD_SHARE = 0.6  # of naive Whoosh's CPU
LIMITED_FROM = 100_000  # articles

Results = Mapping[str, Any]

_METHOD = f"""## The search engine beside others

Made by `python -m benchmarks.engines` from `benchmarks/results/engines-*.json`. kgtui's index is measured through the
library's own functions; **FTS5** is SQLite's, **tantivy** an engine in Rust, both over the same lemmas, which they get
as words between spaces; **naive Whoosh** is the same release of Whoosh as its handbook shows it: texts stored in it,
`RegexTokenizer`, stop words and a Snowball stemmer, its own parser, `sortedby`, `groupedby` and highlighter.

Each engine lives in a process of its own, and they are asked one after the other, question by question, in an order
that changes; a process measures itself. {EACH} questions of a kind are drawn from the corpus; each is asked in
{ROUNDS} rounds (once only where an engine takes more than half a minute for a round), before each of which all indexes
are opened anew and warmed by one question, so that no engine answers from what it remembers. A question's time is the
median of its rounds; p50 and p95 are over the questions. All bring the first 20 articles, but the count. Facets are of
all seven kinds. Snippets of FTS5 and tantivy are cut by kgtui's code from texts in SQLite, which their bytes leave out,
as kgtui's leave out its record. FTS5 has no prefix index. A commit of kgtui, FTS5 and tantivy is on the disk when it
returns, one of naive Whoosh in the system's cache. Texts are synthetic, and so are the facts, drawn rather than
extracted.
"""


def section(sizes: Sequence[Results]) -> str:
    """Of all sizes, the smallest first; empty where nothing was measured."""
    if not sizes:
        return ""
    return "\n".join([_METHOD, *(_size(results) for results in sizes)])


def _size(results: Results) -> str:
    articles, machine = f"{results['articles']:,}", results["machine"]
    misses = [*_missed_questions(results), *_missed_build(results), *_wrong(results)]
    missed = "".join(f"- {miss}\n" for miss in misses) or "None.\n"
    return "\n".join(
        [
            f"### {articles} articles\n\nMilliseconds p50 / p95. Python {machine['python']}, {machine['cores']} cores; "
            f"load before the run {machine['load_before']} (other work slows all of it, its ratios less).\n",
            _questions(results),
            "Engine CPU is without analysis, and without the record.\n",
            _build(results),
            f"Commits: {COMMITS} of each size, median / worst, milliseconds. A first answer is the median of {FRESH} "
            "fresh processes, from the start of Python; memory is that of a process that has answered "
            f"{QUESTIONS_BEFORE_WEIGHING} questions.\n",
            _use(results),
            _letters(results),
            _answers(results),
            f"Aims missed at {articles} articles:\n\n{missed}",
        ]
    )


def _questions(results: Results) -> str:
    engines = list(results["versions"])
    body = []
    for kind, rows in results["questions"].items():
        times = [f"{_ms(row.p50)} / {_ms(row.p95)}" for row in (_Times(rows[name]) for name in engines)]
        body.append([kind, _matching(results, kind), *times, f"{_times_faster(rows):.1f}", _aims(results, kind)])
    return table(["question", "articles that match", *engines, "× naive Whoosh", "aim"], body)


def _matching(results: Results, kind: str) -> str:
    totals = results["checks"]["matching"][kind]
    return f"{min(totals)}–{max(totals)}"


class _Times:
    """Of one engine and kind: milliseconds over the questions, each the median of its rounds."""

    def __init__(self, rounds: Iterable[Sequence[float]]) -> None:
        times = sorted(map(statistics.median, rounds))
        self.p50 = statistics.median(times)
        self.p95 = times[round(0.95 * (len(times) - 1))]


def _times_faster(rows: Mapping[str, Any]) -> float:
    """Than naive Whoosh: the lesser of the ratios at p50 and at p95."""
    ours, naive = _Times(rows[OURS]), _Times(rows[NAIVE])
    return min(naive.p50 / ours.p50, naive.p95 / ours.p95)


def _limit(results: Results, kind: str) -> int | None:
    if results["articles"] < LIMITED_FROM:
        return None
    return PREFIX_LIMIT if kind == Kind.PREFIX.value else LIMIT


def _aims(results: Results, kind: str) -> str:
    limit = _limit(results, kind)
    aims = [f"p95 ≤ {limit} ms"] if limit else []
    if Kind(kind) in FASTER_AT:
        aims.append(f"≥ {FASTER} ×")
    return ", ".join(aims)


def _missed_questions(results: Results) -> Iterable[str]:
    for kind, rows in results["questions"].items():
        limit, p95 = _limit(results, kind), _Times(rows[OURS]).p95
        if limit and p95 > limit:
            yield f"{kind}: p95 {_ms(p95)} ms, aim {limit} ms"
        if Kind(kind) in FASTER_AT and (faster := _times_faster(rows)) < FASTER:
            yield f"{kind}: {faster:.1f} times as fast as naive Whoosh, aim {FASTER}"


def _build(results: Results) -> str:
    body = []
    for name, row in results["build"].items():
        engine = _engine_cpu(row)
        share = engine / _engine_cpu(results["build"][NAIVE])
        size = row["bytes"] / 1e6
        of_text = size / results["text_mb"]
        version = f"{name} {results['versions'][name]}" if name != OURS else name
        body.append([version, f"{engine:.1f}", f"{row['analysis']:.1f}" if row["analysis"] else "", f"{share:.0%}"])
        body[-1] += [f"{size:.1f}", f"{of_text:.2f}"]
    head = ["engine", "engine CPU s", "its own analysis, CPU s", "of naive Whoosh's", "index MB", "of the texts' bytes"]
    return table(head, body)


def _engine_cpu(row: Mapping[str, float]) -> float:
    return row["cpu"] - row["analysis"]


def _missed_build(results: Results) -> Iterable[str]:
    share = _engine_cpu(results["build"][OURS]) / _engine_cpu(results["build"][NAIVE])
    if share > BUILD_SHARE:
        yield f"build: {share:.0%} of naive Whoosh's CPU, aim {BUILD_SHARE:.0%}"


def _use(results: Results) -> str:
    body = [["Python that does nothing", "", "", f"{statistics.median(results['first']['python']):.0f}", ""]]
    for name in results["versions"]:
        commits = [f"{_ms(statistics.median(each))} / {_ms(max(each))}" for each in _commits(results, name)]
        first = f"{statistics.median(results['first'][name]):.0f}"
        body.append([name, *commits, first, f"{results['memory'][name]['pss']:.0f}"])
    return table(["engine", "commit of 1", "commit of 100", "first answer, ms", "memory, MB (PSS)"], body)


def _commits(results: Results, name: str) -> list[list[float]]:
    return [results["commits"][name][size] for size in ("1", "100")]


def _letters(results: Results) -> str:
    times = sorted(ms for row in results["letters"].values() for ms in row if ms is not None)
    if not times:
        return ""
    found = _Times([ms] for ms in times)
    return (
        f"A letter typed on kgtui's screen with all these articles, until the list changes: {_ms(found.p50)} ms, p95 "
        f"{_ms(found.p95)} ms, at most {_ms(times[-1])} ms ({len(times)} letters of {len(results['letters'])} words).\n"
    )


def _answers(results: Results) -> str:
    """One sentence an engine; naive Whoosh finds by stems, which mean something else."""
    lines = []
    for name, rows in results["checks"]["engines"].items():
        asked = sum(row.get("asked", 0) for row in rows.values())
        wrong = sum(row.get("wrong", 0) for row in rows.values())
        what = "counts, first 20, order and facets" if name == OURS else "counts of words and prefixes"
        lines.append(f"{name}: {what} of {asked} questions against brute force, {wrong} wrong.")
        found, expected = (sum(row.get(key, 0) for row in rows.values()) for key in ("found", "expected"))
        if expected:
            lines[-1] += f" Of the phrases' articles it finds {found / expected:.1%}, by one lemma a word."
    return "\n".join(f"- {line}" for line in lines) + "\n"


def _wrong(results: Results) -> Iterable[str]:
    for kind, row in results["checks"]["engines"][OURS].items():
        if row["wrong"]:
            yield f"{kind}: {row['wrong']} of {row['asked']} answers wrong, first `{row['first']}`"


def _ms(value: float) -> str:
    return f"{value:.2f}" if value < 1 else f"{value:.1f}" if value < 100 else f"{value:.0f}"
