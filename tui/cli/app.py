"""All commands, in the order in which a study needs them."""

from typing import Annotated

import typer

from corpus.version import __version__
from tui.cli import (
    amounts,
    backing_up,
    cases,
    chapters,
    choosing_quotes,
    codebook,
    codebook_files,
    coding,
    demo,
    figures,
    growth,
    importing,
    labelling,
    lead_ins,
    looking,
    masking,
    opening,
    past,
    printing,
    releasing,
    reorganising,
    reporting,
    saved_tables,
    setting_up,
    settling,
    statistics_files,
    suggesting,
    working_copies,
    years,
)

app = typer.Typer(
    name="fullkoding",
    help="Code open-ended survey answers: import, code, print tables and anonymised quotes.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"fullkoding {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


app.command("demo")(demo.demo)
app.command("new")(setting_up.new)
app.command("open")(opening.open_study_screens)
app.command("import")(importing.import_answers)
app.command("status")(looking.status)
app.command("question")(setting_up.question)
app.command("bands")(setting_up.bands)
app.command("answers")(looking.answers)
app.command("code")(coding.code)
app.command("changed")(coding.changed)
for _module in (codebook_files, reorganising, growth, years):
    for _name, _function in _module.COMMANDS:
        codebook.app.command(_name)(_function)
app.add_typer(codebook.app, name="codebook")
for _name, _function in (*suggesting.COMMANDS, *choosing_quotes.COMMANDS):
    app.command(_name)(_function)
app.command("table")(printing.table)
app.add_typer(saved_tables.app, name="tables")
app.add_typer(amounts.app, name="amounts")
app.add_typer(cases.app, name="cases")
app.command("quotes", cls=labelling.LabelsCommand)(printing.quotes)
app.command("chapter", cls=labelling.LabelsCommand)(chapters.chapter)
app.command("lead-in")(lead_ins.lead_in)
for _module in (working_copies, figures, reporting, statistics_files):
    for _name, _function in _module.COMMANDS:
        app.command(_name)(_function)
app.command("mask")(masking.mask)
app.command("scan")(releasing.scan)
app.command("check")(looking.check)
app.command("undo")(past.undo)
app.command("redo")(past.redo)
app.command("log")(past.log)
app.command("backup")(backing_up.backup)
app.command("restore")(backing_up.restore)
app.command("settings")(settling.settings)


def command_names() -> list[str]:
    """The names of all commands."""
    named = [command.name for command in app.registered_commands]
    return [name for name in (*named, *(group.name for group in app.registered_groups)) if name]
