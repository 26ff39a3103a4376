"""The names of Whoosh that are used, untyped: its own annotations are partial, and contradict its code in places."""

from __future__ import annotations

from typing import Any

from whoosh import fields, index, reading
from whoosh.codec import whoosh3
from whoosh.filedb import compound, filestore, filetables, structfile

FieldWriter: Any = whoosh3.W3FieldWriter
FileIndex: Any = index.FileIndex
FileStorage: Any = filestore.FileStorage
OrderedHashReader: Any = filetables.OrderedHashReader
Schema: Any = fields.Schema
SegmentReader: Any = reading.SegmentReader
StructFile: Any = structfile.StructFile
SubFile: Any = compound.SubFile
W3Codec: Any = whoosh3.W3Codec
