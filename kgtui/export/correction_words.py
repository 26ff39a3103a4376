"""What a reader has corrected, in one line."""

from __future__ import annotations

from kgtui.corrections import Amend, Change, Hide, Merge, Place, Rename, Split
from kgtui.corrections.values import typed_fields
from kgtui.locale import t
from kgtui.reading.title import cut, one_line

_LONGEST = 60  # of the words of a fact: a quotation may fill a page


def words_of(change: Change) -> str:
    if isinstance(change, Hide):
        return t("cli.correct.hide", article=change.place.article, words=_words(change.place))
    if isinstance(change, Amend):
        fields = ", ".join(t(f"cli.field.{typed}") for typed in typed_fields(change))
        return t("cli.correct.set", article=change.place.article, words=_words(change.place), fields=fields)
    if isinstance(change, Merge):
        return t("cli.correct.merge", name=change.name, into=change.into_name)
    if isinstance(change, Split):
        return t("cli.correct.split", name=change.name)
    if isinstance(change, Rename):
        return t("cli.correct.rename", was=change.was, name=change.name)
    return ""


def _words(place: Place) -> str:
    return cut(one_line(place.surface), _LONGEST)
