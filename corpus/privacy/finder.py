"""Finds in answers what would tell who answered: names, e-mail, telephone, identity numbers."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache

from corpus.privacy.hits import Category, Hit, united
from corpus.privacy.name_layer import NameLayer
from corpus.privacy.passage import Passage, passage
from corpus.privacy.patterns import PatternLayer

__all__ = ["Category", "Finder", "Hit", "find", "find_spans"]

Layer = Callable[[Passage], Iterable[Hit]]
"""One way of finding: yields the hits of a text, in any order, overlapping or not."""


class Finder:
    """The layers of finding, made once for a study and used for all its answers.

    `other_names` are the names of all respondents as the file writes them; `released` are words
    and numbers that a person has decided may stand. `layers` are asked after the usual ones.
    """

    def __init__(
        self,
        other_names: Sequence[str] = (),
        released: Collection[str] = (),
        layers: Sequence[Layer] = (),
    ) -> None:
        self._layers: tuple[Layer, ...] = (
            NameLayer(other_names, released),
            PatternLayer(released),
            *layers,
        )

    def find(self, text: str, own_names: Sequence[str] = ()) -> tuple[Hit, ...]:
        """The hits in a text, sorted, not overlapping; positions are characters of the text.

        `own_names` are what the file calls the respondent who wrote it: `Lier kommune`,
        `Bydel Sagene`, `Kárášjohka - Karasjok`.
        """
        searched = passage(text, own_names)
        return united((hit for layer in self._layers for hit in layer(searched)), text)


def find(
    text: str,
    own_names: Sequence[str] = (),
    other_names: Sequence[str] = (),
    released: Collection[str] = (),
) -> tuple[Hit, ...]:
    """The hits in one text; for many texts of a study make one `Finder`."""
    return _finder(tuple(other_names), frozenset(released)).find(text, own_names)


def find_spans(text: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and category of the hits in a text whose respondent is not known."""
    return tuple((hit.start, hit.end, hit.category.value) for hit in find(text))


@lru_cache(maxsize=4)
def _finder(other_names: tuple[str, ...], released: frozenset[str]) -> Finder:
    return Finder(other_names, released)
