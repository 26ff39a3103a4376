"""What a word of a query asks the index for: its units by falling certainty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kgtui.search.fuzziness import SAME_BEGINNING, is_near, slips_allowed
from kgtui.search.index.protocol import Unit, View, Zone
from kgtui.search.query.nodes import Exact, Fuzzy, Initial, Prefix, Word
from kgtui.search.terms import Tier, WordTerms
from kgtui.search.units import PREFIX_LENGTHS, first_term
from kgtui.search.weights import WORTH

One = Word | Prefix | Fuzzy | Initial | Exact  # asks for single words; Exact with one form
_NEAR_WORTH = WORTH // 2  # of a word that differs by a letter


@dataclass(frozen=True, slots=True)
class Step:
    """Units that are equally sure; ``worth`` is 1…`WORTH`."""

    tier: Tier
    worth: int
    units: tuple[Unit, ...]


Ladder = tuple[Step, ...]


def ladder(asked: One, zone: Zone, view: View, *, positions: bool) -> Ladder:
    """By falling certainty; no unit twice. With ``positions`` all units have some."""
    if isinstance(asked, Word):
        return terms_ladder(asked.terms, zone, view)
    if isinstance(asked, Prefix):
        return _surely(_beginning(asked.text, zone, view, positions=positions))
    if isinstance(asked, Initial):
        return _surely(view.units(zone, "." + asked.text))
    if isinstance(asked, Exact):
        return _surely(view.units(zone, "=" + asked.forms[0]))
    same = tuple(view.units(zone, "=" + asked.text))
    near = (unit for form in _near_forms(asked.text, zone, view) for unit in view.units(zone, "=" + form))
    return Step(Tier.EXACT, WORTH, same), Step(Tier.OTHER, _NEAR_WORTH, tuple(near))


def terms_ladder(terms: WordTerms, zone: Zone, view: View) -> Ladder:
    met: set[int] = set()
    steps = []
    for rung in terms.rungs:
        found = {unit.key: unit for term in rung.terms for unit in view.units(zone, term) if unit.key not in met}
        met |= found.keys()
        steps.append(Step(rung.tier, round(rung.worth * WORTH), tuple(found.values())))
    return tuple(steps)


def _surely(units: Iterable[Unit]) -> Ladder:
    return (Step(Tier.EXACT, WORTH, tuple(units)),)


def _beginning(text: str, zone: Zone, view: View, *, positions: bool) -> Sequence[Unit]:
    if not positions and len(text) in PREFIX_LENGTHS:
        return view.units(zone, "*" + text)
    return view.units_beginning(zone, "=" + text)


def _near_forms(text: str, zone: Zone, view: View) -> Iterator[str]:
    """The forms of the index that differ from a word by the slips allowed.

    Every form that one slip may give is looked up; for two the forms that begin alike are gone through.
    """
    allowed = slips_allowed(text)
    near = _one_slip(text) if allowed else set()
    if allowed > 1:
        forms = (first_term(name)[1:] for name, _ in view.unit_names(zone, "=" + text[:SAME_BEGINNING]))
        near |= {form for form in forms if is_near(text, form)}
    yield from sorted(near - {text})


_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz0123456789-"


def _one_slip(text: str) -> set[str]:
    cuts = [(text[:at], text[at:]) for at in range(len(text) + 1)]
    left_out = {before + after[1:] for before, after in cuts if after}
    exchanged = {before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1}
    another = {before + letter + after[1:] for before, after in cuts if after for letter in _LETTERS}
    put_in = {before + letter + after for before, after in cuts for letter in _LETTERS}
    return left_out | exchanged | another | put_in
