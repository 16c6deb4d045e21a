"""Commands that only look: status, answers, check."""

import json
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.screen import counted, print_data, print_text, say
from tui.cli.shared import JsonOption, QuestionArgument, StudyArgument, one_of, open_study

if TYPE_CHECKING:
    from coder.queries import CodedAnswer

_OPEN = 3
_WIDTH, _FIGURES = 100, 52
_ANSWER_FORMATS = ("text", "json", "csv")


def status(study: StudyArgument, as_json: JsonOption = False) -> None:
    """How far every question is."""
    from coder.overview import overview

    with open_study(study) as opened, opened.read() as session:
        seen = overview(session)
    if as_json:
        print_data(json.dumps(seen.as_json(), ensure_ascii=False, indent=2), "json")
        return
    print_text(f"{seen.title}  ({seen.language}, {counted(seen.respondents, 'respondent')})")
    if not seen.questions:
        print_text("No answers yet. Next: fullkoding import STUDY FILE")
        return
    print_text(f"{'question':<12}{'asked':>7}{'answered':>10}{'coded':>7}{'left':>6}{'codes':>7}")
    for question, done in seen.questions:
        figures = f"{done.asked:>7}{done.answered:>10}{done.coded:>7}{done.uncoded:>6}"
        print_text(f"{question.full_key:<12}{figures}{done.codes:>7}  {_short(question.text)}")


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
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_ANSWER_FORMATS), help="How it is written.")
    ] = "text",
) -> None:
    """List answers with their codes. Not for publication: nothing is masked."""
    from codebooks.queries import codebook_of
    from coder.choosing import code_named
    from coder.queries import coded_answers
    from corpus.queries import find_question

    form = "json" if as_json else one_of("--format", form, _ANSWER_FORMATS)
    with open_study(study) as opened, opened.read() as session:
        found = find_question(session, question)
        tree = codebook_of(session, found.id)
        wanted = tree.subtree(code_named(tree, code).id) if code else None
        rows = coded_answers(session, found, tree, uncoded=uncoded, codes=wanted)
    say("Not for publication: these answers are not masked.")
    _print_answers(rows, form)


def check(study: StudyArgument, as_json: JsonOption = False) -> None:
    """What is not finished or not whole: answers without a code, changed texts, damage."""
    from coder.checking import check_study

    with open_study(study) as opened:
        found = check_study(opened)
    if as_json:
        print_data(json.dumps(found.as_json(), ensure_ascii=False, indent=2), "json")
    else:
        print_text("\n".join(found.lines()))
    if found.is_open:
        raise typer.Exit(_OPEN)


def _print_answers(rows: "list[CodedAnswer]", form: str) -> None:
    from coder.exports.answers import answers_csv, answers_json, answers_text

    if form == "text":
        print_text(answers_text(rows))
    else:
        print_data(answers_json(rows) if form == "json" else answers_csv(rows), form)


def _short(text: str) -> str:
    """As much of a text as fits behind the figures on one line."""
    width = max(20, get_terminal_size((_WIDTH, 0)).columns - _FIGURES)
    words = " ".join(text.split())
    return words if len(words) <= width else f"{words[: width - 1]}…"
