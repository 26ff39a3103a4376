"""One word of a person's name: what it is within the name, and every way to read it with its nominative."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kgtui.language.declensions import GENDERS, Form, Part, cased, matchers
from kgtui.language.words import Reading, word

# Names that keep one form, or that are written declined and undeclined alike: the ending, what it is read as.
_ZODA = re.compile(r"(..+-?зод)(?:а|ы|е|у|ой|ою)", re.IGNORECASE)

_TURKIC_VOWELS = re.compile(r"(?:уу|оо|ээ|үү|өө)$")  # «Айсулуу» never declines
_INDECLINABLE = re.compile(
    r"уулу|кызы|оглы|оглу|заде|углы|угли|кизи"
    r"|.+(?:улы|заде|оглу|оглы|али|гулы|кулы|газы|апы|турды|алды|сары|[оэ]|[аоеиуы]и|[иы]х|[^аоуыэяеёюий]ко)",
    re.IGNORECASE,
)

_PATRONYMIC = re.compile(r"(..+(?:ович|евич|ич))(?:а|у|ем|е)?|(..+(?:овн|евн|ичн))(?:а|ы|е|у|ой)", re.IGNORECASE)

_MONGOLIAN = re.compile(r"..+[^ц]ын", re.IGNORECASE)

PARTICLES = frozenset(
    "аль ас аш ад ан ар аз ат эль бин бен ибн бинт абу ван дер ден фон цу да де ди дель делла дю дос ду ла ле лос"
    " тер сан уулу кызы оглы оглу улы углы угли кизи заде кары ажы хаджи".split()
)

ARTICLE = re.compile(r"((?:аль|ас|аш|ад|ан|ар|аз|ат|эль|эт|эд|эс|эш|уль|уд|ур|ус|д|о|мак)[-’'])(.+)", re.IGNORECASE)

_ORDINAL = re.compile(r"[IVXLІХ]+")

_SYLLABLE = re.compile(r"[^аеёиоуыэюя]{0,3}[аеёиоуыэюя]{1,2}[^аеёиоуыэюя]{0,2}")

_CYRILLIC = re.compile(r"[а-яёңүөәғқұһі’'ʼ‑\-]+", re.IGNORECASE)

_CONSONANTS = "бвгджзклмнпрстфхцчшщй"
CHILD_OF = {"кызы": "femn", "кизи": "femn", **dict.fromkeys("уулу оглы оглу улы углы угли".split(), "masc")}

INITIAL = re.compile(r"[А-ЯЁA-Z][а-яё]?\.")

_SURE = 3.0  # a dictionary reading as a given name, surname or patronymic

_PLAIN = 0.3  # a dictionary reading as something else

_AS_WRITTEN = -1.0  # nothing speaks for this form but that it stands there

_SHAPED = re.compile(
    r"..+(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ою)?|..+(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ою)", re.IGNORECASE
)


def is_surname_shaped(text: str) -> bool:
    """Whether a word ends like a surname in -ов, -ев, -ин, -ын, -ский, -цкий, in any case."""
    return _SHAPED.fullmatch(text) is not None


def is_of_mongolian_father(text: str) -> bool:
    """«Гомбожавын», and no surname as «Солженицын»."""
    return _MONGOLIAN.fullmatch(text) is not None


def is_patronymic(text: str) -> bool:
    """«Нургожоевича», «Сергеевной»."""
    return is_known(text, "Patr") or (
        _PATRONYMIC.fullmatch(text) is not None and not is_known(text, "Surn") and len(text) > 6
    )


def is_syllable(text: str) -> bool:
    """A word of one syllable, as names of East Asia are made of: «Чжан», «Ын», «Хуэй»."""
    return _SYLLABLE.fullmatch(text.lower()) is not None


def is_initial(text: str) -> bool:
    return INITIAL.fullmatch(text) is not None


def is_ordinal(text: str) -> bool:
    """The number of a monarch, in Latin capitals or in Russian ones that look alike: «Елизавета II»."""
    return _ORDINAL.fullmatch(text) is not None


def is_known(text: str, grammeme: str) -> bool:
    read = word(text)
    return read.known and any(grammeme in reading.grammemes for reading in read.readings)


@cache
def forms(text: str, part: Part, *, final: bool) -> tuple[Form, ...]:
    """The ways to read one word. ``final``: it is the surname, or all that there is."""
    if (fixed := _fixed_form(text, part)) is not None:
        return (fixed,)
    if prefixed := ARTICLE.fullmatch(text):
        return _with_prefix(prefixed.group(1), forms(prefixed.group(2), part, final=final))
    if "-" in text and not word(text).known:
        head, _, tail = text.partition("-")
        return tuple(_hyphenated(head, forms(tail, part, final=final)))
    if zoda := _ZODA.fullmatch(text.lower()):
        return tuple(_zoda_forms(text, zoda.group(1) + "а"))
    return tuple(_with_letters_of(text, form) for form in _declined_forms(text, part, final=final))


def _fixed_form(text: str, part: Part) -> Form | None:
    """The only form of a word that keeps it: an initial, a particle, a foreign script, «Айсулуу», «Тургунбек уулу»."""
    if part is Part.FIXED:
        return Form(text, None, CHILD_OF.get(text.lower()), _AS_WRITTEN)
    if part is Part.INITIAL or not _CYRILLIC.fullmatch(text):
        return Form(text, None, None, _AS_WRITTEN)
    if part is Part.FATHER and text.lower()[-1] in _CONSONANTS:
        return Form(text, None, None, 1.5)
    return Form(text, None, None, 1.3) if _TURKIC_VOWELS.search(text.lower()) else None


def _declined_forms(text: str, part: Part, *, final: bool) -> Iterator[Form]:
    lower = text.lower()
    yield from _dictionary_forms(text, final=final)
    yield from _class_forms(text, lower, final=final)
    yield from _undeclined_forms(text, lower, part, known=word(text).known)


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


def is_son_of(text: str) -> bool:
    """A surname of Tajik make: «Расулзода»."""
    return _ZODA.fullmatch(text) is not None


def _zoda_forms(text: str, lemma: str) -> Iterator[Form]:
    """«Расулзоды» is Расулзода; «Расулзода» may stand for any case."""
    written = cased(lemma, text)
    if text.lower() == lemma:
        yield Form(written, None, None, 2.0)
    else:
        for case, ending in (("gent", "ы"), ("datv", "е"), ("loct", "е"), ("accs", "у"), ("ablt", "ой")):
            if text.lower().endswith(ending):
                yield Form(written, case, None, 2.0)


def _dictionary_forms(text: str, *, final: bool) -> Iterator[Form]:
    read = word(text)
    for reading in read.readings:
        if reading.number == "plur" or reading.pos not in ("NOUN", "ADJF") or "voct" in reading.grammemes:
            continue
        is_name = not reading.grammemes.isdisjoint({"Name", "Surn", "Patr"})
        if not is_name and not read.known:
            continue
        form = _singular_nominative(reading)
        if form is None or reading.case is None:
            continue
        yield Form(
            cased(form, text), reading.case, _gender(reading), _weight(reading, is_name, read.known, final=final)
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
    if lower[-1] not in _CONSONANTS and is_syllable(lower) and "ь" not in lower:
        return  # «Чжу», «Су Чжи»
    as_name = _known_as_name(text)
    for matcher in matchers():
        if matcher.declension.part is Part.SURNAME:
            if final:
                yield from matcher.forms(text, lower, 1.0)
        elif not (final and (as_name or is_surname_shaped(lower))):
            yield from matcher.forms(text, lower, 0.5 if word(text).known else 1.0)


def _known_as_name(text: str) -> bool:
    return any(is_known(text, grammeme) for grammeme in ("Name", "Surn", "Patr"))


def _undeclined_forms(text: str, lower: str, part: Part, *, known: bool) -> Iterator[Form]:
    """The word as it is written, for any case."""
    yield Form(text, None, None, _AS_WRITTEN)
    ends_in_consonant = lower[-1] in _CONSONANTS
    if known:
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
