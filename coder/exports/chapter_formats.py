"""A chapter in any format, as something that writes a file."""

from collections.abc import Iterator
from pathlib import Path

from coder.exports.block_formats import document_writer
from coder.exports.blocks import Block, Document, heading, quotation, tabled
from coder.exports.controls import encodable, one_line, replaced_in_texts
from coder.exports.excel_book import Book
from coder.exports.excel_names import sheet_names
from coder.exports.excel_quotes import add_quotes
from coder.exports.excel_tables import add_table
from coder.exports.fixed_words import fixed_words
from coder.exports.json_text import chapter_json
from coder.exports.table_formats import Writer
from coder.results.chapter import Chapter, ChapterPart
from coder.results.quote import QuoteSelection

CHAPTER_FORMATS = ("text", "md", "html", "json", "xlsx", "docx")
_LEVEL_WIDTH, _LINE_WIDTH = 40, 90


def chapter_writer(chapter: Chapter, form: str) -> Writer:
    """The writer of a chapter: headings, lead-ins, tables, quotes, notes."""
    if form == "json":
        data = encodable(chapter_json(chapter)).encode()
        return lambda path: _write(path, data)
    if form == "xlsx":
        return lambda path: _write_workbook(chapter, path)
    return document_writer(chapter_blocks(chapter), form)


def chapter_blocks(chapter: Chapter) -> Document:
    """The chapter as blocks: lead-in before table before quotes."""
    blocks = [block for part in chapter.parts for block in _of_part(part)]
    notes = [Block("note", note) for note in chapter.notes]
    return Document(chapter.title, chapter.language, (*blocks, *notes), chapter.draft)


def _of_part(part: ChapterPart) -> Iterator[Block]:
    yield heading(part.level, part.heading)
    if part.lead_in:
        yield Block("line", part.lead_in)
    if part.table is not None:
        yield tabled(part.table)
    yield from map(quotation, part.quotes)


def _write(path: Path, data: bytes) -> tuple[str, ...]:
    path.write_bytes(data)
    return ()


def _write_workbook(chapter: Chapter, path: Path) -> tuple[str, ...]:
    """A sheet of quotes, one of lead-ins when there are any, one for each table."""
    book, words = Book(chapter.title), fixed_words(chapter.language)
    notes, shown = chapter.notes, chapter.quotes
    quotes = QuoteSelection(chapter.title, chapter.language, shown, notes, chapter.draft)
    add_quotes(book, quotes)
    tables = [part.table for part in chapter.parts if part.table is not None]
    led = [part for part in chapter.parts if part.lead_in]
    wanted = [words.quotes, *([words.lead_ins] if led else []), *(each.title for each in tables)]
    names = list(sheet_names(wanted, otherwise=words.table)[1:])
    if led:
        sheet = book.sheet(names.pop(0))
        sheet.widths([_LEVEL_WIDTH, _LINE_WIDTH])
        wrapped = book.style(text_wrap=True, valign="top")
        for at, part in enumerate(led):
            texts = (one_line(part.heading), part.lead_in)
            for column, text in enumerate(texts):
                sheet.text(at, column, text, wrapped)
            sheet.height(at, sheet.lines(texts))
        sheet.print_set_up((0, 0), 1, chapter.draft, words)
    for name, table in zip(names, tables, strict=True):
        add_table(book, name, table)
    path.write_bytes(book.content())
    return replaced_in_texts(chapter_blocks(chapter).texts())
