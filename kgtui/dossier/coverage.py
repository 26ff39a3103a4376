"""How far a dossier can be trusted: what the library has on its subject, and what it lacks."""

from __future__ import annotations

from kgtui.dossier.material import Material
from kgtui.dossier.values import Coverage


def coverage(material: Material) -> Coverage:
    headlines = [article.headline for article in material.articles]
    dates = [headline.published for headline in headlines if headline.published]
    return Coverage(
        articles=len(headlines),
        total=material.library.count(),
        sources=len({headline.publisher or headline.source for headline in headlines}),
        first=min(dates, default=None),
        last=max(dates, default=None),
        new=sum(map(material.is_new, headlines)),
        since=material.frame.look.on if material.frame.look else None,
    )
