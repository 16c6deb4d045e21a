"""Finished tables on their way out: workbooks, figures, a matrix for statistics programs."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.timing import Line, measure
from coder.exports.figures.table_figure import FIGURE_KINDS, write_table_figure
from coder.exports.publishing import publish
from coder.exports.statistics_files.frame import frame_of
from coder.exports.statistics_files.writing import FORMATS, write_matrix
from coder.exports.table_formats import tables_writer
from coder.matrix import Matrix, MatrixCode, MatrixQuestion, MatrixRow
from coder.results.table import Base, Cell, Column, Row, Table
from corpus.bands import BandScheme
from corpus.privacy.finder import Finder

_BANDS = ("<2000", "2000-5000", "5000-10000", "10000-20000", "20000-50000", ">50000", "bydel")
_CODES, _ROWS, _COLUMNS = 60, 10_000, 300


def run(folder: Path, runs: int) -> Iterator[Line]:
    """20 tables of 60 codes by 7 bands through the gate; figures; 10,000 rows of 300 codes."""
    tables, finder = [_table(number) for number in range(20)], Finder(())
    for form, goal in (("xlsx", "<= 3 s"), ("docx", ""), ("html", "")):
        work = partial(publish, folder / f"t.{form}", tables_writer(tables, form), finder)
        yield Line(f"20 tables as one {form}, with the gate", measure(work, runs), goal=goal)
    for kind in FIGURE_KINDS:
        draw = partial(write_table_figure, tables[0], kind, "", folder / "f.png", "png")
        yield Line(f"figure of 60 codes by 7 bands: {kind}", measure(draw, runs))
    frame = frame_of(_matrix())
    for form in FORMATS:
        write = partial(write_matrix, frame, folder / f"m.{form}", form)
        yield Line(f"matrix of 10,000 x 300 as {form}", measure(write, 1))


def _table(number: int) -> Table:
    columns = tuple(Column(band, band, 200) for band in _BANDS)
    rows = tuple(
        Row(
            (f"Tema {code // 8}", f"Kode {code} i tabell {number}"),
            str(code),
            7 * (_CODES - code),
            _CODES - code,
            tuple(Cell(_CODES - code, (_CODES - code) // 2) for _ in _BANDS),
        )
        for code in range(_CODES)
    )
    return Table(
        question=f"k{number}",
        question_text="Hva mangler?",
        wave="",
        title=f"Hva mangler i {number}? Etter størrelsesgruppe, N=1400",
        language="nb",
        base=Base("answered", 1400),
        asked=1500,
        answered=1400,
        response_rate=93,
        columns=columns,
        rows=rows,
        notes=("Prosent av dem som har svart.",),
        code_head="Kode",
        count_head="Antall",
        percent_head="Prosent",
        by_head="størrelsesgruppe",
    )


def _matrix() -> Matrix:
    chance = np.random.default_rng(1)
    marks = (chance.random((_ROWS, _COLUMNS)) < 0.02).astype(np.int8)
    codes = tuple(MatrixCode(n + 1, ("Tema", f"Kode {n}"), str(n)) for n in range(_COLUMNS))
    question = MatrixQuestion(1, "k1", "Hva?", False, codes, np.ones(_ROWS, np.int8), marks)
    rows = tuple(MatrixRow(f"R{n}", "", "kommune", n, "2000-5000") for n in range(_ROWS))
    return Matrix("Studie", "nb", BandScheme(), rows, {}, (question,))
