"""Which articles of a library count where it is asked what it has on somebody."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import NamedTuple


class Scope(NamedTuple):
    """Those published from ``first`` to ``last`` (None leaves that end open), where ``among`` is given only such of
    these numbers."""

    first: date | None = None
    last: date | None = None
    among: Collection[int] | None = None

    @property
    def values(self) -> dict[str, str | None]:
        """For a statement that asks for `WITHIN` or `OF_ARTICLES_WITHIN`."""
        return {
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "among": None if self.among is None else json.dumps(sorted(self.among)),
        }


EVERY = Scope()

WITHIN = """
(:first IS NULL OR published >= :first) AND (:last IS NULL OR published <= :last)
AND (:among IS NULL OR number IN (SELECT value FROM json_each(:among)))
"""
"""A condition on rows with the columns ``number`` and ``published``."""

OF_ARTICLES_WITHIN = """
(
    (:first IS NULL AND :last IS NULL)
    OR (SELECT published FROM articles WHERE number = concerned.number)
        BETWEEN COALESCE(:first, '') AND COALESCE(:last, '9999')
) AND (:among IS NULL OR number IN (SELECT value FROM json_each(:among)))
"""
"""The same of rows of the table ``concerned``."""
