"""Options to choose one from: any number of lines, of which those that fit the typed text stay."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.message import Message

from tui.finding.narrowing import label_key, narrowed
from tui.widgets.cells import CURSOR, Piece, cells, cut, left, one_line, right
from tui.widgets.line_list import LineList

DIGITS = 9


class Line(NamedTuple):
    """An option as it is read: what it is called, and a quiet word beside it."""

    label: str
    hint: str = ""


class Choices(LineList, inherit_bindings=False):
    """Lines with a cursor; the first nine have digits while nothing is typed."""

    BINDINGS: ClassVar[list[BindingType]] = []
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--digit", "choices--hint"}
    DEFAULT_CSS = """
    Choices {
        & > .list--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        & > .choices--digit { color: $text-accent; text-style: bold; }
        & > .choices--hint { color: $text-muted; }
    }
    """

    class Taken(Message):
        """A line was clicked: its place among all that were given."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, lines: Sequence[Line], at: int, empty: str) -> None:
        """The lines, the place of the cursor, and what is said when none fits."""
        super().__init__(empty)
        self._lines = lines
        self._start = at
        self._typed = ""
        self._keys: list[tuple[str, str]] = []
        self._seen: Sequence[int] = range(len(lines))
        self.can_focus = False

    @property
    def cursor(self) -> int | None:
        """The line under the cursor, by its place among all, None when none fits."""
        return self._seen[self.at] if self._seen else None

    def count(self) -> int:
        """How many lines are seen."""
        return len(self._seen)

    def on_mount(self) -> None:
        """Put the cursor where it was asked for."""
        self.refill(self._start)

    def narrow(self, typed: str) -> None:
        """Leave the lines that hold this text; the cursor goes to the first, or back to its own."""
        if typed.strip() and not self._keys:
            self._keys = [label_key(*line) for line in self._lines]
        self._typed = typed.strip()
        self._seen = narrowed(self._keys, typed) if self._typed else range(len(self._lines))
        self.refill(0 if self._typed else self._start)

    def with_digit(self, digit: int) -> int | None:
        """The line that has this digit now, or None."""
        has = not self._typed and 1 <= digit <= min(DIGITS, len(self._lines))
        return digit - 1 if has else None

    def draw(self, place: int, width: int) -> list[Piece]:
        """Cursor sign, digit, label, and the hint at the right when there is room for it."""
        label, hint = self._lines[self._seen[place]]
        digit = str(place + 1) if self.with_digit(place + 1) is not None else " "
        head = f"{CURSOR if place == self.at else ' '}{digit} "
        room = max(1, width - cells(head))
        said = one_line(label[: 4 * width])
        quiet = cut(one_line(hint[: 4 * width]), max(room // 3, room - cells(said) - 2))
        taken = cells(quiet) + 2 if quiet else 0
        return [
            Piece(head, ("choices--digit",)),
            Piece(left(said, room - taken)),
            Piece(right(quiet, taken), ("choices--hint",)),
        ]

    def picked(self, x: int) -> None:
        """A click takes the line."""
        if self.cursor is not None:
            self.post_message(self.Taken(self.cursor))
