"""Arguments before environment before configuration before defaults."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kgtui import settings
from kgtui.settings import SettingsError, is_usual_library, load_settings


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = settings.config_path()
    path.parent.mkdir(parents=True)
    return path


def test_defaults_are_russian_and_the_home_country_is_kyrgyzstan() -> None:
    chosen = load_settings(environment={})
    assert (chosen.language, chosen.home_country, chosen.today) == ("ru", "KG", None)
    assert chosen.library == settings.default_library()


def test_an_english_locale_speaks_english_unless_told_otherwise() -> None:
    assert load_settings(environment={"LANG": "en_GB.UTF-8"}).language == "en"
    assert load_settings(environment={"LANG": "en_GB.UTF-8", "KGTUI_LANG": "ru"}).language == "ru"
    assert load_settings(language="en", environment={"KGTUI_LANG": "ru"}).language == "en"


def test_the_file_is_asked_after_the_environment(config: Path) -> None:
    config.write_text('library = "/from/file"\nlanguage = "en"\nhome_country = "kz"\ntrusted_owners = ["news"]\n')
    chosen = load_settings(environment={})
    assert (str(chosen.library), chosen.language, chosen.home_country) == ("/from/file", "en", "KZ")
    assert chosen.trusted_owners == ("news",)
    assert str(load_settings(environment={"KGTUI_LIBRARY": "/from/env"}).library) == "/from/env"
    assert str(load_settings(library="/argument", environment={"KGTUI_LIBRARY": "/from/env"}).library) == "/argument"


def test_a_home_folder_of_nobody_is_taken_as_it_is_written() -> None:
    assert str(load_settings(library="~nobody of this name/news", environment={}).library).startswith("~nobody")


@pytest.mark.parametrize(
    "text",
    [
        "library = ",
        "library = 3",
        "mouse = 3",
        'trusted_owners = "news"',
        "trusted_owners = [1]",
        r'library = "\u0000"',
        'language = "\udcff"',
    ],
)
def test_a_bad_file_is_named(config: Path, text: str) -> None:
    config.write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(SettingsError) as caught:
        load_settings(environment={})
    assert caught.value.path == config
    assert caught.value.reason


def test_the_mouse_can_be_left_to_the_terminal(config: Path) -> None:
    assert load_settings(environment={}).mouse
    assert not load_settings(mouse=False, environment={}).mouse
    config.write_text("mouse = false\n")
    assert not load_settings(environment={}).mouse


def test_keys_are_one_or_a_list(config: Path) -> None:
    config.write_text('[keys]\nnext_hit = "n"\nquit = ["ctrl+q", "ctrl+x"]\nzoom = []\n')
    chosen = load_settings(environment={})
    assert chosen.keys == {"next_hit": ["n"], "quit": ["ctrl+q", "ctrl+x"], "zoom": []}


@pytest.mark.parametrize("text", ["keys = 3", "[keys]\nzoom = 3", "[keys]\nzoom = [1]", "[keys.zoom]\nn = 1"])
def test_keys_of_the_wrong_kind_are_named(config: Path, text: str) -> None:
    config.write_text(text)
    with pytest.raises(SettingsError, match="keys"):
        load_settings(environment={})


def test_today_can_be_set() -> None:
    assert load_settings(today="2025-11-20", environment={}).date_today() == date(2025, 11, 20)
    assert load_settings(environment={"KGTUI_TODAY": "2025-11-21"}).date_today() == date(2025, 11, 21)
    with pytest.raises(ValueError, match="2025-13"):
        load_settings(today="2025-13-01", environment={})


def test_the_seeds_are_found() -> None:
    assert len(list(settings.seeds_folder().glob("*.txt"))) == 5


def test_the_usual_library_is_the_one_that_any_shell_opens(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KGTUI_LIBRARY", raising=False)
    usual, other = settings.default_library(), tmp_path / "другая"
    assert (is_usual_library(usual), is_usual_library(other)) == (True, False)
    monkeypatch.setenv("KGTUI_LIBRARY", str(other))
    assert (is_usual_library(usual), is_usual_library(other)) == (False, False)  # not every shell may know of it
    config.write_text(f'library = "{other}"')
    assert (is_usual_library(usual), is_usual_library(other)) == (False, True)
    config.write_text("library = 7")
    assert not is_usual_library(other)
