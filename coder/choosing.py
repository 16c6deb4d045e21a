"""Codes that a person names."""

from rapidfuzz import fuzz, process, utils
from sqlalchemy.orm import Session

from codebooks.former import former_code
from codebooks.paths import find_code
from codebooks.tree import Code, CodeTree
from corpus.problems import Problem


def code_named(tree: CodeTree, path: str) -> Code:
    """The code a path means; a Problem with the nearest one when there is none."""
    code = find_code(tree, path)
    if code is None:
        raise Problem(f"There is no code {path}.", nearest(tree, path))
    return code


def nearest(tree: CodeTree, path: str) -> str:
    """A hint: the code that looks most like what was written."""
    paths = [" / ".join(tree.path(code.id)) for code in tree.walk()]
    found = process.extractOne(
        path, paths, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=70
    )
    if found:
        return f"Did you mean {found[0]}?"
    return "See: fullkoding codebook show STUDY --question KEY"


def refuse_former(session: Session, tree: CodeTree, path: str) -> None:
    """Raise a Problem when a path, which means no code now, was what one was called before."""
    code = former_code(session, tree, path)
    if code is not None:
        now = " / ".join(tree.path(code.id))
        raise Problem(
            f"There is no code {path} any more.",
            f"It is called {now} now. A new one: fullkoding codebook add",
        )
