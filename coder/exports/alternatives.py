"""Closed alternatives in any format: a clean list for the form, and where each comes from."""

from collections.abc import Iterator
from pathlib import Path

from coder.exports.block_formats import document_writer
from coder.exports.blocks import Block, Document, heading, quotation
from coder.exports.controls import encodable, one_line
from coder.exports.delimited import csv_bytes, delimited
from coder.exports.fixed_words import fixed_words
from coder.exports.json_text import json_of
from coder.exports.rows import Value
from coder.exports.signs import LEVELS
from coder.exports.table_formats import Writer
from coder.results.alternative import Alternative, AlternativeList
from coder.results.codebook_wording import codebook_words, figures
from coder.results.wording import wording


def alternatives_writer(found: AlternativeList, form: str, formula_safe: bool = False) -> Writer:
    """The writer of alternatives as text, md, docx, xlsx, csv or json."""
    if form == "xlsx":
        from coder.exports.excel_lists import write_list

        draft = (found.draft,) if found.draft else ()
        rows = list(alternative_rows(found))
        return lambda path: write_list(
            rows, path, found.title, fixed_words(found.language), (*draft, *found.notes)
        )
    if form == "json":
        data = encodable(_json(found)).encode()
    elif form == "csv":
        rows = list(alternative_rows(found))
        data = csv_bytes(delimited(rows, found.language, formula_safe))
    else:
        return document_writer(alternative_blocks(found), form)
    return lambda path: _write(path, data)


def alternative_blocks(found: AlternativeList) -> Document:
    """The list as it goes into a form, then each alternative with counts, codes and examples."""
    blocks = [Block("item", _line(each)) for each in found.alternatives]
    for each in found.alternatives:
        blocks += _of_alternative(each, found)
    blocks += [Block("note", note) for note in found.notes]
    return Document(found.title, found.language, tuple(blocks), found.draft)


def alternative_rows(found: AlternativeList) -> Iterator[list[Value]]:
    """Heads, then a row an alternative: number, text, count, percent, code, GUID, examples."""
    words, fixed = codebook_words(found.language), fixed_words(found.language)
    general = wording(found.language)
    most = max((len(each.examples) for each in found.alternatives), default=0)
    heads = ["#", words.alternative, general.count, general.percent, general.code, "#", "GUID"]
    for at in range(1, most + 1):
        heads += [f"{words.example} {at}", f"{fixed.label} {at}"]
    status = [found.draft] if found.draft else []
    yield [*heads, *([fixed.status] if status else [])]
    for each in found.alternatives:
        paths = "; ".join(LEVELS.join(code.path) for code in each.codes)
        numbers = "; ".join(str(code.number) for code in each.codes)
        guids = "; ".join(code.guid for code in each.codes)
        row: list[Value] = [each.number, each.text, each.count, each.percent]
        row += [one_line(paths), numbers, guids]
        for quote in each.examples:
            row += [quote.text, one_line(quote.label)]
        yield [*row, *[""] * (len(heads) - len(row)), *status]


def _of_alternative(each: Alternative, found: AlternativeList) -> Iterator[Block]:
    words = codebook_words(found.language)
    yield heading(1, _line(each))
    yield Block("line", figures(each.count, each.percent, found.language))
    if each.is_other and each.codes:
        names = "; ".join(LEVELS.join(code.path) for code in each.codes)
        yield Block("line", words.gathers.format(names=names))
    elif each.codes:
        code = each.codes[0]
        yield Block("line", words.from_code.format(number=code.number, path=LEVELS.join(code.path)))
    for quote in each.examples:
        yield quotation(quote)


def _line(each: Alternative) -> str:
    return f"({each.number}) {each.text}"


def _json(found: AlternativeList) -> str:
    return json_of(
        {
            "question": found.question,
            "title": found.title,
            "base": {"kind": "answered", "n": found.n},
            "alternatives": [_entry(each) for each in found.alternatives],
            "notes": list(found.notes),
            "draft": found.draft,
        }
    )


def _entry(each: Alternative) -> dict[str, object]:
    return {
        "number": each.number,
        "text": each.text,
        "count": each.count,
        "percent": each.percent,
        "other": each.is_other,
        "codes": [
            {"number": code.number, "guid": code.guid, "path": list(code.path)}
            for code in each.codes
        ],
        "examples": [{"text": quote.text, "label": quote.label} for quote in each.examples],
    }


def _write(path: Path, data: bytes) -> tuple[str, ...]:
    path.write_bytes(data)
    return ()
