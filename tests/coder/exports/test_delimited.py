"""Tables and quotes as delimited text."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.exports.delimited import csv_bytes, quotes_csv, table_csv
from coder.results.quote import Quote, QuoteSelection
from coder.results.table import Row, Table


def cells(text: str, delimiter: str = ";") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_a_table_has_its_theme_code_count_and_percent(plain_table: Table) -> None:
    assert cells(table_csv(plain_table)) == [
        ["Tema", "Kode", "Antall", "Prosent"],
        ["Kapasitet", "Mangler", "1016", "96"],
        ["Kompetanse", "Mangler", "12", "1"],
        ["Kompetanse", "Rutiner", "0", "0"],
        ["", "andre (2 koder, 4 svar)", "4", "0"],
        ["", "N", "1063", ""],
    ]


def test_a_crossed_table_has_count_and_percent_of_each_group(crossed_table: Table) -> None:
    head, first, _, n = cells(table_csv(crossed_table))
    assert head[3:7] == ["<2000 Antall", "<2000 Prosent", "2000-5000 Antall", "2000-5000 Prosent"]
    assert first[1:7] == ["530", "50", "510", "50", ":", ":"]
    assert n == ["N", "1063", "", "1020", "", "40", "", "0", ""]


def test_every_row_has_as_many_cells_as_the_head(crossed_table: Table) -> None:
    total = Row(("Totalt",), None, 1063, 100, kind="total")
    rows = cells(table_csv(replace(crossed_table, rows=(*crossed_table.rows, total))))
    assert len({len(row) for row in rows}) == 1


def test_english_tables_are_parted_by_commas(plain_table: Table) -> None:
    assert table_csv(replace(plain_table, language="en")).startswith("Theme,Kode,Antall")


def test_the_delimiter_can_be_chosen(plain_table: Table) -> None:
    assert table_csv(plain_table, delimiter="\t").startswith("Tema\tKode\tAntall")


def test_quotes_have_a_column_per_heading(selection: QuoteSelection) -> None:
    head, first, *_ = cells(quotes_csv(selection))
    assert head == ["Spørsmål", "Nivå 1", "Nivå 2", "Sitat", "Størrelsesgruppe"]
    assert first[3:] == ["For få årsverk.\n\n1. Det haster.", "kommune med 2000-5000 innbyggere"]


def test_a_draft_says_so_on_every_row(draft: QuoteSelection) -> None:
    _, *rows = cells(quotes_csv(draft))
    assert {row[-1] for row in rows} == {"UTKAST, IKKE GODKJENT"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_cells_that_begin_like_formulas_are_guarded_on_request(start: str) -> None:
    quotes = QuoteSelection("T", "nb", (Quote(("Q",), f"{start}1+1", ""),))
    assert cells(quotes_csv(quotes, formula_safe=True))[1][1] == f"'{start}1+1"
    assert cells(quotes_csv(quotes))[1][1] == f"{start}1+1"


def test_bytes_begin_with_the_mark_that_excel_looks_for() -> None:
    assert csv_bytes("æ") == b"\xef\xbb\xbf\xc3\xa6"


@given(st.text())
def test_any_text_comes_back_whole(text: str) -> None:
    quotes = QuoteSelection("T", "nb", (Quote(("Q",), text, ""),))
    assert cells(quotes_csv(quotes))[1][1] == text
