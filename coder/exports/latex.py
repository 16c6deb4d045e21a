"""Tables as LaTeX to include in a report: plain tabular, no package needed, text only as text."""

import re
from collections.abc import Iterator, Sequence

from coder.exports.controls import one_line
from coder.exports.fixed_words import fixed_words
from coder.exports.layout import wrap
from coder.exports.signs import PrintedRow, n_of, printed_notes, printed_rows, spanner
from coder.results.table import Column, Table
from corpus.visible import visible

_LINES_ON_A_PAGE = 36
_GROUPS_BESIDE = 7
_SMALL_FROM = 5
_TINY_FROM = 8
_NARROW = "\\setlength{\\tabcolsep}{3pt}"
_LETTERS_ACROSS = 95
_HEAD_LETTERS = 9
_HEAD = (
    "% To be read by \\input. pdfLaTeX needs \\usepackage[T1]{fontenc};"
    " XeLaTeX and LuaLaTeX need nothing.",
    '\\providecommand{\\fullkodingsign}[1]{\\ifdefined\\Umathchar\\char"#1\\relax\\else[U+#1]\\fi}',
)
_ESCAPED = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "$": "\\$",
    "&": "\\&",
    "#": "\\#",
    "%": "\\%",
    "_": "\\_",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    '"': "\\textquotedbl{}",
    "'": "\\textquotesingle{}",
    "`": "\\textasciigrave{}",
    "[": "{[}",
    "]": "{]}",
    "*": "{*}",
    "\u00a0": "~",
}
_LIGATURE = re.compile(r"([-,])(?=\1)")
_KNOWN = frozenset("«»–—‘’“”„…•€§°±µ·£©®¡¿ŒœŠšŽžĀāĐđĪīŪūŁłŃńŊŋŦŧČčŘřŞş")


def tables_latex(tables: Sequence[Table]) -> str:
    """Tables as `table` environments with caption, label, `tabular` and notes.

    Tables longer than a page go on on the next, wide ones after 7 groups. Letters that pdfLaTeX
    does not know are shown by the engines that know them, else as `[U+1F469]`.
    """
    made = [lines for number, table in enumerate(tables, 1) for lines in _parts(table, number)]
    return "\n\n".join("\n".join(lines) for lines in (_HEAD, *made)) + "\n"


def as_latex(text: str) -> str:
    """Any text on one line of LaTeX that reads as itself, whatever stands before and after it."""
    return _LIGATURE.sub(r"\1{}", "".join(map(_letter, visible(one_line(text)))))


def _letter(letter: str) -> str:
    if letter in _ESCAPED:
        return _ESCAPED[letter]
    known = letter.isascii() or "\u00c0" <= letter <= "\u00ff" or letter in _KNOWN
    return letter if known else f"\\fullkodingsign{{{ord(letter):04X}}}"


def _parts(table: Table, number: int) -> Iterator[list[str]]:
    """The table in as many parts as it takes, the totals in the first of those side by side."""
    numbers = 2 + min(len(table.columns), _GROUPS_BESIDE)
    pages = _pages(printed_rows(table), int(_LETTERS_ACROSS * _name_share(numbers)))
    blocks = range(0, max(len(table.columns), 1), _GROUPS_BESIDE)
    places = [(rows, block) for rows in pages for block in blocks]
    for at, (rows, block) in enumerate(places):
        groups = slice(block, block + _GROUPS_BESIDE)
        notes = printed_notes(table) if at == len(places) - 1 else ()
        yield _environment(table, number, at, rows, groups, notes)


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
    number: int,
    part: int,
    rows: Sequence[PrintedRow],
    groups: slice,
    notes: Sequence[str],
) -> list[str]:
    columns, with_totals = table.columns[groups], groups.start == 0
    numbers = 2 * with_totals + len(columns)
    share, aligned = f"{_name_share(numbers):.2f}", "r" * numbers
    return [
        "\\begin{table}[htbp]",
        *_sizes(numbers),
        *_caption(table, number, part),
        f"\\begin{{tabular}}{{@{{}}p{{{share}\\linewidth}}{aligned}@{{}}}}",
        "\\hline",
        *_heads(table, columns, with_totals),
        "\\hline",
        *(_row(row, groups, with_totals) for row in rows),
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


def _sizes(numbers: int) -> list[str]:
    """Smaller letters and gaps for tables of many columns."""
    if numbers < _SMALL_FROM:
        return ["\\small", "\\centering"]
    return ["\\scriptsize" if numbers >= _TINY_FROM else "\\footnotesize", _NARROW]


def _name_share(numbers: int) -> float:
    """How much of the line's width the names take beside so many columns of numbers."""
    return max(0.18, 0.6 - 0.065 * max(numbers - 2, 0))


def _heads(table: Table, columns: Sequence[Column], with_totals: bool) -> Iterator[str]:
    """The heads, each n below; in crossed tables what the columns are above."""
    totals = [table.count_head, table.percent_head] if with_totals else []
    if columns:
        everyone = fixed_words(table.language).everyone
        above = wrap(one_line(spanner(table)), _HEAD_LETTERS * len(columns))
        over = [f"\\multicolumn{{2}}{{c}}{{{as_latex(everyone)}}}"] if with_totals else []
        over.append(f"\\multicolumn{{{len(columns)}}}{{c}}{{{_stacked(above, 'c')}}}")
        yield _line(["", *over])
    groups = [[*_wrapped(each.head), n_of(each.n, table.language)] for each in columns]
    yield _line([as_latex(table.code_head), *map(_stacked, [*map(_wrapped, totals), *groups])])


def _wrapped(head: str) -> list[str]:
    return wrap(one_line(head), _HEAD_LETTERS)


def _stacked(lines: Sequence[str], side: str = "r") -> str:
    inside = " \\\\ ".join(map(as_latex, lines))
    return f"\\shortstack[{side}]{{{inside}}}"


def _row(row: PrintedRow, groups: slice, with_totals: bool) -> str:
    totals = [row.count, row.percent] if with_totals else []
    texts = [as_latex(text) for text in (row.name, *totals, *row.cells[groups])]
    if row.kind == "total":
        return "\\hline\n" + _line(f"\\textbf{{{text}}}" for text in texts)
    return _line(texts)


def _line(cells: Sequence[str] | Iterator[str]) -> str:
    return " & ".join(cells) + " \\\\"
