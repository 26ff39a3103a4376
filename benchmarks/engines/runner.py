"""One size of the corpus, all engines: build, ask, open, weigh, add; in each step one engine after the other."""

from __future__ import annotations

import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from benchmarks.engines import checks
from benchmarks.engines.article import read
from benchmarks.engines.contenders import OURS, present
from benchmarks.engines.corpus import PART, parts
from benchmarks.engines.engine import Kind, Question
from benchmarks.engines.oracle import expected
from benchmarks.engines.queries import questions
from benchmarks.engines.worker import Worker
from benchmarks.letters import letters
from benchmarks.screen import environment_in

Workers = Mapping[str, Worker]

ROUNDS = 3
PATIENCE = 30.0  # seconds that an engine may take over one kind of question in a round, else it is asked no second time
COMMITS = 30  # of each size
COMMIT_SIZES = (100, 1)
FRESH = 5  # processes that ask a first question
QUESTIONS_BEFORE_WEIGHING = 100
TYPED, TYPED_LENGTHS = 6, range(6, 11)  # words typed on the screen, and their letters


def measured(articles: int, kept: Path, scratch: Path) -> dict[str, Any]:
    """The raw results. ``articles`` is a multiple of 100."""
    added = COMMITS * sum(COMMIT_SIZES)
    files = parts(kept, articles + added)
    built = files[: -(-articles // PART)]
    _say(f"{articles} articles: drawing questions")
    asked = questions(built, articles)
    _say("going through all words for the answers")
    wanted = expected(built, articles, asked)
    folders = {name: scratch / f"{number}" for number, name in enumerate(present())}
    load = os.getloadavg()[0]
    with ExitStack() as stack:
        workers = {name: _worker(stack, name, folder) for name, folder in folders.items()}
        results = {
            "articles": articles,
            "machine": {
                "python": platform.python_version(),
                "system": platform.system(),
                "cores": os.cpu_count(),
                "load_before": round(load, 1),
            },
            "versions": {name: worker.do("version")["version"] for name, worker in workers.items()},
            "text_mb": round(_text_bytes(built, articles) / 1e6, 1),
            "build": _built(workers, built, articles),
            "questions": _asked(workers, asked),
            "checks": checks.checked(workers, asked, wanted),
            "first": _first(folders, asked[0]),
            "memory": _weighed(folders, asked),
            "letters": _typed(folders[OURS], asked, scratch),
            "commits": _added(workers, files, articles),
        }
    for folder in folders.values():
        shutil.rmtree(folder)
    return results


def _worker(stack: ExitStack, name: str, folder: Path) -> Worker:
    worker = Worker(name, folder)
    stack.callback(worker.close)
    return worker


def _text_bytes(files: Sequence[Path], articles: int) -> int:
    found = (article for path in files for article in read(path))
    return sum(len(article.text.encode()) for article in islice(found, articles))


def _built(workers: Workers, files: Sequence[Path], articles: int) -> dict[str, Any]:
    """CPU seconds of each engine without analysis, part by part."""
    rows: dict[str, Any] = {name: {"cpu": 0.0, "wall": 0.0, "analysis": 0.0} for name in workers}
    for number, path in enumerate(files):
        count = min(PART, articles - number * PART)
        prepared = _prepared(workers, path, 0, count)
        for name, worker in workers.items():
            _add(rows[name], {**prepared[name], **worker.do("build")})
        _say(f"built {number * PART + count}: {_seconds(rows)}")
    for name, worker in workers.items():
        reply = worker.do("finish")
        _add(rows[name], reply)
        rows[name]["bytes"] = reply["bytes"]
    _say(f"finished: {_seconds(rows)}")
    return {name: {key: round(value, 2) for key, value in row.items()} for name, row in rows.items()}


def _prepared(workers: Workers, part: Path, skip: int, count: int) -> dict[str, Any]:
    """What is not measured is done by all at the same time."""
    for worker in workers.values():
        worker.begin("prepare", part=str(part), skip=skip, count=count)
    return {name: worker.end() for name, worker in workers.items()}


def _add(row: dict[str, float], reply: Mapping[str, float]) -> None:
    for key in row:
        row[key] += reply.get(key, 0.0)


def _seconds(rows: Mapping[str, Mapping[str, float]]) -> str:
    return ", ".join(f"{name} {row['cpu']:.1f} s" for name, row in rows.items())


def _asked(workers: Workers, asked: Sequence[Question]) -> dict[str, Any]:
    """Milliseconds of each question in each round; all indexes are opened anew before a round, so that no engine
    answers from what it remembers of the round before."""
    times: dict[str, dict[str, list[list[float]]]] = {}
    chance = random.Random(ROUNDS)  # noqa: S311
    for number in range(ROUNDS):
        _open(workers, asked[-1])
        for kind, same in groupby(asked, key=lambda question: question.kind):
            several = list(same)
            rows = times.setdefault(kind.value, {name: [[] for _ in several] for name in workers})
            willing = [name for name in workers if not number or sum(map(sum, rows[name])) / number < PATIENCE * 1000]
            for place, question in enumerate(several):
                for name in chance.sample(willing, len(willing)):
                    rows[name][place].append(workers[name].do("ask", question=question.as_json())["ms"])
            last = {name: statistics.median(row[-1] for row in rows[name]) for name in willing}
            _say(f"round {number + 1}, {kind.value}: {', '.join(f'{name} {ms:.1f} ms' for name, ms in last.items())}")
    return times


def _open(workers: Workers, question: Question) -> None:
    """Anew, and a first question, which reads what is read once."""
    for worker in workers.values():
        worker.do("open")
        worker.do("ask", question=question.as_json())


def _first(folders: Mapping[str, Path], question: Question) -> dict[str, list[float]]:
    """Milliseconds from the start of a process to its first answer, and of a Python that does nothing."""
    times: dict[str, list[float]] = {"python": [], **{name: [] for name in folders}}
    for _ in range(FRESH):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        times["python"].append(_ms_since(started))
        for name, folder in folders.items():
            started = time.perf_counter()
            worker = Worker(name, folder)
            worker.do("open")
            worker.do("ask", question=question.as_json())
            times[name].append(_ms_since(started))
            worker.close()
    _say(f"first answers: { {name: round(statistics.median(each)) for name, each in times.items()} }")
    return times


def _ms_since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)


def _weighed(folders: Mapping[str, Path], asked: Sequence[Question]) -> dict[str, Any]:
    """Megabytes of a process that has done nothing but answer questions of all kinds."""
    chosen = asked[:: max(1, len(asked) // QUESTIONS_BEFORE_WEIGHING)][:QUESTIONS_BEFORE_WEIGHING]
    sizes = {}
    for name, folder in folders.items():
        worker = Worker(name, folder)
        worker.do("open")
        for question in chosen:
            worker.do("ask", question=question.as_json())
        sizes[name] = worker.do("memory")
        worker.close()
    _say(f"memory: {sizes}")
    return sizes


def _typed(library: Path, asked: Sequence[Question], scratch: Path) -> dict[str, list[float | None]]:
    """Milliseconds after each letter typed on the program's screen until the list changed; None where it did not."""
    words = [question.words[0] for question in asked if question.kind is Kind.FREQUENT]
    typed = letters(library, [word for word in words if len(word) in TYPED_LENGTHS][:TYPED], environment_in(scratch))
    _say(f"letters: {typed}")
    return typed


def _added(workers: Workers, files: Sequence[Path], articles: int) -> dict[str, dict[str, list[float]]]:
    """Milliseconds of each commit, by size, to the index as it was built."""
    times: dict[str, dict[str, list[float]]] = {name: {str(size): [] for size in COMMIT_SIZES} for name in workers}
    first = articles
    for size in COMMIT_SIZES:
        for _ in range(COMMITS):
            part, skip = divmod(first, PART)
            _prepared(workers, files[part], skip, size)
            for name, worker in workers.items():
                times[name][str(size)].append(round(worker.do("commit")["wall"] * 1000, 1))
            first += size
        worst = {name: f"{statistics.median(row[str(size)])}/{max(row[str(size)])}" for name, row in times.items()}
        _say(f"commits of {size}, ms median/worst: {worst}")
    return times


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", flush=True)
