"""The lines of the codebook screen's tree; pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from codebooks.tree import Code, CodeTree
from tui.widgets.cells import CURSOR, Piece, cells, left, one_line, right
from tui.widgets.code_rows import INDENT, CodeRow, counted

MARK = "▪"
LOCKED = "⊠"
RETIRED = "†"
MEMO = "✎"
OUTCOME = "∅"
COLOURED = "■"

_NUMBER = 6
_WITH_NUMBERS = 44


@dataclass(frozen=True, slots=True)
class BookRow(CodeRow):
    """A line with what a codebook says beside the counts; `symbol` is of one cell or ""."""

    symbol: str = ""
    color: str = ""
    signs: str = ""


@dataclass(frozen=True)
class Shelf:
    """What the lines are made from: the codes with counts and memos; total counts may be late."""

    tree: CodeTree
    own: Mapping[int, int]
    under: Mapping[int, int] | None
    memos: Mapping[int, int]

    @cached_property
    def rows(self) -> list[BookRow]:
        """All lines, in codebook order."""
        locked: set[int | None] = {None} if self.tree.locked else set()
        depths: dict[int | None, int] = {None: -1}
        rows = []
        for code in self.tree.walk():
            depths[code.id] = depths[code.parent_id] + 1
            if code.locked or code.parent_id in locked:
                locked.add(code.id)
            rows.append(self._row(code, depths[code.id], code.id in locked))
        return rows

    @cached_property
    def _no_symbol(self) -> str:
        """What stands where a code has no symbol: room for it when others have one."""
        return " " if any(map(symbol_of, self.tree.codes)) else ""

    def _row(self, code: Code, depth: int, locked: bool) -> BookRow:
        own = self.own.get(code.id, 0)
        return BookRow(
            code.id,
            code.name,
            depth=depth,
            number=code.number,
            own=own,
            total=own if self.under is None else self.under.get(code.id, 0),
            theme=bool(self.tree.children(code.id)),
            retired=code.status == "retired",
            symbol=symbol_of(code) or self._no_symbol,
            color=code.color,
            signs=signs_of(code, locked, bool(self.memos.get(code.id))),
        )


def symbol_of(code: Code) -> str:
    """The sign of a code in one cell: its own, or one that bears its colour, or none."""
    own = one_line(code.symbol)
    return own if cells(own) == 1 else COLOURED if code.color else ""


def signs_of(code: Code, locked: bool, noted: bool) -> str:
    """What else is to be known about a code, a sign each."""
    facts = (
        (code.status == "retired", RETIRED),
        (locked, LOCKED),
        (noted, MEMO),
        (code.outcome, OUTCOME),
    )
    return "".join(sign for holds, sign in facts if holds)


def picked(rows: Collection[BookRow], wanted: Collection[int]) -> list[BookRow]:
    """The lines that are wanted, each with the themes that it stands under."""
    above: list[BookRow] = []
    kept: dict[int, BookRow] = {}
    for row in rows:
        del above[row.depth :]
        above.append(row)
        if row.id in wanted:
            kept.update((each.id, each) for each in above)
    return list(kept.values())


def symbol_at(row: CodeRow) -> int:
    """The cell at which the symbol of a line stands."""
    return 4 + INDENT * row.depth


def book_line(
    row: BookRow, width: int, counts: int, is_folded: bool, current: bool, marked: bool
) -> list[Piece]:
    """The pieces of a line in exactly `width` cells, its counts in the last `counts` of them."""
    fold = ("▸ " if is_folded else "▾ ") if row.theme else "  "
    mark = MARK if marked else " "
    head = f"{CURSOR if current else ' '}{mark}{' ' * INDENT * row.depth}{fold}"
    symbol = f"{row.symbol} " if row.symbol else ""
    number = _NUMBER if width >= _WITH_NUMBERS else 0
    signs = f" {row.signs}" if row.signs else ""
    taken = cells(head) + cells(symbol) + cells(signs) + number + counts + 1
    name = ("codes--theme",) if row.theme else ("codes--retired",) if row.retired else ()
    return [
        Piece(head, ("codes--sign",)),
        Piece(symbol, ("codes--sign",)),
        Piece(left(one_line(row.name), max(1, width - taken)), name),
        Piece(signs, ("codes--sign",)),
        Piece(right(f"#{row.number}", number), ("codes--number",)),
        Piece(" " + right(counted(row), counts), ("codes--count",)),
    ]
