"""Whether two names may be names of one code.

Letters tell typing errors, word order, spacing, endings and nynorsk from bokmål. They do not tell
meaning: that "Mer penger" is "Mer midler" has to be seen by a person, or in the answers.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import permutations
from typing import Literal, get_args

from rapidfuzz.distance import OSA

from codebooks.naming.folding import folded
from codebooks.naming.word_forms import stem, stems

Likeness = Literal["same", "spacing", "forms", "order", "typo"]
"""`same` but for letter case, accents and signs, `spacing` with other spaces, `forms` of the same
words (endings, bokmål or nynorsk, small words), `order` the same words in another order, `typo`
with single letters different."""

LIKENESSES: tuple[Likeness, ...] = get_args(Likeness)
"""From the most alike to the least."""

_DIFFERENT_WORDS = 2
_SHORTEST, _LONG = 4, 8
_NEGATIONS = ("u", "un", "in", "im", "il", "ir")


class Name:
    """A name made ready to be compared: folded, without spaces, and its words' stems."""

    __slots__ = ("plain", "squeezed", "stems")

    def __init__(self, name: str) -> None:
        self.plain = folded(name)
        self.squeezed = self.plain.replace(" ", "")
        self.stems = stems(self.plain)


def likeness(one: Name, other: Name) -> Likeness | None:
    """How two names are alike, or None."""
    if one.plain == other.plain:
        return "same"
    if one.squeezed == other.squeezed:
        return "spacing"
    if one.stems == other.stems:
        return "forms"
    if sorted(one.stems) == sorted(other.stems):
        return "order"
    if stem(one.squeezed) == stem(other.squeezed):
        return "spacing"
    return "typo" if _nearly_same(one.stems, other.stems) else None


def negates(word: str, other: str) -> bool:
    """Whether one of two words says not what the other says, as `usikker` and `sikker`."""
    return any(word == no + other or other == no + word for no in _NEGATIONS)


def _nearly_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether all words but one or two are the same, and these differ by single letters."""
    if len(one) != len(other):
        return False
    ours, theirs = Counter(one), Counter(other)
    mine, others = list((ours - theirs).elements()), list((theirs - ours).elements())
    return len(mine) <= _DIFFERENT_WORDS and any(
        all(map(_mistyped, mine, row)) for row in permutations(others)
    )


def _mistyped(word: str, other: str) -> bool:
    shorter, longer = sorted(map(len, (word, other)))
    if shorter < _SHORTEST or longer == _SHORTEST or any(map(str.isdigit, word + other)):
        return False
    if negates(word, other):
        return False
    return OSA.distance(word, other) <= (2 if shorter >= _LONG else 1)
