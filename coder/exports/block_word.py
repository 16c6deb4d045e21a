"""A document of blocks as a Word file, in built-in styles."""

from collections.abc import Iterator
from pathlib import Path

from coder.exports.blocks import Block, Document
from coder.exports.controls import lines_of, replaced_in_texts
from coder.exports.word import quote_paragraph, styled_line
from coder.exports.word_package import section, word_bytes
from coder.exports.word_tables import table_elements
from coder.exports.word_xml import Element, element, paragraph, text_run


def write_document(document: Document, path: Path) -> tuple[str, ...]:
    """Write the document under Heading 1-4; return what a person must be told. Raises OSError.

    The warning of a draft stands at the top and in the header of every page.
    """
    body = [*_elements(document), section(landscape=False)]
    path.write_bytes(word_bytes(body, document.title, document.draft, document.words))
    return replaced_in_texts(document.texts())


def _elements(document: Document) -> Iterator[Element]:
    yield styled_line("Title", document.title)
    if document.draft:
        yield styled_line("Draft", document.draft)
    following, number = [*document.blocks[1:], Block("note")], 0
    for block, after in zip(document.blocks, following, strict=False):
        if block.table is not None:
            number += 1
            yield from table_elements(block.table, number)
        else:
            yield _paragraph(block, keep=after.kind in ("line", "quote"))


def _paragraph(block: Block, keep: bool) -> Element:
    """A block as a paragraph; a line of facts is not parted from what it introduces."""
    if block.quote is not None:
        return quote_paragraph(block.quote)
    if block.kind == "heading":
        return styled_line(f"Heading{block.level}", block.text)
    if block.kind == "note":
        return styled_line("Notes", block.text)
    runs = [text_run([f"{block.lead}: "], element("b"))] if block.lead else []
    properties = [element("spacing", after="40")] if block.kind == "item" else []
    if keep and block.kind == "line":
        properties = [element("keepNext")]
    return paragraph("Normal", [*runs, text_run(lines_of(block.text))], *properties)
