"""``kgtui keys``: the key table of the screen, and how to change it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import groupby

from kgtui.cli.arguments import add_format
from kgtui.cli.exits import DONE
from kgtui.cli.own_keys import use_own_keys
from kgtui.cli.session import Session
from kgtui.export import Mark, Piece, Row
from kgtui.export.wrapping import hanging
from kgtui.keys import ACTIONS, Action, Area, key_name
from kgtui.locale import t
from kgtui.settings import config_path

_ID, _KEYS = 18, 20  # columns
_INDENT = " " * (_ID + _KEYS)


def configure(parser: argparse.ArgumentParser) -> None:
    add_format(parser, ("text", "json", "toml"))


def run(arguments: argparse.Namespace, session: Session) -> int:
    use_own_keys(session.settings)
    if arguments.format == "json":
        session.output.json([_record(action) for action in ACTIONS])
    elif arguments.format == "toml":
        for line in _toml():
            session.output.line(line)
    else:
        session.output.rows(_rows(session.output.width))
        session.output.talk(t("cli.keys.remap", path=config_path()))
    return DONE


def _record(action: Action) -> dict[str, object]:
    return {
        "id": action.id,
        "keys": list(action.keys),
        "default": list(action.default),
        "remapped": action.is_remapped,
        "where": [area.value for area in (Area if action.always else action.where)],
        "name": action.name,
        "help": action.help,
    }


def _rows(width: int) -> Iterator[Row]:
    """Under each place the actions whose keys work there."""
    places = list(dict.fromkeys(map(_where, ACTIONS)))
    by_place = sorted(ACTIONS, key=lambda action: places.index(_where(action)))
    for place, actions in groupby(by_place, key=_where):
        yield from ((Piece(line, Mark.HEADING),) for line in hanging(place, width, "", ""))
        for action in actions:
            yield from _action_rows(action, width)
        yield ()


def _where(action: Action) -> str:
    if action.always:
        return t("cli.keys.everywhere")
    return ", ".join(t(f"screen.area.{area.value}") for area in action.where)


def _action_rows(action: Action, width: int) -> Iterator[Row]:
    keys = "  ".join(key_name(key) for key in action.keys) or t("cli.keys.by_name")
    mark = "*" if action.is_remapped else " "
    first, *others = hanging(action.help, width, _INDENT, "")
    yield Piece(f"{mark}{action.id:<{_ID - 1}}", Mark.FAINT), Piece(f"{keys:<{_KEYS}}"), Piece(first)
    yield from ((Piece(line),) for line in others)


def _toml() -> Iterator[str]:
    """What can be put into the configuration file: the reader's own keys in force, all others as comments."""
    yield f"# {config_path()}"
    yield "[keys]"
    for action in ACTIONS:
        keys = json.dumps(list(action.keys))  # lists of plain strings are written alike in JSON and TOML
        yield f"{'' if action.is_remapped else '# '}{action.id} = {keys}  # {action.name}"
