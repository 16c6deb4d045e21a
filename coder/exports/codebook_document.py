"""A codebook as a document: themes and codes as headings, what they mean, how often, examples."""

from collections.abc import Iterator

from coder.exports.block_formats import document_writer
from coder.exports.blocks import Block, Document, heading, quotation
from coder.exports.table_formats import Writer
from coder.results.codebook_page import CodebookDocument, DocumentedCode
from coder.results.codebook_wording import CodebookWords, codebook_words, figures
from corpus.language import Language, format_number


def codebook_writer(document: CodebookDocument, form: str) -> Writer:
    """The writer of a codebook as text, md or docx."""
    return document_writer(codebook_blocks(document), form)


def codebook_blocks(document: CodebookDocument) -> Document:
    """The codebook as blocks, a theme before what is under it."""
    words = codebook_words(document.language)
    blocks = [Block("line", fact) for fact in document.facts]
    for code in document.codes:
        blocks += _of_code(code, words, document.language)
    blocks += [Block("note", note) for note in document.notes]
    return Document(document.title, document.language, tuple(blocks), document.draft)


def _of_code(code: DocumentedCode, words: CodebookWords, language: Language) -> Iterator[Block]:
    yield heading(code.level, code.name)
    yield Block("line", _facts(code, words, language))
    meaning = (
        (words.definition, code.definition),
        (words.include, code.include),
        (words.exclude, code.exclude),
    )
    for lead, text in meaning:
        if text:
            yield Block("line", text, lead=lead)
    for quote in code.examples:
        yield quotation(quote)


def _facts(code: DocumentedCode, words: CodebookWords, language: Language) -> str:
    parts = [
        words.code_number.format(number=code.number),
        figures(code.total, code.percent, language),
    ]
    if code.is_theme and code.own:
        parts.append(words.own.format(n=format_number(code.own, language)))
    parts += [words.outcome] if code.outcome else []
    parts += [words.retired] if code.retired else []
    return " · ".join(parts)
