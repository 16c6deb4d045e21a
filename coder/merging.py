"""Codes that turn out to be one: their answers move, and nothing is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from codebooks.arranging import put_last, refuse_any_locked
from codebooks.edits import add_path, use_codebook
from codebooks.joining import Joining, plan_joining
from codebooks.queries import codebook_of, questions_using
from codebooks.tables import CodeRow
from codebooks.tree import Code, CodeTree
from coder.cases.summaries import follow_merge as follow_with_summaries
from coder.code_changes import Changed, give_code, portions
from coder.declining import forget_declined
from coder.described import keep_rules
from coder.modes import refuse_several
from coder.quoting.lead_ins import copy_lead_ins, follow_merged, lead_ins
from coder.similar.apart import follow_merge
from coder.tables import CodingRow, MemoRow
from corpus.queries import Question


@dataclass(frozen=True)
class Merged:
    """What a merge did, children that became one with a namesake included.

    `codings` are those that got another code, `doubled` those that were there twice afterwards and
    are there once now; `memos` on codes moved, `notes` are new memos with what codes meant that
    went; `codes` went.
    """

    codings: int
    doubled: int
    memos: int
    notes: int
    codes: int


def merge_all(session: Session, tree: CodeTree, sources: Sequence[Code], target: Code) -> Merged:
    """Merge codes into one: codings, memos and what stands under them follow.

    The sources stay in the study, marked with what they became. Codes of the same name under them
    and under the target are merged too. Definitions and rules are kept (see `keep_rules`).
    Raises a Problem when the target is or stands under a source, for a fourth level, and a lock.
    """
    joining = plan_merge(session, tree, sources, target)
    changed = [
        give_code(session, codes, stays) for stays, codes in by_target(joining.merged).items()
    ]
    memos = _move_memos(session, joining.merged)
    follow_merge(session, joining.merged)
    follow_with_summaries(session, joining.merged)
    forget_declined(session, joining.merged)
    follow_merged(session, joining.merged)
    _mark(session, tree, joining)
    notes = keep_rules(session, tree, joining.merged)
    return Merged(
        sum(each.codings for each in changed),
        sum(each.doubled for each in changed),
        memos,
        notes,
        len(joining.merged),
    )


def merge(session: Session, tree: CodeTree, source: Code, target: Code) -> int:
    """Merge one code into another, as `merge_all` does; returns codings moved."""
    return merge_all(session, tree, [source], target).codings


def plan_merge(session: Session, tree: CodeTree, sources: Sequence[Code], target: Code) -> Joining:
    """What a merge will do to the tree; a Problem when it cannot be done."""
    joining = plan_joining(tree, sources, target)
    refuse_any_locked(session, tree, sorted(joining.touched()))
    return joining


def by_target(merged: Mapping[int, int]) -> dict[int, list[int]]:
    """The codes that go, by what they become."""
    codes: dict[int, list[int]] = {}
    for gone, stays in merged.items():
        codes.setdefault(stays, []).append(gone)
    return codes


def share(session: Session, question: Question, other: Question) -> int:
    """Code `other` with the codebook of `question` from now on; its codings move by path.

    Returns the number of codings moved. Codes in use or with a lead-in that the shared codebook
    lacks are added to it; lead-ins are copied where it has none. Raises a Problem when it takes
    one code an answer and answers of `other` have several.
    """
    tree, old = codebook_of(session, question.id), codebook_of(session, other.id)
    if tree.id == old.id:
        return 0
    if tree.single:
        refuse_several(session, other)
    moved = 0
    used = set(session.scalars(select(CodingRow.code_id).where(CodingRow.question_id == other.id)))
    used |= set(lead_ins(session))
    became: dict[int, int] = {}
    for code in old.walk():
        if code.id in used:
            known = tree.by_id
            tree, same = add_path(session, tree, old.path(code.id))
            if same.id not in known:
                _copy_facts(session, code, same)
            moved += _give_in(session, other, code, same).codings
            became[code.id] = same.id
    copy_lead_ins(session, became)
    use_codebook(session, other.id, tree.id)
    if not questions_using(session, old.id):
        follow_with_summaries(session, became)
    return moved


def _give_in(session: Session, question: Question, code: Code, same: Code) -> Changed:
    return give_code(session, [code.id], same.id, CodingRow.question_id == question.id)


def _copy_facts(session: Session, code: Code, made: Code) -> None:
    row = session.get_one(CodeRow, made.id)
    row.status, row.definition, row.outcome = code.status, code.definition, int(code.outcome)
    row.include, row.exclude = code.include, code.exclude
    row.color, row.symbol = code.color, code.symbol
    session.flush()


def _move_memos(session: Session, merged: Mapping[int, int]) -> int:
    memos: list[tuple[int, int]] = []
    for some in portions(list(merged)):
        on_code = select(MemoRow.id, MemoRow.code_id).where(MemoRow.code_id.in_(some))
        memos += [(memo, merged[code or 0]) for memo, code in session.execute(on_code)]
    if memos:
        session.execute(
            update(MemoRow), [{"id": memo, "code_id": code} for memo, code in sorted(memos)]
        )
    return len(memos)


def _mark(session: Session, tree: CodeTree, joining: Joining) -> None:
    session.flush()
    session.execute(
        update(CodeRow),
        [
            {"id": gone, "status": "merged", "merged_into_id": stays}
            for gone, stays in joining.merged.items()
        ],
    )
    put_last(session, tree, joining.moved)
