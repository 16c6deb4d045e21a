"""All names of the lists that stand for one place or body, in the forms that are written."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from corpus.privacy.hits import Category
from corpus.privacy.name_lists import (
    city_districts,
    counties,
    health_trusts,
    is_ordinary,
    municipalities,
    places,
)
from corpus.privacy.words import keys_of

_SHORTEST_FOLDED = 5
_DOUBLE = str.maketrans({"å": "aa", "ø": "oe", "æ": "ae"})
_SINGLE = str.maketrans({"å": "a", "ø": "o", "æ": "ae", "đ": "d", "ŋ": "n", "ŧ": "t"})

Keys = tuple[str, ...]


@lru_cache(maxsize=1)
def unit_names() -> dict[Keys, Category]:
    """The names of municipalities and city districts as words in lower case."""
    districts = {keys_of(name): Category.CITY_DISTRICT for name in city_districts()}
    return districts | {keys_of(name): Category.MUNICIPALITY for name in municipalities()}


@lru_cache(maxsize=1)
def listed_names() -> dict[Keys, Category]:
    """The names of the lists as words in lower case, and what they are names of."""
    lists = (
        (places(), Category.PLACE),
        (health_trusts(), Category.INSTITUTION),
        (counties(), Category.COUNTY),
    )
    others = {
        keys_of(name): Category.HEALTH_TRUST if name.startswith("Helse ") else category
        for names, category in lists
        for name in names
    }
    return others | unit_names()


@lru_cache(maxsize=1)
def folded_names() -> dict[Keys, Category]:
    """The names of the lists without the letters that other keyboards lack: `Tromso`, `Aalesund`.

    Left out are short names, names that are ordinary words, and forms that would be either.
    """
    known = listed_names()
    return {
        form: category
        for keys, category in known.items()
        if not is_ordinary(" ".join(keys)) and len("".join(keys)) >= _SHORTEST_FOLDED
        for form in _folded(keys)
        if form not in known and not is_ordinary(" ".join(form))
    }


@lru_cache(maxsize=1)
def distinct_names() -> dict[str, Category]:
    """Names of one word that are no ordinary word, folded forms with them, and their categories."""
    names = folded_names() | listed_names()
    return {
        keys[0]: category
        for keys, category in names.items()
        if len(keys) == 1 and not is_ordinary(keys[0])
    }


def _folded(keys: Keys) -> Iterator[Keys]:
    yield tuple(key.translate(_DOUBLE) for key in keys)
    plain = (unicodedata.normalize("NFD", key.translate(_SINGLE)) for key in keys)
    yield tuple("".join(c for c in key if not unicodedata.combining(c)) for key in plain)
