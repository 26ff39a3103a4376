"""The names of Whoosh that are used, untyped: its own annotations are partial, and contradict its code in places."""

from __future__ import annotations

from typing import Any

from whoosh import columns, fields, formats, index, reading
from whoosh.codec import whoosh3
from whoosh.filedb import filestore

Column: Any = fields.COLUMN
FileIndex: Any = index.FileIndex
FileStorage: Any = filestore.FileStorage
NumericColumn: Any = columns.NumericColumn
PositionsFormat: Any = formats.Positions
Schema: Any = fields.Schema
SegmentReader: Any = reading.SegmentReader
TermNotFound = reading.TermNotFound
W3Codec: Any = whoosh3.W3Codec
