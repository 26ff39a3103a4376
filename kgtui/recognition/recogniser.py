"""The network, loaded once a process, and how a body is put before it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from kgtui.language import Analysis
from kgtui.model import Recognised, RecognisedKind, Recognition, Span
from kgtui.recognition.casing import recased
from kgtui.recognition.package import RecogniserMissing, require_recogniser

RECOGNISER_VERSION = 1  # raised whenever the same text may give other spans

_PIECE = 600  # tokens put before the network at once: its memory grows with them
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")

_Marker = Callable[[str], Any]


class Recogniser:
    """Made by `load_recogniser`; may be asked from any thread."""

    def __init__(self, marker: _Marker) -> None:
        self._marker = marker

    def recognise(self, analysis: Analysis) -> Recognition:
        """The names in an analysed body; offsets are those of its whole text."""
        names = (name for piece in _pieces(analysis) for name in self._marked(analysis, piece))
        return Recognition(RECOGNISER_VERSION, tuple(names))

    def _marked(self, analysis: Analysis, piece: Span) -> Iterator[Recognised]:
        for mark in self._marker(recased(analysis, piece)).spans:
            yield Recognised(Span(piece.start + mark.start, piece.start + mark.stop), RecognisedKind(mark.type))


@cache
def load_recogniser() -> Recogniser:
    """The recogniser; the first call takes about a second and 200 MB. Raises RecogniserMissing."""
    files = require_recogniser()
    try:
        with _one_thread():
            from navec import Navec  # noqa: PLC0415 - heavy, and only where the extra is installed
            from slovnet import NER  # noqa: PLC0415
    except ImportError as error:  # numpy for another Python, a half of a package
        raise RecogniserMissing(str(error)) from error
    network = NER.load(str(files.model))
    network.navec(Navec.load(str(files.embedding)))
    return Recogniser(network)


@contextmanager
def _one_thread() -> Iterator[None]:
    """While numpy is imported: on matrices as small as these a second thread of its BLAS makes it four times slower.

    Where somebody else has imported numpy before, nothing can be said any more.
    """
    before = {name: os.environ.get(name) for name in _THREADS}
    if "numpy" not in sys.modules:
        os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _pieces(analysis: Analysis) -> Iterator[Span]:
    """The body in runs of whole sentences; a sentence that is longer than a piece is cut between two tokens."""
    first = last = 0
    for sentence in analysis.sentences:
        if last > first and sentence.stop - first > _PIECE:
            yield from _cut(analysis, first, last)
            first = last
        last = sentence.stop
    yield from _cut(analysis, first, last)


def _cut(analysis: Analysis, first: int, stop: int) -> Iterator[Span]:
    for start in range(first, stop, _PIECE):
        tokens = analysis.tokens[start : min(start + _PIECE, stop)]
        if any(token.is_word for token in tokens):  # of marks alone the network can make nothing
            yield Span(tokens[0].start, tokens[-1].end)
