"""``kgtui correct log``, ``undo``: what was corrected, by whom and when; the last of it taken back."""

from __future__ import annotations

import argparse
import shlex

from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.output import Output
from kgtui.cli.session import Session
from kgtui.cli.table import table_rows
from kgtui.corrections import Correction, DamagedLine
from kgtui.corrections.lines import record_of
from kgtui.export.correction_words import words_of
from kgtui.library import Library
from kgtui.locale import t
from kgtui.settings import library_arguments


def print_log(arguments: argparse.Namespace, session: Session) -> int:
    """Exit 1 where nothing was ever corrected."""
    with session.library() as library:
        logged = library.corrections()
        say_damaged(library, session.output)
    if arguments.format == "json":
        records = [{**record_of(each.correction), "shared": each.shared, "undone": each.undone} for each in logged]
        session.output.json(records)
    elif logged:
        columns = [t(f"cli.column.{name}") for name in ("when", "who", "whose", "correction")]
        rows = []
        for each in logged:
            whose = t("cli.correct.of_all" if each.shared else "cli.correct.of_reader")
            undone = f" [{t('cli.correct.undone')}]" if each.undone else ""
            when = each.correction.when.astimezone().strftime("%Y-%m-%d %H:%M")
            rows.append((when, each.correction.who, whose, words_of(each.correction.change) + undone))
        session.output.rows(table_rows(columns, rows))
    else:
        session.output.talk(t("errors.correct_none"))
    return DONE if logged else NOTHING_FOUND


def undo(arguments: argparse.Namespace, session: Session) -> int:
    with session.library() as library:
        undone = library.undo_correction(shared=arguments.shared)
        say_damaged(library, session.output)
    if undone is None:
        session.output.talk(t("errors.correct_nothing_to_undo"))
        return NOTHING_FOUND
    if arguments.format == "json":
        session.output.json({**record_of(undone), "shared": arguments.shared, "undone": True})
    else:
        session.output.line(t("cli.correct.is_undone", correction=words_of(undone.change)))
    return DONE


def say_corrected(correction: Correction, arguments: argparse.Namespace, session: Session) -> int:
    """What was done, and how it is taken back."""
    if arguments.format == "json":
        session.output.json({**record_of(correction), "shared": arguments.shared, "undone": False})
    else:
        of_all = ["--shared"] if arguments.shared else []
        undo = shlex.join(["kgtui", "correct", "undo", *of_all, *library_arguments(session.settings.library)])
        session.output.line(t("cli.correct.done", correction=words_of(correction.change), command=undo))
    return DONE


def say_damaged(library: Library, output: Output) -> None:
    for each in library.damaged_corrections():
        output.talk(damaged_text(each))


def damaged_text(damaged: DamagedLine) -> str:
    kind = "errors.correct_damaged" if damaged.line else "errors.correct_unreadable"
    return t(kind, path=damaged.path, line=damaged.line, reason=damaged.reason)
