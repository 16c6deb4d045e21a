"""Tables and quotes as plain text for the terminal: aligned, wrapped, nothing a terminal obeys."""

from collections.abc import Iterator

from coder.exports.controls import one_line
from coder.exports.layout import display_width, wrap
from coder.exports.quote_parts import label_after, new_headings, quote_lines
from coder.exports.signs import printed_notes
from coder.exports.text_columns import column_blocks, lines_of_block
from coder.results.quote import Quote, QuoteSelection
from coder.results.saved.listing import list_lines
from coder.results.table import Table
from corpus.visible import visible

WIDTH = 100
_INDENT = "    "
_ITEM = "\N{EN DASH} "
_RULE = "-" * 20
_UNDERLINES = {1: "=", 2: "-"}


def table_text(table: Table, width: int = WIDTH) -> str:
    """The table as aligned text of at most `width` columns: title, head, rows, notes below.

    Crossed tables print percent of each column's n. Columns that do not fit stand in a second
    block under the first. Ends in a newline.
    """
    parts = ["\n".join(wrapped_lines(table.title, width))]
    if table.shape == "table":
        parts += ["\n".join(lines_of_block(block, width)) for block in column_blocks(table, width)]
    else:
        parts.append("\n".join(_items(table, width)))
    notes = [line for note in printed_notes(table) for line in wrapped_lines(note, width)]
    if notes:
        parts.append("\n".join(notes))
    return "\n\n".join(parts) + "\n"


def _items(table: Table, width: int) -> Iterator[str]:
    """The lines of a list, those that go on indented."""
    for line in list_lines(table):
        first, *rest = wrapped_lines(line, width - len(_ITEM))
        yield _ITEM + first
        yield from (" " * len(_ITEM) + more for more in rest)


def quotes_text(selection: QuoteSelection, width: int = WIDTH) -> str:
    """The quotes under their headings, wrapped to `width` columns, labels in brackets."""
    above = (selection.draft, selection.title)
    parts = ["\n".join(wrapped_lines(text, width)) for text in above if text]
    before: tuple[str, ...] = ()
    for quote in selection.quotes:
        parts += _headings(before, quote.path, width)
        parts.append("\n".join(indented_quote(quote, width)))
        before = quote.path
    if selection.notes:
        notes = [line for note in selection.notes for line in wrapped_lines(note, width)]
        parts.append("\n".join([_RULE, *notes]))
    return "\n\n".join(parts) + "\n"


def _headings(before: tuple[str, ...], path: tuple[str, ...], width: int) -> Iterator[str]:
    for level, name in new_headings(before, path):
        yield headline(level, name, width)


def headline(level: int, name: str, width: int = WIDTH) -> str:
    """A heading, the first two levels underlined."""
    lines = wrapped_lines(name, width)
    if level in _UNDERLINES:
        lines.append(_UNDERLINES[level] * max(map(display_width, lines)))
    return "\n".join(lines)


def indented_quote(quote: Quote, width: int = WIDTH) -> list[str]:
    """The lines of a quote, indented, with its label."""
    *lines, last = quote_lines(quote)
    return [
        (_INDENT + wrapped).rstrip()
        for line in (*lines, last + label_after(quote))
        for wrapped in wrap(visible(line), width - len(_INDENT))
    ]


def wrapped_lines(text: str, width: int = WIDTH) -> list[str]:
    """A text on lines of at most `width` columns, nothing in it that a terminal obeys."""
    return wrap(visible(one_line(text)), width)
