"""Opening and reading: which article is open, its hits, and the walk from one to the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.model import Span
from kgtui.tui.desk.sizing import Sizing
from kgtui.tui.jobs import searches
from kgtui.tui.jobs.background import Background
from kgtui.tui.jobs.listing import ListingKind
from kgtui.tui.jobs.worker import Job
from kgtui.tui.journal import Journal
from kgtui.tui.words import failure
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.model import Article, Facts, Headline
    from kgtui.search import Reason
    from kgtui.tui.jobs import questions
else:
    questions = Unloaded("kgtui.tui.jobs.questions")

_LONG = 50_000  # characters: reading the facts of a longer text takes more time than a key may
_LAST = 1 << 30  # an index that stands for the last hit, before the hits are known
_PATIENCE = 0.15  # seconds: what is there sooner needs no words


class Opening(Sizing):
    def __init__(self) -> None:
        super().__init__()
        self.awaits_hits = False  # those of the open article are still looked for
        self.awaits_facts = False  # those of the open article are still being read
        self._asked_why: Job | None = None  # why an article was found, which is still being looked for
        self.journal = Journal()

    def ask(self, thread: Background, topic: str, job: Job, deliver: Callable[[Any], None]) -> None:
        """Have something done beside the screen; should it fail, say so in the foot line."""
        thread.ask(topic, job, deliver, lambda error: self.say(failure(error)))

    def say(self, message: str) -> None:
        super().say(message)
        self.journal.add(message)

    def after_a_while(self, still: Callable[[], bool], tell: Callable[[], None], *, seconds: float = _PATIENCE) -> None:
        """Say what is being waited for where that takes longer than one notices, or than is usual."""
        self.set_timer(seconds, lambda: tell() if still() else None)

    @property
    def article_meant(self) -> Headline | None:
        """The article that is read, the source of the line of a brief, or the one under the cursor of the list."""
        if self.area is Area.COUNTRY:
            return self.country_pane.source
        reading = self.reader.reading
        if self.area in (Area.ARTICLE, Area.ENTITIES) and reading is not None:
            return reading.article.headline
        return self.articles.headline

    # Reading

    def note_position(self) -> None:
        """How far the open article has been read."""
        if self.reader.reading is not None:
            self.positions.note(self.reader.reading.article.document.id, self.reader.line)

    def read_article(
        self, number: int, *, sentence: Span | None = None, words: Span | None = None, hit: int = -1
    ) -> None:
        """Open an article and go to its text; one that is gone is not gone to."""
        if self.open_article(number, sentence=sentence, words=words, hit=hit):
            self.go_to(Area.ARTICLE)

    def open_article(
        self,
        number: int,
        *,
        sentence: Span | None = None,
        words: Span | None = None,
        hit: int = -1,
        line: int | None = None,
        with_facts: bool = True,
    ) -> bool:
        """Show an article in the reader, its hits as soon as they are found, and of a long text also its facts; False
        where it is gone, which is said. Where no sentence, hit or line is asked for it opens where one left. Where
        ``words`` are those of a fact, one stands on it. Without facts it awaits them: `read_facts`.
        """
        from kgtui.tui.widgets.reading import Reading  # noqa: PLC0415

        library = self.explorer.library
        article = library.article(number) if library else None
        if library is None or article is None:
            self.say(t("screen.list.gone"))
            return False
        facts = library.facts(number) if with_facts and not _is_long(article) else None
        self.note_position()
        if sentence is None and hit < 0 and line is None:
            line = self.positions.of(article.document.id)
        by_sentence = self.reader.walk is not None
        self.reader.show(Reading(article, facts, sentence=sentence, words=words), line=line)
        if by_sentence:
            self.reader.read_by_sentence(library.sentences(number))
        self.entities_pane.show(facts)
        self.awaits_facts = facts is None
        if with_facts and self.awaits_facts:
            self.ask_facts(number)
        self.mark_hits(hit)
        return True

    def read_facts(self) -> None:
        """Those of the open article, where it awaits them."""
        reading, library = self.reader.reading, self.explorer.library
        if reading is None or library is None or not self.awaits_facts:
            return
        number = reading.article.number
        if _is_long(reading.article):
            self.ask_facts(number)
        else:
            self.show_facts(number, library.facts(number))

    def ask_facts(self, number: int) -> None:
        job = partial(questions.facts_of, number=number)
        self.ask(self.explorer.detail_thread, "facts", job, partial(self.show_facts, number))

    def show_facts(self, number: int, facts: Facts) -> None:
        """Mark what an article tells, where it is still open, and stay in the place where one is."""
        reading = self.reader.reading
        if reading is not None and reading.article.number == number:
            self.awaits_facts = False
            self.reader.show_facts(facts)
            self.foot_line.repaint()
            self.entities_pane.show(facts, cursor=self.entities_pane.cursor, top=self.entities_pane.top)

    def sentence_around(self, number: int, span: Span) -> Span:
        """The sentence of an article in which words begin; the words themselves where the article is gone."""
        sentences = self.explorer.library.sentences(number) if self.explorer.library else ()
        index = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
        return sentences[index] if index < len(sentences) else span

    def mark_hits(self, hit: int = -1) -> None:
        """Find in the open article what its list is about, and stand on one of the hits, or on none."""
        reading, listing = self.reader.reading, self.articles.listing
        if reading is None:
            return
        number = reading.article.number
        if listing.kind in (ListingKind.ALL, ListingKind.AWAITED):
            self._hits_found(number, -1, searches.Hits())
        else:
            self.awaits_hits = True
            job = partial(searches.hits, query=listing.read_as, article=reading.article)
            found = partial(self._hits_found, number, hit)
            self.explorer.detail_thread.ask("hits", job, found, self._hits_not_found)

    def _hits_found(self, number: int, hit: int, hits: searches.Hits) -> None:
        reading = self.reader.reading
        if reading is not None and reading.article.number == number:
            self.awaits_hits = False
            self.reader.show_hits(hits.spans, hit, in_title=hits.in_title)

    def _hits_not_found(self, error: Exception) -> None:
        self.awaits_hits = False
        self.say(failure(error))

    # Why it was found

    def do_why(self) -> None:
        """Of the article that is read, else of the one under the cursor."""
        if article := self.article_meant:
            job = partial(searches.why, query=self.articles.listing.read_as, number=article.number)
            self._asked_why = job
            self.after_a_while(
                lambda: self._asked_why is job, lambda: self.say(t("screen.why.looking", keys=KEY_NAMES))
            )
            done, failed = partial(self._show_why, job), partial(self._why_not_found, job)
            self.explorer.detail_thread.ask("why", job, done, failed)

    @property
    def awaits_why(self) -> bool:
        """Whether it is being looked for: what is typed meanwhile is for what will be shown."""
        return self._asked_why is not None

    def give_up_why(self) -> None:
        self._asked_why = None

    def _why_not_found(self, job: Job, error: Exception) -> None:
        if self._asked_why is job:
            self._asked_why = None
            self.say(failure(error))

    def _show_why(self, job: Job, found: tuple[Article, Sequence[Reason]] | None) -> None:
        from kgtui.tui.overlays.why import WhyScreen  # noqa: PLC0415 - not before it is asked for

        if self._asked_why is not job:
            return
        self._asked_why = None
        if found is None:
            self.say(t("screen.list.gone"))
            return
        article, reasons = found
        self.explorer.open_over(WhyScreen(article.headline.title, reasons), partial(self._go_to_reason, article))

    def _go_to_reason(self, article: Article, place: object) -> None:
        if isinstance(place, Span):
            self.leave()
            self.read_article(article.number, sentence=place)

    # Hits

    def do_next_hit(self) -> None:
        self._walk_hits(+1)

    def do_previous_hit(self) -> None:
        self._walk_hits(-1)

    def _walk_hits(self, step: int) -> None:
        """To the hit before or after; from the last one of an article on into the next article. In a brief, to the
        sources of the line one after the other."""
        if self.has_sources:
            self._turn_source(step)
            return
        reading = self.reader.reading
        numbers = self.articles.listing.numbers
        if reading is None or reading.article.number != self.articles.number:
            self.leave()
            self._open_at_hit(self.articles.cursor, step)
            return
        hit = self.reader.next_hit(step)
        if hit is not None:
            self.go_to(Area.ARTICLE)
            self.reader.go_to_hit(hit)
        elif 0 <= (row := self.articles.cursor + step) < len(numbers):
            self._open_at_hit(row, step)
        else:
            self.say(t("screen.reader.last_hit" if step > 0 else "screen.reader.first_hit"))

    @property
    def has_sources(self) -> bool:
        """Whether one stands on a line of a brief that says where it is from."""
        return self.area is Area.COUNTRY and bool(self.country_pane.notes)

    def open_source(self) -> None:
        """From a line of a brief to the sentence of its source that one has turned to, on the fact that it tells."""
        if (note := self.country_pane.note) is not None:
            self.leave()
            self.zoomed = False
            self.read_article(note.number, sentence=note.span, words=note.words)

    def _turn_source(self, step: int) -> None:
        pane = self.country_pane
        pane.turn(step)
        if len(pane.notes) == 1:
            self.say(t("screen.country.only_source"))
        elif not pane.is_full and pane.note:
            self.say(t("screen.country.source", at=pane.turned + 1, of=len(pane.notes), note=pane.note.label))

    def _open_at_hit(self, row: int, step: int) -> None:
        self.articles.put_cursor(row)
        self.read_article(self.articles.listing.numbers[row], hit=0 if step > 0 else _LAST)


def _is_long(article: Article) -> bool:
    """Whether its facts are read beside the screen."""
    return len(article.document.text) > _LONG
