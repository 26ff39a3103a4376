"""Searches kept by name, and up to which change of each library the reader has seen what they find.

``searches.json``: ``{NAME: {"query": QUERY, "marks": {LIBRARY: CHANGE}}}``. A library is named by the identity of its
record, so that a mark goes with it where the folder is moved, and another library in its place is wholly new.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kgtui.reader.files import ReaderFile

if TYPE_CHECKING:
    from kgtui.library import Library, NewArticles


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """``marks``: a library's identity → the change up to which its new articles were shown."""

    name: str
    query: str
    marks: Mapping[str, int]

    def mark(self, library: Library, *, on_screen: bool = False) -> int:
        """0 where nothing was shown; also of a library that was put back to before the mark."""
        mark = self.marks.get(_owner(library, on_screen), 0)
        return mark if mark <= library.change else 0


_Kept = dict[str, SavedSearch]


def _searches(value: Any) -> _Kept:
    return {str(name): _search(name, search) for name, search in value.items()}


def _search(name: str, value: Any) -> SavedSearch:
    query, marks = value["query"], value.get("marks", {})
    if not isinstance(query, str) or not all(isinstance(mark, int) for mark in marks.values()):
        raise TypeError(name)
    return SavedSearch(name, query, marks)


_SEARCHES = ReaderFile("searches.json", {}, _searches)


def saved_searches() -> Mapping[str, SavedSearch]:
    """By name, in the order in which they were saved. Raises DamagedFile, OSError, as all of these do."""
    return _SEARCHES.read()


def save(name: str, query: str) -> None:
    """Keep a search; one of the same name and another query gives way, and what this one finds is new."""

    def saved(kept: _Kept) -> object:
        if name not in kept or kept[name].query != query:
            kept[name] = SavedSearch(name, query, {})
        return _record(kept)

    _SEARCHES.change(saved)


def forget(name: str) -> bool:
    """Whether there was a search of this name."""
    if name not in saved_searches():
        return False
    _SEARCHES.change(lambda kept: _record({each: kept[each] for each in kept if each != name}))
    return True


def new_articles(
    search: SavedSearch, library: Library, *, limit: int = 0, snippets: bool = True, on_screen: bool = False
) -> NewArticles:
    """What the search finds among the articles written since its mark."""
    since = search.mark(library, on_screen=on_screen)
    return library.new_articles(search.query, since=since, limit=limit, snippets=snippets)


def advance(search: SavedSearch, library: Library, change: int, *, on_screen: bool = False) -> None:
    """The new articles up to a change were shown. A mark that another process has set meanwhile never goes back."""
    owner = _owner(library, on_screen)

    def advanced(kept: _Kept) -> object:
        now = kept.get(search.name)
        if now and now.query == search.query:
            mark = now.marks.get(owner, 0)
            moved = change if mark == search.marks.get(owner, 0) else max(mark, change)
            kept[search.name] = replace(now, marks={**now.marks, owner: moved})
        return _record(kept)

    _SEARCHES.change(advanced)


def _owner(library: Library, on_screen: bool) -> str:
    return f"{library.identity} screen" if on_screen else library.identity


def _record(kept: _Kept) -> object:
    return {name: {"query": search.query, "marks": dict(search.marks)} for name, search in kept.items()}
