"""The command that writes codes for statistics programs: matrix."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from corpus.problems import Problem
from tui.cli.delivering import chosen_format, refuse_study
from tui.cli.noting import noted_file
from tui.cli.screen import progress, say
from tui.cli.shared import OutputOption, StudyArgument, one_of, open_study

if TYPE_CHECKING:
    from coder.exports.statistics_files.frame import SetForm
    from coder.matrix import MatrixLevel

_FORMATS = ("sav", "csv", "xlsx")


def matrix(
    study: StudyArgument,
    question: Annotated[
        list[str] | None,
        typer.Option("--question", metavar="KEY", help="Only this one; may be repeated."),
    ] = None,
    level: Annotated[
        str, typer.Option("--level", metavar="code|theme", help="All codes, or main themes only.")
    ] = "code",
    sets: Annotated[
        str,
        typer.Option(
            "--sets",
            metavar="dichotomies|categories",
            help="A variable 0/1 for each code, or one for each mention.",
        ),
    ] = "dichotomies",
    coder: Annotated[
        str, typer.Option("--coder", metavar="NAME", help="Only codings by this person.")
    ] = "",
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_FORMATS), help="How it is written.")
    ] = "",
    output: OutputOption = None,
) -> None:
    """Respondents against codes for SPSS, R and the like: internal, it identifies respondents."""
    if output is None:
        raise Problem("A matrix is written to a file.", f"Add: -o FILE.{form or 'sav'}")
    refuse_study(output)
    chosen = chosen_format(form, output, _FORMATS)
    wanted = cast("MatrixLevel", one_of("--level", level, ("code", "theme")))
    grouped = cast("SetForm", one_of("--sets", sets, ("dichotomies", "categories")))
    from coder.exports.internal import internal_path
    from coder.exports.statistics_files.frame import frame_of
    from coder.exports.statistics_files.writing import write_matrix
    from coder.matrix import read_matrix
    from coder.people import known_coder_id
    from corpus.queries import find_question

    with open_study(study) as opened, opened.read() as session:
        asked = [find_question(session, key) for key in question or ()]
        who = known_coder_id(session, coder) if coder else None
        frame = frame_of(read_matrix(session, asked, wanted, who), grouped)
    data = internal_path(output, frame.language)
    refuse_study(data)
    with noted_file(study, "matrix", "export_matrix", data.name), progress("Writing", None):
        written, notes = write_matrix(frame, output, chosen)
    for note in notes:
        say(note)
    say(f"{frame.internal}: not for publication.")
    for path in written:
        say(f"Wrote {path}")


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (("matrix", matrix),)
"""The names of the commands, and what carries them out."""
