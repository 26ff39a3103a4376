"""What ``doctor`` finds out of the terminal: by its environment, and by asking it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from kgtui.abilities import abilities_of
from kgtui.cli.health import Check, doubted
from kgtui.cli.streams import terminal_size
from kgtui.locale import t

_SMALLEST = (80, 24)
# All are one cell wide; the last is a letter and a mark that belongs on it.
_SAMPLES = ("ж", "│", "●", "◆", "…", "и\N{COMBINING BREVE}")


def terminal_checks() -> Iterator[Check]:
    abilities = abilities_of(os.environ)
    usable = sys.stdout.isatty() and abilities.can_place_text
    yield doubted("terminal", "terminal", abilities.term or "-", "" if usable else t("cli.advice.terminal"))
    columns, lines = terminal_size()
    large = columns >= _SMALLEST[0] and lines >= _SMALLEST[1]
    yield doubted("terminal", "size", f"{columns}x{lines}", "" if large else t("cli.advice.size"))
    yield Check("terminal", "colours", t(f"cli.doctor.colours_{abilities.colours.value}"))
    encoding = sys.stdout.encoding.lower()
    yield doubted("terminal", "encoding", encoding, "" if encoding == "utf-8" else t("cli.advice.encoding"))
    locale_name = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "-"
    advice = "" if abilities.unicode else t("cli.advice.locale")
    yield doubted("terminal", "locale", locale_name, advice)
    if usable and sys.stdin.isatty():
        yield from _asked()


def _asked() -> Iterator[Check]:
    from kgtui.cli.probing import probe  # noqa: PLC0415 - not every system has terminals of this kind

    sys.stdout.flush()
    answers = probe(_SAMPLES, sys.stdin.fileno(), sys.stdout.fileno())
    if answers is None:
        yield doubted("terminal", "answers", t("cli.doctor.mute"), t("cli.advice.mute"))
        return
    yield Check("terminal", "answers", t("cli.doctor.answered", milliseconds=round(1000 * answers.seconds)))
    wrong = [sample for sample, width in zip(_SAMPLES, answers.widths, strict=False) if width != 1]
    value = " ".join(wrong) if wrong else t("cli.doctor.widths_right")
    yield doubted("terminal", "widths", value, t("cli.advice.widths") if wrong else "")
    for name in ("synchronised", "kitty"):
        yield Check("terminal", name, t("cli.doctor.yes" if getattr(answers, name) else "cli.doctor.no"))
