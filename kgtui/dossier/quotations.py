"""Words fit to be quoted, one a speaker: what is said of the subject, of the pair, or of what is between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from kgtui.dossier.material import Material
from kgtui.dossier.namings import newest_first
from kgtui.dossier.precedence import rank
from kgtui.dossier.rows import Rows
from kgtui.dossier.spellings import in_usual_spelling
from kgtui.dossier.stated import person_named
from kgtui.dossier.values import Person, QuotationRow, Told
from kgtui.extraction.tables import table
from kgtui.language import analyse, fold
from kgtui.language.words import word
from kgtui.model import Entity, EntityKind, Headline, Quote, Span

_ARTICLES = 200  # newest ones whose quotations are read
_READ = 5  # newest quotations of a speaker among which the best one is looked for
_FEWEST_WORDS = 5
_LETTERS = 0.9  # of the signs of a sentence
_DIGIT = re.compile(r"\d")
_EDGES = " \t\n,;:–—-"


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence of a quotation, and how much it says of the pair."""

    headline: Headline
    span: Span
    weight: int


def quotations(material: Material) -> Rows:
    """The highest speakers first, of equal ones the newest words; of a person only their own."""
    found = [
        (speaker, best)
        for key, quotes in _by_speaker(material).items()
        if (best := _best(material, quotes)) and (speaker := _speaker(material, best.headline, key))
    ]
    found.sort(key=lambda pair: (rank(pair[0].role), newest_first(pair[1].headline)))
    return [partial(_row, material, best, speaker) for speaker, best in found]


def _by_speaker(material: Material) -> Mapping[str, Sequence[Told[Quote]]]:
    """The newest quotations of each person of either side."""
    quotes: dict[str, list[Told[Quote]]] = {}
    for told in material.quotes_in([article.headline.number for article in material.originals[:_ARTICLES]]):
        actor = told.fact.speaker
        if actor and not told.fact.doubt and len(quotes.get(actor.key, ())) < _READ:
            speaker = _speaker(material, told.headline, actor.key)
            if speaker and _is_of_a_side(material, speaker):
                quotes.setdefault(actor.key, []).append(told)
    return quotes


def _speaker(material: Material, headline: Headline, key: str) -> Entity | None:
    """A person in the office of the day, as the article names them."""
    return person_named(material.entities(headline.number), key)


def _is_of_a_side(material: Material, speaker: Entity) -> bool:
    subject = material.subject
    if subject.kind is EntityKind.PERSON:
        return speaker.key == subject.key
    sides = (subject.key, material.frame.home)
    return subject.kind is not EntityKind.COUNTRY or speaker.country in sides or _is_known_of(material, speaker, sides)


def _is_known_of(material: Material, speaker: Entity, sides: Sequence[str]) -> bool:
    return speaker.country is None and material.standing(speaker.key).country in sides


def _best(material: Material, quotes: Sequence[Told[Quote]]) -> _Words | None:
    """The sentence that says most of the pair; of equal ones the first of the newest."""
    candidates = [words for told in quotes for words in _sentences(material, told)]
    return max(candidates, key=lambda words: words.weight, default=None)


def _sentences(material: Material, told: Told[Quote]) -> Iterator[_Words]:
    """The whole sentences of a quotation that say anything of the pair."""
    text, sentences = material.sentences.of(told.headline.number)
    for part in told.fact.parts:
        for sentence in sentences:
            span = _trimmed(text, Span(max(part.start, sentence.start), min(part.end, sentence.end)))
            words = span.of(text)
            if _is_quotable(words) and (weight := _weight(material, told.headline.number, span, words)):
                yield _Words(told.headline, span, weight)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    return Span(start, start + len(words.strip(_EDGES)))


def _is_quotable(words: str) -> bool:
    """A sentence of words, not of signs and addresses."""
    letters = sum(sign.isalpha() or sign.isspace() for sign in words)
    return len(words.split()) >= _FEWEST_WORDS and letters >= _LETTERS * len(words)


def _weight(material: Material, number: int, span: Span, words: str) -> int:
    """How much a sentence says of the pair: by naming a side, and by words for what is between them. 0 for one that
    does neither, or does not name the subject in an article that is about others."""
    named = {entity.key for entity in material.entities(number) if any(span.overlaps(each) for each in entity.spans)}
    if material.subject.key not in named and not material.is_about_subject(number):
        return 0
    lemmas = [word(token.text).lemma for token in analyse(words).tokens if token.is_word]
    has = {kind: not listed.isdisjoint(lemmas) for kind, listed in _relation_words().items()}
    weight = 2 * len(named & {material.subject.key, material.frame.home})
    if has["relation"] or (has["our"] and has["ours"]):
        weight += 2
    leans = has["pointing"] or not _relation_words()["leaning"].isdisjoint(lemmas[:1]) or _DIGIT.search(words)
    return max(1, weight - bool(leans)) if weight else 0


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
