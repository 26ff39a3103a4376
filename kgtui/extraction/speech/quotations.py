"""Direct speech with its speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.speech.attribution import Attribution
from kgtui.extraction.speech.pieces import Piece, Pieces
from kgtui.extraction.speech.speakers import Speakers
from kgtui.model import Actor, Doubt, Quote


def quotations(context: Context, cast: Cast, speakers: Speakers) -> list[Quote]:
    """The quotations of an article in the order of the text."""
    finder = Pieces(context, cast, speakers)
    pieces: list[Piece] = []
    for marked in cast.marked:
        piece = finder.of(marked, pieces[-1] if pieces else None) if marked.first < marked.stop else None
        if piece is not None:
            pieces.append(piece)
    found: list[Quote] = []
    for piece in pieces:
        found.append(_quote(context, piece, found[-1].speaker if found else None))
    return _with_later_speakers(pieces, found)


def _with_later_speakers(pieces: Sequence[Piece], found: Sequence[Quote]) -> list[Quote]:
    """Where nobody is said to speak, the one whom the quotation right behind it names: «…».¶«…», — сказал Асанов."""
    given = list(found)
    for i in range(len(given) - 2, -1, -1):
        later = given[i + 1].speaker
        if given[i].speaker is None and pieces[i].attribution is None and pieces[i + 1].follows and later is not None:
            doubt = given[i].doubt if given[i].doubt is Doubt.UNCLOSED_QUOTE else Doubt.CONTINUED_SPEECH
            given[i] = replace(given[i], speaker=later, found_by="continued", doubt=doubt)
    return given


def _quote(context: Context, piece: Piece, before: Actor | None) -> Quote:
    """The quotation of a piece; ``before`` is the speaker of the one before it."""
    attribution, speaker, found_by, doubt = piece.attribution, None, "open", None
    if attribution is not None and attribution.actor is not None:
        speaker, found_by = attribution.actor, attribution.found_by
        doubt = None if attribution.sure else Doubt.LIKELY_SPEAKER
    elif _goes_on(piece) and before is not None:
        speaker, found_by, doubt = before, "continued", Doubt.CONTINUED_SPEECH
    else:
        doubt = Doubt.OPEN_SPEAKER
    named, verb = (attribution.named, attribution.verb) if attribution is not None else (None, None)
    return Quote(
        span=context.span(piece.parts[0][0], piece.parts[-1][1]),
        parts=tuple(context.span(*part) for part in piece.parts),
        direct=True,
        speaker=speaker,
        speaker_span=context.span(*named) if named is not None else None,
        verb_span=context.span(verb, verb + 1) if verb is not None else None,
        found_by=found_by,
        doubt=doubt if piece.marked.closed else Doubt.UNCLOSED_QUOTE,
    )


def _goes_on(piece: Piece) -> bool:
    """Whether speech without a speaker of its own is that of the quotation before it: «…», — добавил премьер."""
    attribution: Attribution | None = piece.attribution
    return piece.follows and (attribution is None or attribution.goes_on)
