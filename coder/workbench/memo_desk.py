"""Memos as a screen reads and writes them: each change is one action with one undo."""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from sqlalchemy import select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from codebooks.queries import read_codebook
from codebooks.tables import CodeRow
from coder.people import coder_id
from coder.study import Study
from coder.tables import CodingRow
from coder.workbench.memos import (
    Memo,
    MemoPlace,
    change_memo,
    count_memos,
    memos_on,
    remove_memo,
    write_memo,
)
from corpus.problems import Problem
from corpus.store.history import Parameter
from corpus.tables import AnswerRow, PresenceRow, QuestionRow, RespondentRow

Said = dict[str, Parameter]


class MemoDesk:
    """Reads and writes the memos of an open study for one coder."""

    def __init__(self, study: Study, coder: str) -> None:
        self._study = study
        self.coder = coder

    @property
    def read_only(self) -> bool:
        """Whether memos can only be read."""
        return self._study.read_only

    def memos(self, place: MemoPlace) -> list[Memo]:
        """The memos on something, oldest first."""
        with self._study.read() as session:
            return memos_on(session, place)

    def counts(self, places: Sequence[MemoPlace]) -> list[int]:
        """How many memos are on each of these."""
        with self._study.read() as session:
            return [count_memos(session, place) for place in places]

    def is_own(self, memo: Memo) -> bool:
        """Whether this coder wrote a memo, and so may change it."""
        return memo.coder == self.coder

    def write(self, place: MemoPlace, text: str) -> int:
        """Put a memo on something; returns its id. A Problem when it has no text."""
        with self._act("write_memo", place) as session:
            return write_memo(session, place, text, coder_id(session, self.coder))

    def change(self, memo: Memo, text: str) -> None:
        """Give a memo another text; a Problem when it has none."""
        with self._act("change_memo", memo.place) as session:
            change_memo(session, memo.id, text)

    def remove(self, memo: Memo) -> None:
        """Take a memo away."""
        with self._act("remove_memo", memo.place) as session:
            remove_memo(session, memo.id)

    def _act(self, kind: str, place: MemoPlace) -> AbstractContextManager[Session]:
        """A step, and what the history says about the place."""
        with self._study.read() as session:
            try:
                said = {"subject": place.subject, **_NAMES[place.subject](session, place.id)}
            except NoResultFound as error:
                raise Problem(
                    "What the memo is on is not in the study any more.", "Redo brings it back."
                ) from error
        return self._study.act(kind, self.coder, operation=None, **said)


def _of_question(session: Session, id_: int) -> Said:
    row = session.get_one(QuestionRow, id_)
    key = f"{row.key}@{row.wave}" if row.wave else row.key
    return {"question": key, "name": key}


def _of_answer(session: Session, id_: int) -> Said:
    query = (
        select(AnswerRow.question_id, RespondentRow.key)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
        .where(AnswerRow.id == id_)
    )
    question, respondent = session.execute(query).one()
    return {**_of_question(session, question), "answer": respondent, "name": respondent}


def _of_code(session: Session, id_: int) -> Said:
    tree = read_codebook(session, session.get_one(CodeRow, id_).codebook_id)
    path = " / ".join(tree.path(id_))
    return {"code": path, "name": path}


def _of_coding(session: Session, id_: int) -> Said:
    row = session.get_one(CodingRow, id_)
    code, answer = _of_code(session, row.code_id), _of_answer(session, row.answer_id)
    return {**code, **answer, "name": f"{answer['answer']}: {code['code']}"}


_NAMES = {
    "question": _of_question,
    "answer": _of_answer,
    "code": _of_code,
    "coding": _of_coding,
}
