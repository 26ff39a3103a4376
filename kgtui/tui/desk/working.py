"""Work beside the screen: adding and removing articles, building the index or reading the facts anew, the recogniser.
Each is a command in a process of its own, one at a time; how far it is stands in the line on top."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES
from kgtui.locale import t
from kgtui.tui.desk.mending import Mending
from kgtui.tui.words import failure

if TYPE_CHECKING:
    from kgtui.beside import Beside, Ended, Step
    from kgtui.library import Library
    from kgtui.tui.jobs.questions import IndexNeed


class Working(Mending):
    def __init__(self) -> None:
        super().__init__()
        self.beside: Beside | None = None
        self._work = ""  # which, a part of the keys of its words
        self._held = 0  # articles, before it began

    # What can be asked for

    def do_add(self) -> None:
        from kgtui.tui.overlays.adding import AddScreen  # noqa: PLC0415 - not before it is asked for

        self.explorer.open_over(AddScreen(), self._add)

    def _add(self, path: object) -> None:
        if isinstance(path, Path):
            self._begin("add", "add", str(path))

    def do_rebuild(self) -> None:
        self._begin("index", "rebuild")

    def mind_index(self, need: IndexNeed | None) -> None:
        """Where there is none yet, or it lags far behind, as in the cache of one who reads somebody else's library."""
        if need is None or self.beside is not None:
            return
        if need.value == "index":
            self.do_rebuild()
        elif not self.is_searching:  # a search brings it up to date itself
            self._begin("missing", "rebuild", "--missing")
        if self.is_searching or self.beside is not None:
            self.say(t(f"work.{need.value}.first"))

    @property
    def is_searching(self) -> bool:
        """Whether a list is being searched beside the screen."""
        raise NotImplementedError

    @property
    def is_building_index(self) -> bool:
        return self.beside is not None and self._work == "index"

    def do_renew_facts(self) -> None:
        self._begin("facts", "rebuild", "--facts")

    def do_enrich(self) -> None:
        from kgtui.recognition import RecogniserMissing, require_recogniser  # noqa: PLC0415 - not before it is asked for

        try:
            require_recogniser()
        except RecogniserMissing as error:
            self.say(t("errors.recogniser", missing=error.missing))
        else:
            self._begin("names", "enrich")

    def do_stop_work(self) -> None:
        if self.beside is not None:
            self.beside.interrupt()
            self.show_work(t("work.stopping"))

    # How it goes

    def show_work(self, words: str) -> None:
        """What is being done beside the screen, in the line on top; nothing where nothing is."""
        raise NotImplementedError

    def library_changed(self, *, added: bool) -> None:
        """Work beside the screen has written to the library; ``added`` what the reader wished to have added."""
        raise NotImplementedError

    def parting(self) -> str:
        """End what is being done beside the screen: the program goes. What is to be said of it then."""
        if self.beside is None:
            return ""
        self.beside.interrupt()
        return t(f"work.{self._work}.interrupted")

    def _begin(self, work: str, command: str, *arguments: str) -> None:
        from kgtui.beside import Beside  # noqa: PLC0415 - not before it is asked for

        library, settings = self.explorer.library, self.explorer.settings
        if library is None:
            return
        if self.beside is not None:
            self.say(t("work.busy", work=t(f"work.{self._work}.name"), keys=KEY_NAMES))
            return
        held = library.count()
        try:
            self.beside = Beside(command, "--library", str(library.path), "--lang", settings.language, *arguments)
        except OSError as error:  # a server allows each of its users so many processes
            self.say(failure(error))
            return
        self._work, self._held = work, held
        self.show_work(t("work.begun", work=t(f"work.{work}.name")))
        self.journal.add(t("work.begun", work=t(f"work.{work}.name")))
        job = partial(_steps, beside=self.beside)
        self.explorer.slow_thread.ask("work", job, self._told, self._failed)

    def _told(self, told: Step | Ended) -> None:
        from kgtui.beside import Step  # noqa: PLC0415 - loaded when the work began

        if isinstance(told, Step):
            self.show_work(self._step_words(told))
            return
        self._end()
        self.say(self._words_at_end(told))

    def _failed(self, error: Exception) -> None:
        from kgtui.beside import BesideFailed  # noqa: PLC0415 - loaded when the work began

        self._end()
        self.say(error.message.splitlines()[-1] if isinstance(error, BesideFailed) else failure(error))

    def _end(self) -> None:
        self.beside = None
        self.show_work("")
        self.library_changed(added=self._work == "add")

    def _step_words(self, step: Step) -> str:
        name, left = t(f"work.{self._work}.name"), step.left
        if step.of is None:
            return t("work.count", work=name, done=step.done)
        words = t("work.step", work=name, done=step.done, of=step.of)
        if left is None:
            return words
        minutes = round(left / 60)
        return words + (t("work.left", count=minutes) if minutes else t("work.left_little"))

    def _words_at_end(self, ended: Ended) -> str:
        """In one sentence what was done; what was left out, and why, is told in the journal."""
        library = self.explorer.library
        if ended.interrupted:
            added = max(0, (library.count() if library else 0) - self._held)
            return t("work.add.stopped", count=added) if self._work == "add" else t("work.stopped")
        if self._work == "remove":
            return t("work.remove.done", title=", ".join(each["title"] for each in ended.report["removed"]))
        if self._work != "add":
            return t(f"work.{self._work}.done", articles=t("common.articles", count=ended.report.get("articles", 0)))
        skipped = ended.report.get("skipped", [])
        for each in skipped:
            reason = t(f"reading.reason.{each['reason']}")
            self.journal.add(t("work.add.skipped", origin=each["origin"], reason=reason, detail=each["detail"]))
        counts = {each: ended.report.get(each, 0) for each in ("added", "updated", "unchanged")}
        counts["skipped"] = len(skipped)
        told = [t(f"work.add.done.{each}", count=count) for each, count in counts.items() if count or each == "added"]
        words = [", ".join(told) + "."]
        if counts["added"] or counts["updated"]:
            words.append(t("work.add.see", keys=KEY_NAMES))
        if skipped:
            words.append(t("work.add.why", keys=KEY_NAMES))
        return " ".join(words)


def _steps(_library: Library, beside: Beside) -> Iterator[Step | Ended]:
    return beside.steps()
