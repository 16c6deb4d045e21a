"""The lists of names that come with the program: municipalities, city districts, ordinary words."""

from functools import lru_cache
from importlib import resources

_SHORT = 3


@lru_cache(maxsize=1)
def municipalities() -> tuple[str, ...]:
    """Norwegian municipalities of today and since 1994, dual names in their parts."""
    return _read("municipalities.txt")


@lru_cache(maxsize=1)
def city_districts() -> tuple[str, ...]:
    """The city districts of Oslo, of today and before 2004."""
    return _read("city_districts.txt")


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Names of both lists that are also ordinary Norwegian words, in lower case."""
    return frozenset(name.casefold() for name in _read("ordinary_words.txt"))


def is_ordinary(name: str) -> bool:
    """Whether a name in lower case may be another word: so listed, or three letters at most."""
    return len(name) <= _SHORT or name.casefold() in ordinary_words()


def _read(file_name: str) -> tuple[str, ...]:
    file = resources.files("corpus.privacy").joinpath("names", file_name)
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
