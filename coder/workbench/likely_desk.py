"""The answers that are likely to have a code, gone through one by one, and taken all at once."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from codebooks.tree import Code
from coder.declining import declined_answers
from coder.tables import CodingRow
from coder.workbench.codebook_desk import still_there
from coder.workbench.context import AnswerContext
from coder.workbench.levels import LOWEST, Levelled, thousandths
from coder.workbench.settling import settle
from coder.workbench.why_likely import WhyLikely, why_likely
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from corpus.store.history import Step

if TYPE_CHECKING:
    from coder.workbench.suggesting import Suggesting

Told = Callable[[float], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class LikelyAnswer:
    """An answer that stands for all that say the same, and how likely it has the code.

    `score` is in thousandths.
    """

    id: int
    same: tuple[int, ...]
    score: int


class LikelyDesk:
    """One code: its likely answers, and what is thought of them; marks change nothing yet.

    They are found once, which takes time; then each level is shown at once.
    """

    def __init__(self, bench: Workbench, suggesting: "Suggesting", code_id: int) -> None:
        self.bench = bench
        self.code_id = code_id
        self.marks: dict[int, bool] = {}
        """What was said of an answer, in the order in which it was said: it has the code or not."""
        self._suggesting = suggesting
        self._all: Sequence[LikelyAnswer] = ()
        self._left: Mapping[int, LikelyAnswer] = {}
        self._by_level = Levelled[LikelyAnswer](
            lambda each: each.score, lambda each: len(each.same)
        )
        self._texts: object = None
        self._code()

    @property
    def name(self) -> str:
        """The path of the code."""
        return self.bench.path(self.code_id)

    @property
    def level(self) -> int:
        """How likely an answer must be to be listed, in percent."""
        return self._by_level.level

    @property
    def answers(self) -> Sequence[LikelyAnswer]:
        """The answers that reach the level and are not settled, the likeliest first."""
        return self._by_level.shown

    @property
    def counts(self) -> Mapping[int, int]:
        """How many answers reach each level."""
        return self._by_level.counts

    def to_level(self, level: int) -> None:
        """List the answers that reach another level."""
        self._by_level.to(level)

    def find(self, told: Told, cancelled: Cancelled) -> None:
        """Look for them; meant for a thread. A Problem when the code is gone or retired."""
        self._code()
        same = self.bench.same
        found = self._suggesting.likely(self.code_id, LOWEST / 100, told, cancelled)
        scores = {answer: thousandths(probability) for answer, probability in found}
        listed = []
        for first in same.one_of_each(scores):
            alike = tuple(each for each in same.group_of(first) if each in scores)
            listed.append(LikelyAnswer(first, alike, scores[first]))
        self._all, self._texts = listed, same
        self._settle()

    def is_outdated(self) -> bool:
        """Whether answers came, went or got another text since they were looked for."""
        return self._texts is not self.bench.same

    def refresh(self) -> None:
        """Read again, after an undo or another program's work.

        A Problem when the code is gone or retired. Marks go when answers have changed.
        """
        self.bench.refresh()
        self._code()
        if self.is_outdated():
            self.marks.clear()
        self._settle()

    def mark(self, answer: int, has: bool) -> None:
        """Say that an answer has the code or has it not."""
        self.marks.pop(answer, None)
        self.marks[answer] = has

    def unmark(self) -> int | None:
        """Take the latest mark back; returns its answer, None when there is none."""
        return self.marks.popitem()[0] if self.marks else None

    def marked(self, has: bool) -> list[LikelyAnswer]:
        """The answers of which this was said."""
        return [self._left[answer] for answer, said in self.marks.items() if said is has]

    def take(self) -> tuple[int, int]:
        """Do what the marks say, as one step; returns how many got the code, how many not."""
        yes, no = (self._scored(has) for has in (True, False))
        self._code()
        settle(self.bench, self.code_id, yes, no)
        self.marks.clear()
        self._settle()
        return len(yes), len(no)

    def open(self, answer: int) -> AnswerContext | None:
        """An answer with what stands beside it; None when it is gone."""
        return self.bench.open(answer)

    def why(self, answer: int, cancelled: Cancelled) -> WhyLikely | None:
        """Why it is likely; None when nothing can be said. Meant for a thread."""
        return why_likely(self.bench, self._suggesting, answer, self.code_id, cancelled)

    def undo(self) -> Step:
        """Take back the latest action; a Problem when there is none."""
        step = self.bench.undo()
        self.refresh()
        return step

    def redo(self) -> Step:
        """Do again what was taken back last; a Problem when there is nothing."""
        step = self.bench.redo()
        self.refresh()
        return step

    def _scored(self, has: bool) -> list[tuple[int, int]]:
        return [(answer, each.score) for each in self.marked(has) for answer in each.same]

    def _code(self) -> Code:
        code = still_there(self.bench.tree, self.code_id)
        if code.status != "active":
            raise Problem(f"{code.name} is retired.", "Nothing was changed.")
        if not may_be_likely(self.bench, code.id):
            raise Problem(
                f"{code.name} is a theme that no answer has itself.", "Choose a code under it."
            )
        return code

    def _settle(self) -> None:
        """Leave out what has the code by now, and what it was declined for."""
        with self.bench.study.read() as session:
            coded = select(CodingRow.answer_id).where(CodingRow.code_id == self.code_id)
            settled = {*session.scalars(coded), *declined_answers(session, self.code_id)}
        left = {each.id: each for each in self._all if settled.isdisjoint(each.same)}
        if len(left) < len(self._all):
            left = {each.id: each for each in self._without(settled)}
        self._left = left
        self._by_level.fill([*left.values()])
        self.marks = {answer: has for answer, has in self.marks.items() if answer in left}

    def _without(self, settled: Collection[int]) -> Iterator[LikelyAnswer]:
        for each in self._all:
            same = tuple(answer for answer in each.same if answer not in settled)
            if same:
                yield each if len(same) == len(each.same) else replace(each, same=same)


def may_be_likely(bench: Workbench, code_id: int) -> bool:
    """Whether a code is suggested: not a theme whose answers all have codes under it."""
    children = (bench.tree.by_id[child] for child in bench.tree.subtree(code_id)[1:])
    return bench.tally.own[code_id] > 0 or all(child.status != "active" for child in children)
