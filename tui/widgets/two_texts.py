"""A stored text above the one in a file, with what differs underlined."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.widgets.cells import drawn
from tui.words import _

Span = tuple[int, int]

_LONGEST = 20_000
_MOST_WORDS = 1_000
_WORD = re.compile(r"\S+")


class TwoTexts(VerticalScroll, can_focus=False):
    """Scrolls when the texts are long."""

    def compose(self) -> ComposeResult:
        """Room for both."""
        yield Static()

    def show(self, stored: str, found: str, row: int) -> None:
        """Show two texts; `row` is where the second stands in its file."""
        stored, found = stored[:_LONGEST], found[:_LONGEST]
        gone, came = differing(stored, found)
        lines = [
            Content.styled(_("Stored:"), "$text-muted"),
            _with_signs(stored, gone),
            Content.styled(_("In the file, row {row}:").format(row=row), "$text-muted"),
            _with_signs(found, came),
        ]
        self.query_one(Static).update(Content("\n").join(lines))
        self.scroll_home(animate=False)


def differing(stored: str, found: str) -> tuple[list[Span], list[Span]]:
    """The pieces of two texts that the other one does not have, as half-open offsets, by words.

    Only the first thousand words are compared.
    """
    olds, news = (list(_WORD.finditer(text))[:_MOST_WORDS] for text in (stored, found))
    matcher = SequenceMatcher(None, [one[0] for one in olds], [one[0] for one in news], False)
    gone: list[Span] = []
    came: list[Span] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            gone += [(olds[a].start(), olds[b - 1].end())] if a < b else []
            came += [(news[c].start(), news[d - 1].end())] if c < d else []
    return gone, came


def _with_signs(text: str, spans: Sequence[Span]) -> Content:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [Content(_drawn(text[at:start])), _underlined(text[start:end])]
        at = end
    return Content("").join([*pieces, Content(_drawn(text[at:]))])


def _underlined(text: str) -> Content:
    return Content.styled(_drawn(text), "bold underline")


def _drawn(text: str) -> str:
    """The text as it is drawn, its line breaks kept."""
    return "\n".join(map(drawn, text.split("\n")))
