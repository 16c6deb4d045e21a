"""The codebook of a question on the table: its tree, what stands on it, one action at a time."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from codebooks.queries import codebook_of, questions_using
from codebooks.tree import Code, CodeTree
from coder.study import Study
from coder.workbench.codebook_counts import (
    Example,
    Sets,
    counts_under,
    examples_of,
    memos_by_code,
    own_counts,
    sets_of_codes,
)
from coder.workbench.memos import Memo, MemoPlace, memos_on
from coder.workbench.workbench import Gone
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.queries import Question, find_question, questions
from corpus.store.history import Parameter, Step

if TYPE_CHECKING:
    from coder.births import Birth


class Touches(Enum):
    """What an action changes of the counts: nothing, those of themes, or the codings themselves."""

    NOTHING = 0
    THEMES = 1
    CODINGS = 2


@dataclass(frozen=True)
class Reading:
    """What is read of one code when it is looked at."""

    memos: Sequence[Memo]
    examples: Sequence[Example]


class CodebookDesk:
    """Reads the codebook of one question for one coder, and changes it action by action.

    Counts are of the answers to all questions that are coded with it. `under`, the distinct answers
    with a code or anything under it, is None until `count_under` was called.
    """

    def __init__(self, study: Study, question: str, coder: str) -> None:
        self.study = study
        self.coder = normalise(coder)
        with study.read() as session:
            self.question: Question = find_question(session, question)
        self.births: Mapping[int, Birth] | None = None
        self.under: Counter[int] | None = None
        self._sets: Sets | None = None
        self.refresh()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.study.read_only

    def refresh(self) -> None:
        """Read everything again, after an undo or another program's work.

        Raises Gone when the question is not in the study any more.
        """
        with self.study.read() as session:
            known = questions(session)
            if all(each.guid != self.question.guid for each in known):
                raise Gone(
                    f"The question {self.question.full_key} is not in the study any more.",
                    "Redo brings it back.",
                )
            self._read_tree(session)
            using = set(questions_using(session, self.tree.id))
            self.questions: Sequence[Question] = [each for each in known if each.id in using]
            self._read_counts(session)

    def count_under(self) -> None:
        """Count the answers under whole themes, which takes longer; meant for a thread."""
        while self.under is None:
            tree, own, sets = self.tree, self.own, self._sets
            if sets is None:
                with self.study.read() as session:
                    sets = sets_of_codes(session, self._question_ids)
            under = counts_under(tree, sets)
            if own is self.own and tree is self.tree:
                self._sets, self.under = sets, under

    def read_births(self) -> None:
        """Find out when each code was made, by whom and at which answer; meant for a thread."""
        from coder.births import births

        tree = self.tree
        with self.study.read() as session:
            self.births = births(session, tree)

    def path(self, code_id: int) -> str:
        """The names from the main theme to a code on one line."""
        return " / ".join(self.tree.path(code_id))

    def paths(self, codes: Sequence[int]) -> str:
        """The same of several codes."""
        return "; ".join(map(self.path, codes))

    def look(self, code_id: int, most: int) -> Reading:
        """The memos on a code, and at most so many of its answers, or of those under a theme."""
        with self.study.read() as session:
            return Reading(
                memos_on(session, MemoPlace("code", code_id)),
                examples_of(session, self._question_ids, self._with_answers(code_id), most),
            )

    def tops(self, codes: Collection[int]) -> list[int]:
        """Those of the codes that stand under no other of them, in codebook order."""
        wanted = set(codes)
        return [
            code.id
            for code in self.tree.walk()
            if code.id in wanted and wanted.isdisjoint(self.tree.lineage(code.id)[:-1])
        ]

    @contextmanager
    def acting(
        self, kind: str, touches: Touches, parameters: Mapping[str, Parameter]
    ) -> Iterator[tuple[Session, CodeTree]]:
        """One action: one step with one undo; the tree is the one of this very moment.

        What it changed is known afterwards. When it raises, nothing was changed.
        """
        said = {"question": self.question.full_key, **parameters}
        with self.study.act(kind, self.coder, operation=None, **said) as session:
            yield session, codebook_of(session, self.question.id)
        self.read_again(touches)

    def read_again(self, touches: Touches) -> None:
        """Know what was changed."""
        with self.study.read() as session:
            self._read_tree(session)
            if touches is Touches.CODINGS:
                self._read_counts(session)
        if touches is Touches.THEMES:
            self.under = None

    def undo(self) -> Step:
        """Take back the latest action; a Problem when there is none."""
        step = self.study.undo(self.coder)
        self.refresh()
        return step

    def redo(self) -> Step:
        """Do again what was taken back last; a Problem when there is nothing."""
        step = self.study.redo(self.coder)
        self.refresh()
        return step

    def codings(self, codes: Collection[int]) -> int:
        """Answers with each of these codes, added up: how much there is to move."""
        return sum(self.own[code] for code in codes)

    @property
    def _question_ids(self) -> list[int]:
        return [question.id for question in self.questions]

    def _with_answers(self, code_id: int) -> Sequence[int]:
        return (code_id,) if self.own[code_id] else self.tree.subtree(code_id)

    def _read_tree(self, session: Session) -> None:
        self.tree: CodeTree = codebook_of(session, self.question.id)
        self.memos: Counter[int] = memos_by_code(session, self.tree.id)

    def _read_counts(self, session: Session) -> None:
        self.own: Counter[int] = own_counts(session, self._question_ids)
        self.under = self._sets = None


def still_there(tree: CodeTree, code_id: int) -> Code:
    """A code of the tree; a Problem when another program has merged or removed it meanwhile."""
    code = tree.by_id.get(code_id)
    if code is None:
        raise Problem("The code is not in the codebook any more.", "Nothing was changed.")
    if code.status == "merged":
        raise Problem(
            f"{code.name} was merged into {tree.followed(code).name} meanwhile.",
            "Nothing was changed.",
        )
    return code
