"""A publication as whole numbers between bounds, and sums of them between bounds."""

from dataclasses import dataclass

from coder.disclosure.publication import LineKind, Place, Spot

UNBOUNDED = 10**9
FEW = 4


@dataclass(frozen=True, slots=True)
class Sum:
    """From `low` to `high`: some numbers (by index), each times its factor, added."""

    terms: tuple[tuple[int, int], ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number: what it counts, its true value (None: not known here), where it stands.

    `shown`: from and to, as printed (None: printed nowhere). `is_hidden`: a `:` stands for it.
    `is_cell`: it is of a code and a group, so that it must not follow when it is hidden.
    `hideable`: it may still be hidden.
    """

    place: Place
    value: int | None
    shown: tuple[int, int] | None
    spots: tuple[Spot, ...]
    is_hidden: bool
    is_cell: bool
    hideable: bool
    kind: LineKind | None

    @property
    def is_constant(self) -> bool:
        """Whether a reader knows it whatever is hidden."""
        return not self.hideable and self.shown is not None and self.shown[0] == self.shown[1]


@dataclass(frozen=True, slots=True)
class System:
    """Numbers, the most each can be, sums that hold between them, and which sums (and
    with what factor) each stands in.

    `grids`: the numbers of every sheet, line by line; `few`: which of its columns have so few
    respondents that they are hidden wholly. `prior`: how many counts more than one the
    totals of its row and column alone leave each number.
    """

    numbers: tuple[Number, ...]
    most: tuple[int, ...]
    sums: tuple[Sum, ...]
    sums_of: tuple[tuple[tuple[int, int], ...], ...]
    grids: tuple[tuple[tuple[int, ...], ...], ...]
    few: tuple[tuple[bool, ...], ...]
    prior: tuple[int, ...]
