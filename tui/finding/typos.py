"""Paths with words that begin nearly like the typed ones.

A letter may be wrong, missing or too many, or two swapped: one such error in a word of four
letters or more, two from eight on, none in words with digits.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4
_LONG = 8
_REMEMBERED = 32
_AFTER_ALL_LETTERS = "\U0010ffff"

Path = tuple[str, ...]


class Vocabulary:
    """The words of all paths, and the paths they stand in."""

    def __init__(self, paths: Mapping[Path, Iterable[str]]) -> None:
        """`paths` gives the words of every path, folded."""
        self._paths: dict[str, set[Path]] = defaultdict(set)
        for path, words in paths.items():
            for word in words:
                self._paths[word].add(path)
        self._words = sorted(self._paths)
        self._longest = max(map(len, self._words), default=0)
        self._beginnings: dict[int, dict[str, list[str]]] = {}
        self._met: dict[str, dict[Path, int]] = {}

    def nearest(self, typed: Sequence[str]) -> dict[Path, int]:
        """The paths in which every typed word may be meant, with their number of errors."""
        nearest: dict[Path, int] = {}
        for at, word in enumerate(dict.fromkeys(typed)):
            errors = self._errors(word)
            if at == 0:
                nearest = errors
            else:
                nearest = {path: nearest[path] + errors[path] for path in nearest & errors.keys()}
            if not nearest:
                break
        return nearest

    def _errors(self, typed: str) -> dict[Path, int]:
        """The paths with one word that may be meant; remembered while the next is typed."""
        if typed not in self._met:
            if len(self._met) >= _REMEMBERED:
                self._met.clear()
            errors: dict[Path, int] = {}
            for word, wrong in self._meant(typed).items():
                for path in self._paths[word]:
                    errors[path] = min(wrong, errors.get(path, wrong))
            self._met[typed] = errors
        return self._met[typed]

    def _meant(self, typed: str) -> dict[str, int]:
        """The words that may be meant, each with its number of errors."""
        first = bisect_left(self._words, typed)
        end = bisect_left(self._words, typed + _AFTER_ALL_LETTERS, first)
        meant = dict.fromkeys(self._words[first:end], 0)
        allowed = errors_allowed(typed)
        if allowed and len(typed) <= self._longest + allowed:
            for word in self._alike(typed, allowed):
                errors = _errors_of_beginning(typed, word)
                if errors <= allowed:
                    meant.setdefault(word, errors)
        return meant

    def _alike(self, typed: str, allowed: int) -> list[str]:
        """Every word within the allowed errors, and some beyond."""
        beginnings = self._beginnings_of(len(typed))
        found = process.extract(
            typed, beginnings.keys(), scorer=OSA.distance, score_cutoff=allowed + 1, limit=None
        )
        return [word for beginning, _, _ in found for word in beginnings[beginning]]

    def _beginnings_of(self, length: int) -> dict[str, list[str]]:
        if length not in self._beginnings:
            found: dict[str, list[str]] = defaultdict(list)
            for word in self._words:
                found[word[:length]].append(word)
            self._beginnings[length] = found
        return self._beginnings[length]


def errors_allowed(typed: str) -> int:
    """How many errors a word may have: 0, 1 or 2."""
    if len(typed) < _SHORTEST or any(map(str.isdigit, typed)):
        return 0
    return 2 if len(typed) >= _LONG else 1


def _errors_of_beginning(typed: str, word: str) -> int:
    lengths = range(len(typed) - 1, len(typed) + 2)
    return min(OSA.distance(typed, word[:length]) for length in lengths)
