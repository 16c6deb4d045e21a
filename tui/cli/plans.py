"""The plan of an import, as lines to be read."""

from typing import TYPE_CHECKING

from corpus.reading.plan import Role
from tui.import_words import first_values, sign_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.reading.plan import Column, Plan
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
            f"delimiter {sign_words(plan.delimiter)}" if plan.delimiter else "",
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
    values = first_values(sheet, column.position, _EXAMPLES)
    if values:
        yield f"      {' | '.join(_short(value, 28) for value in values)}"


def _short(text: str, width: int = _WIDTH) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= width else plain[: width - 1] + "…"
