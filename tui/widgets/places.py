"""Where the cursor goes when other lines stand in a list; pure."""

from collections.abc import Sequence


def place_after(before: Sequence[int], at: int, now: Sequence[int], wanted: int | None) -> int:
    """The place of the wanted id among the ids now shown.

    When it is gone: the place of the first id that came after place `at` before and is still
    there, or else of the last one before it, or else the same place as near as there is.
    """
    if wanted in now:
        return now.index(wanted)
    there = set(now)
    for id_ in (*before[at + 1 :], *reversed(before[:at])):
        if id_ in there:
            return now.index(id_)
    return max(0, min(at, len(now) - 1))
