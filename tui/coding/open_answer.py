"""The open answer: who gave it, its text, its codes; and a piece of it that is being chosen."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Label

from coder.segments import Segment
from coder.workbench.context import AnswerContext
from corpus.visible import visible
from tui.coding.pieces import Codes, facts_in_words, paths_of, shown
from tui.commands.registry import Scope
from tui.flags import flag_in_words
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.widgets.answer_view import AnswerText, AnswerView
from tui.widgets.code_text import code_lines
from tui.widgets.labels import show
from tui.widgets.selecting import Range
from tui.words import _, plural


class SegmentView(AnswerView):
    """An answer's text; while it has the focus its keys choose a piece of the text."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.SEGMENTS)

    def action_command(self, command: str) -> None:
        """The screen carries commands out."""
        if isinstance(self.screen, CommandScreen):
            self.screen.action_command(command)


class OpenAnswer(Vertical):
    """Shows one answer."""

    DEFAULT_CSS = """
    OpenAnswer {
        height: 1fr;
        & > #facts { width: 1fr; height: 1; padding: 0 1; color: $text-muted; text-wrap: nowrap;
            text-overflow: ellipsis; }
        & > #codes { width: 1fr; height: 2; padding: 0 1; color: $text-accent; }
        & > AnswerView { padding: 0 1; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._codes: tuple[Sequence[Sequence[str]], Sequence[str]] = ((), ())

    def compose(self) -> ComposeResult:
        """The respondent, the text, the codes."""
        yield Label("", id="facts", markup=False)
        yield SegmentView()
        yield Label("", id="codes", markup=False)

    def on_mount(self) -> None:
        """The keys stay with the list of answers."""
        self.view.can_focus = False

    @property
    def view(self) -> SegmentView:
        """The text."""
        return self.query_one(SegmentView)

    @property
    def segment(self) -> Segment | None:
        """The piece that is chosen."""
        chosen = self.view.selection
        return Segment(*chosen) if chosen else None

    @property
    def is_choosing(self) -> bool:
        """Whether a piece is being chosen."""
        return self.view.can_focus

    def show(self, answer: AnswerContext | None, codes: Codes) -> None:
        """Show an answer as it is now; a piece of it that is chosen stays chosen."""
        known = self.view.answer
        text = shown(answer, codes)
        same = text.text == known.text
        self.view.answer = replace(text, sentences=known.sentences) if same else text
        facts = facts_in_words(answer) if answer else ""
        show(self.query_one("#facts", Label), visible(facts))
        paths = paths_of(answer, codes) or [(_("no code"),)] if answer else []
        self._codes = (paths, _marks(answer) if answer else [])
        self._show_codes()

    def on_resize(self) -> None:
        """Fit the codes into the room there is."""
        self._show_codes()

    def _show_codes(self) -> None:
        label, (paths, marks) = self.query_one("#codes", Label), self._codes
        width, height = label.content_region.size
        lines = code_lines(paths, marks, width, height) if width else []
        show(label, visible("\n".join(lines)))

    def begin(self, sentences: Sequence[Range]) -> None:
        """Begin to choose, with the first sentence."""
        view = self.view
        view.answer = AnswerText(view.answer.text, view.answer.segments, tuple(sentences))
        view.can_focus = True
        view.focus()
        view.selection = view.answer.sentences[0] if sentences else None

    def end(self) -> None:
        """Choose no more."""
        self.view.selection = None
        self.view.can_focus = False


def _marks(answer: AnswerContext) -> list[str]:
    marks = [f"⚑ {flag_in_words(flag)}" for flag in answer.flags]
    noted = plural("✎ {count} memo", "✎ {count} memos", answer.memos)
    return [*marks, noted] if answer.memos else marks
