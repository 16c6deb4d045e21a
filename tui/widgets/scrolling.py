"""How long a view is, told without laying the whole screen out again."""

from textual.geometry import Size
from textual.scroll_view import ScrollView


def set_lines(view: ScrollView, lines: int) -> None:
    """The view has so many lines now. Its style must keep the scroll bar (`overflow-y: scroll`).

    Setting `virtual_size` itself lays out the screen, which takes longer than a key may.
    """
    size = Size(0, lines)
    if size != view.virtual_size:
        view.set_reactive(ScrollView.virtual_size, size)
        if view.is_attached:
            view.vertical_scrollbar.window_virtual_size = lines
