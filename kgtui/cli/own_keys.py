"""The keys that the reader's configuration file gives to actions."""

from __future__ import annotations

from kgtui.cli.exits import USAGE
from kgtui.cli.failure import Failure
from kgtui.keys import KeyMistake, use_keys
from kgtui.locale import t
from kgtui.settings import Settings, config_path


def use_own_keys(settings: Settings) -> None:
    """Put them in force. Raises Failure where they cannot be used."""
    try:
        use_keys(settings.keys)
    except KeyMistake as mistake:
        words = t("errors.keys", path=config_path(), entry=mistake.entry, reason=mistake.reason)
        raise Failure(words, USAGE) from mistake
