"""Codes that a file brings with its answers."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.edits import add_path
from codebooks.paths import find_names, split_levels
from codebooks.queries import codebook_of
from codebooks.tree import CodeTree
from coder.intake.report import Tally, Wishes
from coder.people import coder_id
from coder.tables import CodingRow
from corpus.queries import Question
from corpus.reading.records import AnswerRecord
from corpus.store.bulk import bulk_insert, next_id
from corpus.tables import AnswerRow

_COLUMNS = (
    "id",
    "question_id",
    "answer_id",
    "code_id",
    "coder_id",
    "version",
    "start_at",
    "end_at",
    "origin",
)


def take_codes(
    session: Session,
    coded: Sequence[tuple[AnswerRecord, int]],
    questions: Mapping[str, Question],
    wishes: Wishes,
    tally: Tally,
) -> None:
    """Make the codes that are missing and code the answers, which keep what they had."""
    if not coded:
        return
    coder = coder_id(session, wishes.coder)
    trees = {key: codebook_of(session, question.id) for key, question in questions.items()}
    versions = _versions(session, questions)
    had = _codings(session, coder)
    rows: list[tuple[object, ...]] = []
    first = next_id(session, CodingRow)
    for record, answer_id in coded:
        for name in record.codes:
            tree, code = _code(session, trees[record.question], name, wishes, tally)
            trees[record.question] = tree
            if (answer_id, code) not in had:
                had.add((answer_id, code))
                place = (questions[record.question].id, answer_id, code, coder)
                rows.append((first + len(rows), *place, versions[answer_id], None, None, "import"))
    bulk_insert(session, CodingRow, _COLUMNS, rows)
    tally.codings = len(rows)


def _code(
    session: Session, tree: CodeTree, name: str, wishes: Wishes, tally: Tally
) -> tuple[CodeTree, int]:
    names = split_levels(name, wishes.level_separator) if wishes.level_separator else (name,)
    names = tuple(" ".join(each.split()) for each in names)
    found = find_names(tree, names)
    if found is None:
        tree, found = add_path(session, tree, names)
        tally.codes += 1
    return tree, found.id


def _versions(session: Session, questions: Mapping[str, Question]) -> dict[int, int]:
    ids = [question.id for question in questions.values()]
    rows = session.execute(
        select(AnswerRow.id, AnswerRow.version).where(AnswerRow.question_id.in_(ids))
    )
    return dict(rows.all())


def _codings(session: Session, coder: int) -> set[tuple[int, int]]:
    rows = session.execute(
        select(CodingRow.answer_id, CodingRow.code_id).where(
            CodingRow.coder_id == coder, CodingRow.start_at.is_(None)
        )
    )
    return {(answer, code) for answer, code in rows}
