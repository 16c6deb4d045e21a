"""One line that always says how much is left, what is shown, and how many are marked."""

from dataclasses import dataclass
from typing import ClassVar

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.cells import Piece, cells, cut, one_line
from tui.widgets.painting import paint
from tui.words import _, plural

NARROW = 60


@dataclass(frozen=True, slots=True)
class Status:
    """What the line says: counts of answers, the filter and the order in words ("" for none).

    `hidden` are those of the marked answers that the filter does not show. `session` is how the
    work goes; it gives way first.
    """

    uncoded: int = 0
    shown: int = 0
    total: int = 0
    filter: str = ""
    order: str = ""
    marked: int = 0
    hidden: int = 0
    session: str = ""


class StatusLine(Widget):
    """The counter of answers without a code is always in it, however narrow the line."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status--line",
        "status--uncoded",
        "status--done",
        "status--marked",
        "status--filter",
        "status--session",
    }
    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        & > .status--uncoded { color: $text-warning; text-style: bold; }
        & > .status--done { color: $text-success; text-style: bold; }
        & > .status--marked { color: $text-accent; text-style: bold; }
        & > .status--filter { color: $text-primary; }
        & > .status--session { color: $text-muted; }
    }
    """

    status: reactive[Status] = reactive(Status)

    def render_line(self, y: int) -> Strip:
        """The line; the filter gives way when there is little room, then the order."""
        width = self.size.width
        return paint(self, pieces_of(self.status, width) if y == 0 else [], width, "status--line")


def pieces_of(status: Status, width: int) -> list[Piece]:
    """The parts of the line: uncoded, marked, shown of all, filter, order, as room allows."""
    left_over = "status--uncoded" if status.uncoded else "status--done"
    parts = [
        (_("UNCODED {count}").format(count=status.uncoded), left_over),
        (_marked(status, width), "status--marked"),
        (_shown(status), "status--line"),
        (one_line(status.filter[: 4 * width]), "status--filter"),
        (one_line(status.order), "status--line"),
    ]
    if cells(status.session) + sum(cells(text) + 2 for text, _role in parts) + 2 <= width:
        parts.append((status.session, "status--session"))
    pieces: list[Piece] = []
    room = width
    for text, role in parts:
        if text and room > 4:
            pieces.append(Piece(" " + cut(text, room - 2) + " ", (role,)))
            room -= cells(pieces[-1].text)
    return pieces


def _marked(status: Status, width: int) -> str:
    if not status.marked:
        return ""
    if width < NARROW:
        return f"●{status.marked}"
    said = _("{count} marked").format(count=status.marked)
    hidden = _("{count} hidden").format(count=status.hidden)
    return f"{said} ({hidden})" if status.hidden else said


def _shown(status: Status) -> str:
    if status.shown == status.total:
        return plural("{count} answer", "{count} answers", status.total)
    return f"{status.shown}/{status.total}"
