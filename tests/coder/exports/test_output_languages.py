"""Outputs in bokmål, nynorsk and English: each says its own words, and none of the others'."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from openpyxl import load_workbook

from coder.exports.figures.table_figure import FigureKind, figure_texts
from coder.exports.latex import tables_latex
from coder.exports.report.content import Coverage, Report, Section
from coder.exports.report.page import report_html
from coder.exports.statistics_files.frame import frame_of
from coder.exports.statistics_files.syntax import syntax
from coder.exports.table_formats import tables_writer
from coder.matrix import Matrix, MatrixCode, MatrixQuestion, MatrixRow
from coder.results.methods_note import MethodsNote
from coder.results.table import Cell, Table
from corpus.bands import BandScheme
from corpus.language import Language

LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en")


@pytest.mark.parametrize(
    ("language", "bars", "groups", "source"),
    [
        ("nb", "Liggende stolper", "grupper", "Kilde: S, spørsmål k7.2"),
        ("nn", "Liggjande stolpar", "grupper", "Kjelde: S, spørsmål k7.2"),
        ("en", "Horizontal bars", "groups", "Source: S, question k7.2"),
    ],
)
def test_a_figure_speaks_the_language_of_its_table(
    crossed_table: Table, language: Language, bars: str, groups: str, source: str
) -> None:
    table = replace(crossed_table, language=language)
    for kind, word in (("bars", bars), ("groups", groups)):
        said = figure_texts(table, _kind(kind), "S").description
        assert word in said
        assert source in said


@pytest.mark.parametrize(
    ("language", "first", "continued"),
    [("nb", "Innhold", "forts."), ("nn", "Innhald", "framh."), ("en", "Contents", "cont.")],
)
def test_workbooks_and_latex_speak_the_language_of_their_tables(
    wide_table: Table, tmp_path: Path, language: Language, first: str, continued: str
) -> None:
    table = replace(wide_table, language=language)
    tables_writer([table, table], "xlsx")(tmp_path / "t.xlsx")
    assert load_workbook(tmp_path / "t.xlsx").sheetnames[0] == first
    assert f"({continued})" in tables_latex([table])


@pytest.mark.parametrize(
    ("language", "mark", "mentioned"),
    [
        ("nb", "INNEHOLDER IDENTIFISERBARE OPPLYSNINGER", "Ikke nevnt"),
        ("nn", "INNEHELD IDENTIFISERBARE OPPLYSNINGAR", "Ikkje nemnt"),
        ("en", "CONTAINS IDENTIFIABLE INFORMATION", "Not mentioned"),
    ],
)
def test_a_matrix_speaks_the_language_of_its_study(
    language: Language, mark: str, mentioned: str
) -> None:
    codes = (MatrixCode(1, ("Tid",), "g1"), MatrixCode(2, ("Penger",), "g2"))
    one = np.array([1], dtype=np.int8)
    question = MatrixQuestion(1, "k1", "Hva?", False, codes, one, np.ones((1, 2), dtype=np.int8))
    row = MatrixRow("R1", "", "", None, "")
    text = syntax(frame_of(Matrix("S", language, BandScheme(), (row,), {}, (question,))), "m.sav")
    assert mark in text
    assert mentioned in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_of_hidden_cells_and_an_empty_base_stands(
    crossed_table: Table, language: Language
) -> None:
    cells = tuple(replace(cell, count=None, percent=None, suppressed=True) for cell in _cells(3))
    rows = tuple(replace(row, cells=cells) for row in crossed_table.rows)
    hidden = replace(crossed_table, rows=rows, language=language)
    empty = replace(hidden, base=replace(hidden.base, n=0))
    coverage = (Coverage("k1", "Hva?", 0, 0, 0, 0, 0),)
    note = MethodsNote("M", language, ())
    sections = (Section("Hva?", (hidden, empty)), Section("Ingen?", ()))
    page = report_html(Report("S", language, coverage, sections, note))
    assert f'<html lang="{language}' in page
    assert page.count("<svg") == 1
    assert page.count(">:</td>") == 6 * 2


def _cells(count: int) -> list[Cell]:
    return [Cell(0, 0)] * count


def _kind(kind: str) -> FigureKind:
    return "bars" if kind == "bars" else "groups"
