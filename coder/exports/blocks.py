"""A document as a row of blocks: headings, lines, quotes, notes; the same in every format."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from coder.exports.fixed_words import FixedWords, fixed_words
from coder.results.quote import Quote
from coder.results.table import Table
from corpus.language import Language

BlockKind = Literal["heading", "line", "item", "quote", "table", "note"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: `level` of a heading from 1, `lead` in bold before a line, the quote, the table.

    Items stand closer together than lines.
    """

    kind: BlockKind
    text: str = ""
    level: int = 0
    lead: str = ""
    quote: Quote | None = None
    table: Table | None = None


@dataclass(frozen=True)
class Document:
    """Blocks under a title; `draft` is the warning on every page, or empty."""

    title: str
    language: Language
    blocks: tuple[Block, ...]
    draft: str = ""

    @property
    def words(self) -> FixedWords:
        """The words that files need, in the document's language."""
        return fixed_words(self.language)

    def texts(self) -> Iterator[str]:
        """Everything that is written, piece by piece."""
        yield from (self.title, self.draft)
        for block in self.blocks:
            yield from (block.lead, block.text)
            if block.quote is not None:
                yield from (block.quote.text, block.quote.label)
            if block.table is not None:
                yield from (block.table.title, *block.table.notes)
                yield from (name for row in block.table.rows for name in row.path)


def heading(level: int, text: str) -> Block:
    """A heading, level from 1."""
    return Block("heading", text, level)


def quotation(quote: Quote) -> Block:
    """A quote with its label."""
    return Block("quote", quote=quote)


def tabled(table: Table) -> Block:
    """A table with its title and notes."""
    return Block("table", table=table)
