"""Keys as terminals send them: both layouts, with Ctrl and Alt, in the old way and in Kitty's protocol; remapped; and
sequences that no program is ready for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgtui.settings import Settings

from .terminal import CTRL_Q, ENTER, ESCAPE, Terminal, running

KITTY = pytest.mark.parametrize("without_kitty", [None, "0", ""], ids=["as we set it", "forced on", "emptied"])


def variables(without_kitty: str | None) -> dict[str, str]:
    return {} if without_kitty is None else {"TEXTUAL_DISABLE_KITTY_KEY": without_kitty}


def configure(home: Path, text: str) -> None:
    path = home / "config" / "kgtui" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def back_to_the_list(terminal: Terminal) -> None:
    terminal.press(ESCAPE)
    terminal.wait(lambda each: "1 из 5" in each.text and "Похожие статьи" not in each.text)


@KITTY
def test_the_same_fingers_in_the_old_way_and_in_kittys(
    seeded: Settings, tmp_path: Path, without_kitty: str | None
) -> None:
    with running(seeded.library, tmp_path, **variables(without_kitty)) as terminal:
        terminal.wait_for("1 из 5", "Таджикистан")
        assert (b"\x1b[>25u" in terminal.raw) == (without_kitty is not None)
        for palette in ("\x10", "\x1b[112;5u", "\x1b[1079;5u", "\x1b[1079::112;5u", "Ж", "\x1b[1078:1046;2u"):
            terminal.press(palette)
            terminal.wait_for("Похожие статьи")
            back_to_the_list(terminal)
        for down, up in (("j", "k"), ("о", "л"), ("\x1b[1086u", "\x1b[1083u"), ("\x1b[1086;;1086u", "\x1b[1083;1:1u")):
            terminal.press(down)
            terminal.wait_for("2 из 5")
            terminal.press(up)
            terminal.wait_for("1 из 5")
        terminal.press("\x1b[1081;5u")
        assert terminal.wait_for_end() == 0


@KITTY
def test_a_text_field_keeps_what_is_typed(seeded: Settings, tmp_path: Path, without_kitty: str | None) -> None:
    with running(seeded.library, tmp_path, **variables(without_kitty)) as terminal:
        terminal.wait_for("1 из 5")
        terminal.press(".")
        terminal.wait_for("F1 как искать")
        terminal.press("яЖ", "\x1b[1092;2;1060u", "\x1b[1092:1060;2u", "\x1b[1092;2u", "\x1b[1092u", "q", "х")
        terminal.wait_for("/ яЖФФФфqх")
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0


@KITTY
def test_no_sequence_ends_the_program(seeded: Settings, tmp_path: Path, without_kitty: str | None) -> None:
    odd = ("\x1b[1097::111;5u", "\x1b[1092:1060;2:1u", "\x1b[99999999;5u", "\x1b[55296u", "\x1b[::;:;:u", "\x1b[1;5:1B")
    with running(seeded.library, tmp_path, **variables(without_kitty)) as terminal:
        terminal.wait_for("1 из 5", "Таджикистан")
        for sequence in odd:
            terminal.press(sequence)
        terminal.send(b"\xff\xfe\xd0")  # no UTF-8, and half a letter
        terminal.press("\x1b[1086;1:3u", "о")  # a key that is let go does nothing
        terminal.wait_for("2 из 5")
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0


@KITTY
def test_a_remapped_key_has_its_russian_twin(seeded: Settings, tmp_path: Path, without_kitty: str | None) -> None:
    configure(tmp_path, '[keys]\nbottom = ["alt+x", "ctrl+щ"]\ntop = "э"\nquit = "ctrl+x"\nsort = []\n')
    with running(seeded.library, tmp_path, **variables(without_kitty)) as terminal:
        terminal.wait_for("1 из 5", "Таджикистан")
        for bottom in ("\x1bx", "\x1bч", "\x1b[120;3u", "\x1b[1095;3u", "\x0f", "\x1b[1097;5u", "\x1b[1097::111;5u"):
            terminal.press(bottom)
            terminal.wait_for("5 из 5")
            terminal.press("э")
            terminal.wait_for("1 из 5")
        assert "порядок" not in terminal.lines[-1]
        terminal.press("G", "s")  # have none now
        terminal.press("?")
        terminal.wait_for("Клавиши: список статей")
        terminal.press(" ")
        terminal.wait_for("Alt+X  Ctrl+O")
        terminal.press("q")
        terminal.wait_for("1 из 5")
        terminal.press(CTRL_Q, "\x18")  # the first has none now
        assert terminal.wait_for_end() == 0


def test_what_types_a_letter_types_it_though_it_was_given_to_an_action(seeded: Settings, tmp_path: Path) -> None:
    configure(tmp_path, '[keys]\nback = ["э", "escape"]\n')
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5")
        terminal.press(ENTER)
        terminal.wait_for("' назад")
        terminal.press("э")
        terminal.wait_for("Enter открыть")
        terminal.press("/")
        terminal.wait_for("F1 как искать")
        terminal.press("эw'")
        terminal.wait_for("/ эw'")


@pytest.mark.parametrize(
    ("keys", "said"), [('zoom = "n"', "next_hit"), ('zomo = "n"', "zoom"), ("quit = []", "quit"), ("zoom = 3", "zoom")]
)
def test_a_mistake_in_the_file_is_one_sentence_and_no_screen(
    seeded: Settings, tmp_path: Path, keys: str, said: str
) -> None:
    configure(tmp_path, f"[keys]\n{keys}\n")
    with running(seeded.library, tmp_path, (200, 20)) as terminal:
        assert terminal.wait_for_end() == 2
        assert said in terminal.text
        assert "config.toml" in terminal.text
        assert "Traceback" not in terminal.text
        assert b"1049h" not in terminal.raw


@pytest.mark.parametrize(
    ("chunk", "seen"),
    [
        ("/товар\x15касымалиеву\r", ("/ касымалиеву", "Найдено 4 из 5", "s порядок")),
        ("/каыма\x1b[D\x1b[D\x1b[Dс\x1b[F*\r", ("/ касыма*", "Найдено 4 из 5", "s порядок")),
        ("/товар\x15\x1b[200~касыма\x1b[201~лиеву\r", ("/ касымалиеву", "Найдено 4 из 5", "s порядок")),
        ("/касымалиеву\r\x1b[B\x1b[B\r", ("3 из 4", "находка")),
        ("\x10тема\rбума\r/касымалиеву\r", ("/ касымалиеву", "Найдено 4 из 5", "s порядок")),
        ("\x10тема\x1b[27u/касымалиеву\r", ("/ касымалиеву", "Найдено 4 из 5", "s порядок")),
        ("\x10садыр\rx", ("в каком виде записать", "Садыр Жапаров")),
        ("\x10таджикистан\rx", ("в каком виде записать", "Таджикистан")),
        ("\x10таджикистан\r\x1b[B\x1b[B\r", ("ТАДЖИКИСТАН",)),
        ("\x10цифры\rx", ("в каком виде записать", "CSV")),
        ("l\rf", ("f факт", "Похож")),
        ("?jjq?jq/касымалиеву\r", ("/ касымалиеву", "Найдено 4 из 5", "s порядок")),
    ],
)
def test_keys_typed_ahead_act_in_their_order(
    seeded: Settings, tmp_path: Path, chunk: str, seen: tuple[str, ...]
) -> None:
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5", "Таджикистан")
        terminal.press(chunk)
        terminal.wait_for(*seen)
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
