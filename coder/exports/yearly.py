"""A comparison of two years' codebooks as text, Markdown, CSV or JSON."""

from collections.abc import Iterator
from pathlib import Path

from codebooks.comparing import KINDS
from coder.exports.controls import encodable, one_line
from coder.exports.delimited import csv_bytes, delimited
from coder.exports.fixed_words import fixed_words
from coder.exports.json_text import json_of
from coder.exports.layout import display_width, left, right
from coder.exports.markdown import as_markdown
from coder.exports.rows import Value
from coder.exports.signs import LEVELS, UNDER_ONE
from coder.exports.table_formats import Writer
from coder.exports.text import headline, wrapped_lines
from coder.results.codebook_wording import codebook_words
from coder.results.wording import wording
from coder.results.yearly import Figure, YearComparison, YearRow, rows_of
from corpus.language import format_number
from corpus.visible import visible

_BECAME = " → "


def years_writer(found: YearComparison, form: str) -> Writer:
    """The writer of a comparison as text, md, csv or json."""
    if form == "json":
        data = encodable(_json(found)).encode()
    elif form == "csv":
        data = csv_bytes(delimited(list(_values(found)), found.language))
    else:
        parts = _markdown(found) if form == "md" else _text(found)
        data = encodable("\n\n".join(parts) + "\n").encode()
    return lambda path: _write(path, data)


def _write(path: Path, data: bytes) -> tuple[str, ...]:
    path.write_bytes(data)
    return ()


def _text(found: YearComparison) -> Iterator[str]:
    yield "\n".join(wrapped_lines(found.title))
    heads = _heads(found)
    for name, rows in _groups(found):
        yield headline(2, name)
        cells = [heads, *(_cells(row, found) for row in rows)]
        yield "\n".join(_aligned([[visible(cell) for cell in row] for row in cells]))
    yield "\n".join(line for note in found.notes for line in wrapped_lines(note))


def _aligned(rows: list[list[str]]) -> Iterator[str]:
    widths = [max(display_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    for name, *numbers, status in rows:
        cells = [right(cell, width) for cell, width in zip(numbers, widths[1:], strict=False)]
        yield "  ".join([*cells, left(name, widths[0]), status]).rstrip()


def _markdown(found: YearComparison) -> Iterator[str]:
    yield f"**{as_markdown(found.title)}**"
    heads = [as_markdown(head) for head in _heads(found)]
    for name, rows in _groups(found):
        yield f"## {as_markdown(name)}"
        lines = [heads, ["---", *["--:"] * 4, "---"]]
        lines += [[as_markdown(cell) for cell in _cells(row, found)] for row in rows]
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines)
    yield from map(as_markdown, found.notes)


def _groups(found: YearComparison) -> Iterator[tuple[str, list[YearRow]]]:
    words = codebook_words(found.language)
    for kind in KINDS:
        if rows := list(rows_of(found, kind)):
            yield f"{words.kinds[kind]} ({len(rows)})", rows


def _heads(found: YearComparison) -> list[str]:
    words = wording(found.language)
    years = [
        f"{head} {book}"
        for book in (found.before, found.after)
        for head in (words.count, words.percent)
    ]
    return [words.code, *years, ""]


def _cells(row: YearRow, found: YearComparison) -> list[str]:
    figures = [cell for each in (row.before, row.after) for cell in _figure(each, found)]
    return [_name(row), *figures, _standing(row, found)]


def _figure(figure: Figure | None, found: YearComparison) -> tuple[str, str]:
    if figure is None:
        return "", ""
    share = UNDER_ONE if figure.count and not figure.percent else str(figure.percent)
    return format_number(figure.count, found.language), share


def _name(row: YearRow) -> str:
    was, now = one_line(LEVELS.join(row.was)), one_line(LEVELS.join(row.now))
    return _BECAME.join(dict.fromkeys(path for path in (was, now) if path))


def _standing(row: YearRow, found: YearComparison) -> str:
    words = wording(found.language)
    return {"new": words.new, "confirms": words.confirms, None: ""}[row.standing]


def _values(found: YearComparison) -> Iterator[list[Value]]:
    words, status = codebook_words(found.language), fixed_words(found.language).status
    _, *figures, _ = _heads(found)
    yield ["", words.before, words.now, *figures, status, "GUID"]
    for row in found.rows:
        values: list[Value] = [words.kinds[row.kind], LEVELS.join(row.was), LEVELS.join(row.now)]
        for figure in (row.before, row.after):
            values += ["", ""] if figure is None else [figure.count, figure.percent]
        yield [*values, _standing(row, found), row.guid]


def _json(found: YearComparison) -> str:
    return json_of(
        {
            "before": {"codebook": found.before, "n": found.n_before},
            "after": {"codebook": found.after, "n": found.n_after},
            "differences": [
                {
                    "kind": row.kind,
                    "was": list(row.was),
                    "now": list(row.now),
                    "code": row.guid,
                    "before": _entry(row.before),
                    "after": _entry(row.after),
                    "standing": row.standing,
                }
                for row in found.rows
            ],
            "notes": list(found.notes),
        }
    )


def _entry(figure: Figure | None) -> dict[str, int] | None:
    return {"count": figure.count, "percent": figure.percent} if figure else None
