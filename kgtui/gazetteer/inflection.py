"""The labels under which a word of a name is found in a text: its lemmas, and forms of names the dictionary lacks.

A word of the data is reduced to one label; a token of a text has all labels that its readings give. They meet where
the token can be a form of the word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kgtui.language import Reading, Word, fold, word

_CONSONANTS = frozenset("бвгджзйклмнпрстфхцчшщ")
_DECLINED_IN_O = ("ово", "ево", "ино", "ыно")
_ADJECTIVE_IN_SK = ("ский", "ская", "ское", "ские", "цкий", "цкая", "цкое", "цкие")
_CASES = ("nomn", "gent", "datv", "ablt", "loct")


# Latin letters that stand among Cyrillic ones by mistake.
_LOOKALIKES = str.maketrans("aceopxyk", "асеорхук")


@cache
def plain(text: str) -> str:
    """Folded for comparison, without accents and soft hyphens, one kind of hyphen and dash, Latin look-alikes mended.

    >>> plain("Нью‑Йорк")
    'нью-йорк'
    """
    folded = fold(text)
    if not folded.isascii():
        folded = folded.translate(_LOOKALIKES)
    if folded.isalpha():
        return folded
    bare = "".join(c for c in folded if not ("\u0300" <= c <= "\u036f" or c == "\u00ad"))
    return bare.replace("‐", "-").replace("‑", "-").replace("–", "—").replace("-", "—" if len(bare) == 1 else "-")


def form_label(form: str) -> str:
    """The label of exactly this form."""
    return "=" + plain(form)


def adjective_label(form: str) -> str:
    """The label of any form of an adjective, given in the masculine nominative."""
    return plain(form) + ":a"


def noun_label(form: str) -> str:
    """The label of any form of a noun, given in the nominative: of the same number as the given form."""
    lemma, number = _noun_reading(form)
    return f"{lemma}:{'p' if number == 'plur' else 's'}"


def lemma_label(form: str) -> str:
    """The label of any form of a word, whatever its number."""
    lemma, _number = _noun_reading(form)
    return lemma


def _noun_reading(form: str) -> tuple[str, str]:
    """Lemma (folded) and number of a nominative form: as it stands where that is a lemma."""
    folded, parsed = plain(form), word(folded_word(form))
    nominative = [reading for reading in parsed.readings if reading.case == "nomn"]
    if parsed.known:
        best = [reading for reading in nominative if reading.folded == folded] or nominative
    elif folded.endswith(_ADJECTIVE_IN_SK):
        best = [reading for reading in nominative if reading.pos == "ADJF"]
    else:
        best = []
    return (best[0].folded, best[0].number or "sing") if best else (folded, "sing")


@cache
def folded_word(form: str) -> str:
    """The form as the dictionary is to be asked for it: ё kept, signs that are no letters made plain."""
    lower = form.lower()
    if not lower.isascii():
        lower = lower.translate(_LOOKALIKES)
    return lower if lower.isalpha() else lower.replace("‐", "-").replace("‑", "-").replace("\u00ad", "")


def labels_of(form: str) -> Iterator[str]:
    """All labels of a token."""
    yield form_label(form)
    yield plain(form)
    for reading in word(folded_word(form)).readings:
        lemma = reading.folded
        yield lemma
        yield f"{lemma}:{'p' if reading.number == 'plur' else 's'}"
        if reading.number is not None and "Fixd" in reading.grammemes:
            yield f"{lemma}:p"
        if reading.pos in ("ADJF", "PRTF"):
            yield f"{lemma}:a"


def readings_of(parsed: Word, lemma: str) -> list[Reading]:
    """The readings of a form that belong to a (folded) lemma."""
    return [reading for reading in parsed.readings if reading.folded == lemma]


def needs_forms(name: str) -> bool:
    """Whether the dictionary lacks a name, or holds one undeclined that texts decline («в Тонге», «в Косове»)."""
    parsed = word(folded_word(name))
    undeclined = all("Fixd" in reading.grammemes for reading in readings_of(parsed, plain(name)))
    return not parsed.known or (undeclined and plain(name).endswith(("а", "я", *_DECLINED_IN_O)))


def declined(name: str) -> dict[str, frozenset[str]]:
    """Regular case forms of a place name that the dictionary lacks, folded, with the cases that each may be.

    >>> sorted(declined("Иркештам"))
    ['иркештам', 'иркештама', 'иркештаме', 'иркештамом', 'иркештаму']
    """
    base = plain(name)
    forms: dict[str, set[str]] = {}
    for ending_forms in _paradigm(base):
        for case, form in zip((*_CASES, "accs"), ending_forms, strict=True):
            forms.setdefault(form, set()).add(case)
    return {form: frozenset(cases) for form, cases in forms.items()}


_ADJECTIVE_ENDINGS = "ий ого ому им ом ая ой ую ою ое ие их ими".split()


def declined_adjective(adjective: str) -> list[str]:
    """All forms, folded, of an adjective in -ский that the dictionary lacks."""
    return [plain(adjective)[:-2] + ending for ending in _ADJECTIVE_ENDINGS]


def _paradigm(base: str) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Nominative, genitive, dative, instrumental, locative, accusative."""
    stem, last = base[:-1], base[-1:]
    if base.endswith("ия"):
        yield base, stem + "и", stem + "и", stem + "ей", stem + "и", stem + "ю"
    elif base.endswith(_DECLINED_IN_O):
        yield base, stem + "а", stem + "у", stem + "ом", stem + "е", base
        yield base, base, base, base, base, base
    elif last == "а":
        genitive = stem + ("и" if stem[-1:] in "гкхжчшщ" else "ы")
        yield base, genitive, stem + "е", stem + "ой", stem + "е", stem + "у"
    elif last == "я":
        yield base, stem + "и", stem + "е", stem + "ей", stem + "е", stem + "ю"
    elif last == "ь":
        yield base, stem + "и", stem + "и", base + "ю", stem + "и", base
        yield base, stem + "я", stem + "ю", stem + "ем", stem + "е", base
    elif last == "й":
        yield base, stem + "я", stem + "ю", stem + "ем", stem + "е", base
    elif last in _CONSONANTS:
        instrumental = base + ("ем" if last in "жчшщц" else "ом")
        yield base, base + "а", base + "у", instrumental, base + "е", base
    else:
        yield base, base, base, base, base, base
