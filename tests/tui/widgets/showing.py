"""A tiny app around widgets, and things to show in them."""

from collections.abc import Sequence

from textual.app import App, ComposeResult
from textual.widget import Widget

from coder.workbench.filters import Flag, GridRow
from tui.widgets.chips import Chip

HOSTILE = (
    "[/]",
    "[@click=app.quit]x[/]",
    "[red]rød[/red] [link=https://example.org]her[/link]",
    "før\x1b[2Jetter\x1b]52;c;aGVp\x07",
    "null\x00c1\x9b31mdel\x7f",
    "bidi\u202eabc\u202c \u2066x\u2069 \u200fy",
    "zwj 👩\u200d👩\u200d👧 vs ❤\ufe0f flagg 🇳🇴 tone 👍🏽",
    "bred 中文字 한국어 e\u0301\u0302\u0303\u0304\u0305\u0306\u0307",
    "tab\there\nny linje\r\nog\u2028en til",
    "\ufeff\u00ad\u061c\U000e0041\ud800",
)
"""Texts that break careless screens: markup, escape sequences, odd widths, hidden characters."""


class Showing(App[None]):
    """Nothing but these widgets, one under the other."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self._given = widgets

    def compose(self) -> ComposeResult:
        """The widgets as they were given."""
        yield from self._given


WORDS = (
    "Vi mangler folk og penger til å følge opp dem som trenger det mest. ",
    "For få årsverk, og de vi har slutter.",
    "vet ikke",
    "Samarbeidet med spesialisthelsetjenesten må bli bedre: 1. avklare ansvar 2. møtes oftere",
    "Bolig! Uten bolig hjelper ingenting annet.",
)
CODES = {
    1: Chip("Kapasitet", "■"),
    2: Chip("Økonomi", "●"),
    3: Chip("Samarbeid med andre", "▲"),
    4: Chip("Bolig", "◆"),
    5: Chip("Vet ikke", "○"),
}
_GIVEN = ((1, 2), (1,), (), (1, 2, 3, 4), (4,))
_BANDS = ("<2000", "2000-5000", "20000-50000", "bydel", "unknown")
_FLAGS = ((), (Flag.QUOTE,), (), (Flag.QUOTE, Flag.ASK), (Flag.COME_BACK,))


def row(id_: int) -> GridRow:
    """An answer that is always the same for its id."""
    at = id_ % 5
    return GridRow(
        id=id_,
        respondent=f"{100 + id_:04}",
        beginning=WORDS[at],
        codes=_GIVEN[at],
        band=_BANDS[at],
        flags=frozenset(_FLAGS[at]),
        same=1 + 2 * (at == 2),
    )


def rows(ids: Sequence[int]) -> list[GridRow]:
    """The rows of these ids, as a study would give them."""
    return [row(id_) for id_ in ids]
