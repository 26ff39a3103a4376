"""What a search line that is being typed in may become."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """What the line may become: ``shown`` in a few words, ``query`` as the whole line."""

    shown: str
    query: str
