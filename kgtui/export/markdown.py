"""A dossier as Markdown with footnotes; nothing in an article's text can act as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from kgtui.export.wording import coverage, day, line_text, names, provenance, sections, title
from kgtui.locale import t
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.dossier import Dossier, Note

_MARKUP = re.compile(r"[\\`*_{}\[\]#|~!$^=]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BLOCK_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+])")


def escaped(text: str) -> str:
    """One line of text as Markdown that reads letter for letter.

    >>> escaped("<b> 1*2")
    '&lt;b&gt; 1\\\\*2'
    """
    line = _MARKUP.sub(lambda match: f"\\{match.group()}", one_line(text))
    line = re.sub("[&<>]", lambda match: _HTML[match.group()], line)
    return _BLOCK_START.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", line)


def dossier_markdown(dossier: Dossier, today: date) -> str:
    return "\n".join(_lines(dossier, today)) + "\n"


def _lines(dossier: Dossier, today: date) -> Iterator[str]:
    yield f"# {escaped(title(dossier))}"
    for text in (t("dossier.as_of", date=day(today)), names(dossier), coverage(dossier)):
        if text:
            yield from ("", escaped(text))
    notes: dict[str, Note] = {}
    for name, section in sections(dossier):
        yield from ("", f"## {escaped(name)}", "")
        for line in section.lines:
            notes.setdefault(line.note.label, line.note)
            yield f"- {escaped(line_text(line))}{_reference(line.note)}"
        if section.more:
            yield f"- *{escaped(t('dossier.more', count=section.more))}*"
    yield from _footnotes(dossier, notes)


def _footnotes(dossier: Dossier, notes: dict[str, Note]) -> Iterator[str]:
    if notes:
        yield ""
    for note in notes.values():
        headline = dossier.sources[note.source - 1].headline
        source = escaped(f"{provenance(headline)} · {note.id}")
        sentence = escaped(t("dossier.sentence", number=note.sentence))
        yield f"{_reference(note)}: {source}, {sentence}: «{escaped(note.quotation)}»"


def _reference(note: Note) -> str:
    return f"[^{note.source}-{note.sentence}]"
