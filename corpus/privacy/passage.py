"""A text made ready for all layers of the finder: read once, its words split once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.privacy.alignment import Aligned, align
from corpus.privacy.hits import Category, Hit
from corpus.privacy.words import Word, begins_sentence, is_capitalised, words_of

_SHOUTED_WORDS = 3
_SHOUTED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Passage:
    """An answer (or a piece of a file) to search, and the names its respondent goes by.

    Layers match in `text` and its `words`; `hit` leads back to the text as it was given.
    `capital` says of each word whether it has a capital letter, `inside` whether that capital
    tells something: the word begins no sentence. In a text that is shouted no capital does.
    """

    aligned: Aligned
    words: list[Word]
    capital: list[bool]
    inside: list[bool]
    shouted: bool
    own_names: tuple[str, ...]

    @property
    def text(self) -> str:
        """The copy to match in."""
        return self.aligned.text

    def written(self, position: int) -> str:
        """A word as it is written."""
        word = self.words[position]
        return self.aligned.text[word.start : word.end]

    def gap(self, position: int) -> str:
        """What stands between a word and the next one; after the last word nothing does."""
        if not 0 <= position < len(self.words) - 1:
            return ""
        return self.aligned.text[self.words[position].end : self.words[position + 1].start]

    def follows(self, position: int, keys: Collection[str]) -> bool:
        """Whether one of these words stands right before a word, with only space between."""
        return (
            position > 0
            and self.words[position - 1].key in keys
            and self.gap(position - 1).isspace()
        )

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
    words = words_of(aligned.text)
    capital = [is_capitalised(aligned.text, word) for word in words]
    shouted = _is_shouted(aligned.text, words, capital)
    inside = [
        is_capital and not shouted and not begins_sentence(aligned.text, words, at)
        for at, is_capital in enumerate(capital)
    ]
    return Passage(aligned, words, capital, inside, shouted, tuple(own_names))


def _is_shouted(text: str, words: Sequence[Word], capital: Sequence[bool]) -> bool:
    """Whether most words of two letters and more are written in capital letters."""
    if sum(capital) < _SHOUTED_WORDS:
        return False
    long = [text[word.start : word.end] for word in words if word.end - word.start > 1]
    shouted = sum(word.isupper() for word in long)
    return shouted >= _SHOUTED_WORDS and shouted > _SHOUTED_SHARE * len(long)
