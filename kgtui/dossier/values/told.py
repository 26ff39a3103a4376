"""What one article says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from kgtui.model import Headline, Stated

FactT = TypeVar("FactT", bound=Stated)


@dataclass(frozen=True, slots=True)
class Told(Generic[FactT]):
    """What one article says, and the article."""

    headline: Headline
    fact: FactT
