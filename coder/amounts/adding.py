"""Amounts added up: for all answers and for each code, what would tell one respondent hidden."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from coder.amounts.keeping import kept_amounts
from coder.tables import CodingRow
from corpus.language import Language
from corpus.problems import Problem
from corpus.queries import Question, over_answers, study_facts
from corpus.routing import find_variable
from corpus.tables import AnswerRow

FEWEST = 5
"""Fewer amounts are not added up in print: the threshold of the tables (1 to 4 are hidden)."""

PERCENT = 10
"""What p is in the p%-rule."""

_TENTH = Decimal("0.1")
_Rows = dict[tuple[str, ...], set[int]]
_Amounts = Mapping[int, Decimal | None]


@dataclass(frozen=True)
class Added:
    """The amounts of the answers with a code: how many have one, sum, mean, median.

    The three are None where they may not be printed (`is_hidden`) or there is nothing to add.
    `path` is () for all answers.
    """

    path: tuple[str, ...]
    answers: int
    with_amount: int
    is_hidden: bool
    total: Decimal | None = None
    mean: Decimal | None = None
    median: Decimal | None = None


@dataclass(frozen=True)
class AddedTable:
    """The amounts of a variable over a question, all answers first."""

    question: str
    variable: str
    language: Language
    rows: tuple[Added, ...]


def add_up(session: Session, question: Question, variable: str) -> AddedTable:
    """The amounts that a variable holds, over the answers to a question and each of its codes.

    A row is hidden when fewer than FEWEST amounts are in it, or by the p%-rule with p = PERCENT
    (Hundepool and others, Statistical Disclosure Control, Wiley 2012, section 4.2.2): when who gave
    the second largest amount could tell the largest nearer than that. What would give a hidden row
    away is hidden with it. A Problem for a variable
    that is not there or holds texts.
    """
    _, name = find_variable(session, variable)
    kept = kept_amounts(session, name)
    answers = session.execute(
        over_answers(select(AnswerRow.id, AnswerRow.presence_id)).where(
            AnswerRow.question_id == question.id
        )
    ).all()
    if not answers:
        raise Problem(f"Nobody has answered {question.full_key}.", "Choose another question.")
    amounts = {answer: kept.get(presence) for answer, presence in answers}
    rows = _rows(session, question, set(amounts))
    hidden = _hidden({path: _of(given, amounts) for path, given in rows.items()}, rows, amounts)
    language = study_facts(session).language
    added = (_added(path, rows[path], amounts, path in hidden) for path in rows)
    return AddedTable(question.text, name, language, tuple(added))


def may_be_printed(amounts: Sequence[Decimal]) -> bool:
    """Whether a sum of amounts tells no single one of them."""
    if len(amounts) < FEWEST:
        return False
    largest, _, *rest = sorted(amounts, reverse=True)
    return 100 * sum(rest) >= PERCENT * largest


def _rows(session: Session, question: Question, answers: set[int]) -> _Rows:
    """The answers of all, and of each code in use with what stands under it."""
    tree = codebook_of(session, question.id)
    having: dict[int, set[int]] = {}
    codings = select(CodingRow.code_id, CodingRow.answer_id).where(
        CodingRow.question_id == question.id
    )
    for id_, answer in session.execute(codings.distinct()):
        having.setdefault(id_, set()).add(answer)
    rows: _Rows = {(): answers}
    for code in tree.walk():
        under = set().union(*(having.get(each, set()) for each in tree.subtree(code.id)))
        under &= answers
        if under:
            rows[tree.path(code.id)] = under
    return rows


def _hidden(
    given: Mapping[tuple[str, ...], list[Decimal]], rows: _Rows, amounts: _Amounts
) -> set[tuple[str, ...]]:
    """The rows without a sum: those that tell somebody, and what keeps these from following.

    From the deepest level up: when the hidden rows under one row hold too few together, the
    smallest of the others goes with them, and when there is none left, the row above.
    """
    hidden = {path for path, values in given.items() if values and not may_be_printed(values)}
    for parent in sorted(rows, key=len, reverse=True):
        children = [path for path in rows if path and path[:-1] == parent]
        gone = [path for path in children if path in hidden]
        left = [path for path in children if path not in hidden and given[path]]
        left.sort(key=lambda path: (len(given[path]), path), reverse=True)
        while gone and not may_be_printed(_of(set().union(*(rows[p] for p in gone)), amounts)):
            if not left:
                hidden.add(parent)
                break
            gone.append(left.pop())
        hidden.update(gone)
    return hidden


def _of(answers: Iterable[int], amounts: _Amounts) -> list[Decimal]:
    found = (amounts[answer] for answer in answers)
    return [value for value in found if value is not None]


def _added(
    path: tuple[str, ...], answers: Collection[int], amounts: _Amounts, is_hidden: bool
) -> Added:
    given = _of(answers, amounts)
    if is_hidden or not given:
        return Added(path, len(answers), len(given), is_hidden)
    total = sum(given, Decimal())
    mean = (total / len(given)).quantize(_TENTH, ROUND_HALF_UP)
    middle = Decimal(median(given)).quantize(_TENTH, ROUND_HALF_UP)
    return Added(path, len(answers), len(given), False, total, mean, middle)
