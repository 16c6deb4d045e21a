"""The history in words: a line of it, and everything that a step changed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.steps import step_words
from tui.words import _, later

if TYPE_CHECKING:
    from coder.workbench.logbook import Entry
    from coder.workbench.step_details import Details, RowChange

_HOW = {"added": later("added"), "removed": later("removed"), "changed": later("changed")}
_TABLES = {
    "coding": later("codings"),
    "flag": later("flags"),
    "memo": later("memos"),
    "code": later("codes"),
    "coder": later("coders"),
    "answer": later("answers"),
    "version": later("texts"),
    "respondent": later("respondents"),
    "presence": later("respondents in a wave"),
    "variable": later("closed questions"),
    "value": later("closed answers"),
    "question": later("questions"),
    "codebook": later("codebooks"),
    "codebook_use": later("codebooks in use"),
    "study": later("settings of the study"),
    "band_label": later("labels of size bands"),
    "released_word": later("released words"),
}


def entry_words(entry: "Entry") -> str:
    """What a line of the history says; an undo or redo says what it is about."""
    step, action = entry.step, entry.action
    if step.id == action.id:
        return step_words(step.kind, step.parameters)
    said = step_words(step.kind, {**step.parameters, "step": action.id})
    return f"{said}: {step_words(action.kind, action.parameters)}"


def details_lines(entry: "Entry", details: "Details", at: str) -> Iterator[str]:
    """Everything about a step; `at` is its time as it is shown."""
    yield entry_words(entry)
    yield _("Step {number}, {time}, by {coder}").format(
        number=entry.step.id, time=at, coder=entry.step.coder
    )
    if not entry.step.in_effect:
        yield _("It was undone since.")
    yield ""
    for table, count in details.counts.items():
        yield f"{count:>8}  {_(_TABLES.get(table, table))}"
    for change in details.changes:
        yield ""
        yield from _change_lines(change)
    if len(details.changes) < details.told_of:
        yield ""
        yield _("These are the first {shown} of {total}.").format(
            shown=len(details.changes), total=details.told_of
        )


def _change_lines(change: "RowChange") -> Iterator[str]:
    if change.whose is not None:
        beginning = " ".join(change.whose.beginning.split())
        yield f"{change.whose.question}  {change.whose.respondent}  {beginning}"
    what = f"{_(_TABLES.get(change.table, change.table))}, {_(_HOW[change.how])}:"
    said = f"{change.old} → {change.new}" if change.how == "changed" else change.old + change.new
    yield f"  {what} {said}"
