"""Codes that become one, and codes that look alike, as the codebook screen asks for them."""

from collections.abc import Sequence

from codebooks.tree import CodeTree
from coder.merge_preview import MergePreview, preview_merge
from coder.merging import Merged, merge_all
from coder.similar.apart import keep_apart
from coder.workbench.codebook_desk import CodebookDesk, Touches, still_there


def preview(desk: CodebookDesk, sources: Sequence[int], target: int) -> MergePreview:
    """What merging codes into another would change; a Problem when it cannot be."""
    tree = desk.tree
    with desk.study.read() as session:
        wanted = [still_there(tree, code) for code in sources]
        return preview_merge(session, tree, wanted, still_there(tree, target))


def merge_codes(desk: CodebookDesk, sources: Sequence[int], target: int) -> Merged:
    """Merge codes into another; answers, memos and what stands under them follow."""
    said = {"code": desk.paths(sources), "into": desk.path(target)}
    with desk.acting("merge_codes", Touches.CODINGS, said) as (session, tree):
        wanted = [still_there(tree, code) for code in sources]
        return merge_all(session, tree, wanted, still_there(tree, target))


def keep_two(desk: CodebookDesk, code_id: int, other_id: int) -> bool:
    """Say that two codes are two, so that they are not proposed again."""
    said = {"code": desk.path(code_id), "other": desk.path(other_id)}
    with desk.acting("keep_apart", Touches.NOTHING, said) as (session, tree):
        return keep_apart(session, _id(tree, code_id), _id(tree, other_id))


def _id(tree: CodeTree, code_id: int) -> int:
    return still_there(tree, code_id).id
