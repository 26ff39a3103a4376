"""Reading sentence by sentence: the one that is read stands out, and the keys that move go from one to the next."""

from __future__ import annotations

from kgtui.locale import t
from kgtui.tui.desk.telling import Telling


class Focusing(Telling):
    def do_by_sentence(self) -> None:
        """Begin with the sentence where one reads; the same key ends it."""
        if self.has_sources:
            self.open_source()
        reading, library = self.reader.reading, self.explorer.library
        if reading is None or library is None:
            return
        if self.reader.walk is not None:
            self.reader.end_walk()
            return
        sentences = library.sentences(reading.article.number)
        if not sentences:
            self.say(t("screen.list.gone"))
            return
        self.go_to_reader()
        self.reader.read_by_sentence(sentences)
