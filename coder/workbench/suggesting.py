"""Suggestions for one question of an open study, worked out in the child process.

What takes time is meant for threads: it tells how much is done (0 to 1), and ends with Cancelled
soon after `cancelled` is true. The process that was killed is started again and learns everything
anew; a Problem when that is in vain.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from coder.declining import declined_answers
from coder.suggest import asking
from coder.suggest.child import Child, Need, Told
from coder.suggest.encoding.installed import encoder_installed
from coder.suggest.grouping import Cluster
from coder.suggest.learning import CodeSaid, Coding
from coder.suggest.ranker.suggestion import Doubt, Suggestion
from coder.suggest.requests import Purpose
from coder.suggest.source import Source
from coder.tables import CodingRow
from coder.workbench.coding_so_far import CodingSoFar
from coder.workbench.comparing import source_of
from coder.workbench.filters import Filter, Sort
from coder.workbench.ids import among
from coder.workbench.tally import codes_of
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from corpus.queries import IN_USE
from corpus.tables import AnswerRow, VersionRow

if TYPE_CHECKING:
    from coder.workbench.encoding import Encoding

Cancelled = Callable[[], bool]
"""Says whether nobody wants the work any more."""


_TEXT = (
    select(VersionRow.text)
    .join(AnswerRow, IN_USE)
    .where(VersionRow.answer_id == bindparam("answer"))
)


@dataclass(frozen=True)
class Suggested:
    """What is suggested for an answer.

    `suggestions` are at most nine codes, likeliest first; `probabilities` say how likely each of
    all codes is (0 to 1); `new_names` are names for a new code, from the answer's own words.
    `state` is what it was worked out from, for `Suggesting.is_stale`.
    """

    answer: int
    state: object
    suggestions: tuple[Suggestion, ...]
    probabilities: Mapping[int, float]
    new_names: tuple[str, ...]


class Suggesting:
    """Suggests codes from the coding of a question so far, everyone's of it.

    Before each request the process hears what has changed since it was last asked: coding, undo and
    redo, codes that were renamed, merged, split or retired, and what other programs did once the
    workbench was refreshed.
    """

    def __init__(self, bench: Workbench, child: Child) -> None:
        self._bench, self._child = bench, child
        self._so_far = CodingSoFar(bench)
        self._source: tuple[object, Source] | None = None
        self._encoding: Encoding | None = None
        self._meant: tuple[object, dict[int, CodeSaid]] = None, {}

    def prepare(self, told: Told, cancelled: Cancelled) -> None:
        """Hand over texts and coding, so that suggestions come at once afterwards."""
        asking.prepare(self._child, self._need(cancelled), told, cancelled)

    def encode(self, told: Told, cancelled: Cancelled) -> bool:
        """Have the sentence encoder read all answers, when it is installed; whether it has.

        Takes long the first time, in a process of its own: suggestions come meanwhile without it,
        and with it as soon as all is read. A Problem when it does not work.
        """
        if not encoder_installed():
            return False
        if self._encoding is None:
            self._encoding = _encoding(self._bench, self._child)
        return self._encoding.is_ready or self._encoding.fill(told, cancelled)

    def suggest(self, answer_id: int, cancelled: Cancelled) -> Suggested:
        """Codes for an answer; its own codes do not speak for it. Nothing for one without text."""
        state = self._state(answer_id)
        with self._bench.study.read() as session:
            text = session.connection().execute(_TEXT, {"answer": answer_id}).scalar()
        found = asking.offered(
            self._child, self._need(cancelled), answer_id, text or "", lambda _: None, cancelled
        )
        return Suggested(
            answer_id, state, found.suggestions, found.probabilities or {}, found.new_names
        )

    def is_stale(self, suggested: Suggested) -> bool:
        """Whether the codebook, the answers' texts or the codes of this answer have changed since.

        Then it must not be shown. Takes less than a millisecond.
        """
        return suggested.state != self._state(suggested.answer)

    def likely(
        self, code_id: int, least: float, told: Told, cancelled: Cancelled
    ) -> list[tuple[int, float]]:
        """Answers that are likely to get a code, at least so likely (0 to 1), likeliest first.

        Left out are answers that have the code or one under it, and those for which a person has
        declined it. Raises a Problem for a code that is not suggested.
        """
        need = self._need(cancelled)
        if code_id not in need.coding.codes:
            raise Problem("This code is not suggested any more.", "Use another code.")
        ids = self._without(code_id)
        found = asking.how_likely(self._child, need, code_id, ids, told, cancelled)
        pairs = [(id_, each) for id_, each in zip(ids, found, strict=True) if each >= least]
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))

    def doubts(self, least: float, told: Told, cancelled: Cancelled) -> list[Doubt]:
        """Codings that the other answers speak against, at least so surely, the surest first."""
        return asking.doubts(self._child, self._need(cancelled), least, told, cancelled)

    def clusters(self, ids: Sequence[int], told: Told, cancelled: Cancelled) -> list[Cluster]:
        """Answers in at most twelve groups on much the same subject, the largest first."""
        return asking.clusters(self._child, self._need(cancelled), ids, told, cancelled)

    def near_groups(
        self, ids: Sequence[int], least: float, told: Told, cancelled: Cancelled
    ) -> list[tuple[int, ...]]:
        """Groups of answers that say nearly the same, at least so alike, the largest first."""
        return asking.near_groups(self._child, self._need(cancelled), ids, least, told, cancelled)

    def _need(self, cancelled: Cancelled) -> Need:
        state = self._bench.texts_read
        if self._source is None or self._source[0] != state:
            self._source = state, source_of(self._bench.study, self._bench.question)
        source, coding = self._source[1], self._so_far.now()
        encoding = self._encoding
        if encoding is None or not encoding.is_ready:
            return Need(Purpose.SUGGEST, source, coding)
        if self._meant[0] is not coding.codes:
            self._meant = coding.codes, encoding.codes_with_meanings(coding.codes, cancelled)
        meant = Coding(self._meant[1], coding.coded)
        return Need(Purpose.SUGGEST, encoding.with_meanings(source), meant)

    def _state(self, answer_id: int) -> tuple[object, ...]:
        with self._bench.study.read() as session:
            codes = codes_of(session, [answer_id]).get(answer_id)
        return self._bench.tree, self._bench.texts_read, codes

    def _without(self, code_id: int) -> list[int]:
        """The answers with text that have no code of the group, and were not declined."""
        group, question = self._bench.group(code_id), self._bench.question
        with self._bench.study.read() as session:
            having = select(CodingRow.answer_id).where(CodingRow.code_id.in_(among(group)))
            having = having.where(CodingRow.question_id == question.id)
            settled = {*session.scalars(having), *declined_answers(session, code_id)}
        return [id_ for id_ in self._all() if id_ not in settled]

    def _all(self) -> Sequence[int]:
        return self._bench.ids(Filter(), Sort.FILE)


def _encoding(bench: Workbench, child: Child) -> "Encoding":
    from coder.suggest.encoding.kept import EncodedTexts
    from coder.workbench.encoding import Encoding

    return Encoding(bench, child.companion(), EncodedTexts(bench.study))
