"""Each kind of row for JSON; one module a subject, each of which teaches ``own_record`` its rows."""

from kgtui.export.row_records import contacts, named, people
from kgtui.export.row_records.base import row_record

__all__ = ["contacts", "named", "people", "row_record"]
