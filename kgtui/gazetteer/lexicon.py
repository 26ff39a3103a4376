"""All names as one tree of word labels: built as they are met, walked with one dictionary look-up a token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache
from threading import Lock

from kgtui.gazetteer.inflection import (
    adjective_label,
    declined,
    declined_adjective,
    form_label,
    labels_of,
    lemma_label,
    needs_forms,
    noun_label,
    plain,
)
from kgtui.language import Token
from kgtui.language.analysis import tokens_in

_BEGINNING = 2  # letters that no form of a name changes


class Use(Enum):
    """What a wording is used as."""

    NAME = "name"
    ABBREVIATION = "abbreviation"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    PERIPHRASIS = "periphrasis"
    BLOC = "bloc"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to name a thing. ``alias`` is the wording as the data spell it, ``code`` the thing's code, ``name`` its
    nominative in the data, ``country`` an alpha-2 code or empty."""

    use: Use
    code: str
    alias: str
    name: str
    country: str = ""


@dataclass(slots=True, eq=False)
class _Node:
    after: dict[str, _Node] = field(default_factory=dict)
    wordings: list[Wording] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit:
    """Wordings that end at the same token, in the order of their uses."""

    first: int
    stop: int
    wordings: tuple[Wording, ...]


class Lexicon:
    """A tree of wordings; ``hits`` gives those that start at a token, longest first. Any thread may ask.

    A wording is put into the tree when a form is met with which it may start: a query, or an office in a brief, needs a
    few of thousands, each of which takes a look into the dictionary.
    """

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._root = _Node()
        self._declined: dict[str, set[str]] = {}
        self.may_start = cache(self._may_start)
        self._wordings_at = cache(_wordings_of)
        self._growing = Lock()
        self._waiting: dict[str, list[Wording]] = {}  # by the letters with which they begin
        for wording in wordings:
            self._waiting.setdefault(_beginning_of(wording), []).append(wording)

    def _add(self, wording: Wording) -> None:
        node = self._root
        for label in self._path(wording):
            node = node.after.setdefault(label, _Node())
        node.wordings.append(wording)

    def _path(self, wording: Wording) -> list[str]:
        words = [token.text for token in tokens_in(wording.alias)]
        if wording.use is Use.ABBREVIATION:
            return [form_label(text) for text in words]
        if wording.use is Use.ADJECTIVE:
            return [self._adjective_label(words[-1])]
        if wording.use is Use.DEMONYM:
            return [lemma_label(text) for text in words]
        if len(words) > 1:
            return [self._name_label(text, lemma_label(text)) for text in words]
        return [self._name_label(words[0], noun_label(words[0]))]

    def _adjective_label(self, text: str) -> str:
        label = adjective_label(text)
        if needs_forms(text):
            for form in declined_adjective(text):
                self._declined.setdefault(form, set()).add(label)
        return label

    def _name_label(self, text: str, label: str) -> str:
        """The label of a word of a name, of abbreviations their form; the forms of one that the dictionary lacks are
        remembered."""
        if not text[0].isalpha() or (text.isupper() and len(text) > 1):
            return form_label(text)
        if text[0].isupper() and needs_forms(text):
            for form in declined(text):
                self._declined.setdefault(form, set()).add(label)
        return label

    def hits(self, tokens: Sequence[Token], first: int, stop: int) -> list[Hit]:
        """The wordings that start at ``first`` and end before or at ``stop``, longest first."""
        found: list[Hit] = []
        nodes: tuple[_Node, ...] = (self._root,) if self.may_start(tokens[first].text) else ()
        position = first
        while nodes and position < stop:
            labels = self._labels(tokens[position].text)
            nodes = tuple([node.after[label] for node in nodes for label in labels if label in node.after])
            position += 1
            wordings = self._wordings_at(nodes)
            if wordings:
                found.append(Hit(first, position, wordings))
        return found[::-1]

    def _may_start(self, form: str) -> bool:
        """Whether some wording may begin with a form."""
        with self._growing:
            for letters in _beginnings_of(form):
                for wording in self._waiting.pop(letters, ()):
                    self._add(wording)
        return any(label in self._root.after for label in self._labels(form))

    def whole_word(self, form: str) -> list[Wording]:
        """The wordings that a single form may be."""
        if not self.may_start(form):
            return []
        return [w for label in self._labels(form) for w in self._wordings_after(label)]

    def _wordings_after(self, label: str) -> list[Wording]:
        node = self._root.after.get(label)
        return node.wordings if node else []

    def _labels(self, form: str) -> Sequence[str]:
        """All labels of a form."""
        own, declined = _own_labels(form), self._declined.get(plain(form))
        return sorted({*own, *declined}) if declined else own


@lru_cache(maxsize=4096)
def _own_labels(form: str) -> Sequence[str]:
    return sorted(set(labels_of(form)))


_USES = list(Use)


def _wordings_of(nodes: tuple[_Node, ...]) -> tuple[Wording, ...]:
    """Where one wording may be several things, the first of these that its context allows is meant."""
    wordings = dict.fromkeys(wording for node in nodes for wording in node.wordings)
    return tuple(sorted(wordings, key=lambda wording: _USES.index(wording.use)))


def _beginning_of(wording: Wording) -> str:
    """The letters with which all labels and forms of its first word begin."""
    words = [token.text for token in tokens_in(wording.alias)]
    return plain(words[-1 if wording.use is Use.ADJECTIVE else 0])[:_BEGINNING]


def _beginnings_of(form: str) -> list[str]:
    """Of the wordings that may start with a form."""
    return sorted({label.removeprefix(form_label(""))[:_BEGINNING] for label in labels_of(form)})


def linking_forms(adjectives: Mapping[str, str], extra: Mapping[str, str]) -> dict[str, str]:
    """First halves of compound adjectives → code: «киргизско» of «киргизский», and those given as they are."""
    forms = {plain(adjective)[:-2] + "о": code for adjective, code in adjectives.items()}
    return forms | {plain(form): code for form, code in extra.items()}
