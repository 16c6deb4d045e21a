"""Numbers that say how good an order of codes was, over many answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from coder.suggest.evaluating.keys import keys_for

FIRST = 5


@dataclass(frozen=True, slots=True)
class Moment:
    """One answer just before it was coded, and the order one method put the known codes in.

    `ranks` are the places, from 1, of the codes that it was given and that were known by then;
    `letters` is what each of them would take in the finder.
    """

    ranks: tuple[int, ...]
    letters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What was found over some answers.

    `recall` is the share of given codes among the first five, `precision` the share of answers
    whose first suggestion was right, `mrr` the mean of 1 / place of the first right one, `keys`
    how many keys a code takes. All are of codes known before; `codes` and `answers` are how many
    these were. Without any, all are 0.
    """

    recall: float
    precision: float
    mrr: float
    keys: float
    codes: int
    answers: int


def figures(moments: Sequence[Moment]) -> Figures:
    """Sum up; answers that got no known code are passed over."""
    counted = [each for each in moments if each.ranks]
    ranks = [rank for each in counted for rank in each.ranks]
    letters = [count for each in counted for count in each.letters]
    best = [min(each.ranks) for each in counted]
    codes, answers = max(1, len(ranks)), max(1, len(counted))
    return Figures(
        recall=sum(rank <= FIRST for rank in ranks) / codes,
        precision=sum(rank == 1 for rank in best) / answers,
        mrr=sum(1 / rank for rank in best) / answers,
        keys=sum(map(keys_for, ranks, letters)) / codes,
        codes=len(ranks),
        answers=len(counted),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A suggestion among the first five: how likely it was said to be, and whether it was given."""

    probability: float
    given: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Suggestions said to be `low` to `high` likely: how many, the mean, and how many were right.

    `mean` and `share` are from 0 to 1.
    """

    low: float
    high: float
    count: int
    mean: float
    share: float


@dataclass(frozen=True, slots=True)
class Sure:
    """Suggestions said to be at least `level` likely: how many they were, and the share right."""

    level: float
    count: int
    share: float


BINS, LEVELS = 10, (0.5, 0.7, 0.8, 0.9)


def bins(told: Sequence[Told]) -> tuple[Bin, ...]:
    """Suggestions in ten bins of equal width; empty ones are left out."""
    found = []
    for at in range(BINS):
        inside = [each for each in told if min(BINS - 1, int(each.probability * BINS)) == at]
        if inside:
            mean = sum(each.probability for each in inside) / len(inside)
            share = sum(each.given for each in inside) / len(inside)
            found.append(Bin(at / BINS, (at + 1) / BINS, len(inside), mean, share))
    return tuple(found)


def calibration_error(found: Sequence[Bin]) -> float:
    """Expected calibration error (Naeini et al. 2015): the mean gap between told and true."""
    total = sum(each.count for each in found)
    return sum(each.count * abs(each.mean - each.share) for each in found) / max(1, total)


def sure(told: Sequence[Told]) -> tuple[Sure, ...]:
    """How right suggestions were from several levels on; 0 where there were none."""
    found = []
    for level in LEVELS:
        inside = [each.given for each in told if each.probability >= level]
        found.append(Sure(level, len(inside), sum(inside) / max(1, len(inside))))
    return tuple(found)
