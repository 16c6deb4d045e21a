"""Closed answers that are numbers, written as people write them: `12`, `0,83`, `-1.5`."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Decimals = NDArray[float64]

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:([.,])[0-9]{1,6})?")


def as_numbers(texts: Sequence[str]) -> "tuple[Decimals, int] | None":
    """The numbers of a column (NaN where blank) and their most decimals; None for other texts.

    All that is not blank must be a number with the same decimal mark; a number with a nought before
    it, as a municipality may have, is a name.
    """
    import numpy as np

    marks, decimals = set(), 0
    for text in set(texts) - {""}:
        found = _NUMBER.fullmatch(text)
        if found is None:
            return None
        if found[1]:
            marks.add(found[1])
            decimals = max(decimals, len(text) - found.end(1))
    if len(marks) > 1 or not any(texts):
        return None
    plain = (text.replace(",", ".") or "nan" for text in texts)
    return np.array([float(text) for text in plain]), decimals
