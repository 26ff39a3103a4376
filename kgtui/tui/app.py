"""The way in: ``run(settings, query)``."""

from __future__ import annotations

import gc
import os
import select
import sys

from kgtui.locale import t
from kgtui.settings import Settings, SettingsError, config_path
from kgtui.terminal import terminal_safe
from kgtui.tui.drawing.palette_choice import UnknownTheme
from kgtui.tui.launch import prepare_environment

_SWITCH_SECONDS = 0.0005  # a key waits so long for each piece of Python in another thread


def run(settings: Settings, query: str | None = None) -> int:
    """Show the screen, with a query typed in if one is given, until it is closed; gives the exit code.

    Raises SettingsError where the configuration names a theme that there is not.
    """
    prepare_environment(os.environ)
    sys.setswitchinterval(_SWITCH_SECONDS)
    gc.disable()  # nothing that is made before the first paint goes away; the desk collects again after it
    from kgtui.tui.explorer import HELPED, Explorer  # noqa: PLC0415 - Textual reads the environment when it is imported
    from kgtui.tui.jobs.helper.process import Helper  # noqa: PLC0415 - as above

    try:
        explorer = Explorer(settings, query, helper=Helper(settings, HELPED))
    except UnknownTheme as error:
        reason = t("errors.theme", name=error.name, known=", ".join(error.known))
        raise SettingsError(config_path(), reason) from error
    code = explorer.run(mouse=settings.mouse)
    _let_go_of_a_terminal_that_is_gone()
    if explorer.parting:
        sys.stderr.write(f"{terminal_safe(explorer.parting)}\n")
    return code if code is not None else explorer.return_code or 0


def _let_go_of_a_terminal_that_is_gone() -> None:
    """What Python has still to write at its end would fail, and make the end look like an error."""
    poll = select.poll()
    poll.register(0, 0)
    if poll.poll(0):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
