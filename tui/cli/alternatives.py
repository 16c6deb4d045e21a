"""Commands that print a codebook: as closed alternatives, as a document."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from tui.cli.codebook_shared import QuestionOption
from tui.cli.delivering import chosen_format, deliver
from tui.cli.labelling import (
    MOST_BEHIND,
    FewestOption,
    WishedLabels,
    few_behind,
    wished_labels,
)
from tui.cli.screen import say
from tui.cli.shared import OutputOption, StudyArgument, one_of, open_study

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coder.results.wishes import Level, Order
    from corpus.queries import Question

_LIST_FORMATS = ("text", "json", "csv", "md", "xlsx", "docx")
_DOCUMENT_FORMATS = ("text", "md", "docx")
_FORMAT_HELP = "How it is written. [default: as FILE ends, or text]"

ExamplesOption = Annotated[
    int, typer.Option("--examples", metavar="N", min=0, help="Masked answers to show of each.")
]
LabelsOption = Annotated[
    bool, typer.Option("--labels/--no-labels", help="The size band behind each example.")
]


def alternatives(
    study: StudyArgument,
    question: QuestionOption,
    level: Annotated[
        str, typer.Option("--level", metavar="code|theme", help="All codes, or main themes only.")
    ] = "code",
    under: Annotated[
        str, typer.Option("--under", metavar="THEME", help="Only what stands under this theme.")
    ] = "",
    least: Annotated[
        int,
        typer.Option(
            "--least", metavar="N", min=0, help="Codes with fewer than N answers go under “Annet”."
        ),
    ] = 1,
    order: Annotated[
        str,
        typer.Option(
            "--order", metavar="count|codebook|name", help="[default: count; codebook for a scale]"
        ),
    ] = "",
    examples: ExamplesOption = 2,
    labels: LabelsOption = True,
    fewest: FewestOption = MOST_BEHIND,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_LIST_FORMATS), help=_FORMAT_HELP)
    ] = "",
    formula_safe: Annotated[
        bool, typer.Option("--formula-safe", help="In CSV, put ' before cells that begin like =.")
    ] = False,
    output: OutputOption = None,
) -> None:
    """The codes as numbered closed alternatives with “Annet, hva”, counts and example answers."""
    from coder.alternatives import AlternativeWishes, list_alternatives
    from coder.results.quotes import study_finder
    from corpus.queries import find_question

    wished = wished_labels("merged", not labels, fewest, "")
    wishes = AlternativeWishes(
        level=cast("Level", one_of("--level", level, ("code", "theme"))),
        under=under,
        least=least,
        order=cast("Order", one_of("--order", order, ("count", "codebook", "name")))
        if order
        else None,
        examples=examples,
        labels=labels,
        label_rule=wished.rule,
    )
    chosen = chosen_format(form, output, _LIST_FORMATS)
    with open_study(study) as opened, opened.read() as session:
        asked = find_question(session, question)
        found = list_alternatives(session, asked, wishes)
        _warn(session, asked, wished, bool(found.draft))
        finder = study_finder(session)
    from coder.exports.alternatives import alternatives_writer

    deliver(alternatives_writer(found, chosen, formula_safe), chosen, output, finder)


def document(
    study: StudyArgument,
    question: QuestionOption,
    examples: ExamplesOption = 2,
    labels: LabelsOption = True,
    fewest: FewestOption = MOST_BEHIND,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_DOCUMENT_FORMATS), help=_FORMAT_HELP)
    ] = "",
    output: OutputOption = None,
) -> None:
    """The codebook as a document: themes as headings, definitions, rules, counts, examples."""
    from coder.documenting import document_codebook
    from coder.results.quotes import study_finder
    from corpus.queries import find_question

    chosen = chosen_format(form, output, _DOCUMENT_FORMATS)
    wished = wished_labels("merged", not labels, fewest, "")
    with open_study(study) as opened, opened.read() as session:
        asked = find_question(session, question)
        found = document_codebook(session, asked, examples, labels, wished.rule)
        _warn(session, asked, wished, bool(found.draft))
        finder = study_finder(session)
    from coder.exports.codebook_document import codebook_writer

    deliver(codebook_writer(found, chosen), chosen, output, finder)


def _warn(
    session: "Session", question: "Question", wished: WishedLabels, has_examples: bool
) -> None:
    """Say when labels are merged because few respondents stand behind them."""
    told = few_behind(session, [question], wished)
    if told and has_examples:
        say(told)


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("alternatives", alternatives),
    ("document", document),
)
"""The names of the commands under `fullkoding codebook`, and what carries them out."""
