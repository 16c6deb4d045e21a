"""Commands on cases: matrix (also without its name), key, summarise, renumber."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from corpus.problems import Problem
from tui.cli.delivering import chosen_format, deliver
from tui.cli.screen import counted, print_text, progress, say
from tui.cli.shared import (
    CoderOption,
    OutputOption,
    StudyArgument,
    found_before,
    one_of,
    open_study,
    open_to_change,
    who,
)

if TYPE_CHECKING:
    from coder.results.case_matrix import CaseMatrix
    from coder.results.cases import CaseWishes
    from coder.study import Study

_FORMATS = ("text", "json", "md", "html", "xlsx", "docx")
_KINDS = ("either", "both", "quotes", "summaries", "counts")


class _MatrixWhenUnnamed(TyperGroup):
    """`cases STUDY ...` means `cases matrix STUDY ...`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = ["matrix", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_MatrixWhenUnnamed,
    help="Cases under pseudonyms: what each says under each theme. For case studies.",
    no_args_is_help=True,
)

CaseOption = Annotated[
    str, typer.Option("--case", metavar="R12|PSEUDONYM", help="The case, by key or pseudonym.")
]


@app.command("matrix")
def matrix(
    study: StudyArgument,
    questions: Annotated[
        list[str] | None, typer.Argument(metavar="QUESTION", help="KEY or KEY@WAVE; all else.")
    ] = None,
    cells: Annotated[
        str,
        typer.Option(
            "--cells",
            metavar="|".join(_KINDS),
            help="What cells hold; either: the summary where one is written, else quotes.",
        ),
    ] = "either",
    level: Annotated[
        int, typer.Option("--level", metavar="1|2", min=1, max=2, help="How deep themes go.")
    ] = 1,
    named: Annotated[
        str, typer.Option("--cases", metavar="A;B", help="Only these, by key or pseudonym.")
    ] = "",
    turned: Annotated[bool, typer.Option("--turned", help="Themes as rows.")] = False,
    approved: Annotated[
        bool, typer.Option("--approved", help="Only quotes whose wording was approved.")
    ] = False,
    with_band: Annotated[
        bool,
        typer.Option("--with-band", help="The size band beside the pseudonym: easier recognised."),
    ] = False,
    coder: CoderOption = "",
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(_FORMATS),
            help="How it is written. [default: as FILE ends, or text]",
        ),
    ] = "",
    output: OutputOption = None,
) -> None:
    """Print what each case says under each theme: masked, under pseudonyms, marked as draft.

    Pseudonyms are drawn the first time and then kept.
    """
    from coder.exports.case_formats import case_writer
    from coder.results.cases import CaseWishes, CellKind
    from coder.results.quotes import study_finder

    chosen = chosen_format(form, output, _FORMATS)
    wishes = CaseWishes(
        CellKind(one_of("--cells", cells, _KINDS)),
        tuple(filter(None, (each.strip() for each in named.split(";")))),
        level,
        turned,
        approved,
        with_band,
    )
    with open_study(study) as opened:
        _number(opened, coder)
        with opened.read() as session:
            with found_before(opened, session):
                made = _built(opened, questions or (), wishes)
            finder = study_finder(session, also_released=made.released)
        _caution(made, wishes)
        deliver(case_writer(made, chosen), chosen, output, finder)


def _built(opened: "Study", keys: Sequence[str], wishes: "CaseWishes") -> "CaseMatrix":
    from coder.results.cases import case_matrix
    from corpus.queries import find_question
    from corpus.queries import questions as all_questions

    with opened.read() as session, progress("Masking", None) as advance:
        asked = [find_question(session, key) for key in keys] or all_questions(session)
        return case_matrix(session, list(dict.fromkeys(asked)), wishes, advance)


def _caution(made: "CaseMatrix", wishes: "CaseWishes") -> None:
    from coder.results.case_wording import MOST

    rows = len(made.columns if wishes.turned else made.rows)
    if rows > MOST:
        say(f"{rows} cases: a pseudonym links all that a case says. For a survey: quotes.")
    if wishes.with_band:
        say("Band and pseudonym together make a case easier to recognise.")


@app.command("key")
def key(study: StudyArgument, coder: CoderOption = "") -> None:
    """Show on the screen which pseudonym is who: never for a file that leaves."""
    from coder.cases.pseudonyms import cases
    from corpus.queries import study_facts

    with open_study(study) as opened:
        _number(opened, coder)
        with opened.read() as session:
            known, language = cases(session), study_facts(session).language
    say("Not for publication: this tells who is which.")
    print_text("\n".join(f"{each.called(language)}: {each.key} {each.name}" for each in known))


@app.command("renumber")
def renumber_cases(study: StudyArgument, coder: CoderOption = "") -> None:
    """Draw all pseudonyms anew: documents printed before do not fit those printed after."""
    from coder.cases.pseudonyms import cases, renumber

    with open_to_change(study) as opened:
        with opened.read() as session:
            count = len(cases(session))
        if not count:
            raise Problem("No pseudonym is given yet.", "They are when a matrix is first printed.")
        with opened.act("renumber_cases", who(coder), answers=count) as session:
            renumber(session)
    say(f"Drew {counted(count, 'pseudonym')} anew. Earlier documents no longer fit: print again.")


@app.command("summarise")
def summarise_case(
    study: StudyArgument,
    text: Annotated[str, typer.Argument(metavar="[TEXT]", help="The summary.")] = "",
    case: CaseOption = "",
    code: Annotated[
        str, typer.Option("--code", metavar="PATH", help="The theme or code it stands under.")
    ] = "",
    question: Annotated[
        str, typer.Option("--question", "-q", metavar="KEY", help="[default: the first]")
    ] = "",
    remove: Annotated[bool, typer.Option("--remove", help="Take the summary away.")] = False,
    coder: CoderOption = "",
) -> None:
    """Write a short summary of what a case says under a theme; it stands in the matrix's cell."""
    if not case or not code or bool(text) == remove:
        raise typer.BadParameter("Give --case, --code, and either a TEXT or --remove.")
    with open_to_change(study) as opened:
        _number(opened, coder)
        _summarise(opened, (case, code, question), text, who(coder))


def _summarise(opened: "Study", place: tuple[str, str, str], text: str, coder: str) -> None:
    from codebooks.queries import codebook_of
    from coder.cases.pseudonyms import cases, find_case
    from coder.cases.summaries import remove_summary, summaries, summarise
    from coder.choosing import code_named
    from coder.people import acting_coder
    from coder.results.quotes import study_finder
    from corpus.queries import find_question, questions

    case_name, path, key = place
    with opened.read() as session:
        found = find_case(cases(session), case_name)
        known = questions(session)
        asked = find_question(session, key) if key else known[0]
        code = code_named(codebook_of(session, asked.id), path)
        is_there = summaries(session, [code.id]).get((found.respondent, code.id)) == text
        hits = study_finder(session, reading=True).find(text, (found.name,) if found.name else ())
    if is_there:
        say("It stands there already.")
        return
    kind = "summarise_case" if text else "remove_summary"
    facts: dict[str, Any] = {"question": asked.full_key, "answer": found.key, "code": code.name}
    with opened.act(kind, coder, **facts) as session:
        if text:
            summarise(session, found.respondent, code.id, text, acting_coder(session))
        else:
            remove_summary(session, found.respondent, code.id)
    say("Summarised." if text else "Removed the summary.")
    for hit in hits:
        say(f"It may tell who it is: {text[hit.start : hit.end]} [{hit.category}]")


def _number(opened: "Study", coder: str) -> None:
    """Give pseudonyms to those who have none; one step in the history, when there are any."""
    from coder.cases.pseudonyms import number_cases, unnumbered

    with opened.read() as session:
        count = len(unnumbered(session))
    if count:
        with opened.act("number_cases", who(coder), answers=count) as session:
            number_cases(session)
