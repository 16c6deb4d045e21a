"""The house rules that a machine can check."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("corpus", "codebooks", "coder", "tui")
LONGEST_FILE = 400
LONGEST_FUNCTION = 40


def _files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def _trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in _files(*PACKAGES):
        yield path.relative_to(ROOT), ast.parse(path.read_text("utf-8"))


def test_no_file_is_too_long() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in _files(*PACKAGES, "tests", "benchmarks")
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    """From the first statement of the body to the last; the signature does not count."""
    long = {}
    for path, tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or 0) - node.body[0].lineno + 1
                if length > LONGEST_FUNCTION:
                    long[f"{path}:{node.name}"] = length
    assert long == {}


def test_every_module_says_its_job() -> None:
    silent = [str(path) for path, tree in _trees() if not ast.get_docstring(tree)]
    assert silent == []


def test_every_public_function_and_class_says_what_it_does() -> None:
    silent = []
    for path, tree in _trees():
        for node in tree.body:
            if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name[0] == "_":
                continue
            if not ast.get_docstring(node):
                silent.append(f"{path}:{node.name}")
    assert silent == []


def test_no_module_is_named_like_one_of_the_standard_library() -> None:
    names = {path.stem for path in _files(*PACKAGES)} - {"__init__", "__main__"}
    assert names & sys.stdlib_module_names == set()


def test_all_imports_are_absolute() -> None:
    relative = [
        str(path)
        for path, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_the_database_is_spoken_to_in_raw_sql_only_where_it_must_be() -> None:
    allowed = {
        "corpus/store/triggers.py",
        "corpus/store/engine.py",
        "corpus/store/file.py",
        "corpus/store/bulk.py",
        "corpus/store/undo.py",
        "corpus/store/proof.py",
        "coder/derived.py",
        "coder/integrity.py",
    }
    raw = set()
    for path, _ in _trees():
        text = (ROOT / path).read_text("utf-8")
        if "exec_driver_sql(" in text or ".execute(f" in text or "CREATE TEMP" in text:
            raw.add(path.as_posix())
    assert raw <= allowed


def test_there_are_no_packages_among_the_tests() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout")
def test_the_tree_holds_no_study_and_nothing_generated() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    strange = [
        name
        for name in listed
        if name.endswith((".fullkoding", ".pyc", ".lock", ".orig")) or "\\" in name
    ]
    assert strange == []
