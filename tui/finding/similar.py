"""Codes that a new name may be a second name of.

Letters tell typing errors, word order, spacing, endings and nynorsk from bokmål. They do not tell
meaning: that "Mer penger" is "Mer midler" has to be seen by a person.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Literal, get_args

from rapidfuzz.distance import OSA

from tui.finding.codes import FinderCode
from tui.finding.folding import folded
from tui.finding.ranking import by_use
from tui.finding.word_forms import stem, stems

Likeness = Literal["same", "spacing", "forms", "order", "typo"]

_LIKENESSES: tuple[Likeness, ...] = get_args(Likeness)
_MOST = 3
_DIFFERENT_WORDS = 2
_SHORTEST, _LONG = 4, 8
_NEGATIONS = ("u", "un", "in", "im", "il", "ir")


@dataclass(frozen=True, slots=True)
class Similar:
    """A code whose name is much like a new one.

    `same` but for letter case, accents and signs, `spacing` with other spaces, `forms` of the same
    words (endings, bokmål or nynorsk, small words), `order` the same words in another order,
    `typo` with single letters different.
    """

    code_id: int
    path: tuple[str, ...]
    why: Likeness


def similar(name: str, codes: Sequence[FinderCode]) -> tuple[Similar, ...]:
    """At most three codes whose own names are much like this one, the most alike first."""
    new = _Name(name)
    found = []
    for code in by_use(codes):
        why = _likeness(new, _Name(code.path[-1]))
        if why:
            found.append(Similar(code.id, code.path, why))
    found.sort(key=lambda each: _LIKENESSES.index(each.why))
    return tuple(found[:_MOST])


class _Name:
    def __init__(self, name: str) -> None:
        self.plain = folded(name)
        self.squeezed = self.plain.replace(" ", "")
        self.stems = stems(self.plain)


def _likeness(new: _Name, old: _Name) -> Likeness | None:
    if new.plain == old.plain:
        return "same"
    if new.squeezed == old.squeezed:
        return "spacing"
    if new.stems == old.stems:
        return "forms"
    if sorted(new.stems) == sorted(old.stems):
        return "order"
    if stem(new.squeezed) == stem(old.squeezed):
        return "spacing"
    return "typo" if _nearly_same(new.stems, old.stems) else None


def _nearly_same(new: Sequence[str], old: Sequence[str]) -> bool:
    """Whether all words but one or two are the same, and these differ by single letters."""
    if len(new) != len(old):
        return False
    ours, theirs = Counter(new), Counter(old)
    mine, others = list((ours - theirs).elements()), list((theirs - ours).elements())
    return len(mine) <= _DIFFERENT_WORDS and any(
        all(map(_mistyped, mine, row)) for row in permutations(others)
    )


def _mistyped(word: str, other: str) -> bool:
    shorter, longer = sorted(map(len, (word, other)))
    if shorter < _SHORTEST or longer == _SHORTEST or any(map(str.isdigit, word + other)):
        return False
    if any(word == no + other or other == no + word for no in _NEGATIONS):
        return False
    return OSA.distance(word, other) <= (2 if shorter >= _LONG else 1)
