"""The codes that a row brings with its answers."""

from collections.abc import Sequence

from corpus.reading.code_columns import is_given
from corpus.reading.code_names import read_code_names
from corpus.reading.plan import Column, Oddity, Plan, Role


class CodeColumns:
    """The columns of codes of a plan; false when it has none.

    `paths` are the codes that columns of marks stand for, in which levels are written out.
    """

    def __init__(self, plan: Plan) -> None:
        self._columns = [
            column for column in plan.columns if column.role in (Role.CODES, Role.CODE)
        ]
        marked = (column.code for column in self._columns if column.role is Role.CODE)
        self.paths = frozenset(code for code in marked if code)

    def __bool__(self) -> bool:
        return bool(self._columns)

    def read(
        self, row: int, cells: Sequence[str], question: str | None = None
    ) -> tuple[tuple[str, ...], list[Oddity]]:
        """The codes of an answer, each once, and the cells that are no marks.

        `question` is its key in a wide file; in a long one all columns are of the row's answer.
        """
        names: dict[str, None] = {}
        odd: list[Oddity] = []
        for column in self._columns:
            if question is None or column.codes_of == question:
                names |= dict.fromkeys(_named(row, cells[column.position], column, odd))
        return tuple(names), odd


def _named(row: int, cell: str, column: Column, odd: list[Oddity]) -> tuple[str, ...]:
    if column.role is Role.CODES:
        return read_code_names(cell)
    given = is_given(cell)
    if given is None:
        shown = " ".join(cell.split())[:40]
        sentence = f"“{shown}” under “{column.code}” is neither 1 nor 0; it counts as 0."
        odd.append(Oddity(row, "codes", sentence))
    return (column.code,) if given and column.code else ()
