"""What the articles about a subject are about."""

from __future__ import annotations

from functools import partial

from kgtui.dossier.material import Material
from kgtui.dossier.rows import Rows
from kgtui.dossier.values import TopicRow
from kgtui.library import TopicCount
from kgtui.model import Headline


def topics(material: Material) -> Rows:
    """Those of most articles first; reprints count once."""
    headlines = {article.headline.number: article.headline for article in material.originals}
    numbers = list(headlines)
    new = [number for number in numbers if material.is_new(headlines[number])]
    of_new = {each.topic: each.articles for each in material.library.topic_counts(new)}
    return [
        partial(_row, material, headlines[each.number], each, is_new=of_new.get(each.topic) == each.articles)
        for each in material.library.topic_counts(numbers)
    ]


def _row(material: Material, newest: Headline, count: TopicCount, *, is_new: bool) -> TopicRow:
    notes = (material.note(newest, count.span),)
    return TopicRow(topic=count.topic, articles=count.articles, notes=notes, is_new=is_new)
