"""Commands on the history: undo, redo, log."""

from typing import TYPE_CHECKING, Annotated

import typer

from corpus.problems import Problem
from corpus.visible import visible
from tui.cli.shared import CoderOption, StudyArgument, open_study, open_to_change, print_text, who
from tui.cli.steps import step_words

if TYPE_CHECKING:
    from corpus.store.history import Step

StepOption = Annotated[
    int | None, typer.Option("--to", metavar="STEP", help="Up to this step of the log.")
]


def undo(
    study: StudyArgument,
    to: StepOption = None,
    only: Annotated[
        int | None,
        typer.Option("--only", metavar="STEP", help="Take back this one step, when none needs it."),
    ] = None,
    coder: CoderOption = "",
) -> None:
    """Take back the latest action; with --to, everything done after a step."""
    if to is not None and only is not None:
        raise typer.BadParameter("Give --to or --only, not both.")
    with open_to_change(study) as opened:
        if to is not None:
            known = {step.id for step in opened.steps()}
            if to not in known | {0}:
                raise Problem(f"There is no step {to}.", "See: fullkoding log STUDY")
            latest = opened.undoable()
            if latest is None or latest.id <= to:
                raise Problem(f"Nothing was done after step {to}.", "Nothing was changed.")
            while latest is not None and latest.id > to:
                _undo(opened.undo(who(coder)))
                latest = opened.undoable()
            return
        _undo(opened.undo(who(coder), only))


def redo(
    study: StudyArgument,
    to: StepOption = None,
    coder: CoderOption = "",
) -> None:
    """Do again what was taken back last; with --to, everything up to and with a step."""
    with open_to_change(study) as opened:
        if to is None:
            _redo(opened.redo(who(coder)))
            return
        waiting = opened.redoable()
        if to not in waiting:
            raise Problem(f"Step {to} does not wait for redo.", _waiting(waiting))
        for _ in waiting[: waiting.index(to) + 1]:
            _redo(opened.redo(who(coder)))


def log(
    study: StudyArgument,
    to: StepOption = None,
    by: Annotated[str, typer.Option("--coder", help="Only steps by this person.")] = "",
) -> None:
    """Everything that was done, oldest first: step, time (UTC), person, action."""
    with open_study(study) as opened:
        steps = opened.steps()
    for step in steps:
        if (to is not None and step.id > to) or (by and step.coder != by):
            continue
        words = step_words(step.kind, step.parameters)
        undone = "" if step.in_effect else "  (undone)"
        print_text(visible(f"{step.id:>5}  {step.at}  {step.coder:<10} {words}{undone}"))
    if not steps:
        print_text("Nothing has been done yet.")


def _undo(step: "Step") -> None:
    print_text(f"Undid step {step.id}: {visible(step_words(step.kind, step.parameters))}")
