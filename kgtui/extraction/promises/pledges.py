"""The value between words and promises: one deed that a sentence promises, by its tokens."""

from __future__ import annotations

from dataclasses import dataclass

from kgtui.extraction.promises.clauses import Clause
from kgtui.model import PromiseStage

# What a trigger may take after a preposition: the case, the forms of the preposition.
PREPOSITIONS = {
    "о": ("loct", frozenset({"о", "об", "обо"})),
    "на": ("accs", frozenset({"на"})),
    "по": ("datv", frozenset({"по"})),
    "к": ("datv", frozenset({"к", "ко"})),
    "в": ("loct", frozenset({"в", "во"})),
    "для": ("gent", frozenset({"для"})),
    "за": ("accs", frozenset({"за"})),
}
ALONE = "alone"  # a document of which nothing is told («подписали меморандум»)


@dataclass(frozen=True, slots=True)
class Pledge:
    """One deed that is promised, by tokens. ``verbs`` are those of the deed (two that share an object; none of a
    noun), its words are ``first``…``stop``, its figures perhaps after a dash up to ``more``. ``trigger`` is the word
    that promises, ``clause`` where its clause begins; ``takes`` says what to look for: "inf", "futr", "passive", a
    case, a preposition, "figure" or "alone". ``otherwise`` is the weaker stage of what lacks what it
    ``needs``; ``is_refusal`` says that the deed is not to be done («договорились не повышать тарифы»).
    """

    stage: PromiseStage
    needs: str
    trigger: int
    clause: int
    verbs: tuple[int, ...]
    first: int
    stop: int
    more: int
    takes: str
    otherwise: PromiseStage | None = None
    is_refusal: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The word that promises, in its clause, how binding it is and what it needs, and the weaker stage without that."""

    stage: PromiseStage
    needs: str
    position: int
    clause: Clause
    otherwise: PromiseStage | None = None
