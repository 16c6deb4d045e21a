"""Commands on codebooks as files: export, import, starters."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from corpus.problems import Problem
from tui.cli.codebook_shared import QuestionOption
from tui.cli.delivering import refuse_study
from tui.cli.screen import agree, counted, is_conversation, print_text, say
from tui.cli.shared import CoderOption, StudyArgument, one_of, open_study, open_to_change, who

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from codebooks.exchange.draft import DraftBook
    from codebooks.exchange.files import Form
    from codebooks.exchange.intake import IntakePlan, Item
    from codebooks.tree import CodeTree
    from corpus.language import Language
    from corpus.privacy.finder import Finder
    from corpus.queries import Question

_FORMS = ("qdc", "csv", "xlsx", "txt")
_SHOWN = 12
_MEANT = {
    "name": "name",
    "theme": "theme",
    "include": "use when",
    "exclude": "do not use when",
    "color": "colour",
}

DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Show what would happen; change nothing.")
]


def export(
    study: StudyArgument,
    question: QuestionOption,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", readable=False, help="The new file.")
    ],
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="|".join(_FORMS), help="How it is written. [default: as FILE ends]"
        ),
    ] = "",
) -> None:
    """Write the codebook to a file: for other programs (.qdc), as a table, or as plain text."""
    from codebooks.exchange.drafting import draft_of
    from codebooks.exchange.files import form_of, write_codebook_file
    from codebooks.queries import codebook_of
    from coder.results.counts import Grouping, count_each
    from coder.results.quotes import study_finder
    from corpus.queries import find_question, study_facts

    chosen = cast("Form", one_of("--format", form, _FORMS)) if form else form_of(output)
    refuse_study(output)
    with open_study(study) as opened, opened.read() as session:
        found = find_question(session, question)
        tree = codebook_of(session, found.id)
        language = study_facts(session).language
        coded = {tree.by_id[id_].guid for id_ in count_each(session, found, Grouping(), None)}
        finder = study_finder(session)
    draft = draft_of(tree)
    _refuse_telling(draft, finder)
    for note in write_codebook_file(draft, output, chosen, language, coded):
        say(note)
    say(f"Wrote {output}: {counted(len(draft.codes), 'code')}.")


def import_codebook(
    study: StudyArgument,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", readable=False, help="A .qdc, .csv, .xlsx, .ods or .txt file."
        ),
    ],
    question: QuestionOption,
    separator: Annotated[
        str | None,
        typer.Option(
            "--level-separator", metavar="SIGN", help="What parts levels in a path, such as '/'."
        ),
    ] = None,
    dry_run: DryRunOption = False,
    yes: Annotated[bool, typer.Option("--yes", help="Take it in without asking.")] = False,
    coder: CoderOption = "",
) -> None:
    """Take the codes of a file into the codebook: what is new, and what the file says of others.

    Codes are found by identity, else by path. Nothing is removed, and one undo takes all back.
    """
    from codebooks.exchange.files import read_codebook_file

    draft = read_codebook_file(file, separator)
    plan = _planned(study, question, draft)
    _tell(plan)
    if dry_run:
        say("Tried only; nothing was changed.")
        return
    if not plan.changes_anything:
        say("Nothing to take in: the codebook has all of it.")
        return
    if not yes:
        _settle(plan)
    done = _take(study, question, draft, "take_in_codebook", coder, file=file.name)
    say(f"Took in {file.name}: {_figures(done)}.")


def starters(
    language: Annotated[
        str, typer.Option("--language", metavar="nb|nn|en", help="In which language.")
    ] = "nb",
) -> None:
    """The codebooks that come with the program, to load on a question."""
    from codebooks.exchange.starting import read_starter
    from codebooks.exchange.starting import starters as all_starters

    chosen = cast("Language", one_of("--language", language, ("nb", "nn", "en")))
    for starter in all_starters(chosen):
        print_text(f"{starter.name}: {starter.title}")
        print_text(f"    {starter.description}")
        names = [
            code.path[-1] for code in read_starter(starter.name, chosen).codes if not code.path[1:]
        ]
        print_text(f"    {', '.join(names)}")


def load(
    study: StudyArgument,
    name: Annotated[str, typer.Argument(metavar="NAME", help="One of: codebook starters.")],
    question: QuestionOption,
    dry_run: DryRunOption = False,
    coder: CoderOption = "",
) -> None:
    """Take a starter codebook into the codebook of a question, in the language of the study."""
    from codebooks.exchange.starting import read_starter
    from corpus.queries import study_facts

    with open_study(study) as opened, opened.read() as session:
        language = study_facts(session).language
    draft = read_starter(name, language)
    plan = _planned(study, question, draft)
    _tell(plan)
    if dry_run:
        say("Tried only; nothing was changed.")
    elif not plan.changes_anything:
        say("Nothing to load: the codebook has all of it.")
    else:
        done = _take(study, question, draft, "load_starter", coder, name=draft.name)
        say(f"Loaded {draft.name}: {_figures(done)}.")


def _refuse_telling(draft: "DraftBook", finder: "Finder") -> None:
    """A Problem when a name or text tells who answered. Identities and numbers are no text."""
    from codebooks.exchange.files import write_codebook_file
    from coder.exports.publishing import publish

    texts = [replace(code, guid="", number=None, color="", symbol="") for code in draft.codes]

    def write(path: Path) -> tuple[str, ...]:
        return write_codebook_file(replace(draft, name="", codes=tuple(texts)), path)

    with TemporaryDirectory() as folder:
        publish(Path(folder) / "codebook.txt", write, finder)


def _planned(study: Path, question: str, draft: "DraftBook") -> "IntakePlan":
    from codebooks.exchange.intake import plan_intake
    from codebooks.former import read_past

    with open_study(study) as opened, opened.read() as session:
        _, tree = _codebook(session, question)
        return plan_intake(tree, draft, read_past(session, tree.id))


def _codebook(session: "Session", question: str) -> "tuple[Question, CodeTree]":
    from codebooks.locks import refuse_locked
    from codebooks.queries import codebook_of
    from corpus.queries import find_question

    found = find_question(session, question)
    tree = codebook_of(session, found.id)
    refuse_locked(session, tree.id, None)
    return found, tree


def _take(
    study: Path, question: str, draft: "DraftBook", kind: str, coder: str, **parameters: str
) -> "IntakePlan":
    from codebooks.exchange.taking_in import take_in
    from coder.modes import change_question

    with (
        open_to_change(study) as opened,
        opened.act(kind, who(coder), question=question, **parameters) as session,
    ):
        _, tree = _codebook(session, question)
        plan = take_in(session, tree, draft)
        if plan.single is not None or plan.ordered is not None:
            change_question(session, question, single=plan.single, ordered=plan.ordered)
        return plan


def _settle(plan: "IntakePlan") -> None:
    """Ask whether the plan is right; where nobody can be asked, a warning is a problem."""
    if is_conversation():
        agree("Take it in like this?", "Nothing was changed.", default=True)
    elif plan.warnings:
        raise Problem(plan.warnings[0], "Nothing was changed. Say --yes to take it in like this.")


def _tell(plan: "IntakePlan") -> None:
    for warning in plan.warnings:
        say(f"Note: {warning}")
    for kind, head in (
        ("new", "New"),
        ("changed", "Changed"),
        ("found", "Known by another name or place"),
        ("held", "Kept as it is here"),
    ):
        items = [item for item in plan.items if item.kind == kind]
        if items:
            print_text(f"{head} ({len(items)}):")
            _tell_items(items)
    same = len(plan.of("same"))
    if same:
        print_text(f"The same ({same}).")
    for line in _mode_lines(plan):
        print_text(line)


def _tell_items(items: "Sequence[Item]") -> None:
    for item in items[:_SHOWN]:
        print_text(f"  {_line(item)}")
    if len(items) > _SHOWN:
        print_text(f"  and {len(items) - _SHOWN} more")


def _line(item: "Item") -> str:
    path = " / ".join(item.draft.path)
    if item.kind == "new":
        named = path if item.name == item.draft.path[-1] else f"{path}, as {item.name}"
        return f"{item.number:>4}  {named}"
    what = ", ".join(_MEANT.get(field, field) for field in item.changes)
    why = "; ".join(part for part in (what, item.why) if part)
    return f"{path}: {why}" if why else path


def _mode_lines(plan: "IntakePlan") -> Collection[str]:
    lines = []
    if plan.single is not None:
        lines.append(f"Mode: {'one code an answer' if plan.single else 'several codes an answer'}.")
    if plan.ordered is not None:
        lines.append(f"The codes are {'a scale' if plan.ordered else 'no scale'}.")
    return lines


def _figures(plan: "IntakePlan") -> str:
    return f"{len(plan.of('new'))} new, {len(plan.of('changed'))} changed"


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("export", export),
    ("import", import_codebook),
    ("starters", starters),
    ("load", load),
)
"""The names of the commands under `fullkoding codebook`, and what carries them out."""
