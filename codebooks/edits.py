"""Changes of a codebook: what needs no coding."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from codebooks.describing import Description, describe
from codebooks.locks import refuse_locked
from codebooks.paths import plain_name
from codebooks.queries import read_codebook
from codebooks.tables import CodebookRow, CodebookUseRow, CodeRow
from codebooks.tree import MAX_LEVELS, Code, CodeTree
from corpus.problems import Problem
from corpus.store.store import new_guid


@dataclass(frozen=True)
class NewCode:
    """A code to be made: its name, and whether it is an outcome (no theme)."""

    name: str
    outcome: bool = False


def new_codebook(session: Session, name: str, codes: Sequence[NewCode]) -> int:
    """A codebook with these codes at the top; returns its id."""
    book = CodebookRow(guid=new_guid(session), name=name, single=0, ordered=0)
    session.add(book)
    session.flush()
    for at, code in enumerate(codes, start=1):
        session.add(_row(book.id, None, code, at, new_guid(session), at))
    session.flush()
    return book.id


def use_codebook(session: Session, question_id: int, codebook_id: int) -> None:
    """Code a question with this codebook from now on."""
    use = session.scalar(select(CodebookUseRow).where(CodebookUseRow.question_id == question_id))
    if use is None:
        session.add(CodebookUseRow(question_id=question_id, codebook_id=codebook_id))
    else:
        use.codebook_id = codebook_id
    session.flush()


def add_path(session: Session, tree: CodeTree, names: Sequence[str]) -> tuple[CodeTree, Code]:
    """Make the code at this path, and the themes above it that are missing.

    Returns the tree as it is now and the code. Raises a Problem for an empty path or more than
    three levels.
    """
    wanted = [clean_name(name) for name in names]
    if not wanted:
        raise Problem("A code needs a name.", "Nothing was changed.")
    if len(wanted) > MAX_LEVELS:
        raise Problem(
            f"A code stands at most {MAX_LEVELS} levels deep: {' / '.join(wanted)}.",
            "Levels are separated by ' / ' or '>>'.",
        )
    parent_id: int | None = None
    code_id = 0
    for name in wanted:
        found = [code for code in tree.children(parent_id) if code.name == name]
        code_id = found[0].id if found else _add(session, tree, parent_id, name)
        if not found:
            tree = read_codebook(session, tree.id)
        parent_id = code_id
    return tree, tree.by_id[code_id]


def rename(session: Session, tree: CodeTree, code: Code, name: str) -> None:
    """Give a code another name; its number and its codings stay."""
    wanted = clean_name(name)
    refuse_locked(session, tree.id, code.id)
    _refuse_twin(tree, code.parent_id, wanted, code.id)
    session.get_one(CodeRow, code.id).name = wanted
    session.flush()


def move(
    session: Session, tree: CodeTree, code: Code, theme: Code | None, position: int | None = None
) -> None:
    """Put a code, with what is under it, under a theme (None: the top), last or at a place from 1.

    Raises a Problem when a theme would stand under itself, or deeper than three levels.
    """
    parent_id = theme.id if theme else None
    if parent_id in tree.subtree(code.id):
        raise Problem("A theme cannot be moved under itself.", "Choose another theme.")
    levels = len(tree.lineage(parent_id)) if parent_id else 0
    if levels + tree.height(code.id) > MAX_LEVELS:
        raise Problem(
            f"{code.name} would stand more than {MAX_LEVELS} levels deep.",
            "Choose a theme further up.",
        )
    refuse_locked(session, tree.id, code.id)
    refuse_locked(session, tree.id, parent_id)
    _refuse_twin(tree, parent_id, code.name, code.id)
    session.get_one(CodeRow, code.id).parent_id = parent_id
    _place(session, [c.id for c in tree.children(parent_id) if c.id != code.id], code.id, position)


def define(session: Session, code: Code, text: str) -> None:
    """Give a code a definition; an empty one takes it away. A Problem for a merged code."""
    describe(session, code, Description(definition=text))


def set_status(session: Session, code: Code, status: str) -> None:
    """Retire a code (kept for old codings, not offered), or make it active again."""
    row = session.get_one(CodeRow, code.id)
    refuse_locked(session, row.codebook_id, code.id)
    row.status = status
    session.flush()


def set_mode(session: Session, tree: CodeTree, single: bool | None, ordered: bool | None) -> None:
    """Single code or several; a scale or not. None leaves it as it is."""
    refuse_locked(session, tree.id, None)
    book = session.get_one(CodebookRow, tree.id)
    book.single = book.single if single is None else int(single)
    book.ordered = book.ordered if ordered is None else int(ordered)
    session.flush()


def clean_name(name: str) -> str:
    """A name as it is stored; a Problem when nothing is left of it."""
    cleaned = plain_name(name)
    if not cleaned:
        raise Problem("A code needs a name.", "Nothing was changed.")
    return cleaned


def _add(session: Session, tree: CodeTree, parent_id: int | None, name: str) -> int:
    refuse_locked(session, tree.id, parent_id)
    _refuse_twin(tree, parent_id, name, None)
    number = session.scalar(select(func.max(CodeRow.number)).where(CodeRow.codebook_id == tree.id))
    position = max((code.position for code in tree.children(parent_id)), default=0) + 1
    row = _row(tree.id, parent_id, NewCode(name), (number or 0) + 1, new_guid(session), position)
    session.add(row)
    session.flush()
    return row.id


def _row(
    codebook_id: int, parent_id: int | None, code: NewCode, number: int, guid: str, position: int
) -> CodeRow:
    return CodeRow(
        guid=guid,
        codebook_id=codebook_id,
        parent_id=parent_id,
        name=code.name,
        number=number,
        position=position,
        status="active",
        merged_into_id=None,
        definition="",
        outcome=int(code.outcome),
    )


def _refuse_twin(tree: CodeTree, parent_id: int | None, name: str, but: int | None) -> None:
    for code in tree.children(parent_id):
        if code.name == name and code.id != but:
            raise Problem(
                f"There is a code {' / '.join(tree.path(code.id))} already.",
                "Merge the two with: fullkoding codebook merge",
            )


def _place(session: Session, others: list[int], code_id: int, position: int | None) -> None:
    order = list(others)
    order.insert(len(order) if position is None else max(0, position - 1), code_id)
    places = select(CodeRow.id, CodeRow.position).where(CodeRow.id.in_(order))
    stood = dict(session.execute(places).all())
    changed = [{"id": id_, "position": at} for at, id_ in enumerate(order, 1) if stood[id_] != at]
    if changed:
        session.execute(update(CodeRow), changed)
    session.flush()
