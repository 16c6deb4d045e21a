"""What is suggested for one answer: codes, how likely each is and why, names for a new code."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from tui.finding.codes import NINE


@dataclass(frozen=True, slots=True)
class Offer:
    """Suggestions as they stand on the digits.

    `shares` are codes, likeliest first, with how likely each is in thousandths; `reasons` says of
    each why; `ticked` are those that enter takes while nothing is typed. `names` are names a new
    code could have. `likely` gives the thousandths of all codes, for the order in which codes are
    found.
    """

    shares: Mapping[int, int] = field(default_factory=dict)
    reasons: Mapping[int, str] = field(default_factory=dict)
    ticked: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    likely: Mapping[int, int] = field(default_factory=dict)

    def places(self, ready: Sequence[int | None]) -> tuple[int | None, ...]:
        """The nine codes on the digits: the suggested ones, then of the ready ones the others."""
        suggested = list(self.shares)[:NINE]
        others = [code for code in ready if code is not None and code not in self.shares]
        places = [*suggested, *others][:NINE]
        return (*places, *[None] * (NINE - len(places)))


NOTHING = Offer()


def ticked_codes(shares: Mapping[int, int], least: int, held: Collection[int]) -> tuple[int, ...]:
    """The codes that are likely enough to be ticked ahead, in thousandths.

    None of an answer that has a code already: it has been looked at.
    """
    if held:
        return ()
    return tuple(code for code, share in shares.items() if share >= least)
