"""The rows of the tables as values, each checked on reading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kgtui.gazetteer.tables import Row, read_table

COUNTRY_COLUMNS = (
    "code",
    "status",
    "name",
    "official",
    "names",
    "abbreviations",
    "adjectives",
    "linking",
    "demonyms",
    "capital",
    "periphrases",
)
STATUSES = ("un", "observer", "de-facto", "former")
BLOC_COLUMNS = ("code", "kind", "name", "full", "names", "members")
BLOC_KINDS = ("bloc", "bank", "un", "court", "body")
PLACE_COLUMNS = ("name", "names", "kind", "country", "members")
PLACE_KINDS = ("city", "region", "river", "lake", "mountain", "border", "macro", "sea", "other")
OFFICE_COLUMNS = ("class", "rank", "heads", "bodies", "complement")
COMPLEMENTS = ("", "genitive", "place", "post")

_COUNTRY_CODE = re.compile(r"[A-Z]{2}")
_ADJECTIVE = re.compile(r"[а-яё’-]+(?:ий|ый|ой)")
_ABBREVIATION = re.compile(r"[А-ЯЁ].*[А-ЯЁ].*")
_BLOC_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Country:
    """A state, or an actor that behaves like one.

    ``code`` is ISO 3166 alpha-2, or a code of the same shape where ISO has none (XK, AB, OS …). ``name`` is the
    everyday name, ``names`` all names in use, ``capital`` the city; ``capitals`` also its other names and second seats.
    ``linking`` are first halves of compound adjectives that no adjective yields («англо», «туркмено»).
    """

    code: str
    status: str
    name: str
    official: str
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    adjectives: tuple[str, ...]
    linking: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    periphrases: tuple[str, ...]

    @property
    def capital(self) -> str:
        return self.capitals[0] if self.capitals else ""


@dataclass(frozen=True, slots=True)
class Bloc:
    """A body of several states: ``name`` is its usual short name, ``members`` are alpha-2 codes."""

    code: str
    kind: str
    name: str
    full: str
    names: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is no state; ``country`` is an alpha-2 code, empty where it lies in several. ``members`` are the
    codes of the states that make up a part of the world."""

    name: str
    names: tuple[str, ...]
    kind: str
    country: str
    members: tuple[str, ...] = ()

    @property
    def is_macro_region(self) -> bool:
        return self.kind == "macro"


@dataclass(frozen=True, slots=True)
class Office:
    """Wordings of an office: each head alone or with each body; ``rank`` 1 is the highest.

    ``complement`` says what may follow: "genitive" – the name of what is headed («министр экономики»),
    "place" – a place («мэр Бишкека»), "post" – where its holder serves («посол КР в Японии»).
    """

    klass: str
    rank: int
    heads: tuple[str, ...]
    bodies: tuple[str, ...]
    complement: str


def read_countries(folder: Path) -> dict[str, tuple[Country, Row]]:
    countries: dict[str, tuple[Country, Row]] = {}
    for row in read_table(folder / "countries.tsv", COUNTRY_COLUMNS):
        code = row.text("code")
        if not _COUNTRY_CODE.fullmatch(code):
            raise row.error(f"{code!r} is no code of two capital letters")
        if code in countries:
            raise row.error(f"the code {code!r} stands on line {countries[code][1].line} as well")
        countries[code] = (_country(code, row), row)
    return countries


def _country(code: str, row: Row) -> Country:
    name, official = row.text("name"), row.text("official")
    for adjective in row.items("adjectives"):
        if not _ADJECTIVE.fullmatch(adjective):
            raise row.error(f"the adjective {adjective!r} is no lower-case masculine nominative")
    for abbreviation in row.items("abbreviations"):
        if not _ABBREVIATION.fullmatch(abbreviation):
            raise row.error(f"the abbreviation {abbreviation!r} has fewer than two capital letters")
    for alias in (name, official, *row.items("names"), *row.items("capital")):
        if not alias[0].isupper():
            raise row.error(f"the name {alias!r} does not begin with a capital")
    return Country(
        code=code,
        status=row.one_of("status", STATUSES),
        name=name,
        official=official,
        names=tuple(dict.fromkeys((name, official, *row.items("names")))),
        abbreviations=row.items("abbreviations"),
        adjectives=row.items("adjectives"),
        linking=row.items("linking"),
        demonyms=row.items("demonyms"),
        capitals=row.items("capital"),
        periphrases=row.items("periphrases"),
    )


def read_blocs(folder: Path, countries: Mapping[str, object]) -> dict[str, tuple[Bloc, Row]]:
    blocs: dict[str, tuple[Bloc, Row]] = {}
    for row in read_table(folder / "blocs.tsv", BLOC_COLUMNS):
        code = row.text("code")
        if not _BLOC_CODE.fullmatch(code):
            raise row.error(f"{code!r} is no code of capital letters, digits and hyphens")
        if code in blocs:
            raise row.error(f"the code {code!r} stands on line {blocs[code][1].line} as well")
        members = row.items("members")
        for member in members:
            if member not in countries:
                raise row.error(f"the member {member!r} is no code of countries.tsv")
        name, full = row.text("name"), row.text("full")
        names = tuple(dict.fromkeys((name, full, *row.items("names"))))
        blocs[code] = (Bloc(code, row.one_of("kind", BLOC_KINDS), name, full, names, members), row)
    return blocs


def read_places(folder: Path, countries: Mapping[str, object]) -> list[tuple[Place, Row]]:
    places = []
    for row in read_table(folder / "places.tsv", PLACE_COLUMNS):
        name, country = row.text("name"), row.cells["country"]
        if country and country not in countries:
            raise row.error(f"{country!r} is no code of countries.tsv")
        members = row.items("members")
        if unknown := [code for code in members if code not in countries]:
            raise row.error(f"{unknown[0]!r} is no code of countries.tsv")
        names = tuple(dict.fromkeys((name, *row.items("names"))))
        places.append((Place(name, names, row.one_of("kind", PLACE_KINDS), country, members), row))
    return places


def read_offices(folder: Path) -> list[tuple[Office, Row]]:
    offices = []
    for row in read_table(folder / "offices.tsv", OFFICE_COLUMNS):
        rank = row.text("rank")
        if not rank.isdecimal():
            raise row.error(f"the rank {rank!r} is no number")
        heads = row.items("heads")
        if not heads:
            raise row.error("column 'heads' is empty")
        complement = row.one_of("complement", COMPLEMENTS)
        offices.append((Office(row.text("class"), int(rank), heads, row.items("bodies"), complement), row))
    return offices
