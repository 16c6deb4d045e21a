"""Tables and quotes as Excel workbooks: numbers as numbers, text as text, ready to print."""

from collections.abc import Sequence
from pathlib import Path

from coder.exports.controls import replaced_in
from coder.exports.excel_book import Book
from coder.exports.excel_contents import add_contents
from coder.exports.excel_names import sheet_names
from coder.exports.excel_quotes import add_quotes
from coder.exports.excel_tables import add_list, add_table
from coder.exports.fixed_words import fixed_words
from coder.results.quote import QuoteSelection
from coder.results.table import Table


def write_tables(tables: Sequence[Table], path: Path) -> tuple[str, ...]:
    """Write at least one table, a sheet each; return what a person must be told. Raises OSError.

    Before more than one stands a sheet of contents, whose lines lead to the sheets.
    """
    words = fixed_words(tables[0].language)
    several = len(tables) > 1
    wanted = [f"{table.question} {table.by_head}" for table in tables]
    first = [words.contents] if several else []
    all_names = sheet_names([*first, *wanted], otherwise=words.table)
    names = all_names[len(first) :]
    book = Book(words.tables if several else tables[0].title)
    if several:
        add_contents(book, words, names, [table.title for table in tables])
    for table, name in zip(tables, names, strict=True):
        (add_table if table.shape == "table" else add_list)(book, name, table)
    path.write_bytes(book.content())
    return replaced_in(tables)


def write_quotes(selection: QuoteSelection, path: Path) -> tuple[str, ...]:
    """Write the quotes, a row each; return what a person must be told. Raises OSError.

    A text that is longer than a cell (32,767 characters) goes on in the cells after the last head.
    """
    book = Book(selection.title)
    split = add_quotes(book, selection)
    path.write_bytes(book.content())
    if not split:
        return replaced_in(selection)
    texts = "1 text is" if split == 1 else f"{split} texts are"
    note = f"{texts} longer than a cell and split over cells: the rest stands at the row's end."
    return (*replaced_in(selection), note)
