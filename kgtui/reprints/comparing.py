"""How much of one text two articles share, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kgtui.reprints.profile import Profile, Sentence
from kgtui.reprints.telling import Telling

_SAME_FRAME = 0.6  # Jaccard index of the words but names and figures: one sentence edited, or one template filled twice
_SMALLEST_FRAME = 2  # words; a smaller one is a signature or a mark
_REWRITTEN = 0.5  # a passage of which less was kept is another passage, and may name others


def shared_part(one: Profile, other: Profile) -> float:
    """The share (0…1) of the shorter article's words that the other has in the same sentences.

    0 where a sentence that both have names other people, bodies or figures in the one than in the other.
    """
    first, second = sorted((one, other), key=lambda side: (side.length, side.text))
    if not first.length:
        return 0.0
    common = _words(first.sentences) & _words(second.sentences)
    shared = sum(len(words) * times for words, times in common.items())
    for ours, theirs in _differing(first, second, common):
        edited = _edited(first, ours, second, theirs)
        if _is_template(edited, ours, theirs):
            return 0.0
        shared += sum(pair.words for pair in edited if not pair.contradicts)
    return min(1.0, shared / first.length)


@dataclass(frozen=True, slots=True)
class _Edited:
    """A sentence that both articles have, not word for word; ``words`` are in both."""

    words: int
    contradicts: bool


def _words(sentences: Sequence[Sentence]) -> Counter[tuple[str, ...]]:
    return Counter(sentence.words for sentence in sentences)


def _differing(
    first: Profile, second: Profile, common: Counter[tuple[str, ...]]
) -> Iterator[tuple[list[Sentence], list[Sentence]]]:
    """The passages that stand in place of each other, without what the other article has elsewhere."""
    matcher = SequenceMatcher(
        None, [s.words for s in first.sentences], [s.words for s in second.sentences], autojunk=False
    )
    for kind, start, end, start_there, end_there in matcher.get_opcodes():
        if kind == "replace":
            ours = [sentence for sentence in first.sentences[start:end] if sentence.words not in common]
            theirs = [sentence for sentence in second.sentences[start_there:end_there] if sentence.words not in common]
            if ours and theirs:
                yield ours, theirs


def _edited(first: Profile, ours: list[Sentence], second: Profile, theirs: list[Sentence]) -> list[_Edited]:
    """Each sentence with the most similar one that stands in its place, where that is similar enough."""
    candidates = [(sentence, second.telling(sentence)) for sentence in theirs]
    pairs = []
    for sentence in ours:
        told = first.telling(sentence)
        best = max(candidates, key=lambda candidate: _likeness(told, candidate[1]), default=None)
        if best and _likeness(told, best[1]) >= _SAME_FRAME:
            candidates.remove(best)
            words = sum((Counter(sentence.words) & Counter(best[0].words)).values())
            broken_off = _breaks_off(first, sentence, best[0]) or _breaks_off(second, best[0], sentence)
            pairs.append(_Edited(words, not broken_off and told.contradicts(best[1])))
    return pairs


def _breaks_off(article: Profile, sentence: Sentence, whole: Sentence) -> bool:
    """Whether an article was cut within this sentence: half a name or figure is not another one."""
    *words, last = sentence.words
    following = whole.words[len(words) :]
    return (
        sentence is article.sentences[-1]
        and whole.words[: len(words)] == tuple(words)
        and bool(following)
        and following[0].startswith(last)
        and (last.isalpha() or len(following) > 1)
    )


def _likeness(one: Telling, other: Telling) -> float:
    if min(len(one.frame), len(other.frame)) < _SMALLEST_FRAME:
        return 0.0
    return len(one.frame & other.frame) / len(one.frame | other.frame)


def _is_template(edited: list[_Edited], ours: list[Sentence], theirs: list[Sentence]) -> bool:
    """Whether a passage is the same in both but for names or figures."""
    least = min(sum(len(sentence.words) for sentence in side) for side in (ours, theirs))
    kept = sum(pair.words for pair in edited)
    return kept >= _REWRITTEN * least and any(pair.contradicts for pair in edited)
