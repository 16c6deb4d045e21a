"""Commands on codebooks from year to year, and on their way to a form."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.problems import Problem
from tui.cli import alternatives
from tui.cli.codebook_shared import QuestionOption
from tui.cli.delivering import chosen_format, deliver
from tui.cli.screen import counted, print_text, say
from tui.cli.shared import (
    CoderOption,
    OutputOption,
    StudyArgument,
    open_study,
    open_to_change,
    study_path,
    who,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from codebooks.tree import CodeTree
    from coder.continuing import Continued
    from coder.results.yearly import CountedBook
    from corpus.queries import Question

_FORMATS = ("text", "json", "csv", "md")
_TABLE_FORMATS = ("text", "json", "csv", "xlsx", "docx")
_FORMAT_HELP = "How it is written. [default: as FILE ends, or text]"
_WHERE = "KEY|STUDY[:KEY]"

VariableOption = Annotated[
    str, typer.Option("--variable", metavar="VARIABLE", help="The closed answers.")
]


@dataclass(frozen=True)
class _Elsewhere:
    """A question of this study (`path` None) or of another one."""

    path: Path | None
    key: str

    @property
    def name(self) -> str:
        """What it is called, without the folder it lies in."""
        return self.key if self.path is None else f"{self.path.stem}:{self.key}"


def continue_codebook(
    study: StudyArgument,
    question: QuestionOption,
    source: Annotated[
        str, typer.Option("--from", metavar=_WHERE, help="The question whose codebook goes on.")
    ],
    shared: Annotated[
        bool, typer.Option("--shared", help="One codebook for both, in this study only.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would happen; change nothing.")
    ] = False,
    coder: CoderOption = "",
) -> None:
    """Go on with the codebook of an earlier year or another study; its codings stay there.

    Codes keep identity, number, name and place. Codes that the question has already, by identity
    or path, are joined and keep their answers.
    """
    from coder.continuing import continue_codebook as take_over
    from coder.continuing import tried_out
    from corpus.queries import find_question

    place = _elsewhere(study, question, source)
    if shared:
        _share(study, question, place, dry_run, coder)
        return
    tree = None if place.path is None else _tree_of(place)

    def carry_out(session: "Session") -> "Continued":
        target = find_question(session, question)
        return take_over(session, tree or _own_tree(session, place.key, target), target)

    if dry_run:
        with open_study(study) as opened:
            found = tried_out(opened, who(coder), carry_out)
    else:
        with (
            open_to_change(study) as opened,
            opened.act(
                "continue_codebook", who(coder), question=question, source=place.name
            ) as session,
        ):
            found = carry_out(session)
    _tell(found, place, dry_run)


def compare(
    study: StudyArgument,
    question: QuestionOption,
    other: Annotated[
        str, typer.Option("--with", metavar=_WHERE, help="The earlier question, such as k1@2016.")
    ],
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_FORMATS), help=_FORMAT_HELP)
    ] = "",
    output: OutputOption = None,
) -> None:
    """What is new, gone, merged, renamed, moved or redefined since, with the answers of both."""
    from coder.results.quotes import study_finder
    from coder.results.yearly import compare_years, counted_book
    from corpus.queries import find_question, study_facts

    chosen = chosen_format(form, output, _FORMATS)
    place = _elsewhere(study, question, other)
    before = _counted(place) if place.path is not None else None
    with open_study(study) as opened, opened.read() as session:
        if before is None:
            before = counted_book(session, find_question(session, place.key))
        after = counted_book(session, find_question(session, question))
        found = compare_years(before, after, study_facts(session).language)
        finder = study_finder(session)
    from coder.exports.yearly import years_writer

    deliver(years_writer(found, chosen), chosen, output, finder)


def from_variable(
    study: StudyArgument,
    question: QuestionOption,
    variable: VariableOption,
    several: Annotated[
        bool | None,
        typer.Option(
            "--several/--single",
            help="Whether a cell lists several with ; between. [default: as the cells are]",
        ),
    ] = None,
    coder: CoderOption = "",
) -> None:
    """Code a question of “Annet, hva” with the alternatives of its closed list, locked."""
    from coder.back_coding import alternatives_as_codebook
    from corpus.queries import find_question

    with (
        open_to_change(study) as opened,
        opened.act(
            "codebook_from_variable", who(coder), question=question, variable=variable
        ) as session,
    ):
        found = find_question(session, question)
        tree = alternatives_as_codebook(session, found, variable, several)
    for code in tree.walk():
        print_text(f"{code.number:>5}  {code.name}{'  (outcome)' if code.outcome else ''}")
    mode = "one an answer" if tree.single else "several an answer"
    say(f"{question} is coded with this locked list now, {mode}.")


def back_coded(
    study: StudyArgument,
    question: QuestionOption,
    variable: VariableOption,
    other: Annotated[
        str,
        typer.Option(
            "--other", metavar="NAME", help="The alternative for everything else. [default: Annet]"
        ),
    ] = "",
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_TABLE_FORMATS), help=_FORMAT_HELP)
    ] = "",
    output: OutputOption = None,
) -> None:
    """The closed list with what was coded from text: ticked, from text, and both together."""
    from coder.back_coding import combined
    from coder.results.back_coded_table import back_coded_table
    from coder.results.quotes import study_finder
    from corpus.queries import find_question

    chosen = chosen_format(form, output, _TABLE_FORMATS)
    with open_study(study) as opened, opened.read() as session:
        asked = find_question(session, question)
        found = combined(session, asked, variable, other)
        table = back_coded_table(session, asked, variable, found)
        finder = study_finder(session)
    from coder.exports.table_formats import table_writer

    deliver(table_writer(table, chosen), chosen, output, finder)


def _elsewhere(study: Path, question: str, wanted: str) -> _Elsewhere:
    """What KEY or STUDY[:KEY] means; a question of this study comes before a file."""
    from corpus.queries import find_question

    with open_study(study) as opened, opened.read() as session:
        here = find_question(session, question)
        try:
            return _Elsewhere(None, find_question(session, wanted).full_key)
        except Problem as problem:
            unknown = problem
    left, _, right = wanted.rpartition(":")
    for path, key in ((left, right), (wanted, here.key)):
        if path and key and study_path(Path(path)).is_file():
            return _Elsewhere(study_path(Path(path)), key)
    raise Problem(unknown.sentence, f"{unknown.hint} Another study is written STUDY:KEY.")


def _share(study: Path, question: str, place: _Elsewhere, dry_run: bool, coder: str) -> None:
    from coder.continuing import tried_out
    from coder.merging import share
    from corpus.queries import find_question

    if place.path is not None:
        raise Problem("A codebook is shared inside one study only.", "Leave out --shared.")

    def carry_out(session: "Session") -> int:
        source, target = find_question(session, place.key), find_question(session, question)
        return share(session, source, target)

    if dry_run:
        with open_study(study) as opened:
            moved = tried_out(opened, who(coder), carry_out)
        say(f"Nothing was changed; {counted(moved, 'coding')} would move.")
        return
    with (
        open_to_change(study) as opened,
        opened.act("share_codebook", who(coder), question=place.key, other=question) as session,
    ):
        moved = carry_out(session)
    say(
        f"{question} is coded with the codebook of {place.key} now; "
        f"{counted(moved, 'coding')} moved."
    )


def _tree_of(place: _Elsewhere) -> "CodeTree":
    from codebooks.queries import codebook_of
    from corpus.queries import find_question

    with open_study(place.path or Path()) as opened, opened.read() as session:
        return codebook_of(session, find_question(session, place.key).id)


def _own_tree(session: "Session", key: str, target: "Question") -> "CodeTree":
    from codebooks.queries import codebook_of
    from coder.continuing import refuse_itself
    from corpus.queries import find_question

    source = find_question(session, key)
    refuse_itself(session, source, target)
    return codebook_of(session, source.id)


def _counted(place: _Elsewhere) -> "CountedBook":
    from coder.results.yearly import counted_book
    from corpus.queries import find_question

    path = place.path or Path()
    with open_study(path) as opened, opened.read() as session:
        return counted_book(session, find_question(session, place.key), path.stem)


def _tell(found: "Continued", place: _Elsewhere, dry_run: bool) -> None:
    joined = f"{found.by_guid} joined by identity, {found.by_path} by path"
    head = "Nothing was changed; this would be taken over" if dry_run else "Taken over"
    say(f"{head} from {place.name}: {counted(found.made, 'code')} made, {joined}.")
    for path, number in found.renumbered:
        say(f"  {path} has number {number} here.")
    for path, name in found.renamed:
        say(f"  {path} is called {name} here.")


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("continue", continue_codebook),
    ("compare", compare),
    ("from-variable", from_variable),
    ("back-coded", back_coded),
    *alternatives.COMMANDS,
)
"""The names of the commands under `fullkoding codebook`, and what carries them out."""
