"""One question on the table: what the coding screen asks of the study."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from operator import is_

from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.choosing import code_named
from coder.study import Study
from coder.workbench.bands import band_of_each
from coder.workbench.choices import Names, names_in
from coder.workbench.context import AnswerContext, answer_context, others_of
from coder.workbench.duplicates import SameTexts, same_texts
from coder.workbench.filters import Filter, GridRow, Sort
from coder.workbench.filters_now import filter_now
from coder.workbench.ids import among
from coder.workbench.listing import answer_ids, grid_rows
from coder.workbench.marking import Coverage, coverage
from coder.workbench.progress import next_among, uncoded_ids
from coder.workbench.tally import code_sets, codes_of, read_tally, under_themes
from coder.workbench.texts import Texts, state_of_texts, texts_of_question
from coder.workbench.word_index import bring_up_to_date
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.queries import Question, find_answer, find_question, questions
from corpus.store.history import Parameter, Step
from corpus.tables import AnswerRow

_SEARCHED_WITHOUT_INDEX = 5_000


@dataclass(frozen=True)
class CodeUse:
    """A code with how many answers have it, and when it was used last (0: never).

    `under` counts the answers with the code or anything under it; None while not yet counted.
    """

    code: Code
    path: tuple[str, ...]
    answers: int
    last_used: int
    under: int | None = None


class Gone(Problem):
    """The question is not in the study any more."""


class Workbench:
    """Reads one question of an open study for one coder; `coder.workbench.doing` changes it."""

    def __init__(self, study: Study, question: str, coder: str) -> None:
        self.study = study
        self.coder = normalise(coder)
        with study.read() as session:
            self.question: Question = find_question(session, question)
        self.same = SameTexts()
        self._uses: dict[int, CodeUse] = {}
        self._counted: tuple[object, ...] = (None, None, None)
        self._texts: tuple[int, ...] = ()
        self.refresh()

    @property
    def texts_read(self) -> tuple[int, ...]:
        """Another value after answers came, went or got another text (see `refresh`)."""
        return self._texts

    def refresh(self) -> bool:
        """Read codebook and counts again, after an undo or another program's work.

        Returns whether answers came, went, or got another text. Raises Gone when the question is
        not in the study any more.
        """
        with self.study.read() as session:
            if all(each.guid != self.question.guid for each in questions(session)):
                raise Gone(
                    f"The question {self.question.full_key} is not in the study any more.",
                    "Redo brings it back.",
                )
            self.tree: CodeTree = codebook_of(session, self.question.id)
            self.tally = read_tally(session, self.question)
            before, self._texts = self._texts, state_of_texts(session, self.question)
            if before != self._texts:
                self.same = same_texts(session, self.question)
        return before != self._texts

    def count_themes(self) -> None:
        """Count the answers under whole themes, which takes longer; meant for a thread.

        When an action comes between, they are counted again.
        """
        while self.tally.under is None:
            tally, changes = self.tally, self.tally.changes
            with self.study.read() as session:
                tree = codebook_of(session, self.question.id)
                sets = code_sets(session, self.question)
            under = under_themes(tree, sets)
            if tally is self.tally and changes == tally.changes:
                tally.under = under

    @contextmanager
    def acting(
        self, kind: str, answers: Collection[int], parameters: Mapping[str, Parameter]
    ) -> Iterator[Session]:
        """One action on some answers: one step of the history, and the counts stay right."""
        said = {"question": self.question.full_key, **parameters}
        with self.study.act(kind, self.coder, operation=None, **said) as session:
            before = codes_of(session, answers)
            yield session
            session.flush()
            after = codes_of(session, answers)
        self.tally.change(self.tree, before, after)

    def ids(self, wanted: Filter, order: Sort) -> Sequence[int]:
        """The answers that a filter leaves, in order."""
        with self.study.read() as session:
            return answer_ids(session, self.question, wanted, order, self.same)

    def rows(self, ids: Sequence[int]) -> Sequence[GridRow]:
        """The rows of some answers, in the order asked for."""
        with self.study.read() as session:
            return grid_rows(session, self.question, ids, self.same.counts)

    def folded_rows(self, ids: Sequence[int]) -> Sequence[GridRow]:
        """The rows of some answers, each standing for all that say the same."""
        with self.study.read() as session:
            rows = grid_rows(session, self.question, ids, self.same.counts)
            return band_of_each(session, self.same, rows)

    def open(self, answer_id: int) -> AnswerContext | None:
        """One answer with all that stands beside it; None when it has no text any more."""
        with self.study.read() as session:
            return answer_context(session, answer_id)

    def others(self, answer_id: int) -> Sequence[tuple[str, str]]:
        """What its respondent said to other questions: the question's key, and the text."""
        with self.study.read() as session:
            return others_of(session, answer_id)

    def texts(self, answers: Collection[int]) -> Texts:
        """The texts of some answers."""
        with self.study.read() as session:
            return texts_of_question(session, self.question, AnswerRow.id.in_(among(answers)))

    def respondents_answer(self, respondent: str) -> int:
        """The id of a respondent's answer; a Problem when it has no text."""
        with self.study.read() as session:
            return find_answer(session, self.question, respondent)[0]

    def names(self) -> Names:
        """What the parts of a filter are called."""
        with self.study.read() as session:
            return names_in(session)

    def next_uncoded(
        self, ids: Sequence[int], after: int | None, folded: bool = False
    ) -> int | None:
        """The next answer of a list without a code, round its end; None when all have one.

        Folded: also one that has a code itself, but stands for one that has none.
        """
        if self.tally.left is None:
            with self.study.read() as session:
                self.tally.left = uncoded_ids(session, self.question)
        following = next_among(ids, self.tally.left, after)
        if following is None and folded and self.tally.left:
            return next_among(ids, set(self.same.with_same(self.tally.left)), after)
        return following

    def uses(self) -> dict[int, CodeUse]:
        """The codes by id with their use, retired ones too, in codebook order.

        Of a code whose numbers did not change since they were last asked for it is the same object.
        """
        counted = (self.tree, self.tally, self.tally.under)
        if all(map(is_, counted, self._counted)):
            touched = self.tally.touched & self._uses.keys()
            self._uses |= {id_: self._use(self.tree.by_id[id_]) for id_ in touched}
        else:
            self._counted = counted
            self._uses = {code.id: self._use(code) for code in self.tree.walk()}
        self.tally.touched.clear()
        return dict(self._uses)

    def coverage(self, answers: Collection[int]) -> dict[int, Coverage]:
        """Which codes all or some of these answers have."""
        with self.study.read() as session:
            return coverage(session, answers)

    def code(self, path: str) -> Code:
        """The code a path means; a Problem with the nearest one when there is none."""
        return code_named(self.tree, path)

    def group(self, code_id: int) -> frozenset[int]:
        """A code or theme with everything under it."""
        return frozenset(self.tree.subtree(code_id))

    def filter_now(self, wanted: Filter) -> Filter:
        """The filter with its codes and themes as they are in the codebook now."""
        return filter_now(self.tree, wanted)

    def name_of(self, group: Collection[int]) -> str:
        """The name of the code or theme at the top of a group."""
        known = self.tree.by_id
        tops = [code for code in group if code in known and known[code].parent_id not in group]
        return ", ".join(known[code].name for code in tops)

    def path(self, code_id: int) -> str:
        """The names from the main theme to a code on one line."""
        return " / ".join(self.tree.path(code_id))

    def index_words(self) -> None:
        """Bring the index of words up to date where searching without it would be felt.

        Meant for a thread: it may take seconds.
        """
        if self.tally.answered > _SEARCHED_WITHOUT_INDEX:
            bring_up_to_date(self.study)

    def undo(self) -> Step:
        """Take back the latest action of the study, to be followed by `refresh`.

        Raises a Problem when there is none.
        """
        return self.study.undo(self.coder)

    def redo(self) -> Step:
        """Do again what was taken back last, to be followed by `refresh`.

        Raises a Problem when there is nothing.
        """
        return self.study.redo(self.coder)

    def _use(self, code: Code) -> CodeUse:
        tally = self.tally
        under = None if tally.under is None else tally.under[code.id]
        last = tally.last.get(code.id, 0)
        return CodeUse(code, self.tree.path(code.id), tally.own[code.id], last, under)
