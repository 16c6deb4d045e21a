"""The command that draws a table: figure."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from corpus.problems import Problem
from tui.cli.delivering import chosen_format, refuse_study
from tui.cli.screen import say
from tui.cli.shared import OutputOption, QuestionArgument, StudyArgument, one_of, open_study

if TYPE_CHECKING:
    from coder.exports.figures.table_figure import FigureKind
    from coder.results.disclosure import Suppression
    from coder.results.table import BaseKind, Table
    from coder.results.wishes import Level, Order, TableWishes
    from corpus.privacy.finder import Finder

_KINDS = ("bars", "groups", "waves", "heat")
_FORMATS = ("png", "svg", "pdf")


def figure(
    study: StudyArgument,
    question: QuestionArgument,
    kind: Annotated[
        str,
        typer.Option(
            "--kind", metavar="|".join(_KINDS), help="What is drawn. [default: bars; groups --by]"
        ),
    ] = "",
    by: Annotated[
        str, typer.Option("--by", metavar="band|VARIABLE", help="Groups beside each other.")
    ] = "",
    code: Annotated[
        list[str] | None,
        typer.Option("--code", metavar="PATH", help="Only this code; may be repeated."),
    ] = None,
    level: Annotated[
        str, typer.Option("--level", metavar="code|theme", help="All codes, or main themes only.")
    ] = "code",
    base: Annotated[
        str, typer.Option("--base", metavar="answered|asked|units", help="What percent is of.")
    ] = "answered",
    order: Annotated[
        str, typer.Option("--order", metavar="count|codebook|name", help="Order of the rows.")
    ] = "",
    cutoff: Annotated[
        int,
        typer.Option(
            "--cutoff", metavar="N", min=0, help="Codes with fewer than N answers go in one row."
        ),
    ] = 0,
    pin: Annotated[
        list[str] | None,
        typer.Option("--pin", metavar="PATH", help="A code that goes last; may be repeated."),
    ] = None,
    suppress: Annotated[
        str,
        typer.Option(
            "--suppress", metavar="none|1-2|1-4", help="Cells of how many answers are hidden."
        ),
    ] = "1-4",
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_FORMATS), help="How it is written.")
    ] = "",
    output: OutputOption = None,
) -> None:
    """Draw a table of codes as png, svg or pdf; the numbers stand beside it as CSV."""
    from coder.results.wishes import TableWishes

    path, chosen = _target(form, output)
    wanted = one_of("--kind", kind, _KINDS) if kind else ("groups" if by else "bars")
    wishes = TableWishes(
        by=by,
        level=cast("Level", one_of("--level", level, ("code", "theme"))),
        base=cast("BaseKind", one_of("--base", base, ("answered", "asked", "units"))),
        order=cast("Order", one_of("--order", order, ("count", "codebook", "name")))
        if order
        else None,
        cutoff=cutoff,
        pins=tuple(pin or ()),
        suppress=cast("Suppression", one_of("--suppress", suppress, ("none", "1-2", "1-4"))),
    )
    built, title, finder = _built(study, question, wishes, code or ())
    _draw(built, cast("FigureKind", wanted), title, path, chosen, finder)


def _target(form: str, output: Path | None) -> tuple[Path, str]:
    """The file and its format; a figure always is a file."""
    if output is None:
        raise Problem("A figure is written to a file.", f"Add: -o FILE.{form or 'png'}")
    refuse_study(output)
    return output, chosen_format(form, output, _FORMATS)


def _built(
    study: Path, question: str, wishes: "TableWishes", paths: Sequence[str]
) -> "tuple[Table, str, Finder]":
    """The table with the rows of these codes, or all; the study's title; what finds names."""
    from codebooks.queries import codebook_of
    from coder.choosing import code_named
    from coder.exports.figures.choosing import rows_of
    from coder.results.quotes import study_finder
    from coder.results.tally import build_table
    from corpus.queries import find_question, study_facts

    with open_study(study) as opened, opened.read() as session:
        asked = find_question(session, question)
        table = build_table(session, asked, wishes)
        if paths:
            tree = codebook_of(session, asked.id)
            table = rows_of(table, [code_named(tree, path).guid for path in paths])
        return table, study_facts(session).title, study_finder(session)


def _draw(
    table: "Table", kind: "FigureKind", title: str, path: Path, form: str, finder: "Finder"
) -> None:
    from coder.exports.figures.publishing_figure import NUMBERS_SUFFIX, publish_figure
    from coder.exports.figures.table_figure import figure_texts

    refuse_study(path.with_suffix(NUMBERS_SUFFIX))
    for note in publish_figure(table, kind, title, path, form, finder):
        say(note)
    say(f"Wrote {path}, and its numbers in {path.with_suffix(NUMBERS_SUFFIX)}")
    say(f"Text for those who cannot see it: {figure_texts(table, kind, title).description}")


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (("figure", figure),)
"""The names of the commands, and what carries them out."""
