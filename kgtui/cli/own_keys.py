"""The keys that the reader's configuration file gives to actions."""

from __future__ import annotations

from kgtui.cli.exits import USAGE
from kgtui.cli.failure import Failure
from kgtui.keys import KeyMistake, use_keys
from kgtui.locale import t
from kgtui.settings import Settings, config_path


def use_own_keys(settings: Settings) -> None:
    """Put them in force. Raises Failure where they cannot be used."""
    if mistake := mistake_in_keys(settings):
        raise Failure(mistake, USAGE)


def mistake_in_keys(settings: Settings) -> str:
    """What is wrong with them, where, and what to do; empty where they are in force now."""
    try:
        use_keys(settings.keys)
    except KeyMistake as mistake:
        return t("errors.keys", path=config_path(), entry=mistake.entry, reason=mistake.reason)
    return ""
