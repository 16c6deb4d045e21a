"""Commands that set a study up: new, question, bands."""

from typing import TYPE_CHECKING, Annotated, cast

import typer

from corpus.language import LANGUAGES
from corpus.problems import Problem
from tui.cli.screen import counted, print_text, say
from tui.cli.shared import (
    CoderOption,
    QuestionArgument,
    StudyArgument,
    one_of,
    open_study,
    open_to_change,
    study_path,
    who,
)

if TYPE_CHECKING:
    from corpus.bands import BandScheme
    from corpus.language import Language
    from corpus.queries import Routing


def new(
    study: StudyArgument,
    language: Annotated[
        str,
        typer.Option(
            "--language", metavar="|".join(LANGUAGES), help="Language of tables and quotes."
        ),
    ] = "nb",
    title: Annotated[
        str,
        typer.Option(
            "--title", metavar="TEXT", help="What the study is called. [default: as the file]"
        ),
    ] = "",
) -> None:
    """Make an empty study."""
    from coder.study import Study

    chosen = cast("Language", one_of("--language", language, LANGUAGES))
    path = study_path(study)
    with Study.create(path, chosen, title):
        say(f"Made {path}. Next: fullkoding import {path} FILE")


def question(
    study: StudyArgument,
    key: QuestionArgument,
    asked_if: Annotated[
        str | None,
        typer.Option("--asked-if", metavar="VARIABLE=VALUE", help="Asked only of these."),
    ] = None,
    asked_of_all: Annotated[
        bool, typer.Option("--asked-of-all", help="Take the routing away.")
    ] = False,
    single: Annotated[
        bool | None, typer.Option("--single/--multiple", help="One code an answer, or several.")
    ] = None,
    ordered: Annotated[
        bool | None, typer.Option("--ordered/--unordered", help="The codes are a scale.")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="Its wording.")] = None,
    coder: CoderOption = "",
) -> None:
    """Show or change a question: its text, whom it was asked, how it is coded."""
    from coder.modes import change_question, question_lines
    from corpus.routing import parse_routing

    routing: Routing | None = parse_routing(asked_if) if asked_if else None
    wanted = (asked_if, single, ordered, text)
    if any(each is not None for each in wanted) or asked_of_all:
        with (
            open_to_change(study) as opened,
            opened.act("question", who(coder), question=key) as session,
        ):
            change_question(
                session,
                key,
                routing=routing,
                asked_of_all=asked_of_all,
                single=single,
                ordered=ordered,
                text=text,
            )
    with open_study(study) as opened, opened.read() as session:
        print_text("\n".join(question_lines(session, key)))


def bands(
    study: StudyArgument,
    limits: Annotated[
        str,
        typer.Option(
            "--limits", metavar="N,N,...", help="Inhabitants, rising: 2000,5000,10000,20000,50000"
        ),
    ] = "",
    label: Annotated[
        list[str] | None,
        typer.Option("--label", metavar="BAND=TEXT", help="What stands behind a quote."),
    ] = None,
    coder: CoderOption = "",
) -> None:
    """Show or change the size bands; changing the limits divides all respondents anew."""
    from corpus.bands import scheme
    from corpus.edits import set_band_labels, set_band_limits
    from corpus.queries import study_facts

    if limits or label:
        labels = dict(_label(each) for each in label or ())
        with (
            open_to_change(study) as opened,
            opened.act("bands", who(coder), limits=limits) as session,
        ):
            if limits:
                lost = set_band_limits(session, scheme(_limits(limits)))
                if lost:
                    had = counted(lost, "respondent")
                    say(f"{had} had a band but no population; the band is unknown now.")
            set_band_labels(session, study_facts(session).scheme, labels)
    _show_bands(study)


def _show_bands(study: StudyArgument) -> None:
    from corpus.queries import respondents_by_band, study_facts

    with open_study(study) as opened, opened.read() as session:
        facts, counts = study_facts(session), respondents_by_band(session)
    bands: BandScheme = facts.scheme
    for band in bands.names:
        print_text(f"{band:<12} {counts.get(band, 0):>6}  {bands.label(band, facts.language)}")


def _limits(text: str) -> list[int]:
    parts = [part.strip() for part in text.replace(";", ",").split(",")]
    if not all(part.isdecimal() for part in parts):
        raise Problem(f"{text} are no limits.", "Write whole numbers: 2000,5000,10000,20000,50000")
    return [int(part) for part in parts]


def _label(text: str) -> tuple[str, str]:
    band, equals, label = text.partition("=")
    if not equals:
        raise Problem(f"{text} is no label.", "Write BAND=TEXT, for example: '<2000=liten kommune'")
    return band.strip(), label
