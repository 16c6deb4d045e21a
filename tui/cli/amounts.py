"""Commands on numbers in answers: amounts read, take, set, table."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.problems import Problem
from tui.cli.delivering import chosen_format, deliver
from tui.cli.screen import counted, print_text, say
from tui.cli.shared import (
    CoderOption,
    OutputOption,
    QuestionArgument,
    StudyArgument,
    open_study,
    open_to_change,
    who,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coder.amounts.keeping import ReadAnswer

app = typer.Typer(
    help="Numbers that stand in open answers: read, taken as a variable, added up by code.",
    no_args_is_help=True,
)

_FORMATS = ("text", "csv", "json", "xlsx")
_WIDTH = 72

CodeOption = Annotated[
    str, typer.Option("--code", metavar="PATH", help="Only what has this theme or code.")
]
VariableOption = Annotated[
    str, typer.Option("--to", metavar="VARIABLE", help="Where the numbers go: a variable.")
]
AddOption = Annotated[
    bool, typer.Option("--add/--one", help="Several numbers in an answer are added up.")
]


def read(
    study: StudyArgument,
    question: QuestionArgument,
    code: CodeOption = "",
    several: Annotated[
        bool, typer.Option("--open", help="Only answers where a person must say the number.")
    ] = False,
) -> None:
    """The numbers that stand in each answer. Not for publication: nothing is masked."""
    with open_study(study) as opened, opened.read() as session:
        found = _read(session, question, code, "")
    say("Not for publication: these answers are not masked.")
    for each in found:
        if several and each.taken(add=False) is not None:
            continue
        told = " + ".join(map(str, each.amounts)) or "-"
        print_text(f"{each.respondent:<12}{told:<16}{_short(each.text)}")
    one = sum(len(each.amounts) == 1 for each in found)
    none = sum(not each.amounts for each in found)
    say(f"{counted(len(found), 'answer')}: {one} with one number, {none} without.")


def take(
    study: StudyArgument,
    question: QuestionArgument,
    to: VariableOption,
    code: CodeOption = "",
    add: AddOption = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Change nothing.")] = False,
    coder: CoderOption = "",
) -> None:
    """Take the number of each answer that has one into a variable; numbers set before stay."""
    from coder.amounts.keeping import keep_amounts
    from corpus.queries import study_facts

    with open_study(study) as opened, opened.read() as session:
        found, language = _read(session, question, code, to), study_facts(session).language
    values = {each.presence: each.taken(add) for each in found if each.kept is None}
    given = {presence: value for presence, value in values.items() if value is not None}
    left = len(values) - len(given)
    if dry_run or not given:
        say(f"Nothing was changed: {counted(len(given), 'number')} to take, {left} to look at.")
        return
    with (
        open_to_change(study) as opened,
        opened.act("take_amounts", who(coder), question=question, variable=to) as session,
    ):
        changed = keep_amounts(session, to, given, language)
    say(f"Took {counted(changed, 'number')} into {to}; {left} to look at.")
    if left:
        say("See them: fullkoding amounts read STUDY QUESTION --open")


def set_one(
    study: StudyArgument,
    question: QuestionArgument,
    value: Annotated[str, typer.Argument(metavar="NUMBER", help="As 3 or 2,5; - takes it out.")],
    to: VariableOption,
    answer: Annotated[str, typer.Option("--answer", metavar="RESPONDENT", help="Whose answer.")],
    coder: CoderOption = "",
) -> None:
    """Say the number of one answer."""
    from coder.amounts.keeping import as_amount, keep_amounts
    from corpus.queries import study_facts

    amount = None if value == "-" else as_amount(value)
    if amount is None and value != "-":
        raise Problem(f"{value} is no number from 0 upwards.", "Write it as 3 or 2,5.")
    with open_to_change(study) as opened:
        with opened.read() as session:
            place = _presence(_read(session, question, "", ""), answer)
            language = study_facts(session).language
        parameters = {"question": question, "answer": answer, "variable": to}
        with opened.act("set_amount", who(coder), **parameters) as session:
            changed = keep_amounts(session, to, {place: amount}, language)
    say(f"{to} of {answer} is {value} now." if changed else "Nothing was changed.")


def table(
    study: StudyArgument,
    question: QuestionArgument,
    of: Annotated[str, typer.Option("--of", metavar="VARIABLE", help="Which numbers.")],
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_FORMATS), help="How it is written.")
    ] = "",
    formula_safe: Annotated[
        bool, typer.Option("--formula-safe", help="In CSV, put ' before cells that begin like =.")
    ] = False,
    output: OutputOption = None,
) -> None:
    """Sum, mean and median of the numbers, for all answers and by code; what tells is hidden."""
    from coder.amounts.adding import add_up
    from coder.exports.amounts import amounts_writer
    from coder.results.quotes import study_finder
    from corpus.queries import find_question

    chosen = chosen_format(form, output, _FORMATS)
    with open_study(study) as opened, opened.read() as session:
        added = add_up(session, find_question(session, question), of)
        finder = study_finder(session)
    deliver(amounts_writer(added, chosen, formula_safe), chosen, output, finder)


def _read(session: "Session", key: str, path: str, variable: str) -> "list[ReadAnswer]":
    from codebooks.queries import codebook_of
    from coder.amounts.keeping import read_answers
    from coder.choosing import code_named
    from corpus.queries import find_question

    question = find_question(session, key)
    tree = codebook_of(session, question.id)
    codes = tree.subtree(code_named(tree, path).id) if path else None
    return read_answers(session, question, codes, variable)


def _presence(found: "list[ReadAnswer]", respondent: str) -> int:
    for each in found:
        if each.respondent == respondent:
            return each.presence
    raise Problem(f"{respondent} has not answered.", "See: fullkoding answers STUDY QUESTION")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _WIDTH else f"{words[: _WIDTH - 1]}…"


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("read", read),
    ("take", take),
    ("set", set_one),
    ("table", table),
)
"""The names of the commands under `fullkoding amounts`, and what carries them out."""

for _name, _function in COMMANDS:
    app.command(_name)(_function)
