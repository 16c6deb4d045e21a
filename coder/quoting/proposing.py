"""Quotes are proposed: spread over bands, respondents and what is said; none used too often.

Farthest-first (Gonzalez 1985) on how unlike texts are, a little towards the middle of the theme so
that what has nothing to do with it does not come first (as Carbonell & Goldstein 1998 weigh both).
"""

import random
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from coder.quoting.piece import Piece, overlap, runs, words_of

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

    from coder.quoting.nuance import Nuance

SAME_WORDS = 8
"""So many identical running words in two quotes are one quote printed twice (D5)."""

_TYPICAL = 0.3
_DENIAL = 0.2
_FIRST_OF = 10
_PAIRED = 600
_DENYING = frozenset(
    words_of(
        "ikke ikkje ingen inga inkje aldri verken mangler manglar mangel manglende manglande lite "
        "få dårlig dårleg svak svakt no not never lack lacks lacking poor little few"
    )
)


class Kind(Enum):
    """What is proposed: quotes unlike each other, pairs that say opposite things, and so on."""

    SPREAD = "spread"
    CONTRAST = "contrast"
    SMALL = "small"
    TYPICAL = "typical"
    UNUSUAL = "unusual"


@dataclass(frozen=True)
class Limits:
    """What may be proposed: words from `fewest` to `most`, and how often a respondent is quoted.

    `a_report` holds for respondents whose band is thin.
    """

    fewest: int = 6
    most: int = 60
    a_chapter: int = 2
    a_report: int = 3


@dataclass(frozen=True)
class Standing:
    """How often respondents are quoted so far: in this chapter, and in the whole report.

    `bands` are in order of size, the smallest first; `thin` are those with few respondents.
    """

    bands: Sequence[str]
    in_chapter: Mapping[str, int] = field(default_factory=dict)
    in_report: Mapping[str, int] = field(default_factory=dict)
    thin: Collection[str] = ()


@dataclass(frozen=True)
class Asked:
    """What is asked for: how many quotes of which kind, by which seed, without those passed over.

    Contrast comes in pairs, at least one.
    """

    count: int
    kind: Kind = Kind.SPREAD
    seed: int = 0
    limits: Limits = field(default_factory=Limits)
    passed: Collection[Piece] = ()


def propose(
    pieces: Sequence[Piece], nuance: "Nuance", asked: Asked, standing: Standing
) -> list[Piece]:
    """The proposed pieces, the same for the same seed; fewer when there are no more to propose.

    `nuance` compares the texts of `pieces` in their order. Pieces that are chosen are not
    proposed, but what is proposed is unlike them too.
    """
    choice = _Choice(pieces, nuance, asked, standing)
    if asked.kind is Kind.CONTRAST:
        return choice.pairs(max(1, asked.count // 2))
    return choice.singles(asked.count)


class _Choice:
    """The choice as far as it has come."""

    def __init__(
        self, pieces: Sequence[Piece], nuance: "Nuance", asked: Asked, standing: Standing
    ) -> None:
        import numpy

        self._pieces, self._nuance = pieces, nuance
        self._asked, self._standing = asked, standing
        self._picked: list[int] = []
        self._nearest = numpy.zeros(len(pieces), numpy.float32)
        self._bands, self._respondents = Counter[str](), Counter[str]()
        self._runs: set[tuple[str, ...]] = set()
        self._taken: dict[int, list[Piece]] = {}
        draw = random.Random(asked.seed)
        self._luck = [draw.random() for _ in pieces]
        self._has_begun = False
        for at, piece in enumerate(pieces):
            if piece.chosen is not None:
                self._reckon_with(at)
        passed = {piece.place for piece in asked.passed}
        self._open = [
            at
            for at, piece in enumerate(pieces)
            if piece.chosen is None and piece.place not in passed and self._fits(piece)
        ]

    def singles(self, count: int) -> list[Piece]:
        """One after the other, as the kind asks for."""
        if self._asked.kind is Kind.SMALL:
            self._open = self._of_smallest(count)
        while len(self._picked) < count:
            at = self._next()
            if at is None:
                break
            self._pick(at)
        return [self._pieces[at] for at in self._picked]

    def pairs(self, count: int) -> list[Piece]:
        """Two by two, of the more typical half: what has nothing to do with it is no contrast."""
        by_typical = sorted(self._open, key=lambda at: (-self._nuance.typical[at], self._luck[at]))
        half = by_typical[: min(_PAIRED, max(20, len(by_typical) // 2))]
        pairs = self._contrasts(half)
        found: list[Piece] = []
        for one, other in pairs:
            if len(found) == 2 * count:
                break
            if self._is_a_pair(one, other):
                for at in (one, other):
                    self._pick(at)
                    found.append(self._pieces[at])
        return found

    def _is_a_pair(self, one: int, other: int) -> bool:
        """Whether both can be taken, and the one does not say the other's words."""
        said = (set(runs(self._pieces[at].text, SAME_WORDS)) for at in (one, other))
        return next(said).isdisjoint(next(said)) and all(
            self._may_be_taken(at) and self._is_new(at) for at in (one, other)
        )

    def _contrasts(self, some: Sequence[int]) -> list[tuple[int, int]]:
        """Pairs of different respondents, those that say the most unlike things first."""
        import numpy

        if len(some) < 2:
            return []
        typical = self._nuance.typical[some]
        denies = numpy.array([_denies(self._pieces[at].text) for at in some])
        scores = 1 - self._nuance.among(some) + (typical[:, None] + typical[None, :]) / 2
        scores += _DENIAL * (denies[:, None] != denies[None, :])
        who = numpy.unique([self._pieces[at].respondent for at in some], return_inverse=True)[1]
        scores[who[:, None] == who[None, :]] = -1
        first, second = numpy.triu_indices(len(some), 1)
        values = scores[first, second].round(5)
        best = numpy.argsort(-values, kind="stable")[: 50 * _FIRST_OF]
        return [(some[first[at]], some[second[at]]) for at in best.tolist() if values[at] >= 0]

    def _next(self) -> int | None:
        """The best of those that are left: another respondent and another band come first."""
        left = [at for at in self._open if self._may_be_taken(at)]
        while left:
            spread = {at: self._spread(self._pieces[at]) for at in left}
            least = min(spread.values())
            best = self._best([at for at in left if spread[at] == least])
            if self._is_new(best):
                return best
            left.remove(best)
            self._open.remove(best)
        return None

    def _spread(self, piece: Piece) -> tuple[int, int]:
        return self._respondents[piece.respondent], self._band_uses(piece)

    def _band_uses(self, piece: Piece) -> int:
        return self._bands[piece.band] if self._asked.kind in (Kind.SPREAD, Kind.SMALL) else 0

    def _best(self, left: Sequence[int]) -> int:
        scores = self._scores()
        order = sorted(left, key=lambda at: (-round(float(scores[at]), 5), self._luck[at]))
        if self._has_begun or self._asked.kind not in (Kind.SPREAD, Kind.SMALL):
            return order[0]
        return min(order[:_FIRST_OF], key=lambda at: self._luck[at])

    def _scores(self) -> "NDArray[float32]":
        typical = self._nuance.typical
        if self._asked.kind is Kind.TYPICAL:
            return typical
        if self._asked.kind is Kind.UNUSUAL:
            return 1 - typical
        if not self._has_begun:
            return typical
        return (1 - _TYPICAL) * (1 - self._nearest) + _TYPICAL * typical

    def _fits(self, piece: Piece) -> bool:
        limits, standing = self._asked.limits, self._standing
        return (
            limits.fewest <= piece.words <= limits.most
            and standing.in_chapter.get(piece.respondent, 0) < limits.a_chapter
            and not self._is_used_up(piece)
        )

    def _is_used_up(self, piece: Piece) -> bool:
        used = self._standing.in_report.get(piece.respondent, 0)
        return piece.band in self._standing.thin and used >= self._asked.limits.a_report

    def _may_be_taken(self, at: int) -> bool:
        """Whether the respondent can be quoted once more, and these words were not taken yet."""
        piece, limits, standing = self._pieces[at], self._asked.limits, self._standing
        new = sum(self._pieces[each].respondent == piece.respondent for each in self._picked)
        if at in self._picked:
            return False
        if standing.in_chapter.get(piece.respondent, 0) + new >= limits.a_chapter:
            return False
        in_report = standing.in_report.get(piece.respondent, 0) + new
        return piece.band not in standing.thin or in_report < limits.a_report

    def _is_new(self, at: int) -> bool:
        piece = self._pieces[at]
        beside = self._taken.get(piece.place.answer_id, [])
        if any(overlap(piece.place, other.place) for other in beside):
            return False
        return self._runs.isdisjoint(runs(piece.text, SAME_WORDS))

    def _of_smallest(self, count: int) -> list[int]:
        """Those of the smallest bands that together have enough."""
        found: list[int] = []
        for band in self._standing.bands:
            if len({self._pieces[at].respondent for at in found}) >= count:
                break
            found += [at for at in self._open if self._pieces[at].band == band]
        return found

    def _pick(self, at: int) -> None:
        self._picked.append(at)
        self._reckon_with(at)

    def _reckon_with(self, at: int) -> None:
        import numpy

        piece = self._pieces[at]
        self._has_begun = True
        self._nearest = numpy.maximum(self._nearest, self._nuance.likeness_to(at))
        self._bands[piece.band] += 1
        self._respondents[piece.respondent] += 1
        self._runs.update(runs(piece.text, SAME_WORDS))
        self._taken.setdefault(piece.place.answer_id, []).append(piece)


def _denies(text: str) -> bool:
    return not _DENYING.isdisjoint(words_of(text.casefold()))
