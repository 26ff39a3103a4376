"""What settles a word that may mean something else: rival meanings, careful words, words of context."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kgtui.gazetteer.inflection import plain
from kgtui.gazetteer.tables import GazetteerError, Row, read_table

RIVAL_COLUMNS = ("word", "meaning", "default", "strong", "weak")
CAREFUL_COLUMNS = ("word", "start", "person", "not_after", "not_before", "not_with", "not_forms")
CONTEXT_COLUMNS = ("list", "words")
CONTEXT_LISTS = (
    "acting_verbs",
    "city_words",
    "capital_power_nouns",
    "opinion_verbs",
    "target_verbs",
    "seats_of_others",
    "linking_verbs",
    "actor_nouns",
    "power_adjectives",
    "transport_words",
    "geography_nouns",
    "language_nouns",
    "ethnic_words",
    "currency_words",
    "water_words",
    "state_nouns",
    "plural_words",
    "former_words",
    "name_like_heads",
    "body_nouns",
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of an abbreviation: ``code`` of a country, or empty for something that is no country.

    Words of ``strong`` anywhere in the text outweigh those of ``weak``; with none, the default meaning holds.
    """

    code: str
    default: bool
    strong: frozenset[str]
    weak: frozenset[str]
    row: Row


@dataclass(frozen=True, slots=True)
class Care:
    """When a country's name is not taken for the country. All words are folded lemmas.

    ``start``: at the start of a sentence only with other evidence. ``person``: may be a person's name, so not beside
    one. ``not_after``, ``not_before``: not beside these words; ``not_with``: not with these in the sentence.
    ``not_forms``: not in these forms.
    """

    start: bool
    person: bool
    not_after: frozenset[str]
    not_before: frozenset[str]
    not_with: frozenset[str]
    not_forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Contexts:
    rivals: Mapping[str, tuple[Meaning, ...]]
    careful: Mapping[str, Care]
    lists: Mapping[str, frozenset[str]]


def read_contexts(folder: Path, countries: Mapping[str, object]) -> Contexts:
    return Contexts(_rivals(folder, countries), _careful(folder), _lists(folder))


def _rivals(folder: Path, countries: Mapping[str, object]) -> dict[str, tuple[Meaning, ...]]:
    rivals: dict[str, list[Meaning]] = {}
    for row in read_table(folder / "rivals.tsv", RIVAL_COLUMNS):
        code = row.text("meaning")
        if code != "-" and code not in countries:
            raise row.error(f"the meaning {code!r} is neither «-» nor a code of countries.tsv")
        strong, weak = _words(row, "strong"), _words(row, "weak")
        meaning = Meaning("" if code == "-" else code, row.flag("default"), strong, weak, row)
        meanings = rivals.setdefault(row.text("word"), [])
        if meaning.default and any(other.default for other in meanings):
            raise row.error(f"{row.text('word')!r} has a default meaning already")
        meanings.append(meaning)
    return {word: tuple(meanings) for word, meanings in rivals.items()}


def _careful(folder: Path) -> dict[str, Care]:
    careful: dict[str, Care] = {}
    for row in read_table(folder / "careful.tsv", CAREFUL_COLUMNS):
        key = plain(row.text("word"))
        if key in careful:
            raise row.error(f"{row.text('word')!r} has a line already")
        careful[key] = Care(
            row.flag("start"),
            row.flag("person"),
            _words(row, "not_after"),
            _words(row, "not_before"),
            _words(row, "not_with"),
            _words(row, "not_forms"),
        )
    return careful


def _lists(folder: Path) -> dict[str, frozenset[str]]:
    file = folder / "contexts.tsv"
    lists: dict[str, frozenset[str]] = {name: frozenset() for name in CONTEXT_LISTS}
    for row in read_table(file, CONTEXT_COLUMNS):
        lists[row.one_of("list", CONTEXT_LISTS)] |= _words(row, "words")
    for name, words in lists.items():
        if not words:
            raise GazetteerError(file, 1, f"the list {name!r} is missing")
    return lists


def _words(row: Row, column: str) -> frozenset[str]:
    return frozenset(plain(word) for word in row.items(column))
