"""A field to write a longer text in; whatever is pasted or read, no character of it is obeyed."""

from rich.text import Text
from textual.widgets import TextArea

from corpus.visible import visible


class NoteArea(TextArea):
    """Wraps at the window, and tab leaves it; the text itself stays as it was written."""

    DEFAULT_CSS = """
    NoteArea, NoteArea:focus { border: none; padding: 0 1; background: $panel; }
    NoteArea.-read-only { background: $surface; }
    """

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn; the signs are one character each, so that places stay right."""
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)
