"""Codes of a question crossed with codes of another, or with each other."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from coder.results.counts import reach_inside
from coder.results.lines import Line, lines_of, recount
from coder.results.request import Request
from coder.results.saved.columned import Beside, rows_beside
from coder.results.saved.wording import saved_words
from coder.results.table import Base, Column, Table
from coder.results.tally import bare_table, reached, with_words
from coder.results.wording import wording
from corpus.problems import Problem
from corpus.queries import Question

MOST = 40
"""More codes than this are no columns."""


def code_table(session: Session, request: Request, other: Question) -> Table:
    """The rows of a request; a column for each code in use of the other question.

    Who has several codes there stands in several columns. Crossed with itself, a pair of codes
    stands once, below the diagonal. A Problem when there are more columns than 40, or none.
    """
    words = wording(request.language)
    lines = lines_of(session, request, words)
    counts = reached(session, request)
    base = Base(request.base, getattr(counts, request.base))
    same = other.id == request.question.id
    across = [line for line in lines if line.code] if same else _across(session, request, other)
    if not across or len(across) > MOST:
        raise Problem(
            f"{other.full_key} has {len(across)} codes in use: no table has so many columns.",
            f"From 1 to {MOST}; main themes only: --level theme",
        )
    columns = [
        _column(session, request, other, line, lines, lines.index(line) if same else -1)
        for line in across
    ]
    rows = rows_beside(lines, base, request.tree, columns)
    by = saved_words(request.language).codes_of.format(question=other.full_key)
    heads = tuple(each.column for each in columns)
    return with_words(bare_table(request, counts, base, heads, rows, by), request, 0)


def _across(session: Session, request: Request, other: Question) -> list[Line]:
    """The codes of the other question that are columns, in the order of its own table."""
    asked = Request(
        other,
        codebook_of(session, other.id),
        request.language,
        level=request.level,
        coder=request.coder,
        population=request.population,
    )
    return [line for line in lines_of(session, asked, wording(request.language)) if line.total]


def _column(
    session: Session,
    request: Request,
    other: Question,
    code: Line,
    lines: Sequence[Line],
    diagonal: int,
) -> Beside:
    """A code as a column: of those who have it, how many have each row's codes."""
    population = replace(request.population, coded=(other.id, code.ids))
    asked = replace(request, population=population)
    n = getattr(reach_inside(session, request.question, population), request.base)
    found: list[int | None] = list(recount(session, asked, [line.ids for line in lines]))
    if diagonal >= 0:
        found = [
            None if at <= diagonal or set(line.ids) & set(code.ids) else count
            for at, (line, count) in enumerate(zip(lines, found, strict=True))
        ]
    guid = code.code.guid if code.code else ""
    return Beside(Column(guid, code.path[-1], n), tuple(found))
