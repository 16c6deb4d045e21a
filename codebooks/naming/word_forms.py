"""Words without what differs between the forms of one word, in bokmål, nynorsk and English.

Rough on purpose: two names that are the same after this are worth a warning, no more.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_LIKE_BOKMAL = ((re.compile(r"(?<=\w\w)leg(?=e?\Z)"), "lig"), (re.compile(r"ande\Z"), "ende"))
_ENDING = re.compile(r"(?<=\w{3})(?:erne|ene|ane|ens|ets|ies|er|ar|or|en|et|es|s|a|e|y)\Z")
_DOUBLED = re.compile(r"([bdfgklmnprst])\1\Z")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The part of a folded word that its forms share: `kommunar` and `kommunene` are `kommun`."""
    lists = _lists()
    parts = lists.parts
    word = lists.words.get(word) or lists.any_part.sub(lambda part: parts[part[0]], word)
    for ending, bokmal in _LIKE_BOKMAL:
        word = ending.sub(bokmal, word)
    return _DOUBLED.sub(r"\1", _ENDING.sub("", word))


def stems(folded_text: str) -> tuple[str, ...]:
    """The stems of all words that carry meaning; of all words when none does."""
    words = folded_text.split()
    small = _lists().small
    return tuple(stem(word) for word in words if word not in small) or tuple(map(stem, words))


def are_opposites(stem_: str, other: str) -> bool:
    """Whether two stems say the contrary of each other, as `mer` and `mindre` do."""
    return (stem_, other) in _opposites() or (other, stem_) in _opposites()


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    return frozenset((stem(one), stem(other)) for one, other in _lists().opposites)


@dataclass(frozen=True)
class _Lists:
    small: frozenset[str]
    opposites: tuple[tuple[str, str], ...]
    words: dict[str, str]
    parts: dict[str, str]
    any_part: re.Pattern[str]


@cache
def _lists() -> _Lists:
    lines = files("codebooks.naming").joinpath("word_forms.txt").read_text("utf-8").splitlines()
    lists = {line.split()[0]: line.split()[1:] for line in lines if line[:1] != "#"}
    parts = dict(pair.split("/") for pair in lists["parts"])
    return _Lists(
        small=frozenset(lists["small"]),
        opposites=tuple((one, other) for one, _, other in map(_halves, lists["opposites"])),
        words=dict(pair.split("/") for pair in lists["words"]),
        parts=parts,
        any_part=re.compile("|".join(parts)),
    )


def _halves(pair: str) -> tuple[str, str, str]:
    return pair.partition("/")
