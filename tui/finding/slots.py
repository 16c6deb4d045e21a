"""The nine codes that stand ready while nothing is typed, each on its digit."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.finding.codes import NINE, FinderCode
from tui.finding.ranking import by_use


@dataclass(frozen=True, slots=True)
class Slots:
    """`places[0]` is the code on digit 1; None is a place without a code. Always nine places."""

    places: tuple[int | None, ...] = (None,) * NINE

    def renewed(self, codes: Sequence[FinderCode]) -> "Slots":
        """The nine most wanted codes now: who stays keeps its digit, newcomers fill the gaps.

        Call it when the coder goes on to another answer, never while one is looked at.
        """
        wanted = [code.id for code in by_use(codes)[:NINE]]
        newcomers = iter([code_id for code_id in wanted if code_id not in self.places])
        return Slots(
            tuple(place if place in wanted else next(newcomers, None) for place in self.places)
        )

    def digit(self, code_id: int) -> int | None:
        """The digit 1-9 of a code, or None."""
        return self.places.index(code_id) + 1 if code_id in self.places else None
