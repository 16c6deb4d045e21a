"""What is at hand while a file is coded: questions, answers, codes and coders by name."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.edits import add_path
from codebooks.former import Pasts, find_former, names_now
from codebooks.paths import find_code, names_to_make, split_levels
from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.people import coder_id
from corpus.problems import Problem
from corpus.queries import Question, find_question, over_answers
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, VersionRow


@dataclass(frozen=True)
class Answer:
    """An answer with text: id, number of the version in use, its text, its size band."""

    id: int
    question_id: int
    version: int
    text: str
    band: str


class Desk:
    """Looks up each name once; makes missing codes when `create`.

    `renamed` are paths that codes had before, each with the code's path now.
    """

    def __init__(self, session: Session, create: bool) -> None:
        self._session = session
        self._create = create
        self._questions: dict[str, Question] = {}
        self._trees: dict[int, CodeTree] = {}
        self._books: dict[int, int] = {}
        self._answers: dict[int, Mapping[str, Answer]] = {}
        self._coders: dict[str, int] = {}
        self._codes: dict[tuple[int, str], Code] = {}
        self._pasts = Pasts(session)
        self.new_codes = 0
        self.renamed: dict[str, str] = {}

    def question(self, key: str) -> Question:
        """The question KEY or KEY@WAVE."""
        if key not in self._questions:
            question = self._questions[key] = find_question(self._session, key)
            tree = codebook_of(self._session, question.id)
            self._trees.setdefault(tree.id, tree)
            self._books[question.id] = tree.id
            self._answers[question.id] = _answers(self._session, question)
        return self._questions[key]

    def tree(self, question: Question) -> CodeTree:
        """The question's codebook as it is now."""
        return self._trees[self._books[question.id]]

    def answer(self, question: Question, respondent: str) -> Answer:
        """A respondent's answer with text; a Problem when there is none."""
        answer = self._answers[question.id].get(respondent)
        if answer is None:
            of_respondent = select(RespondentRow.id).where(RespondentRow.key == respondent)
            raise Problem(
                f"{respondent} has no text to code in {question.full_key}."
                if self._session.scalar(of_respondent)
                else f"There is no respondent {respondent}.",
                "Nothing was coded; correct the file and try again.",
            )
        return answer

    def coder(self, name: str) -> int:
        """The id of a coder, who is added when new."""
        if name not in self._coders:
            self._coders[name] = coder_id(self._session, name)
        return self._coders[name]

    def code(self, question: Question, path: str) -> Code:
        """The code a path means, made when it is missing and may be made."""
        book = self._books[question.id]
        if (book, path) not in self._codes:
            self._codes[book, path] = self._find_code(book, path)
        return self._codes[book, path]

    def _find_code(self, book: int, path: str) -> Code:
        code = find_code(self._trees[book], path) or self._former(book, path)
        if code is None:
            if not self._create:
                raise Problem(f"There is no code {path}.", "Add it, or leave out --no-create.")
            code = self._make(book, path)
        if code.status == "retired":
            raise Problem(f"{path} is retired.", "Use another code.")
        return code

    def _former(self, book: int, path: str) -> Code | None:
        tree, past = self._trees[book], self._pasts.of(book)
        code = find_former(tree, past, [path]) or find_former(tree, past, split_levels(path))
        if code is not None:
            self.renamed[path] = " / ".join(tree.path(code.id))
        return code

    def _make(self, book: int, path: str) -> Code:
        tree = self._trees[book]
        wanted = names_to_make(tree, path)
        names = names_now(tree, self._pasts.of(book), wanted)
        if names != wanted:
            self.renamed[path] = " / ".join(names)
        self._trees[book], code = add_path(self._session, tree, names)
        self.new_codes += len(self._trees[book].codes) - len(tree.codes)
        return code


def _answers(session: Session, question: Question) -> dict[str, Answer]:
    rows = session.execute(
        over_answers(
            select(
                RespondentRow.key,
                AnswerRow.id,
                AnswerRow.version,
                VersionRow.text,
                PresenceRow.band,
            )
        ).where(AnswerRow.question_id == question.id)
    )
    return {
        key: Answer(id_, question.id, version, text, band) for key, id_, version, text, band in rows
    }
