"""The columns of a file with what each is taken to be, and its first values."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from corpus.reading.plan import Role
from tui.import_words import ROLES
from tui.widgets.cells import CURSOR, Piece, cut, left, one_line
from tui.widgets.line_list import LineList
from tui.words import _

_MARKED = "●"
_ROLE = 20
_NARROW = 60
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A column: its header and role, whether a guess is certain, whether a person gave the role."""

    header: str
    role: Role
    is_certain: bool = True
    is_settled: bool = False


class PlanList(LineList):
    """Enter asks for a menu of roles, letters give a role at once, space marks several columns."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(words.letter, f"give('{role.name}')", show=False)
            for role, words in ROLES.items()
        ),
        Binding("space", "mark", "Mark", show=False),
        Binding("escape", "unmark", "No marks", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "plan--mark",
        "plan--used",
        "plan--unused",
        "plan--unsure",
        "plan--quiet",
    }
    DEFAULT_CSS = """
    PlanList {
        & > .plan--mark { color: $text-accent; text-style: bold; }
        & > .plan--used { color: $text-primary; }
        & > .plan--unused { color: $text-muted; }
        & > .plan--unsure { color: $text-warning; text-style: bold; }
        & > .plan--quiet { color: $text-muted; }
    }
    """

    class Moved(Message):
        """The cursor is on another column."""

    class Given(Message):
        """The columns under the cursor or marked are to have a role."""

        def __init__(self, role: Role) -> None:
            super().__init__()
            self.role = role

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[PlanLine] = ()
        self._values: Callable[[int], Sequence[str]] = lambda _place: ()
        self._known: dict[int, str] = {}
        self._marks: frozenset[int] = frozenset()

    @property
    def meant(self) -> list[int]:
        """The marked columns, or the one under the cursor, by position from 0."""
        return sorted(self._marks) or ([self.at] if self._lines else [])

    def count(self) -> int:
        """How many columns there are."""
        return len(self._lines)

    def show(self, lines: Sequence[PlanLine]) -> None:
        """Show the columns as they are planned now."""
        self._lines = lines
        self.refill(self.at)

    def promise(self, places: Iterable[int], role: Role) -> None:
        """Show a role that was given, until the columns are planned anew."""
        meant = set(places)
        self._lines = [
            replace(line, role=role, is_certain=True, is_settled=True) if at in meant else line
            for at, line in enumerate(self._lines)
        ]
        self.refresh()

    def use(self, values: Callable[[int], Sequence[str]]) -> None:
        """Another file: `values` gives the first values of a column when it comes into view."""
        self._values, self._known, self._marks = values, {}, frozenset()

    def unmark(self) -> None:
        """Take all marks away."""
        self._marks = frozenset()
        self.refresh()

    def moved(self) -> None:
        """Tell that the cursor moved."""
        self.post_message(self.Moved())

    def is_chosen(self, place: int) -> bool:
        """Whether a column is marked."""
        return place in self._marks

    def draw(self, place: int, width: int) -> list[Piece]:
        """Header, role with `?` where it is a guess to look at, and first values."""
        line = self._lines[place]
        cursor = CURSOR if place == self.at else " "
        mark = _MARKED if place in self._marks else " "
        role = min(_ROLE, width // 2)
        header = width - role - 3 if width < _NARROW else width // 3
        sign = "?" if not line.is_certain else "*" if line.is_settled else " "
        ink = "plan--unused" if line.role is Role.IGNORE else "plan--used"
        return [
            Piece(cursor + mark + " ", ("plan--mark",)),
            Piece(left(one_line(line.header[:_LONGEST]), header - 1) + " "),
            Piece(sign, ("plan--unsure",)),
            Piece(left(_(ROLES[line.role].name), role - 1) + " ", (ink,)),
            Piece(cut(self._beginning(place), width - role - header - 4), ("plan--quiet",)),
        ]

    def action_give(self, role: str) -> None:
        """Give a role."""
        if self._lines:
            self.post_message(self.Given(Role[role]))

    def action_mark(self) -> None:
        """Mark the column under the cursor, or take its mark away, and go on."""
        if self._lines:
            self._marks ^= {self.at}
            self.refresh_line(self.at)
            self.go(self.at + 1)

    def action_unmark(self) -> None:
        """Take all marks away."""
        self.unmark()

    def _beginning(self, place: int) -> str:
        if place not in self._known:
            values = self._values(place)
            short = (cut(one_line(value), 60) for value in values)
            self._known[place] = " | ".join(short)
        return self._known[place]
