"""Whether the packages of the extra ``ner`` are there, and where the weights in them are."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_PACKAGES = ("numpy", "razdel", "navec", "slovnet", "natasha")
_EMBEDDING = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
_MODEL = "data/model/slovnet_ner_news_v1.tar"


class RecogniserMissing(Exception):  # noqa: N818 - named for what is the matter
    """The extra is not installed; ``missing`` names what of it was not found."""

    def __init__(self, missing: str) -> None:
        super().__init__(missing)
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Weights:
    """The files of the network: its word embedding and its own layers."""

    embedding: Path
    model: Path


def is_available() -> bool:
    """Whether the recogniser can be loaded; imports nothing of it."""
    try:
        require_recogniser()
    except RecogniserMissing:
        return False
    return True


def require_recogniser() -> Weights:
    """The files with the weights, where all packages are there; imports none. Raises RecogniserMissing."""
    for package in _PACKAGES:
        if find_spec(package) is None:
            raise RecogniserMissing(package)
    spec = find_spec("natasha")
    folder = Path(spec.origin).parent if spec is not None and spec.origin else Path()
    found = Weights(folder / _EMBEDDING, folder / _MODEL)
    for path in (found.embedding, found.model):
        if not path.is_file():
            raise RecogniserMissing(str(path))
    return found
