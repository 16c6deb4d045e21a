"""The plan of an import and its report, as lines on the screen."""

from collections import defaultdict
from typing import TYPE_CHECKING

from corpus.reading.plan import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coder.intake.report import Report
    from corpus.reading.plan import Column, Oddity, Plan
    from corpus.reading.records import Records
    from corpus.reading.sheet import Sheet

_WIDTH = 46
_EXAMPLES = 3
_ROWS_NAMED = 12
_MANY = 20
_BESIDES = (Role.VARIABLE, Role.IGNORE)


def plan_lines(sheet: "Sheet", plan: "Plan") -> "Iterator[str]":
    """The plan: how the file is read, what each column is and why, with its first values."""
    text_form = ", ".join(
        part
        for part in (
            plan.layout,
            plan.encoding,
            f"delimiter {_sign(plan.delimiter)}" if plan.delimiter else "",
            f"sheet {plan.sheet}" if plan.sheet else "",
        )
        if part
    )
    yield f"{plan.path.name}: {len(sheet.rows)} rows, {text_form}"
    in_brief = _in_brief(plan)
    for column in plan.columns:
        if column.position not in in_brief:
            yield from _column_lines(sheet, column)
    for role in _BESIDES:
        named = [_short(c.header, 28) for c in plan.having(role) if c.position in in_brief]
        if named:
            more = f", and {len(named) - _ROWS_NAMED} more" if len(named) > _ROWS_NAMED else ""
            yield f"  {len(named)} more columns, {role}: {', '.join(named[:_ROWS_NAMED])}{more}"
    for doubt in plan.doubts:
        yield f"  ? {doubt.sentence} ({doubt.option})"


def _in_brief(plan: "Plan") -> set[int]:
    """The positions of closed columns that are only named, when there are too many to look at."""
    plain = {c.position for role in _BESIDES for c in plan.having(role) if c.certain}
    return plain if len(plain) > _MANY else set()


def _column_lines(sheet: "Sheet", column: "Column") -> "Iterator[str]":
    role = f"{column.role}{'' if column.certain else '?'}"
    key = f" {column.key}" if column.key else ""
    yield f"  {_short(column.header):<{_WIDTH}} {role + key:<18} {column.why}"
    values = _examples(sheet, column.position)
    if values:
        yield f"      {values}"


def report_lines(report: "Report", found: "Records", tried: bool) -> "Iterator[str]":
    """What an import did, and everything odd by row."""
    yield "Tried only; nothing was changed." if tried else "Imported."
    yield f"  rows         {report.rows:>8}"
    yield f"  respondents  {report.respondents:>8}  ({report.new_respondents} new)"
    yield f"  questions    {report.questions:>8}  ({report.new_questions} new)"
    yield f"  answers      {report.answers:>8}  ({report.new_answers} new)"
    yield f"  blanks       {report.blanks:>8}"
    if report.not_asked:
        yield f"  not asked    {report.not_asked:>8}"
    if report.kept or report.replaced:
        yield f"  changed      {report.kept + report.replaced:>8}  ({report.replaced} replaced)"
    if report.codings:
        yield f"  codings      {report.codings:>8}  ({report.codes} new codes)"
    yield from _oddities(report.oddities)


def _oddities(oddities: "Iterable[Oddity]") -> "Iterator[str]":
    kinds: dict[str, list[Oddity]] = defaultdict(list)
    for oddity in oddities:
        kinds[oddity.kind].append(oddity)
    for kind, found in sorted(kinds.items()):
        rows = sorted({oddity.row for oddity in found if oddity.row})
        named = ", ".join(map(str, rows[:_ROWS_NAMED]))
        more = f" and {len(rows) - _ROWS_NAMED} more" if len(rows) > _ROWS_NAMED else ""
        where = f" in row {named}{more}" if rows else ""
        yield f"  {kind}: {len(found)}{where}"
        for oddity in found[:_ROWS_NAMED]:
            yield f"      {f'row {oddity.row}: ' if oddity.row else ''}{oddity.sentence}"


def _examples(sheet: "Sheet", position: int) -> str:
    values: list[str] = []
    for _, cells in sheet.rows:
        value = " ".join(cells[position][:200].split()) if position < len(cells) else ""
        if value and value not in values:
            values.append(value)
        if len(values) == _EXAMPLES:
            break
    return " | ".join(_short(value, 28) for value in values)


def _short(text: str, width: int = _WIDTH) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= width else plain[: width - 1] + "…"


def _sign(delimiter: str) -> str:
    return "tab" if delimiter == "\t" else delimiter
