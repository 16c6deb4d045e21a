"""Which codes have names that may be names of one code; pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from codebooks.naming.likeness import Likeness, Name, likeness, negates
from codebooks.naming.word_forms import are_opposites, stem
from coder.similar.pair import Reason
from coder.suggest.likeness import Counts

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_STRENGTHS: dict[Likeness, float] = {
    "same": 0.95,
    "spacing": 0.9,
    "forms": 0.9,
    "order": 0.8,
    "typo": 0.75,
}
_PIECE = 4
_COMMON_FROM, _COMMON = 500, 0.02
_NEAR = 0.4
_MOST = 5_000
_KIN_LETTERS, _KIN_SHARE = 5, 0.7
_ENOUGH = 0.65
_DEGREES = ("ikke", "ingen", "not", "no", "svært", "meget", "ganske", "litt", "very", "fairly")


@dataclass(frozen=True)
class Alike:
    """Two names by their places, the smaller first, and why they are alike."""

    one: int
    other: int
    reason: Reason


def alike_by_name(names: Sequence[str]) -> list[Alike]:
    """Every two names that may be names of one code, none of them with itself."""
    made = [Name(name) for name in names]
    rarity = _rarity(made)
    found = []
    for one, other in _near(made):
        why = likeness(made[one], made[other])
        strength = _STRENGTHS[why] if why else _shared_words(made[one], made[other], rarity)
        if strength:
            found.append(Alike(one, other, Reason("name", why or "words", strength)))
    return found


def _rarity(names: Sequence[Name]) -> dict[str, float]:
    having = Counter(stem for name in names for stem in set(name.stems))
    return {stem: log((1 + len(names)) / count) for stem, count in having.items()}


def _near(names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """The pairs that are worth a closer look: those that share rare pieces of words."""
    import numpy

    pieces = _pieces(names)
    product = (pieces @ pieces.T).tocoo()
    seen = (product.row < product.col) & (product.data >= _NEAR)
    row, column, weight = product.row[seen], product.col[seen], product.data[seen]
    order = numpy.argsort(-weight, kind="stable")[:_MOST]
    yield from zip(row[order].tolist(), column[order].tolist(), strict=True)


def _pieces(names: Sequence[Name]) -> "csr_array":
    """Names x pieces of words, weighed by how few names have them, each row of length 1.

    Pieces that are in too many names tell little and cost most; whole names always count.
    """
    import numpy

    counts = Counts()
    for name in names:
        padded = [f" {stem} " for stem in name.stems]
        cut = {word[at : at + _PIECE] for word in padded for at in range(len(word) - _PIECE + 1)}
        whole = (f"= {name.squeezed}", f"= {' '.join(sorted(name.stems))}")
        counts.add(sorted({*cut, *name.stems, *whole}))
    matrix = counts.matrix()
    having = numpy.bincount(matrix.indices, minlength=matrix.shape[1])
    rare = numpy.log((1 + len(names)) / (1 + having)) + 0.5
    is_whole = numpy.array([thing.startswith("= ") for thing in counts.things], bool)
    if len(names) >= _COMMON_FROM:
        rare[(having > _COMMON * len(names)) & ~is_whole] = 0
    matrix.data = rare.astype(numpy.float32)[matrix.indices]
    lengths = numpy.sqrt(matrix.power(2).sum(axis=1))
    lengths[lengths == 0] = 1
    matrix.data /= numpy.repeat(lengths, numpy.diff(matrix.indptr)).astype(numpy.float32)
    matrix.eliminate_zeros()
    return matrix


def _shared_words(one: Name, other: Name, rarity: dict[str, float]) -> float:
    """How much of two names their shared words are, from 0.5 to 0.7; 0 when too little is."""
    mine, others = list(one.stems), list(other.stems)
    shared = 0.0
    for word in one.stems:
        match = next((each for each in others if _akin(word, each)), None)
        if match is not None:
            mine.remove(word)
            others.remove(match)
            shared += rarity[word] + rarity[match]
    if _contrary(mine, others):
        return 0
    whole = sum(rarity[word] for word in (*one.stems, *other.stems))
    share = shared / whole if whole else 0
    if mine and others:
        share *= 0.9
    return 0.5 + 0.2 * (share - _ENOUGH) / (1 - _ENOUGH) if share >= _ENOUGH else 0


def _akin(word: str, other: str) -> bool:
    """Whether two stems are of one word family: `rekrutter` and `rekruttering`."""
    if word == other:
        return True
    same = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    shared = min(len(word), len(other)) if same is None else same
    return shared >= max(_KIN_LETTERS, _KIN_SHARE * max(len(word), len(other)))


def _contrary(mine: Sequence[str], others: Sequence[str]) -> bool:
    """Whether what only one of two names says makes them two."""
    degrees = set(map(stem, _DEGREES))
    if any(word in degrees or word.isdigit() for word in (*mine, *others)):
        return True
    return any(are_opposites(a, b) or negates(a, b) for a in mine for b in others)
