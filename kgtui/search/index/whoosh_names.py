"""The names of Whoosh that are used, untyped: its own annotations are partial, and contradict its code in places."""

from __future__ import annotations

from typing import Any

from whoosh import columns, fields, formats, index, reading, system
from whoosh.codec import whoosh3
from whoosh.filedb import filestore
from whoosh.matching import mcore

Column: Any = fields.COLUMN
FieldType: Any = fields.FieldType
FieldWriter: Any = whoosh3.W3FieldWriter
FileIndex: Any = index.FileIndex
FileStorage: Any = filestore.FileStorage
ListMatcher: Any = mcore.ListMatcher
NumericColumn: Any = columns.NumericColumn
PositionsFormat: Any = formats.Positions
Schema: Any = fields.Schema
SegmentReader: Any = reading.SegmentReader
TermNotFound = reading.TermNotFound
TermInfo: Any = whoosh3.W3TermInfo
W3Codec: Any = whoosh3.W3Codec
pack_ushort: Any = system.pack_ushort
