"""Tables that are printed as lists: names, words with counts behind them, phrases."""

from coder.exports.block_formats import document_writer
from coder.exports.blocks import Block, Document
from coder.exports.controls import one_line
from coder.exports.table_formats import Writer
from coder.results.saved.listing import list_lines
from coder.results.table import Table

LISTING_FORMATS = ("text", "docx")
"""The formats in which a list stands as lines; in others it is the table it is made of."""


def listing_writer(table: Table, form: str) -> Writer:
    """The writer of a list: its title, a line each, the notes of its table."""
    items = [Block("item", f"\N{EN DASH} {one_line(line)}") for line in list_lines(table)]
    notes = [Block("note", one_line(note)) for note in table.notes]
    document = Document(table.title, table.language, (*items, *notes))
    return document_writer(document, form)
