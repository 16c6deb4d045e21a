"""Tables as Markdown: pipe tables under a bold title, notes below, text only as text."""

from collections.abc import Iterator, Sequence

from coder.exports.markdown import as_markdown
from coder.exports.signs import PrintedRow, n_of, printed_notes, printed_rows, spanner
from coder.results.saved.listing import list_lines
from coder.results.table import Table


def tables_markdown(tables: Sequence[Table]) -> str:
    """Tables one under the other, each with its title in bold, heads with n, and its notes."""
    return "\n\n".join(map(_table, tables)) + "\n"


def _table(table: Table) -> str:
    notes = [as_markdown(note) for note in printed_notes(table)]
    if table.shape != "table":
        items = "\n".join(f"- {as_markdown(line)}" for line in list_lines(table))
        return "\n\n".join([f"**{as_markdown(table.title)}**", items, *notes])
    rows = [_heads(table), ["---", *["---:"] * (2 + len(table.columns))]]
    rows += [list(_cells(row)) for row in printed_rows(table)]
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    over = [as_markdown(spanner(table))] if table.columns else []
    return "\n\n".join([f"**{as_markdown(table.title)}**", *over, lines, *notes])


def _heads(table: Table) -> list[str]:
    groups = [f"{each.head} ({n_of(each.n, table.language)})" for each in table.columns]
    return list(map(as_markdown, [table.code_head, table.count_head, table.percent_head, *groups]))


def _cells(row: PrintedRow) -> Iterator[str]:
    for text in (row.name, row.count, row.percent, *row.cells):
        shown = as_markdown(text)
        yield f"**{shown}**" if row.kind == "total" and shown else shown
