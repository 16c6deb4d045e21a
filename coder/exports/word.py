"""Quotes and tables as Word files, in built-in styles that a report's own template takes over."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from coder.exports.controls import one_line, replaced_in
from coder.exports.fixed_words import fixed_words
from coder.exports.quote_parts import label_after, new_headings, quote_lines
from coder.exports.word_columns import is_wide
from coder.exports.word_package import section, word_bytes
from coder.exports.word_tables import list_elements, table_elements
from coder.exports.word_xml import Element, element, paragraph, text_run
from coder.results.quote import Quote, QuoteSelection
from coder.results.table import Table

_DEEPEST = 4


def write_quotes(selection: QuoteSelection, path: Path) -> tuple[str, ...]:
    """Write the quotes under Heading 1-4 in the style Quote; return what a person must be told.

    The warning of a draft stands at the top and in the header of every page. Raises OSError.
    """
    body = [*_quote_elements(selection), section(landscape=False)]
    words = fixed_words(selection.language)
    path.write_bytes(word_bytes(body, selection.title, selection.draft, words))
    return replaced_in(selection)


def write_tables(tables: Sequence[Table], path: Path) -> tuple[str, ...]:
    """Write at least one table with caption and notes; return what a person must be told.

    Tables of more than four groups stand on landscape pages. Raises OSError.
    """
    body = list(_table_elements(tables))
    path.write_bytes(word_bytes(body, tables[0].title, "", fixed_words(tables[0].language)))
    return replaced_in(tables)


def _quote_elements(selection: QuoteSelection) -> Iterator[Element]:
    yield styled_line("Title", selection.title)
    if selection.draft:
        yield styled_line("Draft", selection.draft)
    before: tuple[str, ...] = ()
    for quote in selection.quotes:
        for level, name in new_headings(before, quote.path):
            yield styled_line(f"Heading{min(level, _DEEPEST)}", name)
        yield quote_paragraph(quote)
        before = quote.path
    if selection.notes:
        yield element("p")
        for note in selection.notes:
            yield styled_line("Notes", note)


def quote_paragraph(quote: Quote) -> Element:
    """A quote in the style Quote, its label in a style of its own."""
    runs = [text_run(quote_lines(quote))]
    if label := label_after(quote):
        runs.append(text_run([label], element("rStyle", val="QuoteLabel")))
    return paragraph("Quote", runs)


def _table_elements(tables: Sequence[Table]) -> Iterator[Element]:
    """All tables in sections that are upright or across; a section ends in its last paragraph."""
    number = 0
    for at, table in enumerate(tables, start=1):
        number += table.shape == "table"
        made = table_elements(table, number) if table.shape == "table" else list_elements(table)
        *elements, last = made
        wide = is_wide(table)
        if at < len(tables) and is_wide(tables[at]) != wide:
            last[0].append(section(wide))
        yield from (*elements, last)
    yield section(is_wide(tables[-1]))


def styled_line(style: str, text: str) -> Element:
    """A paragraph of one line in a style."""
    return paragraph(style, [text_run([one_line(text)])])
