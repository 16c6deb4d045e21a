"""What a person says about a file of answers; everything left out is guessed."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.problems import Problem
from corpus.reading.headers import BETWEEN, find_column, shown
from corpus.reading.plan import Layout, Role
from corpus.reading.settled import LAYOUT_OF, SHARED, Settled

_ROW = "row"


@dataclass(frozen=True)
class Choices:
    """Columns by name, in the words of the command line's options.

    A column is named by its header or a beginning of it that no other has, such as the key of a
    question. Where several may have a role, `FIRST..LAST` names the columns from one to another.
    `id` may be `row`: then the number of the row is the respondent's id.
    """

    layout: Layout | None = None
    id: str | None = None
    name: str | None = None
    population: str | None = None
    band: str | None = None
    type: str | None = None
    questions: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    question_column: str | None = None
    question_text_column: str | None = None
    text_column: str | None = None
    codes_column: str | tuple[str, ...] | None = None
    code_columns: tuple[str, ...] = ()
    codes_of: str | None = None


@dataclass(frozen=True)
class _Option:
    """An option that gives columns a role."""

    flag: str
    field: str
    role: Role


_OPTIONS = (
    _Option("--id", "id", Role.ID),
    _Option("--name", "name", Role.NAME),
    _Option("--population", "population", Role.POPULATION),
    _Option("--band", "band", Role.BAND),
    _Option("--type", "type", Role.KIND),
    _Option("--question", "questions", Role.QUESTION),
    _Option("--variable", "variables", Role.VARIABLE),
    _Option("--ignore", "ignore", Role.IGNORE),
    _Option("--question-column", "question_column", Role.QUESTION_KEY),
    _Option("--question-text-column", "question_text_column", Role.QUESTION_TEXT),
    _Option("--text-column", "text_column", Role.TEXT),
    _Option("--codes-column", "codes_column", Role.CODES),
    _Option("--code-column", "code_columns", Role.CODE),
)


def settle(header: Sequence[str], choices: Choices) -> Settled:
    """What a person said, by position.

    A name that fits no column or several, a column with two roles, and options that belong to
    different layouts are problems.
    """
    _refuse_two_layouts(choices)
    roles, by_row = _roles(header, choices), _says_row(header, choices)
    return Settled(roles, choices.layout, by_row, choices.codes_of or "")


def _roles(header: Sequence[str], choices: Choices) -> dict[int, Role]:
    flags: dict[int, str] = {}
    roles: dict[int, Role] = {}
    for option in _OPTIONS:
        for name in _named(choices, option):
            if option.role is Role.ID and _says_row(header, choices):
                continue
            for position in _positions(header, name, option):
                if roles.get(position, option.role) is not option.role:
                    raise Problem(
                        f"Column “{shown(header[position])}” is named by both {flags[position]} "
                        f"and {option.flag}.",
                        "A column has one role only: leave one of the two out.",
                    )
                flags[position], roles[position] = option.flag, option.role
    return roles


def _positions(header: Sequence[str], name: str, option: _Option) -> Sequence[int]:
    """The columns a name means: one, or `FIRST..LAST` where several may have the role."""
    first, dots, last = name.partition(BETWEEN)
    if not dots or option.role not in SHARED or name in header:
        return [find_column(header, name, option.flag)]
    ends = sorted(find_column(header, end, option.flag) for end in (first, last))
    return range(ends[0], ends[1] + 1)


def _refuse_two_layouts(choices: Choices) -> None:
    layout, cause = choices.layout, f"--layout {choices.layout}"
    for option in _OPTIONS:
        demanded = LAYOUT_OF.get(option.role)
        if demanded is None or not _named(choices, option):
            continue
        if layout not in (None, demanded):
            raise Problem(
                f"{option.flag} belongs to a {demanded} file, {cause} to a {layout} one.",
                "Wide: one row per respondent. Long: one row per answer.",
            )
        layout, cause = demanded, option.flag


def _says_row(header: Sequence[str], choices: Choices) -> bool:
    """Whether `--id row` means the row's number, as no column is called so."""
    return choices.id == _ROW and _ROW not in {name.casefold() for name in header}


def _named(choices: Choices, option: _Option) -> tuple[str, ...]:
    found: str | tuple[str, ...] | None = getattr(choices, option.field)
    return (found,) if isinstance(found, str) else found or ()
