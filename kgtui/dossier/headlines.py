"""The articles that name a subject, the newest first."""

from __future__ import annotations

from functools import partial

from kgtui.dossier.material import Material
from kgtui.dossier.namings import NamingArticle
from kgtui.dossier.rows import Rows
from kgtui.dossier.values import HeadlineRow


def headlines(material: Material) -> Rows:
    """Reprints of one text are folded into its earliest article."""
    oldest_first = [article.headline.number for article in reversed(material.articles)]
    folded = material.texts(oldest_first)
    return [
        partial(_row, material, article, folded[article.headline.number])
        for article in material.articles
        if article.headline.number in folded
    ]


def _row(material: Material, article: NamingArticle, reprints: int) -> HeadlineRow:
    headline = article.headline
    return HeadlineRow(
        headline=headline,
        reprints=reprints,
        notes=(material.note(headline, article.spans[0]),),
        is_new=material.is_new(headline),
    )
