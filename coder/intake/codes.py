"""Codes that a file brings with its answers."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.edits import add_path
from codebooks.former import Pasts, find_former, is_called, names_now
from codebooks.paths import find_names, find_whole, split_levels
from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.bulk_coding import NewCoding, insert_codings
from coder.intake.report import Tally, Wishes
from coder.people import coder_id
from coder.tables import CodingRow
from corpus.problems import Problem
from corpus.queries import Question
from corpus.reading.plan import Oddity
from corpus.reading.records import AnswerRecord
from corpus.tables import AnswerRow, PresenceRow


@dataclass
class _Had:
    """The codes that answers have from one coder."""

    whole: set[tuple[int, int]]
    codes: dict[int, set[int]]

    def add(self, answer: int, code: int) -> None:
        self.whole.add((answer, code))
        self.codes[answer].add(code)


class _Books:
    """The codebooks of the file's questions as they are now; questions may share one.

    `renamed` are the names of the file that its codes had before.
    """

    def __init__(
        self,
        session: Session,
        questions: Mapping[str, Question],
        separator: str | None,
        paths: Collection[str],
    ) -> None:
        self._session = session
        self._separator = separator
        self._paths = paths
        found = {key: codebook_of(session, question.id) for key, question in questions.items()}
        self._ids = {key: tree.id for key, tree in found.items()}
        self._trees = {tree.id: tree for tree in found.values()}
        self._pasts = Pasts(session)
        self._codes: dict[tuple[int, str], int] = {}
        self.renamed: list[Oddity] = []
        self.made = 0

    def tree(self, question: str) -> CodeTree:
        """The codebook of a question."""
        return self._trees[self._ids[question]]

    def code(self, record: AnswerRecord, name: str) -> int:
        """The id of the code a name means or meant, made when it is missing."""
        book = self._ids[record.question]
        if (book, name) not in self._codes:
            try:
                self._codes[book, name] = self._find(book, record, name)
            except Problem as problem:
                raise Problem(f"Row {record.row}: {problem.sentence}", problem.hint) from problem
        return self._codes[book, name]

    def _find(self, book: int, record: AnswerRecord, name: str) -> int:
        tree, separator = self._trees[book], self._separator
        names = split_levels(name, separator) if separator else (name,)
        if name in self._paths and find_whole(tree, name) is None:
            names = split_levels(name)
        code = _present(tree, names)
        if code is None:
            past = self._pasts.of(book)
            code = find_former(tree, past, names) or self._make(tree, names_now(tree, past, names))
            tree = self._trees[book]
            if not is_called(tree, code, names):
                now = f"“{name}” is called “{' / '.join(tree.path(code.id))}” now."
                self.renamed.append(Oddity(record.row, "codes", now))
        return code.id

    def _make(self, tree: CodeTree, names: Sequence[str]) -> Code:
        self._trees[tree.id], code = add_path(self._session, tree, names)
        self.made += len(self._trees[tree.id].codes) - len(tree.codes)
        return code


def take_codes(
    session: Session,
    coded: Sequence[tuple[AnswerRecord, int]],
    questions: Mapping[str, Question],
    wishes: Wishes,
    tally: Tally,
    paths: Collection[str] = (),
) -> list[Oddity]:
    """Make the codes that are missing and code the answers, which keep what they had.

    In names that are among `paths` ` / ` and `>>` part levels, unless a code has the whole name.
    Returns, as oddities, the names that codes had before, and the answers that keep another code
    where exactly one is taken.
    """
    if not coded:
        return []
    coder = coder_id(session, wishes.coder)
    books = _Books(session, questions, wishes.level_separator, paths)
    facts = _facts(session, questions)
    had = _codings(session, coder)
    oddities: list[Oddity] = []
    new: list[NewCoding] = []
    for record, answer_id in coded:
        for name in record.codes:
            code = books.code(record, name)
            if (answer_id, code) in had.whole:
                continue
            if books.tree(record.question).single and had.codes[answer_id] - {code}:
                sentence = f"{record.respondent} has another code in {record.question}; it stays."
                oddities.append(Oddity(record.row, "codes", sentence))
                continue
            had.add(answer_id, code)
            version, band = facts[answer_id]
            place = (questions[record.question].id, answer_id, code, coder)
            new.append(NewCoding(*place, version, None, None, "import", None, band))
    insert_codings(session, new)
    tally.codes, tally.codings = books.made, len(new)
    return [*books.renamed, *oddities]


def _present(tree: CodeTree, names: Sequence[str]) -> Code | None:
    """The code at these names now; a single name may stand under any theme."""
    found = find_names(tree, names)
    if found is None and len(names) == 1:
        found = find_whole(tree, names[0])
    return found


def _facts(session: Session, questions: Mapping[str, Question]) -> dict[int, tuple[int, str]]:
    """The version in use and the size band of each answer."""
    ids = [question.id for question in questions.values()]
    rows = session.execute(
        select(AnswerRow.id, AnswerRow.version, PresenceRow.band)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .where(AnswerRow.question_id.in_(ids))
    )
    return {answer: (version, band) for answer, version, band in rows}


def _codings(session: Session, coder: int) -> _Had:
    had = _Had(set(), defaultdict(set))
    rows = session.execute(
        select(CodingRow.answer_id, CodingRow.code_id, CodingRow.start_at).where(
            CodingRow.coder_id == coder
        )
    )
    for answer, code, start in rows:
        had.codes[answer].add(code)
        if start is None:
            had.whole.add((answer, code))
    return had
