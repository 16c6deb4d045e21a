"""The lists of names that come with the program, each in a text file of its own."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

_SHORT = 3


class CommonWords(NamedTuple):
    """Whole words, beginnings of words, endings of usual words."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]


@lru_cache(maxsize=1)
def municipalities() -> tuple[str, ...]:
    """Norwegian municipalities of today and since 1994, dual names in their parts."""
    return _read("municipalities.txt")


@lru_cache(maxsize=1)
def city_districts() -> tuple[str, ...]:
    """The city districts of Oslo, of today and before 2004."""
    return _read("city_districts.txt")


@lru_cache(maxsize=1)
def counties() -> tuple[str, ...]:
    """Norwegian counties of today and before, and the districts of county governors."""
    return _read("counties.txt")


@lru_cache(maxsize=1)
def places() -> tuple[str, ...]:
    """Regions and valleys, towns and villages, districts of cities."""
    return (*_read("regions.txt"), *_read("places.txt"))


@lru_cache(maxsize=1)
def health_trusts() -> tuple[str, ...]:
    """Health trusts, hospitals and clinics, and their short names."""
    return _read("health_trusts.txt")


@lru_cache(maxsize=1)
def demonyms() -> tuple[str, ...]:
    """What people from a place are called, in the singular without endings."""
    return _read("demonyms.txt")


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names in lower case."""
    return frozenset(name.casefold() for name in _read("given_names.txt"))


@lru_cache(maxsize=1)
def family_names() -> frozenset[str]:
    """Family names in lower case."""
    return frozenset(name.casefold() for name in _read("family_names.txt"))


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Names of all lists that are also ordinary Norwegian words, in lower case."""
    return frozenset(name.casefold() for name in _read("ordinary_words.txt"))


@lru_cache(maxsize=1)
def standing_words() -> frozenset[str]:
    """Words that may stand with a capital letter, as they are written.

    The words of a phrase may stand one by one unless they are given names: `Marte Meo`.
    """
    lines = [line.split() for line in _read("may_stand.txt")]
    return frozenset(
        word
        for words in lines
        for word in words
        if len(words) == 1 or word.casefold() not in given_names()
    )


@lru_cache(maxsize=1)
def standing_phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Phrases of words that may stand together, in lower case, by their first word."""
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in _read("may_stand.txt"):
        first, *others = line.casefold().split()
        if others:
            phrases[first] = (*phrases.get(first, ()), (first, *others))
    return phrases


@lru_cache(maxsize=1)
def common_words() -> CommonWords:
    """Words of the field that are no names, in lower case."""
    lines = _read("common_words.txt")
    return CommonWords(
        frozenset(line.removesuffix("*") for line in lines if line[0] != "*"),
        tuple(line[:-1] for line in lines if line[-1] == "*"),
        tuple(line[1:] for line in lines if line[0] == "*"),
    )


def is_ordinary(name: str) -> bool:
    """Whether a name in lower case may be another word: so listed, or three letters at most."""
    return len(name) <= _SHORT or name.casefold() in ordinary_words()


def _read(file_name: str) -> tuple[str, ...]:
    file = resources.files("corpus.privacy").joinpath("names", file_name)
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
