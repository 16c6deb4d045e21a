"""The layer of the finder that knows misspelt names: one letter wrong, too many or too few."""

from collections.abc import Iterator
from functools import lru_cache

from corpus.privacy.hits import Category, Hit
from corpus.privacy.listed import Keys, listed_names
from corpus.privacy.name_lists import is_ordinary
from corpus.privacy.own_names import names_in
from corpus.privacy.passage import Passage
from corpus.privacy.recogniser.model import usual_words
from corpus.privacy.usual import is_usual

LAYER = "misspelt names"
_PREPOSITIONS = frozenset({"i", "fra", "frå", "til"})
_SHORTEST = 7
_LISTED = (Category.MUNICIPALITY, Category.COUNTY, Category.CITY_DISTRICT)

Shortened = dict[str, list[str]]
"""Names by what is left of them when one letter, or none, is taken out."""


def typing_error_layer(passage: Passage) -> Iterator[Hit]:
    """Words that are one step from a name of seven letters: a capital or a preposition is needed.

    An own name needs neither. Steps are those of Damerau and Levenshtein: a letter put in, taken
    out, exchanged, or two neighbours swapped.
    """
    own = _own_shortened(passage.own_names) if passage.own_names else {}
    for at, word in enumerate(passage.words):
        if len(word.key) < _SHORTEST - 1:
            continue
        category = _category(word.key, own) if own else None
        if category is None and _has_sign(passage, at):
            category = _category(word.key, _listed_shortened())
        if category is not None:
            yield passage.hit(
                word.start, word.end, category, LAYER, "one letter from a name", certain=False
            )


def is_one_step(first: str, second: str) -> bool:
    """Whether two different words are one step of Damerau and Levenshtein from each other."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    begin = 0
    while begin < min(len(first), len(second)) and first[begin] == second[begin]:
        begin += 1
    left, right = first[begin:], second[begin:]
    if left[1:] == right or left == right[1:] or left[1:] == right[1:]:
        return True
    is_swapped = left[:2] == right[1::-1] and len(left) > 1
    return is_swapped and left[2:] == right[2:]


def _has_sign(passage: Passage, at: int) -> bool:
    key = passage.words[at].key
    if passage.capital[at] and not passage.shouted:
        return key not in usual_words()
    return passage.follows(at, _PREPOSITIONS) and not is_usual(key)


def _category(key: str, names: Shortened) -> Category | None:
    """What a misspelt name, with its genitive or without, is a name of; None for other words."""
    for word in (key, key[:-1]) if key[-1] == "s" else (key,):
        for form in _without_one(word):
            for name in names.get(form, ()):
                if is_one_step(word, name):
                    return listed_names().get((name,), Category.NAME)
    return None


def _without_one(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _shortened(names: set[Keys]) -> Shortened:
    found: Shortened = {}
    for keys in names:
        if len(keys) == 1 and len(keys[0]) >= _SHORTEST and not is_ordinary(keys[0]):
            for form in _without_one(keys[0]):
                found.setdefault(form, []).append(keys[0])
    return found


@lru_cache(maxsize=1)
def _listed_shortened() -> Shortened:
    return _shortened({keys for keys, kind in listed_names().items() if kind in _LISTED})


@lru_cache(maxsize=2048)
def _own_shortened(own_names: tuple[str, ...]) -> Shortened:
    return _shortened({name.keys for written in own_names for name in names_in(written)})
