"""Codings become a table: counting rules 1 to 8 of the method.

A code counts answers, never segments; a theme counts the distinct answers under it; percent is
rounded half up; the base is computed and printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.choosing import code_named
from coder.people import known_coder_id
from coder.queries import count_uncoded
from coder.results.columns import columns_of, find_grouping
from coder.results.counts import Counts, Grouping, count_each, count_union
from coder.results.disclosure import hidden_cells, sums_to_hide
from coder.results.notes import table_notes, table_title
from coder.results.table import Base, Cell, Column, Row, Table
from coder.results.wishes import TableWishes
from coder.results.wording import Wording, wording
from corpus.language import alphabetical, format_number
from corpus.queries import Question, StudyFacts, reach, study_facts


@dataclass(frozen=True)
class _Line:
    """A row before it is printed: the code (None: the rest), and its answers by column."""

    path: tuple[str, ...]
    code: Code | None
    counts: Counts
    ids: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True)
class _Source:
    """Where the figures of a table come from."""

    session: Session
    question: Question
    tree: CodeTree
    grouping: Grouping
    coder: int | None


def build_table(session: Session, question: Question, wishes: TableWishes) -> Table:
    """The table of one question; a Problem for a variable, coder or pin that is not there."""
    facts, words = study_facts(session), wording(study_facts(session).language)
    grouping, by = find_grouping(session, wishes.by)
    coder = known_coder_id(session, wishes.coder) if wishes.coder else None
    source = _Source(session, question, codebook_of(session, question.id), grouping, coder)
    columns = columns_of(session, question, grouping, wishes.base, facts, words)
    counts = reach(session, question)
    sizes = {"answered": counts.answered, "asked": counts.asked, "units": counts.units}
    base = Base(wishes.base, sizes[wishes.base])
    lines = _ordered(source, _lines(source, wishes), wishes)
    lines = _cut_off(source, lines, wishes, words, facts)
    rows = _rows(lines, columns, base, source, wishes, words)
    table = Table(
        question=question.key,
        question_text=question.text,
        wave=question.wave,
        title="",
        language=facts.language,
        base=base,
        asked=counts.asked,
        answered=counts.answered,
        response_rate=percent(counts.answered, counts.asked),
        columns=columns,
        rows=rows,
        notes=(),
        code_head=words.theme if wishes.level == "theme" else words.code,
        count_head=words.count,
        percent_head=words.percent,
        by_head=(by or words.size_band) if columns else "",
    )
    uncoded = count_uncoded(session, question, coder)
    notes = table_notes(table, words, source.tree.single, uncoded, wishes.coder)
    return replace(table, title=table_title(table, words), notes=notes)


def percent(count: int, base: int) -> int:
    """100 x count / base, rounded half up; 0 when the base is 0."""
    return (200 * count + base) // (2 * base) if base else 0


def _lines(source: _Source, wishes: TableWishes) -> list[_Line]:
    """A line for every code in use, or for every main theme with a code in use."""
    each = count_each(source.session, source.question, source.grouping, source.coder)
    tree = source.tree
    if wishes.level == "theme":
        wanted = [code for code in tree.children(None) if set(tree.subtree(code.id)) & set(each)]
    else:
        wanted = [code for code in tree.walk() if code.id in each]
    if tree.ordered:
        shown = {code.id for code in wanted}
        pool = tree.children(None) if wishes.level == "theme" else _leaves(tree)
        unused = [c for c in pool if c.status == "active" and not c.outcome and c.id not in shown]
        wanted += unused
    return [_line(source, code, each) for code in wanted]


def _leaves(tree: CodeTree) -> list[Code]:
    return [code for code in tree.walk() if not tree.children(code.id)]


def _line(source: _Source, code: Code, each: dict[int, Counts]) -> _Line:
    ids = source.tree.subtree(code.id)
    if len(ids) == 1:
        counts = each.get(code.id, {})
    else:
        counts = count_union(source.session, source.question, source.grouping, source.coder, ids)
    return _Line(source.tree.path(code.id), code, counts, ids)


def _ordered(source: _Source, lines: list[_Line], wishes: TableWishes) -> list[_Line]:
    place = {code.id: at for at, code in enumerate(source.tree.walk())}
    order = wishes.order or ("codebook" if source.tree.ordered else "count")

    def key(line: _Line) -> tuple[object, ...]:
        name = [alphabetical(name) for name in reversed(line.path)]
        if order == "codebook":
            return (place[line.ids[0]],)
        return (name,) if order == "name" else (-line.total, name)

    pinned = _pins(source.tree, wishes.pins)
    lines = sorted(lines, key=key)
    free = [line for line in lines if line.ids[0] not in pinned]
    by_id = {line.ids[0]: line for line in lines}
    return free + [by_id[id_] for id_ in pinned if id_ in by_id]


def _pins(tree: CodeTree, pins: Sequence[str]) -> list[int]:
    return list(dict.fromkeys(code_named(tree, pin).id for pin in pins))


def _cut_off(
    source: _Source, lines: list[_Line], wishes: TableWishes, words: Wording, facts: StudyFacts
) -> list[_Line]:
    """Put codes with few answers together in one line with their distinct answers."""
    pinned = _pins(source.tree, wishes.pins)
    few = [line for line in lines if 0 < line.total < wishes.cutoff and line.ids[0] not in pinned]
    if not few:
        return lines
    ids = tuple(id_ for line in few for id_ in line.ids)
    counts = count_union(source.session, source.question, source.grouping, source.coder, ids)
    answers = format_number(sum(counts.values()), facts.language)
    name = words.rest.format(codes=len(few), answers=answers)
    kept = [line for line in lines if line not in few]
    last = sum(line.ids[0] not in pinned for line in kept)
    return [*kept[:last], _Line((name,), None, counts, ids), *kept[last:]]


def _rows(
    lines: list[_Line],
    columns: tuple[Column, ...],
    base: Base,
    source: _Source,
    wishes: TableWishes,
    words: Wording,
) -> tuple[Row, ...]:
    grid = [[line.counts.get(column.key, 0) for column in columns] for line in lines]
    sizes = [column.n for column in columns]
    totals = [line.total for line in lines]
    rule = wishes.suppress or "1-4"
    hidden = hidden_cells(grid, sizes, totals, rule, source.tree.single)
    rows = [
        Row(
            path=line.path,
            code=line.code.guid if line.code else None,
            count=line.total,
            percent=percent(line.total, base.n),
            cells=tuple(map(_cell, numbers, sizes, secret)),
            kind="code" if line.code else "rest",
        )
        for line, numbers, secret in zip(lines, grid, hidden, strict=True)
    ]
    if source.tree.single and rows:
        counts = _everyone(source, lines)
        numbers = [counts.get(column.key, 0) for column in columns]
        count = sum(counts.values())
        cells = tuple(map(_cell, numbers, sizes, sums_to_hide(hidden)))
        total = Row((words.total,), None, count, percent(count, base.n), cells, "total")
        rows.append(total)
    return tuple(rows)


def _cell(count: int, size: int, hidden: bool) -> Cell:
    return Cell(None, None, True) if hidden else Cell(count, percent(count, size))


def _everyone(source: _Source, lines: list[_Line]) -> Counts:
    """The distinct answers with a code in the table, by column."""
    ids = {id_ for line in lines for id_ in line.ids}
    return count_union(source.session, source.question, source.grouping, source.coder, ids)
