"""A filter that was made some time ago, in the codebook as it is now; pure."""

from collections.abc import Iterable
from dataclasses import replace

from codebooks.tree import CodeTree
from coder.workbench.filters import Filter

Groups = tuple[frozenset[int], ...]


def filter_now(tree: CodeTree, wanted: Filter) -> Filter:
    """The filter with each code or theme as it stands now.

    What was made under a theme since belongs to it, a merged code is the one it was merged into,
    and a code that is gone is left out.
    """
    return replace(
        wanted,
        with_codes=_groups_now(tree, wanted.with_codes),
        without_codes=_groups_now(tree, wanted.without_codes),
    )


def _groups_now(tree: CodeTree, groups: Iterable[frozenset[int]]) -> Groups:
    now = (_group_now(tree, group) for group in groups)
    return tuple(dict.fromkeys(group for group in now if group))


def _group_now(tree: CodeTree, group: frozenset[int]) -> frozenset[int]:
    known = [tree.by_id[code] for code in group if code in tree.by_id]
    tops = [tree.followed(code) for code in known if code.parent_id not in group]
    return frozenset(code for top in tops for code in tree.subtree(top.id))
