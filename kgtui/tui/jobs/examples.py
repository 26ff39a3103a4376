"""Examples of the query language from the open library: its most frequent person, body, place, month…"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kgtui.locale import t
from kgtui.model import EntityKind

if TYPE_CHECKING:
    from kgtui.library import Library

# In the order in which they are explained; each has an example and a sentence in the catalogue.
CONSTRUCTS = (
    "words",
    "phrase",
    "exact",
    "prefix",
    "fuzzy",
    "either",
    "without",
    "near",
    "person",
    "country",
    "body",
    "place",
    "project",
    "source",
    "month",
    "months",
    "week",
)
_NAMED = {
    "person": (EntityKind.PERSON,),
    "country": (EntityKind.COUNTRY,),
    "body": (EntityKind.BLOC, EntityKind.ORGANISATION),
    "place": (EntityKind.PLACE,),
    "project": (EntityKind.PROJECT,),
}
_SECOND = {"country"}  # the most frequent one is in nearly all articles


def examples(library: Library) -> Mapping[str, str]:
    """A query for each construct of which the library has something to show."""
    found = {name: _field_example(name, value) for name, value in _values(library).items()}
    for name in CONSTRUCTS:
        if name not in _NAMED and name not in ("source", "month", "months"):
            found[name] = t(f"screen.query.{name}.example")
    return found


def _field_example(name: str, value: str) -> str:
    return t(f"screen.query.{name}.example", value=f'"{value}"' if " " in value else value)


def _values(library: Library) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, kinds in _NAMED.items():
        counted = [each for kind in kinds for each in library.entities(kind, limit=2)]
        counted.sort(key=lambda each: -each.articles)
        if counted:
            values[name] = counted[-1 if name in _SECOND else 0].name
    for facet in library.facets(library.numbers()):
        if facet.kind.value == "source":
            values["source"] = facet.values[0].name
        if facet.kind.value == "month":
            months = sorted(value.name for value in facet.values)
            values["month"], values["months"] = months[-1], f"{months[0]}..{months[-1]}"
    if "person" in values:
        values["person"] = values["person"].rpartition(" ")[2]
    return values
