"""Which answers are marked, to code many at once; pure, by id, so that any order keeps them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Marks:
    """The marked answers; `anchor` is where a range begins, `ranged` what the last range added."""

    ids: frozenset[int] = frozenset()
    anchor: int | None = None
    ranged: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, answer_id: int) -> bool:
        return answer_id in self.ids

    def toggled(self, answer_id: int) -> "Marks":
        """One answer marked, or not any more; the next range begins there."""
        return Marks(self.ids ^ {answer_id}, answer_id)

    def to(self, answer_id: int, shown: Sequence[int]) -> "Marks":
        """Everything shown between the anchor and this answer marked, both included.

        A second range from the same anchor replaces the first. Without a shown anchor the range is
        this answer, which becomes the anchor.
        """
        anchor = self.anchor if self.anchor in shown else answer_id
        first, last = sorted((shown.index(anchor), shown.index(answer_id)))
        kept = self.ids - self.ranged
        added = frozenset(shown[first : last + 1]) - kept
        return Marks(kept | added, anchor, added)

    def with_all(self, shown: Iterable[int]) -> "Marks":
        """Everything shown marked too, what is hidden stays as it is."""
        return Marks(self.ids.union(shown), self.anchor)

    def without(self, shown: Iterable[int]) -> "Marks":
        """Nothing shown is marked any more, what is hidden stays as it is."""
        return Marks(self.ids.difference(shown), self.anchor)

    def cleared(self) -> "Marks":
        """No answer is marked."""
        return Marks()
