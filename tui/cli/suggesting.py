"""Commands on suggested codes: suggest, and evaluate, which says how good they would have been."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tui.cli.delivering import chosen_format, deliver, refuse_study
from tui.cli.screen import print_data, print_text, progress, say
from tui.cli.shared import JsonOption, OutputOption, StudyArgument, open_study

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coder.exports.evaluation_formats import Evaluated
    from corpus.privacy.finder import Finder
    from corpus.queries import Question

_FORMATS = ("text", "csv", "json")
_PICTURES = ("png", "svg", "pdf")

QuestionOption = Annotated[
    str, typer.Option("--question", "-q", metavar="KEY", help="The question.")
]


def suggest(
    study: StudyArgument,
    question: QuestionOption,
    answer: Annotated[
        str, typer.Option("--answer", metavar="ID", help="Codes for this respondent's answer.")
    ] = "",
    code: Annotated[
        str, typer.Option("--code", metavar="PATH", help="Answers likely to have this code.")
    ] = "",
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="Codings that the others speak against.")
    ] = False,
    clusters: Annotated[
        bool, typer.Option("--clusters", help="Answers without a code, in groups to name.")
    ] = False,
    least: Annotated[
        float,
        typer.Option(
            "--least",
            metavar="P",
            min=0.5,
            max=1,
            help="How likely, with --code; how sure, with --doubtful.",
        ),
    ] = 0.9,
    as_json: JsonOption = False,
) -> None:
    """Suggest codes for an answer or answers for a code; nothing is coded by it."""
    if sum(map(bool, (answer, code, doubtful, clusters))) != 1:
        raise typer.BadParameter("Give one of --answer, --code, --doubtful and --clusters.")
    from corpus.queries import find_question

    with open_study(study) as opened, opened.read() as session:
        found = find_question(session, question)
        if answer:
            text = _for_answer(session, found, answer, as_json)
        elif code:
            text = _likely(session, found, code, least, as_json)
        elif doubtful:
            text = _doubtful(session, found, least, as_json)
        else:
            text = _groups(session, found, as_json)
    say("Not for publication: these answers are not masked.")
    if as_json:
        print_data(text, "json")
    else:
        print_text(text)


def evaluate(
    study: StudyArgument,
    question: QuestionOption,
    figure: Annotated[
        Path | None,
        typer.Option(
            "--figure", metavar="FILE", readable=False, help="Draw the curves: .png, .svg or .pdf."
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(_FORMATS),
            help="How it is written. [default: as FILE ends, or text]",
        ),
    ] = "",
    as_json: JsonOption = False,
    output: OutputOption = None,
) -> None:
    """Replay a question's coding: how good the suggestions would have been, answer by answer."""
    from coder.results.quotes import study_finder
    from coder.suggest.study_ranker import past_of
    from corpus.queries import find_question, study_facts

    chosen = chosen_format("json" if as_json else form, output, _FORMATS)
    picture = chosen_format("", figure, _PICTURES) if figure else ""
    with open_study(study) as opened, opened.read() as session:
        found = find_question(session, question)
        facts, past, finder = study_facts(session), past_of(session, found), study_finder(session)
    from coder.exports.evaluation_formats import Evaluated
    from coder.suggest.evaluating.evaluation import evaluate as replay

    with progress("Replaying", len(past.history)) as advance:
        result = replay(past, advance)
    of = Evaluated(found.full_key, found.text, facts.language, result)
    if figure:
        _draw(of, facts.title, picture, figure, finder)
    data = _evaluation_bytes(of, chosen)
    deliver(lambda path: _write(path, data), chosen, output, finder)


def _for_answer(session: "Session", question: "Question", respondent: str, as_json: bool) -> str:
    from coder.exports.suggested import answer_json, answer_text
    from coder.suggest.reports import for_answer

    found = for_answer(session, question, respondent)
    return answer_json(found) if as_json else answer_text(found)


def _likely(
    session: "Session", question: "Question", path: str, least: float, as_json: bool
) -> str:
    from codebooks.queries import codebook_of
    from coder.choosing import code_named
    from coder.exports.suggested import likely_json, likely_text
    from coder.suggest.reports import likely_answers

    tree = codebook_of(session, question.id)
    code = code_named(tree, path)
    with progress("Comparing", None) as advance:
        found = likely_answers(session, question, code, least, advance)
    return likely_json(found) if as_json else likely_text(found, tree.path(code.id), least)


def _doubtful(session: "Session", question: "Question", least: float, as_json: bool) -> str:
    from coder.exports.suggested import doubtful_json, doubtful_text
    from coder.suggest.reports import doubtful

    found = doubtful(session, question, least)
    return doubtful_json(found) if as_json else doubtful_text(found)


def _groups(session: "Session", question: "Question", as_json: bool) -> str:
    from coder.exports.suggested import groups_json, groups_text
    from coder.suggest.reports import groups

    found = groups(session, question)
    return groups_json(found) if as_json else groups_text(found)


def _draw(of: "Evaluated", study: str, form: str, output: Path, finder: "Finder") -> None:
    """Write the figure when nothing that it says tells who answered."""
    from coder.exports.figures.evaluation_figure import evaluation_texts, write_evaluation_figure
    from coder.exports.publishing import publish

    refuse_study(output)
    texts = evaluation_texts(of, study)
    with TemporaryDirectory() as folder:
        said = f"{texts.title}\n{texts.description}\n".encode()
        publish(Path(folder) / "figure.txt", lambda path: _write(path, said), finder)
    publish(output, lambda path: write_evaluation_figure(of, study, path, form), finder, form)
    say(f"Wrote {output}")
    say(f"Text for those who cannot see it: {texts.description}")


def _evaluation_bytes(of: "Evaluated", form: str) -> bytes:
    from coder.exports.delimited import csv_bytes
    from coder.exports.evaluation_formats import evaluation_csv, evaluation_json, evaluation_text

    if form == "csv":
        return csv_bytes(evaluation_csv(of))
    return (evaluation_json(of) if form == "json" else evaluation_text(of)).encode()


def _write(path: Path, data: bytes) -> tuple[str, ...]:
    path.write_bytes(data)
    return ()


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("suggest", suggest),
    ("evaluate", evaluate),
)
"""The names of the commands, and what carries them out."""
