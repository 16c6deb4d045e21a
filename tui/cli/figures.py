"""The command that draws a table: figure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from corpus.problems import Problem
from tui.cli.delivering import chosen_format, refuse_study
from tui.cli.noting import noted_export
from tui.cli.screen import say
from tui.cli.shared import (
    CoderOption,
    OutputOption,
    StudyArgument,
    one_of,
    open_study,
    open_to_change,
    who,
)

if TYPE_CHECKING:
    from coder.exports.figures.table_figure import FigureKind
    from coder.results.disclosure import Protected, Suppression
    from coder.results.table import BaseKind, Table
    from coder.results.wishes import Level, Order, TableWishes
    from corpus.privacy.finder import Finder

_KINDS = ("bars", "groups", "waves", "heat")
_FORMATS = ("png", "svg", "pdf")


def figure(
    study: StudyArgument,
    question: Annotated[
        str, typer.Argument(metavar="[QUESTION]", help="KEY or KEY@WAVE; not with --table.")
    ] = "",
    saved: Annotated[
        str, typer.Option("--table", metavar="NAME", help="A saved table, as it was saved.")
    ] = "",
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="|".join(_KINDS),
            help="What is drawn. [default: bars; groups --by; what suits a saved table]",
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
    coder: CoderOption = "",
) -> None:
    """Draw a table of codes as png, svg or pdf; the numbers stand beside it as CSV."""
    from coder.results.wishes import TableWishes

    path, chosen = _target(form, output)
    if kind:
        one_of("--kind", kind, _KINDS)
    if bool(saved) == bool(question):
        raise typer.BadParameter("Name a QUESTION, or a saved table with --table.")
    if saved:
        options = (by, level != "code", base != "answered", order, cutoff, pin, suppress != "1-4")
        if any(options):
            raise typer.BadParameter("--table is drawn as it was saved; only --kind and --code go.")
        _draw_saved(study, saved, code or (), kind, path, chosen, coder)
        return
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
    with noted_export(study, question, path, built.decisions):
        _draw(built.tables[0], kind or ("groups" if by else "bars"), title, path, chosen, finder)


def _draw_saved(
    study: Path, name: str, paths: Sequence[str], kind: str, path: Path, form: str, coder: str
) -> None:
    """Draw a saved table as it is exported: guarded with the others, noted in the study."""
    from codebooks.queries import codebook_of
    from coder.choosing import code_named
    from coder.exports.figures.choosing import rows_of
    from coder.exports.figures.table_figure import usual_kind
    from coder.results.quotes import study_finder
    from coder.results.saved.building import build_all
    from coder.results.saved.exporting import note_export, said
    from coder.results.saved.keeping import find_saved
    from corpus.queries import find_question, study_facts

    with open_to_change(study) as opened:
        with opened.read() as session:
            tables = [find_saved(session, name)]
            built = build_all(session, tables)
            title, finder = study_facts(session).title, study_finder(session)
            (table,) = built.tables
            if table.shape != "table":
                raise Problem(f"{name} is a list; there is nothing to draw.", "Draw a table.")
            if paths:
                asked = find_question(session, f"{table.question}@{table.wave}".rstrip("@"))
                tree = codebook_of(session, asked.id)
                table = rows_of(table, [code_named(tree, each).guid for each in paths])
        for line in built.left_out:
            say(f"Left out of account: {line}")
        said_of = said(tables, built)
        with opened.act("export_tables", who(coder), file=path.name, **said_of) as session:
            note_export(session, tables)
            _draw(table, kind or usual_kind(table), title, path, form, finder)


def _target(form: str, output: Path | None) -> tuple[Path, str]:
    """The file and its format; a figure always is a file."""
    if output is None:
        raise Problem("A figure is written to a file.", f"Add: -o FILE.{form or 'png'}")
    refuse_study(output)
    return output, chosen_format(form, output, _FORMATS)


def _built(
    study: Path, question: str, wishes: "TableWishes", paths: Sequence[str]
) -> "tuple[Protected, str, Finder]":
    """The table with the rows of these codes, or all; the study's title; what finds names."""
    from codebooks.queries import codebook_of
    from coder.choosing import code_named
    from coder.exports.figures.choosing import rows_of
    from coder.results.quotes import study_finder
    from coder.results.tally import build_protected
    from corpus.queries import find_question, study_facts

    with open_study(study) as opened, opened.read() as session:
        asked = find_question(session, question)
        built = build_protected(session, asked, wishes)
        if paths:
            tree = codebook_of(session, asked.id)
            codes = [code_named(tree, path).guid for path in paths]
            built = replace(built, tables=(rows_of(built.tables[0], codes),))
        return built, study_facts(session).title, study_finder(session)


def _draw(table: "Table", wanted: str, title: str, path: Path, form: str, finder: "Finder") -> None:
    from coder.exports.figures.publishing_figure import NUMBERS_SUFFIX, publish_figure
    from coder.exports.figures.table_figure import figure_texts

    kind = cast("FigureKind", wanted)
    refuse_study(path.with_suffix(NUMBERS_SUFFIX))
    for note in publish_figure(table, kind, title, path, form, finder):
        say(note)
    say(f"Wrote {path}, and its numbers in {path.with_suffix(NUMBERS_SUFFIX)}")
    say(f"Text for those who cannot see it: {figure_texts(table, kind, title).description}")


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (("figure", figure),)
"""The names of the commands, and what carries them out."""
