"""Finds in answers what would tell who answered: names, places, institutions, numbers."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from corpus.privacy.address_layer import address_layer
from corpus.privacy.alignment import align
from corpus.privacy.capital_layer import capital_layer, may_stand
from corpus.privacy.grown_layer import grown_layer
from corpus.privacy.hits import Category, Hit, united
from corpus.privacy.institution_layer import institution_layer
from corpus.privacy.name_layer import NameLayer
from corpus.privacy.neighbours import neighbours
from corpus.privacy.passage import Passage, passage
from corpus.privacy.patterns import PatternLayer
from corpus.privacy.person_layer import person_layer
from corpus.privacy.population_layer import population_layer
from corpus.privacy.recogniser_layer import installed_layer, installed_model, recogniser_layer
from corpus.privacy.remembering import hits_of, key_of, line_of, rules_digest
from corpus.privacy.typing_errors import typing_error_layer
from corpus.privacy.words import keys_of

__all__ = ["READING", "Category", "Finder", "Hit", "find", "find_spans", "finder_of"]

Layer = Callable[[Passage], Iterable[Hit]]
"""One way of finding: yields the hits of a text, in any order, overlapping or not."""

READING: tuple[Layer, ...] = (recogniser_layer, installed_layer)
"""The layers that read with a trained model: slower, loaded at the first text, all uncertain."""

_KNOWING: tuple[Layer, ...] = (
    institution_layer,
    grown_layer,
    population_layer,
    address_layer,
)
_GUESSING: tuple[Layer, ...] = (capital_layer, person_layer, typing_error_layer)
_REMEMBERED = 20_000


class Finder:
    """The layers of finding, made once for a study and used for all its answers.

    `other_names` are the names of all respondents as the file writes them; `released` are words
    and numbers that a person has decided may stand; `added` are names that are masked as if they
    were every respondent's own. `layers` are asked after the usual ones, such
    as `READING`. The hits of the 20,000 texts asked for last are remembered by their hash.
    """

    def __init__(
        self,
        other_names: Sequence[str] = (),
        released: Collection[str] = (),
        layers: Sequence[Layer] = (),
        added: Sequence[str] = (),
    ) -> None:
        self._others, self._added = tuple(other_names), tuple(added)
        self._layers = [getattr(layer, "__name__", "") for layer in layers]
        self._knowing: tuple[Layer, ...] = (
            NameLayer(other_names, released),
            PatternLayer(released),
            *_KNOWING,
        )
        self._guessing = (*_GUESSING, *layers)
        self._released = frozenset(keys_of(align(word).text) for word in released)
        self._found: OrderedDict[bytes, tuple[Hit, ...]] = OrderedDict()
        self._kept: dict[bytes, str] = {}

    def find(self, text: str, own_names: Sequence[str] = ()) -> tuple[Hit, ...]:
        """The hits in a text, sorted, not overlapping; positions are characters of the text.

        `own_names` are what the file calls the respondent who wrote it: `Lier kommune`,
        `Bydel Sagene`, `Kárášjohka - Karasjok`.
        """
        key = key_of((text, *own_names))
        found = self._found.get(key)
        if found is None:
            kept = hits_of(self._kept.get(key, ""), text)
            found = self._search(text, own_names) if kept is None else kept
            if len(self._found) >= _REMEMBERED:
                self._found.popitem(last=False)
            self._found[key] = found
        self._found.move_to_end(key)
        return found

    @property
    def stamp(self) -> str:
        """The same for finders that find the same: by their names, words, rules and layers."""
        names = (*sorted(self._others), "", *sorted(self._added), "", *self._layers)
        released = sorted(" ".join(keys) for keys in self._released)
        return key_of((rules_digest(), installed_model(), *names, "", *released)).hex()

    def recall(self, found: Mapping[bytes, str]) -> None:
        """Take over what a finder with the same stamp has said in `news`."""
        self._kept |= found

    @property
    def recalled(self) -> Mapping[bytes, str]:
        """All that was taken over so."""
        return self._kept

    def news(self) -> dict[bytes, str]:
        """What was found in texts, beyond what was recalled, by digests of texts and names."""
        return {key: line_of(hits) for key, hits in self._found.items() if key not in self._kept}

    def _search(self, text: str, own_names: Sequence[str]) -> tuple[Hit, ...]:
        searched = passage(text, (*own_names, *self._added))
        if not searched.words:
            return ()
        known = [hit for layer in self._knowing for hit in layer(searched)]
        guesses = [hit for layer in self._guessing for hit in layer(searched)]
        hits = (*known, *unknown(guesses, known, searched))
        left = (hit for hit in hits if not self._is_released(hit))
        return neighbours(united(left, text), text)

    def _is_released(self, hit: Hit) -> bool:
        """Whether all words of a hit have been released, as one name or each by itself."""
        if not self._released:
            return False
        keys = keys_of(align(hit.text).text)
        last = keys[-1].removesuffix("s") if keys else ""
        if {keys, (*keys[:-1], last)} & self._released:
            return True
        return all({(key,), (key.removesuffix("s"),)} & self._released for key in keys)


def unknown(guesses: Sequence[Hit], known: Sequence[Hit], searched: Passage) -> tuple[Hit, ...]:
    """The guesses as far as their words begin in no known hit (`Liers` begins with Lier)."""
    if not guesses or not known:
        return tuple(guesses)
    spans = [searched.aligned.span(word.start, word.end) for word in searched.words]
    text = searched.aligned.original
    return tuple(
        replace(guess, start=start, end=end, text=text[start:end])
        for guess in guesses
        for start, end in _free(guess, known, spans, text)
    )


def _free(
    guess: Hit, known: Sequence[Hit], words: Sequence[tuple[int, int]], text: str
) -> Iterator[tuple[int, int]]:
    """Capitalised runs of the words of a guess beside known hits; the whole guess beside none."""
    inside = [span for span in words if guess.start <= span[0] < guess.end]
    taken = [any(hit.start <= start < hit.end for hit in known) for start, _ in inside]
    if not any(taken):
        yield guess.start, guess.end
        return
    for is_taken, run in groupby(zip(inside, taken, strict=True), key=itemgetter(1)):
        telling = [span for span, _ in run if _tells(text, span)]
        if telling and not is_taken:
            yield telling[0][0], telling[-1][1]


def _tells(text: str, span: tuple[int, int]) -> bool:
    """Whether a word beside a known name may be part of a name: `Fylkesmannen i` is none."""
    written = text[slice(*span)]
    return written != written.lower() and not may_stand(written, align(written).text.casefold())


def find(
    text: str,
    own_names: Sequence[str] = (),
    other_names: Sequence[str] = (),
    released: Collection[str] = (),
) -> tuple[Hit, ...]:
    """The hits of lists and patterns in one text; for many texts of a study make one `Finder`."""
    return finder_of(tuple(other_names), frozenset(released)).find(text, own_names)


def find_spans(text: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and category of all hits in a text whose respondent is not known.

    Certain and uncertain ones alike, and with what the recogniser reads as a name.
    """
    hits = finder_of((), frozenset(), reading=True).find(text)
    return tuple((hit.start, hit.end, hit.category.value) for hit in hits)


@lru_cache(maxsize=4)
def finder_of(
    other_names: tuple[str, ...],
    released: frozenset[str],
    added: tuple[str, ...] = (),
    *,
    reading: bool = False,
) -> Finder:
    """The finder for a study's names, released words and added names: the same while they are.

    So the hits of a text are searched for once, whoever asks. `reading`: with the layers that read.
    """
    return Finder(other_names, released, READING if reading else (), added)
