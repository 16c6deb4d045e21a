"""The command that writes texts as they are, with who wrote them: working-copy."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from corpus.problems import Problem
from tui.cli.delivering import chosen_format, refuse_study
from tui.cli.screen import agree, counted, say
from tui.cli.shared import CoderOption, OutputOption, StudyArgument, open_to_change, who

_FORMATS = ("docx", "xlsx")


def working_copy(
    study: StudyArgument,
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="KEY or KEY@WAVE; all when left out.")
    ] = "",
    code: Annotated[
        str, typer.Option("--code", metavar="PATH", help="Only this theme or code.")
    ] = "",
    chosen_only: Annotated[
        bool, typer.Option("--chosen/--all", help="Only quotes that were chosen.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_FORMATS), help="How it is written.")
    ] = "",
    output: OutputOption = None,
    coder: CoderOption = "",
) -> None:
    """Coded text as it was written, with who wrote it: internal, it identifies respondents."""
    if output is None:
        raise Problem("A working copy is written to a file.", f"Add: -o FILE.{form or 'docx'}")
    if code and not question:
        raise typer.BadParameter("--code needs a QUESTION.")
    chosen = chosen_format(form, output, _FORMATS)
    refuse_study(output)
    from codebooks.queries import codebook_of
    from coder.choosing import code_named
    from coder.exporting import note_file
    from coder.exports.atomic import write_file
    from coder.exports.internal import INTERNAL, internal_path
    from coder.exports.working_copies import working_copy_writer
    from coder.results.working_copy import working_copy as collected
    from corpus.queries import find_question, questions

    with open_to_change(study) as opened:
        with opened.read() as session:
            asked = [find_question(session, question)] if question else questions(session)
            codes = None
            if code:
                tree = codebook_of(session, asked[0].id)
                codes = tree.subtree(code_named(tree, code).id)
            copy = collected(session, asked, codes, chosen_only)
        if not copy.pieces:
            raise Problem("There is no such coded text.", "Code answers first: fullkoding code")
        path = internal_path(output, copy.language)
        if not yes:
            say(f"{counted(len(copy.pieces), 'text')} with names of respondents, nothing masked.")
            agree(f"Write {path}?", "Nothing was written.")
        keys = "; ".join(each.full_key for each in asked)
        kept = opened.act("working_copy", who(coder), question=keys, file=path.name)
        with kept as session:
            note_file(session, "working copy", path.name, who(coder))
            notes = write_file(path, working_copy_writer(copy, chosen), ending=chosen)
    for note in notes:
        say(note)
    say(f"{INTERNAL[copy.language]}: not for publication.")
    say(f"Wrote {path}")


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (("working-copy", working_copy),)
"""The names of the commands, and what carries them out."""
