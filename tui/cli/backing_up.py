"""Commands on backups: backup, restore."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.problems import Problem
from tui.cli.screen import agree, print_text, say
from tui.cli.shared import OutputOption, StudyArgument, open_study, study_path

if TYPE_CHECKING:
    from coder.study import Study


def backup(study: StudyArgument, output: OutputOption = None) -> None:
    """Make a proved copy of the study, beside it or where you say."""
    with open_study(study) as opened:
        if output is not None and output.exists() and not _is_copy(output, opened):
            raise Problem(
                f"{output} exists already, and it is no backup of this study.",
                "Name another file; nothing was changed.",
            )
        say(f"Backed up to {opened.back_up(output)}")


def restore(
    study: StudyArgument,
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", readable=False, help="This backup, not the newest."),
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
            say("There are no backups.")
        return
    chosen = source or next(iter(known), None)
    if chosen is None:
        raise Problem(f"There is no backup of {path}.", "Name one with --from FILE.")
    if not yes:
        agree(f"Put {chosen} in the place of {path}?", "Nothing was restored.")
    aside = put_back(path, chosen)
    say(f"Restored {path} from {chosen}.")
    if aside:
        say(f"What stood there is kept as {aside}.")


def _is_copy(path: Path, opened: "Study") -> bool:
    """Whether a file is an earlier copy of a study, and may give way to a new one."""
    if not path.is_file() or path.samefile(opened.path):
        return False
    try:
        with open_study(path) as there:
            return _guid(there) == _guid(opened)
    except Problem:
        return False


def _guid(study: "Study") -> str:
    from corpus.queries import study_facts

    with study.read() as session:
        return study_facts(session).guid
