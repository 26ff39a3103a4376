"""The media that `data/media.tsv` knows: found in a text in any spelling and case, or by their site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from kgtui.language import fold
from kgtui.reading.skipped import ReadingError, SkipReason

DATA = Path(__file__).parent / "data" / "media.tsv"
DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?((?:[a-zа-яё0-9-]{1,63}\.){1,6}(?:[a-z]{2,6}|рф|бел|қаз))(?![\w-]|\.\w)(?:/\S*)?",
    re.IGNORECASE,
)

# Endings that a Russian name in the nominative takes in the other cases.
_ENDINGS = r"(?:й|ая|ое|ий|ый|ые|а|у|ом|е|ы|и|ой|ую|ей|ою|я|ю|ем|ь|ого|ому|ым|их|ых)?"
_PREFIX = (
    r"(?:(?:корр\.?|корреспондент\w*|(?:информ)?агентств\w*|К?НИАТ?|М?ИА|ИП|сайт\w*|портал\w*|газет\w*"
    r"|издани\w*)\s+){0,2}"
)


@dataclass(frozen=True, slots=True)
class Medium:
    """A news medium: its name in the nominative, its sites, its other spellings."""

    name: str
    sites: tuple[str, ...]
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MediumFound:
    medium: Medium
    start: int
    end: int


class Media:
    """All known media and one pattern that finds any of them."""

    def __init__(self, media: tuple[Medium, ...]) -> None:
        self._by_site = {site: medium for medium in media for site in medium.sites}
        self._by_group: list[Medium] = []
        spellings = sorted(
            ((spelling, medium) for medium in media for spelling in (medium.name, *medium.spellings)),
            key=lambda pair: -len(pair[0]),
        )
        self._by_group = [medium for _, medium in spellings]
        names = "|".join(f"({_pattern(spelling)})" for spelling, _ in spellings)
        self._pattern = re.compile(rf"{_PREFIX}[«\"“„]?(?:{names})(?![\w]|[.-]\w)[»\"”]?", re.IGNORECASE)

    def at(self, text: str, position: int) -> MediumFound | None:
        """The medium named at a position, with «агентство», «корр.» and quotation marks around it."""
        return self._found(self._pattern.match(text, position))

    def by_site(self, domain: str) -> Medium | None:
        """The medium of a domain or of a part of it («ru.sputnik.kg»)."""
        labels = domain.lower().split(".")
        for first in range(len(labels) - 1):
            if medium := self._by_site.get(".".join(labels[first:])):
                return medium
        return None

    def named(self, name: str) -> Medium | None:
        """The medium that a whole text names, in any case."""
        found = self.at(name.strip(), 0)
        return found.medium if found and found.end == len(name.strip()) else None

    def _found(self, match: re.Match[str] | None) -> MediumFound | None:
        if match is None or match.lastindex is None:
            return None
        spelt = match.group(match.lastindex)
        if spelt.islower() and spelt.isalpha():  # «спутник», «известия» as words
            return None
        return MediumFound(self._by_group[match.lastindex - 1], match.start(), match.end())


@cache
def load_media(path: Path = DATA) -> Media:
    """The media of a data file, read once. Raises ReadingError that names file and line for a bad one."""
    media = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            media.append(_medium(line, f"{path.name}:{number}"))
    return Media(tuple(media))


def _medium(line: str, where: str) -> Medium:
    columns = [column.strip() for column in line.split("\t")]
    if len(columns) > 3 or not columns[0]:
        raise ReadingError(SkipReason.BAD_LINE, where)
    name, sites, spellings = (*columns, "", "")[:3]
    return Medium(name, tuple(sites.lower().split()), tuple(s.strip() for s in spellings.split("|") if s.strip()))


def _pattern(spelling: str) -> str:
    return r"\s+".join(_word_pattern(part) for part in spelling.split())


def _word_pattern(part: str) -> str:
    """A word of a name; one that Russian declines with any of its endings."""
    stem = re.fullmatch(r"([А-ЯЁа-яё-]{3,}?)([аяйыиь]|ая|ое|ий|ые)?([»\"]?)", part)
    if stem is None or part.isupper() or not fold(part)[-1].isalpha():
        return re.escape(part)
    return re.escape(stem[1]) + _ENDINGS + re.escape(stem[3])


def domain_of(address: str) -> str | None:
    """The host of an address without «www.», as it is spelt."""
    host = urlsplit(address if "//" in address else f"//{address}").netloc.rpartition("@")[2].partition(":")[0]
    return host.removeprefix("www.") or None
