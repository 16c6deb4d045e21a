"""One answer coded by names: question, respondent and paths as a person writes them."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from codebooks.edits import add_path
from codebooks.paths import find_code, names_to_make
from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.actions import Target, apply_code, remove_code
from coder.choosing import code_named, nearest, refuse_former
from coder.people import coder_id, find_coder
from coder.segments import Segment
from corpus.problems import Problem
from corpus.queries import find_answer, find_question


@dataclass(frozen=True)
class Wanted:
    """Codes for one answer, or for characters `bounds` of it."""

    question: str
    respondent: str
    paths: tuple[str, ...]
    bounds: tuple[int, int] | None
    coder: str


@dataclass(frozen=True)
class Done:
    """Whether anything changed, and the paths of codes that were made."""

    changed: bool
    made: tuple[tuple[str, ...], ...] = ()


def code_answer(session: Session, wanted: Wanted, create: bool) -> Done:
    """Put codes on an answer; missing ones are made, or refused when not `create`.

    A name that a code had before is refused too, with what it is called now.
    """
    question = find_question(session, wanted.question)
    tree = codebook_of(session, question.id)
    target = _target(session, wanted)
    if tree.single and len(set(wanted.paths)) > 1:
        raise Problem(f"{question.full_key} takes exactly one code.", "Give one --code.")
    coder = coder_id(session, wanted.coder)
    made, changed = [], False
    for path in wanted.paths:
        code = find_code(tree, path)
        if code is None:
            refuse_former(session, tree, path)
            tree, code = _make(session, tree, path, create)
            made.append(tree.path(code.id))
        changed |= apply_code(session, question, tree, code, target, coder)
    return Done(changed, tuple(made))


def uncode_answer(session: Session, wanted: Wanted) -> Done:
    """Take the coder's codes off an answer with all its segments, or only off the characters."""
    question = find_question(session, wanted.question)
    tree = codebook_of(session, question.id)
    target = _target(session, wanted)
    codes = [_known(session, tree, path) for path in wanted.paths]
    coder = find_coder(session, wanted.coder)
    if coder is None:
        return Done(False)
    return Done(sum(remove_code(session, code, target, coder) for code in codes) > 0)


def _known(session: Session, tree: CodeTree, path: str) -> Code:
    if find_code(tree, path) is None:
        refuse_former(session, tree, path)
    return code_named(tree, path)


def _make(session: Session, tree: CodeTree, path: str, create: bool) -> tuple[CodeTree, Code]:
    if not create:
        raise Problem(f"There is no code {path}.", nearest(tree, path))
    return add_path(session, tree, names_to_make(tree, path))


def _target(session: Session, wanted: Wanted) -> Target:
    question = find_question(session, wanted.question)
    answer, version = find_answer(session, question, wanted.respondent)
    return Target(answer, version, Segment(*wanted.bounds) if wanted.bounds else None)
