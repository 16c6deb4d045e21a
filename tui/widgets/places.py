"""Where the cursor goes when other lines stand in a list; pure."""

from collections.abc import Sequence
from itertools import chain


def place_after(before: Sequence[int], at: int, now: Sequence[int], wanted: int | None) -> int:
    """The place of the wanted id among the ids now shown.

    When it is gone: the place of the first id that came after place `at` before and is still
    there, or else of the last one before it, or else the same place as near as there is.
    """
    if wanted in now:
        return now.index(wanted)
    there = set(now)
    nearest = chain(before[at + 1 :], reversed(before[:at]))
    still = next((id_ for id_ in nearest if id_ in there), None)
    return max(0, min(at, len(now) - 1)) if still is None else now.index(still)
