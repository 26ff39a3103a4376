"""From a name on the command line to what it names: a country's code, the subject of a brief, an article."""

from __future__ import annotations

import shlex
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kgtui.cli.exits import NOTHING_FOUND, USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.session import Session
from kgtui.language.folding import fold
from kgtui.locale import LANGUAGES, catalogue, t
from kgtui.settings import config_path

if TYPE_CHECKING:
    from kgtui.dossier import Subject
    from kgtui.library import EntityCount, Library
    from kgtui.model import Article

_OFFERED = 3
_LIKENESS = 0.6
_OFFERED_ARTICLES = 5
_OFFERED_NAMES = 10


def country_code(name: str) -> str:
    """The alpha-2 code of a country by any of its names in any form.

    Raises Failure with the most similar names where there is none.
    """
    from kgtui.gazetteer import load_gazetteer  # noqa: PLC0415 - loads the data files

    gazetteer = load_gazetteer()
    if country := gazetteer.country_named(name):
        return country.code
    if bloc := gazetteer.bloc_named(name):
        raise Failure(t("errors.country_is_bloc", name=bloc.name), NOTHING_FOUND)
    known = {fold(each): country.name for country in gazetteer.countries.values() for each in country.names}
    similar = dict.fromkeys(known[each] for each in get_close_matches(fold(name), known, _OFFERED, _LIKENESS))
    if similar:
        raise Failure(t("errors.country_unknown_similar", name=name, similar=", ".join(similar)), NOTHING_FOUND)
    raise Failure(t("errors.country_unknown", name=name), NOTHING_FOUND)


def home_country(session: Session) -> str:
    """The alpha-2 code of the reader's own country. Raises Failure for one in the configuration that no country has."""
    require_country(session.settings.home_country)
    return session.settings.home_country


def require_country(code: str) -> None:
    """Raises Failure where no country has the code, which the configuration names."""
    from kgtui.gazetteer import load_gazetteer  # noqa: PLC0415 - loads the data files

    if code not in load_gazetteer().countries:
        raise Failure(t("errors.home_country", path=config_path(), code=code), USAGE)


def subject_meant(library: Library, name: str) -> Subject:
    """Raises Failure with the names that may be meant where there is none, or several."""
    from kgtui.dossier import NameShared, NameUnknown, subject_named  # noqa: PLC0415 - loads the data files

    try:
        return subject_named(library, name)
    except NameShared as error:
        offered = "\n".join(map(_choice, error.choices[:_OFFERED_NAMES]))
        more = len(error.choices) - _OFFERED_NAMES
        if more > 0:
            offered += f"\n  {t('cli.more_names', count=more)}"
        raise Failure(t("errors.subject_shared", name=name, offered=offered), NOTHING_FOUND) from error
    except NameUnknown as error:
        if error.thing:
            kind = t(f"cli.kind.{error.thing.kind.value}")
            said = t("errors.subject_is_thing", name=error.thing.name, kind=kind, query=shlex.quote(name))
            raise Failure(said, NOTHING_FOUND) from error
        if error.near:
            similar = ", ".join(error.near)
            raise Failure(t("errors.subject_unknown_similar", name=name, similar=similar), NOTHING_FOUND) from error
        raise Failure(t("errors.subject_unknown", name=name), NOTHING_FOUND) from error


def measure_named(name: str) -> str:
    """The code of a standard measure by its code, its name in any language, or how one of these begins.

    Raises Failure with all measures where none is called so, or several.
    """
    from kgtui.measures import standard_measures  # noqa: PLC0415 - loads the tables

    codes = measures_called(name)
    begun = [code for code in standard_measures() if any(each.startswith(fold(name)) for each in _calls(code))]
    if len(found := codes or begun) != 1:
        lines = "\n".join(f"  {code} — {t(f'measure.{code}')}" for code in standard_measures())
        raise Failure(t("errors.measure_unknown", name=name, known=lines), USAGE)
    return found[0]


def measures_called(name: str) -> list[str]:
    """The codes of the standard measures of exactly this name."""
    from kgtui.measures import standard_measures  # noqa: PLC0415 - loads the tables

    return [code for code in standard_measures() if fold(name) in _calls(code)]


def _calls(code: str) -> list[str]:
    """By what a measure is called, folded."""
    return [fold(each) for each in (code, *_measure_names(code))]


def _measure_names(code: str) -> list[str]:
    return [str(catalogue(language, "measure")[f"measure.{code}"]) for language in LANGUAGES]


def _choice(named: EntityCount) -> str:
    articles = t("common.articles", count=named.articles)
    role = t("common.office", role=named.role) if named.role else ""
    return f"  {named.name}{role} · {articles}"


def article_named(library: Library, wanted: str) -> Article:
    """The article of an id, or of the beginning of one that no other id shares."""
    if article := library.article_by_id(wanted):
        return article
    close = [headline for headline in library.headlines(library.numbers()) if headline.id.startswith(wanted)]
    if len(close) == 1 and (article := library.article(close[0].number)):
        return article
    if close:
        offered = "\n".join(f"  {headline.id}  {headline.title}" for headline in close[:_OFFERED_ARTICLES])
        raise Failure(t("errors.id_ambiguous", id=wanted, offered=offered), NOTHING_FOUND)
    raise Failure(t("errors.id_unknown", id=wanted), NOTHING_FOUND)
