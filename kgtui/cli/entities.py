"""``kgtui entities``: persons, bodies, places and projects that the articles name."""

from __future__ import annotations

import argparse

from kgtui.cli.arguments import add_format, add_limit
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.naming import country_code
from kgtui.cli.session import Session
from kgtui.cli.table import table_rows
from kgtui.locale import t
from kgtui.model import EntityKind


def configure(parser: argparse.ArgumentParser) -> None:
    kinds = [kind.value for kind in EntityKind]
    parser.add_argument("--kind", choices=kinds, help=t("cli.help.kind"))
    parser.add_argument("--country", metavar=t("cli.metavar.name"), help=t("cli.help.country"))
    add_format(parser)
    add_limit(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    kind = EntityKind(arguments.kind) if arguments.kind else None
    code = country_code(arguments.country) if arguments.country else None
    with session.library() as library:
        entities = library.entities(kind, country=code, limit=arguments.limit or 0)
    if arguments.format == "json":
        session.output.json(
            [
                {
                    "kind": entity.kind.value,
                    "key": entity.key,
                    "name": entity.name,
                    "role": entity.role,
                    "country": entity.country,
                    "articles": entity.articles,
                    "mentions": entity.mentions,
                }
                for entity in entities
            ]
        )
    elif entities:
        titles = [t(f"cli.column.{name}") for name in ("kind", "name", "country", "articles", "mentions", "role")]
        body = [
            (t(f"cli.kind.{e.kind.value}"), e.name, e.country or "", e.articles, e.mentions, e.role or "")
            for e in entities
        ]
        session.output.rows(table_rows(titles, body))
    if not entities:
        session.output.talk(t("errors.no_entities"))
        return NOTHING_FOUND
    return DONE
