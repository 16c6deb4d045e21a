"""Codings become a table: counting rules 1 to 8 of the method.

A code counts answers, never segments; a theme counts the distinct answers under it; percent is
rounded half up; the base is computed and printed.
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from codebooks.tree import CodeTree
from coder.queries import count_uncoded
from coder.results.columns import columns_of
from coder.results.counts import reach_inside, uncoded_inside
from coder.results.disclosure import Protected, protect_tables
from coder.results.lines import Line, everyone, lines_of
from coder.results.notes import table_notes, table_title
from coder.results.request import Request, request_of
from coder.results.table import Base, Cell, Column, Row, Table
from coder.results.wishes import TableWishes
from coder.results.wording import wording
from corpus.queries import Question, Reach, reach, study_facts


def build_table(session: Session, question: Question, wishes: TableWishes) -> Table:
    """The table of one question, what may not be printed hidden.

    A Problem for a variable, coder or pin that is not there, and for a cell that follows from the
    others whatever is hidden.
    """
    return build_protected(session, question, wishes).tables[0]


def build_protected(session: Session, question: Question, wishes: TableWishes) -> Protected:
    """The same with what was decided about its cells."""
    request = request_of(session, question, wishes)
    return protect_tables([count_table(session, request)], wishes.suppress or "1-4")


def count_table(session: Session, request: Request) -> Table:
    """The table that is asked for, as it is: nothing is hidden yet."""
    facts, words = study_facts(session), wording(request.language)
    facts = replace(facts, language=request.language)
    columns = columns_of(
        session, request.question, request.grouping, request.base, facts, words, request.population
    )
    counts = reached(session, request)
    sizes = {"answered": counts.answered, "asked": counts.asked, "units": counts.units}
    base = Base(request.base, sizes[request.base])
    lines = lines_of(session, request, words)
    rows = table_rows(lines, columns, base, request.tree)
    if request.tree.single and rows and not request.only:
        total = Line((words.total,), None, everyone(session, request, lines), ())
        rows = (*rows, replace(table_rows([total], columns, base, request.tree)[0], kind="total"))
    by = (request.by or words.size_band) if columns else ""
    table = bare_table(request, counts, base, columns, rows, by)
    return with_words(table, request, _uncoded(session, request))


def bare_table(
    request: Request,
    counts: Reach,
    base: Base,
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    by: str,
) -> Table:
    """A table without title and notes."""
    words = wording(request.language)
    return Table(
        question=request.question.key,
        question_text=request.question.text,
        wave=request.question.wave,
        title="",
        language=request.language,
        base=base,
        asked=counts.asked,
        answered=counts.answered,
        response_rate=percent(counts.answered, counts.asked),
        columns=columns,
        rows=rows,
        notes=(),
        code_head=words.theme if request.level == "theme" else words.code,
        count_head=words.count,
        percent_head=words.percent,
        by_head=by,
        same=request.coder_name,
        part=request.part,
    )


def with_words(table: Table, request: Request, uncoded: int) -> Table:
    """The table with its title and its notes."""
    words = wording(request.language)
    notes = table_notes(table, words, request.tree.single, uncoded, request.coder_name)
    return replace(table, title=table_title(table, words), notes=notes)


def reached(session: Session, request: Request) -> Reach:
    """Units, asked and answered among the respondents of a table."""
    if request.population.is_all:
        return reach(session, request.question)
    return reach_inside(session, request.question, request.population)


def percent(count: int, base: int) -> int:
    """100 x count / base, rounded half up; 0 when the base is 0."""
    return (200 * count + base) // (2 * base) if base else 0


def table_rows(
    lines: Sequence[Line], columns: Sequence[Column], base: Base, tree: CodeTree
) -> tuple[Row, ...]:
    """Lines as rows with a cell for each column."""
    return tuple(
        Row(
            path=line.path,
            code=line.code.guid if line.code else None,
            count=line.total,
            percent=percent(line.total, base.n),
            cells=tuple(_cell(line.counts.get(column.key, 0), column.n) for column in columns),
            kind="rest" if line.is_rest else "code",
            codes=() if line.code else tuple(tree.by_id[id_].guid for id_ in line.ids),
        )
        for line in lines
    )


def _cell(count: int, size: int) -> Cell:
    return Cell(count, percent(count, size))


def _uncoded(session: Session, request: Request) -> int:
    if request.population.is_all:
        return count_uncoded(session, request.question, request.coder)
    return uncoded_inside(session, request.question, request.coder, request.population)
