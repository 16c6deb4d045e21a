"""The texts of a question as they are handed to the child process: in portions, when needed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

Texts = Sequence[tuple[int, str]]
"""Answer ids with their texts."""

_MOST_TEXTS, _MOST_CHARACTERS = 1_000, 500_000


@dataclass(frozen=True)
class Source:
    """Texts that can be read when they are needed.

    Two sources with the same `fingerprint` have the same ids, texts and meanings. `size` is the
    number of texts, `read` gives them in portions. `meanings` gives for some ids what the sentence
    encoder says of their texts, packed; None when it says nothing.
    """

    fingerprint: str
    size: int
    read: Callable[[], Iterator[Texts]]
    meanings: Callable[[Sequence[int]], Sequence[bytes]] | None = None


def portions(texts: Iterable[tuple[int, str]]) -> Iterator[Texts]:
    """Texts in portions that are packed in a few milliseconds."""
    portion: list[tuple[int, str]] = []
    characters = 0
    for id_, text in texts:
        portion.append((id_, text))
        characters += len(text)
        if len(portion) == _MOST_TEXTS or characters >= _MOST_CHARACTERS:
            yield portion
            portion, characters = [], 0
    if portion:
        yield portion
