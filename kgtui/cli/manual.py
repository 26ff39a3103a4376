"""The manual page in roff (man(7)), of whatever the parser says in the current language.

Our own, as the makers of manual pages from argparse set all headings in English.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence

from kgtui import __version__
from kgtui.keys import ACTIONS, key_name
from kgtui.locale import t

_SECTION_OF_COMMANDS = 1


def manual(parser: argparse.ArgumentParser) -> str:
    return "\n".join(_page(parser))


def _page(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield f'.TH KGTUI {_SECTION_OF_COMMANDS} "" "kgtui {__version__}" "{t("cli.man.title")}"'
    yield _heading("name")
    yield f"kgtui \\- {_text(t('cli.man.line'))}"
    yield _heading("synopsis")
    yield f".B kgtui\n{_text(_usage(parser))}"
    yield _heading("description")
    yield _paragraphs(parser.description or "")
    yield _heading("options")
    yield from _options(parser, parser._actions)
    yield _heading("commands")
    for command in _commands(parser):
        yield from _command(command)
    yield _heading("keys")
    yield from _keys()
    for part in ("environment", "files", "exits"):
        yield _heading(part)
        for term, words in _terms(t(f"cli.man.{part}_terms")):
            yield f".TP\n.B {_text(term)}\n{_text(words)}"


def _heading(name: str) -> str:
    return f'.SH "{_text(t(f"cli.man.{name}"))}"'


def _command(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield f'.SS "{_text(parser.prog)}"'
    if usage := _usage(parser):
        yield f".I {_text(usage)}\n.PP"
    yield _paragraphs(parser.description or "")
    own = [group._group_actions for group in parser._action_groups if group.title != t("cli.group.shared")]
    yield from _options(parser, [action for actions in own for action in actions if action.dest != "help"])
    title, _, examples = (parser.epilog or "").partition("\n")
    yield f".PP\n{_text(title)}\n.PP\n.nf\n{_text(examples)}\n.fi"


def _keys() -> Iterator[str]:
    for action in ACTIONS:
        if action.keys:
            names = ", ".join(key_name(key) for key in action.keys)
            yield f".TP\n.B {_text(names)}\n{_text(action.help)}"


def _commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.values()


def _usage(parser: argparse.ArgumentParser) -> str:
    """What follows the program's name, without the options that all commands have."""
    usage = " ".join(parser.format_usage().split()).partition(f"{parser.prog} ")[2]
    return re.sub(r"\[(?:-h|--library|--lang|--as-of)\b[^]]*\] ?", "", usage)


def _options(parser: argparse.ArgumentParser, actions: Sequence[argparse.Action]) -> Iterator[str]:
    for action in actions:
        if not isinstance(action, argparse._SubParsersAction):
            yield f".TP\n{_named(action)}\n{_text(_help(parser, action))}"


def _named(action: argparse.Action) -> str:
    """How an argument is written: its options in bold, what they take in italics."""
    value = f"\\fI{_text(_value(action))}\\fR"
    if not action.option_strings:
        return value
    takes = "" if action.nargs == 0 else f" {value}"
    return ", ".join(f"\\fB{_text(option)}\\fR" for option in action.option_strings) + takes


def _value(action: argparse.Action) -> str:
    if action.choices:
        return "|".join(str(each) for each in action.choices)
    metavar = action.metavar or action.dest.upper()
    return metavar if isinstance(metavar, str) else " ".join(metavar)


def _help(parser: argparse.ArgumentParser, action: argparse.Action) -> str:
    return (action.help or "") % {**vars(action), "prog": parser.prog}


def _paragraphs(text: str) -> str:
    return "\n.PP\n".join(_text(paragraph) for paragraph in re.split(r"\n\s*\n", text))


def _terms(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a message: a term, a tab, what it means."""
    for each in text.splitlines():
        term, _, words = each.partition("\t")
        yield term, words


def _text(text: str) -> str:
    """The text as roff takes it: nothing in it is a request or an escape.

    >>> _text(".a -b \\\\c")
    '\\\\&.a \\\\-b \\\\ec'
    """
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return re.sub(r"^(?=[.'])", r"\\&", escaped, flags=re.MULTILINE)
