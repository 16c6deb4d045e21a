"""One answer: its text with the coded segments, and a piece of it that can be chosen."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets import selecting
from tui.widgets.cells import Piece, cut, one_line
from tui.widgets.painting import paint
from tui.widgets.segment_signs import CodedSegment, raised
from tui.widgets.selecting import Range
from tui.widgets.text_lines import TextLines
from tui.widgets.text_pieces import TextPiece, is_selected, pieces_of
from tui.words import plural

GUTTER = 2
WIDEST = 96
"""Lines longer than this are hard to read, however wide the terminal."""

AHEAD = 400
"""How many lines are laid out beyond those in view."""


@dataclass(frozen=True)
class AnswerText:
    """What is shown: a text, its coded segments (numbered in this order), its sentences."""

    text: str = ""
    segments: tuple[CodedSegment, ...] = ()
    sentences: tuple[Range, ...] = ()


class AnswerView(ScrollView, can_focus=True, inherit_bindings=False):
    """The text of an answer, wrapped by words, as far as it is in view."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "top", "Top", show=False),
        Binding("end", "bottom", "Bottom", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "answer--text",
        "answer--coded",
        "answer--coded-twice",
        "answer--sign",
        "answer--selected",
        "answer--bar",
        "answer--label",
    }
    DEFAULT_CSS = """
    AnswerView {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .answer--coded { text-style: underline; }
        & > .answer--coded-twice { text-style: underline bold; }
        & > .answer--sign { color: $text-accent; text-style: bold; }
        & > .answer--selected { text-style: reverse; }
        & > .answer--bar { color: $text-accent; }
        & > .answer--label { color: $text-muted; }
    }
    """

    answer: reactive[AnswerText] = reactive(AnswerText, repaint=False)
    selection: reactive[Range | None] = reactive[Range | None](None)

    class SelectionChanged(Message):
        """Another piece of the answer is chosen, None when none is."""

        def __init__(self, selection: Range | None) -> None:
            super().__init__()
            self.selection = selection

    def __init__(self) -> None:
        super().__init__()
        self._lines = TextLines("", (), 1)

    def watch_answer(self, old: AnswerText, new: AnswerText) -> None:
        """Lay the text out; another text is shown from its beginning, with nothing chosen."""
        if old.text != new.text:
            self.selection = None
        self._lay_out()
        if old.text != new.text:
            self._go_to(0)

    def watch_selection(self, _: Range | None, new: Range | None) -> None:
        """Bring the chosen piece into view, and tell of it."""
        if new is not None:
            self._show(new)
        self.post_message(self.SelectionChanged(new))

    def on_resize(self) -> None:
        """Wrap anew, with the same words on top."""
        offset = self._offset_on_top()
        self._lay_out()
        self._go_to(self._lines.line_at(offset) if offset else 0)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out more when the end of what is laid out comes near."""
        super().watch_scroll_y(old_value, new_value)
        self._know(self.scroll_offset.y + self.size.height)

    def render_line(self, y: int) -> Strip:
        """The line at row `y` of the widget: text, what is not laid out yet, or labels."""
        number, width = self.scroll_offset.y + y, self.scrollable_size.width
        known = self._lines.known
        if number < len(known):
            return paint(self, self._text_line(number), width, "answer--text")
        below = number - len(known)
        if not self._lines.is_whole:
            pieces = [Piece(f"  {self._more()}", ("answer--label",))] if below == 0 else []
        else:
            pieces = self._label_line(below - 1, width)
        return paint(self, pieces, width, "answer--text")

    def action_scroll(self, lines: int) -> None:
        """Scroll by a number of lines."""
        self._go_to(self.scroll_offset.y + lines)

    def action_page(self, pages: int) -> None:
        """Scroll by a number of pages, which share one line."""
        self._go_to(self.scroll_offset.y + pages * max(1, self.size.height - 1))

    def action_top(self) -> None:
        """Scroll to the beginning."""
        self._go_to(0)

    def action_bottom(self) -> None:
        """Scroll to the end of what is laid out; of a very long answer that is not all."""
        self._go_to(self.virtual_size.height)

    def action_next_sentence(self) -> None:
        """Choose the next sentence."""
        self.selection = selecting.next_sentence(self.answer.sentences, self.selection)

    def action_previous_sentence(self) -> None:
        """Choose the sentence before."""
        self.selection = selecting.previous_sentence(self.answer.sentences, self.selection)

    def action_with_next_sentence(self) -> None:
        """Choose the next sentence too."""
        self.selection = selecting.with_next_sentence(self.answer.sentences, self.selection)

    def action_without_last_sentence(self) -> None:
        """Choose one sentence less."""
        self.selection = selecting.without_last_sentence(self.answer.sentences, self.selection)

    def action_with_next_word(self) -> None:
        """Choose the next word too."""
        self.selection = selecting.with_next_word(self.answer.text, self.selection)

    def action_without_last_word(self) -> None:
        """Choose one word less at the end."""
        self.selection = selecting.without_last_word(self.answer.text, self.selection)

    def action_with_previous_word(self) -> None:
        """Choose the word before too."""
        self.selection = selecting.with_previous_word(self.answer.text, self.selection)

    def action_without_first_word(self) -> None:
        """Choose one word less at the beginning."""
        self.selection = selecting.without_first_word(self.answer.text, self.selection)

    def action_choose_nothing(self) -> None:
        """Choose nothing any more."""
        self.selection = None
