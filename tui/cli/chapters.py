"""The command that writes the chapter: chapter."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
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
    WishedLabels,
    few_behind,
    noted,
    wished_labels,
)
from tui.cli.printing import codes_under
from tui.cli.screen import counted, print_text, progress, say
from tui.cli.shared import (
    OutputOption,
    StudyArgument,
    found_before,
    one_of,
    open_study,
    open_to_change,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coder.results.chapter import Chapter, ChapterTables, ChapterWishes
    from corpus.queries import Question

_FORMATS = ("text", "md", "html", "json", "xlsx", "docx")
_QUOTES, _TABLES, _ORDERS = (
    ("chosen", "all", "none"),
    ("question", "themes", "none"),
    ("given", "shuffled"),
)


def chapter(
    study: StudyArgument,
    asked: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUESTION...]", help="KEY or KEY@WAVE; all when left out."),
    ] = None,
    quotes: Annotated[
        str,
        typer.Option(
            "--quotes",
            metavar="|".join(_QUOTES),
            help="Which quotes. [default: chosen when some are chosen, else all]",
        ),
    ] = "",
    tables: Annotated[
        str,
        typer.Option(
            "--tables",
            metavar="|".join(_TABLES),
            help="A table for each question; of main themes, and one for each; or none.",
        ),
    ] = "question",
    order: Annotated[
        str,
        typer.Option(
            "--order", metavar="|".join(_ORDERS), help="Chosen quotes as put in order, or shuffled."
        ),
    ] = "given",
    seed: Annotated[
        int | None,
        typer.Option("--seed", metavar="N", help="Another shuffle than the study's own."),
    ] = None,
    code: Annotated[
        str, typer.Option("--code", metavar="PATH", help="Only this theme or code.")
    ] = "",
    most: Annotated[
        int | None, typer.Option("--max", metavar="N", min=1, help="At most N under each heading.")
    ] = None,
    approved: Annotated[
        bool, typer.Option("--approved", help="Only quotes whose wording was approved.")
    ] = False,
    labels: LabelsOption = "merged",
    no_labels: NoLabelsOption = False,
    fewest: FewestOption = MOST_BEHIND,
    reason: ReasonOption = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be in it, and write nothing.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_FORMATS), help="How it is written.")
    ] = "",
    output: OutputOption = None,
) -> None:
    """The chapter: themes as headings, lead-ins, tables of counts, masked quotes with labels."""
    from coder.exports.chapter_formats import chapter_writer
    from coder.results.chapter import ChapterWishes, collect_chapter
    from coder.results.quotes import QuoteWishes, study_finder
    from corpus.queries import find_question, questions

    chosen = chosen_format(form, output, _FORMATS)
    if code and len(asked or ()) != 1:
        raise typer.BadParameter("--code needs one QUESTION.")
    rule = wished_labels(labels, no_labels, fewest, reason)
    which = one_of("--quotes", quotes, _QUOTES) if quotes else ""
    with open_study(study) as opened, opened.read() as session:
        wanted = [find_question(session, key) for key in asked or ()] or questions(session)
        only_chosen = which == "chosen" or (not which and _has_chosen(session, wanted))
        wishes = ChapterWishes(
            QuoteWishes(
                codes=codes_under(session, wanted[0], code) if code else None,
                most=most,
                seed=seed,
                labels=rule.are_on,
                label_rule=rule.rule,
                approved=approved,
                chosen=only_chosen,
                shuffled=one_of("--order", order, _ORDERS) == "shuffled",
            ),
            cast("ChapterTables", one_of("--tables", tables, _TABLES)),
            which != "none",
        )
        with found_before(opened, session), progress("Masking", None) as advance:
            made = collect_chapter(session, wanted, wishes, advance)
        finder = study_finder(session, also_released=made.released)
        warning = few_behind(session, wanted, rule)
    _refuse_empty(made)
    for told in filter(None, (warning, *map(_doubt, made.doubtful), *map(_size, made.telling))):
        say(told)
    if dry_run:
        _tell(made, wishes)
        return
    with _noted(study, wanted, rule):
        deliver(chapter_writer(made, chosen), chosen, output, finder)


@contextmanager
def _noted(study: Path, asked: "list[Question]", rule: WishedLabels) -> Iterator[None]:
    """Within, the chapter is written; a study is opened to change only for what it must note."""
    opening = open_to_change if rule.as_they_are else open_study
    with opening(study) as opened, noted(opened, asked, rule):
        yield


def _refuse_empty(made: "Chapter") -> None:
    if not made.parts:
        raise Problem("There is nothing to print here yet.", "Code answers first: fullkoding code")


def _doubt(found: tuple[str, str]) -> str:
    return f"Look at the lead-in of {found[0]}: {found[1]} may be a name, and is printed."


def _size(heading: str) -> str:
    return f"{heading}: this heading says a size, which its quotes' labels may be hiding."


def _has_chosen(session: "Session", asked: "list[Question]") -> bool:
    from coder.quoting.used import orders_of

    return any(orders_of(session, question) for question in asked)


def _tell(made: "Chapter", wishes: "ChapterWishes") -> None:
    for part in made.parts:
        said = [counted(len(part.quotes), "quote")] if part.quotes else []
        said += ["a table"] if part.table is not None else []
        said += ["a lead-in"] if part.lead_in else []
        print_text(f"{'  ' * (part.level - 1)}{part.heading}  {', '.join(said)}".rstrip())
    which = "chosen" if wishes.quotes.chosen else "all coded text"
    draft = " It would be a draft: not all are approved." if made.draft else ""
    say(f"{counted(len(made.quotes), 'quote')} ({which}). Nothing was written.{draft}")
