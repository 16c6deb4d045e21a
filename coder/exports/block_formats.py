"""A document of blocks in any format, as something that writes a file."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from coder.exports.blocks import Block, Document
from coder.exports.controls import encodable, lines_of, replaced_in_texts
from coder.exports.markdown import as_markdown, blockquote
from coder.exports.markdown_tables import tables_markdown
from coder.exports.table_formats import Writer
from coder.exports.text import headline, indented_quote, table_text, wrapped_lines

_HARD_BREAK = "\\\n"


def document_writer(document: Document, form: str) -> Writer:
    """The writer of a document as text, md, html or docx."""
    if form == "docx":
        from coder.exports.block_word import write_document

        return lambda path: write_document(document, path)
    if form == "html":
        from coder.exports.block_web import document_html

        page, notes = document_html(document), replaced_in_texts(document.texts())
        return lambda path: (*_write(path, encodable(page).encode()), *notes)
    data = encodable(_markdown(document) if form == "md" else _text(document)).encode()
    return lambda path: _write(path, data)


def _write(path: Path, data: bytes) -> tuple[str, ...]:
    path.write_bytes(data)
    return ()


def _markdown(document: Document) -> str:
    top = [f"**{as_markdown(text)}**" for text in (document.draft, document.title) if text]
    return _joined(top, document, _HARD_BREAK, _markdown_block, "---")


def _markdown_block(block: Block) -> str:
    if block.quote is not None:
        return blockquote(block.quote)
    if block.table is not None:
        return tables_markdown([block.table]).rstrip("\n")
    if block.kind == "heading":
        return f"{'#' * block.level} {as_markdown(block.text)}"
    lines = [as_markdown(line) for line in lines_of(block.text) if line.strip()]
    lead = f"**{as_markdown(block.lead)}:** " if block.lead else ""
    return lead + _HARD_BREAK.join(lines)


def _text(document: Document) -> str:
    top = ["\n".join(wrapped_lines(text)) for text in (document.draft, document.title) if text]
    return _joined(top, document, "\n", _text_block, "-" * 20)


def _text_block(block: Block) -> str:
    if block.quote is not None:
        return "\n".join(indented_quote(block.quote))
    if block.table is not None:
        return table_text(block.table).rstrip("\n")
    if block.kind == "heading":
        return headline(block.level, block.text)
    lines = lines_of(f"{block.lead}: {block.text}" if block.lead else block.text)
    return "\n".join(row for line in lines for row in wrapped_lines(line))


def _joined(
    top: list[str], document: Document, between: str, written: Callable[[Block], str], rule: str
) -> str:
    """Blocks with an empty line between them, items with none; a rule above the notes."""
    parts = list(top)
    for kind, blocks in groupby(document.blocks, key=lambda block: block.kind):
        pieces = [written(block) for block in blocks]
        if kind == "note":
            parts.append(rule)
        parts += [between.join(pieces)] if kind == "item" else pieces
    return "\n\n".join(parts) + "\n"
