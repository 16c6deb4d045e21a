"""Codebooks for tests of what needs no study."""

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from codebooks.tree import Code, CodeTree

Path = tuple[str, ...]


def tree_of(paths: Iterable[Sequence[str]]) -> CodeTree:
    """A codebook with the codes at these paths and the themes above them, in this order."""
    ids: dict[Path, int] = {}
    codes: list[Code] = []
    for path in paths:
        for level in range(1, len(path) + 1):
            at = tuple(path[:level])
            if at not in ids:
                ids[at] = len(ids) + 1
                parent = ids.get(at[:-1])
                id_ = ids[at]
                codes.append(Code(id_, f"guid-{id_}", parent, at[-1], id_, id_))
    return CodeTree(1, "book", "k1", single=False, ordered=False, codes=tuple(codes))


NAMES = st.sampled_from(["Bolig", "bolig", "Økonomi", "NAV", "Mangel; på alt", "a", "æ ø"])
TRICKY = st.sampled_from(["A", "B", "A / B", "B / A", "A >> B", "A/B", "b", ";"])


def trees(names: st.SearchStrategy[str]) -> st.SearchStrategy[CodeTree]:
    """Codebooks of one to three levels with names out of a few."""
    paths = st.lists(st.lists(names, min_size=1, max_size=3), min_size=1, max_size=8)
    return paths.map(tree_of)
