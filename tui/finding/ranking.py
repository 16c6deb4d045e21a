"""Which codes a coder will want most likely: those used often, and of these the latest."""

from collections.abc import Sequence

from tui.finding.codes import FinderCode

_STEADINESS = 20


def by_use(codes: Sequence[FinderCode]) -> list[FinderCode]:
    """The codes, most wanted first; codes never used follow in the order of their numbers.

    A code weighs its uses, divided by its place in the row of latest uses plus a constant: the
    first in that row weighs twice as much as the twenty-first of the same frequency. So a theme
    that is talked of now comes forward, and a single odd use does not push a frequent code away.
    """
    latest = sorted(codes, key=lambda code: -code.last_used)
    weights = {code.id: code.uses / (place + _STEADINESS) for place, code in enumerate(latest)}
    return sorted(codes, key=lambda code: (-weights[code.id], -code.last_used, code.number))
