"""A text made ready for all layers of the finder: read once, its words split once."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.privacy.alignment import Aligned, align
from corpus.privacy.hits import Category, Hit
from corpus.privacy.words import Word, words_of


@dataclass(frozen=True, slots=True)
class Passage:
    """An answer (or a piece of a file) to search, and the names its respondent goes by.

    Layers match in `text` and its `words`; `hit` leads back to the text as it was given.
    """

    aligned: Aligned
    words: list[Word]
    own_names: tuple[str, ...]

    @property
    def text(self) -> str:
        """The copy to match in."""
        return self.aligned.text

    def hit(
        self, start: int, end: int, category: Category, layer: str, rule: str, *, certain: bool
    ) -> Hit:
        """A hit on characters start to end (half open, not empty) of the copy."""
        first, last = self.aligned.span(start, end)
        text = self.aligned.original[first:last]
        return Hit(first, last, category, layer, rule, certain, text)


def passage(text: str, own_names: Sequence[str] = ()) -> Passage:
    """A text and the names of its respondent, ready for the layers."""
    aligned = align(text)
    return Passage(aligned, words_of(aligned.text), tuple(own_names))
