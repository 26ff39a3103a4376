"""Words that name bodies: head nouns, shortened compounds («Минстрой»), capitals that are none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.phrases import noun_readings
from kgtui.extraction.tables import table
from kgtui.language import fold, word

ABBREVIATED = re.compile(
    r"(?P<stem>(?:Мин|мин)(?P<fixed>природы|экономики|обороны|культуры|просвещения|коммерции|связи|энергетики|труда|науки"
    r"|экономкоммерции|экономразвития|образования|здравоохранения|юстиции|цифры|спорта|финансов)"
    r"|(?:Каб|каб)мин"
    r"|(?:Мин|мин|Гос|гос|Нац|нац|Глав|Рос|Каз|Ген|ген|Кыргыз)(?:стро(?=[йяюе])й?|фин|транс|здрав|обр|юст|эконом|цифр|сельхоз"
    r"|водсельхоз|сельхозпрод|энерго|комхоз|культ|культуры|спорт|труд|обр|обрнауки|торг|пром|промторг|инвест|банк"
    r"|прокуратур|комитет|экономпром|экономфин|комсвязь|связь|статком|агентство|инспекци|стандарт|нефть|нефтегаз|газ"
    r"|темиржолу|алтын|телеком|почта|совет))(?P<ending>а|у|ом|е|я|ю|ем|и|ы|ой|ию|ия|ией)?"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BodyHead:
    prepositions: frozenset[str]
    plain: bool
    organ: bool
    alone: bool


@cache
def body_heads() -> Mapping[str, BodyHead]:
    return {
        fold(row["head"]): BodyHead(
            prepositions=frozenset(row["prepositions"].split()),
            plain=row["plain"] == "yes",
            organ=row["plain"] != "no",
            alone=row["alone"] == "yes",
        )
        for row in table("body_heads")
    }


@cache
def body_lemmas() -> frozenset[str]:
    return frozenset(body_heads())


@cache
def not_bodies() -> frozenset[str]:
    return frozenset(row["abbreviation"] for row in table("not_bodies"))


@cache
def is_body_head(form: str) -> bool:
    return bool(noun_readings(form, body_lemmas()))


@cache
def is_abbreviated_body(text: str) -> bool:
    """«Минстрой», «Нацбанка», «минтранс»."""
    return ABBREVIATED.fullmatch(text) is not None


@cache
def is_common(text: str) -> bool:
    """A shouted common word («СЕГОДНЯ»)."""
    read = word(text)
    return read.known and not any("Abbr" in r.grammemes or "Orgn" in r.grammemes for r in read.readings)
