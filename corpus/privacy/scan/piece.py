"""A piece of text in a finished file, and where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that belongs together and its place: `sheet 'Sitater', cell B4`, `line 12`.

    `line` is the number of its first line where the file is read in lines, otherwise 0.
    """

    place: str
    text: str
    line: int = 0

    def place_of(self, position: int) -> str:
        """The place of a character of the text."""
        if not self.line:
            return self.place
        return f"line {self.line + self.text.count(chr(10), 0, position)}"
