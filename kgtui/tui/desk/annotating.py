"""The reader's own marks of an article: bookmark, note, tags, read or not. They stand at once and are written beside
the screen; what cannot be written holds until the end of the session, and is tried again with the next mark."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING

from kgtui import refusal
from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.model import Headline, Marks, Span
from kgtui.tui.desk.preferring import Preferring
from kgtui.tui.drawing.paint import cut
from kgtui.tui.words import failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from kgtui.library import Library
    from kgtui.reader import MarkBook
    from kgtui.tui.jobs.worker import Job

_TITLE = 40  # cells of a title in a message


class Annotating(Preferring):
    def __init__(self) -> None:
        super().__init__()
        self._failure_said = False

    # The book

    @property
    def marks(self) -> MarkBook | None:
        """The marks of the library that is open."""
        if self.book is None and self.explorer.library is not None:
            from kgtui.reader import MarkBook  # noqa: PLC0415 - not before a library is open

            self.book = MarkBook(self.explorer.library.identity)
        return self.book

    def load_marks(self) -> None:
        if book := self.marks:
            self._work_on("load", partial(_loaded, book=book), self._marks_loaded)

    def _marks_loaded(self, _: object) -> None:
        self.articles.repaint()
        self.reader.show_from(self.reader.top)
        if self.book and self.book.damaged:
            lines = ", ".join(map(str, self.book.damaged[:3]))
            self.say(t("screen.marks.damaged", path=self.book.path, lines=lines))

    def write_last_marks(self) -> None:
        """The session ends: what was marked last may not be written yet."""
        if self.book:
            self._work_on("write", partial(_written, book=self.book), self._marks_written)

    def _work_on(self, topic: str, job: Job, done: Callable[[object], None]) -> None:
        self.explorer.marks_thread.ask(topic, job, done, self._marks_failed)

    def _marks_written(self, _: object) -> None:
        self._failure_said = False

    def _marks_failed(self, error: Exception) -> None:
        """Said once: each further mark would fail in the same way."""
        if not self._failure_said and self.book:
            self._failure_said = True
            if isinstance(error, OSError):
                self.say(t("screen.marks.not_written", path=self.book.path, reason=refusal.reason(error)))
            else:
                self.say(failure(error))

    # Marking

    def do_bookmark(self) -> None:
        if article := self.article_meant:
            marks = self.marks_of(article.id)
            said = ("unset", "set") if marks.bookmark else ("set", "unset")
            self._annotate(article, replace(marks, bookmark=not marks.bookmark), "bookmark", *said)

    def do_read(self) -> None:
        if article := self.article_meant:
            marks = self.marks_of(article.id)
            said = ("unset", "set") if marks.read else ("set", "unset")
            self._annotate(article, replace(marks, read=not marks.read), "read", *said)

    def do_note(self) -> None:
        from kgtui.tui.overlays.asking import AskScreen  # noqa: PLC0415 - not before it is asked for

        if article := self.article_meant:
            question = t("screen.marks.note.question", title=article.title, keys=KEY_NAMES)
            ask = AskScreen("note", question, value=self.marks_of(article.id).note, empty=True)
            self.explorer.open_over(ask, partial(self._noted, article))

    def _noted(self, article: Headline, note: object) -> None:
        if isinstance(note, str):
            said = "set" if note else "unset"
            self._annotate(article, replace(self.marks_of(article.id), note=note), "note", said, "undone")

    def do_tag(self) -> None:
        from kgtui.tui.overlays.tags import TagScreen  # noqa: PLC0415 - not before it is asked for

        if (article := self.article_meant) and self.marks:
            asked = TagScreen(article.title, self.marks_of(article.id).tags, self.marks.tags())
            self.explorer.open_over(asked, partial(self._tagged, article))

    def _tagged(self, article: Headline, tags: object) -> None:
        if isinstance(tags, tuple):
            said = "set" if tags else "unset"
            self._annotate(article, replace(self.marks_of(article.id), tags=tags), "tags", said, "undone")

    def read_article(
        self, number: int, *, sentence: Span | None = None, words: Span | None = None, hit: int = -1
    ) -> None:
        """Whoever opens an article has read it."""
        super().read_article(number, sentence=sentence, words=words, hit=hit)
        reading = self.reader.reading
        if reading is not None and reading.article.number == number and self.area is Area.ARTICLE:
            marks = self.marks_of(reading.article.headline.id)
            if not marks.read:
                self._put(reading.article.headline, replace(marks, read=True))

    def _annotate(self, article: Headline, marks: Marks, mark: str, said: str, undone: str) -> None:
        """``said`` and ``undone`` are the words for the change and for its taking back."""
        before = self.marks_of(article.id)
        if marks != before:
            self._put(article, marks)
            words = t(f"screen.marks.{mark}.{undone}")
            self.steps.add(partial(self._take_back, article, before, marks, words))
            self.say(t("screen.marks.done", done=t(f"screen.marks.{mark}.{said}"), keys=KEY_NAMES))

    def _take_back(self, article: Headline, before: Marks, after: Marks, undone: str) -> None:
        """What this change has changed, and nothing else."""
        names = [field.name for field in fields(Marks)]
        changed = {name: old for name in names if (old := getattr(before, name)) != getattr(after, name)}
        self._put(article, replace(self.marks_of(article.id), **changed))
        self.marks_taken_back(article)
        self.say(t("screen.marks.undone", undone=undone.rstrip("."), title=cut(article.title, _TITLE)))

    def marks_taken_back(self, article: Headline) -> None:
        """Lists of what is marked may have it, or have it no longer."""
        raise NotImplementedError

    def _put(self, article: Headline, marks: Marks) -> None:
        if (book := self.marks) is not None:
            book.change(article.id, marks)
            self._work_on("write", partial(_written, book=book), self._marks_written)
            self.articles.repaint()
            self.reader.show_from(self.reader.top)


def _loaded(_library: Library, book: MarkBook) -> None:
    book.load()


def _written(_library: Library, book: MarkBook) -> None:
    book.write()
