"""What a reader takes for one word though it is several tokens: «1 250,6», «С.Ш.А.»; and for a sign though it is a
word: the «N» of «N 15»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kgtui.language.analysis import Token, TokenKind
from kgtui.language.name_keys import surname_stem
from kgtui.language.spelling import plain

_FIRST_GROUP, _NEXT_GROUP = re.compile(r"\d{1,3}"), re.compile(r"\d{3}(?:[.,]\d+)?")


def joined(tokens: Sequence[Token]) -> list[Token]:
    """The words and numbers among the tokens of one text, in order; «N 15» is read as «№ 15».

    The first token of a number in groups or of an abbreviation with dots is widened to the whole; the others stay, so
    that each part can still be found, and in its place.
    """
    words: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind is TokenKind.WORD and len(tokens[at].text) > 1:  # most tokens
            words.append(tokens[at])
            at += 1
            continue
        stop = joined_stop(tokens, at)
        run = [token for token in tokens[at:stop] if token.kind is not TokenKind.MARK]
        if len(run) > 1:
            words += [_widened(tokens[at:stop]), *run[1:]]
        elif not is_number_sign(tokens, at):
            words += run
        at = stop
    return words


def joined_stop(tokens: Sequence[Token], at: int) -> int:
    """Where the one word ends that begins at ``at``."""
    return _number_stop(tokens, at) or _abbreviation_stop(tokens, at) or at + 1


def is_number_sign(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands for «№»."""
    if tokens[at].text not in {"N", "n"} or at + 1 == len(tokens):
        return False
    return tokens[at + 1].kind is TokenKind.NUMBER and tokens[at + 1].start <= tokens[at].end + 1


def _widened(run: Sequence[Token]) -> Token:
    between = " " if run[0].kind is TokenKind.NUMBER else ""
    return replace(run[0], end=run[-1].end, text=between.join(token.text for token in run))


def _number_stop(tokens: Sequence[Token], at: int) -> int | None:
    """Where a number in groups ends: «1 250,6», but not «в 2025 100»."""
    if not _FIRST_GROUP.fullmatch(tokens[at].text):
        return None
    stop = at + 1
    while (
        stop < len(tokens)
        and tokens[stop].start == tokens[stop - 1].end + 1
        and _NEXT_GROUP.fullmatch(tokens[stop].text)
    ):
        stop += 1
        if not tokens[stop - 1].text.isdigit():
            break
    return stop if stop > at + 1 else None


def _abbreviation_stop(tokens: Sequence[Token], at: int) -> int | None:
    """Where an abbreviation with dots ends: «С.Ш.А.», but not the initials of «К.Р. Токаев» and «Токаев К.Р.»."""
    stop = at
    while stop + 1 < len(tokens) and _is_dotted_letter(tokens, stop) and (stop == at or _adjoins(tokens, stop)):
        stop += 2
    if stop < at + 4 or (stop < len(tokens) and tokens[stop].is_word and tokens[stop].is_capitalised):
        return None
    return None if at and surname_stem(plain(tokens[at - 1].text)) else stop


def _is_dotted_letter(tokens: Sequence[Token], at: int) -> bool:
    letter = tokens[at].text
    return len(letter) == 1 and letter.isupper() and tokens[at + 1].text == "." and _adjoins(tokens, at + 1)


def _adjoins(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].end == tokens[at].start
