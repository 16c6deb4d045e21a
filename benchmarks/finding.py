"""A key in the finder with 2,000 codes, whole names typed letter by letter."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import process

from benchmarks.made_up import words
from benchmarks.timing import Line, measure
from tui.finder import Finder, FinderCode
from tui.finding.similar import similar

_CODES = 2_000
_TYPED = 50


def run(_: Path, runs: int) -> Iterator[Line]:
    """Each key against rapidfuzz asked about all codes; then what happens between the keys."""
    source = random.Random(4)
    codes = [_code(source, at) for at in range(1, _CODES + 1)]
    names = [code.path[-1] for code in source.sample(codes, _TYPED)]
    typed = [name[:length] for name in names for length in range(1, len(name) + 1)]
    typed += [name[:2] + name[3:] for name in names]
    paths = [" ".join(code.path) for code in codes]

    some, same = itertools.cycle(typed), itertools.cycle(typed)
    baseline = measure(lambda: process.extract(next(some), paths, limit=9), runs * 10)
    yield Line("rapidfuzz asked about 2,000 codes", baseline)
    finder = Finder(codes)
    keys = measure(lambda: finder.find(next(same)), len(typed))
    yield Line("a key in the finder, 2,000 codes", keys, baseline, "<= 0.003 s")
    again = measure(lambda: Finder(codes, finder), runs)
    yield Line("the finder made anew after a coding", again, baseline)
    alike = measure(lambda: similar(names[0], codes), runs)
    yield Line("a new name compared with 2,000 codes", alike, baseline)


def _code(source: random.Random, number: int) -> FinderCode:
    path = (words(source, 2), words(source, source.randint(1, 4)))
    return FinderCode(number, path, number, source.randint(0, 300), source.randint(0, 9_999))
