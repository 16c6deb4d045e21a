"""How the code list of a question grew while its answers were coded."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of, questions_using
from codebooks.tree import CodeTree
from coder.growth_curve import Event, Growth, grown
from coder.made_in import made_in
from coder.tables import CoderRow, CodingRow
from coder.workbench.ids import among
from corpus.queries import Question, questions, study_facts
from corpus.store.history import read_lineage
from corpus.store.tables import ChangeRow, StepRow
from corpus.tables import AnswerRow

_FILES = ("import", "code_file")
"""The kinds of steps that take codings from a file."""


@dataclass(frozen=True, slots=True)
class _Coding:
    """A coding that stands, or that was taken off since by an action that stands."""

    id: int
    answer: int
    code: int
    origin: str
    stands: bool


def growth(session: Session, question: Question, coder: int | None = None) -> Growth:
    """How the codes came over the answers of one question, for one coder (None: for all).

    Answers stand in the order in which they were first coded, also when that code was replaced
    since. Codes are counted as they are now: merged ones as what they became, outcomes, which are
    no themes, not at all. What was undone counts neither as a code nor as an answer.
    """
    return growth_over(session, [question], coder)


def growth_of_codebook(session: Session, question: Question, coder: int | None = None) -> Growth:
    """The same over all questions that are coded with the codebook of this one."""
    using = set(questions_using(session, codebook_of(session, question.id).id))
    return growth_over(session, [each for each in questions(session) if each.id in using], coder)


def growth_over(session: Session, of: Sequence[Question], coder: int | None = None) -> Growth:
    """The growth over several questions with one codebook, of which there must be at least one."""
    tree = codebook_of(session, of[0].id)
    codings = _codings(session, of, coder)
    answers = {each.answer for each in codings if each.stands}
    counted = [each for each in codings if each.answer in answers]
    first = _first_of_answers(counted)
    goes, imported = _goes(session, first)
    in_use = {each.code for each in codings if each.stands}
    paths = {code.id: tree.path(code.id) for code in map(tree.by_id.get, in_use) if code}
    themes = {id_: path for id_, path in paths.items() if not tree.by_id[id_].outcome}
    empty = Growth(
        questions=tuple(each.full_key for each in of),
        text=of[0].text if len(of) == 1 else tree.name,
        language=study_facts(session).language,
        coder=_name(session, coder),
        answered=_answered(session, of),
        goes=(),
        firsts=(),
        imported=imported,
    )
    return grown(empty, _events(tree, counted), themes, goes)


def coders_of(session: Session, of: Sequence[Question]) -> list[tuple[str, int, int]]:
    """Who has coded these questions: name, id and how many answers, the most active first."""
    count = func.count(CodingRow.answer_id.distinct())
    rows = session.execute(
        select(CoderRow.name, CoderRow.id, count)
        .join(CodingRow, CodingRow.coder_id == CoderRow.id)
        .where(CodingRow.question_id.in_([each.id for each in of]))
        .group_by(CoderRow.id)
        .order_by(count.desc(), CoderRow.name)
    )
    return [(name, id_, answers) for name, id_, answers in rows]


def _codings(session: Session, of: Sequence[Question], coder: int | None) -> list[_Coding]:
    ids = [each.id for each in of]
    conditions: list[ColumnElement[bool]] = [CodingRow.question_id.in_(ids)]
    if coder is not None:
        conditions.append(CodingRow.coder_id == coder)
    query = select(CodingRow.id, CodingRow.answer_id, CodingRow.code_id, CodingRow.origin).where(
        *conditions
    )
    standing = [_Coding(*row, True) for row in session.connection().execute(query)]
    return [*standing, *_taken_off(session, ids, coder)]


def _taken_off(session: Session, of: Collection[int], coder: int | None) -> Iterable[_Coding]:
    """Codings that an action in effect has taken off or replaced: they tell the order."""

    def was(name: str) -> ColumnElement[int]:
        return func.json_extract(ChangeRow.old, f"$.{name}", type_=CodingRow.id.type)

    deleted = (
        ChangeRow.table_name == CodingRow.__tablename__,
        ChangeRow.old.is_not(None),
        ChangeRow.new.is_(None),
        was("question_id").in_(of),
    )
    query = select(
        ChangeRow.step_id,
        ChangeRow.row_id,
        was("answer_id"),
        was("code_id"),
        func.json_extract(ChangeRow.old, "$.origin"),
    ).where(*deleted)
    if coder is not None:
        query = query.where(was("coder_id") == coder)
    lineage = read_lineage(session)
    for step, coding, answer, code, origin in session.connection().execute(query):
        if lineage.stands(step):
            yield _Coding(coding, answer, code, origin, stands=False)


def _first_of_answers(codings: Iterable[_Coding]) -> list[_Coding]:
    first: dict[int, _Coding] = {}
    for coding in codings:
        known = first.get(coding.answer)
        if known is None or coding.id < known.id:
            first[coding.answer] = coding
    return list(first.values())


def _goes(session: Session, first: Sequence[_Coding]) -> tuple[dict[int, int], int]:
    """For first codings made on screen the step they were made in; and how many came in a file."""
    steps = made_in(session, CodingRow, [each.id for each in first])
    kinds = _kinds(session, set(steps.values()))
    in_file = {
        each.id
        for each in first
        if each.origin == "import" or kinds.get(steps.get(each.id, 0)) in _FILES
    }
    return {id_: step for id_, step in steps.items() if id_ not in in_file}, len(in_file)


def _kinds(session: Session, steps: Collection[int]) -> Mapping[int, str]:
    query = select(StepRow.id, StepRow.kind).where(StepRow.id.in_(among(steps)))
    return dict(session.connection().execute(query).all())


def _events(tree: CodeTree, codings: Iterable[_Coding]) -> Iterable[Event]:
    now = {code.id: tree.followed(code).id for code in tree.codes}
    for coding in codings:
        yield Event(coding.id, coding.answer, now.get(coding.code))


def _answered(session: Session, of: Sequence[Question]) -> int:
    query = select(func.count()).where(
        AnswerRow.question_id.in_([each.id for each in of]), AnswerRow.version > 0
    )
    return session.scalar(query) or 0


def _name(session: Session, coder: int | None) -> str:
    return "" if coder is None else session.get_one(CoderRow, coder).name
