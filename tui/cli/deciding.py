"""Asking a person, answer by answer, which of two texts counts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from tui.cli.screen import say

if TYPE_CHECKING:
    from coder.intake.report import Changed, ChangedText


def decide(texts: "Sequence[ChangedText]") -> "dict[tuple[str, str], Changed]":
    """Ask about each changed text; `all` settles the rest the same way."""
    decisions: dict[tuple[str, str], Changed] = {}
    for at, text in enumerate(texts):
        say(f"\n{text.question} {text.respondent} (row {text.row})")
        say(f"  stored:  {text.stored}")
        say(f"  in file: {text.found}")
        wish, of_all = _wish()
        if of_all:
            return decisions | {(each.respondent, each.question): wish for each in texts[at:]}
        decisions[text.respondent, text.question] = wish
    return decisions


def _wish() -> "tuple[Changed, bool]":
    """What becomes of a changed text, and whether the same goes for the rest."""
    while True:
        answer = typer.prompt("keep, replace, keep all, replace all", default="keep", err=True)
        words = str(answer).casefold().split()
        if words in (["keep"], ["keep", "all"]):
            return "keep", len(words) > 1
        if words in (["replace"], ["replace", "all"]):
            return "replace", len(words) > 1
        say("Write one of the four.")
