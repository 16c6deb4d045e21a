"""The codebook as a tree, each code with how many of its pieces are chosen as quotes."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.widgets.cells import CURSOR, Piece, cells, left, one_line, right
from tui.widgets.code_list import CodeList
from tui.widgets.code_rows import INDENT, CodeRow

if TYPE_CHECKING:
    from codebooks.tree import CodeTree
    from coder.quoting.pieces import Amount


class QuoteTree(CodeList):
    """Behind each code stands `chosen/there`; a theme counts what is under it too."""

    def watch_rows(self) -> None:
        """Show the rows, with counts in a column that is wide enough for all of them."""
        self._counts = max((len(_amount(row)) for row in self.rows), default=1)
        self._fill(self.cursor)

    def draw(self, place: int, width: int) -> list[Piece]:
        """The line of the code at a place."""
        row = self._seen[place]
        fold = ("▸ " if row.id in self.folded else "▾ ") if row.theme else "  "
        head = f"{CURSOR if place == self.at else ' '}{' ' * INDENT * row.depth}{fold}"
        room = max(1, width - cells(head) - self._counts - 1)
        name = ("codes--theme",) if row.theme else ("codes--retired",) if row.retired else ()
        return [
            Piece(head, ("codes--sign",)),
            Piece(left(one_line(row.name), room), name),
            Piece(" " + right(_amount(row), self._counts), ("codes--count",)),
        ]


def quote_rows(tree: "CodeTree", amounts: Mapping[int, "Amount"]) -> Sequence[CodeRow]:
    """The codes under which something is said, with the themes that they stand under."""
    return [
        CodeRow(
            code.id,
            code.name,
            depth=len(tree.lineage(code.id)) - 1,
            own=amounts[code.id].chosen,
            total=amounts[code.id].there,
            theme=any(amounts[child.id].there for child in tree.children(code.id)),
            retired=code.status == "retired",
        )
        for code in tree.walk()
        if amounts[code.id].there
    ]


def _amount(row: CodeRow) -> str:
    return f"{row.own}/{row.total}"
