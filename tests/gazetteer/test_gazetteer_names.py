"""Every name of every state, in every case; adjectives, demonyms, abbreviations, compounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kgtui.gazetteer import Country, Gazetteer, load_gazetteer
from kgtui.language import fold, word

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
# Words between which a name is declined on both sides.
BOTH = {"и", "—"}
# Words that two states share.
SHARED = {"Корея", "Конго", "РК", "РА"}
COUNTRIES = list(load_gazetteer().countries.values())
Seen = Callable[[str], list[tuple[str, str, str]]]


def declined_word(text: str, case: str) -> str | None:
    """A form of a nominative word of the same number, None where it is no nominative."""
    parsed = word(text)
    readings = [r for r in parsed.readings if r.case == "nomn" and r.pos in ("NOUN", "ADJF")]
    best = [r for r in readings if fold(r.lemma) == fold(text)] or readings
    if not best:
        return None
    return best[0].inflect(case, best[0].number or "sing")


def declined(name: str, case: str) -> str | None:
    """A name in a case: its words up to the first noun are declined, and those after «и»."""
    words, open_ = [], True
    for text in name.split():
        form = declined_word(text, case) if open_ else None
        if open_ and form is None and text not in BOTH:
            return None
        words.append(text if form is None else text[0] + form[1:] if text[0].isupper() else form)
        is_noun = word(text).readings[0].pos == "NOUN"
        open_ = text in BOTH or (open_ and not is_noun)
    return " ".join(words)


def all_forms() -> Iterator[tuple[str, str, str]]:
    """Code, name, form: of names whose words the dictionary knows."""
    for country in COUNTRIES:
        for name in country.names:
            if name in country.abbreviations or not all(word(part).known for part in name.split() if part[0].isalpha()):
                continue
            for case in CASES:
                form = declined(name, case)
                if form is not None and "-" not in form:
                    yield country.code, name, form


def test_all_members_of_the_united_nations_are_known() -> None:
    assert sum(country.status == "un" for country in COUNTRIES) == 193


def test_every_name_is_found_in_every_case(seen: Seen) -> None:
    missed = []
    count = 0
    for code, name, form in all_forms():
        count += 1
        text = f"Вчера газета писала: правительство {form} ответило."
        codes = {c for kind, c, _surface in seen(text) if kind == "country"}
        if codes != {code} and name not in SHARED:
            missed.append((code, name, form, codes))
    assert missed == []
    assert count > 1500


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_every_alias_names_its_country(gazetteer: Gazetteer, country: Country) -> None:
    aliases = {country.code, *country.names, *country.abbreviations, *country.periphrases} - SHARED
    for alias in aliases:
        for query in (alias, alias.lower(), alias.upper(), f" {alias} "):
            assert gazetteer.country_named(query) is country, query


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("киргизии", "KG"),
        ("Кыргызской Республикой", "KG"),
        ("кр", "KG"),
        ("кнр", "CN"),
        ("tj", "TJ"),
        ("корее", "KR"),
        ("рк", "KZ"),
        ("эмиратах", "AE"),
        ("Соединенными Штатами Америки", "US"),
        ("Боснии и Герцеговине", "BA"),
        ("белоруссию", "BY"),
    ],
)
def test_a_query_names_a_country_in_any_form(gazetteer: Gazetteer, query: str, code: str) -> None:
    named = gazetteer.country_named(query)
    assert named is not None
    assert named.code == code


@pytest.mark.parametrize("query", ["", " ", "киргизский", "Бишкек", "Киргизия и Россия", "кыргызстанец", "груз", "ШОС"])
def test_a_query_that_is_no_country(gazetteer: Gazetteer, query: str) -> None:
    assert gazetteer.country_named(query) is None


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_every_adjective_and_demonym_is_found_in_every_case(seen: Seen, country: Country) -> None:
    shared = {"корейский", "конголезский", "конголезец", "конголезка"}
    missed = []
    for adjective in sorted(set(country.adjectives) - shared):
        for case in CASES:
            form = word(adjective).readings[0].inflect(case, "masc", "sing") if word(adjective).known else None
            if form is not None and country.code not in codes_in(seen, f"Речь о {form} заводе."):
                missed.append(form)
    for demonym in sorted(set(country.demonyms) - shared):
        form = word(demonym).readings[0].inflect("accs", "sing")
        if form is not None and country.code not in codes_in(seen, f"Вчера наградили одного: {form}."):
            missed.append(form)
    assert missed == []


def test_adjectives_that_the_dictionary_lacks_are_declined(seen: Seen) -> None:
    assert codes_in(seen, "о коста-риканском заводе и кыргызстанских компаниях") == {"CR", "KG"}


def codes_in(seen: Seen, text: str) -> set[str]:
    return {code for kind, code, _surface in seen(text) if kind == "country"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("киргизско-российской комиссии", ["KG", "RU"]),
        ("кыргызско-таджикского взаимодействия", ["KG", "TJ"]),
        ("узбекско-кыргызско-таджикский стык", ["UZ", "KG", "TJ"]),
        ("белорусско-кыргызских отношений", ["BY", "KG"]),
        ("туркмено-афганская граница", ["TM", "AF"]),
        ("туркменско-иранский проект", ["TM", "IR"]),
        ("китайско-кыргызский форум", ["CN", "KG"]),
        ("англо-французский", ["GB", "FR"]),
        ("Узбекско-Кыргызский банк", ["UZ", "KG"]),
        ("КЫРГЫЗСКО-КИТАЙСКОЕ СОТРУДНИЧЕСТВО", ["KG", "CN"]),
        ("кыргызско - российский банк", ["KG", "RU"]),
        ("кыргызско‑казахской границе", ["KG", "KZ"]),
        ("кыргызско-европейский форум", ["KG"]),
        ("американo-российских связей", ["US", "RU"]),
        ("дорога Китай-Кыргызстан-Узбекистан", ["CN", "KG", "UZ"]),
        ("диалог РФ-КР", ["RU", "KG"]),
        ("торгово-экономическое научно-техническое", []),
        ("Сан-Франциско", []),
    ],
)
def test_halves_of_compounds_are_found(seen: Seen, text: str, codes: list[str]) -> None:
    assert sorted(code for kind, code, _surface in seen(text) if kind == "country") == sorted(codes)


def test_a_compound_adjective_carries_its_countries_whole(seen: Seen) -> None:
    assert {surface for _kind, _code, surface in seen("о киргизско-российской комиссии")} == {"киргизско-российской"}


def test_names_in_a_chain_have_spans_of_their_own(seen: Seen) -> None:
    assert [surface for _kind, _code, surface in seen("дорога Китай-Кыргызстан")] == ["Китай", "Кыргызстан"]
