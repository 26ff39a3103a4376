"""What the record says of every country at once: articles by month, the last contact with one country and those ahead,
the latest figures of a measure."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
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
# Of each country the first fact of a kind that is of home too, by the days that are kept with whom a fact concerns: the
# search ends at the first one that is wanted.
_FIRST = """
WITH chosen AS MATERIALIZED (SELECT land.value AS code, (
    SELECT facts.fact FROM concerned AS about CROSS JOIN facts USING (fact)
    WHERE about.entity_kind = 'country' AND about.key = land.value AND about.kind = :kind AND {wanted}
        AND EXISTS (
            SELECT 1 FROM concerned AS own WHERE own.entity_kind = 'country' AND own.key = :home
                AND own.kind = about.kind AND own.day = about.day AND own.number = about.number
                AND own.fact = about.fact
        )
        AND (
            SELECT COUNT(*) FROM json_each(facts.value, '$.countries') AS side WHERE side.value IN (:home, land.value)
        ) = 2
    ORDER BY {order} LIMIT 1
) AS fact FROM json_each(:codes) AS land WHERE land.value <> :home)
SELECT code, number, value FROM chosen JOIN facts USING (fact)
"""
_STAGE = "COALESCE(about.stage, json_extract(facts.value, '$.stage'), 'held')"  # of older facts it is not kept apart
_LAST_CONTACTS = _FIRST.format(
    wanted=f"""about.day <= :end_of_month AND {_STAGE} = 'held'
        AND COALESCE(json_extract(facts.value, '$.date.start'), '') <= :day""",
    order="about.day DESC, facts.doubt IS NOT NULL",
)
_CONTACTS_AHEAD = _FIRST.format(
    wanted=f"""about.day >= :recently AND {_STAGE} = 'planned'
        AND (about.day >= :day OR json_extract(facts.value, '$.date') IS NULL)""",
    order="json_extract(facts.value, '$.date') IS NULL, json_extract(facts.value, '$.date.end'), about.day DESC",
)
_LATEST_FIGURES = _FIRST.format(
    wanted="""about.code = :measure AND about.stage = 'level'
        AND json_array_length(facts.value, '$.countries') = 2""",
    order="about.day DESC, facts.doubt IS NOT NULL",
)


def months_of_countries(connection: sqlite3.Connection, since: str) -> dict[str, dict[str, int]]:
    """Code → month ("2025-11") → how many articles name the country, from the month ``since`` on."""
    months: dict[str, dict[str, int]] = {}
    for code, month, articles in connection.execute(_MONTHS, (since,)):
        months.setdefault(code, {})[month] = articles
    return months


def last_contacts(connection: sqlite3.Connection, codes: Sequence[str], home: str, day: date) -> dict[str, FactMention]:
    """Code → the latest meeting that was held with a country up to a day."""
    until = {"day": day.isoformat(), "end_of_month": f"{day.isoformat()[:7]}-31"}
    return _first_of_each(connection, _LAST_CONTACTS, FactKind.MEETING, {**_sides(codes, home), **until})


def contacts_ahead(
    connection: sqlite3.Connection, codes: Sequence[str], home: str, day: date, recently: date
) -> dict[str, FactMention]:
    """Code → the soonest meeting that is planned with a country from a day on; where none of those has a day, the one
    that was last announced, since ``recently``."""
    since = {"day": day.isoformat(), "recently": recently.isoformat()}
    return _first_of_each(connection, _CONTACTS_AHEAD, FactKind.MEETING, {**_sides(codes, home), **since})


def latest_figures(
    connection: sqlite3.Connection, codes: Sequence[str], home: str, measure: str
) -> dict[str, FactMention]:
    """Code → the level of a measure between the two countries for the latest period."""
    asked = {**_sides(codes, home), "measure": measure}
    return _first_of_each(connection, _LATEST_FIGURES, FactKind.FIGURE, asked)


def _sides(codes: Sequence[str], home: str) -> dict[str, str]:
    return {"codes": json.dumps(codes), "home": home}


def _first_of_each(
    connection: sqlite3.Connection, statement: str, kind: FactKind, asked: Mapping[str, str]
) -> dict[str, FactMention]:
    """Code → the fact that a statement chooses for it."""
    rows = connection.execute(statement, {"kind": kind.value, **asked}).fetchall()
    by_number = {each.number: each for each in headlines(connection, [number for _, number, _ in rows])}
    return {
        code: FactMention(by_number[number], fact)
        for code, number, value in rows
        if (fact := fact_of(kind.value, value))
    }
