"""What readers correct holds wherever facts are read, and no new extraction undoes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgtui.corrections import Amend, Change, Corrections, Hide, Merge, Place, Rename, Split
from kgtui.language import analyse
from kgtui.library import Library, ReadOnly, open_library
from kgtui.library.results import FacetKind
from kgtui.model import (
    Actor,
    Amount,
    Doubt,
    EntityKind,
    FactKind,
    Facts,
    Figure,
    Meeting,
    Period,
    Promise,
    PromiseStage,
    Quote,
    Span,
)
from kgtui.model.codec import plain

from .conftest import found, item, named, settings_for

PERSON, COUNTRY = EntityKind.PERSON, EntityKind.COUNTRY
TEXT = "Мирзиеев пообещал Киргизии 5 млрд долларов. «Мы построим ГЭС», — сказал Мирзиеев. Токаев согласился."
OTHER = "Шавкат Мирзиёев в Бишкеке. Мирзиеев говорил с Токаевым."
SHORT = Actor(PERSON, "мирзиеев", "Мирзиеев")
FULL = Actor(PERSON, "шавкат мирзиеев", "Шавкат Мирзиёев")


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


FIGURE = Figure(at(TEXT, "5 млрд долларов"), Amount("USD", 5e9), countries=("KG",), doubt=Doubt.HERALDED_OFFICE)
FACTS = Facts(
    1,
    (
        named(PERSON, "мирзиеев", TEXT, "Мирзиеев", country="UZ"),
        named(COUNTRY, "KG", TEXT, "Киргизии"),
        named(PERSON, "токаев", TEXT, "Токаев", country="KZ"),
    ),
    figures=(FIGURE,),
    quotes=(Quote(at(TEXT, "Мы построим ГЭС"), (at(TEXT, "Мы построим ГЭС"),), direct=True, speaker=SHORT),),
    meetings=(Meeting(at(TEXT, "согласился"), "talks", "переговоры", participants=(SHORT,)),),
    promises=(Promise(at(TEXT, "построим ГЭС"), PromiseStage.PLANNED, "построить ГЭС", who=(SHORT,)),),
)
OTHER_FACTS = Facts(
    1,
    (
        named(PERSON, "шавкат мирзиеев", OTHER, "Шавкат Мирзиёев", role="президент", country="UZ"),
        named(PERSON, "мирзиеев", OTHER, "Мирзиеев"),
        named(PERSON, "токаев", OTHER, "Токаевым"),
    ),
    meetings=(Meeting(at(OTHER, "говорил"), "talks", "переговоры", participants=(SHORT, FULL)),),
)
MERGE = Merge(PERSON, "мирзиеев", "Мирзиеев", "шавкат мирзиеев", "Шавкат Мирзиёев")


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def filled(library: Library) -> Library:
    put(library, "a", TEXT, FACTS)
    put(library, "b", OTHER, OTHER_FACTS)
    return library


def put(library: Library, id_: str, text: str, facts: Facts) -> None:
    document, _, _ = item(id_, text, day=1 if id_ == "a" else 2)
    library.add([(document, analyse(text), facts)])


def facts(library: Library, id_: str = "a") -> Facts:
    article = library.article_by_id(id_)
    assert article is not None
    return library.facts(article.number)


def place(kind: str, words: str, text: str = TEXT, article: str = "a") -> Place:
    return Place(article, kind, at(text, words), words)


def test_a_hidden_fact_is_gone_everywhere_until_undone(filled: Library) -> None:
    filled.correct(Hide(place("figure", "5 млрд долларов")))
    assert facts(filled) == replace(FACTS, figures=())
    assert filled.facts_about(FactKind.FIGURE, COUNTRY, "KG") == []
    filled.undo_correction()
    assert facts(filled) == FACTS
    assert [each.fact for each in filled.facts_about(FactKind.FIGURE, COUNTRY, "KG")] == [FIGURE]


def test_a_hidden_entity_is_not_counted(filled: Library) -> None:
    assert found(filled, "страна:Киргизия") == ["a"]
    filled.correct(Hide(place("country", "Киргизии")))
    assert found(filled, "страна:Киргизия") == []
    assert filled.country_counts() == []
    assert filled.numbers_naming(EntityKind.COUNTRY, "KG") == {}
    assert filled.mentions(COUNTRY, "KG") == []
    assert [each.key for each in filled.entities()] == ["мирзиеев", "токаев", "шавкат мирзиеев"]
    assert filled.stats().entities == 3


def test_one_mention_alone(filled: Library) -> None:
    filled.correct(Hide(place("person", "Мирзиеев"), mention_only=True))
    person = facts(filled).entities[0]
    assert person.spans == FACTS.entities[0].spans[1:]
    assert next(each.mentions for each in filled.entities(PERSON) if each.key == "мирзиеев") == 2


def test_an_amended_figure(filled: Library) -> None:
    values = {"amount": plain(Amount("USD", 1.7e9)), "period": plain(Period("2025", "2025")), "countries": ["KZ"]}
    filled.correct(Amend(place("figure", "5 млрд долларов"), values))
    (figure,) = facts(filled).figures
    assert (figure.amount.value, figure.countries, figure.doubt) == (1.7e9, ("KZ",), None)
    assert (figure.found_by, figure.span) == ("reader", FIGURE.span)
    assert [each.fact for each in filled.facts_about(FactKind.FIGURE, COUNTRY, "KZ")] == [figure]
    assert filled.facts_about(FactKind.FIGURE, COUNTRY, "KG") == []


def test_an_amended_speaker(filled: Library) -> None:
    speaker = Actor(PERSON, "токаев", "Токаев")
    filled.correct(Amend(place("quote", "Мы построим ГЭС"), {"speaker": plain(speaker)}))
    assert facts(filled).quotes[0].speaker == speaker
    assert len(filled.facts_about(FactKind.QUOTE, PERSON, "токаев")) == 1
    assert facts(filled).promises[0].who == (speaker,)  # «мы построим»
    assert len(filled.facts_about(FactKind.PROMISE, PERSON, "токаев")) == 1
    assert filled.facts_about(FactKind.PROMISE, PERSON, "мирзиеев") == []
    filled.correct(Amend(place("quote", "Мы построим ГЭС"), {"speaker": None}))
    assert facts(filled).quotes[0].speaker is None
    assert facts(filled).promises[0].who == ()
    while filled.undo_correction():
        pass
    assert facts(filled) == FACTS


def test_who_speaks_tells_of_what_others_are_to_do(filled: Library) -> None:
    """Whoever the words themselves name as the doer stays; only who tells it is another."""
    named_there = named(PERSON, "рахмон", TEXT, "ГЭС")
    promise = replace(FACTS.promises[0], who=(Actor(PERSON, "рахмон", "ГЭС"),), speaker=SHORT)
    put(filled, "a", TEXT, replace(FACTS, version=2, entities=(*FACTS.entities, named_there), promises=(promise,)))
    speaker = Actor(PERSON, "токаев", "Токаев")
    filled.correct(Amend(place("quote", "Мы построим ГЭС"), {"speaker": plain(speaker)}))
    assert (facts(filled).promises[0].who, facts(filled).promises[0].speaker) == (promise.who, speaker)
    filled.correct(Amend(place("quote", "Мы построим ГЭС"), {"speaker": plain(promise.who[0])}))
    assert (facts(filled).promises[0].who, facts(filled).promises[0].speaker) == (promise.who, None)
    filled.correct(Amend(place("quote", "Мы построим ГЭС"), {"speaker": plain(SHORT)}))
    assert facts(filled).promises == (promise,)


def test_an_entity_of_another_name_speaks_under_it(filled: Library) -> None:
    """As where a namesake is split off in an article."""
    values = {"name": "Мирзиеев (борец)", "key": "мирзиеев борец"}
    filled.correct(Amend(place("person", "Мирзиеев"), values))
    named_now = facts(filled)
    assert named_now.entities[0].key == "мирзиеев борец"
    assert named_now.quotes[0].speaker == Actor(PERSON, "мирзиеев борец", "Мирзиеев (борец)")
    assert named_now.meetings[0].participants[0].name == "Мирзиеев (борец)"
    assert named_now.promises[0].who[0].name == "Мирзиеев (борец)"
    assert [each.headline.id for each in filled.mentions(PERSON, "мирзиеев")] == ["b"]


def test_two_persons_are_one(filled: Library) -> None:
    filled.correct(MERGE)
    assert [each.headline.id for each in filled.mentions(PERSON, "шавкат мирзиеев")] == ["b", "a"]
    assert filled.mentions(PERSON, "мирзиеев") == []
    (person,) = [each for each in filled.entities(PERSON) if "мирзиеев" in each.key]
    assert (person.name, person.articles, person.mentions) == ("Шавкат Мирзиёев", 2, 4)
    joined = facts(filled, "b").entities[0]
    assert (joined.role, [span.of(OTHER) for span in joined.spans]) == ("президент", ["Шавкат Мирзиёев", "Мирзиеев"])
    assert facts(filled).quotes[0].speaker == FULL
    assert facts(filled, "b").meetings[0].participants == (FULL,)
    assert len(filled.facts_about(FactKind.MEETING, PERSON, "шавкат мирзиеев")) == 2
    assert len(filled.facts_about(FactKind.QUOTE, PERSON, "шавкат мирзиеев")) == 1
    filled.correct(Split(PERSON, "мирзиеев", "Мирзиеев"))
    assert facts(filled) == FACTS
    filled.undo_correction()
    assert len(filled.mentions(PERSON, "шавкат мирзиеев")) == 2


def test_a_chain_of_merges_ends_at_the_last(filled: Library) -> None:
    filled.correct(MERGE)
    filled.correct(Merge(PERSON, "шавкат мирзиеев", "Шавкат Мирзиёев", "токаев", "Токаев"))
    (person,) = filled.entities(PERSON)
    assert (person.key, person.articles) == ("токаев", 2)


def test_another_name(filled: Library) -> None:
    filled.correct(Rename(PERSON, "токаев", "Касым-Жомарт Токаев", "Токаев"))
    assert [each.name for each in filled.entities(PERSON) if each.key == "токаев"] == ["Касым-Жомарт Токаев"]


def test_articles_that_come_later_are_corrected_too(filled: Library) -> None:
    filled.correct(MERGE)
    filled.correct(Hide(place("figure", "5 млрд долларов", article="c")))
    put(filled, "c", TEXT, FACTS)
    assert facts(filled, "c").figures == ()
    assert len(filled.mentions(PERSON, "шавкат мирзиеев")) == 3
    filled.remove("c")
    assert len(filled.mentions(PERSON, "шавкат мирзиеев")) == 2
    assert facts(filled, "b").entities[0].key == "шавкат мирзиеев"


def test_a_new_extraction_undoes_nothing(filled: Library) -> None:
    filled.correct(Hide(place("figure", "5 млрд долларов")))
    filled.correct(Amend(place("person", "Токаев"), {"role": "президент"}))
    wider = replace(FIGURE, span=at(TEXT, "5 млрд долларов"), found_by="money")
    changed = replace(FACTS, version=2, figures=(wider,), entities=tuple(reversed(FACTS.entities)))
    put(filled, "a", TEXT, changed)
    assert facts(filled).figures == ()
    assert {each.key: each.role for each in facts(filled).entities} == {
        "токаев": "президент",
        "KG": None,
        "мирзиеев": None,
    }


def test_a_fact_that_covers_nearly_the_same_words_is_the_same(filled: Library) -> None:
    filled.correct(Hide(place("figure", "5 млрд долларов")))
    for version, words, left in ((2, "Киргизии 5 млрд долларов", 0), (3, "5", 1)):
        figure = replace(FIGURE, span=at(TEXT, words))
        put(filled, "a", TEXT, replace(FACTS, version=version, figures=(figure,)))
        assert len(facts(filled).figures) == left


def test_words_that_have_moved_are_found(filled: Library) -> None:
    filled.correct(Hide(place("figure", "5 млрд долларов")))
    text = f"Ташкент. {TEXT}"
    put(filled, "a", text, replace(FACTS, figures=(replace(FIGURE, span=at(text, "5 млрд долларов")),)))
    assert facts(filled).figures == ()


def test_what_is_not_there_is_left(filled: Library) -> None:
    for change in (
        Hide(place("quote", "Мирзиеев")),
        Hide(Place("nowhere", "figure", Span(1, 2), "5")),
        Amend(Place("a", "person", Span(900, 905), "Рахмон"), {"role": "посол"}),
        Rename(PERSON, "рахмон", "Эмомали Рахмон", "Рахмон"),
    ):
        filled.correct(change)
    assert facts(filled) == FACTS


def test_the_readers_own_lie_on_the_shared_ones(filled: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled.correct(Amend(place("figure", "5 млрд долларов"), {"about": "кредит"}), shared=True)
    filled.correct(Amend(place("figure", "5 млрд долларов"), {"about": "грант"}))
    assert facts(filled).figures[0].about == "грант"
    assert [(each.shared, each.undone) for each in filled.corrections()] == [(True, False), (False, False)]
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "another reader"))
    with open_library(folder, settings=settings_for(folder)) as another:
        assert facts(another).figures[0].about == "кредит"
    filled.undo_correction(shared=True)
    assert facts(filled).figures[0].about == "грант"


def test_search_follows_what_is_shared(filled: Library) -> None:
    assert found(filled, 'кто:"Шавкат Мирзиёев"') == ["b"]
    seen = filled.change
    filled.correct(MERGE, shared=True)
    assert found(filled, 'кто:"Шавкат Мирзиёев"') == ["a", "b"]
    assert filled.new_articles("мирзиеев", since=seen).results.total == 0
    put(filled, "c", TEXT, FACTS)
    assert found(filled, 'кто:"Шавкат Мирзиёев"') == ["a", "b", "c"]
    filled.rebuild()
    assert found(filled, 'кто:"Шавкат Мирзиёев"') == ["a", "b", "c"]
    filled.undo_correction(shared=True)
    assert found(filled, 'кто:"Шавкат Мирзиёев"') == ["b"]


BODY = EntityKind.ORGANISATION
OFFICE, FULL_OFFICE = "кабмин кр", "кабинет министров кр"
ONE_BODY = Merge(BODY, OFFICE, "Кабмин КР", FULL_OFFICE, "Кабинет министров КР")


def about_offices(library: Library) -> None:
    for id_, name, key in (("k", "Кабмин КР", OFFICE), ("m", "Кабинет министров КР", FULL_OFFICE)):
        text = f"{name} решил строить."
        put(library, id_, text, Facts(1, (named(BODY, key, text, name),)))
    text = "Кабмин КР и Кабинет министров КР."
    both = named(BODY, OFFICE, text, "Кабмин КР"), named(BODY, FULL_OFFICE, text, "Кабинет министров КР")
    put(library, "both", text, Facts(1, both))


def bodies(library: Library) -> list[tuple[str, int]]:
    """What the list of all can be narrowed by; what each value finds is what it says."""
    facets = {facet.kind: facet.values for facet in library.facets(library.numbers(), limit=0)}
    for value in facets[FacetKind.BODY]:
        assert library.search(value.query, mend=False).total == value.articles, value
    return [(value.name, value.articles) for value in facets[FacetKind.BODY]]


@pytest.mark.parametrize("shared", [False, True])
def test_search_and_facets_take_two_bodies_for_one(filled: Library, shared: bool) -> None:
    about_offices(filled)
    before = bodies(filled)
    assert before == [("Кабинет министров КР", 2), ("Кабмин КР", 2)]
    filled.correct(ONE_BODY, shared=shared)
    every = ["both", "k", "m"]
    for rebuilt in (False, True):
        if rebuilt:
            filled.rebuild()
        assert bodies(filled) == [("Кабинет министров КР", 3)]
        assert found(filled, 'орган:="Кабинет министров КР"') == every
        assert found(filled, 'орган:="Кабмин КР"') == every  # a saved search goes on
        assert found(filled, 'орган:"кабинетом министров"') == every
        assert found(filled, "решил -орган:министров") == []
        (hit,) = filled.search('орган:="Кабинет министров КР" решил -"кабинет министров"').hits
        assert hit.snippet is not None
        assert [span.of(hit.snippet.text) for span in hit.snippet.spans] == ["Кабмин КР", "решил"]
    assert len(filled.new_articles('орган:="Кабинет министров КР"', since=0).results.hits) == 3
    filled.undo_correction(shared=shared)
    assert bodies(filled) == before
    assert found(filled, 'орган:="Кабмин КР"') == ["both", "k"]
    filled.rebuild()
    assert bodies(filled) == before


@pytest.mark.parametrize("shared", [False, True])
def test_search_and_facets_take_another_name(filled: Library, shared: bool) -> None:
    about_offices(filled)
    filled.correct(Rename(BODY, OFFICE, "Правительство КР", "Кабмин КР"), shared=shared)
    assert bodies(filled) == [("Кабинет министров КР", 2), ("Правительство КР", 2)]
    for query in ('орган:="Правительство КР"', 'орган:="Кабмин КР"', "орган:правительство"):
        assert found(filled, query) == ["both", "k"]


@pytest.mark.parametrize("shared", [False, True])
def test_search_and_facets_take_what_one_article_names_otherwise(filled: Library, shared: bool) -> None:
    """A body that is none, and one of the same name that is another: in one article alone."""
    about_offices(filled)
    before = bodies(filled)
    at_k = place("organisation", "Кабмин КР", "Кабмин КР решил строить.", "k")
    filled.correct(Amend(at_k, {"name": "Кабмин (область)", "key": "кабмин область"}), shared=shared)
    for rebuilt in (False, True):
        if rebuilt:
            filled.rebuild()
        assert sorted(bodies(filled)) == [("Кабинет министров КР", 2), ("Кабмин (область)", 1), ("Кабмин КР", 1)]
        assert found(filled, 'орган:="Кабмин КР"') == ["both"]
        assert found(filled, 'орган:="Кабмин (область)"') == found(filled, "орган:область") == ["k"]
    filled.correct(ONE_BODY, shared=shared)
    assert sorted(bodies(filled)) == [("Кабинет министров КР", 2), ("Кабмин (область)", 1)]
    filled.correct(Hide(at_k), shared=shared)
    assert bodies(filled) == [("Кабинет министров КР", 2)]
    assert found(filled, 'орган:="Кабмин (область)"') == []
    for _ in range(3):
        filled.undo_correction(shared=shared)
    assert bodies(filled) == before


def test_a_merge_of_the_readers_own_lies_on_the_shared_ones(filled: Library) -> None:
    about_offices(filled)
    filled.correct(Rename(BODY, FULL_OFFICE, "Правительство", "Кабинет министров КР"), shared=True)
    filled.correct(replace(ONE_BODY, into_name="Правительство"))
    assert bodies(filled) == [("Правительство", 3)]
    filled.remove("m", "both")
    assert bodies(filled) == [("Правительство", 1)]


def test_what_cannot_be_shared_is_kept_by_the_reader(
    filled: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("kgtui.library.lock.os.open", refused)
        with pytest.raises(ReadOnly):
            filled.correct(MERGE, shared=True)
    assert filled.corrections() == []
    filled.correct(MERGE)
    assert len(filled.corrections()) == 1
    assert not (folder / "corrections.jsonl").exists()


words = st.sampled_from(["Мирзиеев", "Токаев", "Киргизии", "5 млрд долларов", "Мы построим ГЭС", "построим ГЭС", "ГЭС"])
kinds = st.sampled_from([*(kind.value for kind in EntityKind), *(kind.value for kind in FactKind)])
places = st.builds(place, kinds, words)
keys = st.sampled_from(["мирзиеев", "шавкат мирзиеев", "токаев"])
changes = st.one_of(
    st.builds(Hide, places, st.booleans()),
    st.builds(lambda said, name: Amend(place("person", said), {"name": name, "key": name}), words, keys),
    st.builds(lambda said: Amend(place("figure", said), {"countries": ["TJ"]}), words),
    st.builds(Merge, st.just(PERSON), keys, keys, keys, keys),
    st.builds(Split, st.just(PERSON), keys, keys),
    st.builds(Rename, st.just(PERSON), keys, st.text(max_size=9), keys),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(changes, max_size=6))
def test_any_corrections_undone_leave_what_was(filled: Library, made: list[Change]) -> None:
    while filled.undo_correction():  # what a failed example has left
        pass
    for change in made:
        filled.correct(change)
        standing = Corrections(tuple(filled.standing_corrections()))
        for id_, text, was in (("a", TEXT, FACTS), ("b", OTHER, OTHER_FACTS)):
            assert facts(filled, id_) == standing.applied(id_, text, was)
    for _ in made:
        assert filled.undo_correction()
    assert filled.undo_correction() is None
    assert (facts(filled), facts(filled, "b")) == (FACTS, OTHER_FACTS)
    assert [each.key for each in filled.entities()] == ["мирзиеев", "токаев", "KG", "шавкат мирзиеев"]
