"""The process beside the screen that does its jobs: what it answers, how it fails, and that it never outlives it."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from socket import socketpair
from typing import Any, NoReturn

import pytest

from kgtui.keys import Area
from kgtui.library import Library, LibraryMissing, open_library
from kgtui.model import MarkFilter, MarkKind, Marks
from kgtui.reader import MarkBook
from kgtui.settings import Settings
from kgtui.tui.explorer import HELPED, Explorer
from kgtui.tui.jobs import marked, questions, searches
from kgtui.tui.jobs.helper.process import Helper, HelperGone
from kgtui.tui.jobs.helper.wire import Gone, Line
from kgtui.tui.jobs.listing import Listing
from kgtui.tui.jobs.visit import Visit
from kgtui.tui.jobs.worker import Answer, Job

from .conftest import ABLE, DEADLINE, SIZES, Driver, search


@pytest.fixture
def helper(seeded: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Helper]:
    """One that knows the jobs of this file, too."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    made = Helper(seeded, HELPED)
    yield made
    made.stop()


def steps_to(_library: Library, last: int) -> Iterator[int | None]:
    yield None
    yield from range(last)


def silent(_library: Library) -> None:
    pass


def answers(steps: Iterator[Answer | None]) -> list[Any]:
    return [step.value for step in steps if step is not None]


def nobody(_job: Job) -> NoReturn:
    raise AssertionError("the helper does it")


def failing(_library: Library) -> None:
    raise ValueError("odd")


def unsendable(_library: Library) -> Any:
    return lambda: None


def dying(_library: Library) -> None:
    os._exit(1)


async def test_the_screen_finds_reads_narrows_and_sums_up_through_it(seeded: Settings) -> None:
    helper = Helper(seeded, HELPED)
    app = Explorer(seeded, environment=ABLE, helper=helper)
    async with app.run_test(size=SIZES["wide"]) as pilot:
        screen = Driver(app, pilot)
        await screen.see("1 из 5", "Узбекистан")
        await search(screen, "визит")
        await screen.until(lambda: bool(app.desk.articles.listing.excerpts and app.desk.articles.listing.facets))
        await screen.press("enter", "enter")
        await screen.until(lambda: app.desk.area is Area.ARTICLE and app.is_quiet)
        await screen.press("w")
        await screen.see("визит")
        pid = helper.pid
        assert pid is not None
    assert helper.pid is None


async def test_where_no_process_can_be_started_the_screen_does_all_itself(
    seeded: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    helper = Helper(seeded, HELPED)
    app = Explorer(seeded, environment=ABLE, helper=helper)
    async with app.run_test(size=SIZES["wide"]) as pilot:
        screen = Driver(app, pilot)
        await screen.see("1 из 5", "Узбекистан")
        await search(screen, "визит")
        await screen.see("Найдено 3 из 5", "Месяцы")
        assert helper.pid is None


def test_it_answers_as_this_process_does(seeded: Settings, helper: Helper) -> None:
    ask = helper.worker("search", nobody)
    with open_library(seeded.library, settings=seeded) as library:
        for job in (
            partial(searches.searched, query="визит", sort=None),
            partial(searches.facets, numbers=library.numbers()),
            partial(searches.completed, query="виз"),
            partial(searches.excerpts, query="визит", numbers=library.numbers()),
            partial(questions.countries, settings=seeded),
        ):
            here = job(library)
            there = answers(ask(job))
            expected = list(here) if isinstance(here, Iterator) else [here]
            assert list(map(_plain, there)) == list(map(_plain, expected))


def _plain(answer: Any) -> Any:
    return (answer.kept, list(answer.numbers)) if isinstance(answer, Listing) else answer


def test_its_answers_are_read_without_what_makes_them(seeded: Settings) -> None:
    """A key would wait while the screen's process loads code that only the helper runs."""
    code = [sys.executable, "-c", _READER, str(seeded.library)]
    done = subprocess.run(code, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


_READER = """
import sys
from functools import partial
from pathlib import Path
from kgtui.settings import Settings
from kgtui.tui.jobs import questions, searches
from kgtui.tui.explorer import HELPED
from kgtui.tui.jobs.helper.process import Helper
settings = Settings(library=Path(sys.argv[1]), language="ru")
helper = Helper(settings, HELPED)
ask = helper.worker("search", None)
for job in (
    partial(searches.searched, query="страна:узб (сотр", sort=None),
    partial(questions.countries, settings=settings),
):
    assert all(step.value for step in ask(job))
helper.stop()
makers = "dossier.dossier", "dossier.overview", "extraction", "gazetteer", "language.analysis", "search.evaluate"
print(*(maker for maker in makers if f"kgtui.{maker}" in sys.modules))
"""


def test_a_job_goes_step_by_step_and_is_left_where_nobody_asks_for_more(helper: Helper) -> None:
    ask = helper.worker("search", nobody)
    steps = ask(partial(steps_to, last=1000))
    assert [next(steps), next(steps), next(steps)] == [None, Answer(0), Answer(1)]
    steps.close()
    assert answers(ask(partial(steps_to, last=2))) == [0, 1]


def test_an_answer_of_nothing_is_one(helper: Helper) -> None:
    assert answers(helper.worker("search", nobody)(silent)) == [None]


@pytest.mark.parametrize(("job", "error"), [(failing, ValueError), (unsendable, Exception)])
def test_what_a_job_raises_is_raised_here_and_the_next_one_is_done(
    helper: Helper, job: Any, error: type[Exception]
) -> None:
    ask = helper.worker("detail", nobody)
    with pytest.raises(error) as raised:
        list(ask(job))
    assert "Traceback" in str(raised.value.__cause__)
    assert answers(ask(partial(steps_to, last=1))) == [0]


def test_a_library_that_is_not_there_is_said_as_such(tmp_path: Path) -> None:
    helper = Helper(Settings(library=tmp_path / "none", language="ru"), HELPED)
    try:
        with pytest.raises(LibraryMissing) as raised:
            list(helper.worker("search", nobody)(searches.all_articles))
        assert raised.value.path == tmp_path / "none"
    finally:
        helper.stop()


def test_one_that_died_is_said_and_another_takes_its_place(helper: Helper) -> None:
    ask = helper.worker("search", nobody)
    with pytest.raises(HelperGone):
        list(ask(dying))
    assert answers(ask(partial(steps_to, last=1))) == [0]


def test_an_answer_that_breaks_off_is_the_end_of_the_line() -> None:
    here, there = socketpair()
    there.sendall(pickle.dumps(bytes(1000))[:100])
    there.close()
    line = Line(here)
    with pytest.raises(Gone):
        line.read()
    line.close()


def test_a_line_that_was_closed_meanwhile_has_ended() -> None:
    here, there = socketpair()
    line = Line(here)
    line.close()
    with pytest.raises(Gone):
        line.write(None)
    with pytest.raises(Gone):
        line.read()
    there.close()


def test_it_goes_when_the_screen_is_killed(seeded: Settings, tmp_path: Path) -> None:
    """Nothing is left to tell it so: it hears that the other end of its socket is gone."""
    told = tmp_path / "pid"
    parent = subprocess.Popen([sys.executable, "-c", _PARENT, str(seeded.library), str(told)])
    _until(lambda: told.exists() and bool(told.read_text()))
    pid = int(told.read_text())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    _until(lambda: not _runs(pid))


_PARENT = """
import sys, time
from functools import partial
from pathlib import Path
from kgtui.settings import Settings
from kgtui.tui.jobs import searches
from kgtui.tui.jobs.helper.process import Helper
helper = Helper(Settings(library=Path(sys.argv[1]), language="ru"), ("search",))
list(helper.worker("search", None)(searches.all_articles))
Path(sys.argv[2]).write_text(str(helper.pid))
time.sleep(600)
"""


def test_a_mark_that_is_not_written_yet_counts_there_too(seeded: Settings, helper: Helper) -> None:
    with open_library(seeded.library, settings=seeded) as library:
        book, first = MarkBook(library.identity), library.headlines(library.numbers()[:1])[0]
        book.change(first.id, Marks(bookmark=True))
        job = partial(marked.all_marked, book=book, wanted=MarkFilter(MarkKind.BOOKMARK))
        assert [list(listing.numbers) for listing in answers(helper.worker("search", nobody)(job))] == [[first.number]]


def test_a_visit_that_is_sent_again_is_the_same_there() -> None:
    visit = Visit()
    assert _sent(visit) is _sent(visit)
    assert _sent(visit) is not _sent(Visit())


def _sent(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def _until(condition: Any) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)
