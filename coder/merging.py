"""Codes that turn out to be one: their answers move, and nothing is lost."""

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session, aliased

from codebooks.edits import add_path, move, use_codebook
from codebooks.locks import refuse_locked
from codebooks.queries import codebook_of, read_codebook
from codebooks.tables import CodeRow
from codebooks.tree import Code, CodeTree
from coder.modes import refuse_several
from coder.tables import CodingRow
from coder.workbench.memos import move_memos
from corpus.problems import Problem
from corpus.queries import Question


def merge(session: Session, tree: CodeTree, source: Code, target: Code) -> int:
    """Merge a code into another: codings and what stands under it follow; returns codings moved.

    The source stays in the study, marked with what it became. Codes of the same name under both
    are merged too. Raises a Problem when the target stands under the source.
    """
    if target.id == source.id:
        raise Problem("A code cannot be merged with itself.", "Name two different codes.")
    if target.id in tree.subtree(source.id):
        raise Problem(
            f"{target.name} stands under {source.name}.",
            "Move it out first, or merge the other way round.",
        )
    refuse_locked(session, tree.id, source.id)
    moved = _move_codings(session, source.id, target.id)
    move_memos(session, source.id, target.id)
    row = session.get_one(CodeRow, source.id)
    row.status, row.merged_into_id = "merged", target.id
    session.flush()
    for child in tree.children(source.id):
        tree = read_codebook(session, tree.id)
        twins = [code for code in tree.children(target.id) if code.name == child.name]
        if twins:
            moved += merge(session, tree, child, twins[0])
        else:
            move(session, tree, child, target)
    return moved


def share(session: Session, question: Question, other: Question) -> int:
    """Code `other` with the codebook of `question` from now on; its codings move by path.

    Returns the number of codings moved. Codes in use that the shared codebook lacks are added to
    it. Raises a Problem when it takes one code an answer and answers of `other` have several.
    """
    tree, old = codebook_of(session, question.id), codebook_of(session, other.id)
    if tree.id == old.id:
        return 0
    if tree.single:
        refuse_several(session, other)
    moved = 0
    used = set(session.scalars(select(CodingRow.code_id).where(CodingRow.question_id == other.id)))
    for code in old.walk():
        if code.id in used:
            known = tree.by_id
            tree, same = add_path(session, tree, old.path(code.id))
            if same.id not in known:
                _copy_facts(session, code, same)
            moved += _move_codings(session, code.id, same.id, other)
    use_codebook(session, other.id, tree.id)
    return moved


def _copy_facts(session: Session, code: Code, made: Code) -> None:
    row = session.get_one(CodeRow, made.id)
    row.status, row.definition, row.outcome = code.status, code.definition, int(code.outcome)
    row.include, row.exclude = code.include, code.exclude
    row.color, row.symbol = code.color, code.symbol
    session.flush()


def _move_codings(
    session: Session, source: int, target: int, question: Question | None = None
) -> int:
    """Give codings of one code to another; of two that would be the same the newer text's stays."""
    of_source = [CodingRow.code_id == source]
    if question:
        of_source.append(CodingRow.question_id == question.id)
    twin = aliased(CodingRow)
    same_place = (
        twin.answer_id == CodingRow.answer_id,
        twin.coder_id == CodingRow.coder_id,
        twin.start_at.is_not_distinct_from(CodingRow.start_at),
        twin.end_at.is_not_distinct_from(CodingRow.end_at),
    )
    outdated = exists().where(*same_place, twin.code_id == source, twin.version > CodingRow.version)
    has_twin = exists().where(*same_place, twin.code_id == target)
    options = {"synchronize_session": False}
    session.execute(
        delete(CodingRow).where(CodingRow.code_id == target, outdated), execution_options=options
    )
    doubled = session.execute(
        delete(CodingRow).where(*of_source, has_twin).returning(CodingRow.id),
        execution_options=options,
    ).all()
    moved = session.execute(
        update(CodingRow).where(*of_source).values(code_id=target).returning(CodingRow.id),
        execution_options=options,
    ).all()
    return len(doubled) + len(moved)
