"""The questions of a study with how far each is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Footer, Label, OptionList
from textual.widgets.option_list import Option

from coder.overview import Overview
from corpus.visible import visible
from tui.commands.registry import Scope
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.words import _

_BAR = 12


class Questions(CommandScreen):
    """Choose a question with enter."""

    SCOPE = Scope.QUESTIONS
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.QUESTIONS)

    class Chosen(Message):
        """A question is to be coded."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, seen: Overview) -> None:
        super().__init__()
        self._seen = seen

    def compose(self) -> ComposeResult:
        """The study's title, its questions, the keys."""
        with Vertical():
            yield Label(visible(self._seen.title), classes="heading", markup=False)
            yield OptionList()
            yield Footer()

    def on_mount(self) -> None:
        """Show the questions, the cursor on the first that is not done."""
        self.show(self._seen)
        left = [at for at, (_question, done) in enumerate(self._seen.questions) if done.uncoded]
        self.query_one(OptionList).highlighted = left[0] if left else 0

    def show(self, seen: Overview) -> None:
        """Show the questions as they are now."""
        self._seen = seen
        options = self.query_one(OptionList)
        place = options.highlighted
        options.clear_options()
        options.add_options(
            Option(Content(_line(question.full_key, question.text, done.coded, done.answered)))
            for question, done in seen.questions
        )
        options.highlighted = place

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter opens the question."""
        self.post_message(self.Chosen(self._seen.questions[event.option_index][0].full_key))


def _line(key: str, text: str, coded: int, answered: int) -> str:
    full = _BAR * coded // answered if answered else 0
    bar = "█" * full + "░" * (_BAR - full)
    left = answered - coded
    state = _("done") if answered and not left else _("{count} left").format(count=left)
    return f"{key:<10} {bar} {state:>9}  {visible(text).replace(chr(10), ' ')}"
