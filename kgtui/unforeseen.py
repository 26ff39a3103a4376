"""A mistake of the program itself: its details go to a file, its reader gets a sentence."""

from __future__ import annotations

import traceback

from kgtui.locale import t
from kgtui.settings import state_folder

_REPORT = "last-error.txt"


def unforeseen(error: BaseException) -> str:
    """What to say of an error that nothing expected; its traceback is put down in the reader's own files."""
    report = state_folder() / _REPORT
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text("".join(traceback.format_exception(error)), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return t("errors.unforeseen", error=repr(error))
    return t("errors.unforeseen_report", error=repr(error), path=report)
