"""Libraries made, missing and unusable; streams that end; what is imported; what a terminal gets."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from .conftest import Kgtui, environment, run_here, run_kgtui

pytestmark = pytest.mark.xdist_group("cli-edges")

EVIL = "Президент Кыргызстана\x1b[31m посетил\x07 Москву.\u202e Встреча\x9b2J прошла в Бишкеке.\r\n" + (
    "Стороны обсудили торговлю между Кыргызстаном и Россией, и об этом сообщает пресс-служба. " * 5
)


def test_any_command_makes_a_missing_library_with_the_seeds(here: Kgtui) -> None:
    first = here("search", "касымалиеву", "--json")
    assert first.json["total"] == 4
    assert "в ней для начала 5 статей" in first.err
    assert here("stats").err == ""


def test_add_makes_a_library_of_only_what_it_is_given(fresh: Kgtui, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Президент Кыргызстана прибыл в Астану.", encoding="utf-8")
    added = fresh("add", str(tmp_path / "one.txt"))
    assert (added.code, added.err) == (0, "")
    assert added.out == "Добавлено: 1; обновлено: 0; уже были: 0; пропущено: 0.\n"
    assert fresh("stats", "--json").json["articles"] == 1


def test_adding_again_and_with_bad_files(here: Kgtui, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text("Президент Кыргызстана прибыл в Астану.", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    first = here("add", str(folder), str(tmp_path / "missing.txt"))
    assert first.code == 0
    assert "пропущено: 3" in first.out
    assert first.err.count("пропущено: ") == 3
    assert "empty.txt: пуст" in first.err
    again = here("add", str(folder), "--json").json
    assert (again["added"], again["unchanged"], len(again["skipped"])) == (0, 1, 2)
    (folder / "good.txt").write_text("Президент Кыргызстана прибыл в Ташкент.", encoding="utf-8")
    assert here("add", str(folder), "--json").json["updated"] == 1


def test_adding_nothing_usable(here: Kgtui, tmp_path: Path) -> None:
    nothing = here("add", str(tmp_path / "missing.txt"))
    assert nothing.code == 1
    assert "missing.txt" in nothing.err


@pytest.mark.parametrize("form", [[], ["--json"], ["--jsonl"]])
def test_whether_there_was_anything_to_add_is_told_by_the_code(here: Kgtui, tmp_path: Path, form: list[str]) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Касымалиев в Москве.")
    assert [here("add", str(path), *form).code for path in (article, article, tmp_path / "none.txt")] == [0, 0, 1]


def test_adding_from_stdin(here: Kgtui) -> None:
    added = here("add", "-", "--json", stdin='{"id": "x", "text": "Кыргызстан и Казахстан."}\n'.encode())
    assert added.json["added"] == 1
    assert here("show", "x", "--json").json["id"] == "x"


def test_a_library_named_before_or_after_the_command_or_by_the_environment(here: Kgtui, tmp_path: Path) -> None:
    named = str(tmp_path / "своя")
    assert here("--library", named, "stats", "--json").json["path"] == named
    assert here("stats", "--json", "--library", named).json["path"] == named
    assert here("stats", "--json", KGTUI_LIBRARY=named).json["path"] == named


def test_a_seeding_that_was_cut_off_is_finished(here: Kgtui, tmp_path: Path) -> None:
    library = tmp_path / "cut"
    here("add", "-", "--library", str(library), stdin="Кыргызстан.".encode())
    (library / "seeding.unfinished").touch()
    assert here("stats", "--json", "--library", str(library)).json["articles"] == 6
    (library / "library.sqlite3").unlink()
    (library / "seeding.unfinished").touch()
    assert here("stats", "--json", "--library", str(library)).json["articles"] == 5
    assert not (library / "seeding.unfinished").exists()


@pytest.mark.parametrize("content", [b"no database at all" * 100, None])
def test_a_library_that_cannot_be_used(fresh: Kgtui, tmp_path: Path, content: bytes | None) -> None:
    library = tmp_path / "broken"
    if content is None:
        library.write_bytes(b"a file where a folder should be")
    else:
        library.mkdir()
        (library / "library.sqlite3").write_bytes(content)
    for command in (["stats"], ["search", "x"], ["add", "-"]):
        broken = fresh(*command, "--library", str(library), stdin=b"x")
        assert (broken.code, broken.out) == (3, "")
        assert str(library) in broken.err
        assert "Traceback" not in broken.err
        assert len(broken.err.splitlines()) == 1
    doctor = fresh("doctor", "--json", "--library", str(library))
    assert doctor.code == 3
    assert doctor.json[-1]["health"] == "broken"


def test_a_library_that_is_damaged_inside(here: Kgtui, tmp_path: Path) -> None:
    path = Path(here("stats", "--json").json["path"])
    record = path / "library.sqlite3"
    content = bytearray(record.read_bytes())
    for page in range(2 * 4096, len(content), 4096):
        content[page : page + 200] = b"\xff" * 200
    record.write_bytes(content)
    (path / "library.sqlite3-wal").unlink(missing_ok=True)
    for command in (["countries"], ["country", "TJ"], ["search", "касымалиеву"], ["doctor", "--json"]):
        broken = run_here(*command, home=tmp_path)
        assert broken.code == 3
        assert "файл базы повреждён" in broken.out + broken.err
        assert len(broken.err.splitlines()) <= 1


def test_two_first_runs_at_once_make_one_library(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kgtui", "search", "касымалиеву", "--json"]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(tmp_path))
        for _ in range(2)
    ]
    totals = [json.loads(run.communicate(timeout=180)[0])["total"] for run in runs]
    assert totals == [4, 4]


def test_a_broken_configuration(fresh: Kgtui, tmp_path: Path) -> None:
    config = tmp_path / "config" / "kgtui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("library = [", encoding="utf-8")
    broken = fresh("stats")
    assert (broken.code, broken.out) == (2, "")
    assert str(config) in broken.err


def test_a_today_that_is_no_date(fresh: Kgtui) -> None:
    wrong = fresh("stats", KGTUI_TODAY="завтра")
    assert (wrong.code, wrong.out) == (2, "")
    assert "завтра" in wrong.err


@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
def test_no_terminal_no_screen(fresh: Kgtui, term: str) -> None:
    refused = fresh(TERM=term)
    assert (refused.code, refused.out) == (2, "")
    assert "kgtui search" in refused.err
    assert len(refused.err.splitlines()) == 1
    assert fresh("-q", "слово", TERM=term).code == 2


def modules_after(*arguments: str, home: Path) -> set[str]:
    """The top packages that a run has imported."""
    program = (
        "import sys; from kgtui.__main__ import main; main(sys.argv[1:]);"
        "sys.stderr.write('\\n' + ' '.join({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        env=environment(home),
        check=True,
        text=True,
        timeout=180,
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["countries"], ["show", "004"]])
def test_what_needs_no_index_and_no_dictionary_loads_none(seeded: Path, arguments: list[str]) -> None:
    assert modules_after(*arguments, home=seeded).isdisjoint({"textual", "rich", "whoosh", "pymorphy3"})


def test_stats_loads_no_dictionary(seeded: Path) -> None:
    assert modules_after("stats", home=seeded).isdisjoint({"textual", "rich", "pymorphy3"})


def test_a_reader_that_leaves_early(seeded: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "kgtui", "search", "касымалиеву"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(seeded),
        check=False,
        timeout=180,
    )
    os.close(writing)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr
    assert done.returncode == 0


def test_closed_streams(seeded: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m kgtui stats >&- 2>&-'],
        env=environment(seeded),
        check=False,
        timeout=180,
    )
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("add - <&-", 1),
        ("search --queries - <&-", 1),
        ("--help > /dev/full", 3),
        ("--version > /dev/full 2> /dev/full", 3),
    ],
)
def test_streams_that_give_and_take_nothing(seeded: Path, command: str, code: int) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m kgtui {command}'],
        env=environment(seeded),
        capture_output=True,
        check=False,
        timeout=180,
    )
    assert (done.returncode, b"last-error.txt" in done.stderr) == (code, False), done.stderr


def test_a_full_disk(seeded: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "kgtui", "countries"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(seeded),
            check=False,
            timeout=180,
        )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


# A shell lets what it runs in the background ignore interrupts, and that is inherited.
HEEDS_INTERRUPTS = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


def test_ctrl_c(seeded: Path) -> None:
    """While the program waits for its input."""
    waiting = subprocess.Popen(
        [sys.executable, "-c", HEEDS_INTERRUPTS, "-m", "kgtui", "search", "--queries", "/dev/stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(seeded),
    )
    wait_until_reading(waiting.pid)
    waiting.send_signal(signal.SIGINT)
    _out, said = waiting.communicate(timeout=180)
    assert waiting.returncode == 130
    assert said.decode().strip().startswith("Прервано.")


def wait_until_reading(pid: int) -> None:
    """Until the process waits in a read of its standard input, not of a module that it is still loading."""
    until = time.monotonic() + 180
    while time.monotonic() < until:
        if reads_a_pipe(pid):
            return
        time.sleep(0.01)
    pytest.fail("it never came to read")


def reads_a_pipe(pid: int) -> bool:
    """The number of the system call that the process waits in, then its arguments: 0 is read, then the descriptor."""
    try:
        number, *arguments = Path(f"/proc/{pid}/syscall").read_text().split()
        return number == "0" and str(Path(f"/proc/{pid}/fd/{int(arguments[0], 16)}").readlink()).startswith("pipe:")
    except (OSError, IndexError):
        return False


def test_control_characters_of_an_article_reach_nothing_raw(tmp_path: Path) -> None:
    run = partial(run_here, home=tmp_path)
    (tmp_path / "evil.txt").write_bytes(EVIL.encode())
    assert run("add", str(tmp_path / "evil.txt")).code == 0
    outputs = [
        run("show", "evil"),
        run("show", "evil", "--json"),
        run("search", "посетил"),
        run("search", "посетил", "--json"),
        run("country", "Кыргызстан"),
        run("country", "Кыргызстан", "--format", "md"),
        run("entities"),
        run("extract", str(tmp_path / "evil.txt")),
        run("extract", "--jsonl", str(tmp_path / "evil.txt")),
        run("add", str(tmp_path / "\x1bnone.txt")),
    ]
    for ran in outputs:
        assert not set("\x1b\x07\x9b\u202e\x00") & set(ran.out + ran.err)
    assert "\x1b[31m" in outputs[1].json["text"]


def test_output_that_is_no_terminal_is_utf_8(kgtui: Kgtui, seeded: Path) -> None:
    plain = run_kgtui("countries", home=seeded, LANG="C", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert plain.out == kgtui("countries").out


def test_extract_needs_no_library(here: Kgtui, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Президент Кыргызстана Садыр Жапаров прибыл в Астану.", encoding="utf-8")
    extracted = here("extract", "--jsonl", str(tmp_path / "a.txt"), str(tmp_path / "none.txt"))
    assert extracted.code == 0
    (record,) = extracted.json_lines
    assert list(record)[:8] == [
        "id",
        "published",
        "source",
        "countries",
        "persons",
        "organisations",
        "places",
        "projects",
    ]
    assert [person["name"] for person in record["persons"]] == ["Садыр Жапаров"]
    assert "none.txt" in extracted.err
    assert "Садыр Жапаров" in here("extract", str(tmp_path / "a.txt"), str(tmp_path / "a.txt")).out
    assert not (tmp_path / "data").exists()
    assert here("extract", str(tmp_path / "none.txt")).code == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "\udcff"), 1),
        (("remove", "\udcff"), 1),
        (("country", "\udcff\udcfe"), 1),
        (("compare", "\udcff", "Россия"), 1),
        (("entities", "--country", "\udcff"), 1),
        (("search", "--like", "\udcff"), 1),
        (("search", "--save", "\udcff", "газ"), 0),
        (("search", "--queries", "\udcff"), 2),
        (("add", "\udcff"), 1),
        (("--as-of", "9999-12-31", "countries"), 2),
        (("--as-of", "0001-01-01", "countries"), 2),
    ],
)
def test_what_is_no_text_and_days_of_other_ages(here: Kgtui, arguments: tuple[str, ...], code: int) -> None:
    ran = here(*arguments)
    assert ran.code == code, ran.err
    assert "last-error.txt" not in ran.err
