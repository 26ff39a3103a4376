"""What each kind of row says, in words; one module a subject, each of which teaches ``page_rows`` its rows."""

from kgtui.export.row_words import contacts, figures, matters, named, partners, people, summary
from kgtui.export.row_words.base import page_rows

__all__ = ["contacts", "figures", "matters", "named", "page_rows", "partners", "people", "summary"]
