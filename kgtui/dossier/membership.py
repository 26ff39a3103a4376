"""What belongs to a subject's summary: by what the facts say, else by standing in one sentence with its name."""

from __future__ import annotations

from functools import lru_cache

from kgtui.dossier.namings import NamingArticle
from kgtui.dossier.notes import Sentences
from kgtui.dossier.values import Subject
from kgtui.gazetteer import MatchKind, load_gazetteer
from kgtui.language import analyse, fold
from kgtui.model import Entity, EntityKind, Span


class Membership:
    """The rules for one subject; ``home`` is the reader's own country."""

    def __init__(self, subject: Subject, home: str, sentences: Sentences) -> None:
        self._code = subject.key if subject.kind is EntityKind.COUNTRY else None
        self._home = home
        self._sentences = sentences

    def body(self, article: NamingArticle, entity: Entity) -> bool:
        """A body of the country, also of it and another one, or one of no stated country beside the subject's name; not
        who put the article out."""
        if fold(entity.name) in {fold(name) for name in (article.headline.source, article.headline.publisher) if name}:
            return False
        if not (entity.country and self._code):
            return self.is_beside(article, entity) and self._is_of_none_other(entity.name)
        return entity.country == self._code or self._is_in_name(article, entity)

    def place(self, article: NamingArticle, entity: Entity) -> bool:
        """A place of the country, or one of no known country beside the subject's name."""
        code = entity.country or country_of_place(entity.name)
        return code == self._code if code and self._code else self.is_beside(article, entity)

    def goes_along(self, article: NamingArticle, entity: Entity) -> bool:
        """What is of no country or of another one: in an article that is about the country, or beside its name."""
        return self.is_about(article) or self.is_beside(article, entity)

    def is_beside(self, article: NamingArticle, entity: Entity) -> bool:
        """Whether it stands in one sentence with the subject."""
        return self.mention_beside(article, entity) is not None

    def is_about(self, article: NamingArticle) -> bool:
        """Whether the article names no other country than home more often."""
        others = [
            len(entity.spans)
            for entity in article.of_kind(EntityKind.COUNTRY)
            if entity.key not in (self._code, self._home)
        ]
        return len(article.spans) >= max(others, default=0)

    def mention_beside(self, article: NamingArticle, entity: Entity) -> Span | None:
        """The first mention in a sentence that names the subject."""
        return self._sentences.shared(article.headline.number, entity.spans, article.spans)

    @staticmethod
    def _is_in_name(article: NamingArticle, entity: Entity) -> bool:
        """Whether the subject is a part of a name: «межправительственная комиссия Казахстана и Кыргызстана»."""
        return any(span.overlaps(own) for span in entity.spans for own in article.spans)

    def _is_of_none_other(self, name: str) -> bool:
        """Whether a name states no country beside the two of the brief: «Белорусская железная дорога» does."""
        if not self._code:
            return True
        named = {match.code for match in load_gazetteer().match(analyse(name)) if match.kind is MatchKind.COUNTRY}
        return named <= {self._code, self._home}


@lru_cache(maxsize=4096)
def country_of_place(name: str) -> str | None:
    """The country in which the gazetteer knows a place of that name."""
    matches = load_gazetteer().match(analyse(name))
    return next((match.codes[0] for match in matches if match.kind is MatchKind.PLACE and match.codes), None)
