"""One question on the table: what the coding screen asks, and what it does, in whole actions."""

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy.orm import Session

from codebooks.edits import add_path
from codebooks.paths import find_code, names_to_make
from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.choosing import code_named
from coder.people import coder_id
from coder.queries import count_uncoded
from coder.results.counts import Grouping, count_each
from coder.study import Study
from coder.workbench.context import AnswerContext, answer_context
from coder.workbench.duplicates import SameTexts, same_texts
from coder.workbench.filters import Filter, Flag, GridRow, Sort
from coder.workbench.flags import flags_of, set_flag, unset_flag
from coder.workbench.listing import answer_ids, grid_rows
from coder.workbench.marking import Coverage, apply_to_many, coverage, remove_from_many
from coder.workbench.usage import last_uses
from coder.workbench.word_index import bring_up_to_date
from corpus.queries import Question, find_question, reach
from corpus.store.history import Step

_SEARCHED_WITHOUT_INDEX = 5_000


@dataclass(frozen=True)
class CodeUse:
    """A code with how many answers have it, and when it was used last (0: never)."""

    code: Code
    path: tuple[str, ...]
    answers: int
    last_used: int


@dataclass(frozen=True)
class Standing:
    """How far the question is: answers with text, and how many of them have no code."""

    total: int
    uncoded: int


class Workbench:
    """Reads and changes one question of an open study, as one coder."""

    def __init__(self, study: Study, question: str, coder: str) -> None:
        self._study = study
        self.coder = coder
        with study.read() as session:
            self.question: Question = find_question(session, question)
            self.tree: CodeTree = codebook_of(session, self.question.id)
            self._same: SameTexts = same_texts(session, self.question)

    def ids(self, wanted: Filter, order: Sort) -> Sequence[int]:
        """The answers that a filter leaves, in order."""
        with self._study.read() as session:
            return answer_ids(session, self.question, wanted, order)

    def rows(self, ids: Sequence[int]) -> Sequence[GridRow]:
        """The rows of some answers, in the order asked for."""
        with self._study.read() as session:
            return grid_rows(session, self.question, ids, self._same.counts)

    def answer(self, answer_id: int) -> AnswerContext:
        """One answer with all that stands beside it."""
        with self._study.read() as session:
            return answer_context(session, answer_id)

    def standing(self) -> Standing:
        """How far the question is."""
        with self._study.read() as session:
            answered = reach(session, self.question).answered
            return Standing(answered, count_uncoded(session, self.question))

    def uses(self) -> list[CodeUse]:
        """The codes that are offered, with their use, in codebook order."""
        with self._study.read() as session:
            self.tree = codebook_of(session, self.question.id)
            counts = count_each(session, self.question, Grouping(), None)
            last = last_uses(session, self.question)
        return [
            CodeUse(
                code,
                self.tree.path(code.id),
                sum(counts.get(code.id, {}).values()),
                last.get(code.id, 0),
            )
            for code in self.tree.walk()
            if code.status == "active"
        ]

    def coverage(self, answers: Collection[int]) -> dict[int, Coverage]:
        """Which codes all or some of these answers have."""
        with self._study.read() as session:
            return coverage(session, answers)

    def apply(self, code_id: int, answers: Collection[int]) -> int:
        """Put a code on answers, as one action; returns how many changed."""
        code = self.tree.by_id[code_id]
        with self._act("apply_to_many", self._path(code_id), answers) as session:
            coder = coder_id(session, self.coder)
            return apply_to_many(session, self.question, self.tree, code, answers, coder)

    def apply_new(self, path: str, answers: Collection[int]) -> Code:
        """Make a code (or find the one of that path) and put it on answers, as one action."""
        with self._act("apply_new_code", path, answers) as session:
            tree = codebook_of(session, self.question.id)
            code = find_code(tree, path)
            if code is None:
                tree, code = add_path(session, tree, names_to_make(tree, path))
            coder = coder_id(session, self.coder)
            apply_to_many(session, self.question, tree, code, answers, coder)
        self.tree = tree
        return code

    def remove(self, code_id: int, answers: Collection[int]) -> int:
        """Take the coder's code off answers, as one action; returns how many had it."""
        code = self.tree.by_id[code_id]
        with self._act("remove_from_many", self._path(code_id), answers) as session:
            return remove_from_many(session, code, answers, coder_id(session, self.coder))

    def toggle_flag(self, flag: Flag, answers: Collection[int]) -> bool:
        """Flag answers, or take the flag off when all have it; returns whether it is set now."""
        with self._study.act("flag", self.coder, flag=flag.value, answers=len(answers)) as session:
            flags = flags_of(session, answers)
            if all(flag in flags.get(answer, ()) for answer in answers):
                unset_flag(session, answers, flag)
                return False
            set_flag(session, answers, flag, coder_id(session, self.coder))
            return True

    def flags(self, answer_id: int) -> frozenset[Flag]:
        """The flags of an answer."""
        with self._study.read() as session:
            return flags_of(session, [answer_id]).get(answer_id, frozenset())

    def same_text(self, answer_id: int) -> Sequence[int]:
        """The answers with the same text, itself included."""
        return self._same.group_of(answer_id) or [answer_id]

    def code(self, path: str) -> Code:
        """The code a path means; a Problem with the nearest one when there is none."""
        return code_named(self.tree, path)

    def group(self, path: str) -> frozenset[int]:
        """A code or theme with everything under it."""
        return frozenset(self.tree.subtree(self.code(path).id))

    def name_of(self, group: Collection[int]) -> str:
        """The name of the code or theme at the top of a group."""
        tops = [code for code in group if self.tree.by_id[code].parent_id not in group]
        return ", ".join(self.tree.by_id[code].name for code in tops)

    def index_words(self) -> None:
        """Bring the index of words up to date where searching without it would be felt.

        Meant for a thread: it may take seconds.
        """
        if self.standing().total > _SEARCHED_WITHOUT_INDEX:
            bring_up_to_date(self._study)

    def undo(self) -> Step:
        """Take back the latest action of the study; a Problem when there is none."""
        return self._study.undo(self.coder)

    def redo(self) -> Step:
        """Do again what was taken back last; a Problem when there is nothing."""
        return self._study.redo(self.coder)

    def _path(self, code_id: int) -> str:
        return " / ".join(self.tree.path(code_id))

    def _act(
        self, kind: str, code: str, answers: Collection[int]
    ) -> AbstractContextManager[Session]:
        """A step on many answers, and what the history says about it."""
        key = self.question.full_key
        return self._study.act(kind, self.coder, question=key, code=code, answers=len(answers))
