"""What a merge of codes would change, before it is done."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codebooks.joining import Joining
from codebooks.tree import Code, CodeTree
from coder.code_changes import count_doubled, portions
from coder.described import has_rules
from coder.merging import by_target, plan_merge
from coder.tables import CodingRow, MemoRow

Path = tuple[str, ...]


@dataclass(frozen=True)
class MergeSource:
    """A code that would go: the answers and codings it has itself, and the memos on it.

    `shared` of its answers have the target already. `has_rules`: it has a definition or a rule,
    which the target would keep.
    """

    code_id: int
    number: int
    path: Path
    answers: int
    shared: int
    codings: int
    memos: int
    has_rules: bool


@dataclass(frozen=True)
class MergeChild:
    """A code under one that goes: where it stands, and where it would stand or what it becomes."""

    code_id: int
    path: Path
    becomes: Path
    merged: bool


@dataclass(frozen=True)
class MergePreview:
    """What a merge would change.

    Answers are distinct: `before` and `after` of the target itself, `total_before` and
    `total_after` with what stands under it. `doubled` codings would be there twice and become one.
    """

    target_id: int
    target: Path
    sources: tuple[MergeSource, ...]
    children: tuple[MergeChild, ...]
    before: int
    after: int
    total_before: int
    total_after: int
    doubled: int


def preview_merge(
    session: Session, tree: CodeTree, sources: Sequence[Code], target: Code
) -> MergePreview:
    """What `merge_all` would do; raises the same Problems and changes nothing."""
    joining = plan_merge(session, tree, sources, target)
    under = tree.subtree(target.id)
    going = {id_ for source in joining.sources for id_ in tree.subtree(source)}
    having = _answers(session, {*under, *going})
    own = set(having[target.id])
    joined = own.union(*(having[id_] for id_ in joining.sources))
    return MergePreview(
        target_id=target.id,
        target=tree.path(target.id),
        sources=tuple(_sources(session, tree, joining, having)),
        children=tuple(_children(tree, joining)),
        before=len(own),
        after=len(joined),
        total_before=len(own.union(*(having[id_] for id_ in under))),
        total_after=len(joined.union(*(having[id_] for id_ in _below(tree, joining)))),
        doubled=sum(
            count_doubled(session, codes, stays)
            for stays, codes in by_target(joining.merged).items()
        ),
    )


def _below(tree: CodeTree, joining: Joining) -> set[int]:
    """Everything that would stand under the target, and the codes that would go into that."""
    going = {id_ for source in joining.sources for id_ in tree.subtree(source)}
    return {*tree.subtree(joining.target), *going}


def _sources(
    session: Session, tree: CodeTree, joining: Joining, having: dict[int, dict[int, int]]
) -> Iterator[MergeSource]:
    memos = _memos(session, joining.sources)
    target = having[joining.target].keys()
    for code in (tree.by_id[id_] for id_ in joining.sources):
        own = having[code.id]
        yield MergeSource(
            code_id=code.id,
            number=code.number,
            path=tree.path(code.id),
            answers=len(own),
            shared=len(own.keys() & target),
            codings=sum(own.values()),
            memos=memos.get(code.id, 0),
            has_rules=has_rules(code),
        )


def _children(tree: CodeTree, joining: Joining) -> Iterator[MergeChild]:
    for id_, theme in joining.moved.items():
        name = tree.by_id[id_].name
        yield MergeChild(id_, tree.path(id_), (*_path(tree, joining, theme), name), False)
    for id_, stays in joining.merged.items():
        if id_ not in joining.sources:
            yield MergeChild(id_, tree.path(id_), _path(tree, joining, stays), True)


def _path(tree: CodeTree, joining: Joining, code_id: int) -> Path:
    """The names of a code that stays, where it will stand."""
    names: list[str] = []
    at: int | None = code_id
    while at is not None:
        names.insert(0, tree.by_id[at].name)
        at = joining.moved.get(at, tree.by_id[at].parent_id)
    return tuple(names)


def _answers(session: Session, codes: Collection[int]) -> defaultdict[int, dict[int, int]]:
    """For each code its answers, each with the number of its codings."""
    having: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for some in portions(sorted(codes)):
        rows = session.execute(
            select(CodingRow.code_id, CodingRow.answer_id, func.count())
            .where(CodingRow.code_id.in_(some))
            .group_by(CodingRow.code_id, CodingRow.answer_id)
        )
        for code, answer, count in rows:
            having[code][answer] = count
    return having


def _memos(session: Session, codes: Sequence[int]) -> dict[int, int]:
    rows = session.execute(
        select(MemoRow.code_id, func.count())
        .where(MemoRow.code_id.in_(codes))
        .group_by(MemoRow.code_id)
    )
    return {code: count for code, count in rows if code is not None}
