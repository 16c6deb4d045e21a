"""Groups among the answers without a code: by what they are about, or by what they nearly say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coder.workbench.filters import Filter, Sort
from coder.workbench.texts import Texts
from coder.workbench.workbench import Workbench

if TYPE_CHECKING:
    from coder.workbench.suggesting import Suggesting

Told = Callable[[float], None]
Cancelled = Callable[[], bool]

NEARLY = 0.9
_TYPICAL, _BEGINNING = 3, 400


@dataclass(frozen=True)
class Group:
    """Answers that belong together, some that stand for them, and words that they share."""

    ids: tuple[int, ...]
    typical: tuple[int, ...]
    words: tuple[str, ...] = ()


Finds = Callable[[Sequence[int], Told, Cancelled], Sequence[Group]]
"""Finds groups among answers, the largest first."""


class GroupsDesk:
    """The groups that are left: those that have a code by now are left out of them.

    They are found once, which takes time, among the answers that `shown` leaves.
    """

    def __init__(self, bench: Workbench, shown: Filter, finds: Finds) -> None:
        self.bench = bench
        self.shown = replace(shown, uncoded=True, listed=None)
        self.at = 0
        self._finds = finds
        self._all: Sequence[Group] = ()
        self.groups: list[Group] = []
        self.looked_at = 0
        """How many answers were put into groups, or into none."""
        self._texts: object = None
        self._begins: Mapping[int, str] = {}

    def find(self, told: Told, cancelled: Cancelled) -> None:
        """Look for them; meant for a thread."""
        same = self.bench.same
        ids = self.bench.ids(self.bench.filter_now(self.shown), Sort.FILE)
        self._all = self._finds(ids, told, cancelled)
        self.looked_at, self._texts = len(ids), same
        self._settle()

    def is_outdated(self) -> bool:
        """Whether answers came, went or got another text since they were looked for."""
        return self._texts is not self.bench.same

    def refresh(self) -> None:
        """Leave out what got a code meanwhile."""
        self.bench.refresh()
        self._settle()

    def beginning(self, group: Group) -> str:
        """The beginning of the answer that stands for a group."""
        return self._begins.get(group.typical[0], "")

    def texts(self, answers: Sequence[int]) -> Mapping[int, str]:
        """The texts of some answers."""
        texts: Texts = self.bench.texts(answers)
        return dict(texts)

    def _settle(self) -> None:
        left = set(self.bench.ids(Filter(uncoded=True), Sort.FILE))
        self.groups = []
        for group in self._all:
            ids = tuple(id_ for id_ in group.ids if id_ in left)
            typical = tuple(id_ for id_ in group.typical if id_ in left)
            if ids:
                self.groups.append(Group(ids, typical or ids[:_TYPICAL], group.words))
        texts = self.texts([group.typical[0] for group in self.groups])
        self._begins = {id_: text[:_BEGINNING] for id_, text in texts.items()}


def clusters_by(suggesting: "Suggesting") -> Finds:
    """Groups by what answers are about."""

    def find(ids: Sequence[int], told: Told, cancelled: Cancelled) -> Sequence[Group]:
        found = suggesting.clusters(ids, told, cancelled)
        groups = [
            Group(tuple(each.ids), tuple(each.typical)[:_TYPICAL], tuple(each.words))
            for each in found
        ]
        return sorted(groups, key=lambda group: -len(group.ids))

    return find


def near_groups_by(suggesting: "Suggesting", bench: Workbench) -> Finds:
    """Groups of answers that nearly say the same; one of each text stands for it."""

    def find(ids: Sequence[int], told: Told, cancelled: Cancelled) -> Sequence[Group]:
        found = suggesting.near_groups(ids, NEARLY, told, cancelled)
        texts = bench.same.one_of_each
        groups = [Group(tuple(each), tuple(texts(each)[:_TYPICAL])) for each in found]
        return sorted(groups, key=lambda group: -len(group.ids))

    return find
