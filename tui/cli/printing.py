"""Commands that print results: table, quotes."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from corpus.problems import Problem
from corpus.visible import visible
from tui.cli.shared import (
    OutputOption,
    QuestionArgument,
    StudyArgument,
    one_of,
    open_study,
    print_text,
    progress,
    say,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coder.results.disclosure import Suppression
    from coder.results.quote import QuoteSelection
    from coder.results.quotes import QuoteWishes
    from coder.results.table import BaseKind
    from coder.results.wishes import Level, Order
    from corpus.privacy.finder import Finder
    from corpus.queries import Question

_TABLE_FORMATS = ("text", "json", "csv", "xlsx", "docx")
_QUOTE_FORMATS = ("text", "json", "csv", "md", "html", "xlsx", "docx")
_FILES_ONLY = ("xlsx", "docx")

FormatOption = Annotated[
    str, typer.Option("--format", help="How it is written. [default: text, or as FILE ends]")
]
SafeOption = Annotated[
    bool, typer.Option("--formula-safe", help="In CSV, put ' before cells that begin like =.")
]


def table(
    study: StudyArgument,
    question: QuestionArgument,
    by: Annotated[str, typer.Option("--by", help="Columns: band, or a VARIABLE.")] = "",
    level: Annotated[str, typer.Option("--level", help="code or theme.")] = "code",
    base: Annotated[
        str, typer.Option("--base", help="Percent of: answered, asked or units.")
    ] = "answered",
    order: Annotated[
        str, typer.Option("--order", help="count, codebook or name. [default: count]")
    ] = "",
    cutoff: Annotated[
        int, typer.Option("--cutoff", min=0, help="Codes with fewer answers go in one row.")
    ] = 0,
    pin: Annotated[
        list[str] | None, typer.Option("--pin", metavar="CODE", help="A code that goes last.")
    ] = None,
    suppress: Annotated[
        str, typer.Option("--suppress", help="none, 1-2 or 1-4. [default: 1-4 with --by]")
    ] = "",
    coder: Annotated[str, typer.Option("--coder", help="Only codings by this person.")] = "",
    form: FormatOption = "",
    formula_safe: SafeOption = False,
    output: OutputOption = None,
) -> None:
    """Print a table of codes: how many answers, and percent of a base that is computed."""
    from coder.results.tally import build_table
    from coder.results.wishes import TableWishes
    from corpus.queries import find_question

    wishes = TableWishes(
        by=by,
        level=cast("Level", one_of("--level", level, ("code", "theme"))),
        base=cast("BaseKind", one_of("--base", base, ("answered", "asked", "units"))),
        order=cast("Order", one_of("--order", order, ("count", "codebook", "name")))
        if order
        else None,
        cutoff=cutoff,
        pins=tuple(pin or ()),
        suppress=cast("Suppression", one_of("--suppress", suppress, ("none", "1-2", "1-4")))
        if suppress
        else None,
        coder=coder,
    )
    chosen = _format(form, output, _TABLE_FORMATS)
    with open_study(study) as opened, opened.read() as session:
        built = build_table(session, find_question(session, question), wishes)
        finder = _finder(session)
    from coder.exports.table_formats import table_writer

    _deliver(table_writer(built, chosen, formula_safe), chosen, output, finder)


def quotes(
    study: StudyArgument,
    question: Annotated[
        str, typer.Argument(metavar="[QUESTION]", help="KEY or KEY@WAVE; all when left out.")
    ] = "",
    code: Annotated[
        str, typer.Option("--code", metavar="PATH", help="Only this theme or code.")
    ] = "",
    most: Annotated[
        int | None, typer.Option("--max", min=1, help="At most so many under each heading.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", help="Another order than the study's own.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="All coded text (the default; quotes are not chosen yet).")
    ] = False,
    labels: Annotated[
        bool, typer.Option("--labels/--no-labels", help="The size band behind each quote.")
    ] = True,
    coder: Annotated[str, typer.Option("--coder", help="Only codings by this person.")] = "",
    form: FormatOption = "",
    formula_safe: SafeOption = False,
    output: OutputOption = None,
) -> None:
    """Print all coded text under its headings: masked, labelled by size band, marked as draft."""
    from coder.people import known_coder_id
    from coder.results.quotes import QuoteWishes
    from corpus.queries import find_question, questions

    chosen = _format(form, output, _QUOTE_FORMATS)
    if code and not question:
        raise typer.BadParameter("--code needs a QUESTION.")
    with open_study(study) as opened, opened.read() as session:
        asked = [find_question(session, question)] if question else questions(session)
        wishes = QuoteWishes(
            codes=_codes(session, asked[0], code) if code else None,
            most=most,
            seed=seed,
            labels=labels,
            coder=known_coder_id(session, coder) if coder else None,
        )
        selection = _select(session, asked, wishes)
        finder = _finder(session)
        warning = _few_per_label(session, asked) if labels else ""
    if not selection.quotes:
        raise Problem("There is no coded text here yet.", "Code answers first: fullkoding code")
    if warning:
        say(warning)
    from coder.exports.quote_formats import quote_writer

    _deliver(quote_writer(selection, chosen, formula_safe), chosen, output, finder)


def _select(session: "Session", asked: "list[Question]", wishes: "QuoteWishes") -> "QuoteSelection":
    from coder.results.quotes import select_quotes

    with progress("Masking", None) as advance:
        return select_quotes(session, asked, wishes, advance)


def _codes(session: "Session", question: "Question", path: str) -> frozenset[int]:
    from codebooks.queries import codebook_of
    from coder.choosing import code_named

    tree = codebook_of(session, question.id)
    return frozenset(tree.subtree(code_named(tree, path).id))


def _few_per_label(session: "Session", asked: "list[Question]") -> str:
    """A warning when a label stands for fewer respondents than can hide behind it."""
    from coder.results.labels import FEWEST, thin_labels

    thin = thin_labels(session, asked)
    if not thin:
        return ""
    return (
        f"Fewer than {FEWEST} respondents stand behind these labels: {'; '.join(thin)}. "
        "Leave them out with --no-labels, or merge bands with: fullkoding bands STUDY --limits"
    )


def _finder(session: "Session") -> "Finder":
    from coder.results.quotes import study_finder

    return study_finder(session)


def _format(form: str, output: Path | None, known: tuple[str, ...]) -> str:
    if not form and output is not None:
        ending = output.suffix.lstrip(".").casefold()
        form = {"txt": "text", "htm": "html"}.get(ending, ending)
        if form not in known:
            raise Problem(
                f"The ending of {output} names no format.",
                f"Use one of: {', '.join(known)}, or say --format.",
            )
    form = one_of("--format", form or "text", known)
    if form in _FILES_ONLY and output is None:
        raise Problem(f"{form} is written to a file.", f"Add: -o FILE.{form}")
    return form


def _deliver(
    write: Callable[[Path], tuple[str, ...]], form: str, output: Path | None, finder: "Finder"
) -> None:
    from tempfile import TemporaryDirectory

    from coder.exports.publishing import publish

    if output is not None:
        for note in publish(output, write, finder):
            say(note)
        say(f"Wrote {output}")
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"output.{'txt' if form == 'text' else form}"
        notes = publish(path, write, finder)
        text = path.read_bytes().decode("utf-8-sig" if form == "csv" else "utf-8")
    print_text(text if form == "json" or not sys.stdout.isatty() else visible(text))
    for note in notes:
        say(note)
