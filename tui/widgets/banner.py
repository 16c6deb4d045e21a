"""One line across the screen for what must not be overlooked."""

from textual.content import Content
from textual.widgets import Static

from tui.widgets.cells import one_line


class Banner(Static):
    """A sentence in the colours of a warning; nothing at all while there is none."""

    DEFAULT_CSS = """
    Banner {
        height: 1;
        width: 1fr;
        padding: 0 1;
        background: $warning;
        color: $text;
        text-style: bold;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, sentence: str = "") -> None:
        super().__init__()
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Show another sentence, or with "" none."""
        self.display = bool(sentence)
        self.update(Content(one_line(sentence)))
