"""The rows of a codings file are read by their column names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.batch.lines import Line, read_lines
from coder.segments import Segment
from corpus.problems import Problem
from corpus.reading.code_names import read_code_names
from corpus.reading.sheet import Sheet

HEADER = ("question", "Respondent", "CODES", "start", "end", "coder")
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\\"), min_size=1, max_size=8).map(
    str.strip
)


def _sheet(*cells: str, header: tuple[str, ...] = HEADER) -> Sheet:
    return Sheet(header, ((7, cells),))


def test_a_row_becomes_a_line() -> None:
    sheet = _sheet("k1", " R1 ", "Bolig; NAV", "2", "10", "SO")
    assert read_lines(sheet, "KH") == [
        Line(7, "R1", "k1", ("Bolig", "NAV"), Segment(2, 10), "SO"),
    ]


def test_who_codes_is_the_coder_where_the_file_does_not_say() -> None:
    sheet = _sheet("k1", "R1", "Bolig", header=("question", "respondent", "codes"))
    assert read_lines(sheet, "KH") == [Line(7, "R1", "k1", ("Bolig",), None, "KH")]


@pytest.mark.parametrize(
    ("start", "end"), [("2", ""), ("", "2"), ("a", "b"), ("-1", "3"), ("1.5", "3")]
)
def test_half_a_segment_is_refused_with_its_row(start: str, end: str) -> None:
    with pytest.raises(Problem, match="Row 7"):
        read_lines(_sheet("k1", "R1", "Bolig", start, end, ""), "KH")


def test_a_file_without_the_columns_is_refused_with_their_names() -> None:
    with pytest.raises(Problem, match="no column question, codes"):
        read_lines(_sheet("R1", header=("respondent",)), "KH")


@given(st.lists(NAMES.filter(bool), unique=True, max_size=4))
def test_codes_in_a_cell_are_read_as_they_were_written(names: list[str]) -> None:
    cell = "; ".join(name.replace(";", "\\;") for name in names)
    assert read_code_names(cell) == tuple(names)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("", ()),
        (" ; ", ()),
        ("Bolig;Bolig", ("Bolig",)),
        ("Mangel\\; på alt; NAV", ("Mangel; på alt", "NAV")),
        ("Bolig / Leie;Bolig>>Eie", ("Bolig / Leie", "Bolig>>Eie")),
    ],
)
def test_codes_are_separated_by_semicolons(cell: str, names: tuple[str, ...]) -> None:
    assert read_code_names(cell) == names
