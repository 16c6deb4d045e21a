"""Commands on saved tables: save, list, show, build, diff, remove, rename, sort, export."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from corpus.problems import Problem
from tui.cli.delivering import chosen_format, deliver
from tui.cli.labelling import MOST_BEHIND, FewestOption
from tui.cli.screen import print_text, say
from tui.cli.shared import (
    CoderOption,
    OutputOption,
    QuestionArgument,
    StudyArgument,
    one_of,
    open_study,
    open_to_change,
    who,
)

if TYPE_CHECKING:
    from coder.results.disclosure import Guard
    from coder.results.saved.building import Built
    from coder.results.saved.causes import Cause
    from coder.results.saved.definition import Kind
    from coder.results.saved.differing import Number
    from coder.results.table import BaseKind, Shape
    from coder.results.wishes import Level, Order
    from corpus.language import Language
    from corpus.privacy.finder import Finder

app = typer.Typer(
    help="Tables that the study keeps: they can be built again at any time.",
    no_args_is_help=True,
)

_FORMATS = ("text", "json", "csv", "md", "html", "tex", "xlsx", "docx")
_QUOTE_FORMATS = ("text", "json", "csv", "md", "html", "xlsx", "docx")
_FORMAT_HELP = "How it is written. [default: as FILE ends, or text]"

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The table's name.")]
FormatOption = Annotated[
    str, typer.Option("--format", metavar="|".join(_FORMATS), help=_FORMAT_HELP)
]
SafeOption = Annotated[
    bool, typer.Option("--formula-safe", help="In CSV, put ' before cells that begin like =.")
]
OnlyCoderOption = Annotated[
    str, typer.Option("--only-coder", metavar="NAME", help="Only codings by this person.")
]


def _several(name: str, metavar: str, help_text: str) -> Any:
    return typer.Option(name, metavar=metavar, help=f"{help_text}; may be repeated.")


def save(
    study: StudyArgument,
    name: NameArgument,
    question: QuestionArgument,
    by: Annotated[
        str,
        typer.Option("--by", metavar="band|wave|code:KEY|VARIABLE", help="A column for each."),
    ] = "",
    kind: Annotated[
        str, typer.Option("--kind", metavar="codes|response|missing", help="What is counted.")
    ] = "codes",
    beside: Annotated[
        list[str] | None, _several("--with", "KEY", "A further question: a wave, or a row")
    ] = None,
    shape: Annotated[
        str,
        typer.Option("--shape", metavar="table|list|counted|phrases", help="How it is printed."),
    ] = "table",
    level: Annotated[
        str, typer.Option("--level", metavar="code|theme", help="All codes, or main themes only.")
    ] = "code",
    only: Annotated[list[str] | None, _several("--code", "PATH", "Only this code")] = None,
    group: Annotated[
        list[str] | None,
        _several("--group", "NAME=PATH|PATH", "Codes in one row; +NAME shows them too"),
    ] = None,
    base: Annotated[
        str, typer.Option("--base", metavar="answered|asked|units", help="What percent is of.")
    ] = "answered",
    weight: Annotated[
        str, typer.Option("--weight", metavar="VARIABLE", help="Weighted beside unweighted.")
    ] = "",
    order: Annotated[
        str, typer.Option("--order", metavar="count|codebook|name", help="Order of the rows.")
    ] = "",
    pin: Annotated[list[str] | None, _several("--pin", "PATH", "A code that goes last")] = None,
    cutoff: Annotated[
        int,
        typer.Option(
            "--cutoff", metavar="N", min=0, help="Codes with fewer than N answers go in one row."
        ),
    ] = 0,
    where: Annotated[
        list[str] | None, _several("--where", "VARIABLE=VALUE|VALUE", "Only these respondents")
    ] = None,
    unit: Annotated[list[str] | None, _several("--unit", "KIND", "Only this kind of unit")] = None,
    only_coder: OnlyCoderOption = "",
    language: Annotated[
        str, typer.Option("--language", metavar="nb|nn|en", help="[default: the study's]")
    ] = "",
    intervals: Annotated[
        bool, typer.Option("--intervals", help="Wilson's intervals of all shares.")
    ] = False,
    differences: Annotated[
        bool, typer.Option("--differences", help="Mark groups that differ from all others.")
    ] = False,
    guard: Annotated[
        str,
        typer.Option("--guard", metavar="none|1-2|1-4|round", help="Hide small cells, or round."),
    ] = "1-4",
    replace: Annotated[
        bool, typer.Option("--replace", help="Instead of the table of this name.")
    ] = False,
    coder: CoderOption = "",
) -> None:
    """Keep a table in the study under a name."""
    from coder.results.saved.defining import Named, define
    from coder.results.saved.keeping import save_table

    kinds, shapes = ("codes", "response", "missing"), ("table", "list", "counted", "phrases")
    orders, bases = ("count", "codebook", "name"), ("answered", "asked", "units")
    guards, languages = ("none", "1-2", "1-4", "round"), ("nb", "nn", "en")
    named = Named(
        question=question,
        kind=cast("Kind", one_of("--kind", kind, kinds)),
        others=tuple(beside or ()),
        by=by,
        level=cast("Level", one_of("--level", level, ("code", "theme"))),
        only=tuple(only or ()),
        groups=tuple(group or ()),
        base=cast("BaseKind", one_of("--base", base, bases)),
        weight=weight,
        order=cast("Order", one_of("--order", order, orders)) if order else None,
        pins=tuple(pin or ()),
        cutoff=cutoff,
        filters=tuple(where or ()),
        units=tuple(unit or ()),
        coder=only_coder,
        language=cast("Language", one_of("--language", language, languages)) if language else None,
        intervals=intervals,
        differences=differences,
        guard=cast("Guard", one_of("--guard", guard, guards)),
        shape=cast("Shape", one_of("--shape", shape, shapes)),
    )
    with open_to_change(study) as opened:
        with opened.read() as session:
            definition = define(session, named)
        with opened.act("save_table", who(coder), table=name, question=question) as session:
            saved = save_table(session, name, definition, replace)
    say(f"Saved the table {saved.name}. See it: fullkoding tables build STUDY NAME")


def list_tables(study: StudyArgument) -> None:
    """The saved tables, in their order."""
    from coder.results.saved.describing import in_short
    from coder.results.saved.keeping import tables_of

    with open_study(study) as opened, opened.read() as session:
        lines = [f"{each.name}: {in_short(session, each)}" for each in tables_of(session)]
    print_text("\n".join(lines) if lines else "No table is saved.")


def show(study: StudyArgument, name: NameArgument) -> None:
    """What a table shows, in words."""
    from coder.results.saved.describing import in_words
    from coder.results.saved.keeping import find_saved

    with open_study(study) as opened, opened.read() as session:
        print_text("\n".join(in_words(session, find_saved(session, name))))


def build(
    study: StudyArgument,
    name: NameArgument,
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


def diff(study: StudyArgument, name: NameArgument) -> None:
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


def remove(study: StudyArgument, name: NameArgument, coder: CoderOption = "") -> None:
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
    name: NameArgument,
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
