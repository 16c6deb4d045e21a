"""Commands that print saved tables: tables build, export."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.problems import Problem
from tui.cli.delivering import chosen_format, deliver
from tui.cli.labelling import MOST_BEHIND, FewestOption
from tui.cli.screen import say
from tui.cli.shared import (
    CoderOption,
    OutputOption,
    StudyArgument,
    TableArgument,
    open_study,
    open_to_change,
    who,
)

if TYPE_CHECKING:
    from coder.results.saved.building import Built
    from corpus.privacy.finder import Finder

_FORMATS = ("text", "json", "csv", "md", "html", "tex", "xlsx", "docx")
_QUOTE_FORMATS = ("text", "json", "csv", "md", "html", "xlsx", "docx")
_FORMAT_HELP = "How it is written. [default: as FILE ends, or text]"

FormatOption = Annotated[
    str, typer.Option("--format", metavar="|".join(_FORMATS), help=_FORMAT_HELP)
]
SafeOption = Annotated[
    bool, typer.Option("--formula-safe", help="In CSV, put ' before cells that begin like =.")
]


def build(
    study: StudyArgument,
    name: TableArgument,
    form: FormatOption = "",
    formula_safe: SafeOption = False,
) -> None:
    """Build a table and print it on the screen; nothing is noted in the study."""
    from coder.results.saved.building import build_all
    from coder.results.saved.keeping import find_saved

    chosen = chosen_format(form, None, _FORMATS)
    with open_study(study) as opened, opened.read() as session:
        built = build_all(session, [find_saved(session, name)])
        finder = _finder(session)
    _tell(built)
    deliver(_writer(built, chosen, formula_safe), chosen, None, finder)


def export(
    study: StudyArgument,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME...]", help="The tables.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All saved tables.")] = False,
    form: FormatOption = "",
    formula_safe: SafeOption = False,
    output: OutputOption = None,
    quotes: Annotated[
        Path | None,
        typer.Option(
            "--quotes",
            metavar="FILE",
            readable=False,
            help="All coded text of these questions, too: labels only where they tell nothing.",
        ),
    ] = None,
    fewest: FewestOption = MOST_BEHIND,
    coder: CoderOption = "",
) -> None:
    """Write tables to one file, guarded together, and note in the study what was hidden and why."""
    from coder.exports.quote_formats import quote_writer
    from coder.results.label_merging import LabelRule
    from coder.results.saved.building import build_all
    from coder.results.saved.exporting import note_export, said
    from coder.results.saved.keeping import find_saved, tables_of
    from coder.results.saved.quoting import quotes_beside

    if output == quotes and quotes is not None:
        raise Problem("Tables and quotes go to two files.", "Give --quotes another name.")
    if output is None:
        raise Problem("An export is a file.", "Add: -o FILE.xlsx (or see: tables build)")
    if every == bool(names):
        raise typer.BadParameter("Name tables, or say --all.")
    chosen = chosen_format(form, output, _FORMATS)
    with open_to_change(study) as opened:
        with opened.read() as session:
            wanted = tables_of(session) if every else [find_saved(session, n) for n in names or ()]
            if not wanted:
                raise Problem("No table is saved.", "Save one: fullkoding tables save")
            built, finder = build_all(session, wanted), _finder(session)
            rule = LabelRule(fewest)
            selection = quotes_beside(session, wanted, built, rule) if quotes else None
        _tell(built)
        parameters = said(wanted, built)
        with opened.act("export_tables", who(coder), file=output.name, **parameters) as session:
            note_export(session, wanted)
            if selection is not None and quotes is not None:
                form = chosen_format("", quotes, _QUOTE_FORMATS)
                deliver(quote_writer(selection, form, formula_safe), form, quotes, finder)
            deliver(_writer(built, chosen, formula_safe), chosen, output, finder)


def _writer(built: "Built", form: str, formula_safe: bool) -> Callable[[Path], tuple[str, ...]]:
    from coder.exports.saved_formats import saved_writer

    return saved_writer(built.tables, form, formula_safe)


def _tell(built: "Built") -> None:
    for line in built.left_out:
        say(f"Left out of account: {line}")


def _finder(session: Any) -> "Finder":
    from coder.results.quotes import study_finder

    return study_finder(session)
