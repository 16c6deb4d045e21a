"""Commands on the history: undo, redo, log."""

from typing import TYPE_CHECKING, Annotated

import typer

from corpus.problems import Problem
from tui.cli.screen import print_text, say
from tui.cli.shared import CoderOption, StudyArgument, open_study, open_to_change, who
from tui.steps import step_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coder.study import Study
    from corpus.store.history import Step

StepOption = Annotated[
    int | None, typer.Option("--to", metavar="STEP", help="Up to this step of the log.")
]


def undo(
    study: StudyArgument,
    to: StepOption = None,
    only: Annotated[
        int | None,
        typer.Option(
            "--only", metavar="STEP", help="Take back this one step, when no later one needs it."
        ),
    ] = None,
    coder: CoderOption = "",
) -> None:
    """Take back the latest action; with --to, everything done after a step."""
    if to is not None and only is not None:
        raise typer.BadParameter("Give --to or --only, not both.")
    with open_to_change(study) as opened:
        if to is not None:
            _undo_to(opened, to, who(coder))
            return
        if only is not None:
            _refuse_unknown(opened, only)
        _tell("Undid", opened.undo(who(coder), only))


def redo(
    study: StudyArgument,
    to: StepOption = None,
    coder: CoderOption = "",
) -> None:
    """Do again what was taken back last; with --to, everything up to and with a step."""
    with open_to_change(study) as opened:
        if to is None:
            _tell("Redid", opened.redo(who(coder)))
            return
        waiting = opened.redoable()
        if to not in waiting:
            raise Problem(
                f"Step {to} does not wait for redo.",
                f"These do: {', '.join(map(str, waiting)) or 'none'}.",
            )
        for step in opened.redo_to(who(coder), to):
            _tell("Redid", step)


def log(
    study: StudyArgument,
    to: StepOption = None,
    by: Annotated[
        str, typer.Option("--coder", metavar="NAME", help="Only steps by this person.")
    ] = "",
) -> None:
    """Everything that was done, oldest first: step, time (UTC), person, action."""
    with open_study(study) as opened:
        steps = opened.steps()
    undoes = {step.id: step.undoes for step in steps}
    for step in steps:
        if (to is not None and step.id > to) or (by and step.coder != by):
            continue
        parameters = {**step.parameters, "step": _action(step.id, undoes)}
        undone = "" if step.in_effect else "  (undone)"
        words = step_words(step.kind, parameters)
        print_text(f"{step.id:>5}  {step.at}  {step.coder:<10} {words}{undone}")
    if not steps:
        say("Nothing has been done yet.")


def _undo_to(opened: "Study", to: int, coder: str) -> None:
    if to != 0:
        _refuse_unknown(opened, to)
    latest = opened.undoable()
    if latest is None or latest.id <= to:
        raise Problem(f"Nothing was done after step {to}.", "Nothing was changed.")
    for step in opened.undo_to(coder, to):
        _tell("Undid", step)


def _refuse_unknown(opened: "Study", step: int) -> None:
    if step not in {each.id for each in opened.steps()}:
        raise Problem(f"There is no step {step}.", "See: fullkoding log STUDY")


def _action(step: int, undoes: "Mapping[int, int | None]") -> int:
    """The action that a step takes back or does again, or the step itself."""
    while (earlier := undoes.get(step)) is not None:
        step = earlier
    return step


def _tell(done: str, step: "Step") -> None:
    print_text(f"{done} step {step.id}: {step_words(step.kind, step.parameters)}")
