"""Delimiters, quotation marks, uneven and empty rows of text files."""

import pytest

from corpus.problems import Problem
from corpus.reading.delimited import read_delimited
from tests.corpus.reading.tables import options


def test_the_delimiter_is_found_by_the_rows_not_by_prose() -> None:
    data = "id;k1 Ja, nei, annet, hva?;k2 Hvorfor?\n1;Ja, ofte;tid, penger, folk\n2;Nei;;\n"
    assert read_delimited(data.encode()).delimiter == ";"


def test_commas_in_prose_do_not_rival_a_semicolon() -> None:
    sheet = read_delimited("id;k7 Hvis ja, hvordan?\n1;Ja, fordi vi må\n".encode())
    assert (sheet.delimiter, sheet.doubts) == (";", ())


def test_two_signs_that_fit_equally_make_a_doubt() -> None:
    sheet = read_delimited(b"a;b,c\n1;2,5\n3;4,5\n")
    assert "--delimiter" in options(sheet.doubts)


def test_a_single_column_keeps_its_commas_and_semicolons() -> None:
    sheet = read_delimited(b"Hva mener du?\nJa, men; nei\nBare ja\n")
    assert [cells for _, cells in sheet.rows] == [("Ja, men; nei",), ("Bare ja",)]


def test_a_title_above_the_header_is_a_problem() -> None:
    data = "Undersøkelsen 2016\nid;type;svar\n1;kommune;ja\n2;kommune;nei\n3;bydel;ja\n"
    with pytest.raises(Problem, match="first row has one cell"):
        read_delimited(data.encode())


def test_the_line_sep_names_the_delimiter_and_is_no_row() -> None:
    sheet = read_delimited(b"sep=|\r\nid|text\r\n1|a;b,c\r\n")
    assert (sheet.delimiter, sheet.header, sheet.rows) == (
        "|",
        ("id", "text"),
        ((2, ("1", "a;b,c")),),
    )


@pytest.mark.parametrize(
    ("said", "sign"), [("tab", "\t"), ("\\t", "\t"), ("comma", ","), ("|", "|")]
)
def test_a_delimiter_may_be_told_by_name(said: str, sign: str) -> None:
    assert read_delimited(f"id{sign}x\n1{sign}2\n".encode(), delimiter=said).delimiter == sign


def test_an_impossible_delimiter_is_a_problem() -> None:
    with pytest.raises(Problem, match="cannot separate"):
        read_delimited(b"id;x\n1;2\n", delimiter=";;")


def test_rows_are_counted_as_records_not_as_lines() -> None:
    sheet = read_delimited(b'id;text\n1;"two\nlines"\n\n2;x\n')
    assert sheet.rows == ((2, ("1", "two\nlines")), (4, ("2", "x")))


def test_line_ends_of_any_system_end_rows() -> None:
    for end in ("\n", "\r\n", "\r"):
        data = end.join(("id;x", "1;a", "2;b", "")).encode()
        assert [cells for _, cells in read_delimited(data).rows] == [("1", "a"), ("2", "b")]


def test_short_rows_are_padded_and_reported() -> None:
    sheet = read_delimited(b"id;x;y\n1;a;b\n2\n")
    assert sheet.rows[1] == (3, ("2", "", ""))
    assert [(odd.row, odd.kind) for odd in sheet.oddities] == [(3, "ragged row")]


def test_long_rows_are_cut_and_reported_when_something_is_lost() -> None:
    sheet = read_delimited(b"id;x\n1;a;;\n2;b;c\n3;d\n")
    assert [cells for _, cells in sheet.rows] == [("1", "a"), ("2", "b"), ("3", "d")]
    assert [odd.row for odd in sheet.oddities] == [3]


def test_empty_rows_are_skipped_in_silence() -> None:
    sheet = read_delimited(b"id;x\n;\n1;a\n ;\t\n\n")
    assert (sheet.rows, sheet.oddities) == (((3, ("1", "a")),), ())


def test_a_cell_may_be_larger_than_the_csv_modules_limit() -> None:
    text = "lang tekst " * 200_000
    assert read_delimited(f"id;x\n1;{text}\n".encode()).rows[0][1][1] == text


def test_control_characters_stay_in_cells() -> None:
    sheet = read_delimited(b"id;x\n1;a\0b\x1b[31mc\n2;long enough to be text\n")
    assert sheet.rows[0][1] == ("1", "a\0b\x1b[31mc")


def test_a_quotation_mark_that_never_closes_is_a_problem_with_its_row() -> None:
    with pytest.raises(Problem, match="Row 3 opens"):
        read_delimited(b'id;x\n1;a\n2;"b\n3;c\n')


def test_text_behind_a_closing_quotation_mark_is_kept_and_reported() -> None:
    sheet = read_delimited(b'id;x\n1;a\n2;"ja" sa hun\n3;c\n')
    assert sheet.rows[1] == (3, ("2", "ja sa hun"))
    assert [(odd.row, odd.kind) for odd in sheet.oddities] == [(3, "text")]


def test_cells_keep_their_outer_white_space() -> None:
    assert read_delimited(b"id;x\n1;  a \n").rows[0][1] == ("1", "  a ")


def test_headers_lose_their_outer_white_space() -> None:
    assert read_delimited(b"id ; x\n1;a\n").header == ("id", "x")
