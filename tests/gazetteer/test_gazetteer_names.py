"""Every name of every state, in every case; adjectives, demonyms, abbreviations, compounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kgtui.gazetteer import Country, Gazetteer, MatchKind, Sense, load_gazetteer
from kgtui.language import fold, word

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
# Words between which a name is declined on both sides.
BOTH = {"и", "—"}
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
        if codes != {code} and not (code in ("KP", "CG") and codes):  # Корея and Конго are shared
            missed.append((code, name, form, codes))
    assert missed == []
    assert count > 1500


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_every_alias_names_its_country(gazetteer: Gazetteer, country: Country) -> None:
    shared = {"Корея", "Конго"}
    for alias in (country.code, *country.names, *country.abbreviations, *country.periphrases):
        for query in (alias, alias.lower(), alias.upper(), f" {alias} "):
            named = gazetteer.country_named(query)
            assert named is not None, query
            if alias not in shared and alias != "РК" and alias != "РА":
                assert named.code == country.code, query
