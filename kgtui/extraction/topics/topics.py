"""The topics of an article, from the words of its sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kgtui.extraction.context import Context
from kgtui.extraction.topics.words import TopicWord, topic_codes, topic_words
from kgtui.model import Topic

_MOST = 3  # topics of one article
_OPENING = 3  # sentences in which one strong word is enough
_FEWEST = 2  # sentences elsewhere


@dataclass(slots=True)
class _Telling:
    """The sentences (their first tokens) that tell of a topic, and whether a strong word opens the article with it."""

    sentences: list[tuple[int, int]] = field(default_factory=list)
    is_in_opening: bool = False


def topics(context: Context) -> tuple[Topic, ...]:
    """At most three, those of most sentences first, of equal ones in the order of the table.

    A sentence tells of a topic by a strong word of it, or by two weak ones.
    """
    opening = set(list(dict.fromkeys(context.sentence(position) for position in range(len(context))))[:_OPENING])
    tellings: dict[str, _Telling] = {}
    for sentence, words in _worded(context):
        for code in {each.topic for each in words}:
            own = {each.lemma: each.is_weak for each in words if each.topic == code}
            is_strong = not all(own.values())
            if is_strong or len(own) > 1:
                telling = tellings.setdefault(code, _Telling())
                telling.sentences.append(sentence)
                telling.is_in_opening |= is_strong and sentence in opening
    order = topic_codes()
    found = [code for code, each in tellings.items() if each.is_in_opening or len(each.sentences) >= _FEWEST]
    found.sort(key=lambda code: (-len(tellings[code].sentences), order.index(code)))
    return tuple(_topic(context, code, tellings[code]) for code in found[:_MOST])


def _worded(context: Context) -> Iterator[tuple[tuple[int, int], list[TopicWord]]]:
    """The sentences that have words of topics, in text order."""
    found: dict[tuple[int, int], list[TopicWord]] = {}
    for position in context.words:
        if words := topic_words(context.lower(position)):
            found.setdefault(context.sentence(position), []).extend(words)
    return iter(found.items())


def _topic(context: Context, code: str, telling: _Telling) -> Topic:
    return Topic(context.span(*telling.sentences[0]), code, len(telling.sentences))
