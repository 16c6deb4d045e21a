"""Making the plan of an import: what a person said comes first, the rest is guessed."""

from collections.abc import Mapping
from pathlib import Path

from corpus.bands import BandScheme
from corpus.problems import Problem
from corpus.reading.choices import Choices, settle
from corpus.reading.code_columns import guess_code_columns, with_codes_of
from corpus.reading.columns import Columns
from corpus.reading.content import contents
from corpus.reading.facts import guess_facts
from corpus.reading.guess import Guess
from corpus.reading.keys import with_keys
from corpus.reading.openness import guess_openness, is_prose
from corpus.reading.plan import Column, Doubt, Layout, Plan, Role
from corpus.reading.settled import Settled
from corpus.reading.shape import Shape, guess_shape
from corpus.reading.sheet import Sheet

_SETTLED = "as you said"
_MANY = 10


def make_plan(sheet: Sheet, path: Path, choices: Choices, scheme: BandScheme) -> Plan:
    """The plan for reading a sheet, with what a person chose.

    A column named in `choices` that is not there, or that is named for two roles, is a problem.
    """
    settled = settle(sheet.header, choices)
    return plan_columns(columns_of(sheet, scheme), path, settled)


def columns_of(sheet: Sheet, scheme: BandScheme) -> Columns:
    """What guesses look at; it can be kept as long as the sheet is planned."""
    return Columns(sheet, tuple(contents(sheet)), scheme)


def plan_columns(columns: Columns, path: Path, settled: Settled) -> Plan:
    """The plan for reading a sheet: every column gets a role, and every unsure guess a doubt.

    A plan without an id column counts every row as a respondent, whose id is the row's number. A
    long file in which no column holds the texts is a problem.
    """
    sheet, roles = columns.sheet, settled.roles
    free = [position for position in range(len(sheet.header)) if position not in roles]
    shape = guess_shape(columns, free, {role: position for position, role in roles.items()})
    layout, unclear = _layout(settled.meant_layout, shape)
    guesses = _guesses(columns, roles, shape if layout == "long" else None, settled.by_row)
    guesses |= guess_code_columns(columns, guesses, roles, layout)
    if layout == "wide" and settled.layout is None:
        unclear += _repeated_ids(columns, guesses)
    lacking = _lacking(guesses, layout, settled.by_row)
    of_columns = tuple(dict.fromkeys(guesses[one].doubt for one in sorted(guesses)))
    return Plan(
        path=path,
        layout=layout,
        columns=_columns(sheet, guesses, settled.codes_of if layout == "wide" else ""),
        encoding=sheet.encoding,
        delimiter=sheet.delimiter,
        sheet=sheet.sheet,
        doubts=tuple(doubt for doubt in (*sheet.doubts, *unclear, *lacking, *of_columns) if doubt),
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


def _guesses(
    columns: Columns, settled: Mapping[int, Role], shape: Shape | None, by_row: bool
) -> dict[int, Guess]:
    """A guess for every column; `shape` is set when the file is long."""
    guesses = {position: Guess(role, _SETTLED) for position, role in settled.items()}
    if shape is not None:
        guesses |= shape.guesses
    given = {guess.role for guess in guesses.values()} | ({Role.ID} if by_row else set())
    free = [position for position in range(len(columns.contents)) if position not in guesses]
    facts = guess_facts(columns, free, given, repeated=shape is not None)
    remaining = guess_openness if shape is None else _guess_beside
    rest = {position: remaining(columns, position) for position in free if position not in facts}
    return guesses | facts | rest


def _guess_beside(columns: Columns, position: int) -> Guess:
    """What a column of a long file is that is none of the special ones."""
    if not is_prose(columns.contents[position]):
        return Guess(Role.VARIABLE, "the rest are variables")
    variable, text = (columns.option(flag, position) for flag in ("--variable", "--text-column"))
    doubt = Doubt(f"Column “{columns.shown(position)}” holds text too.", f"{variable} or {text}")
    return Guess(Role.VARIABLE, "free text beside the answers", doubt)


def _repeated_ids(columns: Columns, guesses: Mapping[int, Guess]) -> tuple[Doubt, ...]:
    """A doubt about the layout when most respondents of a wide file stand in several rows."""
    for position, guess in guesses.items():
        content = columns.contents[position]
        if guess.role is Role.ID and len(content.filled) >= _MANY and content.distinct < 0.6:
            sentence = f"Column “{columns.shown(position)}” has the same id in many rows."
            return (Doubt(sentence, "--layout long or --layout wide"),)
    return ()


def _lacking(guesses: Mapping[int, Guess], layout: Layout, by_row: bool) -> list[Doubt]:
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


def _columns(sheet: Sheet, guesses: Mapping[int, Guess], codes_of: str) -> tuple[Column, ...]:
    keyed = with_keys(
        [
            Column(position, header, guess.role, guess.why, doubt=guess.doubt)
            for position, header in enumerate(sheet.header)
            for guess in (guesses[position],)
        ]
    )
    return with_codes_of(keyed, codes_of)
