"""The record's schema, version by version. A version that was ever released is never edited; a new one is appended."""

from __future__ import annotations

import sqlite3

_ARTICLES = """
CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    given_id TEXT NOT NULL,            -- as the document calls itself; id may have a suffix
    title TEXT NOT NULL,
    published TEXT,                    -- YYYY-MM-DD
    published_from TEXT,
    published_doubtful INTEGER NOT NULL,
    source TEXT,
    publisher TEXT,
    url TEXT,
    body_start INTEGER NOT NULL,
    body_end INTEGER NOT NULL,
    digest BLOB NOT NULL,
    added TEXT NOT NULL,               -- ISO 8601, UTC
    change INTEGER NOT NULL UNIQUE,    -- when it was last written, counted in writes
    UNIQUE (origin, given_id)
);
CREATE TABLE texts (
    number INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    text TEXT NOT NULL
);
CREATE TABLE tombstones (
    number INTEGER PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE
);
CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    change INTEGER NOT NULL,
    identity TEXT NOT NULL             -- of this record alone: an index of another one is never taken for its own
);
INSERT INTO state VALUES (1, 0, lower(hex(randomblob(16))));
CREATE INDEX articles_newest ON articles (published DESC, number DESC);
"""

_FACTS = """
ALTER TABLE articles ADD COLUMN facts_version INTEGER NOT NULL DEFAULT 0;
CREATE TABLE entities (
    entity INTEGER PRIMARY KEY,
    number INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT,
    role_start INTEGER,
    role_end INTEGER,
    country TEXT,
    found_by TEXT NOT NULL,
    doubtful INTEGER NOT NULL,
    mentions INTEGER NOT NULL
);
CREATE TABLE mentions (
    entity INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (entity, start, end)
) WITHOUT ROWID;
CREATE INDEX entities_of_article ON entities (number);
CREATE INDEX entities_by_key ON entities (kind, key, number);
"""

_REPRINTS = """
CREATE TABLE wordings (                -- the bodies of articles, each once
    wording INTEGER PRIMARY KEY AUTOINCREMENT,
    digest BLOB NOT NULL UNIQUE,
    hashes BLOB NOT NULL               -- its fingerprints: what to take out with it
);
CREATE TABLE worded (                  -- an article that is not here is placed at the next write
    number INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    version INTEGER NOT NULL,          -- of the method
    wording INTEGER                    -- NULL: too short to be a reprint
);
CREATE INDEX worded_so ON worded (wording);
CREATE TABLE fingerprints (
    hash INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    PRIMARY KEY (hash, wording)
) WITHOUT ROWID;
CREATE TABLE likenesses (              -- each pair both ways
    wording INTEGER NOT NULL,
    other INTEGER NOT NULL,
    shared REAL NOT NULL,
    ratio REAL NOT NULL,
    alike INTEGER NOT NULL,
    PRIMARY KEY (wording, other)
) WITHOUT ROWID;
CREATE TABLE reprints (
    number INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    name TEXT NOT NULL                 -- of the group: the id of its earliest article
);
CREATE INDEX reprints_by_name ON reprints (name);
"""

_STATEMENTS = """
ALTER TABLE articles ADD COLUMN recogniser_version INTEGER NOT NULL DEFAULT 0;  -- 0: none took part in the facts
ALTER TABLE articles ADD COLUMN document_change INTEGER NOT NULL DEFAULT 0;     -- as change, of the document alone
UPDATE articles SET document_change = change;
CREATE INDEX articles_by_facts ON articles (facts_version);
CREATE TABLE entities_with_doubt (
    entity INTEGER PRIMARY KEY,
    number INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT,
    role_start INTEGER,
    role_end INTEGER,
    country TEXT,
    found_by TEXT NOT NULL,
    doubt TEXT,
    mentions INTEGER NOT NULL
);
INSERT INTO entities_with_doubt
    SELECT entity, number, kind, key, name, role, role_start, role_end, country, found_by,
        CASE WHEN doubtful THEN 'unstated' END, mentions
    FROM entities;
DROP TABLE entities;
ALTER TABLE entities_with_doubt RENAME TO entities;
CREATE INDEX entities_of_article ON entities (number);
CREATE INDEX entities_by_key ON entities (kind, key, number);
CREATE TABLE facts (                   -- of the version that their article says
    fact INTEGER PRIMARY KEY,
    number INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    kind TEXT NOT NULL,                -- figure, quote, statement, meeting, promise, period
    start INTEGER,
    end INTEGER,
    found_by TEXT,
    doubt TEXT,
    value TEXT NOT NULL                -- the whole fact as JSON
);
CREATE INDEX facts_of_article ON facts (number);
CREATE TABLE concerned (               -- whom a fact is about: countries, and who speaks, meets, promises
    entity_kind TEXT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,                -- of the fact
    number INTEGER NOT NULL,           -- of its article
    fact INTEGER NOT NULL REFERENCES facts ON DELETE CASCADE,
    PRIMARY KEY (entity_kind, key, kind, number, fact)
) WITHOUT ROWID;
CREATE INDEX concerned_by_fact ON concerned (fact);
"""

_RECOGNISED = """
CREATE TABLE recognised (              -- what the neural recogniser marks in a body, as it says it
    number INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    version INTEGER NOT NULL,          -- of the recogniser
    names TEXT NOT NULL                -- JSON: [[start, end, kind], …]
);
"""

_BRIEFS = """
CREATE TABLE sentences (               -- of a body, as they were when its facts were extracted
    number INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    spans TEXT NOT NULL                -- JSON: [start, end, start, end, …]
);
ALTER TABLE entities ADD COLUMN published TEXT;  -- of the article, so that counts by time need the index alone
UPDATE entities SET published = (SELECT published FROM articles WHERE number = entities.number);
DROP INDEX entities_by_key;
CREATE INDEX entities_by_key ON entities (kind, key, published, number, mentions);
CREATE TABLE concerned_by_day (
    entity_kind TEXT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,                 -- to sort by: of the event, period or deadline, else of publication, else ''
    number INTEGER NOT NULL,
    fact INTEGER NOT NULL REFERENCES facts ON DELETE CASCADE,
    code TEXT,                         -- measure of a figure, form of a meeting, key of a topic
    stage TEXT,                        -- of a meeting or promise, kind of a figure
    PRIMARY KEY (entity_kind, key, kind, day, number, fact)
) WITHOUT ROWID;
INSERT INTO concerned_by_day           -- what the facts themselves say is filled in as they are made anew
    SELECT entity_kind, key, kind, COALESCE(published, ''), number, fact, NULL, NULL
    FROM concerned JOIN articles USING (number);
DROP TABLE concerned;
ALTER TABLE concerned_by_day RENAME TO concerned;
CREATE INDEX concerned_by_fact ON concerned (fact);
"""

MIGRATIONS = (
    _ARTICLES,
    _FACTS,
    _REPRINTS,
    _STATEMENTS,
    _RECOGNISED,
    _BRIEFS,
)  # the first makes version 1 of an empty file, each next one the next version
VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, to: int = VERSION) -> None:
    """Bring a record to a version, each step in a transaction of its own, which only one process can make."""
    for version in range(version_of(connection) + 1, to + 1):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{MIGRATIONS[version - 1]}\nPRAGMA user_version = {version};\nCOMMIT;"
            )
        except sqlite3.OperationalError:
            if connection.in_transaction:
                connection.rollback()
            if version_of(connection) < version:  # else another process has made it while this one waited
                raise
