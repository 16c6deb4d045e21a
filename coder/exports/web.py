"""Quotes and tables as one web page: no script, nothing fetched, for phone, screen and paper."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from coder.exports.controls import holdable, one_line
from coder.exports.fixed_words import FixedWords, fixed_words
from coder.exports.quote_parts import label_after, new_headings, quote_lines
from coder.exports.signs import PrintedRow, n_of, printed_notes, printed_rows, spanner
from coder.results.quote import Quote, QuoteSelection
from coder.results.saved.listing import list_lines
from coder.results.table import Table

_DEEPEST = 6
_MOST_KEPT_TOGETHER = 25
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def quotes_html(selection: QuoteSelection) -> str:
    """The quotes as a page: title, headings from the paths, a blockquote each.

    The warning of a draft stays in view, and stands on every page on paper.
    """
    words = fixed_words(selection.language)
    content = [f"<h1>{web_text(selection.title)}</h1>", *_quotes(selection)]
    return web_page(selection.title, words, content, draft=selection.draft)


def tables_html(tables: Sequence[Table]) -> str:
    """At least one table as a page, each with caption, scopes for screen readers, and notes."""
    words = fixed_words(tables[0].language)
    title = tables[0].title if len(tables) == 1 else words.tables
    return web_page(title, words, map(table_block, tables), kind="wide")


def web_page(
    title: str,
    words: FixedWords,
    content: Iterable[str],
    *,
    draft: str = "",
    kind: str = "",
    styles: str = "",
) -> str:
    """A whole page around its content; the browser is told to fetch and to run nothing.

    `draft` stays in view and stands on every page on paper; `kind` is a class of the page;
    `styles` are added to those of all pages.
    """
    css = files("coder.exports").joinpath("page.css").read_text(encoding="utf-8") + styles
    above = [f'<p class="draft" role="note">{web_text(draft)}</p>'] if draft else []
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{words.tag}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{web_text(title)}</title>",
        f"<style>\n{css}</style>",
        "</head>",
        "<body>",
        *above,
        f'<main class="{kind}">' if kind else "<main>",
        *content,
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def web_text(text: str) -> str:
    """Any text on one line as content of an element or attribute."""
    return escape(holdable(one_line(text)))


def _quotes(selection: QuoteSelection) -> Iterator[str]:
    before: tuple[str, ...] = ()
    for quote in selection.quotes:
        for level, name in new_headings(before, quote.path):
            tag = f"h{min(level + 1, _DEEPEST)}"
            yield f"<{tag}>{web_text(name)}</{tag}>"
        yield quote_block(quote)
        before = quote.path
    if selection.notes:
        notes = "".join(f"<p>{web_text(note)}</p>" for note in selection.notes)
        yield f'<div class="notes">{notes}</div>'


def quote_block(quote: Quote) -> str:
    """A quote with its label."""
    text = "<br>".join(escape(holdable(line)) for line in quote_lines(quote))
    label = label_after(quote)
    after = f' <span class="label">{web_text(label)}</span>' if label else ""
    return f"<blockquote><p><bdi>{text}</bdi>{after}</p></blockquote>"


def table_block(table: Table) -> str:
    """A table with caption, scopes for screen readers, and its notes; or a list with its own."""
    notes = "".join(f"<p>{web_text(note)}</p>" for note in printed_notes(table))
    if table.shape != "table":
        lines = "".join(f"<li>{web_text(line)}</li>" for line in list_lines(table))
        title = f"<figcaption>{web_text(table.title)}</figcaption>"
        return f"<figure>{title}<ul>{lines}</ul>{notes}</figure>"
    head = "".join(f"<tr>{cells}</tr>" for cells in _head_rows(table))
    body = "".join(_row(row) for row in printed_rows(table))
    kind = "" if len(table.rows) > _MOST_KEPT_TOGETHER else ' class="short"'
    return (
        f'<figure{kind}><div class="scroll"><table><caption>{web_text(table.title)}</caption>'
        f"<thead>{head}</thead><tbody>{body}</tbody></table></div>{notes}</figure>"
    )


def _head_rows(table: Table) -> Iterator[str]:
    crossed = bool(table.columns)
    rows = ' rowspan="2"' if crossed else ""
    name = f'<th class="name" scope="col"{rows}>{web_text(table.code_head)}</th>'
    heads = [_head(head) for head in (table.count_head, table.percent_head)]
    heads += [_head(column.head, n_of(column.n, table.language)) for column in table.columns]
    if crossed:
        groups = (fixed_words(table.language).everyone, 2), (spanner(table), len(table.columns))
        yield name + "".join(_over(text, span) for text, span in groups)
        name = ""
    yield name + "".join(heads)


def _over(text: str, span: int) -> str:
    return f'<th class="over" scope="colgroup" colspan="{span}">{web_text(text)}</th>'


def _head(head: str, n: str = "") -> str:
    below = f"<small>{web_text(n)}</small>" if n else ""
    return f'<th scope="col">{web_text(head)}{below}</th>'


def _row(row: PrintedRow) -> str:
    kind = ' class="total"' if row.kind == "total" else ""
    cells = "".join(f"<td>{web_text(cell)}</td>" for cell in (row.count, row.percent, *row.cells))
    return f'<tr{kind}><th class="name" scope="row">{web_text(row.name)}</th>{cells}</tr>'
