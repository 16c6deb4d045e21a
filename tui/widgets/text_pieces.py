"""What is drawn of one line of a text: its words, the numbers of its segments, the selection."""

from itertools import pairwise
from typing import NamedTuple

from tui.widgets.cells import drawn
from tui.widgets.segment_signs import Signs
from tui.widgets.wrapping import SPACES, Line

_UNSEEN = "".join(SPACES) + "\n"


class TextPiece(NamedTuple):
    """Characters `start` to `end` (not included) of a text, and what is drawn for them.

    `depth` is how many coded segments lie on them. A piece without characters is a sign or an
    indent; one with characters may be drawn as nothing: the spaces at which a line was broken.
    """

    start: int
    end: int
    drawn: str
    depth: int = 0
    selected: bool = False

    @property
    def is_sign(self) -> bool:
        """Whether this was put into the text."""
        return self.start == self.end


def pieces_of(
    text: str, line: Line, signs: Signs, selection: tuple[int, int] | None
) -> list[TextPiece]:
    """The pieces of a line from left to right; those with characters are the line, none twice."""
    ink = line.start + len(text[line.start : line.end].rstrip(_UNSEEN))
    chosen = selection or (0, 0)
    limits = {line.start, ink, line.end, *signs.between(line.start, line.end)}
    limits |= {at for at in chosen if line.start < at < line.end}
    pieces = [TextPiece(line.start, line.start, " " * line.indent)]
    for start, end in pairwise(sorted(limits)):
        selected = chosen[0] <= start and end <= chosen[1]
        body = drawn(text[start:end]) if start < ink else ""
        pieces += [
            TextPiece(start, start, signs.before(start)),
            TextPiece(start, end, body, signs.covering(start, end), selected),
            TextPiece(end, end, signs.after(end)),
        ]
    return [piece for piece in pieces if piece.drawn or not piece.is_sign]


def is_selected(line: Line, selection: tuple[int, int] | None) -> bool:
    """Whether any of the line is selected."""
    return selection is not None and line.start < selection[1] and selection[0] < line.end
