"""The wordings of offices as a tree: the head in any case, what it heads as it stands in the data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from kgtui.gazetteer.inflection import folded_word, form_label, lemma_label, plain
from kgtui.gazetteer.records import Office
from kgtui.gazetteer.view import View
from kgtui.language import word
from kgtui.language.analysis import tokens_in

FORMER = "экс-"


@dataclass(slots=True)
class _Node:
    after: dict[str, _Node] = field(default_factory=dict)
    office: Office | None = None
    head: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """An office's wording in a text: the declined words of its head in the nominative, the tokens where these and the
    wording end, whether it is a head without a body, the (folded) lemma of its first word, whether «экс-» begins it."""

    office: Office
    head: str
    head_stop: int
    stop: int
    bare: bool
    lemma: str
    former: bool


class OfficeTree:
    def __init__(self, offices: Iterable[Office]) -> None:
        self._root = _Node()
        self.may_start = cache(self._may_start)
        for office in offices:
            for head in office.heads:
                for body in office.bodies or ("",):
                    self._add(head, body, office)

    def _add(self, head: str, body: str, office: Office) -> None:
        node = self._root
        words = [token.text for token in tokens_in(f"{head} {body}")]
        declined = _declined_words(head)
        for label in (*map(lemma_label, words[:declined]), *map(form_label, words[declined:])):
            node = node.after.setdefault(label, _Node())
        if node.office is None:
            node.office, node.head, node.bare = office, " ".join(words[:declined]), not body

    def longest(self, view: View, first: int, inside: Collection[int] = ()) -> OfficeWords | None:
        """The longest wording that starts at a token and does not end at one of the tokens ``inside`` a name
        («Глава | Республики Башкортостан»)."""
        if not self.may_start(view.tokens[first].text):
            return None
        form = plain(view.tokens[first].text)
        former = form.startswith(FORMER)
        labels = _labels(form.removeprefix(FORMER))
        nodes = [(self._root.after[label], label) for label in labels if label in self._root.after]
        return self._walk(view, first, inside, nodes, former)

    def _walk(
        self, view: View, first: int, inside: Collection[int], nodes: Sequence[tuple[_Node, str]], former: bool
    ) -> OfficeWords | None:
        _begin, end = view.sentence(first)
        best: OfficeWords | None = None
        stop = first + 1
        while nodes:
            for node, lemma in nodes:
                if node.office is not None and stop not in inside:
                    head_stop = first + len(node.head.split())
                    best = OfficeWords(node.office, node.head, head_stop, stop, node.bare, lemma, former)
            if stop >= end:
                break
            labels = _labels(plain(view.tokens[stop].text))
            nodes = [(node.after[label], lemma) for node, lemma in nodes for label in labels if label in node.after]
            stop += 1
        return best

    def _may_start(self, form: str) -> bool:
        """Whether some wording may begin with a form."""
        return not _labels(plain(form).removeprefix(FORMER)).isdisjoint(self._root.after)


@cache
def _labels(form: str) -> frozenset[str]:
    return word(folded_word(form)).lemmas | {form, form_label(form)}


def _declined_words(head: str) -> int:
    """How many words of a head are declined: up to its noun («чрезвычайный и полномочный посол»; not «… в делах»)."""
    words = head.split()
    for count, text in enumerate(words, start=1):
        reading = word(folded_word(text)).readings[0]
        if reading.pos == "NOUN" and reading.case == "nomn":
            return count
    return len(words)
