"""Tables whose first row is a row like others."""

from io import BytesIO

import openpyxl

from corpus.reading.delimited import read_delimited
from corpus.reading.spreadsheet import read_workbook


def test_the_first_row_of_a_text_file_is_a_row_and_columns_have_letters() -> None:
    sheet = read_delimited(b"A;;\nA;b;c\n", headed=False)
    assert sheet.header == ("A", "B", "C")
    assert sheet.rows == ((1, ("A", "", "")), (2, ("A", "b", "c")))


def test_a_single_row_is_a_table_without_heads() -> None:
    assert read_delimited(b"A\n", headed=False).rows == ((1, ("A",)),)


def test_the_first_row_of_a_workbook_is_a_row() -> None:
    workbook, written = openpyxl.Workbook(), BytesIO()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["A", "A"])
    workbook.save(written)
    assert read_workbook(written.getvalue(), headed=False).rows == ((1, ("A", "A")),)
