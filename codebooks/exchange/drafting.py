"""A codebook of a study as it goes into a file."""

from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.tree import CodeTree


def draft_of(tree: CodeTree) -> DraftBook:
    """The codebook in printing order, without what was merged."""
    codes = (
        DraftCode(
            path=tree.path(code.id),
            guid=code.guid,
            number=code.number,
            definition=code.definition,
            include=code.include,
            exclude=code.exclude,
            color=code.color,
            symbol=code.symbol,
            outcome=code.outcome,
            retired=code.status == "retired",
            locked=code.locked,
        )
        for code in tree.walk()
    )
    return DraftBook(tree.name, tuple(codes), tree.single, tree.ordered)
