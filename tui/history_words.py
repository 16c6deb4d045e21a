"""The history in words: a line of it, and everything that a step changed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.flags import flag_in_words
from tui.steps import step_words
from tui.words import _, later

if TYPE_CHECKING:
    from coder.workbench.logbook import Entry
    from coder.workbench.step_details import Details, RowChange

_SAID = {
    ("coding", "added"): later("coded: {new}"),
    ("coding", "removed"): later("code taken off: {old}"),
    ("coding", "changed"): later("another code: {old} → {new}"),
    ("flag", "added"): later("flagged: {new}"),
    ("flag", "removed"): later("flag taken off: {old}"),
    ("flag", "changed"): later("another flag: {old} → {new}"),
    ("memo", "added"): later("memo written: {new}"),
    ("memo", "removed"): later("memo removed: {old}"),
    ("memo", "changed"): later("memo changed: {old} → {new}"),
    ("code", "added"): later("code made: {new}"),
    ("code", "removed"): later("code gone: {old}"),
    ("code", "changed"): later("code changed: {old} → {new}"),
}
_TABLES = {
    "answer": later("answers"),
    "version": later("texts"),
    "respondent": later("respondents"),
    "presence": later("respondents in a wave"),
    "variable": later("closed questions"),
    "value": later("closed answers"),
    "question": later("questions"),
    "codebook": later("codebooks"),
    "codebook_use": later("codebooks of questions"),
    "study": later("settings of the study"),
    "band_label": later("labels of size bands"),
    "released_word": later("released words"),
    "added_name": later("added names"),
    "coder": later("coders"),
}
_TOLD = frozenset(table for table, _how in _SAID)


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
    beside = [
        f"{_(_TABLES.get(table, table))} {count}"
        for table, count in details.counts.items()
        if table not in _TOLD
    ]
    if beside:
        yield _("Changed: {what}").format(what=", ".join(beside))
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
    said = _SAID.get((change.table, change.how), "{old} → {new}")
    old, new = change.old, change.new
    if change.table == "flag":
        old, new = flag_in_words(old), flag_in_words(new)
    yield "  " + _(said).format(old=old, new=new)
