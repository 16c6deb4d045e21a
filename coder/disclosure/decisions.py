"""What was decided about single numbers, and why: data for the log and for messages."""

from dataclasses import dataclass
from typing import Literal

from coder.disclosure.primary import Reason
from coder.disclosure.publication import Place, Publication, Suppression, spot_names
from coder.disclosure.system import Number

Advice = Literal["merge columns", "merge rows", "drop quotes or merge labels", "unpin"]


@dataclass(frozen=True, slots=True)
class Decision:
    """A number that is hidden or rounded in a table: where, by which rule, why.

    `protects`: the cell (table, row, column) it was hidden for, when not for what it is itself.
    """

    table: str
    row: str
    column: str
    action: Literal["hidden", "rounded"]
    rule: str
    reason: Reason | Literal["rounded"]
    protects: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """What a reader can work out about a hidden cell: it lies between `low` and `high`.

    `wanted`: how many counts more than one must be possible.
    """

    place: Place
    table: str
    row: str
    column: str
    low: int
    high: int
    wanted: int

    @property
    def is_recovered(self) -> bool:
        """Whether too few counts are possible."""
        return self.high - self.low < self.wanted

    @property
    def sentence(self) -> str:
        """What is wrong, in words."""
        cell = f"{self.table}: {self.row}, {self.column}"
        if self.low == self.high:
            return f"{cell} is hidden, but follows from what is printed."
        return f"{cell} is hidden, but can only be {self.low} to {self.high}."


def interval_of(
    publication: Publication, number: Number, bounds: tuple[int, int], wanted: int
) -> Interval:
    """An interval in the words of the first table that the number stands in."""
    return Interval(number.place, *spot_names(publication, number.spots[0]), *bounds, wanted)


def decisions_of(
    publication: Publication,
    number: Number,
    rule: Suppression,
    reason: Reason,
    protects: Number | None,
) -> list[Decision]:
    """A decision for every table that the number stands in."""
    beside = spot_names(publication, protects.spots[0]) if protects else None
    return [
        Decision(*spot_names(publication, spot), "hidden", rule, reason, beside)
        for spot in number.spots
    ]
