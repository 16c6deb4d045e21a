"""The history of a study as its screen asks for it: ids of lines, lines, and ways back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from codebooks.queries import read_codebook
from codebooks.tables import CodebookRow
from coder.study import Study
from coder.workbench.ids import read_ids
from coder.workbench.step_details import Details, read_details
from coder.workbench.step_search import steps_on_codes, steps_on_question
from corpus.queries import Question, questions
from corpus.store import history
from corpus.store.history import Step
from corpus.store.tables import StepRow

_PORTION = 1_000

Says = Callable[["Entry"], str]
"""What a line of the history says to its reader."""


@dataclass(frozen=True)
class Entry:
    """A line of the history; `action` is what an undo or redo is about, else the step itself."""

    step: Step
    action: Step

    @property
    def id(self) -> int:
        """The number of the step."""
        return self.step.id


@dataclass(frozen=True)
class CodeName:
    """A code that lines can be filtered by, with the codebook it stands in."""

    id: int
    path: tuple[str, ...]
    codebook: int


@dataclass(frozen=True)
class Wanted:
    """A filter of the history; its parts combine. `codes` are a code with everything under it."""

    coder: str = ""
    codes: frozenset[int] = frozenset()
    question: int = 0
    words: str = ""


@dataclass(frozen=True)
class Way:
    """What a way through the history takes back or does again: how many actions, and the first."""

    count: int
    first: Sequence[Step]


class Logbook:
    """Reads the history of an open study, and takes back or does again as one coder."""

    def __init__(self, study: Study, coder: str) -> None:
        self._study = study
        self.coder = coder

    def ids(self, wanted: Wanted, says: Says, heed: Callable[[], None]) -> Sequence[int]:
        """The steps that a filter leaves, oldest first; `heed` is called often and may raise.

        Meant for a thread when there is a filter: a hundred thousand steps take a second.
        """
        query = select(StepRow.id).order_by(StepRow.id)
        if wanted.coder:
            query = query.where(StepRow.coder_name == wanted.coder)
        with self._study.read() as session:
            ids = read_ids(session, query)
            if wanted.codes:
                touched = steps_on_codes(session, wanted.codes)
                ids = [step for step in ids if step in touched]
            heed()
            if wanted.question:
                touched = steps_on_question(session, wanted.question)
                ids = [step for step in ids if step in touched]
            heed()
        return self._saying(ids, wanted.words, says, heed) if wanted.words else ids

    def rows(self, ids: Sequence[int]) -> list[Entry]:
        """The lines of some steps, oldest first."""
        with self._study.read() as session:
            lineage = history.read_lineage(session)
            origins = {id_: lineage.origin(id_) for id_ in ids}
            wanted = {*origins, *origins.values()}
            steps = {step.id: step for step in history.steps_by_id(session, wanted, lineage)}
        return [Entry(steps[id_], steps[origins[id_]]) for id_ in ids if id_ in steps]

    def details(self, step_id: int, most: int = 300) -> Details:
        """What a step changed, in at most so many rows."""
        (entry,) = self.rows([step_id])
        with self._study.read() as session:
            return read_details(session, entry.step.id, most)

    def coders(self) -> list[tuple[str, int]]:
        """Who did something, each with how many steps, the most active first."""
        many = func.count()
        query = select(StepRow.coder_name, many).group_by(StepRow.coder_name)
        with self._study.read() as session:
            rows = session.execute(query.order_by(many.desc(), StepRow.coder_name))
            return [(coder, count) for coder, count in rows]

    def questions(self) -> list[Question]:
        """The questions of the study."""
        with self._study.read() as session:
            return questions(session)

    def codes(self) -> list[CodeName]:
        """All codes there are, retired ones too, in codebook order."""
        with self._study.read() as session:
            books = session.scalars(select(CodebookRow.id).order_by(CodebookRow.id)).all()
            trees = [read_codebook(session, book) for book in books]
        return [
            CodeName(code.id, tree.path(code.id), tree.id) for tree in trees for code in tree.walk()
        ]

    def under(self, code: CodeName) -> frozenset[int]:
        """A code with everything under it."""
        with self._study.read() as session:
            return frozenset(read_codebook(session, code.codebook).subtree(code.id))

    def done_after(self, step_id: int, most: int) -> Way:
        """The actions that going back to a step takes back, the latest first."""
        with self._study.read() as session:
            steps = history.undoable_after(session, step_id)
            return Way(len(steps), history.actions_of(session, steps[:most]))

    def waiting_until(self, action: int, most: int) -> Way:
        """The actions that going forward to an undone one does again; none when it cannot be."""
        waiting = self._study.redoable()
        until = waiting[: waiting.index(action) + 1] if action in waiting else []
        with self._study.read() as session:
            return Way(len(until), history.actions_of(session, until[:most]))

    def undo_to(self, step_id: int, told: Callable[[int], None]) -> list[Step]:
        """Take back every action after a step, or, when `told` raises, none."""
        return self._study.undo_to(self.coder, step_id, told)

    def redo_to(self, step_id: int, told: Callable[[int], None]) -> list[Step]:
        """Do again what was taken back, up to and with an action; `told` as above."""
        return self._study.redo_to(self.coder, step_id, told)

    def undo(self) -> Step:
        """Take back the latest action; a Problem when there is none."""
        return self._study.undo(self.coder)

    def redo(self) -> Step:
        """Do again what was taken back last; a Problem when there is nothing."""
        return self._study.redo(self.coder)

    def _saying(
        self, ids: Sequence[int], words: str, says: Says, heed: Callable[[], None]
    ) -> Sequence[int]:
        parts, found = words.casefold().split(), list[int]()
        for at in range(0, len(ids), _PORTION):
            heed()
            for entry in self.rows(ids[at : at + _PORTION]):
                said = says(entry).casefold()
                if all(part in said for part in parts):
                    found.append(entry.id)
        return found
