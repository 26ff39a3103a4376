"""The articles that name a subject, the newest first."""

from __future__ import annotations

from functools import partial

from kgtui.dossier.material import Material
from kgtui.dossier.namings import NamingArticle
from kgtui.dossier.rows import Rows
from kgtui.dossier.values import HeadlineRow


def headlines(material: Material) -> Rows:
    """Reprints of one text are folded into its earliest article."""
    return [partial(_row, material, article) for article in material.originals]


def _row(material: Material, article: NamingArticle) -> HeadlineRow:
    headline = article.headline
    return HeadlineRow(
        headline=headline,
        reprints=material.reprints[headline.number],
        notes=(material.note(headline, article.spans[0]),),
        is_new=material.is_new(headline),
    )
