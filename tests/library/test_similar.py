"""More like this: what shares rare names and words comes first, an article's own reprints never."""

from __future__ import annotations

import pytest

from kgtui.library import Library
from kgtui.model import EntityKind

from .conftest import Item, item, named

RAILWAY = "Асан Токтогулов осмотрел тоннель у перевала. Проходчики тоннеля ждут новый бур."
OTHERS = {
    "same man": "Токтогулов рассказал о рыбалке и погоде. Клёв был хорошим.",
    "same work": "Проходчики чужого тоннеля обрушили свод, бур остался под породой.",
    "both": "Токтогулов снова спустился в тоннель. Проходчики показали ему бур.",
    "neither": "Повара накормили гостей пловом. Гости остались довольны.",
}
CROWD = {f"crowd {number}": f"Погода в городе номер{number} не изменится." for number in range(60)}


def kept(id_: str, text: str) -> Item:
    man = named(EntityKind.PERSON, "токтогулов", text, "Токтогулов")
    return item(id_, text, entities=(man,) if man.spans else ())


@pytest.fixture
def filled(library: Library) -> Library:
    library.add(kept(id_, text) for id_, text in {"railway": RAILWAY, **OTHERS, **CROWD}.items())
    return library


def like(library: Library, id_: str, limit: int = 0) -> list[str]:
    article = library.article_by_id(id_)
    assert article is not None
    return [hit.headline.id for hit in library.like(article.number, limit).hits]


def test_what_shares_more_comes_first(filled: Library) -> None:
    found = like(filled, "railway")
    assert found[0] == "both"
    assert set(found) == {"both", "same man", "same work"}


def test_a_limit_keeps_the_total(filled: Library) -> None:
    article = filled.article_by_id("railway")
    assert article is not None
    results = filled.like(article.number, 1)
    assert (len(results.hits), results.total) == (1, 3)
    assert "Токтогулов" in results.query
    assert results.hits[0].snippet is not None


def test_what_everybody_has_tells_nothing(filled: Library) -> None:
    assert like(filled, "crowd 1") == []


def test_own_reprints_are_left_out(filled: Library) -> None:
    long = RAILWAY + " " + " ".join(f"Рабочий описал участок под знаком{number} и ушёл." for number in range(12))
    filled.add([kept("long", long), kept("again", f"Тоннель осмотрен. {long}")])
    assert "again" not in like(filled, "long")
    assert "both" in like(filled, "long")


def test_an_article_that_is_gone_is_like_nothing(filled: Library) -> None:
    assert filled.like(999).hits == ()
