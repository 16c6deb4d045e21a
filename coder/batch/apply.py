"""A codings file put on the answers: wholly, or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from coder.batch.codings import Codings, Place
from coder.batch.desk import Desk
from coder.batch.lines import Line
from corpus.problems import Problem


@dataclass(frozen=True)
class BatchReport:
    """What a codings file did: its rows, new codings, codings there already, new codes.

    `renamed` are paths of the file that codes had before, each with the code's path now.
    """

    rows: int
    codings: int
    unchanged: int
    codes: int
    renamed: tuple[tuple[str, str], ...] = ()


def code_lines(
    session: Session,
    lines: Sequence[Line],
    create: bool,
    progress: Callable[[int], None],
    origin: str = "hand",
) -> BatchReport:
    """Put all codings of a file on their answers; refuses the whole file at the first wrong row.

    `create`: codes that are missing are made; otherwise a missing code refuses the file.
    """
    desk, codings = Desk(session, create), Codings(session)
    for line in lines:
        try:
            _code_line(desk, codings, line)
        except Problem as problem:
            raise Problem(f"Row {line.row}: {problem.sentence}", problem.hint) from problem
        progress(1)
    codings.write(origin)
    renamed = tuple(desk.renamed.items())
    return BatchReport(len(lines), codings.added, codings.unchanged, desk.new_codes, renamed)


def _code_line(desk: Desk, codings: Codings, line: Line) -> None:
    question = desk.question(line.question)
    answer = desk.answer(question, line.respondent)
    segment = line.segment.within(answer.text) if line.segment else None
    coder = desk.coder(line.coder)
    codes = [desk.code(question, path) for path in line.codes]
    single = desk.tree(question).single
    if single and len(codes) > 1:
        raise Problem(
            f"{question.full_key} takes exactly one code.",
            "Correct the file, or say: fullkoding question STUDY KEY --multiple",
        )
    for code in codes:
        codings.add(Place(answer.id, code.id, coder, segment), answer, single)
