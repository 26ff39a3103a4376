"""Which documents of a sentence were signed: by its verb, by «состоялось подписание», in a list of what was signed."""

from __future__ import annotations

from functools import cache

from kgtui.extraction.phrases import adjectives_before, is_genitive, is_noun
from kgtui.extraction.promises.clauses import Clause
from kgtui.extraction.promises.noun_words import is_preposition, nouns
from kgtui.extraction.promises.predicates import predicate
from kgtui.extraction.promises.sentences import FARTHEST, TO_BE, Sentence
from kgtui.extraction.promises.solidity import SIGNING_NOUNS
from kgtui.extraction.promises.triggers import PLANS, told_by
from kgtui.language import word

_SIGNING = frozenset("подписать подписывать заключить ратифицировать парафировать скрепить продлить".split())
_LISTING = frozenset({"beside", ":", ";", ",", "—"})
_ABOUT = frozenset({"о", "об"})  # «закон о ратификации соглашения»
_WANTED = frozenset("за к для до перед важность необходимость готовность возможность вопрос дата".split())
_BEFORE_NOUN = 2  # tokens before a signing, past an adjective, in which it is said to be wanted
_QUANTITIES = frozenset("ряд пакет серия блок комплект часть десяток дюжина".split())  # «пакет документов»


@cache
def is_signing(form: str) -> bool:
    """«Подписали», «подписаны»."""
    found = predicate(form)
    return found is not None and found.form in ("past", "short") and found.lemma in _SIGNING


@cache
def is_signed(form: str) -> bool:
    """«Подписанные», of documents."""
    return any(r.pos == "PRTF" and r.folded in _SIGNING and "past" in r.grammemes for r in word(form).readings)


@cache
def is_quantity(form: str) -> bool:
    """«Ряд», «пакет», of documents."""
    return not word(form).lemmas.isdisjoint(_QUANTITIES)


@cache
def is_signing_noun(form: str) -> bool:
    """«Подписание», «ратификация»."""
    return form.lower().startswith(SIGNING_NOUNS)


class Signatures:
    """Tells what was signed in one sentence; ``listed`` says that it is an item of a list of what was signed."""

    def __init__(self, sentence: Sentence, *, listed: bool = False) -> None:
        self._sentence = sentence
        self._listed = listed

    @property
    def announces_documents(self) -> bool:
        """«По итогам подписаны следующие документы:», «Среди подписанных документов:»."""
        return any(self._tells_of_signing(clause) or self._names_signed(clause) for clause in self._sentence.clauses)

    def is_signed(self, position: int, number: int) -> bool:
        """Whether the document at a token of the clause of this number was signed, and not one beside it."""
        clause = self._sentence.clauses[number]
        if self._listed:
            return True
        verb = self._verb_of(position, clause)
        signed = verb is not None and self._signs(verb, clause)
        signed = signed or self._has_signing(position, clause) or self._is_in_list(number)
        return signed and not self._is_of_another(position)

    def _verb_of(self, position: int, clause: Clause) -> int | None:
        """The finite verb right before a document, else the first after it: «приняли декларацию и подписали план»."""
        finite = [
            verb for verb in clause.verbs if self._sentence.form(verb) != "inf" and self._sentence.lemma(verb) != TO_BE
        ]
        before = [verb for verb in finite if verb < position]
        return before[-1] if before else next(iter(finite), None)

    def _tells_of_signing(self, clause: Clause) -> bool:
        return any(self._signs(verb, clause) for verb in clause.verbs)

    def _signs(self, verb: int, clause: Clause) -> bool:
        return is_signing(self._sentence.context.tokens[verb].text) and self._is_done(verb, clause)

    def _is_done(self, verb: int, clause: Clause) -> bool:
        return not (self._sentence.is_negated(verb) or self._sentence.is_to_come(verb, clause))

    def _has_signing(self, position: int, clause: Clause) -> bool:
        """«Состоялось подписание соглашения»."""
        done = any(
            self._sentence.form(v) in ("past", "short") and self._is_done(v, clause) and not self._is_plan(v)
            for v in clause.verbs
        )
        nearest = max((verb + 1 for verb in clause.verbs if self._concludes(verb) and verb < position), default=0)
        context = self._sentence.context
        before = [i for i in range(max(clause.first, nearest), position) if is_signing_noun(context.tokens[i].text)]
        return done and any(not self._is_wanted(i) for i in before)

    def _is_wanted(self, signing: int) -> bool:
        """«Выступил за скорейшую ратификацию», «готовятся к подписанию»: it is still to come."""
        return self._sentence.has_word(_WANTED, max(signing - _BEFORE_NOUN, 0), signing)

    def _concludes(self, verb: int) -> bool:
        """«Договорились заключить»: a verb of signing that does not say that it was done."""
        return self._sentence.lemma(verb) in _SIGNING

    def _is_plan(self, verb: int) -> bool:
        """«Подписание намечено», «отложено»."""
        found = told_by(self._sentence.lemma(verb))
        return found is not None and found.stage in PLANS

    def _is_in_list(self, number: int) -> bool:
        """«Подписаны документы: соглашение о …; меморандум о …», «в том числе соглашение о …»."""
        for clause in reversed(self._sentence.clauses[max(number - FARTHEST, 0) : number + 1]):
            if clause.verbs and clause is self._sentence.clauses[number]:
                return False
            if clause.verbs or self._names_signed(clause):
                return self._tells_of_signing(clause) or self._names_signed(clause)
            if clause.opener not in _LISTING:
                return False
        return False

    def _names_signed(self, clause: Clause) -> bool:
        """«Среди подписанных документов», without a verb of its own."""
        texts = (self._sentence.context.tokens[i].text for i in range(clause.first, clause.stop))
        return not clause.verbs and any(map(is_signed, texts))

    def _is_of_another(self, position: int) -> bool:
        """«План реализации соглашения», «изменения в соглашение»: a document that only says of what another one is."""
        context = self._sentence.context
        reading = next(iter(nouns(context.tokens[position].text)), None)
        if reading is None:
            return False
        before = adjectives_before(context, position, reading) - 1
        if before < context.sentence(position)[0] or not context.tokens[before].is_word:
            return False
        text = context.tokens[before].text
        if is_preposition(text):
            return True
        if is_signing_noun(text):
            return before > 0 and context.lower(before - 1) in _ABOUT
        told = is_quantity(text) or predicate(text) is not None
        return not told and is_noun(text) and is_genitive(context.tokens[position].text)
