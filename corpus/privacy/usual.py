"""Which words are usual Norwegian ones, compounds of two or three of them with them."""

from functools import lru_cache

from corpus.privacy.name_lists import family_names, given_names
from corpus.privacy.recogniser.model import usual_words

_SHORTEST_PART, _SHORTEST_LAST = 3, 4
_ENDINGS = ("en", "a", "et", "ene", "ane", "er", "ar", "n", "t", "r", "s")
_LONG, _HOME = 6, "bo"
_JOINTS = ("", "s", "e")


@lru_cache(maxsize=20_000)
def is_usual(key: str) -> bool:
    """Whether a word in lower case is usual, or made up of usual words: `rådhuset`.

    A given or family name is never made up of others: `Henrik`.
    """
    if key in usual_words():
        return True
    is_name = key in given_names() or key in family_names()
    return not is_name and _is_made_up(key, 3)


def is_form(key: str) -> bool:
    """Whether a word in lower case is a usual word with an ending: `hagen`, `kafeane`."""
    stems = (key.removesuffix(ending) for ending in _ENDINGS if key.endswith(ending))
    return any({stem, stem + "e"} & usual_words() for stem in stems)


def is_long_form(key: str) -> bool:
    """Whether it is a long usual word with an ending, or a home with one: `adressa`, `botiltaket`.

    Short ones are often names of places: `Furuset`.
    """
    is_name = key in given_names() or key in family_names()
    stems = [key.removesuffix(ending) for ending in _ENDINGS if key.endswith(ending)]
    long = {form for stem in (key, *stems) for form in (stem, stem + "e") if len(stem) >= _LONG}
    homes = {form.removeprefix(_HOME) for form in long if form.startswith(_HOME)}
    return not is_name and bool((long | homes) & usual_words())


def _is_made_up(key: str, most: int) -> bool:
    if key in usual_words():
        return True
    if most == 1:
        return False
    for cut in range(_SHORTEST_PART, len(key) - _SHORTEST_LAST + 1):
        first = key[:cut]
        if not any(first.endswith(s) and first.removesuffix(s) in usual_words() for s in _JOINTS):
            continue
        if _is_made_up(key[cut:], most - 1):
            return True
    return False
