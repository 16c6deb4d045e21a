"""Making the plan of an import: what a person said comes first, the rest is guessed."""

from collections.abc import Mapping
from pathlib import Path

from corpus.bands import BandScheme
from corpus.problems import Problem
from corpus.reading.choices import Choices, says_row, settled_layout, settled_roles
from corpus.reading.content import contents
from corpus.reading.facts import Columns, guess_facts
from corpus.reading.guess import Guess
from corpus.reading.keys import with_keys
from corpus.reading.openness import guess_openness, is_prose
from corpus.reading.plan import Column, Doubt, Layout, Plan, Role
from corpus.reading.shape import Shape, guess_shape
from corpus.reading.sheet import Sheet

_SETTLED = "as you said"


def make_plan(sheet: Sheet, path: Path, choices: Choices, scheme: BandScheme) -> Plan:
    """The plan for reading a sheet: every column gets a role, and every unsure guess a doubt.

    A column named in `choices` that is not there, or that is named for two roles, is a problem.
    A plan without an id column counts every row as a respondent, whose id is the row's number.
    """
    columns = Columns(sheet, tuple(contents(sheet)), scheme)
    settled = settled_roles(sheet.header, choices)
    guesses = {position: Guess(role, _SETTLED) for position, role in settled.items()}
    free = [position for position in range(len(sheet.header)) if position not in settled]
    given = {role: position for position, role in settled.items()}
    shape = guess_shape(columns, free, given)
    layout, unclear = _layout(settled_layout(choices), shape)
    if layout == "long":
        guesses |= shape.guesses
    by_row = says_row(sheet.header, choices)
    guesses |= _facts(columns, guesses, layout, by_row)
    guesses |= {
        position: _remaining(columns, position, layout)
        for position in free
        if position not in guesses
    }
    lacking = _lacking(columns, guesses, layout, by_row)
    doubts = (guesses[position].doubt for position in sorted(guesses))
    return Plan(
        path=path,
        layout=layout,
        columns=_columns(sheet, guesses),
        encoding=sheet.encoding,
        delimiter=sheet.delimiter,
        sheet=sheet.sheet,
        doubts=(*sheet.doubts, *unclear, *lacking, *(doubt for doubt in doubts if doubt)),
    )


def _layout(settled: Layout | None, shape: Shape) -> tuple[Layout, tuple[Doubt, ...]]:
    if settled:
        return settled, ()
    if not shape.likely:
        return "wide", ()
    if shape.sure:
        return "long", ()
    sentence = "Each row may be one answer (long), or one respondent with all answers (wide)."
    return "long", (Doubt(sentence, "--layout long or --layout wide"),)


def _facts(
    columns: Columns, guesses: Mapping[int, Guess], layout: Layout, by_row: bool
) -> dict[int, Guess]:
    free = [position for position in range(len(columns.sheet.header)) if position not in guesses]
    given = {guess.role for guess in guesses.values()} | ({Role.ID} if by_row else set())
    return guess_facts(columns, free, given, repeated=layout == "long")


def _remaining(columns: Columns, position: int, layout: Layout) -> Guess:
    if layout == "wide":
        return guess_openness(columns, position)
    if not is_prose(columns.contents[position]):
        return Guess(Role.VARIABLE, "the rest are variables")
    variable, text = (columns.option(flag, position) for flag in ("--variable", "--text-column"))
    doubt = Doubt(f"Column “{columns.shown(position)}” holds text too.", f"{variable} or {text}")
    return Guess(Role.VARIABLE, "free text beside the answers", doubt)


def _lacking(
    columns: Columns, guesses: Mapping[int, Guess], layout: Layout, by_row: bool
) -> list[Doubt]:
    """Doubts about roles that no column has; a long file without texts is a problem."""
    roles = {guess.role for guess in guesses.values()}
    doubts = []
    if Role.ID not in roles and not by_row:
        sentence = "No column says who answered; each row would be a respondent of its own."
        doubts.append(Doubt(sentence, "--id COLUMN, or --id row"))
    if layout == "wide" and Role.QUESTION not in roles:
        doubts.append(Doubt("No column looks like an open question.", "--question COLUMN"))
    if layout == "long" and Role.TEXT not in roles:
        raise Problem("No column holds the answers' text.", "Name it: --text-column COLUMN.")
    if layout == "long" and not roles & {Role.QUESTION_KEY, Role.QUESTION_TEXT}:
        sentence = "No column names the question; all rows would answer the same one."
        doubts.append(Doubt(sentence, "--question-column COLUMN"))
    return doubts


def _columns(sheet: Sheet, guesses: Mapping[int, Guess]) -> tuple[Column, ...]:
    return with_keys(
        [
            Column(position, header, guess.role, guess.doubt is None, guess.why)
            for position, header in enumerate(sheet.header)
            for guess in (guesses[position],)
        ]
    )
