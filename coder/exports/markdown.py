"""Quotes as Markdown: headings and blockquotes of ours, and no markup out of anyone's text."""

import re

from coder.exports.controls import encodable, one_line
from coder.exports.quote_parts import label_after, new_headings, quote_lines
from coder.results.quote import Quote, QuoteSelection
from corpus.visible import REPLACEMENT

_DEEPEST = 6
_HARD_BREAK = "\\\n> "

_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>#&~|$^@]|:(?=\S)|(?<=www)\.")
_AT_START = re.compile(r"[-+=:%]|\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)](?=\s|$)")
_ENTITIES = {" ": "&#32;", "\t": "&#9;"}


def quotes_markdown(selection: QuoteSelection) -> str:
    """The quotes as Markdown: title, headings from the paths, a blockquote each, label in brackets.

    In CommonMark and the dialects that add to it, a quote reads as its own text and line breaks.
    """
    parts = [f"**{_escaped(text)}**" for text in (selection.draft, selection.title) if text]
    before: tuple[str, ...] = ()
    for quote in selection.quotes:
        for level, name in new_headings(before, quote.path):
            parts.append(f"{'#' * min(level, _DEEPEST)} {_escaped(name)}")
        parts.append(blockquote(quote))
        before = quote.path
    if selection.notes:
        parts += ["---", *map(_escaped, selection.notes)]
    return encodable("\n\n".join(parts) + "\n")


def as_markdown(text: str) -> str:
    """Any text on one line of Markdown that reads as itself."""
    return encodable(_escaped(text))


def blockquote(quote: Quote) -> str:
    """A quote as a blockquote, with its lines and its label."""
    *lines, last = quote_lines(quote)
    return "> " + _HARD_BREAK.join(map(_escaped_line, [*lines, last + label_after(quote)]))


def _escaped(text: str) -> str:
    return _escaped_line(one_line(text))


def _escaped_line(line: str) -> str:
    """A line that means itself: marks escaped, white space at its start kept by an entity."""
    body = line.lstrip(" \t")
    indent = line[: len(line) - len(body)]
    if indent:
        indent = _ENTITIES[indent[0]] + indent[1:]
    if start := _AT_START.match(body):
        mark = start.end() - 1
        escaped = f"{_inline(body[:mark])}\\{body[mark]}{_inline(body[mark + 1 :])}"
    else:
        escaped = _inline(body)
    return (indent + escaped).replace("\0", REPLACEMENT)


def _inline(text: str) -> str:
    return _ANYWHERE.sub(r"\\\g<0>", text)
