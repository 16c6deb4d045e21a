"""LaTeX: a table that compiles, and no command out of anyone's text."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.exports.latex import tables_latex
from coder.exports.latex_columns import parts_of
from coder.exports.latex_text import as_latex
from coder.exports.signs import printed_rows
from coder.results.table import Row, Table

_COMMANDS = re.compile(
    r"\\(?:textbackslash|textasciicircum|textasciitilde|textless|textgreater|textbar|textquotedbl"
    r"|textquotesingle|textasciigrave)\{\}|\\fullkodingsign\{[0-9A-F]{4,6}\}|\\[{}$&#%_]"
    r"|\{[\[\]*]\}|\\allowbreak\{\}|\{\}"
)
HOSTILE = (
    "\\input{/etc/passwd} $x^2$ & # % _ ~ ^ { } < > | \" ' ` -- ,, *[x] \\\\ ??` 👩 \u202e æøå"
)


def _rows(text: str) -> list[str]:
    """The rows of all tabulars in LaTeX text."""
    return [
        row
        for body in re.findall(r"\\begin\{tabular\}(.*?)\\end\{tabular\}", text, re.DOTALL)
        for row in body.split("\\\\\n")
        if "&" in row
    ]


@given(st.text(max_size=60))
@settings(max_examples=30)
def test_any_text_is_letters_and_known_commands(text: str) -> None:
    left = _COMMANDS.sub("", as_latex(text))
    assert not re.search(r'[\\{}$&#%_^<>|"\'`\[\]*\n]|--|,,', left)


def test_hostile_text_is_escaped() -> None:
    escaped = as_latex(HOSTILE)
    assert "\\input" not in escaped
    assert "\\textbackslash{}input\\{/\\allowbreak{}etc/\\allowbreak{}passwd\\}" in escaped
    assert "\\fullkodingsign{1F469}" in escaped
    assert escaped.endswith("æøå")


def test_a_plain_table_has_a_row_a_code(plain_table: Table) -> None:
    rows = _rows(tables_latex([plain_table]))
    assert [row.strip().removeprefix("\\hline").strip() for row in rows[1:3]] == [
        "\\raggedright Kapasitet /\\allowbreak{} Mangler & 1~016 & 96",
        "\\raggedright Kompetanse /\\allowbreak{} Mangler & 12 & 1",
    ]


def test_the_total_is_bold_under_a_line(single_table: Table) -> None:
    text = tables_latex([single_table])
    assert "\\hline\n\\textbf{Totalt} & \\textbf{322} & \\textbf{100} \\\\" in text


def test_every_row_of_a_crossed_table_has_as_many_cells(crossed_table: Table) -> None:
    over, *rows = _rows(tables_latex([crossed_table]))
    assert "\\multicolumn{2}{c}" in over
    assert {len(re.findall(r"(?<!\\)&", row)) for row in rows} == {5}


def test_wide_tables_go_on_and_keep_their_number(wide_table: Table) -> None:
    text = tables_latex([wide_table])
    parts = text.count("\\begin{table}")
    assert parts > 1
    assert text.count("\\addtocounter{table}{-1}") == parts - 1
    assert text.count("\\label{") == 1


@pytest.mark.parametrize("groups", [1, 7, 8, 15])
def test_parts_have_all_groups_and_room_for_names(wide_table: Table, groups: int) -> None:
    rows = tuple(replace(row, cells=row.cells[:groups]) for row in wide_table.rows)
    table = replace(wide_table, columns=wide_table.columns[:groups], rows=rows)
    parts = parts_of(table, printed_rows(table))
    numbers = list(range(groups))
    assert [at for part in parts for at in numbers[part.groups]] == numbers
    assert all(part.name >= 0.2 for part in parts)
    sizes = [len(numbers[part.groups]) for part in parts]
    assert max(sizes) - min(sizes) <= len(parts)


def test_long_tables_go_on_on_the_next_page(plain_table: Table) -> None:
    rows = tuple(Row((f"Kode {n}",), None, 1, 1) for n in range(95))
    text = tables_latex([replace(plain_table, rows=rows)])
    assert text.count("\\begin{table}") == 3
    assert all(f"Kode {n} &" in text for n in range(95))


def test_the_same_tables_give_the_same_text(crossed_table: Table) -> None:
    assert tables_latex([crossed_table]) == tables_latex([crossed_table])


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")
def test_what_is_written_compiles(
    plain_table: Table, crossed_table: Table, wide_table: Table, tmp_path: Path
) -> None:
    hostile = replace(
        crossed_table, title=HOSTILE, rows=(Row((HOSTILE,), None, 3, 1), *plain_table.rows)
    )
    text = tables_latex([plain_table, hostile, crossed_table, wide_table])
    (tmp_path / "tabeller.tex").write_text(text, "utf-8")
    (tmp_path / "rapport.tex").write_text(
        "\\documentclass{article}\\usepackage[T1]{fontenc}"
        "\\begin{document}\\input{tabeller.tex}\\end{document}",
        "utf-8",
    )
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "rapport.tex"],
        cwd=tmp_path,
        capture_output=True,
    )
    assert done.returncode == 0, done.stdout[-2000:].decode("latin-1")
    assert (tmp_path / "rapport.pdf").exists()
