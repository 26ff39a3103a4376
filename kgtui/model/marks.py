"""What a reader puts to articles: bookmarks, notes, tags, and that they were read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one article; ``tags`` in the order in which they were given, none twice."""

    bookmark: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    read: bool = False

    @property
    def is_chosen(self) -> bool:
        """Whether there is a mark that the reader set on purpose: that an article was read says nothing of it."""
        return bool(self.bookmark or self.note or self.tags)


NO_MARKS = Marks()


class MarkKind(str, Enum):
    """By which mark articles are asked for; CHOSEN is any of the first three."""

    BOOKMARK = "bookmark"
    NOTE = "note"
    TAG = "tag"
    CHOSEN = "chosen"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class MarkFilter:
    """The articles with a mark; ``tag`` is the name of the tag that is meant."""

    kind: MarkKind
    tag: str = ""

    def fits(self, marks: Marks) -> bool:
        """
        >>> MarkFilter(MarkKind.TAG, "граница").fits(Marks(tags=("Граница",)))
        True
        """
        if self.kind is MarkKind.TAG:
            return tag_key(self.tag) in map(tag_key, marks.tags)
        return {
            MarkKind.BOOKMARK: marks.bookmark,
            MarkKind.NOTE: bool(marks.note),
            MarkKind.CHOSEN: marks.is_chosen,
            MarkKind.UNREAD: not marks.read,
        }[self.kind]


def tag_key(tag: str) -> str:
    """What is the same in all spellings of a tag: capitals do not count, «ё» is «е»."""
    return tag.casefold().replace("ё", "е")
