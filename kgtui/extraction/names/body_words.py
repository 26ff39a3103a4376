"""Words that name bodies: head nouns, shortened compounds («Минстрой»), capitals that are none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from kgtui.extraction.phrases import inflection, keeps_letters, noun_readings
from kgtui.extraction.tables import table
from kgtui.language import fold, word

_MINISTRY = "мин"
# Heads that a shortened adjective makes a name of; «госслужба» and «госкомпания» are none.
_AFTER_PREFIX = frozenset(
    "агентство банк комиссия комитет совет палата инспекция фонд департамент дума прокуратура собрание администрация"
    " академия парламент суд штаб союз".split()
)


@dataclass(frozen=True, slots=True)
class BodyHead:
    """A head noun: ``prepositions`` that its complement may begin with, ``names_only`` where only names may follow,
    ``part`` where the body that it belongs to does.

    In small letters it makes a name with a bloc (``organ``), with a country (``plain``), with any complement
    (``topic``); of a ``firm`` only one with a complement of its own. ``alone``: a capital is enough, ``always``: not
    even that is needed.
    """

    prepositions: frozenset[str]
    names_only: bool
    part: bool
    organ: bool
    plain: bool
    topic: bool
    firm: bool
    alone: bool
    always: bool


@cache
def body_heads() -> Mapping[str, BodyHead]:
    """The head nouns by their folded lemma, each also after a shortened adjective («нацкомиссия»)."""
    heads = {
        fold(row["head"]): BodyHead(
            prepositions=frozenset(row["prepositions"].split()),
            names_only=row["complement"] == "name",
            part=row["complement"] == "body",
            organ=row["plain"] in ("bloc", "yes", "topic"),
            plain=row["plain"] in ("yes", "topic"),
            topic=row["plain"] == "topic",
            firm=row["plain"] == "firm",
            alone=row["alone"] != "no",
            always=row["alone"] == "always",
        )
        for row in table("body_heads")
    }
    return {**_prefixed(heads), **heads}


def _prefixed(heads: Mapping[str, BodyHead]) -> dict[str, BodyHead]:
    return {
        prefix + lemma: replace(head, plain=True, organ=True, names_only=False, alone=True, always=True)
        for prefix in _prefixes()
        for lemma, head in heads.items()
        if lemma in _AFTER_PREFIX
    }


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(row["prefix"] for row in table("body_prefixes"))


@cache
def body_lemmas() -> frozenset[str]:
    return frozenset(body_heads())


@cache
def country_of_body(name: str) -> str | None:
    """The country of a body that is called by a name of its own, or of an organ of it, in the nominative or not.

    >>> country_of_body("комитет Жогорку Кенеша по бюджету"), country_of_body("комитет по бюджету")
    ('KG', None)
    """
    return next((_national()[key] for part in name.split() if (key := fold(part)) in _national()), None)


@cache
def _national() -> Mapping[str, str]:
    """The first word of each such name, folded, that no other body shares → its country."""
    rows = table("body_names")
    firsts = [fold(row["name"].split()[0]) for row in rows]
    return {
        first: row["country"]
        for first, row in zip(firsts, rows, strict=True)
        if row["country"] != "-"
        and {other["country"] for key, other in zip(firsts, rows, strict=True) if key == first} == {row["country"]}
    }


@cache
def not_bodies() -> frozenset[str]:
    return frozenset(row["abbreviation"] for row in table("not_bodies"))


@cache
def is_body_head(form: str) -> bool:
    return bool(noun_readings(form, body_lemmas()))


@cache
def shortened_body(form: str) -> str:
    """The nominative of a shortened name («Минстроя»: «Минстрой»), "" of other words.

    >>> shortened_body("Росприроднадзора"), shortened_body("Минпросвещения"), shortened_body("минерала")
    ('Росприроднадзор', 'Минпросвещения', '')
    """
    if form in not_bodies() or not form[1:].islower():
        return ""
    match = _shortened().fullmatch(form.lower())
    is_name = form[0].isupper() or not is_common(form)
    if match is not None and match["ending"] in _stems()[match["stem"]] and is_name:
        return form[: match.end("stem")] + _stems()[match["stem"]][0]
    return form if _is_ministry_of(form) else ""


@cache
def is_abbreviated_body(form: str) -> bool:
    """«Минстрой», «Нацбанка», «минтранс»."""
    heads = (body_heads()[reading.folded] for reading in noun_readings(form, body_lemmas()))
    return shortened_body(form) != "" or any(head.always for head in heads)


@cache
def _stems() -> Mapping[str, tuple[str, ...]]:
    """Stem → endings, that of the nominative first."""
    return {row["stem"]: tuple(row["endings"].replace("0", "").split(" ")) for row in table("body_stems")}


@cache
def _shortened() -> re.Pattern[str]:
    """Prefix, stem and ending of all shortened names, in small letters."""
    stems = "|".join(sorted(_stems(), key=len, reverse=True))
    return re.compile(rf"(?:{'|'.join(_prefixes())})(?P<stem>{stems})(?P<ending>[а-я]{{0,2}})")


def _is_ministry_of(form: str) -> bool:
    """«Минпросвещения»: what it deals with stands in the genitive."""
    rest = form[len(_MINISTRY) :].lower()
    if not form.lower().startswith(_MINISTRY) or len(rest) < 4 or not word(rest).known:
        return False
    return not is_common(form) and any(r.case == "gent" and r.pos == "NOUN" for r in word(rest).readings)


@cache
def known_body(form: str) -> str:
    """The nominative of a capitalised word that the dictionary has as a body («Интерфакса»), "" of other words."""
    readings = word(form).readings
    is_name = form[0].isupper() and form[1:].islower() and word(form).known
    if not is_name or not all("Orgn" in r.grammemes for r in readings) or form in not_bodies():
        return ""
    return keeps_letters(inflection(readings[0], "nomn") or form, form).capitalize()


@cache
def is_common(text: str) -> bool:
    """A shouted common word («СЕГОДНЯ»)."""
    read = word(text)
    return read.known and not any("Abbr" in r.grammemes or "Orgn" in r.grammemes for r in read.readings)
