"""Below a quotation stands who says it, where the paragraph does not; it is none of the article's words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import FACTS_VERSION, Actor, Document, Doubt, Entity, EntityKind, Facts, Quote, Span
from kgtui.reader import preferences
from kgtui.settings import Settings

from .conftest import EACH_SIZE, Driver, Start
from .test_mending import answer

PARAGRAPHS = (
    "Министр Нурлан Асанов встретился в Оше с Белеком Токоевым.",
    "«Дорога нужна всем», — сказал министр.",
    "Слушали его долго.",
    "«Мост нужен тоже», — сказал Асанов Токоеву.",
    "«Тоннель подождёт».",
    "«Порта у нас нет».",
    "Асанов ответил на вопросы. «Денег хватит», — сказал он.",
    "«Приедем ещё», — пообещал гость.",
)
TEXT = "\n\n".join(PARAGRAPHS)
SENTENCES = [*PARAGRAPHS[:6], "Асанов ответил на вопросы.", "«Денег хватит», — сказал он.", PARAGRAPHS[7]]
ASANOV = Actor(EntityKind.PERSON, "асанов нурлан", "Нурлан Асанов")
TOKOEV = Actor(EntityKind.PERSON, "токоев белек", "Белек Токоев")
LINE = "— Нурлан Асанов, министр транспорта"
GUEST = "— Белек Токоев (?)"


def span(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def said(words: str, speaker: Actor | None, by: Span | None = None, doubt: Doubt | None = None) -> Quote:
    return Quote(span(words), (span(words),), direct=True, speaker=speaker, speaker_span=by, doubt=doubt)


def person(actor: Actor, role: str | None, *words: Span) -> Entity:
    return Entity(actor.kind, actor.key, actor.name, words, role=role)


FACTS = Facts(
    FACTS_VERSION,
    (
        person(
            ASANOV,
            "министр транспорта",
            span("Нурлан Асанов"),
            span("Асанов", after="сказал Асанов"),
            span("Асанов", after="Асанов ответил"),
        ),
        person(TOKOEV, None, span("Белеком Токоевым"), span("Токоеву", after="сказал Асанов")),
    ),
    quotes=(
        said("Дорога нужна всем", ASANOV, by=span("министр", after="сказал министр")),
        said("Мост нужен тоже", ASANOV, by=span("Асанов", after="сказал Асанов")),
        said("Тоннель подождёт", ASANOV),
        said("Порта у нас нет", ASANOV),
        said("Денег хватит", ASANOV, by=span("он", after="сказал он")),
        said("Приедем ещё", TOKOEV, by=span("гость"), doubt=Doubt.LIKELY_SPEAKER),
    ),
)


@pytest.fixture
def spoken(tmp_path: Path) -> Settings:
    """Settings of a library with one article in which two persons speak."""
    settings = Settings(library=tmp_path / "library", language="ru")
    document = Document("a", "a.txt", TEXT, Span(0, len(TEXT)), "Новость", date(2025, 11, 20))
    with open_library(settings.library, settings=settings) as library:
        library.add([(document, analyse(TEXT), FACTS)])
    return settings


async def open_article(screen: Driver) -> None:
    await screen.see("1 из 1")
    await screen.press("enter")
    await screen.see("Приедем ещё")


@EACH_SIZE
async def test_who_speaks_stands_below_what_the_paragraph_leaves_open(
    start: Start, spoken: Settings, size: str
) -> None:
    async with start(size, settings=spoken) as screen:
        await open_article(screen)
        reader = screen.app.desk.reader
        remarks = [row.remark for row in map(reader.rows.__getitem__, range(len(reader.rows))) if row.remark]
        assert remarks == [LINE, LINE, GUEST]  # nobody who is named beside, once for two paragraphs of one speaker
        await screen.see(f"┃ {LINE}", f"┃ {GUEST}")
        text = screen.text
        assert text.index("сказал министр") < text.index(LINE) < text.index("Слушали")
        assert text.index("Порта") < text.rindex(LINE) < text.index("Асанов ответил")


async def test_it_is_switched_off_for_good(start: Start, spoken: Settings) -> None:
    async with start("small", settings=spoken) as screen:
        await open_article(screen)
        await screen.see(LINE)
        screen.app.desk.perform("speakers")
        await screen.see_no(LINE)
        await screen.see("больше не видно, кто говорит", "Тоннель")
        await screen.until(lambda: not preferences().speakers)
    async with start("small", settings=spoken) as again:
        await again.see("Тоннель")
        assert LINE not in again.text
        again.app.desk.perform("speakers")
        await again.see(LINE)


async def test_a_corrected_speaker_is_told_and_the_former_one_comes_back(start: Start, spoken: Settings) -> None:
    async with start("small", settings=spoken) as screen:
        await open_article(screen)
        await screen.press("f", "!", "и", "с", "п", "enter")
        await answer(screen, "Асель Бекова")
        await screen.see("— Асель Бекова")
        await screen.press("!", "и", "с", "п", "enter")
        await answer(screen, "Токоев")
        await screen.see("Исправлено для вас", "— Белек Токоев")  # the words beside it name somebody else
        await screen.press("u")
        await screen.see("— Асель Бекова")


async def test_the_line_in_view_stays_where_speakers_come_and_go(start: Start, spoken: Settings) -> None:
    async with start((60, 12), settings=spoken) as screen:
        await screen.see("1 из 1")
        await screen.press("enter", *["j"] * 9)
        reader = screen.app.desk.reader
        for _ in range(2):
            line = reader.line
            screen.app.desk.perform("speakers")
            assert reader.line == line > 0
            await screen.pilot.resize_terminal(50, 12)
            await screen.until(lambda: screen.app.size == (50, 12))
            assert reader.line == line


async def test_it_is_neither_read_by_sentence_nor_copied(start: Start, spoken: Settings, tmp_path: Path) -> None:
    copied = tmp_path / "state" / "kgtui" / "copied.txt"

    def is_copied(sentence: str) -> bool:
        return copied.exists() and copied.read_text(encoding="utf-8").startswith(f"{sentence} — ")

    async with start("small", settings=spoken) as screen:
        await open_article(screen)
        await screen.press("v", "y")
        for sentence in SENTENCES:
            await screen.until(lambda sentence=sentence: is_copied(sentence))
            await screen.press("j", "y")
