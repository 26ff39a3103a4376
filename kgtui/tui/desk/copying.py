"""Taking away: a line with its source, or the query, sent to the terminal and to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.model import Span
from kgtui.tui.desk.collecting import Collecting
from kgtui.tui.words import citation
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.export import told
    from kgtui.model import Article
    from kgtui.tui import clipboard
    from kgtui.tui.jobs import questions
    from kgtui.tui.jobs.briefs import Brief, Compared
    from kgtui.tui.jobs.tables import TableRow
else:
    told = Unloaded("kgtui.export.told")
    clipboard = Unloaded("kgtui.tui.clipboard")
    questions = Unloaded("kgtui.tui.jobs.questions")

_SOURCES = 10  # of a line of a brief are copied


class Copying(Collecting):
    def do_copy(self) -> None:
        self._copy(self._line_to_copy())

    def do_copy_query(self) -> None:
        self._copy(self.articles.listing.read_as)

    def do_journal(self) -> None:
        from kgtui.tui.overlays.journal import JournalScreen  # noqa: PLC0415 - not before it is asked for

        self.explorer.open_over(JournalScreen(self.journal.said, self._copy))

    def _copy(self, text: str) -> None:
        sent, path = clipboard.copy(text, self.explorer.environment, self.app.copy_to_clipboard)
        if path is None:
            self.say(t("screen.copied.terminal" if sent else "screen.copied.nowhere"))
        else:
            self.say(t("screen.copied.both", path=path) if sent else t("screen.copied.file", path=path))

    def _line_to_copy(self) -> str:
        """The sentence one reads, the country's line with its quotation, the name of an entity, else the title; each
        with its source."""
        reading = self.reader.reading
        if self.area is Area.ARTICLE and reading is not None:
            return self._read_line(reading.article)
        if self.area is Area.ENTITIES and (entity := self.entities_pane.entity):
            return ", ".join(part for part in (entity.name, entity.role) if part)
        if self.area is Area.TABLE and (row := self.table_pane.row):
            return self._table_line(row)
        value = self.country_pane.value
        if self.area is Area.COUNTRY and isinstance(value, questions.CountryRow):
            return value.name
        if self.area is Area.COUNTRY and (brief := self.country_pane.brief):
            return self._brief_line(brief)
        headline = self.articles.headline
        return _cited(headline.title, citation(headline), headline.id) if headline else ""

    def _read_line(self, article: Article) -> str:
        """The sentence that one reads; that of the fact one stands on below what is told of it."""
        document, fact = article.document, self.reader.fact
        offset = fact.span.start if fact else self.reader.place_in_text
        sentence = self.sentence_around(article.number, Span(offset or 0, document.body.end))
        cited = _cited(" ".join(sentence.of(document.text).split()), citation(article.headline), document.id)
        return f"{told.told_words(fact, document.text)}\n{cited}" if fact else cited

    def _brief_line(self, brief: Brief | Compared) -> str:
        """The row, with what stands before it («обсуждено»), and its sentences, else the head of the brief."""
        from kgtui.tui.widgets.sentence_card import source_words  # noqa: PLC0415 - not before there is a brief

        notes = self.country_pane.notes
        if not notes:
            return "\n".join(brief.head)
        label, text = (getattr(self.country_pane.value, part, "") for part in ("label", "text"))
        sentences = [_cited(each.quotation, source_words(brief.headline(each)), each.id) for each in notes[:_SOURCES]]
        more = t("screen.copied.more_sources", count=len(notes) - _SOURCES) if notes[_SOURCES:] else ""
        return "\n".join(part for part in (": ".join(filter(None, (label, text))), *sentences, more) if part)

    def _table_line(self, row: TableRow) -> str:
        """What is told of the row on the screen, and the sentence behind it."""
        library, view = self.explorer.library, self.table_pane.view
        headlines = library.headlines([row.number]) if library else []
        cells = " · ".join(filter(None, map(row.told, view.table.shown if view else ())))
        return "\n".join([cells, *(_cited(row.quotation, citation(each), each.id) for each in headlines)])


def _cited(text: str, *source: str) -> str:
    return f"{text} — {'; '.join(dict.fromkeys(part for part in source if part))}"
