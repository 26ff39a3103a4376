"""Starts one of the two faces: a command, or the screen where there is none."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgtui.cli.exits import USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.guard import guarded
from kgtui.cli.streams import prepare_streams
from kgtui.locale import t, use_language
from kgtui.settings import HOME, Settings, SettingsError, load_settings

if TYPE_CHECKING:
    import argparse


def main(argv: Sequence[str] | None = None) -> int:
    """Run kgtui with these arguments and give its exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    prepare_streams()
    return guarded(lambda: _run(arguments))


def _run(arguments: Sequence[str]) -> int:
    if not arguments:
        use_language(_language_of_settings(None))
        return _start_screen(_settings(), None)
    from kgtui.cli.parser import parsed, wanted_language  # noqa: PLC0415 - without arguments there is nothing to parse

    use_language(_language_of_settings(wanted_language(arguments)))
    options = parsed(arguments)
    settings = _settings(options)
    if options.command is None:
        return _start_screen(settings, options.query)
    return _run_command(options, settings)


def _run_command(options: argparse.Namespace, settings: Settings) -> int:
    from kgtui.cli.output import Output  # noqa: PLC0415 - the screen needs none of them
    from kgtui.cli.parser import command_named  # noqa: PLC0415
    from kgtui.cli.session import Session  # noqa: PLC0415

    return command_named(options.command).run(options, Session(settings, Output()))


def _language_of_settings(wanted: str | None) -> str:
    try:
        return load_settings(language=wanted).language
    except (SettingsError, ValueError):
        return wanted or "ru"


def _settings(options: argparse.Namespace | None = None) -> Settings:
    try:
        if options is None:
            return load_settings()
        return load_settings(
            library=options.library,
            language=options.lang,
            today=options.as_of,
            mouse=options.mouse,
            low_bandwidth=options.low_bandwidth,
        )
    except SettingsError as error:
        raise _unusable(error) from error
    except ValueError as error:
        raise Failure(t("errors.today", value=os.environ.get("KGTUI_TODAY", "")), USAGE) from error


def _start_screen(settings: Settings, query: str | None) -> int:
    from kgtui.cli.own_keys import use_own_keys  # noqa: PLC0415 - for the screen only
    from kgtui.tui.launch import can_show  # noqa: PLC0415 - no command needs it

    if not can_show(os.environ, sys.stdin, sys.stdout, sys.stderr):
        raise Failure(t("errors.no_terminal"), USAGE)
    use_own_keys(settings)
    if settings.home_country != HOME:
        from kgtui.cli.naming import require_country  # noqa: PLC0415 - loads the data files

        require_country(settings.home_country)
    from kgtui.tui.app import run  # noqa: PLC0415 - no command needs it

    try:
        return run(settings, query)
    except SettingsError as error:
        raise _unusable(error) from error


def _unusable(error: SettingsError) -> Failure:
    return Failure(t("errors.settings", path=error.path, reason=error.reason), USAGE)


if __name__ == "__main__":
    sys.exit(main())
