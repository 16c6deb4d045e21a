"""Commands that only look: status, answers, check."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.visible import visible
from tui.cli.shared import (
    JsonOption,
    OutputOption,
    QuestionArgument,
    StudyArgument,
    one_of,
    open_study,
    print_text,
    say,
)

if TYPE_CHECKING:
    from coder.queries import CodedAnswer

_OPEN = 3


def status(study: StudyArgument, as_json: JsonOption = False) -> None:
    """How far every question is."""
    from coder.overview import overview

    with open_study(study) as opened, opened.read() as session:
        seen = overview(session)
    if as_json:
        print_text(json.dumps(seen.as_json(), ensure_ascii=False, indent=2))
        return
    print_text(f"{visible(seen.title)}  ({seen.language}, {seen.respondents} respondents)")
    if not seen.questions:
        print_text("No answers yet. Next: fullkoding import STUDY FILE")
        return
    print_text(f"{'question':<12}{'asked':>7}{'answered':>10}{'coded':>7}{'left':>6}{'codes':>7}")
    for question, done in seen.questions:
        figures = f"{done.asked:>7}{done.answered:>10}{done.coded:>7}{done.uncoded:>6}"
        words = visible(question.text).replace("\n", " ")
        print_text(f"{question.full_key:<12}{figures}{done.codes:>7}  {words[:46]}")


def answers(
    study: StudyArgument,
    question: QuestionArgument,
    uncoded: Annotated[
        bool, typer.Option("--uncoded", help="Only answers that have no code yet.")
    ] = False,
    code: Annotated[
        str, typer.Option("--code", metavar="PATH", help="Only answers with this code or theme.")
    ] = "",
    as_json: JsonOption = False,
    form: Annotated[str, typer.Option("--format", help="text, json or csv.")] = "text",
    output: OutputOption = None,
) -> None:
    """List answers with their codes. Not for publication: nothing is masked."""
    from codebooks.queries import codebook_of
    from coder.choosing import code_named
    from coder.queries import coded_answers
    from corpus.queries import find_question

    form = "json" if as_json else one_of("--format", form, ("text", "json", "csv"))
    with open_study(study) as opened, opened.read() as session:
        found = find_question(session, question)
        tree = codebook_of(session, found.id)
        wanted = tree.subtree(code_named(tree, code).id) if code else None
        rows = coded_answers(session, found, tree, uncoded=uncoded, codes=wanted)
    say("Not for publication: these answers are not masked.")
    _write_answers(rows, form, output)


def check(study: StudyArgument, as_json: JsonOption = False) -> None:
    """What is not finished or not whole: answers without a code, changed texts, damage."""
    from coder.checking import check_study

    with open_study(study) as opened:
        found = check_study(opened)
    if as_json:
        print_text(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        print_text("\n".join(found.lines()))
    if found.is_open:
        raise typer.Exit(_OPEN)


def _write_answers(rows: "list[CodedAnswer]", form: str, output: "OutputOption") -> None:
    from coder.exports.answers import answers_csv, answers_json, answers_text
    from coder.exports.atomic import write_file
    from coder.exports.delimited import csv_bytes

    writers = {"text": answers_text, "json": answers_json, "csv": answers_csv}
    text = writers[form](rows)
    if output is None:
        print_text(text)
        return
    data = csv_bytes(text) if form == "csv" else text.encode()
    write_file(output, lambda path: path.write_bytes(data))
    say(f"Wrote {len(rows)} answers to {output}.")
