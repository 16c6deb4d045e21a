"""Commands that print results: table, quotes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, cast

import typer

from corpus.problems import Problem
from tui.cli.delivering import chosen_format, deliver
from tui.cli.labelling import (
    MOST_BEHIND,
    FewestOption,
    LabelsOption,
    NoLabelsOption,
    ReasonOption,
    few_behind,
    noted,
    wished_labels,
)
from tui.cli.noting import noted_export
from tui.cli.screen import progress, say
from tui.cli.shared import (
    OutputOption,
    QuestionArgument,
    StudyArgument,
    found_before,
    one_of,
    open_study,
    open_to_change,
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

_TABLE_FORMATS = ("text", "json", "csv", "md", "html", "tex", "xlsx", "docx")
_QUOTE_FORMATS = ("text", "json", "csv", "md", "html", "xlsx", "docx")

_FORMAT_HELP = "How it is written. [default: as FILE ends, or text]"
TableFormatOption = Annotated[
    str, typer.Option("--format", metavar="|".join(_TABLE_FORMATS), help=_FORMAT_HELP)
]
QuoteFormatOption = Annotated[
    str, typer.Option("--format", metavar="|".join(_QUOTE_FORMATS), help=_FORMAT_HELP)
]
OnlyCoderOption = Annotated[
    str, typer.Option("--coder", metavar="NAME", help="Only codings by this person.")
]
SafeOption = Annotated[
    bool, typer.Option("--formula-safe", help="In CSV, put ' before cells that begin like =.")
]


def table(
    study: StudyArgument,
    question: QuestionArgument,
    by: Annotated[
        str,
        typer.Option("--by", metavar="band|VARIABLE", help="A column for each group."),
    ] = "",
    level: Annotated[
        str, typer.Option("--level", metavar="code|theme", help="All codes, or main themes only.")
    ] = "code",
    base: Annotated[
        str,
        typer.Option("--base", metavar="answered|asked|units", help="What percent is of."),
    ] = "answered",
    order: Annotated[
        str,
        typer.Option(
            "--order",
            metavar="count|codebook|name",
            help="Order of the rows. [default: count; codebook for a scale]",
        ),
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
            "--suppress",
            metavar="none|1-2|1-4",
            help="Cells of how many answers are hidden. [default: 1-4 with --by]",
        ),
    ] = "",
    coder: OnlyCoderOption = "",
    form: TableFormatOption = "",
    formula_safe: SafeOption = False,
    output: OutputOption = None,
) -> None:
    """Print a table of codes: how many answers, and percent of a base that is computed."""
    from coder.results.tally import build_protected
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
    chosen = chosen_format(form, output, _TABLE_FORMATS)
    with open_study(study) as opened, opened.read() as session:
        built = build_protected(session, find_question(session, question), wishes)
        finder = _finder(session)
    from coder.exports.table_formats import table_writer

    with noted_export(study, question, output, built.decisions):
        writer = table_writer(built.tables[0], chosen, formula_safe)
        deliver(writer, chosen, output, finder)


def quotes(
    study: StudyArgument,
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="KEY or KEY@WAVE; all when left out.")
    ] = "",
    code: Annotated[
        str, typer.Option("--code", metavar="PATH", help="Only this theme or code.")
    ] = "",
    most: Annotated[
        int | None, typer.Option("--max", metavar="N", min=1, help="At most N under each heading.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="N", help="Another order than the study's own.")
    ] = None,
    chosen_only: Annotated[
        bool,
        typer.Option("--chosen/--all", help="Only quotes that were chosen, in their order."),
    ] = False,
    approved: Annotated[
        bool, typer.Option("--approved", help="Only quotes whose wording was approved.")
    ] = False,
    labels: LabelsOption = "merged",
    no_labels: NoLabelsOption = False,
    fewest: FewestOption = MOST_BEHIND,
    reason: ReasonOption = "",
    coder: OnlyCoderOption = "",
    form: QuoteFormatOption = "",
    formula_safe: SafeOption = False,
    output: OutputOption = None,
) -> None:
    """Print coded text under its headings: masked, labelled by size band, marked as draft."""
    from coder.exports.quote_formats import quote_writer
    from coder.people import known_coder_id
    from coder.results.quotes import QuoteWishes
    from corpus.queries import find_question, questions

    chosen = chosen_format(form, output, _QUOTE_FORMATS)
    if code and not question:
        raise typer.BadParameter("--code needs a QUESTION.")
    rule = wished_labels(labels, no_labels, fewest, reason)
    opening = open_to_change if rule.as_they_are else open_study
    with opening(study) as opened:
        with opened.read() as session:
            asked = [find_question(session, question)] if question else questions(session)
            wishes = QuoteWishes(
                codes=codes_under(session, asked[0], code) if code else None,
                most=most,
                seed=seed,
                labels=rule.are_on,
                label_rule=rule.rule,
                coder=known_coder_id(session, coder) if coder else None,
                approved=approved,
                chosen=chosen_only,
            )
            with found_before(opened, session):
                selection = _select(session, asked, wishes)
            finder = _finder(session, selection.released)
            told = few_behind(session, asked, rule)
        _refuse_empty(selection, approved, chosen_only)
        if told:
            say(told)
        writer = quote_writer(selection, chosen, formula_safe)
        with noted(opened, asked, rule):
            deliver(writer, chosen, output, finder)


def _refuse_empty(selection: "QuoteSelection", approved: bool, chosen: bool) -> None:
    if selection.quotes:
        return
    if approved:
        raise Problem("No quote here is approved.", "Approve them with: fullkoding mask --approve")
    if chosen:
        raise Problem("No quote is chosen here yet.", "Choose some: fullkoding choose")
    raise Problem("There is no coded text here yet.", "Code answers first: fullkoding code")


def _select(session: "Session", asked: "list[Question]", wishes: "QuoteWishes") -> "QuoteSelection":
    from coder.results.quotes import select_quotes

    with progress("Masking", None) as advance:
        return select_quotes(session, asked, wishes, advance)


def codes_under(session: "Session", question: "Question", path: str) -> frozenset[int]:
    """The ids of a code and of all that stands under it."""
    from codebooks.queries import codebook_of
    from coder.choosing import code_named

    tree = codebook_of(session, question.id)
    return frozenset(tree.subtree(code_named(tree, path).id))


def _finder(session: "Session", released: Sequence[str] = ()) -> "Finder":
    from coder.results.quotes import study_finder

    return study_finder(session, also_released=released)
