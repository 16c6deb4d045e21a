"""What reading a file says of columns and rows is known to the screens, to be translated."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import coder.intake
import corpus.reading
from tui import import_words

READING, INTAKE = (Path(str(part.__file__)).parent for part in (corpus.reading, coder.intake))


def _calls(folder: Path, *names: str) -> Iterator[tuple[ast.Module, ast.Call]]:
    for file in sorted(folder.glob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in names:
                yield tree, node


def _said(tree: ast.Module, value: ast.expr) -> set[str]:
    """The texts that an argument can be: itself, or what is assigned to its name anywhere."""
    if isinstance(value, ast.IfExp):
        return _said(tree, value.body) | _said(tree, value.orelse)
    if isinstance(value, ast.Name):
        assigned = [node for node in ast.walk(tree) if isinstance(node, ast.Assign)]
        named = [
            node.value
            for node in assigned
            if any(isinstance(to, ast.Name) and to.id == value.id for to in node.targets)
        ]
        return {text for each in named for text in _said(tree, each)}
    said = value.value if isinstance(value, ast.Constant) else ""
    return {said} if isinstance(said, str) and said else set()


def _reasons() -> set[str]:
    guesses = _calls(READING, "Guess")
    found = {text for tree, call in guesses for text in _said(tree, call.args[1])}
    openness = ast.parse((READING / "openness.py").read_text("utf-8"))
    decided = [
        node.value.elts[-1]
        for node in ast.walk(openness)
        if isinstance(node, ast.Return)
        and isinstance(node.value, ast.Tuple)
        and len(node.value.elts) == 3
    ]
    return found | {text for each in decided for text in _said(openness, each)}


def _kinds() -> set[str]:
    names = ("Oddity", "self.report")
    calls = [*_calls(READING, *names), *_calls(INTAKE, *names)]
    return {text for tree, call in calls for text in _said(tree, call.args[1])}


def test_every_reason_for_a_guess_is_known() -> None:
    reasons = _reasons()
    assert {"free text", "the header says so", "the header names an id"} <= reasons
    assert reasons == set(import_words._WHY)


def test_every_kind_of_oddity_is_known() -> None:
    kinds = _kinds()
    assert {"duplicate id", "not asked", "codes"} <= kinds
    assert kinds == set(import_words._KINDS)


def test_reasons_are_said_in_norwegian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "nn")
    assert import_words.why_words("free text") == "fritekst"
    assert import_words.why_words("something new") == "something new"
