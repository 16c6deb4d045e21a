"""Codings that look wrong or forgotten, gone through one by one."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from coder.declining import declined_pairs
from coder.suggest.ranker.suggestion import Doubt
from coder.workbench.context import AnswerContext
from coder.workbench.doing import Chosen, apply, remove
from coder.workbench.levels import LOWEST, Levelled, thousandths
from coder.workbench.settling import decline
from coder.workbench.tally import CodesOf, codes_of
from coder.workbench.why_likely import WhyLikely, why_likely
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from corpus.store.history import Step

if TYPE_CHECKING:
    from coder.workbench.suggesting import Suggesting

Told = Callable[[float], None]
Cancelled = Callable[[], bool]

_SEVERAL = 2
"""Answers that must have a code for one of them to be doubtful: one alone is unlike all others."""


class DoubtsDesk:
    """The doubts that are left, the surest first; each is settled by one action with its undo.

    That a code given stays is kept by this object alone; that one is not missing, in the study.
    """

    def __init__(self, bench: Workbench, suggesting: "Suggesting") -> None:
        self.bench = bench
        self.at: Doubt | None = None
        """The one that was looked at last."""
        self._suggesting = suggesting
        self._all: list[Doubt] = []
        self._by_level = Levelled[Doubt](sureness)
        self._kept: dict[tuple[int, int], None] = {}
        self._trail: list[tuple[int, int] | None] = []
        self._texts: object = None

    @property
    def level(self) -> int:
        """How doubtful a coding must be to be listed, in percent."""
        return self._by_level.level

    @property
    def doubts(self) -> Sequence[Doubt]:
        """Those that reach the level and are not settled."""
        return self._by_level.shown

    @property
    def counts(self) -> Mapping[int, int]:
        """How many reach each level."""
        return self._by_level.counts

    def to_level(self, level: int) -> None:
        """List those that reach another level."""
        self._by_level.to(level)

    def find(self, told: Told, cancelled: Cancelled) -> None:
        """Look for them; meant for a thread."""
        self._all = list(self._suggesting.doubts(LOWEST / 100, told, cancelled))
        self._texts = self.bench.same
        self._trail.clear()
        self._settle()

    def is_outdated(self) -> bool:
        """Whether answers came, went or got another text since they were looked for."""
        return self._texts is not self.bench.same

    def refresh(self) -> None:
        """Read again, after an undo or another program's work."""
        self.bench.refresh()
        self._settle()

    def name(self, code_id: int) -> str:
        """The path of a code."""
        return self.bench.path(code_id)

    def open(self, answer: int) -> AnswerContext | None:
        """An answer with what stands beside it; None when it is gone."""
        return self.bench.open(answer)

    def why(self, doubt: Doubt, cancelled: Cancelled) -> WhyLikely | None:
        """Why the code is likely; None when nothing can be said. Meant for a thread."""
        return why_likely(self.bench, self._suggesting, doubt.answer, doubt.code, cancelled)

    def change(self, doubt: Doubt) -> None:
        """Take the code off that looks wrong, or put the one on that looks forgotten.

        A Problem when it was another coder who gave the code, or when it cannot be given any more.
        """
        answer = self.bench.open(doubt.answer)
        if answer is None:
            raise Problem("The answer is not in the study any more.", "Nothing was changed.")
        chosen, score = Chosen((doubt.answer,), answer.respondent), thousandths(doubt.probability)
        if not doubt.given:
            apply(self.bench, [doubt.code], chosen, {doubt.code: score})
        elif not _is_own(answer, doubt.code, self.bench.coder):
            raise Problem("Another coder gave this code; theirs stays.", "Nothing was changed.")
        else:
            remove(self.bench, doubt.code, chosen)
        self._done(None)

    def keep(self, doubt: Doubt) -> None:
        """It stays as it is, and is not asked about again."""
        if doubt.given:
            self._kept[doubt.answer, doubt.code] = None
            self._done((doubt.answer, doubt.code))
        else:
            decline(self.bench, doubt.code, [(doubt.answer, thousandths(doubt.probability))])
            self._done(None)

    def undo(self) -> Step | None:
        """Take back the latest action; None when that was to keep a code that was given.

        A Problem when there is none.
        """
        kept = self._trail.pop() if self._trail else None
        if kept is not None:
            self._kept.pop(kept, None)
            self._settle()
            return None
        step = self.bench.undo()
        self.refresh()
        return step

    def redo(self) -> Step:
        """Do again what was taken back last; a Problem when there is nothing."""
        step = self.bench.redo()
        self._trail.append(None)
        self.refresh()
        return step

    def _done(self, kept: tuple[int, int] | None) -> None:
        self._trail.append(kept)
        self._settle()

    def _settle(self) -> None:
        """Leave out what does not stand so any more, and what was looked at."""
        with self.bench.study.read() as session:
            answers = {doubt.answer for doubt in self._all}
            codes = codes_of(session, answers)
            settled = declined_pairs(session, answers).union(self._kept)
        self._by_level.fill([each for each in self._all if self._stands(each, codes, settled)])

    def _stands(self, doubt: Doubt, codes: CodesOf, settled: Collection[object]) -> bool:
        code = self.bench.tree.by_id.get(doubt.code)
        alone = doubt.given and self.bench.tally.own[doubt.code] < _SEVERAL
        there = code is not None and (doubt.given or code.status == "active") and not alone
        given = doubt.code in codes.get(doubt.answer, frozenset())
        coded = doubt.answer in codes
        stands = there and coded and given == doubt.given
        return stands and (doubt.answer, doubt.code) not in settled


def sureness(doubt: Doubt) -> int:
    """How sure the other answers are that the coding is wrong, in thousandths."""
    return thousandths(1 - doubt.probability if doubt.given else doubt.probability)


def _is_own(answer: AnswerContext, code_id: int, coder: str) -> bool:
    return any(each.code_id == code_id and each.coder == coder for each in answer.codings)
