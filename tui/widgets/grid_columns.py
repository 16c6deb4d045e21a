"""How wide the columns of the grid are; pure."""

from dataclasses import dataclass

MARKER = 2
MOST_CHIPS = 72
MOST_KEY = 14


@dataclass(frozen=True)
class Columns:
    """Widths in cells, without the one space between columns; 0 leaves a column out.

    Without `names` the codes are shown by their symbols alone.
    """

    marker: int
    flags: int
    key: int
    text: int
    chips: int
    band: int
    names: bool

    @property
    def width(self) -> int:
        """The whole width: every column that is there and the spaces between them."""
        widths = (self.marker, self.flags, self.key, self.text, self.chips, self.band)
        there = [width for width in widths if width]
        return sum(there) + len(there) - 1


def columns(width: int, longest_key: int = 6) -> Columns:
    """The columns of a grid of `width` cells (20 or more), whose longest key has so many cells."""
    if width < 56:
        return _with_text(width, flags=1, key=0, chips=6 if width >= 30 else 4, band=0, names=False)
    if width < 100:
        chips = 14 + (width - 60) // 3
        key = min(longest_key, 6)
        return _with_text(width, 3, key, chips, band=0 if width < 72 else 6, names=True)
    chips = min(27 + (width - 100) // 3, MOST_CHIPS)
    return _with_text(width, 3, min(longest_key, MOST_KEY), chips, band=11, names=True)


def _with_text(width: int, flags: int, key: int, chips: int, band: int, names: bool) -> Columns:
    """The text gets what the others leave."""
    others = [column for column in (MARKER, flags, key, chips, band) if column]
    text = max(1, width - sum(others) - len(others))
    return Columns(MARKER, flags, key, text, chips, band, names)
