"""What the record says of every country at once: articles by month, the last contact with one country and those ahead,
the latest figures of a measure."""

from __future__ import annotations

import sqlite3
from datetime import date

from kgtui.library.counts import FactMention
from kgtui.library.fact_rows import fact_of
from kgtui.library.reading import headlines
from kgtui.model import FactKind

_MONTHS = """
SELECT key, substr(published, 1, 7), COUNT(*)
FROM entities WHERE kind = 'country' AND published >= ?
GROUP BY 1, 2
"""
# The facts of a kind that are of home and of another country, for what is asked of them below. «~» comes after all
# digits: so a month ends after its days.
_SHARED = """
WITH shared AS (
    SELECT fact, number, published, facts.value, land.value AS code
    FROM concerned JOIN facts USING (fact, number) JOIN articles USING (number),
        json_each(facts.value, '$.countries') AS land
    WHERE concerned.entity_kind = 'country' AND concerned.key = :home AND concerned.kind = :kind
        AND land.value <> :home
        AND EXISTS (SELECT 1 FROM json_each(facts.value, '$.countries') AS own WHERE own.value = :home)
)
"""
# The bare columns are those of the fact that MAX picks; of one day a sure one comes after a doubtful one.
_LAST_CONTACTS = """
SELECT code, number, value,
    MAX(COALESCE(json_extract(value, '$.date.start'), published, '') || (json_extract(value, '$.doubt') IS NULL))
FROM shared
WHERE json_extract(value, '$.stage') IS NULL
    AND COALESCE(json_extract(value, '$.date.start'), published, '') <= :day
GROUP BY code
"""
_CONTACTS_AHEAD = """
SELECT code, number, value FROM shared
WHERE json_extract(value, '$.stage') = 'planned'
    AND COALESCE(json_extract(value, '$.date.end') || '~' >= :day, published >= :recently)
ORDER BY json_extract(value, '$.date.start') IS NULL, json_extract(value, '$.date.start'), published DESC, fact
"""
_LATEST_FIGURES = """
SELECT code, number, value, MAX(COALESCE(json_extract(value, '$.period.end'), published, '') || '~')
FROM shared
WHERE json_extract(value, '$.measure') = :measure AND json_extract(value, '$.kind') IS NULL
    AND json_array_length(value, '$.countries') = 2
GROUP BY code
"""


def months_of_countries(connection: sqlite3.Connection, since: str) -> dict[str, dict[str, int]]:
    """Code → month ("2025-11") → how many articles name the country, from the month ``since`` on."""
    months: dict[str, dict[str, int]] = {}
    for code, month, articles in connection.execute(_MONTHS, (since,)):
        months.setdefault(code, {})[month] = articles
    return months


def last_contacts(connection: sqlite3.Connection, home: str, day: date) -> dict[str, FactMention]:
    """Code → the latest meeting that was held with a country up to a day."""
    return _first_of_each(connection, _LAST_CONTACTS, home, FactKind.MEETING, day=day.isoformat())


def contacts_ahead(connection: sqlite3.Connection, home: str, day: date, recently: date) -> dict[str, FactMention]:
    """Code → the soonest meeting that is planned with a country from a day on; where none of those has a day, the one
    that was last announced since ``recently``."""
    return _first_of_each(
        connection,
        _CONTACTS_AHEAD,
        home,
        FactKind.MEETING,
        day=day.isoformat(),
        recently=recently.isoformat(),
    )


def latest_figures(connection: sqlite3.Connection, measure: str, home: str) -> dict[str, FactMention]:
    """Code → the level of a measure between the two countries for the latest period."""
    return _first_of_each(connection, _LATEST_FIGURES, home, FactKind.FIGURE, measure=measure)


def _first_of_each(
    connection: sqlite3.Connection, statement: str, home: str, kind: FactKind, **values: str
) -> dict[str, FactMention]:
    """Code → the first fact that a statement gives for it."""
    first: dict[str, tuple[int, str]] = {}
    for code, number, value, *_ in connection.execute(
        _SHARED + statement, {"home": home, "kind": kind.value, **values}
    ):
        first.setdefault(code, (number, value))
    by_number = {each.number: each for each in headlines(connection, [number for number, _ in first.values()])}
    return {
        code: FactMention(by_number[number], fact)
        for code, (number, value) in first.items()
        if (fact := fact_of(kind.value, value))
    }
