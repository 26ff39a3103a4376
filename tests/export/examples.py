"""The briefs in docs/examples, made of the seeds: ``make examples`` makes them anew."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from kgtui.dossier import Frame, dossier_of, subject_named
from kgtui.export.forms import dossier_file, dossier_for
from kgtui.library import Library
from kgtui.locale import use_language
from kgtui.settings import seeds_folder

from .brief_pages import TODAY
from .libraries import library_of, write_all

EXAMPLES = Path(__file__).parents[2] / "docs/examples"
SUBJECTS: Mapping[str, str] = {
    "tajikistan": "Таджикистан",
    "uzbekistan": "Узбекистан",
    "russia": "Россия",
    "belarus": "Беларусь",
    "kazakhstan": "Казахстан",
    "azerbaijan": "Азербайджан",
    "sco": "ШОС",
}
"""Name of the file, and who the brief is about."""
FORMS = {"txt": "text", "md": "md"}
PRINTED = ("uzbekistan", "html")  # one is enough to see what is printed


def example_files(library: Library) -> dict[str, bytes]:
    """As ``kgtui country NAME --as-of 2025-11-21 --output FILE`` writes them."""
    use_language("ru")
    wanted = [*((name, suffix) for name in SUBJECTS for suffix in FORMS), PRINTED]
    return {f"{name}.{suffix}": _brief(library, SUBJECTS[name], FORMS.get(suffix, suffix)) for name, suffix in wanted}


def _brief(library: Library, name: str, form: str) -> bytes:
    make = partial(dossier_of, library, subject_named(library, name))
    return dossier_file(dossier_for(form, make, Frame(TODAY)), form)


if __name__ == "__main__":
    with library_of(seeds_folder()) as seeds:
        write_all(EXAMPLES, example_files(seeds))
