"""Encoding what is not encoded yet: in short portions, so that it can be watched and given up."""

from collections.abc import Callable, Iterator, Sequence

from coder.suggest.encoding.encoder import Floats
from coder.suggest.encoding.kept import EncodedTexts

_MOST_TEXTS, _MOST_CHARACTERS = 10, 1_000
"""What is encoded in about a second."""


def encode_missing(
    kept: EncodedTexts,
    texts: Sequence[str],
    encode: Callable[[Sequence[str]], Floats],
    told: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> bool:
    """Encode texts and keep what comes; `told` hears how much is done, from 0 to 1.

    Returns False when it was given up; what was done until then is kept.
    """
    done, whole = 0, sum(map(_work, texts)) or 1
    for portion in encoding_portions(texts):
        if cancelled():
            return False
        kept.keep(dict(zip(portion, encode(portion), strict=True)))
        done += sum(map(_work, portion))
        told(done / whole)
    return True


def encoding_portions(texts: Sequence[str]) -> Iterator[list[str]]:
    """Texts in portions that take about a second each."""
    portion: list[str] = []
    characters = 0
    for text in texts:
        portion.append(text)
        characters += _work(text)
        if len(portion) == _MOST_TEXTS or characters >= _MOST_CHARACTERS:
            yield portion
            portion, characters = [], 0
    if portion:
        yield portion


def _work(text: str) -> int:
    """Some words of a long text are encoded, the others cost nothing."""
    return min(len(text), 1_000) + 10
