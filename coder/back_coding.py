"""Answers to “Annet, hva” coded into the closed list that they stand beside, and what comes of it.

The closed question is a variable, what people wrote a question of the same wave.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.closed_list import entries, new_closed_list
from codebooks.edits import use_codebook
from codebooks.outcomes import outcomes
from codebooks.paths import find_merged, find_whole, plain_name
from codebooks.queries import codebook_of, read_codebook
from codebooks.tree import Code, CodeTree
from coder.queries import count_uncoded
from coder.results.codebook_wording import is_other
from coder.tables import CodingRow
from corpus.problems import Problem
from corpus.queries import Question, study_facts
from corpus.reading.code_names import read_code_names
from corpus.routing import find_variable
from corpus.tables import AnswerRow, PresenceRow, ValueRow

_MOST = 200

Codes = frozenset[int]
_NONE: Codes = frozenset()


@dataclass(frozen=True, slots=True)
class BackCodedRow:
    """An alternative: who ticked it, whose text was coded with it, and both together.

    All three are distinct respondents; `combined` has nobody twice, and nobody under the
    alternative for everything else who was moved out of it.
    """

    code: Code
    closed: int
    from_text: int
    combined: int
    is_other: bool = False


@dataclass(frozen=True)
class BackCoded:
    """A closed list with what was written beside it.

    `n_closed` respondents ticked something, `n` did or were coded. Of the `ticked_other` who ticked
    the alternative for everything else `moved` are elsewhere now. `uncoded` answers wait, and
    `left_alone` wrote something that is not counted, as they had ticked another alternative of a
    list that takes one.
    """

    rows: tuple[BackCodedRow, ...]
    n_closed: int
    n_text: int
    n: int
    ticked_other: int
    moved: int
    uncoded: int
    left_alone: int


def alternatives_as_codebook(
    session: Session, question: Question, variable: str, several: bool | None = None
) -> CodeTree:
    """Code a question with the values of a variable from now on, as a locked list; returns it.

    `several`: a cell may list several alternatives with ; between; None: when any cell does. Raises
    a Problem when the question has codings already, or the variable no values in its wave.
    """
    variable_id, name = find_variable(session, variable)
    cells = _cells(session, question, variable_id)
    if session.scalar(select(CodingRow.id).where(CodingRow.question_id == question.id).limit(1)):
        raise Problem(
            f"{question.full_key} is coded already.",
            "Take the codes off first, or use a question that is not coded yet.",
        )
    if several is None:
        several = any(len(read_code_names(cell)) > 1 for cell in cells.values())
    values = sorted(
        {value for cell in cells.values() for value in _values(cell, several)}, key=str.casefold
    )
    if not values:
        raise Problem(f"{name} has no values.", "Name the variable with the closed answers.")
    if len(values) > _MOST:
        raise Problem(
            f"{name} has {len(values)} different values.", "It does not look like a closed list."
        )
    language = study_facts(session).language
    ends = [outcome.name for outcome in outcomes(language)]
    book = new_closed_list(session, name, entries(values), ends, not several)
    use_codebook(session, question.id, book)
    return read_codebook(session, book)


def combined(session: Session, question: Question, variable: str, other: str = "") -> BackCoded:
    """What was ticked and what was coded, together, as distinct respondents of the question's wave.

    Who ticked the alternative for everything else, and whose text was coded with another one and
    not with that, is moved. In a list that takes one alternative a text counts only for those who
    ticked that one or nothing. `other` names it when its name does not tell. Raises a Problem when
    the question's codebook does not hold the values of the variable.
    """
    variable_id, _ = find_variable(session, variable)
    tree = codebook_of(session, question.id)
    rest = _other(tree, other)
    ticked = _ticked(tree, _cells(session, question, variable_id))
    coded = _coded(session, question, tree)
    final = {
        who: _together(tree.single, rest.id, ticked.get(who, _NONE), coded.get(who, _NONE))
        for who in ticked.keys() | coded.keys()
    }
    rows = tuple(
        BackCodedRow(
            code,
            closed=_having(ticked, code),
            from_text=_having(coded, code),
            combined=_having(final, code),
            is_other=code.id == rest.id,
        )
        for code in tree.walk()
        if not code.outcome
    )
    return BackCoded(
        rows=rows,
        n_closed=len(ticked),
        n_text=len(coded),
        n=len(final),
        ticked_other=_having(ticked, rest),
        moved=sum(rest.id in had and rest.id not in final[who] for who, had in ticked.items()),
        uncoded=count_uncoded(session, question),
        left_alone=sum(not new <= final[who] for who, new in coded.items()),
    )


def _together(single: bool, other: int, had: Codes, new: Codes) -> Codes:
    """What a respondent ticked and wrote; in a list that takes one, what was ticked may stand."""
    if single and had and other not in had:
        return had
    stays = other in new or not new
    return (had if stays else had - {other}) | new


def _having(side: Mapping[int, Codes], code: Code) -> int:
    return sum(code.id in codes for codes in side.values())


def _other(tree: CodeTree, named: str) -> Code:
    found = [find_whole(tree, named)] if named else [c for c in tree.walk() if is_other(c.name)]
    if len(found) == 1 and found[0] is not None:
        return found[0]
    names = ", ".join(code.name for code in tree.walk() if not code.outcome)
    raise Problem(
        "It is not clear which alternative stands for everything else.",
        f"Name it with --other; there are: {names}.",
    )


def _cells(session: Session, question: Question, variable_id: int) -> dict[int, str]:
    """What respondents of the question's wave have for a variable, by presence."""
    rows = session.execute(
        select(ValueRow.presence_id, ValueRow.text)
        .join(PresenceRow, PresenceRow.id == ValueRow.presence_id)
        .where(ValueRow.variable_id == variable_id, PresenceRow.wave == question.wave)
    )
    return {presence: text for presence, text in rows if text.strip()}


def _values(cell: str, several: bool) -> tuple[str, ...]:
    return read_code_names(cell) if several else (cell.strip(),)


def _ticked(tree: CodeTree, cells: Mapping[int, str]) -> dict[int, frozenset[int]]:
    """The codes that respondents ticked, by presence."""
    known: dict[str, int] = {}
    for value in {value for cell in cells.values() for value in _values(cell, not tree.single)}:
        code = _code_of(tree, value)
        if code is None:
            raise Problem(
                f"The codebook has no alternative {value}.",
                "Make it from the variable: fullkoding codebook from-variable",
            )
        known[value] = code.id
    return {
        who: frozenset(known[value] for value in _values(cell, not tree.single))
        for who, cell in cells.items()
    }


def _code_of(tree: CodeTree, value: str) -> Code | None:
    """The code of a value: by its name, now or before it was merged, else by its number."""
    entry = entries([value])[0]
    for name in (plain_name(value), entry.name):
        if code := find_whole(tree, name) or find_merged(tree, [name]):
            return code
    numbered = entry.name != plain_name(value)
    same = [code for code in tree.walk() if numbered and code.number == entry.number]
    return same[0] if same else None


def _coded(session: Session, question: Question, tree: CodeTree) -> dict[int, frozenset[int]]:
    """The alternatives that texts were coded with, by presence; outcomes left out."""
    rows = session.execute(
        select(AnswerRow.presence_id, CodingRow.code_id)
        .join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
        .where(CodingRow.question_id == question.id)
    )
    found: defaultdict[int, set[int]] = defaultdict(set)
    for who, code in rows:
        if not tree.by_id[code].outcome:
            found[who].add(code)
    return {who: frozenset(codes) for who, codes in found.items()}
