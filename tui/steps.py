"""Steps of the history in words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.store.history import Step

_WORDS = {
    "import": "imported {file} ({rows} rows)",
    "apply_code": "coded {question} {answer}: {code}",
    "remove_code": "took {code} off {question} {answer}",
    "apply_to_many": "applied {code} to {answers} answers of {question}",
    "make_code_here": "coded {question} {answer} with the new code {code}",
    "apply_new_code": "applied the new code {code} to {answers} answers of {question}",
    "remove_from_many": "took {code} off {answers} answers of {question}",
    "flag": "flagged {answers} answers: {flag}",
    "code_file": "coded from {file} ({rows} rows)",
    "changed": "settled changed texts",
    "add_code": "added the code {code} to {question}",
    "rename_code": "renamed {code} to {name} in {question}",
    "define_code": "changed the definition of {code} in {question}",
    "move_code": "moved {code} in {question}",
    "merge_codes": "merged {code} into {into} in {question}",
    "retire_code": "retired {code} in {question}",
    "unretire_code": "offered {code} again in {question}",
    "share_codebook": "coded {other} with the codebook of {question}",
    "question": "changed the question {question}",
    "bands": "changed the size bands",
    "write_memo": "wrote a memo on the {subject} {name}",
    "change_memo": "changed a memo on the {subject} {name}",
    "remove_memo": "removed a memo on the {subject} {name}",
    "release_word": "released the word {word}",
    "undo": "undid step {step}",
    "redo": "redid step {step}",
}


class _Known(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


def step_words(kind: str, parameters: Mapping[str, object]) -> str:
    """What a step did, in words."""
    return _WORDS.get(kind, kind).format_map(_Known(parameters))


def step_line(step: "Step") -> str:
    """One line of the history: number, time (UTC), person, action."""
    undone = "" if step.in_effect else "  (undone)"
    words = step_words(step.kind, step.parameters)
    return f"{step.id:>5}  {step.at}  {step.coder:<10} {words}{undone}"
