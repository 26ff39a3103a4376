"""Over a slow line the list waits for a pause in typing, and for nothing that was given up."""

from __future__ import annotations

from dataclasses import replace

from kgtui.settings import Settings
from kgtui.tui.listing import ListingKind

from .conftest import Start


async def test_tab_takes_what_was_typed_and_escape_gives_it_up(start: Start, seeded: Settings) -> None:
    async with start(settings=replace(seeded, low_bandwidth=True)) as screen:
        await screen.see("1 из 5")
        await screen.press("/", *"мирзиёев", "tab")
        await screen.see("Найдена 1 из 5")
        await screen.press("l")
        await screen.see("Похож")
        await screen.press("/", *"шос", "escape")
        late: list[None] = []
        screen.app.set_timer(0.5, lambda: late.append(None))  # later than the pause that was waited for
        await screen.until(lambda: bool(late) and screen.app.is_quiet)
        assert screen.app.desk.articles.listing.kind is ListingKind.LIKE
