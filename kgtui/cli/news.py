"""``kgtui news``: what came since the reader last asked, country by country."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kgtui.cli.arguments import add_format, add_limit
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.naming import home_country
from kgtui.cli.session import Session
from kgtui.export.wording import day
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.dossier.news import News
    from kgtui.reader import Look

_LISTED = 12


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--peek", action="store_true", help=t("cli.help.peek_brief"))
    add_format(parser)
    add_limit(parser, usual=_LISTED)


def run(arguments: argparse.Namespace, session: Session) -> int:
    """Exit 1 where nothing is new, and but for a terminal not a word: cron would mail it. What was printed counts as
    seen once all of it has left."""
    from kgtui import reader  # noqa: PLC0415 - not for --help
    from kgtui.dossier.news import news  # noqa: PLC0415 - loads the data files

    home, as_json = home_country(session), arguments.format == "json"
    usual = 0 if as_json else _LISTED
    limit = usual if arguments.limit is None else arguments.limit
    with session.library() as library:
        look = reader.last_look(library, reader.NEWS)
        change = library.change
        found = news(library, home, look.change if look else 0, limit)
        if found.count:
            _print(found, look, session, as_json=as_json)
        elif session.output.is_terminal and look:
            session.output.talk(t("cli.news.nothing", date=day(look.on)))
        if session.output.has_left() and not arguments.peek:
            reader.looked(library, reader.NEWS, reader.Look(change, session.settings.date_today()))
    return DONE if found.count else NOTHING_FOUND


def _print(found: News, look: Look | None, session: Session, *, as_json: bool) -> None:
    from kgtui.export.news import news_record, news_rows  # noqa: PLC0415 - not for --help

    if as_json:
        session.output.json({"since": look.on.isoformat() if look else None, **news_record(found)})
        return
    articles = t("common.articles", count=found.count)
    title = (
        t("cli.news.since", date=day(look.on), articles=articles) if look else t("cli.news.first", articles=articles)
    )
    session.output.line(title)
    session.output.line("")
    session.output.rows(news_rows(found, width=session.output.width))
