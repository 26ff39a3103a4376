"""Words fit to be quoted, one a speaker: what is said of the subject, of the pair, or of what is between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from kgtui.dossier.material import Material, Told
from kgtui.dossier.namings import newest_first
from kgtui.dossier.precedence import rank
from kgtui.dossier.rows import Rows
from kgtui.dossier.spellings import in_usual_spelling
from kgtui.dossier.values import Person, QuotationRow
from kgtui.extraction.tables import table
from kgtui.language import analyse, fold
from kgtui.language.words import word
from kgtui.model import Entity, EntityKind, Headline, Quote, Span

_READ = 5  # newest quotations of a speaker among which the best one is looked for
_FEWEST_WORDS = 5
_DIGIT = re.compile(r"\d")
_EDGES = " \t\n,;:–—-"


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence of a quotation, and how much it says of the pair."""

    headline: Headline
    span: Span
    weight: int


def quotations(material: Material) -> Rows:
    """The highest speakers first, of equal ones the newest words."""
    found = [
        (speaker, best)
        for quotes in _by_speaker(material).values()
        if (speaker := _speaker(material, quotes[0])) and (best := _best(material, quotes))
    ]
    found.sort(key=lambda pair: (rank(pair[0].role), newest_first(pair[1].headline)))
    return [partial(_row, material, best, _in_office(material, speaker, best)) for speaker, best in found]


def _by_speaker(material: Material) -> Mapping[str, Sequence[Told[Quote]]]:
    """The newest quotations of each person."""
    quotes: dict[str, list[Told[Quote]]] = {}
    for told in material.quotes:
        speaker = told.fact.speaker
        if speaker and speaker.kind is EntityKind.PERSON and not told.fact.doubt:
            own = quotes.setdefault(speaker.key, [])
            if len(own) < _READ:
                own.append(told)
    return quotes


def _speaker(material: Material, told: Told[Quote]) -> Entity | None:
    """The speaker as the article names them."""
    key = told.fact.speaker.key if told.fact.speaker else None
    persons = (each for each in material.entities(told.headline.number) if each.kind is EntityKind.PERSON)
    return next((person for person in persons if person.key == key), None)


def _in_office(material: Material, speaker: Entity, words: _Words) -> Entity:
    """The speaker in the office of the day of these words."""
    persons = material.entities(words.headline.number)
    return next((each for each in persons if each.kind is EntityKind.PERSON and each.key == speaker.key), speaker)


def _best(material: Material, quotes: Sequence[Told[Quote]]) -> _Words | None:
    """The sentence that says most of the pair; of equal ones the first of the newest."""
    candidates = [words for told in quotes for words in _sentences(material, told)]
    return max(candidates, key=lambda words: words.weight, default=None)


def _sentences(material: Material, told: Told[Quote]) -> Iterator[_Words]:
    """The whole sentences of a quotation that say anything of the pair."""
    text, sentences = material.sentences.of(told.headline.number)
    about = _namings(material, told.headline.number)
    for part in told.fact.parts:
        for sentence in sentences:
            span = _trimmed(text, Span(max(part.start, sentence.start), min(part.end, sentence.end)))
            if weight := _weight(span, span.of(text), about):
                yield _Words(told.headline, span, weight)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    return Span(start, start + len(words.strip(_EDGES)))


def _namings(material: Material, number: int) -> Sequence[Sequence[Span]]:
    """Where an article names the subject, and where home."""
    keys = {material.subject.key, material.frame.home}
    return [entity.spans for entity in material.entities(number) if entity.key in keys]


def _weight(span: Span, words: str, about: Sequence[Sequence[Span]]) -> int:
    """0 for what is no quotation of its own or says nothing of the pair."""
    if span.end <= span.start or len(words.split()) < _FEWEST_WORDS:
        return 0
    lemmas = [word(token.text).lemma for token in analyse(words).tokens if token.is_word] or [""]
    weight = 2 * sum(any(span.overlaps(each) for each in spans) for spans in about)
    of_kind = {kind: not listed.isdisjoint(lemmas) for kind, listed in _relation_words().items()}
    if of_kind["relation"] or (of_kind["our"] and of_kind["ours"]):
        weight += 2
    leans = lemmas[0] in _relation_words()["leaning"] or _DIGIT.search(words) is not None
    return max(1, weight - leans) if weight else 0


@cache
def _relation_words() -> Mapping[str, frozenset[str]]:
    """Folded, by their kind."""
    return {row["kind"]: frozenset(map(fold, row["words"].split("; "))) for row in table("relation_words")}


def _row(material: Material, words: _Words, speaker: Entity) -> QuotationRow:
    text, _ = material.sentences.of(words.headline.number)
    return QuotationRow(
        speaker=Person(speaker.key, in_usual_spelling(speaker.name), speaker.role, speaker.country),
        words=words.span.of(text),
        on=words.headline.published,
        notes=(material.note(words.headline, words.span),),
        is_new=material.is_new(words.headline),
    )
