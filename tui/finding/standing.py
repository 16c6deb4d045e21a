"""What stands on the nine digits of an answer: suggestions, or codes used lately."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from tui.finding.codes import FinderCode
from tui.finding.offer import NOTHING, Offer
from tui.finding.slots import Slots

Places = Sequence[int | None]
"""The codes on the digits 1 to 9, None on a digit without a code."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Codes on their digits; whatever happens to an offer, the digits of the answer stay.

    `slots` are the codes used lately, `scale` those that always stand in their order. `settled` are
    codes that a person has decided about, and that are ticked ahead no more.
    """

    slots: Slots = field(default_factory=Slots)
    scale: Places | None = None
    offer: Offer = NOTHING
    settled: frozenset[int] = frozenset()
    _kept: Places | None = None

    @property
    def places(self) -> Places:
        """The codes on the digits now."""
        if self.scale is not None:
            return self.scale
        return self.slots.places if self._kept is None else self._kept

    def next_answer(self, codes: Sequence[FinderCode], offer: Offer | None = None) -> Self:
        """Another answer is looked at: what is offered for it stands there, else what was used."""
        now = replace(
            self,
            slots=self.slots.renewed(codes),
            offer=NOTHING,
            settled=frozenset(),
            _kept=None,
        )
        return now if offer is None else now.offered(offer)

    def offered(self, offer: Offer) -> Self:
        """Suggestions have come for this answer."""
        return replace(self, offer=offer, _kept=offer.places(self.slots.places))

    def withdrawn(self) -> Self:
        """What was said of the codes holds no more."""
        return replace(self, offer=NOTHING)

    def decided(self, codes: Collection[int]) -> Self:
        """A person has decided about codes."""
        return replace(self, settled=self.settled.union(codes))

    def ticked(self, known: Collection[int], held: Collection[int]) -> tuple[int, ...]:
        """The codes ticked ahead now: known ones that the answer has not."""
        return tuple(
            code
            for code in self.offer.ticked
            if code in known and code not in held and code not in self.settled
        )
