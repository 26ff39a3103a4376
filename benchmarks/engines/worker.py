"""One engine in a process of its own, asked over pipes: a line of JSON in, a line of JSON out.

The process measures itself, so that the pipes cost nothing that is reported.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.engines.article import read

Reply = dict[str, Any]


class Worker:
    """The process, seen from the runner."""

    def __init__(self, engine: str, folder: Path) -> None:
        self.engine = engine
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", __name__, engine, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self._process.stdin is not None and self._process.stdout is not None  # noqa: PT018, S101 - pipes
        self._sending, self._receiving = self._process.stdin, self._process.stdout

    def do(self, what: str, **details: Any) -> Reply:
        """Raises RuntimeError where the process has ended; its own words are on the error stream."""
        self.begin(what, **details)
        return self.end()

    def begin(self, what: str, **details: Any) -> None:
        self._sending.write(json.dumps({"do": what, **details}) + "\n")
        self._sending.flush()

    def end(self) -> Reply:
        """Of what was begun. Raises as `do`."""
        line = self._receiving.readline()
        if not line:
            raise RuntimeError(f"{self.engine} ended before it had answered")
        reply: Reply = json.loads(line)
        return reply

    def close(self) -> None:
        self._process.communicate()


def main() -> None:
    from benchmarks.engines.contenders import engine  # noqa: PLC0415 - the runner needs none of this
    from benchmarks.engines.engine import Question  # noqa: PLC0415

    name, folder = sys.argv[1:]
    serving = _Serving(engine(name, Path(folder)), Question.from_json)
    for line in sys.stdin:
        asked = json.loads(line)
        reply = getattr(serving, asked.pop("do"))(**asked)
        print(json.dumps(reply), flush=True)


class _Serving:
    """What a worker can be asked to do."""

    def __init__(self, engine: Any, question: Callable[[Any], Any]) -> None:
        self._engine = engine
        self._question = question
        self._analysed: Any = None

    def version(self) -> Reply:
        return {"version": self._engine.version()}

    def prepare(self, part: str, skip: int, count: int) -> Reply:
        """What is not measured: the articles that the next build or commit takes in. Also the CPU seconds of the
        analysis that an engine does itself meanwhile."""
        articles = list(islice(read(Path(part)), skip, skip + count))
        self._analysed = self._engine.analysed(articles)
        if not hasattr(self._engine, "analyse"):
            return {"analysis": 0.0}
        return {"analysis": _measured(lambda: self._engine.analyse(self._analysed))["cpu"]}

    def build(self) -> Reply:
        return _measured(lambda: self._engine.build(self._analysed))

    def commit(self) -> Reply:
        return _measured(lambda: self._engine.commit(self._analysed))

    def finish(self) -> Reply:
        return {**_measured(self._engine.finish), "bytes": self._engine.bytes()}

    def open(self) -> Reply:
        """As the program does once its screen stands: what is there by now is not looked at again for garbage."""
        reply = _measured(self._engine.open)
        gc.collect()
        gc.freeze()
        return reply

    def ask(self, question: Reply) -> Reply:
        asked = self._question(question)
        started = time.perf_counter()
        answer = self._engine.ask(asked)
        ms = (time.perf_counter() - started) * 1000
        return {"ms": round(ms, 3), **answer.as_json()}

    def count(self, question: Reply) -> Reply:
        return {"total": self._engine.count(self._question(question))}

    def memory(self) -> Reply:
        """Megabytes: resident, and with shared pages counted by their share."""
        sizes = dict(
            line.split(":", 1) for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
        )
        return {name: round(int(sizes[field].split()[0]) / 1024, 1) for name, field in (("rss", "Rss"), ("pss", "Pss"))}


def _measured(work: Callable[[], object]) -> Reply:
    """Seconds of CPU, of all threads, and of the clock."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}


if __name__ == "__main__":
    main()
