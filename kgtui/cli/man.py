"""``kgtui man``: the manual page, made from the parser: ``kgtui man | man -l -``."""

from __future__ import annotations

import argparse

from kgtui.cli.exits import DONE
from kgtui.cli.manual import manual
from kgtui.cli.parser import COMMANDS, build_parser
from kgtui.cli.session import Session


def configure(parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""


def run(arguments: argparse.Namespace, session: Session) -> int:  # noqa: ARG001 - as every command
    session.output.line(manual(build_parser(COMMANDS)))
    return DONE
