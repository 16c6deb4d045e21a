"""The command import: a file becomes a plan, the plan is shown, and answers come in."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from corpus.normalise import normalise
from corpus.problems import Problem
from tui.cli.deciding import decide
from tui.cli.plans import plan_lines
from tui.cli.screen import agree, is_conversation, print_text, progress
from tui.cli.shared import CoderOption, StudyArgument, one_of, open_study, open_to_change, who
from tui.import_words import report_lines
from tui.words import _

if TYPE_CHECKING:
    from coder.intake.answers import Progress
    from coder.intake.carrying_out import Source
    from coder.intake.report import Changed, Report, Wishes
    from corpus.bands import BandScheme
    from corpus.queries import Routing
    from corpus.reading.plan import Layout, Plan
    from corpus.reading.records import Keep, Records
    from corpus.reading.sheet import Sheet

ColumnOption = Annotated[str | None, typer.Option(metavar="COL")]
ColumnsOption = Annotated[list[str] | None, typer.Option(metavar="COL")]


def import_answers(
    study: StudyArgument,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", readable=False, help="A .csv, .xlsx or .ods file."),
    ],
    layout: Annotated[
        str,
        typer.Option(
            "--layout",
            metavar="wide|long",
            help="wide: a row a respondent; long: a row an answer. [default: guessed]",
        ),
    ] = "",
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="Which sheet.")
    ] = None,
    id_: Annotated[
        str | None, typer.Option("--id", metavar="COL", help="Who answered; or: row.")
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="COL", help="Own names: masked, never printed."),
    ] = None,
    population: Annotated[
        str | None, typer.Option("--population", metavar="COL", help="Inhabitants.")
    ] = None,
    band: Annotated[
        str | None, typer.Option("--band", metavar="COL", help="Size band, when it is given.")
    ] = None,
    type_: Annotated[
        str | None, typer.Option("--type", metavar="COL", help="kommune, bydel, ...")
    ] = None,
    wave: Annotated[str, typer.Option("--wave", metavar="YEAR", help="The year.")] = "",
    question: Annotated[
        list[str] | None, typer.Option("--question", metavar="COL", help="Wide: an open question.")
    ] = None,
    variable: Annotated[
        list[str] | None, typer.Option("--variable", metavar="COL", help="A closed answer.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="COL", help="A column to leave out.")
    ] = None,
    question_column: Annotated[
        str | None, typer.Option("--question-column", metavar="COL", help="Long: question keys.")
    ] = None,
    question_text_column: Annotated[
        str | None,
        typer.Option("--question-text-column", metavar="COL", help="Long: question texts."),
    ] = None,
    text_column: Annotated[
        str | None, typer.Option("--text-column", metavar="COL", help="Long: the answers.")
    ] = None,
    codes_column: Annotated[
        list[str] | None,
        typer.Option("--codes-column", metavar="COL", help="Codes, with ; between; kode1, ..."),
    ] = None,
    code_column: Annotated[
        list[str] | None,
        typer.Option(
            "--code-column", metavar="COL|FIRST..LAST", help="One code: 1 or x where it is given."
        ),
    ] = None,
    codes_of: Annotated[
        str | None,
        typer.Option(
            "--codes-of", metavar="KEY", help="Wide: whose codes they are. [default: as they stand]"
        ),
    ] = None,
    level_separator: Annotated[
        str | None,
        typer.Option(
            "--level-separator",
            metavar="SIGN",
            help="Splits the file's codes in levels; without it they are flat.",
        ),
    ] = None,
    asked_if: Annotated[
        list[str] | None,
        typer.Option("--asked-if", metavar="'KEY: VARIABLE=VALUE'", help="A routed question."),
    ] = None,
    changed: Annotated[
        str,
        typer.Option(
            "--changed", metavar="keep|replace|ask", help="Answers whose text is another now."
        ),
    ] = "ask",
    duplicates: Annotated[
        str,
        typer.Option(
            "--duplicates", metavar="first|last", help="Which row counts when an id stands twice."
        ),
    ] = "first",
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="utf-8, cp1252, ... [default: seen]"),
    ] = None,
    delimiter: Annotated[
        str | None,
        typer.Option("--delimiter", metavar="SIGN", help="; , or tab. [default: seen]"),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would happen; change nothing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Take the plan without asking.")] = False,
    coder: CoderOption = "",
) -> None:
    """Import answers, or import them again: nothing is doubled.

    The plan, what each column is, is guessed and shown; options change it.
    """
    from coder.intake.carrying_out import Source
    from corpus.reading.choices import Choices
    from corpus.reading.extracting import records
    from corpus.reading.planning import make_plan

    choices = Choices(
        layout=cast("Layout", one_of("--layout", layout, ("wide", "long"))) if layout else None,
        id=id_,
        name=name,
        population=population,
        band=band,
        type=type_,
        questions=tuple(question or ()),
        variables=tuple(variable or ()),
        ignore=tuple(ignore or ()),
        question_column=question_column,
        question_text_column=question_text_column,
        text_column=text_column,
        codes_column=tuple(codes_column or ()),
        code_columns=tuple(code_column or ()),
        codes_of=codes_of,
    )
    wishes = _wishes(wave, changed, asked_if or [], level_separator, coder)
    kept = cast("Keep", one_of("--duplicates", duplicates, ("first", "last")))
    scheme = _scheme(study)
    read = _read(file, encoding, delimiter, sheet)
    plan = make_plan(read, file, choices, scheme)
    print_text("\n".join(plan_lines(read, plan)))
    if not (yes or dry_run):
        _settle(plan)
    with _without_collection():
        found = records(read, plan, scheme, duplicates=kept)
    source = Source(file.name, len(read.rows))
    report = (_try if dry_run else _import)(study, found, source, wishes)
    heading = _("Tried only; nothing was changed.") if dry_run else _("Imported.")
    print_text("\n".join(report_lines(report, heading)))


def _wishes(
    wave: str, changed: str, asked_if: list[str], separator: str | None, coder: str
) -> "Wishes":
    from coder.intake.report import Wishes

    return Wishes(
        wave=normalise(wave).strip(),
        changed=cast("Changed", one_of("--changed", changed, ("keep", "replace", "ask"))),
        routings=dict(_routing(each) for each in asked_if),
        level_separator=separator,
        coder=who(coder),
    )


def _scheme(study: Path) -> "BandScheme":
    from corpus.queries import study_facts

    with open_study(study) as opened, opened.read() as session:
        return study_facts(session).scheme


def _read(file: Path, encoding: str | None, delimiter: str | None, sheet: str | None) -> "Sheet":
    from corpus.reading.files import read_sheet

    read = read_sheet(file, encoding=encoding, delimiter=delimiter, sheet=sheet)
    if sheet and not read.sheet:
        raise Problem(f"{file} has no sheets.", "Leave out --sheet.")
    return read


def _settle(plan: "Plan") -> None:
    """Ask whether the plan is right; where nobody can be asked, a doubt is a problem."""
    if is_conversation():
        agree("Import like this?", "Nothing was imported.", default=True)
        return
    if plan.doubts:
        doubt = plan.doubts[0]
        raise Problem(f"{doubt.sentence}", f"Say {doubt.option}, or --yes to take the guess.")


def _import(path: Path, found: "Records", source: "Source", wishes: "Wishes") -> "Report":
    from dataclasses import replace

    from coder.intake.carrying_out import carry_out
    from coder.intake.report import TextsChanged

    with open_to_change(path) as study:
        try:
            with _bar(found) as advance:
                return carry_out(study, found, source, wishes, advance)
        except TextsChanged as changed:
            if not is_conversation():
                raise
            decisions = decide(changed.texts)
        with _bar(found) as advance:
            settled = replace(wishes, decisions=decisions)
            return carry_out(study, found, source, settled, advance)


def _try(path: Path, found: "Records", source: "Source", wishes: "Wishes") -> "Report":
    from coder.intake.carrying_out import try_out

    with open_study(path) as study, _bar(found) as advance:
        return try_out(study, found, source, wishes, advance)


@contextmanager
def _bar(found: "Records") -> "Iterator[Progress]":
    with _without_collection(), progress("Importing", len(found.answers)) as advance:
        yield advance


@contextmanager
def _without_collection() -> Iterator[None]:
    """While values only come and none goes, looking for garbage takes time and finds nothing."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _routing(text: str) -> tuple[str, "Routing"]:
    from corpus.routing import parse_routing

    key, colon, condition = normalise(text).partition(":")
    if not colon:
        raise Problem(
            f"{text} is no routing.",
            "Write it as 'KEY: VARIABLE=VALUE', for example 'k2: Team=Nei'",
        )
    return key.strip(), parse_routing(condition.strip())
