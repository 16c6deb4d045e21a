"""Respondents against codes as rows of numbers, for programs that go on with statistics."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.tables import CodingRow
from corpus.bands import BandScheme
from corpus.language import Language
from corpus.queries import Question, questions, study_facts
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, ValueRow, VariableRow

if TYPE_CHECKING:
    from numpy import int8
    from numpy.typing import NDArray

    Marks = NDArray[int8]

MISSING = -1
"""What stands in an array where a respondent was not asked, or did not answer."""

MatrixLevel = Literal["code", "theme"]


@dataclass(frozen=True)
class MatrixRow:
    """A respondent in one wave."""

    key: str
    wave: str
    kind: str
    population: int | None
    band: str


@dataclass(frozen=True)
class MatrixCode:
    """A column: the code's number in its codebook, its path, its GUID."""

    number: int
    path: tuple[str, ...]
    guid: str


@dataclass(frozen=True)
class MatrixQuestion:
    """A question, counted from 1 in the study, with a column for each of its codes.

    `status` (rows): 1 answered, 0 left blank, -1 not asked. `marks` (rows x codes): 1 the answer
    has the code, 0 it has not, -1 there is no answer.
    """

    place: int
    key: str
    text: str
    single: bool
    codes: tuple[MatrixCode, ...]
    status: "Marks"
    marks: "Marks"


@dataclass(frozen=True)
class Matrix:
    """The rows, what is known of them besides, and the questions; `values` by variable and row."""

    title: str
    language: Language
    scheme: BandScheme
    rows: tuple[MatrixRow, ...]
    values: dict[str, tuple[str, ...]]
    questions: tuple[MatrixQuestion, ...]


def read_matrix(
    session: Session,
    wanted: Sequence[Question] = (),
    level: MatrixLevel = "code",
    coder: int | None = None,
) -> Matrix:
    """Every respondent in every wave against the codes of the wanted questions (none: all).

    An answer has a code when anyone, or this coder, gave it; at the level of themes when it has
    anything under the main theme.
    """
    facts = study_facts(session)
    places = {
        id_: at
        for at, id_ in enumerate(session.scalars(select(PresenceRow.id).order_by(PresenceRow.id)))
    }
    every = questions(session)
    ids = {question.id for question in wanted or every}
    return Matrix(
        facts.title,
        facts.language,
        facts.scheme,
        _rows(session),
        _values(session, places),
        tuple(
            _question(session, place, question, places, level, coder)
            for place, question in enumerate(every, start=1)
            if question.id in ids
        ),
    )


def _rows(session: Session) -> tuple[MatrixRow, ...]:
    found = session.execute(
        select(
            RespondentRow.key,
            PresenceRow.wave,
            PresenceRow.kind,
            PresenceRow.population,
            PresenceRow.band,
        )
        .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
        .order_by(PresenceRow.id)
    )
    return tuple(MatrixRow(*row) for row in found)


def _values(session: Session, places: dict[int, int]) -> dict[str, tuple[str, ...]]:
    """The closed answers as they were written, "" where there is none."""
    named = session.execute(select(VariableRow.id, VariableRow.key).order_by(VariableRow.id)).all()
    values = {id_: [""] * len(places) for id_, _ in named}
    rows = session.execute(select(ValueRow.variable_id, ValueRow.presence_id, ValueRow.text))
    for variable, presence, text in rows:
        values[variable][places[presence]] = text
    return {key: tuple(values[id_]) for id_, key in named}


def _question(
    session: Session,
    place: int,
    question: Question,
    places: dict[int, int],
    level: MatrixLevel,
    coder: int | None,
) -> MatrixQuestion:
    import numpy as np

    tree = codebook_of(session, question.id)
    status = np.full(len(places), MISSING, dtype=np.int8)
    answers = session.execute(
        select(AnswerRow.id, AnswerRow.presence_id, AnswerRow.version).where(
            AnswerRow.question_id == question.id
        )
    ).all()
    row_of = {answer: places[presence] for answer, presence, _ in answers}
    for answer, _, version in answers:
        status[row_of[answer]] = version > 0
    given = _codings(session, question, coder)
    columns = _columns(tree, {code for _, code in given}, level)
    marks = np.full((len(places), len(columns)), MISSING, dtype=np.int8)
    marks[status == 1] = 0
    column_of = {id_: at for at, (_, ids) in enumerate(columns) for id_ in ids}
    hits = [(row_of[a], column_of[code]) for a, code in given if code in column_of]
    if hits:
        rows, across = np.array(hits).T
        marks[rows, across] = 1
    codes = _named(tree, [code for code, _ in columns])
    return MatrixQuestion(
        place, question.full_key, question.text, tree.single, codes, status, marks
    )


def _codings(session: Session, question: Question, coder: int | None) -> list[tuple[int, int]]:
    """Distinct pairs of answer and code."""
    query = select(CodingRow.answer_id, CodingRow.code_id).distinct()
    query = query.join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
    query = query.where(CodingRow.question_id == question.id, AnswerRow.version > 0)
    if coder is not None:
        query = query.where(CodingRow.coder_id == coder)
    return [(answer, code) for answer, code in session.execute(query)]


def _columns(
    tree: CodeTree, used: set[int], level: MatrixLevel
) -> list[tuple[Code, tuple[int, ...]]]:
    """The codes that get a column, each with the codes that count as it.

    Those are the codes in use, and active ones with nothing under them; outcomes only in use.
    """
    if level == "theme":
        themes = [(code, tree.subtree(code.id)) for code in tree.children(None)]
        return [(code, ids) for code, ids in themes if not code.outcome or set(ids) & used]
    return [
        (code, (code.id,))
        for code in tree.walk()
        if code.id in used
        or (code.status == "active" and not code.outcome and not tree.children(code.id))
    ]


def _named(tree: CodeTree, codes: Sequence[Code]) -> tuple[MatrixCode, ...]:
    """The columns with their codes' own numbers, or counted where numbers are not distinct."""
    numbers = [code.number for code in codes]
    if len(set(numbers)) < len(numbers) or min(numbers, default=1) < 1:
        numbers = list(range(1, len(codes) + 1))
    return tuple(
        MatrixCode(number, tree.path(code.id), code.guid)
        for number, code in zip(numbers, codes, strict=True)
    )
