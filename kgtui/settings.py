"""Where things are and what the reader prefers: paths, configuration file, environment. Knows nothing of articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import platformdirs

from kgtui import refusal
from kgtui.locale import LANGUAGES, t

APP = "kgtui"


HOME = "KG"


class SettingsError(Exception):
    """The configuration file cannot be used; ``path`` and ``reason`` say where and why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one run. ``today`` is set where it is to stand for the clock's date; ``keys`` are those that the
    reader gives to actions, as written; ``theme`` is what the screen has where its reader has chosen none, empty where
    nothing is configured. ``low_bandwidth`` is None where the screen finds out by itself how fast its line is."""

    library: Path
    language: str
    home_country: str = HOME
    trusted_owners: tuple[str, ...] = ()
    today: date | None = None
    mouse: bool = True
    low_bandwidth: bool | None = None
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    theme: str = ""

    def date_today(self) -> date:
        return self.today or date.today()  # noqa: DTZ011 - the reader's own calendar day is meant


def load_settings(
    *,
    library: str | None = None,
    language: str | None = None,
    today: str | None = None,
    mouse: bool | None = None,
    low_bandwidth: bool | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """Settings from the arguments, else the environment, else the configuration file, else the defaults.

    Raises SettingsError where the configuration file cannot be read or holds a value of the wrong kind, and
    ValueError, holding the text, where a date is none.
    """
    env = os.environ if environment is None else environment
    config = _read_config(config_path())
    chosen_library = library or env.get("KGTUI_LIBRARY") or config.get("library")
    as_of = today or env.get("KGTUI_TODAY")
    return Settings(
        library=_path(chosen_library) if chosen_library else default_library(),
        language=_language(language or env.get("KGTUI_LANG") or config.get("language"), env),
        home_country=str(config.get("home_country", HOME)).upper(),
        trusted_owners=tuple(config.get("trusted_owners", ())),
        today=day_named(as_of) if as_of else None,
        mouse=config.get("mouse", True) if mouse is None else mouse,
        low_bandwidth=_first(low_bandwidth, _switch(env.get("KGTUI_LOW_BANDWIDTH")), config.get("low_bandwidth")),
        keys={action: _keys(action, keys) for action, keys in config.get("keys", {}).items()},
        theme=config.get("theme", ""),
    )


def _path(written: str) -> Path:
    """With the home folder for ``~``; where there is no user of the name, the path as it is written."""
    return Path(os.path.expanduser(written))  # noqa: PTH111 - pathlib raises there


def _keys(action: str, keys: object) -> list[str]:
    """One key or a list of them."""
    listed = [keys] if isinstance(keys, str) else keys
    if not isinstance(listed, list) or not all(isinstance(key, str) for key in listed):
        raise SettingsError(config_path(), f"[keys] {action}: {t('keys.wanted', entry=action)}")
    return listed


def _first(*values: bool | None) -> bool | None:
    return next((value for value in values if value is not None), None)


def _switch(text: str | None) -> bool | None:
    """What a variable of the environment says, None where it is not set."""
    return None if not text else text.lower() not in ("0", "no", "false", "off")


def day_named(text: str) -> date:
    """A day that may be today, in the form YYYY-MM-DD. Raises ValueError, holding the text."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(text) from error
    if day.year not in _YEARS:
        raise ValueError(text)
    return day


def config_path() -> Path:
    return platformdirs.user_config_path(APP) / "config.toml"


def default_library() -> Path:
    return platformdirs.user_data_path(APP) / "library"


def cache_folder() -> Path:
    return platformdirs.user_cache_path(APP)


def state_folder() -> Path:
    """The reader's own files: session, bookmarks, read marks."""
    return platformdirs.user_state_path(APP)


def is_usual_library(library: Path) -> bool:
    """Whether a command opens this library where none is named, whatever the environment of its shell holds of ours."""
    try:
        opened = {load_settings().library, load_settings(environment={}).library}
    except (SettingsError, ValueError):  # changed since the program was started
        return False
    return {path.resolve() for path in opened} == {library.resolve()}


def library_arguments(library: Path) -> list[str]:
    """By which a command that is shown opens this library and no other, in any shell."""
    return [] if is_usual_library(library) else ["--library", str(library.absolute())]


def own_corrections(library: str) -> Path:
    """The file of what the reader has corrected in a library, by its identity."""
    return state_folder() / "corrections" / f"{library}.jsonl"


def own_marks(library: str) -> Path:
    """The file of how the reader has marked the articles of a library, by its identity."""
    return state_folder() / "marks" / f"{library}.jsonl"


def seeds_folder() -> Path:
    """The articles of the first library: in the installed package, in a checkout beside it."""
    package = Path(__file__).parent
    installed = package / "seeds"
    return installed if installed.is_dir() else package.parent / "seeds"


_YEARS = range(1900, 2100)  # from any of their days one can count a century back or on
_KINDS: Mapping[str, type] = {
    "library": str,
    "language": str,
    "home_country": str,
    "trusted_owners": list,
    "mouse": bool,
    "low_bandwidth": bool,
    "keys": dict,
    "theme": str,
}


def _read_config(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415 - only where there is a file to read
    else:
        import tomli as tomllib  # noqa: PLC0415
    try:
        config: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(path, refusal.reason(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(path, str(error)) from error
    for key, kind in _KINDS.items():
        if key in config and not isinstance(config[key], kind):
            raise SettingsError(path, f"{key}: {kind.__name__}")
    if "\0" in config.get("library", ""):
        raise SettingsError(path, "library: \\0")
    if not all(isinstance(owner, str) for owner in config.get("trusted_owners", ())):
        raise SettingsError(path, "trusted_owners: list[str]")
    return config


def _language(wanted: str | None, env: Mapping[str, str]) -> str:
    """As wanted, else English for an ``en_*`` locale, else Russian."""
    if wanted in LANGUAGES:
        return str(wanted)
    name = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return "en" if name.lower().startswith("en") else "ru"
