"""What a quote is printed as: headings from its path, the lines of its text, its label."""

from coder.exports.controls import lines_of, one_line
from coder.results.quote import Quote


def new_headings(before: tuple[str, ...], path: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """The headings to print between two quotes, as (level from 1, name on one line).

    They begin where the path changes. A quote that stands directly under a theme, after the theme's
    codes, gets the theme's heading again: otherwise it would seem to belong to the last code.
    """
    shared = 0
    while shared < min(len(before), len(path)) and before[shared] == path[shared]:
        shared += 1
    if path and shared == len(path) < len(before):
        shared -= 1
    return tuple(enumerate(map(one_line, path[shared:]), start=shared + 1))


def quote_lines(quote: Quote) -> list[str]:
    """The lines of a quote, without white space around the whole of it; at least one."""
    return lines_of(quote.text.strip())


def label_after(quote: Quote) -> str:
    """What stands after the text: a space and the label in brackets, or nothing."""
    return f" ({one_line(quote.label)})" if quote.label else ""
