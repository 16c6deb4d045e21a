"""A case matrix in any format, as something that writes a file."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from coder.exports.controls import encodable, one_line, replaced_in_texts
from coder.exports.fixed_words import fixed_words
from coder.exports.json_text import json_of
from coder.exports.table_formats import Writer
from coder.results.case_matrix import CaseMatrix

_NAME_WIDTH, _CELL_WIDTH, _COUNT_WIDTH = 20, 50, 14


def case_writer(matrix: CaseMatrix, form: str) -> Writer:
    """The writer of a matrix as text, json, md, html, xlsx or docx."""
    if form == "docx":
        from coder.exports.case_word import write_case_matrix

        return lambda path: write_case_matrix(matrix, path)
    if form == "xlsx":
        return lambda path: _write_workbook(matrix, path)
    made = {"json": _json, "md": _markdown, "html": _html}.get(form, _text)(matrix)
    told = replaced_in_texts(matrix.texts()) if form == "html" else ()
    return lambda path: (path.write_bytes(encodable(made).encode()), told)[1]


def _json(matrix: CaseMatrix) -> str:
    return json_of(
        {
            "title": matrix.title,
            "corner": matrix.corner,
            "columns": list(matrix.columns),
            "rows": [
                {"name": name, "cells": [list(cell) for cell in cells]}
                for name, cells in zip(matrix.rows, matrix.cells, strict=True)
            ],
            "draft": matrix.draft,
            "notes": list(matrix.notes),
        }
    )


def _text(matrix: CaseMatrix) -> str:
    """Case by case, since the screen is too narrow for the table."""
    from coder.exports.text import wrapped_lines

    lines = [matrix.title, *filter(None, [matrix.draft])]
    for name, cells in zip(matrix.rows, matrix.cells, strict=True):
        lines += ["", one_line(name)]
        for head, cell in zip(matrix.columns, cells, strict=True):
            if cell:
                lines.append(f"  {one_line(head)}")
                lines += [f"    {line}" for text in cell for line in wrapped_lines(text, 72)]
    for note in matrix.notes:
        lines += ["", *wrapped_lines(note)]
    return "\n".join(lines) + "\n"


def _markdown(matrix: CaseMatrix) -> str:
    from coder.exports.markdown import as_markdown

    def row(cells: Sequence[Sequence[str]]) -> str:
        return f"| {' | '.join('<br>'.join(map(as_markdown, texts)) for texts in cells)} |"

    heads = [[matrix.corner], *[[head] for head in matrix.columns]]
    lines = [row(heads), "|" + " --- |" * len(heads)]
    for name, cells in zip(matrix.rows, matrix.cells, strict=True):
        lines.append(row([[name], *cells]))
    above = [f"**{as_markdown(text)}**" for text in (matrix.draft, matrix.title) if text]
    return "\n\n".join([*above, "\n".join(lines), *map(as_markdown, matrix.notes)]) + "\n"


def _html(matrix: CaseMatrix) -> str:
    from coder.exports.web import web_page, web_text

    title = f"<h1>{web_text(matrix.title)}</h1>"
    notes = [f'<p class="note">{web_text(note)}</p>' for note in matrix.notes]
    content = [title, *_html_table(matrix), *notes]
    words = fixed_words(matrix.language)
    return web_page(matrix.title, words, content, draft=matrix.draft, kind="wide", styles=_STYLES)


_STYLES = (
    ".cases td, .cases th { text-align: left; vertical-align: top; min-width: 9em; }\n"
    ".cases td p { margin: 0 0 .5em; }\n"
)


def _html_table(matrix: CaseMatrix) -> Iterator[str]:
    from coder.exports.web import web_text

    heads = "".join(
        f'<th scope="col">{web_text(head)}</th>' for head in (matrix.corner, *matrix.columns)
    )
    yield f'<div class="scroll"><table class="cases"><thead><tr>{heads}</tr></thead><tbody>'
    for name, cells in zip(matrix.rows, matrix.cells, strict=True):
        written = "".join(
            f"<td>{''.join(f'<p>{web_text(text)}</p>' for text in texts)}</td>" for texts in cells
        )
        yield f'<tr><th scope="row">{web_text(name)}</th>{written}</tr>'
    yield "</tbody></table></div>"


def _write_workbook(matrix: CaseMatrix, path: Path) -> tuple[str, ...]:
    """One sheet: wrapped cells, heads and names frozen and repeated; numbers are numbers."""
    from coder.exports.excel_book import Book

    words = fixed_words(matrix.language)
    book = Book(matrix.title)
    sheet = book.sheet(matrix.title.split(":")[0])
    counts = all(text.isdecimal() for row in matrix.cells for cell in row for text in cell)
    width = _COUNT_WIDTH if counts else _CELL_WIDTH
    sheet.widths([_NAME_WIDTH, *[width] * len(matrix.columns)])
    sheet.across(0, one_line(matrix.title), book.style(bold=True, font_size=13))
    first = 2
    if matrix.draft:
        sheet.across(1, one_line(matrix.draft), book.style(bold=True, font_color="#9B1C1C"))
        first = 3
    head = book.style(bold=True, bottom=1, text_wrap=True, valign="bottom")
    name_style = book.style(bold=True, text_wrap=True, valign="top")
    plain = book.style(text_wrap=True, valign="top")
    heads = [matrix.corner, *matrix.columns]
    for column, text in enumerate(heads):
        sheet.text(first, column, text, head)
    sheet.height(first, sheet.lines(heads))
    last = first
    for last, (name, cells) in enumerate(zip(matrix.rows, matrix.cells, strict=True), first + 1):
        sheet.text(last, 0, name, name_style)
        for column, texts in enumerate(cells, start=1):
            if counts and texts:
                sheet.number(last, column, int(texts[0]), plain)
            else:
                sheet.text(last, column, "\n".join(texts), plain)
        sheet.height(last, sheet.lines([name, *map("\n".join, cells)]))
    sheet.print_set_up((first, first), 1, matrix.draft, words)
    note = book.style(font_size=9, font_color="#404040", text_wrap=True, valign="top")
    for offset, text in enumerate(matrix.notes, start=2):
        sheet.across(last + offset, one_line(text), note)
    path.write_bytes(book.content())
    return replaced_in_texts(matrix.texts())
