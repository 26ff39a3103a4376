"""Each kind of row for JSON; one module a subject, each of which teaches ``own_record`` its rows."""

from kgtui.export.row_records import contacts, figures, matters, named, partners, people
from kgtui.export.row_records.base import row_record

__all__ = ["contacts", "figures", "matters", "named", "partners", "people", "row_record"]
