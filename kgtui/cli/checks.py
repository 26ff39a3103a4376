"""What ``doctor`` looks at: each check is a value, a state of health and, where it helps, advice."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import PackageNotFoundError, version

from kgtui import __version__
from kgtui.abilities import abilities_of
from kgtui.cli.correct_log import damaged_text
from kgtui.cli.failure import Failure
from kgtui.cli.session import Session
from kgtui.cli.streams import terminal_size
from kgtui.cli.trouble import failure_of
from kgtui.gazetteer import load_gazetteer
from kgtui.locale import t
from kgtui.model import FACTS_VERSION
from kgtui.recognition import RECOGNISER_VERSION, is_available
from kgtui.settings import cache_folder, config_path, seeds_folder, state_folder

_PACKAGES = ("textual", "rich", "whoosh3", "pymorphy3", "pymorphy3-dicts-ru")
_SMALLEST = (80, 24)


class Health(Enum):
    GOOD = "good"
    DOUBTFUL = "doubtful"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Check:
    """``name`` is its key in the catalogue; ``advice`` says what to do, in the reader's language."""

    room: str
    name: str
    value: str
    health: Health = Health.GOOD
    advice: str = ""


def all_checks(session: Session) -> list[Check]:
    return [*_install(), *_terminal(), *_folders(), *_library(session)]


def _install() -> Iterator[Check]:
    yield Check("install", "kgtui", __version__)
    yield Check("install", "python", platform.python_version())
    for name in _PACKAGES:
        yield _package(name)
    gazetteer = load_gazetteer()
    sizes = t("cli.doctor.gazetteer_sizes", countries=len(gazetteer.countries), blocs=len(gazetteer.blocs))
    yield Check("install", "gazetteer", sizes)
    some_country = next(iter(gazetteer.countries.values()))
    if gazetteer.country_named(some_country.name):  # only the dictionary knows that
        yield Check("install", "dictionary", t("cli.doctor.works"))
    else:
        yield Check("install", "dictionary", t("cli.doctor.fails"), Health.BROKEN, t("cli.advice.dictionary"))
    yield _recogniser()
    seeds = len(list(seeds_folder().glob("*.txt"))) if seeds_folder().is_dir() else 0
    yield _doubted("install", "seeds", str(seeds), "" if seeds else t("cli.advice.seeds", path=seeds_folder()))


def _recogniser() -> Check:
    """It need not be there."""
    if is_available():
        return Check("install", "recogniser", t("cli.doctor.installed"))
    return Check("install", "recogniser", t("cli.doctor.not_installed"), advice=t("cli.advice.recogniser"))


def _package(name: str) -> Check:
    try:
        return Check("install", "package", f"{name} {version(name)}")
    except PackageNotFoundError:
        return Check("install", "package", name, Health.BROKEN, t("cli.advice.package", name=name))


def _doubted(room: str, name: str, value: str, advice: str) -> Check:
    """A check that is good where there is nothing to advise."""
    return Check(room, name, value, Health.DOUBTFUL if advice else Health.GOOD, advice)


def _terminal() -> Iterator[Check]:
    abilities = abilities_of(os.environ)
    usable = sys.stdout.isatty() and abilities.can_place_text
    yield _doubted("terminal", "terminal", abilities.term or "-", "" if usable else t("cli.advice.terminal"))
    columns, lines = terminal_size()
    large = columns >= _SMALLEST[0] and lines >= _SMALLEST[1]
    yield _doubted("terminal", "size", f"{columns}x{lines}", "" if large else t("cli.advice.size"))
    yield Check("terminal", "colours", t(f"cli.doctor.colours_{abilities.colours.value}"))
    encoding = sys.stdout.encoding.lower()
    yield _doubted("terminal", "encoding", encoding, "" if encoding == "utf-8" else t("cli.advice.encoding"))
    locale_name = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "-"
    yield Check("terminal", "locale", locale_name)


def _folders() -> Iterator[Check]:
    yield Check("folders", "config", str(config_path()))
    yield Check("folders", "state", str(state_folder()))
    yield Check("folders", "cache", str(cache_folder()))


def _library(session: Session) -> Iterator[Check]:
    path = str(session.settings.library)
    try:
        with session.library() as library:
            stats = library.stats()
            older = len(library.with_older_facts(FACTS_VERSION))
            unread = len(library.behind_recogniser(RECOGNISER_VERSION))
            corrections, damaged = library.corrections(), library.damaged_corrections()
    except Exception as error:
        failure = error if isinstance(error, Failure) else failure_of(error)
        if failure is None:
            raise
        yield Check("library", "library", path, Health.BROKEN, failure.message)
        return
    writable = os.access(session.settings.library, os.W_OK)
    yield _doubted("library", "library", path, "" if writable else t("cli.advice.read_only"))
    yield Check("library", "articles", str(stats.articles))
    behind = stats.index_behind
    state = t("cli.index_behind", count=behind) if behind else t("cli.index_current")
    yield _doubted("library", "index", state, t("cli.advice.index") if behind else "")
    state = t("cli.facts_older", articles=t("common.articles", count=older)) if older else t("cli.facts_current")
    yield _doubted("library", "facts", state, t("cli.advice.facts") if older else "")
    held = sum(not each.undone for each in corrections)
    yield _doubted("library", "corrections", str(held), damaged_text(damaged[0]) if damaged else "")
    if is_available():
        yield _recognised(unread)


def _recognised(unread: int) -> Check:
    """How far the slow pass has come: no reason for doubt."""
    if not unread:
        return Check("library", "recognised", t("cli.recognised_all"))
    state = t("cli.recognised_not", articles=t("common.articles", count=unread))
    return Check("library", "recognised", state, advice=t("cli.advice.enrich"))
