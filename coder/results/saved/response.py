"""Who answered, and who was asked and did not: for several questions, by groups of respondents."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from coder.disclosure.decisions import Decision
from coder.disclosure.protect import protect
from coder.disclosure.publication import EVERYONE, Cover, Entry, Line, Publication, Sheet
from coder.results.columns import columns_of
from coder.results.counts import Counts, Grouping, count_respondents
from coder.results.disclosure import Guard, Protected, refuse_advice
from coder.results.request import Request
from coder.results.saved.definition import Kind
from coder.results.saved.wording import saved_words
from coder.results.table import Base, Cell, Column, Row, Table
from coder.results.tally import bare_table, percent, reached
from coder.results.wording import wording
from corpus.language import format_number
from corpus.problems import Problem
from corpus.queries import Question, study_facts

_ANSWERED, _BLANK = "answered", "blank"


@dataclass(frozen=True)
class _Answered:
    """A question: who was asked, and who of them answered, by column; "" when there are none."""

    question: Question
    asked: Counts
    answered: Counts

    @property
    def all_asked(self) -> int:
        """Everybody who was asked."""
        return sum(self.asked.values())

    @property
    def all_answered(self) -> int:
        """Everybody who answered."""
        return sum(self.answered.values())


def response_table(
    session: Session,
    request: Request,
    others: Sequence[Question],
    kind: Kind,
    guard: Guard = "none",
    told: Collection[str] = (),
) -> Protected:
    """A row for each question; percent is of those who were asked it, whom a routing may choose.

    `kind` response counts answers, missing those who were asked and left it blank. With a `guard`
    groups where few answered or few did not are hidden, and others so that they do not follow;
    but for questions whose answers by group are `told` (by GUID) as the n of other tables.
    """
    questions = list(dict.fromkeys([request.question, *others]))
    waves = {question.wave for question in questions}
    if len(waves) > 1 and request.grouping.kind != "none":
        raise Problem(
            "Questions of several waves have no groups in common.", "Leave the groups out."
        )
    words = wording(request.language)
    facts = replace(study_facts(session), language=request.language)
    columns = columns_of(
        session, request.question, request.grouping, "units", facts, words, request.population
    )
    found = [_answered(session, request, question) for question in questions]
    counts = reached(session, request)
    by = (request.by or words.size_band) if columns else ""
    rows = tuple(_row(each, columns, kind, len(waves) > 1) for each in found)
    table = bare_table(request, counts, Base("units", counts.units), columns, rows, by)
    table = _with_words(table, kind)
    decisions: list[Decision] = []
    if guard != "none" and columns:
        hidden = []
        for row, each in zip(table.rows, found, strict=True):
            one, why = (row, ()) if each.question.guid in told else _hide(table, row, each, guard)
            hidden.append(one)
            decisions += why
        table = replace(table, rows=tuple(hidden))
    return Protected((table,), tuple(decisions))


def _answered(session: Session, request: Request, question: Question) -> _Answered:
    """Counted by groups; in one group when the table has none."""
    grouping = request.grouping if request.grouping.kind != "none" else Grouping("band")
    asked, answered = (
        count_respondents(session, question, grouping, base, request.population)
        for base in ("asked", "answered")
    )
    return _Answered(question, asked, answered)


def _row(each: _Answered, columns: Sequence[Column], kind: Kind, with_wave: bool) -> Row:
    def counted(asked: int, answered: int) -> int:
        return answered if kind == "response" else asked - answered

    question = each.question
    name = f"{question.text} ({question.wave})" if with_wave else question.text
    count = counted(each.all_asked, each.all_answered)
    cells = []
    for column in columns:
        asked = each.asked.get(column.key, 0)
        here = counted(asked, each.answered.get(column.key, 0))
        cells.append(Cell(here, percent(here, asked)) if asked else Cell(None, None))
    return Row(
        (f"{question.key} {name}",),
        None,
        count,
        percent(count, each.all_asked),
        tuple(cells),
        mark=f"{count}/{each.all_asked}",
    )


def _with_words(table: Table, kind: Kind) -> Table:
    words, told = saved_words(table.language), wording(table.language)
    title = words.response_title if kind == "response" else words.missing_title
    n = format_number(table.base.n, table.language)
    by = f" {told.title_by.format(question='', by=table.by_head, n=n).strip()}"
    return replace(
        table,
        title=f"{title}.{by}" if table.columns else f"{title}. N={n}",
        notes=(words.response_note if kind == "response" else words.missing_note,),
        code_head=words.question,
        count_head=words.response if kind == "response" else words.missing,
    )


def _hide(
    table: Table, row: Row, each: _Answered, guard: Guard
) -> tuple[Row, tuple[Decision, ...]]:
    """The row with what may not be printed hidden: as if all who were asked were known."""
    publication = _publication(table, row, each)
    if guard == "round":
        raise Problem("Tables of who answered are not rounded.", "Choose another guard: 1-4")
    found = protect(publication, guard)
    refuse_advice(found.advice)
    secret = {place.column for place in found.places}
    cells = tuple(
        Cell(None, None, True) if column.key in secret and cell.count is not None else cell
        for column, cell in zip(table.columns, row.cells, strict=True)
    )
    return replace(row, cells=cells), found.decisions


def _publication(table: Table, row: Row, each: _Answered) -> Publication:
    keys = [column.key for column in table.columns]
    asked = [each.asked.get(key, 0) for key in keys]
    answered = [each.answered.get(key, 0) for key in keys]
    blank = [one - other for one, other in zip(asked, answered, strict=True)]

    def line(key: str, total: int, cells: Sequence[int]) -> Line:
        return Line(key, row.path[-1], Entry(total), tuple(map(Entry, cells)))

    sheet = Sheet(
        name=table.title,
        universe="response",
        columns=tuple(keys),
        heads=tuple(column.head for column in table.columns),
        base=line(EVERYONE, each.all_asked, asked),
        lines=(
            line(_ANSWERED, each.all_answered, answered),
            line(_BLANK, each.all_asked - each.all_answered, blank),
        ),
        partition=True,
    )
    both = Cover("row", EVERYONE, (_ANSWERED, _BLANK), True, True, "response")
    return Publication((sheet,), (both,))
