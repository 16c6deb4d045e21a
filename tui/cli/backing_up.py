"""Commands on backups: backup, restore."""

from pathlib import Path
from typing import Annotated

import typer

from corpus.problems import Problem
from tui.cli.shared import OutputOption, StudyArgument, open_study, print_text, say, study_path


def backup(study: StudyArgument, output: OutputOption = None) -> None:
    """Make a proved copy of the study, beside it or where you say."""
    with open_study(study) as opened:
        if output is not None and output.resolve() == opened.path.resolve():
            raise Problem("A study is no backup of itself.", "Name another file.")
        say(f"Backed up to {opened.back_up(output)}")


def restore(
    study: StudyArgument,
    source: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="This backup, not the newest.")
    ] = None,
    as_list: Annotated[bool, typer.Option("--list", help="Show the backups there are.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Put a backup in the study's place; what stands there now is kept beside it."""
    from coder.study import restore as put_back
    from corpus.store.backup import backups

    path = study_path(study)
    known = backups(path)
    if as_list:
        for each in known:
            print_text(str(each))
        if not known:
            print_text("There are no backups.")
        return
    chosen = source or next(iter(known), None)
    if chosen is None:
        raise Problem(f"There is no backup of {path}.", "Name one with --from FILE.")
    if not yes:
        typer.confirm(f"Put {chosen} in the place of {path}?", abort=True, err=True)
    aside = put_back(path, chosen)
    say(f"Restored {path} from {chosen}.")
    if aside:
        say(f"What stood there is kept as {aside}.")
