"""Plain text in a label of a fixed size."""

from textual.widgets import Static


def show(label: Static, text: str) -> None:
    """Draw a label again only when its text is another one; its size stays."""
    if label.content != text:
        label.update(text, layout=False)
