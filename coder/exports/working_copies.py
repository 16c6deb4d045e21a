"""A working copy as a Word file or a workbook, marked in its name and on every page."""

from collections.abc import Iterator
from pathlib import Path

from coder.exports.block_formats import document_writer
from coder.exports.blocks import Block, Document, heading
from coder.exports.excel_lists import write_list
from coder.exports.fixed_words import fixed_words
from coder.exports.internal import INTERNAL
from coder.exports.quote_parts import new_headings
from coder.exports.rows import Value
from coder.exports.signs import LEVELS
from coder.exports.table_formats import Writer
from coder.results.working_copy import WorkingCopy, WorkingPiece
from corpus.language import Language

WORKING_FORMATS = ("docx", "xlsx")
_DEEPEST = 4
_HEADS: dict[Language, tuple[str, ...]] = {
    "nb": ("Spørsmål", "Kode", "Tekst", "Respondent", "Navn", "Størrelsesgruppe", "Tegn"),
    "nn": ("Spørsmål", "Kode", "Tekst", "Respondent", "Namn", "Storleiksgruppe", "Teikn"),
    "en": ("Question", "Code", "Text", "Respondent", "Name", "Size band", "Characters"),
}


def working_copy_writer(copy: WorkingCopy, form: str) -> Writer:
    """The writer of a working copy as docx or xlsx; the marking stands on every page."""
    mark = INTERNAL[copy.language]
    if form == "docx":
        document = Document(copy.study, copy.language, tuple(_blocks(copy)), mark)
        return document_writer(document, "docx")
    words, rows = fixed_words(copy.language), list(_rows(copy))
    title = f"{mark}: {copy.study}"

    def write(path: Path) -> tuple[str, ...]:
        return write_list(rows, path, title, words, header=mark)

    return write


def _blocks(copy: WorkingCopy) -> Iterator[Block]:
    before: tuple[str, ...] = ()
    for piece in copy.pieces:
        for level, name in new_headings(before, piece.path):
            yield heading(min(level, _DEEPEST), name)
        yield Block("line", piece.text, lead=_reference(piece))
        before = piece.path


def _reference(piece: WorkingPiece) -> str:
    told = (piece.respondent, piece.name, piece.band, piece.place)
    return ", ".join(each for each in told if each)


def _rows(copy: WorkingCopy) -> Iterator[list[Value]]:
    yield [*_HEADS[copy.language]]
    for piece in copy.pieces:
        question, *path = piece.path
        told = [piece.text, piece.respondent, piece.name, piece.band, piece.place]
        yield [question, LEVELS.join(path), *told]
