"""The words by which a matter is known again: «создание совета» and «первое заседание совета» are of one council."""

from __future__ import annotations

import re

from kgtui.extraction.promises.deeds import is_deed_noun
from kgtui.language import word

_WORD = re.compile(r"\w[\w-]+")
_FUNCTION_WORDS = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
_OF_BOTH = frozenset("взаимный двусторонний совместный общий ежегодный братский страна".split())


def object_words(what: str, *, with_deeds: bool = False) -> frozenset[str]:
    """The lemmas of what is built, opened or signed, without the deed; of a deed alone its own.

    >>> sorted(object_words("создание делового совета")), sorted(object_words("первое заседание делового совета"))
    (['деловой', 'совет'], ['деловой', 'заседание', 'первый', 'совет'])
    """
    forms = _WORD.findall(what)
    things = {
        word(form).lemma for form in forms if (with_deeds or not is_deed_noun(form)) and _is_content(form)
    } - _OF_BOTH
    return frozenset(things or {word(form).lemma for form in forms})


def _is_content(form: str) -> bool:
    readings = word(form).readings
    return not readings or readings[0].pos not in _FUNCTION_WORDS
