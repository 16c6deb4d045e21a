"""Tables as LaTeX to include in a report: plain tabular, no package needed, text only as text."""

from collections.abc import Iterator, Sequence

from coder.exports.controls import one_line
from coder.exports.fixed_words import fixed_words
from coder.exports.latex_columns import HEAD_LETTERS, LatexPart, parts_of, wrapped_head
from coder.exports.latex_text import as_latex
from coder.exports.layout import wrap
from coder.exports.signs import PrintedRow, n_of, printed_notes, printed_rows, spanner
from coder.results.saved.listing import list_lines
from coder.results.table import Column, Table

_LINES_ON_A_PAGE = 36
_LEAST_SPANNER = 24
_HEAD = (
    "% To be read by \\input. pdfLaTeX needs \\usepackage[T1]{fontenc};"
    " XeLaTeX and LuaLaTeX need nothing.",
    '\\providecommand{\\fullkodingsign}[1]{\\ifdefined\\Umathchar\\char"#1\\relax\\else[U+#1]\\fi}',
)


def tables_latex(tables: Sequence[Table]) -> str:
    """Tables as `table` environments with caption, label, `tabular` and notes.

    Tables longer than a page go on on the next, wide ones in a second part. Letters that pdfLaTeX
    does not know are shown by the engines that know them, else as `[U+1F469]`.
    """
    made, number = [], 0
    for table in tables:
        number += table.shape == "table"
        made += list(_parts(table, number)) if table.shape == "table" else [_list(table)]
    return "\n\n".join("\n".join(lines) for lines in (_HEAD, *made)) + "\n"


def _list(table: Table) -> list[str]:
    return [
        f"\\noindent\\textbf{{{as_latex(table.title)}}}",
        "\\begin{itemize}",
        *(f"\\item {as_latex(line)}" for line in list_lines(table)),
        "\\end{itemize}",
        *(f"\\noindent{{\\scriptsize {as_latex(note)}}}\\par" for note in printed_notes(table)),
    ]


def _parts(table: Table, number: int) -> Iterator[list[str]]:
    """The table in as many parts as it takes, the totals in the first of those side by side."""
    every = printed_rows(table)
    parts = parts_of(table, every)
    pages = _pages(every, min(part.name_letters for part in parts))
    places = [(rows, part) for rows in pages for part in parts]
    for at, (rows, part) in enumerate(places):
        notes = printed_notes(table) if at == len(places) - 1 else ()
        yield _environment(table, part, _caption(table, number, at), rows, notes)


def _pages(rows: Sequence[PrintedRow], letters: int) -> list[list[PrintedRow]]:
    """The rows that fit a page together, when a line of a name holds so many letters."""
    pages: list[list[PrintedRow]] = [[]]
    used = 0
    for row in rows:
        lines = len(wrap(row.name, letters))
        if used + lines > _LINES_ON_A_PAGE:
            pages.append([])
            used = 0
        pages[-1].append(row)
        used += lines
    return pages


def _environment(
    table: Table,
    part: LatexPart,
    caption: Sequence[str],
    rows: Sequence[PrintedRow],
    notes: Sequence[str],
) -> list[str]:
    return [
        "\\begin{table}[htbp]",
        *part.size.commands,
        "\\renewcommand{\\arraystretch}{1.15}",
        *caption,
        f"\\begin{{tabular}}{{@{{}}p{{{part.name:.2f}\\linewidth}}{'r' * part.numbers}@{{}}}}",
        "\\hline",
        *_heads(table, table.columns[part.groups], part.with_totals),
        "\\hline",
        *(_row(row, part) for row in rows),
        "\\hline",
        "\\end{tabular}",
        *(f"\\par\\smallskip\\parbox{{\\linewidth}}{{\\scriptsize {as_latex(n)}}}" for n in notes),
        "\\end{table}",
    ]


def _caption(table: Table, number: int, part: int) -> list[str]:
    """The caption with its label; what goes on has the number of what it goes on from."""
    title = as_latex(table.title)
    if part == 0:
        return [f"\\caption{{{title}}}", f"\\label{{tab:fullkoding-{number}}}"]
    continued = as_latex(fixed_words(table.language).continued)
    return ["\\addtocounter{table}{-1}", f"\\caption{{{title} ({continued})}}"]


def _heads(table: Table, columns: Sequence[Column], with_totals: bool) -> Iterator[str]:
    """The heads, each n below; in crossed tables what the columns are above."""
    totals = [table.count_head, table.percent_head] if with_totals else []
    if columns:
        everyone = fixed_words(table.language).everyone
        width = max(_LEAST_SPANNER, HEAD_LETTERS * len(columns))
        above = wrap(one_line(spanner(table)), width)
        over = [f"\\multicolumn{{2}}{{c}}{{{as_latex(everyone)}}}"] if with_totals else []
        over.append(f"\\multicolumn{{{len(columns)}}}{{c}}{{{_stacked(above, 'c')}}}")
        yield _line(["", *over])
    groups = [[*wrapped_head(each.head), n_of(each.n, table.language)] for each in columns]
    yield _line([as_latex(table.code_head), *map(_stacked, [*map(wrapped_head, totals), *groups])])


def _stacked(lines: Sequence[str], side: str = "r") -> str:
    inside = " \\\\ ".join(map(as_latex, lines))
    return f"\\shortstack[{side}]{{{inside}}}"


def _row(row: PrintedRow, part: LatexPart) -> str:
    totals = [row.count, row.percent] if part.with_totals else []
    name, *texts = [as_latex(text) for text in (row.name, *totals, *row.cells[part.groups])]
    if row.kind == "total":
        bold = [f"\\textbf{{{text}}}" for text in (name, *texts)]
        return "\\hline\n" + _line(bold)
    return _line([f"\\raggedright {name}", *texts])


def _line(cells: Sequence[str]) -> str:
    return " & ".join(cells) + " \\\\"
