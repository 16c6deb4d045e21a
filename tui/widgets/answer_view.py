"""One answer: its text with the coded segments, and a piece of it that can be chosen."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.cells import Piece, cut, one_line
from tui.widgets.painting import paint
from tui.widgets.scrolling import set_lines
from tui.widgets.segment_signs import CodedSegment, raised
from tui.widgets.selecting import Range, Step
from tui.widgets.text_lines import TextLines
from tui.widgets.text_pieces import TextPiece, is_selected, pieces_of
from tui.words import plural

GUTTER = 2
WIDEST = 96
"""Lines longer than this are hard to read, however wide the terminal."""

AHEAD = 400
"""How many lines are laid out beyond those in view."""

LEAP = 20_000
"""How many lines more are laid out on the way to the end: a megabyte of ordinary text."""


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
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        & > .answer--coded { text-style: underline; }
        & > .answer--coded-twice { text-style: underline bold; }
        & > .answer--sign { color: $text-accent; text-style: bold; }
        & > .answer--selected { text-style: reverse; }
        & > .answer--bar { color: $text-accent; }
        & > .answer--label { color: $text-muted; }
    }
    """

    answer: reactive[AnswerText] = reactive(AnswerText, init=False, repaint=False)
    selection: reactive[Range | None] = reactive[Range | None](None, init=False)

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
        elif self.selection is not None:
            self._show(self.selection)

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
        if self.selection is not None:
            self._show(self.selection)

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
        """Scroll to the end; where that is too far, some thousand lines on."""
        self._lines.know(len(self._lines.known) + LEAP)
        self._go_to(len(self._lines.known))

    def choose(self, step: Step) -> None:
        """Choose another piece of the answer, by a step of `tui.widgets.selecting`."""
        self.selection = step(self.answer.text, self.answer.sentences, self.selection)

    def _lay_out(self) -> None:
        width = min(WIDEST, self.scrollable_size.width - GUTTER - 1)
        self._lines = TextLines(self.answer.text, self.answer.segments, width)
        self._know(self.scroll_offset.y + self.size.height)
        self.refresh()

    def _know(self, lines: int) -> None:
        """Have so many lines laid out, and some ahead of them."""
        if len(self._lines.known) < lines + self.size.height:
            self._lines.know(lines + AHEAD)
        below = len(self._labels()) if self._lines.is_whole else 0
        set_lines(self, len(self._lines.known) + 1 + below)

    def _go_to(self, line: int) -> None:
        if not self.is_mounted:
            return
        self._know(line + self.size.height)
        self.scroll_to(y=max(0, line), animate=False, force=True)

    def _show(self, chosen: Range) -> None:
        first, last = map(self._lines.line_at, (chosen[0], chosen[1] - 1))
        top, height = self.scroll_offset.y, self.size.height
        wanted = min(max(top, last - height + 1), first)
        if wanted != top:
            self._go_to(wanted)

    def _offset_on_top(self) -> int:
        known, top = self._lines.known, self.scroll_offset.y
        return known[top].start if top < len(known) else self._lines.end

    def _text_line(self, number: int) -> list[Piece]:
        line = self._lines.known[number]
        bar = "▌ " if is_selected(line, self.selection) else "  "
        pieces = pieces_of(self._lines.text, line, self._lines.signs, self.selection)
        return [
            Piece(bar, ("answer--bar",)),
            *(Piece(piece.drawn, _roles(piece)) for piece in pieces),
        ]

    def _labels(self) -> list[str]:
        return [
            f"{raised(number)} {one_line(segment.label)}"
            for number, segment in self._lines.signs.segments
            if segment.label
        ]

    def _label_line(self, number: int, width: int) -> list[Piece]:
        labels = self._labels()
        if not 0 <= number < len(labels):
            return []
        return [Piece(f"  {cut(labels[number], width - GUTTER)}", ("answer--label",))]

    def _more(self) -> str:
        left = len(self._lines.text) - self._lines.end
        return plural("… {count} character more", "… {count} characters more", left)


def _roles(piece: TextPiece) -> tuple[str, ...]:
    if piece.is_sign:
        return ("answer--sign",)
    coded = ((), ("answer--coded",), ("answer--coded-twice",))[min(piece.depth, 2)]
    return (*coded, "answer--selected") if piece.selected else coded
