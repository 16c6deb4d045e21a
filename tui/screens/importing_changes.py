"""A window to decide which of two texts counts, answer by answer."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from coder.intake.report import Changed, ChangedText
from tui.widgets.changed_list import ChangedList
from tui.widgets.two_texts import TwoTexts
from tui.words import _, plural

Decisions = Mapping[tuple[str, str], Changed]
"""What becomes of changed texts, by respondent and question."""


class Deciding(ModalScreen[Decisions | None]):
    """Gives the decisions back, or None when escape was pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("enter", "take", "Go on", show=False),
        Binding("k", "decide('keep')", "Keep", show=False),
        Binding("n", "decide('replace')", "New", show=False),
        Binding("K", "decide_all('keep')", "Keep all", show=False),
        Binding("N", "decide_all('replace')", "All new", show=False),
    ]

    def __init__(self, texts: Sequence[ChangedText]) -> None:
        super().__init__()
        self._texts = texts

    def compose(self) -> ComposeResult:
        """The answers, the two texts of one, what to press."""
        title = plural(
            "1 answer has another text than before",
            "{count} answers have another text than before",
            len(self._texts),
        )
        keys = _("enter: go on   escape: leave   k: keep   n: new text   K, N: all")
        with Vertical(id="deciding"):
            yield Label(title, classes="heading", markup=False)
            yield ChangedList(self._texts)
            yield TwoTexts()
            yield Label(keys, classes="quiet", markup=False)

    def on_changed_list_moved(self) -> None:
        """Show the texts of another answer."""
        text = self.query_one(ChangedList).cursor
        self.query_one(TwoTexts).show(text.stored, text.found, text.row)

    def action_decide(self, wish: Changed) -> None:
        """Decide on the answer under the cursor."""
        self.query_one(ChangedList).decide(wish)

    def action_decide_all(self, wish: Changed) -> None:
        """Decide on all."""
        self.query_one(ChangedList).decide_all(wish)

    def action_take(self) -> None:
        """Enter takes the decisions."""
        wishes = self.query_one(ChangedList).wishes
        keys = ((text.respondent, text.question) for text in self._texts)
        self.dismiss(dict(zip(keys, wishes, strict=True)))

    def action_leave(self) -> None:
        """Escape leaves everything as it was."""
        self.dismiss(None)
