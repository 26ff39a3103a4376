"""``kgtui stats``: what the library holds."""

from __future__ import annotations

import argparse

from kgtui.cli.arguments import add_format
from kgtui.cli.exits import DONE
from kgtui.cli.session import Session
from kgtui.cli.table import pair_rows
from kgtui.export.wording import period
from kgtui.locale import t
from kgtui.model import FACTS_VERSION


def configure(parser: argparse.ArgumentParser) -> None:
    add_format(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    with session.library() as library:
        stats = library.stats()
        older = len(library.with_older_facts(FACTS_VERSION))
    if arguments.format == "json":
        session.output.json(
            {
                "path": str(stats.path),
                "articles": stats.articles,
                "entities": stats.entities,
                "mentions": stats.mentions,
                "first": stats.first.isoformat() if stats.first else None,
                "last": stats.last.isoformat() if stats.last else None,
                "sources": stats.sources,
                "size_bytes": stats.size_bytes,
                "index_behind": stats.index_behind,
                "older_facts": older,
            }
        )
        return DONE
    session.output.rows(
        pair_rows(
            [
                (t("cli.stats.library"), str(stats.path)),
                (t("cli.stats.articles"), str(stats.articles)),
                (t("cli.stats.period"), period(stats.first, stats.last)),
                (t("cli.stats.sources"), str(stats.sources)),
                (t("cli.stats.entities"), str(stats.entities)),
                (t("cli.stats.mentions"), str(stats.mentions)),
                (t("cli.stats.size"), t("cli.megabytes", size=stats.size_bytes / 1_000_000)),
                (t("cli.stats.index"), _index_state(stats.index_behind)),
                (t("cli.stats.facts"), _facts_state(older)),
            ]
        )
    )
    return DONE


def _index_state(behind: int) -> str:
    return t("cli.index_behind", count=behind) if behind else t("cli.index_current")


def _facts_state(older: int) -> str:
    if not older:
        return t("cli.facts_current")
    return f"{t('cli.facts_older', articles=t('common.articles', count=older))}; {t('cli.advice.facts')}"
