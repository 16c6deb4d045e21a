"""The command that keeps a table under a name: tables save."""

from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from tui.cli.screen import say
from tui.cli.shared import (
    CoderOption,
    QuestionArgument,
    StudyArgument,
    TableArgument,
    one_of,
    open_to_change,
    who,
)

if TYPE_CHECKING:
    from coder.results.disclosure import Guard
    from coder.results.saved.definition import Kind
    from coder.results.table import BaseKind, Shape
    from coder.results.wishes import Level, Order
    from corpus.language import Language

OnlyCoderOption = Annotated[
    str, typer.Option("--only-coder", metavar="NAME", help="Only codings by this person.")
]


def _several(name: str, metavar: str, help_text: str) -> Any:
    return typer.Option(name, metavar=metavar, help=f"{help_text}; may be repeated.")


def save(
    study: StudyArgument,
    name: TableArgument,
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
