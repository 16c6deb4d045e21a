"""Commands that code: code, changed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.problems import Problem
from tui.cli.screen import counted, print_text, progress, say
from tui.cli.shared import CoderOption, StudyArgument, open_study, open_to_change, who

if TYPE_CHECKING:
    from coder.study import Study


def code(
    study: StudyArgument,
    question: Annotated[str, typer.Option("--question", metavar="KEY", help="The question.")] = "",
    answer: Annotated[
        str, typer.Option("--answer", metavar="RESPONDENT", help="Whose answer.")
    ] = "",
    path: Annotated[
        list[str] | None,
        typer.Option("--code", metavar="PATH", help="Theme / code; may be given several times."),
    ] = None,
    start: Annotated[
        int | None,
        typer.Option("--start", metavar="N", help="First character of a segment, from 0."),
    ] = None,
    end: Annotated[
        int | None, typer.Option("--end", metavar="N", help="The character after the segment.")
    ] = None,
    remove: Annotated[
        bool,
        typer.Option(
            "--remove",
            help="Take the code off instead: off the answer and every segment of it, or with "
            "--start and --end off that segment only.",
        ),
    ] = False,
    from_file: Annotated[
        Path | None,
        typer.Option(
            "--from",
            readable=False,
            metavar="FILE",
            help="Many at once: columns respondent, question, codes, and start, end, coder.",
        ),
    ] = None,
    no_create: Annotated[
        bool, typer.Option("--no-create", help="Refuse codes that are not in the codebook.")
    ] = False,
    coder: CoderOption = "",
) -> None:
    """Put a code on an answer, or many from a file. Coding the same again changes nothing."""
    single = question or answer or path or remove or start is not None or end is not None
    if bool(single) == bool(from_file):
        raise typer.BadParameter("Give --question, --answer and --code, or only --from FILE.")
    if from_file is not None:
        with open_to_change(study) as opened:
            _code_file(opened, from_file, not no_create, who(coder))
        return
    if not (question and answer and path):
        raise typer.BadParameter("One coding needs --question, --answer and --code.")
    if (start is None) != (end is None):
        raise typer.BadParameter("A segment needs both --start and --end.")
    bounds = None if start is None or end is None else (start, end)
    with open_to_change(study) as opened:
        _code_one(opened, question, answer, path, bounds, remove, not no_create, who(coder))


def changed(
    study: StudyArgument,
    accept: Annotated[
        list[str] | None,
        typer.Option("--accept", metavar="KEY:RESPONDENT", help="Codings follow the new text."),
    ] = None,
    reject: Annotated[
        list[str] | None,
        typer.Option("--reject", metavar="KEY:RESPONDENT", help="Go back to the coded text."),
    ] = None,
    accept_all: Annotated[
        bool, typer.Option("--accept-all", help="Accept every changed text.")
    ] = False,
    coder: CoderOption = "",
) -> None:
    """List answers whose text changed after they were coded; accept or reject the new text."""
    from coder.versions import list_changed, settle

    if accept or reject or accept_all:
        with open_to_change(study) as opened, opened.act("changed", who(coder)) as session:
            count = settle(session, accept or (), reject or (), accept_all)
        say(f"{counted(count, 'answer')} settled.")
    with open_study(study) as opened, opened.read() as session:
        found = list_changed(session)
    say("Not for publication: these answers are not masked.")
    for each in found:
        print_text(f"{each.question}:{each.respondent}\n  coded: {each.coded}\n  now:   {each.now}")
    if not found:
        print_text("No answer has changed since it was coded.")


def _code_one(
    study: "Study",
    key: str,
    respondent: str,
    paths: list[str],
    bounds: tuple[int, int] | None,
    remove: bool,
    create: bool,
    coder: str,
) -> None:
    from coder.coding import Wanted, code_answer, uncode_answer

    wanted = Wanted(key, respondent, tuple(paths), bounds, coder)
    parameters = {"question": key, "answer": respondent, "code": "; ".join(paths)}
    kind = "remove_code" if remove else "apply_code"
    with study.act(kind, coder, **parameters) as session:
        done = uncode_answer(session, wanted) if remove else code_answer(session, wanted, create)
    for path in done.made:
        say(f"New code: {' / '.join(path)}")
    if remove and not done.changed:
        where = "this answer" if bounds is None else "these characters"
        wider = "It may stand on others, or" if bounds else "It may"
        raise Problem(
            f"{coder} has not put this code on {where}.",
            f"{wider} be another person's (--coder).",
        )
    say("Done." if done.changed else "It was coded so already.")


def _code_file(study: "Study", path: Path, create: bool, coder: str) -> None:
    from coder.batch.apply import code_lines
    from coder.batch.lines import read_lines
    from corpus.reading.files import read_sheet

    sheet = read_sheet(path)
    lines = read_lines(sheet, coder)
    for oddity in sheet.oddities:
        say(f"Row {oddity.row}: {oddity.sentence}")
    with (
        progress("Coding", len(lines)) as advance,
        study.act("code_file", coder, file=path.name, rows=len(lines)) as session,
    ):
        report = code_lines(session, lines, create, advance)
    for written, now in report.renamed:
        say(f"{written} is called {now} now.")
    new = f", {counted(report.codes, 'new code')}" if report.codes else ""
    same = f", {report.unchanged} there already" if report.unchanged else ""
    say(f"{counted(report.codings, 'coding')} from {counted(report.rows, 'row')}{new}{same}.")
