"""What becomes of a codebook's tree when several codes become one; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from codebooks.tree import MAX_LEVELS, Code, CodeTree
from corpus.problems import Problem


@dataclass(frozen=True)
class Joining:
    """Which codes go, and where what stood under them goes; by ids.

    `sources` are the codes named, each once. `merged` gives for every code that goes, children
    that have a namesake included, the code that it becomes. `moved` gives for the other children
    their new theme, in the order in which they come to stand under it, last.
    """

    target: int
    sources: tuple[int, ...]
    merged: Mapping[int, int]
    moved: Mapping[int, int]

    def touched(self) -> set[int]:
        """Every code that goes, stays for another, moves or gets something under it."""
        pairs = (*self.merged.items(), *self.moved.items())
        return {id_ for pair in pairs for id_ in pair}


def plan_joining(tree: CodeTree, sources: Sequence[Code], target: Code) -> Joining:
    """How codes become one with another; children of the same name become one too.

    A code that is named goes into the target itself, wherever it stands. Raises a Problem when the
    target is among them or under one of them, or when a code would stand deeper than three levels.
    """
    named = tuple(dict.fromkeys(code.id for code in sources))
    _refuse(tree, named, target)
    merged = dict.fromkeys(named, target.id)
    moved: dict[int, int] = {}
    under: dict[int, dict[str, int]] = {}
    waiting = list(merged.items())
    for source, into in waiting:
        if into not in under:
            under[into] = _by_name(code for code in tree.children(into) if code.id not in merged)
        for child in tree.children(source):
            if child.id in merged:
                continue
            twin = under[into].setdefault(child.name, child.id)
            if twin == child.id:
                moved[child.id] = into
            else:
                merged[child.id] = twin
                waiting.append((child.id, twin))
    joining = Joining(target.id, named, merged, moved)
    _refuse_depth(tree, joining)
    return joining


def _refuse(tree: CodeTree, named: Sequence[int], target: Code) -> None:
    if not named:
        raise Problem("No code is to be merged.", "Name at least one.")
    if target.id in named:
        raise Problem("A code cannot be merged with itself.", "Name two different codes.")
    above = set(tree.lineage(target.id))
    for code in (tree.by_id[id_] for id_ in named):
        if code.id in above:
            raise Problem(
                f"{target.name} stands under {code.name}.",
                "Move it out first, or merge the other way round.",
            )
    for code in (target, *(tree.by_id[id_] for id_ in named)):
        if code.status == "merged":
            raise Problem(f"{code.name} was merged into another code.", "Name that code instead.")


def _refuse_depth(tree: CodeTree, joining: Joining) -> None:
    for id_ in joining.moved:
        for below in tree.subtree(id_):
            if below not in joining.merged and _level(tree, joining, below) > MAX_LEVELS:
                raise Problem(
                    f"{tree.by_id[id_].name} would stand more than {MAX_LEVELS} levels deep.",
                    "Choose a theme further up.",
                )


def _level(tree: CodeTree, joining: Joining, code_id: int) -> int:
    level, at = 0, code_id
    while True:
        level += 1
        parent = joining.moved.get(at, tree.by_id[at].parent_id)
        if parent is None:
            return level
        at = parent


def _by_name(codes: Iterable[Code]) -> dict[str, int]:
    return {code.name: code.id for code in codes}
