"""The nominative of a person's name: one case and one gender for all its words.

Each word may be read in several ways: as the dictionary reads it, and by the classes of names that the dictionary
lacks (``DECLENSIONS``). The reading of the whole is the one whose words agree and weigh most. Where nothing speaks for
another form, the name stays as it is written: a wrong nominative is worse than the text's own form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from kgtui.language.folding import fold
from kgtui.language.words import Reading, word

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
GENDERS = ("masc", "femn")


class Part(Enum):
    """What a word is within a name."""

    INITIAL = "initial"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    SURNAME = "surname"
    FATHER = "father"  # what stands before «уулу» or «кызы»
    FIXED = "fixed"  # a particle («аль», «ван», «уулу»)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a word of a name: its nominative, the case it stands in (None: any), the gender (None: either)."""

    nominative: str
    case: str | None
    gender: str | None
    weight: float


@dataclass(frozen=True, slots=True)
class NameReading:
    """One way to read a whole name: its words in the nominative, the case and gender that they agree in."""

    words: tuple[str, ...]
    case: str
    gender: str
    weight: float


@dataclass(frozen=True, slots=True)
class Declension:
    """A class of names. ``endings`` are those of the cases in the order of CASES, spellings of one case parted by a
    slash; ``stem`` is what must stand before them. ``example`` shows a name in all six cases.
    """

    name: str
    part: Part
    gender: str
    stem: str
    endings: str
    weight: float
    example: str


_HARD = r"(?:.+)[бвгдзклмнпрстфх]"
_HUSHED = r"(?:..+)[жцчшщ]"
_HARD_A = r"(?:..*)[бвдзлмнпрстфц]"
_SOFT_A = r"(?:..*)[гкхжчшщ]"
_ANY_CONSONANT = r"(?:..*)[бвгджзклмнпрстфхцчшщ]"
_VOWEL = r"(?:.*)[аеёиоуыэюя]"
_OV = r"(?:..+)(?:ов|ев|ёв|ин|ын)"
_SKY = r"(?:..+)(?:ск|цк)"

# Classes by which a word is read that the dictionary does not know; surnames in -ов, -ин, -ский always.
DECLENSIONS = (
    Declension("-ов", Part.SURNAME, "masc", _OV, " а у а ым е", 2.2, "Жапаров Жапарова Жапарову Жапарова Жапаровым Жапарове"),
    Declension("-ова", Part.SURNAME, "femn", _OV, "а ой ой у ой/ою ой", 2.2, "Отунбаева Отунбаевой Отунбаевой Отунбаеву Отунбаевой Отунбаевой"),
    Declension("-ский", Part.SURNAME, "masc", _SKY, "ий ого ому ого им ом", 2.2, "Вакульский Вакульского Вакульскому Вакульского Вакульским Вакульском"),
    Declension("-ская", Part.SURNAME, "femn", _SKY, "ая ой ой ую ой/ою ой", 2.2, "Вакульская Вакульской Вакульской Вакульскую Вакульской Вакульской"),
    Declension("consonant", Part.GIVEN, "masc", _HARD, " а у а ом е", 1.3, "Нурланбек Нурланбека Нурланбеку Нурланбека Нурланбеком Нурланбеке"),
    Declension("hushed", Part.GIVEN, "masc", _HUSHED, " а у а ем/ом е", 1.3, "Калыч Калыча Калычу Калыча Калычем Калыче"),
    Declension("-й", Part.GIVEN, "masc", _VOWEL, "й я ю я ем е", 1.1, "Акчабай Акчабая Акчабаю Акчабая Акчабаем Акчабае"),
    Declension("-ий", Part.GIVEN, "masc", r"(?:..+)и", "й я ю я ем и", 1.2, "Аркений Аркения Аркению Аркения Аркением Аркении"),
    Declension("-ь", Part.GIVEN, "masc", _ANY_CONSONANT, "ь я ю я ем/ём е", 0.9, "Беттель Беттеля Беттелю Беттеля Беттелем Беттеле"),
    Declension("-ь femn", Part.GIVEN, "femn", r"(?:..+)[лн]", "ь и и ь ью и", 0.8, "Бурмагуль Бурмагули Бурмагули Бурмагуль Бурмагулью Бурмагули"),
    Declension("-а femn", Part.GIVEN, "femn", _HARD_A, "а ы е у ой/ою е", 0.9, "Кундуза Кундузы Кундузе Кундузу Кундузой Кундузе"),
    Declension("-а masc", Part.GIVEN, "masc", _HARD_A, "а ы е у ой/ою е", 0.7, "Исиба Исибы Исибе Исибу Исибой Исибе"),
    Declension("-ка femn", Part.GIVEN, "femn", _SOFT_A, "а и е у ой/ей е", 0.9, "Малика Малики Малике Малику Маликой Малике"),
    Declension("-ка masc", Part.GIVEN, "masc", _SOFT_A, "а и е у ой/ей е", 0.7, "Танака Танаки Танаке Танаку Танакой Танаке"),
    Declension("-я femn", Part.GIVEN, "femn", _ANY_CONSONANT + r"|(?:.+)[аеуэо]", "я и е ю ей е", 0.6, "Адиля Адили Адиле Адилю Адилей Адиле"),
    Declension("-ия", Part.GIVEN, "femn", r"(?:..+)и", "я и и ю ей и", 1.5, "Нургазия Нургазии Нургазии Нургазию Нургазией Нургазии"),
)  # fmt: skip

# Names that keep one form, or that are written declined and undeclined alike: the ending, what it is read as.
_ZODA = re.compile(r"(..+-?зод)(?:а|ы|е|у|ой|ою)", re.IGNORECASE)
_INDECLINABLE = re.compile(r"(?:уулу|кызы|оглы|оглу|заде|углы|угли|кизи|.+(?:улы|заде|оглу|оглы|али|гулы|кулы|[оэ]|[аоеиуы]и|[иы]х|[^аоуыэяеёюий]ко))", re.IGNORECASE)  # fmt: skip
_PATRONYMIC = re.compile(r"(..+(?:ович|евич|ич))(?:а|у|ем|е)?|(..+(?:овн|евн|ичн))(?:а|ы|е|у|ой)", re.IGNORECASE)
PARTICLES = frozenset(
    "аль ас аш ад ан ар аз ат эль бин бен ибн бинт абу ван дер ден фон цу да де ди дель делла дю дос ду ла ле лос"
    " тер сан уулу кызы оглы оглу улы углы угли кизи заде".split()
)
ARTICLE = re.compile(r"((?:аль|ас|аш|ад|ан|ар|аз|ат|эль|эт|эд|эс|эш|ад|д|о|мак)[-’'])(.+)", re.IGNORECASE)
_LIKE_INSTRUMENTAL = re.compile(r"..[ое]м$")  # «Цзиньпином» is hardly a nominative
_SYLLABLE = re.compile(r"[^аеёиоуыэюя]{0,3}[аеёиоуыэюя]{1,2}[^аеёиоуыэюя]{0,2}")
_CYRILLIC = re.compile(r"[а-яёңүөәғқұһі’'ʼ‑\-]+", re.IGNORECASE)
_CHILD_OF = {"кызы": "femn", "кизи": "femn", **dict.fromkeys("уулу оглы оглу улы углы угли".split(), "masc")}
INITIAL = re.compile(r"[А-ЯЁA-Z]\.?|(?:Дж|Ж|Ч|Ш|Ю|Я)\.|[А-ЯЁ][а-яё]?\.")

_SURE = 3.0  # a dictionary reading as a given name, surname or patronymic
_PLAIN = 0.3  # a dictionary reading as something else
_AS_WRITTEN = -1.0  # nothing speaks for this form but that it stands there


@cache
def readings(name: tuple[str, ...], cases: frozenset[str] = frozenset(), gender: str | None = None) -> tuple[NameReading, ...]:  # fmt: skip
    """All ways to read a name, the likeliest first; ``cases`` and ``gender`` are those that its context asks for."""
    parts = parts_of(name)
    options = [
        forms(text, part, final=position == _last_name(parts))
        for position, (text, part) in enumerate(zip(name, parts, strict=True))
    ]
    found = [reading for case in CASES for g in GENDERS if (reading := _agreeing(options, case, g))]
    words = sum(part not in (Part.INITIAL, Part.FIXED) for part in parts)
    found = [_in_context(reading, cases, gender, words) for reading in found]
    found.sort(key=lambda reading: -reading.weight)
    return tuple(found) or (NameReading(name, "nomn", gender or "masc", 0.0),)


def nominative(name: Sequence[str], cases: Iterable[str] = (), gender: str | None = None) -> tuple[str, ...]:
    """The words of a name in the nominative.

    >>> nominative(("Адылбеком", "Касымалиевым"))
    ('Адылбек', 'Касымалиев')
    >>> nominative(("Кохира", "Расулзода"))
    ('Кохир', 'Расулзода')
    """
    return readings(tuple(name), frozenset(cases), gender)[0].words


def _agreeing(options: Sequence[Sequence[Form]], case: str, gender: str) -> NameReading | None:
    weight, words = 0.0, []
    for forms_ in options:
        best = None
        for form in forms_:
            if form.case not in (case, None) or form.gender not in (gender, None):
                continue
            value = form.weight - (0.2 if form.case is None else 0.0)
            if best is None or value > best[0]:
                best = (value, form.nominative)
        if best is None:
            return None
        weight += best[0]
        words.append(best[1])
    return NameReading(tuple(words), case, gender, weight)


def _in_context(reading: NameReading, cases: frozenset[str], gender: str | None, length: int) -> NameReading:
    weight = reading.weight
    if reading.case == "nomn" and (reading.gender == "masc" or length > 1):
        weight += 0.35
    if reading.gender == "masc":
        weight += 0.3
    if cases:
        weight += 1.5 if reading.case in cases else -1.5
    if gender and reading.gender == gender:
        weight += 0.8
    if reading.case == "loct" and "loct" not in cases:
        weight -= 0.8  # needs a preposition, which the context would show
    return NameReading(reading.words, reading.case, reading.gender, weight)


def parts_of(name: Sequence[str]) -> tuple[Part, ...]:
    """What each word of a name is: «Жапаров Садыр Нургожоевич» has its surname first."""
    parts = [_part(text) for text in name]
    if parts[0] is Part.FIXED and name[0][:1].isupper() and len(parts) > 1:
        parts[0] = Part.GIVEN  # «Ван И»
    for position, text in enumerate(name):
        if text.lower() in _CHILD_OF and position:
            parts[position - 1] = Part.FATHER
    named = [i for i, part in enumerate(parts) if part is Part.GIVEN]
    patronymic = next((i for i, part in enumerate(parts) if part is Part.PATRONYMIC), None)
    if not named or Part.FATHER in parts:
        return tuple(parts)
    if patronymic is not None and len(named) > 1 and patronymic > named[-1]:
        surname = named[0]
    elif patronymic is not None and len(named) == 1 and named[0] < patronymic:
        return tuple(parts)
    elif len(named) > 1 and surname_first(name[named[0]], name[named[-1]]):
        surname = named[0]
    else:
        surname = named[-1]
    parts[surname] = Part.SURNAME
    return tuple(parts)


def surname_first(first: str, last: str) -> bool:
    """«Асанова Бурул»: the first word is a surname by its ending and no given name, the last one is none."""
    return is_surname_shaped(first) and not is_surname_shaped(last) and not _is_known(first, "Name") and len(last) > 3


_SHAPED = re.compile(
    r"..+(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ою)?|..+(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ою)", re.IGNORECASE
)


def is_surname_shaped(text: str) -> bool:
    """Whether a word ends like a surname in -ов, -ев, -ин, -ын, -ский, -цкий, in any case."""
    return _SHAPED.fullmatch(text) is not None


def is_patronymic(text: str) -> bool:
    """«Нургожоевича», «Сергеевной»."""
    return _is_known(text, "Patr") or (
        _PATRONYMIC.fullmatch(text) is not None and not _is_known(text, "Surn") and len(text) > 6
    )


def is_syllable(text: str) -> bool:
    """A word of one syllable, as names of East Asia are made of: «Чжан», «Ын», «Хуэй»."""
    return _SYLLABLE.fullmatch(text.lower()) is not None


def is_initial(text: str) -> bool:
    return INITIAL.fullmatch(text) is not None


def _part(text: str) -> Part:
    if is_initial(text):
        return Part.INITIAL
    if text.lower() in PARTICLES:
        return Part.FIXED
    return Part.PATRONYMIC if is_patronymic(text) else Part.GIVEN


def _is_known(text: str, grammeme: str) -> bool:
    read = word(text)
    return read.known and any(grammeme in reading.grammemes for reading in read.readings)


def _last_name(parts: Sequence[Part]) -> int:
    """The place of the surname, else of the last word that is a name."""
    for wanted in (Part.SURNAME, Part.GIVEN, Part.PATRONYMIC):
        for position in range(len(parts) - 1, -1, -1):
            if parts[position] is wanted:
                return position
    return -1


@cache
def forms(text: str, part: Part, *, final: bool) -> tuple[Form, ...]:
    """The ways to read one word. ``final``: it is the surname, or all that there is."""
    if part is Part.FIXED:
        return (Form(text, None, _CHILD_OF.get(text.lower()), _AS_WRITTEN),)
    if part is Part.INITIAL or not _CYRILLIC.fullmatch(text):
        return (Form(text, None, None, _AS_WRITTEN),)
    prefixed = ARTICLE.fullmatch(text)
    if prefixed:
        return _with_prefix(prefixed.group(1), forms(prefixed.group(2), part, final=final))
    read = word(text)
    if "-" in text and not read.known:
        head, _, tail = text.partition("-")
        return tuple(_hyphenated(head, forms(tail, part, final=final)))
    lower = text.lower()
    zoda = _ZODA.fullmatch(lower)
    if zoda:
        return tuple(_zoda_forms(text, zoda.group(1) + "а"))
    found = list(_dictionary_forms(text, final=final))
    found += _class_forms(text, lower, final=final)
    found += _undeclined_forms(text, lower, part, known=read.known)
    return tuple(_with_letters_of(text, form) for form in found)


def _with_letters_of(text: str, form: Form) -> Form:
    """The dictionary's ё only where the text has it: «Грачева» is Грачев, «Петра» Петр."""
    if "ё" in text or "Ё" in text:
        return form
    return Form(form.nominative.replace("ё", "е").replace("Ё", "Е"), form.case, form.gender, form.weight)


def _with_prefix(prefix: str, inner: Iterable[Form]) -> tuple[Form, ...]:
    return tuple(Form(prefix + form.nominative, form.case, form.gender, form.weight) for form in inner)


def _hyphenated(head: str, tails: Iterable[Form]) -> Iterator[Form]:
    """«Касым-Жомарта», «Фрэнком-Вальтером»: the first half declines or does not."""
    heads = forms(head, Part.GIVEN, final=False)
    for tail in tails:
        declined = [
            form.nominative
            for form in heads
            if tail.case not in (None, "nomn")
            and form.case == tail.case
            and form.gender == tail.gender
            and form.weight > 0
        ]
        yield Form(f"{declined[0] if declined else head}-{tail.nominative}", tail.case, tail.gender, tail.weight)


def _zoda_forms(text: str, lemma: str) -> Iterator[Form]:
    """«Расулзоды» is Расулзода; «Расулзода» may stand for any case."""
    written = _cased(lemma, text)
    if text.lower() == lemma:
        yield Form(written, None, None, 2.0)
    else:
        for case, ending in (("gent", "ы"), ("datv", "е"), ("loct", "е"), ("accs", "у"), ("ablt", "ой")):
            if text.lower().endswith(ending):
                yield Form(written, case, None, 2.0)


def _dictionary_forms(text: str, *, final: bool) -> Iterator[Form]:
    read = word(text)
    for reading in read.readings:
        if reading.number == "plur" or reading.pos not in ("NOUN", "ADJF"):
            continue
        is_name = not reading.grammemes.isdisjoint({"Name", "Surn", "Patr"})
        if not is_name and not read.known:
            continue
        form = _singular_nominative(reading)
        if form is None or reading.case is None:
            continue
        yield Form(
            _cased(form, text), reading.case, _gender(reading), _weight(reading, is_name, read.known, final=final)
        )


def _singular_nominative(reading: Reading) -> str | None:
    if "Fixd" in reading.grammemes:
        return str(reading.parse.word)
    return reading.inflect("nomn", "sing")


def _weight(reading: Reading, is_name: bool, known: bool, *, final: bool) -> float:
    weight = (_SURE if known else 0.9) if is_name else _PLAIN
    if "Patr" in reading.grammemes:
        weight += 3
    if final and "Name" in reading.grammemes and not known:
        weight -= 0.6
    return weight + reading.score


def _gender(reading: Reading) -> str | None:
    if "ms-f" in reading.grammemes or "Ms-f" in reading.grammemes:
        return None
    return reading.gender if reading.gender in GENDERS else None


def _class_forms(text: str, lower: str, *, final: bool) -> Iterator[Form]:
    as_name = _known_as_name(text)
    for matcher in _matchers():
        if matcher.declension.part is Part.SURNAME:
            if final:
                yield from matcher.forms(text, lower, 1.0)
        elif not as_name and not (final and is_surname_shaped(lower)):
            yield from matcher.forms(text, lower, 0.5 if word(text).known else 1.0)


def _known_as_name(text: str) -> bool:
    return any(_is_known(text, grammeme) for grammeme in ("Name", "Surn", "Patr"))


def _undeclined_forms(text: str, lower: str, part: Part, *, known: bool) -> Iterator[Form]:
    """The word as it is written, for any case."""
    yield Form(text, None, None, _AS_WRITTEN)
    ends_in_consonant = lower[-1] in "бвгджзклмнпрстфхцчшщй"
    if part is Part.FATHER and ends_in_consonant:
        yield Form(text, None, None, 1.5)
    elif known:
        if _SYLLABLE.fullmatch(lower) and part is not Part.SURNAME:
            yield Form(text, None, None, 0.8)
    elif _INDECLINABLE.fullmatch(lower):
        yield Form(text, None, None, 1.3)
    elif ends_in_consonant:
        yield Form(text, None, "femn", 0.9)  # a woman's name that ends in a consonant does not decline
        if _SYLLABLE.fullmatch(lower) and part is not Part.SURNAME:
            yield Form(text, None, None, 1.1)  # «Ким Чен Ына»: only the last syllable declines
    elif lower[-1] in "еи":
        yield Form(text, None, None, 0.9)
    elif lower[-1] in "ую":
        yield Form(text, None, None, 0.6)


@dataclass(frozen=True, slots=True)
class _Matcher:
    """A declension made ready: its endings, the longest first, each with its cases."""

    declension: Declension
    stem: re.Pattern[str]
    cases: tuple[tuple[str, tuple[str, ...]], ...]
    nominative: str

    def forms(self, text: str, lower: str, share: float) -> Iterator[Form]:
        for ending, cases in self.cases:
            if not lower.endswith(ending):
                continue
            stem = lower[: len(lower) - len(ending)]
            if not self.stem.fullmatch(stem):
                continue
            written = _cased(stem + self.nominative, text)
            for case in cases:
                weight = share * self.declension.weight - (
                    1.2 if case == "nomn" and _LIKE_INSTRUMENTAL.search(written) else 0.0
                )
                yield Form(written, case, self.declension.gender, weight)


@cache
def _matchers() -> tuple[_Matcher, ...]:
    return tuple(_matcher(declension) for declension in DECLENSIONS)


def _matcher(declension: Declension) -> _Matcher:
    by_ending: dict[str, list[str]] = {}
    endings = declension.endings.split(" ")
    for case, spellings in zip(CASES, endings, strict=True):
        for ending in spellings.split("/"):
            by_ending.setdefault(ending, []).append(case)
    cases = tuple((ending, tuple(cases)) for ending, cases in by_ending.items())
    return _Matcher(declension, re.compile(declension.stem), cases, endings[0])


def _cased(form: str, like: str) -> str:
    """A form in lower case written as the word in the text is: «касым-жомарт» like «Касым-Жомарта»."""
    if len(like) > 1 and like.isupper():
        return form.upper()
    if not like[:1].isupper():
        return form
    parts, shown = like.split("-"), form.split("-")
    if len(parts) != len(shown):
        return form[:1].upper() + form[1:]
    return "-".join(s[:1].upper() + s[1:] if p[:1].isupper() else s for s, p in zip(shown, parts, strict=True))


def name_key(words: Sequence[str]) -> str:
    """What a person is known by in every article: the folded given name (or initial) and surname.

    >>> name_key(("Садыр", "Нургожоевич", "Жапаров"))
    'садыр жапаров'
    """
    kept = [text for text, part in zip(words, parts_of(words), strict=True) if part is not Part.PATRONYMIC] or list(
        words
    )
    return fold(" ".join(text.rstrip(".") for text in kept))
