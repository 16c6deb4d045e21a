"""Commands on how a code list grew, and what is typical of which municipalities."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from corpus.problems import Problem
from tui.cli.codebook_shared import QuestionOption
from tui.cli.delivering import chosen_format, deliver, refuse_study
from tui.cli.screen import say
from tui.cli.shared import OutputOption, StudyArgument, one_of, open_study

if TYPE_CHECKING:
    from coder.growth_curve import Growth
    from coder.results.disclosure import Suppression
    from coder.results.wishes import Level
    from corpus.privacy.finder import Finder

_PICTURES = ("png", "svg", "pdf")
_GROWTH_FORMATS = ("text", "csv", *_PICTURES)
_PROFILE_FORMATS = ("text", "csv", "md", "json")
_METHODS_FORMATS = ("text", "md")
_FORMAT_HELP = "How it is written. [default: as FILE ends, or text]"

LastOption = Annotated[
    int,
    typer.Option("--last", metavar="N", min=1, help="The rule: no new code in N answers."),
]


def growth(
    study: StudyArgument,
    question: QuestionOption,
    coder: Annotated[
        str, typer.Option("--coder", metavar="NAME", help="Only codings by this person.")
    ] = "",
    last: LastOption = 30,
    shared: Annotated[
        bool, typer.Option("--shared", help="Over all questions that share the codebook.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_GROWTH_FORMATS), help=_FORMAT_HELP)
    ] = "",
    output: OutputOption = None,
) -> None:
    """How codes came while answers were coded, and whether the list is saturated; also drawn."""
    from coder.growth import growth as read_growth
    from coder.growth import growth_of_codebook
    from coder.people import known_coder_id
    from coder.results.quotes import study_finder
    from corpus.queries import find_question, study_facts

    chosen = chosen_format(form, output, _GROWTH_FORMATS)
    if chosen in _PICTURES and output is None:
        raise Problem(f"{chosen} is written to a file.", f"Add: -o FILE.{chosen}")
    with open_study(study) as opened, opened.read() as session:
        found = find_question(session, question)
        who = known_coder_id(session, coder) if coder else None
        read = growth_of_codebook if shared else read_growth
        grown, title = read(session, found, who), study_facts(session).title
        finder = study_finder(session)
    if chosen in _PICTURES:
        _draw(grown, title, chosen, cast(Path, output), last, finder)
        return
    data = _growth_bytes(grown, chosen, last)
    deliver(lambda path: _write(path, data), chosen, output, finder)


def profile(
    study: StudyArgument,
    question: QuestionOption,
    level: Annotated[
        str, typer.Option("--level", metavar="code|theme", help="All codes, or main themes only.")
    ] = "code",
    suppress: Annotated[
        str,
        typer.Option(
            "--suppress", metavar="none|1-2|1-4", help="Cells of how many answers are hidden."
        ),
    ] = "1-4",
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_PROFILE_FORMATS), help=_FORMAT_HELP)
    ] = "",
    output: OutputOption = None,
) -> None:
    """Each code over the size bands, with intervals; what is typical of a band is marked."""
    from coder.results.band_profile import band_profile
    from coder.results.profile_cells import printed
    from coder.results.quotes import study_finder
    from corpus.queries import find_question

    wanted = cast("Level", one_of("--level", level, ("code", "theme")))
    rule = cast("Suppression", one_of("--suppress", suppress, ("none", "1-2", "1-4")))
    chosen = chosen_format(form, output, _PROFILE_FORMATS)
    with open_study(study) as opened, opened.read() as session:
        built = printed(band_profile(session, find_question(session, question)), wanted, rule)
        finder = study_finder(session)
    from coder.exports.profile_formats import profile_bytes

    if rule == "none":
        say("Not for publication: small cells are not hidden.")
    data = profile_bytes(built, chosen)
    deliver(lambda path: _write(path, data), chosen, output, finder)


def methods(
    study: StudyArgument,
    question: Annotated[
        str, typer.Option("--question", metavar="KEY", help="Only this question. [default: all]")
    ] = "",
    last: LastOption = 30,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_METHODS_FORMATS), help=_FORMAT_HELP)
    ] = "",
    output: OutputOption = None,
) -> None:
    """The note on methods: asked, answered, coded, codes in use, their growth and saturation."""
    from coder.exports.methods_text import methods_markdown, methods_text
    from coder.results.methods import methods_note
    from coder.results.quotes import study_finder
    from corpus.queries import find_question, questions

    chosen = chosen_format(form, output, _METHODS_FORMATS)
    with open_study(study) as opened, opened.read() as session:
        of = [find_question(session, question)] if question else questions(session)
        note = methods_note(session, of, last)
        finder = study_finder(session)
    text = methods_markdown(note) if chosen == "md" else methods_text(note)
    deliver(lambda path: _write(path, text.encode()), chosen, output, finder)


def _draw(
    grown: "Growth", study: str, form: str, output: Path, last: int, finder: "Finder"
) -> None:
    """Write the figure when nothing that it says tells who answered."""
    from coder.exports.figures.growth_figure import growth_texts, write_growth_figure
    from coder.exports.publishing import publish

    refuse_study(output)
    texts = growth_texts(grown, study, last)
    with TemporaryDirectory() as folder:
        said = f"{texts.title}\n{texts.description}\n".encode()
        publish(Path(folder) / "figure.txt", lambda path: _write(path, said), finder)
    publish(output, lambda path: write_growth_figure(grown, study, path, form, last), finder, form)
    say(f"Wrote {output}")
    say(f"Text for those who cannot see it: {texts.description}")


def _growth_bytes(grown: "Growth", form: str, last: int) -> bytes:
    from coder.exports.delimited import csv_bytes
    from coder.exports.growth_formats import growth_csv, growth_text

    return csv_bytes(growth_csv(grown)) if form == "csv" else growth_text(grown, last).encode()


def _write(path: Path, data: bytes) -> tuple[str, ...]:
    path.write_bytes(data)
    return ()


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("growth", growth),
    ("profile", profile),
    ("methods", methods),
)
"""The names of the commands under `fullkoding codebook`, and what carries them out."""
