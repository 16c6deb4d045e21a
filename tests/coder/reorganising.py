"""A codebook to reorganise, for tests: codes by their paths, and what stands under them."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.edits import add_path
from codebooks.paths import find_names
from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.merging import Merged, merge_all
from coder.study import Study
from coder.tables import CodingRow
from corpus.queries import find_question
from tests.builders import CODER, code_all, import_records, new_study, records


def study_with(
    folder: Path, texts: Sequence[str], codings: Sequence[tuple[str, str]], *paths: str
) -> Study:
    """Answers by a, b, c, ... to k1, codings as (respondent, paths), and codes without answers."""
    study = new_study(folder)
    import_records(study, records([(chr(97 + at), "k1", text) for at, text in enumerate(texts)]))
    code_all(study, [(who, "k1", path) for who, path in codings])
    if paths:
        with study.act("add_code", CODER) as session:
            for path in paths:
                add_path(session, tree_in(session), path.split(" / "))
    return study


def tree_in(session: Session) -> CodeTree:
    """The codebook of k1 as it is now."""
    return codebook_of(session, find_question(session, "k1").id)


def tree_of(study: Study) -> CodeTree:
    """The codebook of k1."""
    with study.read() as session:
        return tree_in(session)


def code_at(tree: CodeTree, path: str) -> Code:
    """The code at a path."""
    code = find_names(tree, path.split(" / "))
    assert code is not None, path
    return code


def paths_of(study: Study) -> list[str]:
    """The paths of all codes but the outcomes, in order."""
    tree = tree_of(study)
    return [" / ".join(tree.path(code.id)) for code in tree.walk() if not code.outcome]


def answers_of(study: Study, path: str) -> set[int]:
    """The ids of the answers that have this very code."""
    code = code_at(tree_of(study), path)
    with study.read() as session:
        having = select(CodingRow.answer_id).where(CodingRow.code_id == code.id)
        return set(session.scalars(having))


def merge_paths(study: Study, sources: Sequence[str], target: str) -> Merged:
    """Merge codes as one step."""
    with study.act("merge_codes", CODER) as session:
        tree = tree_in(session)
        codes = [code_at(tree, path) for path in sources]
        return merge_all(session, tree, codes, code_at(tree, target))
