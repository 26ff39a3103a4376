"""The page that the tests of its forms set: Uzbekistan in the library of ``texts/brief``."""

from __future__ import annotations

from datetime import date

from kgtui.dossier import Dossier, Frame, country_subject, dossier_of
from kgtui.library import Library

TODAY = date(2025, 11, 21)


def brief_of(library: Library, code: str = "UZ", *, limit: int = 0) -> Dossier:
    """With all its rows, so with all that the hostile article puts into any of them."""
    return dossier_of(library, country_subject(code), Frame(TODAY, limit=limit))
