"""Names by a neural network: an analysed body → the spans that slovnet marks as person, place or body.

Optional (``kgtui[ner]``) and slow beside the rules. The weights are data of the package natasha, which is found but
never imported; nothing is loaded before the first text is to be read. Knows nothing of what its spans are joined with.
"""

from kgtui.recognition.package import RecogniserMissing, is_available, require_recogniser
from kgtui.recognition.recogniser import RECOGNISER_VERSION, Recogniser, load_recogniser

__all__ = [
    "RECOGNISER_VERSION",
    "Recogniser",
    "RecogniserMissing",
    "is_available",
    "load_recogniser",
    "require_recogniser",
]
