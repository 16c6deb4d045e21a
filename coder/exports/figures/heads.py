"""The heads of groups over a figure: side by side while there is room, else turned."""

from dataclasses import dataclass

from coder.exports.figures.drawn import Drawn, clean
from coder.exports.figures.paper import LETTER_INCHES, LINE_INCHES, Look
from coder.exports.layout import display_width, wrap
from coder.exports.signs import n_of
from coder.results.table import Table

_TURNED_LETTERS = 24
_FEWEST_LETTERS = 9


@dataclass(frozen=True)
class Heads:
    """A text for each group with its n, turned by 0 or 90 degrees, so many inches high."""

    texts: tuple[str, ...]
    turned: int
    inches: float


def heads_of(table: Table, drawn: Drawn, look: Look, more: int = 0) -> Heads:
    """The heads of the groups, when as many columns and `more` share the width."""
    room = look.width_beside_names(drawn) / (len(table.columns) + more)
    letters = int(room / (look.small * LETTER_INCHES))
    turned = letters < _FEWEST_LETTERS
    width = _TURNED_LETTERS if turned else letters
    heads = [
        [*wrap(clean(each.head), width), n_of(each.n, table.language)] for each in table.columns
    ]
    longest = max(display_width(line) for head in heads for line in head)
    high = longest * LETTER_INCHES if turned else max(map(len, heads)) * LINE_INCHES
    texts = tuple("\n".join(head) for head in heads)
    return Heads(texts, 90 if turned else 0, high * look.small)
