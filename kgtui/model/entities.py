"""What articles name."""

from __future__ import annotations

from dataclasses import dataclass

from kgtui.model.doubts import Doubt
from kgtui.model.headlines import Span
from kgtui.model.kinds import EntityKind


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that an article names, with all its mentions in that article.

    ``key`` is the same for the same thing in every article: an ISO 3166 alpha-2 code for a country, a bloc's code,
    else the folded nominative name. ``country`` is the alpha-2 code of the country a person or body belongs to.
    ``role`` is a person's office in the nominative, as the article states it, and ``role_span`` where it says so.
    ``found_by`` names the method ("list" or "rule"); ``doubt`` is why a rule is not sure of it.
    """

    kind: EntityKind
    key: str
    name: str
    spans: tuple[Span, ...]
    role: str | None = None
    role_span: Span | None = None
    country: str | None = None
    found_by: str = "rule"
    doubt: Doubt | None = None

    @property
    def doubtful(self) -> bool:
        return self.doubt is not None
