"""The rooms of docs/architecture.md: who may import whom, proved by reading every import of the package."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import kgtui
from kgtui.recognition import is_available

PACKAGE = Path(kgtui.__file__).parent

# From the ground up: a room may import those before it and nothing else of the package.
ROOMS = [
    "unloaded",
    "model",
    "locale",
    "terminal",
    "abilities",
    "layouts",
    "wrapping",
    "keys",
    "refusal",
    "settings",
    "durable",
    "unforeseen",
    "beside",
    "language",
    "gazetteer",
    "measures",
    "reading",
    "recognition",
    "extraction",
    "search",
    "reprints",
    "corrections",
    "library",
    "reader",
    "intake",
    "enrichment",
    "dossier",
    "export",
    "cli",
    "tui",
    "__main__",
]
STRANGERS = {("tui", "cli")}  # rooms that stand side by side
ONLY_IN = {
    "textual": {"tui"},
    "whoosh": {"search"},
    "sqlite3": {"library"},
    "pymorphy3": {"language"},
    "numpy": {"recognition"},
    "docx": {"export"},
    "slovnet": {"recognition"},
    "navec": {"recognition"},
    "natasha": set[str](),  # its weights are read, its code never runs
}


def imports() -> Iterator[tuple[Path, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}: relative import"
                module = node.module or ""
                names = [f"kgtui.{alias.name}" for alias in node.names] if module == "kgtui" else [module]
                yield from ((path, name) for name in names)


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def named_in(path: Path) -> Iterator[str]:
    """The modules that a file imports: of ``from a.b import c`` that is a.b.c where it is a file, else a.b."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = PACKAGE.parent.joinpath(*node.module.split("."), alias.name)
                is_file = inner.with_suffix(".py").exists() or (inner / "__init__.py").exists()
                yield f"{node.module}.{alias.name}" if is_file else node.module


def test_every_module_belongs_to_a_room() -> None:
    rooms = {room_of(path) for path in PACKAGE.rglob("*.py")} - {"__init__", "__main__"}
    assert rooms <= set(ROOMS)


def test_a_room_imports_only_the_rooms_before_it() -> None:
    wrong = []
    for path, name in imports():
        if name.startswith("kgtui.") and name != "kgtui.__version__":
            importer, imported = room_of(path), name.split(".")[1]
            if importer != imported and (
                ROOMS.index(imported) > ROOMS.index(importer) or (importer, imported) in STRANGERS
            ):
                wrong.append(f"{path.relative_to(PACKAGE)} imports {name}")
    assert wrong == []


def test_no_file_comes_back_to_itself_by_what_it_imports() -> None:
    """Whether when it is loaded, later, or for the type checker only."""
    files = {module_of(path): path for path in PACKAGE.rglob("*.py")}
    below = {module: {name for name in named_in(path) if name in files} for module, path in files.items()}
    try:
        TopologicalSorter(below).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]))


def test_heavy_packages_stay_in_their_rooms() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path, name in imports()
        if name.split(".")[0] in ONLY_IN and room_of(path) not in ONLY_IN[name.split(".")[0]]
    ]
    assert wrong == []


HEADLESS = "add search show country countries entities extract correct rebuild keys stats doctor".split()
HEADLESS += ["enrich"] * is_available()


@pytest.mark.parametrize("command", HEADLESS)
def test_a_command_never_imports_textual(command: str, tmp_path: Path) -> None:
    arguments = {
        "add": [str(tmp_path)],
        "search": ["касымалиеву"],
        "show": ["000_35dd958da0b29918"],
        "country": ["Таджикистан"],
        "extract": [str(tmp_path)],
        "correct": ["000"],
        "marks": ["--unread"],
    }.get(command, [])
    script = (
        "import sys\nfrom kgtui.__main__ import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "assert not any(name.split('.')[0] == 'textual' for name in sys.modules)"
    )
    call = [sys.executable, "-c", script, "--library", str(tmp_path / "library"), command, *arguments]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
