"""What ``doctor`` looks at: install, terminal, folders, library."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from kgtui import __version__
from kgtui.cli.correct_log import damaged_text
from kgtui.cli.failure import Failure
from kgtui.cli.health import Check, Health, doubted
from kgtui.cli.own_keys import mistake_in_keys
from kgtui.cli.session import Session
from kgtui.cli.terminal_checks import terminal_checks
from kgtui.cli.trouble import failure_of
from kgtui.gazetteer import load_gazetteer
from kgtui.locale import t
from kgtui.model import FACTS_VERSION
from kgtui.recognition import RECOGNISER_VERSION, is_available
from kgtui.settings import cache_folder, config_path, seeds_folder, state_folder

_PACKAGES = ("textual", "rich", "whoosh3", "pymorphy3", "pymorphy3-dicts-ru")


def all_checks(session: Session) -> list[Check]:
    return [*_install(), *terminal_checks(), *_folders(session), *_library(session)]


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
    yield doubted("install", "seeds", str(seeds), "" if seeds else t("cli.advice.seeds", path=seeds_folder()))


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


def _folders(session: Session) -> Iterator[Check]:
    yield doubted("folders", "config", str(config_path()), mistake_in_keys(session.settings))
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
    except Exception as error:  # whatever commands tell as a failure: any other is raised again
        failure = error if isinstance(error, Failure) else failure_of(error)
        if failure is None:
            raise
        yield Check("library", "library", path, Health.BROKEN, failure.message)
        return
    writable = os.access(session.settings.library, os.W_OK)
    yield doubted("library", "library", path, "" if writable else t("cli.advice.read_only"))
    yield Check("library", "articles", str(stats.articles))
    behind = stats.index_behind
    state = t("cli.index_behind", count=behind) if behind else t("cli.index_current")
    yield doubted("library", "index", state, t("cli.advice.index") if behind else "")
    state = t("cli.facts_older", articles=t("common.articles", count=older)) if older else t("cli.facts_current")
    yield doubted("library", "facts", state, t("cli.advice.facts") if older else "")
    held = sum(not each.undone for each in corrections)
    yield doubted("library", "corrections", str(held), damaged_text(damaged[0]) if damaged else "")
    if is_available():
        yield _recognised(unread)


def _recognised(unread: int) -> Check:
    """How far the slow pass has come: no reason for doubt."""
    if not unread:
        return Check("library", "recognised", t("cli.recognised_all"))
    state = t("cli.recognised_not", articles=t("common.articles", count=unread))
    return Check("library", "recognised", state, advice=t("cli.advice.enrich"))
