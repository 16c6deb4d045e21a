"""Commands on saved tables: those that look, change and order; with save, build and export."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tui.cli.exporting_tables import build, export
from tui.cli.saving_tables import save
from tui.cli.screen import print_text, say
from tui.cli.shared import (
    CoderOption,
    StudyArgument,
    TableArgument,
    open_study,
    open_to_change,
    who,
)

if TYPE_CHECKING:
    from coder.results.saved.causes import Cause
    from coder.results.saved.differing import Number

app = typer.Typer(
    help="Tables that the study keeps: they can be built again at any time.",
    no_args_is_help=True,
)


def list_tables(study: StudyArgument) -> None:
    """The saved tables, in their order."""
    from coder.results.saved.describing import in_short
    from coder.results.saved.keeping import tables_of

    with open_study(study) as opened, opened.read() as session:
        lines = [f"{each.name}: {in_short(session, each)}" for each in tables_of(session)]
    print_text("\n".join(lines) if lines else "No table is saved.")


def show(study: StudyArgument, name: TableArgument) -> None:
    """What a table shows, in words."""
    from coder.results.saved.describing import in_words
    from coder.results.saved.keeping import find_saved

    with open_study(study) as opened, opened.read() as session:
        print_text("\n".join(in_words(session, find_saved(session, name))))


def diff(study: StudyArgument, name: TableArgument) -> None:
    """What has changed in a table since it was saved or exported, and which steps did it."""
    from coder.results.saved.differing import table_difference
    from coder.results.saved.keeping import find_saved
    from tui.steps import step_words

    with open_study(study) as opened, opened.read() as session:
        found = table_difference(session, find_saved(session, name))
    if found.since is not None:
        done = step_words(found.since.kind, found.since.parameters)
        say(f"Since step {found.since.id}, {found.since.at}: {done}")
    say("Not for publication: nothing is hidden here.")
    lines = [_changed(each) for each in found.numbers] or ["No number has changed."]
    for each in found.causes:
        done = step_words(each.step.kind, each.step.parameters)
        lines.append(f"  step {each.step.id}, {each.step.at}, {each.step.coder}: {done}")
        lines.append(f"    {_did(each)}")
    print_text("\n".join(lines))


def _changed(number: "Number") -> str:
    place = f"{number.row}, {number.column}" if number.column else number.row
    if number.before is None or number.after is None:
        was, now = ("-" if each is None else each for each in (number.before, number.after))
        return f"{place}: {was} -> {now}"
    return f"{place}: {number.before} -> {number.after} ({number.after - number.before:+})"


def _did(cause: "Cause") -> str:
    told = [f"codings added: {cause.added}"] if cause.added else []
    told += [f"codings removed: {cause.removed}"] if cause.removed else []
    return ", ".join([*told, *cause.touched])


def remove(study: StudyArgument, name: TableArgument, coder: CoderOption = "") -> None:
    """Take a table out of the study; undo brings it back."""
    from coder.results.saved.keeping import find_saved, remove_table

    with open_to_change(study) as opened:
        with opened.read() as session:
            table = find_saved(session, name)
        with opened.act("remove_table", who(coder), table=table.name) as session:
            remove_table(session, table)
    say(f"Removed the table {table.name}.")


def rename(
    study: StudyArgument,
    name: TableArgument,
    new_name: Annotated[str, typer.Argument(metavar="NEW", help="Its name from now on.")],
    coder: CoderOption = "",
) -> None:
    """Call a table something else."""
    from coder.results.saved.keeping import find_saved, rename_table

    with open_to_change(study) as opened:
        with opened.read() as session:
            table = find_saved(session, name)
        with opened.act("rename_table", who(coder), table=table.name, name=new_name) as session:
            rename_table(session, table, new_name)
    say(f"Renamed {table.name} to {new_name}.")


def sort(
    study: StudyArgument,
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="The first tables.")],
    coder: CoderOption = "",
) -> None:
    """Put tables first, in the order given."""
    from coder.results.saved.keeping import find_saved, reorder_tables

    with (
        open_to_change(study) as opened,
        opened.act("sort_tables", who(coder), tables="; ".join(names)) as session,
    ):
        reorder_tables(session, [find_saved(session, name) for name in names])
    say("Sorted.")


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("save", save),
    ("list", list_tables),
    ("show", show),
    ("build", build),
    ("diff", diff),
    ("export", export),
    ("rename", rename),
    ("sort", sort),
    ("remove", remove),
)
"""The names of the commands under `fullkoding tables`, and what carries them out."""

for _name, _function in COMMANDS:
    app.command(_name)(_function)
