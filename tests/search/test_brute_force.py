"""The index answers as the texts themselves do, for every node: which articles, how surely, in which order."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.model import Entity, EntityKind, Facts, Span
from kgtui.search import Entry, Tier, entry, rank
from kgtui.search.index.whoosh_engine import WhooshEngine
from kgtui.search.query.nodes import (
    All,
    Asked,
    Country,
    Dated,
    Either,
    Exact,
    Field,
    Fuzzy,
    InCountry,
    InField,
    Initial,
    Named,
    Near,
    Node,
    Phrase,
    Prefix,
    Without,
    Word,
)

from .by_hand import ByHand, Text

WORDS = (
    "стали сталь сталью суда суд Суда таможня таможней таможенный торгово-экономический экономический договор "
    "договора договоры Договор встреча встречи роман Романа отношения отношений года 15 15-й А и"
).split()
COUNTRIES = {"KG": ("Киргизия", "Киргизии", "Кыргызстан"), "UZ": ("Узбекистан", "Узбекистана")}
PEOPLE = {
    "садыр жапаров": ("Садыр Жапаров", "Садыр Нургожоевич Жапаров"),
    "адылбек касымалиев": ("Адылбек Касымалиев",),
    "шавкат мирзиеев": ("Шавкат Мирзиёев",),
}
BODIES = {
    "SCO": (EntityKind.BLOC, ("ШОС",)),
    "белта": (EntityKind.ORGANISATION, ("БЕЛТА",)),
    "пресс служба шос": (EntityKind.ORGANISATION, ("пресс-служба ШОС", "Пресс-служба ШОС")),
}
SOURCES = ("Кабар", "РИА Новости", "«Кабар»")
ARTICLES = 120


class Chance(random.Random):
    """Makes texts and queries."""

    def text(self, number: int) -> Text:
        entities: list[Entity] = []
        words = self.choices(WORDS, k=self.randint(3, 30))
        body = ""
        for word in words:
            if self.random() < 0.12:
                body += self._mentioned(body, entities) + " "
            body += word + " "
        title = " ".join(self.choices(WORDS, k=self.randint(0, 4)))
        published = date(2025, 1, 1).toordinal() + self.randrange(60) if self.random() < 0.9 else 0
        sources = tuple(dict.fromkeys(self.choices(SOURCES, k=self.randint(0, 2))))
        return Text(number, title, body, published, _merged(entities), sources)

    def _mentioned(self, body: str, entities: list[Entity]) -> str:
        kind = self.choice((EntityKind.COUNTRY, EntityKind.PERSON, EntityKind.ORGANISATION))
        if kind is EntityKind.COUNTRY:
            key, words = self.choice(list(COUNTRIES.items()))
            name = words[0]
            said = self.choice(words)
        elif kind is EntityKind.PERSON:
            key, words = self.choice(list(PEOPLE.items()))
            name = self.choice(words)
            said = self.choice([name, name.split()[-1]])
        else:
            key, (kind, words) = self.choice(list(BODIES.items()))
            name = said = self.choice(words)
        entities.append(Entity(kind, key, name, (Span(len(body), len(body) + len(said)),)))
        return said

    def node(self, depth: int = 2) -> Node:
        if depth and self.random() < 0.6:
            parts = tuple(self.node(depth - 1) for _ in range(self.randint(2, 3)))
            kind = self.choice(("all", "all", "either", "without"))
            if kind == "without":
                return Without(parts[0] if self.random() < 0.8 else None, parts[1:])
            return All(parts) if kind == "all" else Either(parts)
        return self.choice((self.asked, self.asked, self.near, self.country, self.in_field, self.named, self.dated))()

    def asked(self) -> Asked:
        return self.choice((self.word, self.word, self.prefix, self.fuzzy, self.exact, self.phrase))()

    def word(self) -> Word:
        return Word(self.choice(WORDS))

    def prefix(self) -> Prefix:
        return Prefix(self.choice(WORDS).lower()[: self.randint(2, 6)])

    def fuzzy(self) -> Fuzzy:
        word = list(self.choice(WORDS).lower())
        word[self.randrange(len(word))] = self.choice("аоеитн")
        return Fuzzy("".join(word))

    def exact(self) -> Exact:
        return Exact(tuple(word.lower() for word in self.choices(WORDS, k=self.choice((1, 1, 2)))))

    def phrase(self) -> Phrase:
        parts = [self.choice((self.word, self.word, self.prefix, self.fuzzy))() for _ in range(self.randint(2, 3))]
        return Phrase((Initial(self.choice("асж")), *parts[:1]) if self.random() < 0.2 else tuple(parts))

    def near(self) -> Near:
        return Near(
            tuple(self.choice((self.asked, self.word, self.country_words))() for _ in range(2)), self.randint(1, 9)
        )

    def country_words(self) -> Country:
        code = self.choice(list(COUNTRIES))
        return Country(Word(self.choice(COUNTRIES[code])), code)

    def country(self) -> Country | InCountry:
        made = self.country_words()
        return self.choice((made, InCountry(made.words, made.code)))

    def in_field(self) -> InField:
        words = "Жапаров жапарову Садыр касымалиев ШОС шос пресс-служба кабар новости Киргизия".split()
        asked = self.choice((Word(self.choice(words)), Phrase((Word("Садыр"), Word("Жапаров"))), Prefix("жап")))
        return InField(self.choice((Field.PERSON, Field.BODY, Field.SOURCE, Field.COUNTRY)), asked)

    def named(self) -> Named:
        names = [*PEOPLE, "Садыр Нургожоевич Жапаров", "Шавкат Мирзиёев"], ["sco", "ШОС", "Пресс-служба ШОС"], ["кабар"]
        asked = self.randrange(3)
        return Named((Field.PERSON, Field.BODY, Field.SOURCE)[asked], self.choice(names[asked]))

    def dated(self) -> Dated:
        first = date(2025, 1, 1 + self.randrange(28))
        last = date(2025, 2, 1 + self.randrange(28))
        return Dated(first if self.random() < 0.8 else None, last if self.random() < 0.8 else None)


def _merged(entities: list[Entity]) -> tuple[Entity, ...]:
    """One entity a key, as extraction gives them: the name is that of the first mention."""
    merged: dict[tuple[EntityKind, str], Entity] = {}
    for e in entities:
        held = merged.get((e.kind, e.key))
        spans = (*held.spans, *e.spans) if held else e.spans
        merged[e.kind, e.key] = Entity(e.kind, e.key, held.name if held else e.name, spans)
    return tuple(merged.values())


def entry_of_text(text: Text) -> Entry:
    facts = Facts(1, text.entities)
    return entry(text.number, text.published, analyse(text.title), analyse(text.body), facts, sources=text.sources)


def written(folder: Path, chance: Chance) -> tuple[WhooshEngine, ByHand]:
    """An index of several segments, some merged, with articles that were changed and taken out."""
    texts = {number: chance.text(number) for number in range(1, ARTICLES + 1)}
    engine = WhooshEngine.create(folder, "record")
    numbers = list(texts)
    size = ARTICLES // 3
    for start in range(0, ARTICLES, size):
        engine.write([entry_of_text(texts[number]) for number in numbers[start : start + size]], (), start + 1)
    for change in range(10):  # small commits, until they are merged
        changed = [chance.text(number) for number in chance.sample(sorted(texts), 4)]
        gone = set(chance.sample(sorted(texts.keys() - {text.number for text in changed}), 3))
        engine.write(map(entry_of_text, changed), gone, ARTICLES + change)
        texts |= {text.number: text for text in changed}
        texts = {number: text for number, text in texts.items() if number not in gone}
    return engine, ByHand(list(texts.values()))


@pytest.mark.parametrize("seed", range(3))
def test_the_index_answers_as_the_texts_do(tmp_path: Path, seed: int) -> None:
    chance = Chance(seed)
    engine, by_hand = written(tmp_path, chance)
    view = engine.view()
    assert view.count() == len(by_hand.texts)
    for _ in range(60):
        root = chance.node()
        expected = by_hand.tiers(root)
        total, ranked = rank(root, view)
        assert total == len(expected), root
        assert {hit.number: hit.tier for hit in ranked} == expected, root
        assert rank(root, view, 20)[1] == ranked[:20], root
        in_order(root, [(hit.number, hit.tier, hit.score) for hit in ranked], by_hand)


def in_order(root: Node, ranked: list[tuple[int, Tier, float]], by_hand: ByHand) -> None:
    scores = by_hand.scores(root)
    for number, _, score in ranked:
        assert score == pytest.approx(scores[number], abs=2e-4), root
    keys = [(tier, -round(scores[number], 8), -by_hand.texts[number].published, -number) for number, tier, _ in ranked]
    assert keys == sorted(keys), root
