"""Tables and quotes as workbooks, opened again."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from coder.exports.excel import write_quotes, write_tables
from coder.exports.excel_names import sheet_names
from coder.exports.excel_quotes import cell_pieces
from coder.results.quote import Quote, QuoteSelection
from coder.results.table import Table
from corpus.problems import Problem


def book_of(folder: Path, *tables: Table) -> Workbook:
    write_tables(tables, folder / "tables.xlsx")
    return load_workbook(folder / "tables.xlsx")


def sheet_of(folder: Path, *tables: Table) -> Worksheet:
    sheet = book_of(folder, *tables).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def quotes_of(selection: QuoteSelection, folder: Path) -> Worksheet:
    write_quotes(selection, folder / "quotes.xlsx")
    sheet = load_workbook(folder / "quotes.xlsx").worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def values(sheet: Worksheet) -> list[list[object]]:
    rows: list[list[object]] = [[v for v in row if v not in (None, "")] for row in sheet.values]
    return [row for row in rows if row]


def test_a_plain_table_has_real_numbers_n_and_notes(plain_table: Table, tmp_path: Path) -> None:
    assert values(sheet_of(tmp_path, plain_table)) == [
        [plain_table.title],
        ["Tema", "Kode", "Antall", "Prosent"],
        ["Kapasitet", "Mangler", 1016, 96],
        ["Kompetanse", "Mangler", 12, 1],
        ["Kompetanse", "Rutiner", 0, 0],
        ["andre (2 koder, 4 svar)", 4, 0],
        ["N", 1063],
        *([note] for note in plain_table.notes),
    ]


def test_a_crossed_table_has_count_and_percent_of_each_group(
    crossed_table: Table, tmp_path: Path
) -> None:
    rows = values(sheet_of(tmp_path, crossed_table))
    assert rows[1:7] == [
        ["størrelsesgruppe"],
        ["<2000", "2000-5000", "Bydeler"],
        ["Kode", *["Antall", "Prosent"] * 4],
        ["Økonomi", 530, 50, 510, 50, ":", ":", ".", "."],
        ["Annet", 3, 0, 3, 0, 0, 0, ".", "."],
        ["N", 1063, 1020, 40, 0],
    ]


def test_below_one_percent_is_a_zero_that_is_shown_as_below_one(
    plain_table: Table, tmp_path: Path
) -> None:
    cell = sheet_of(tmp_path, plain_table)["D7"]
    assert (cell.value, cell.number_format) == (0, '"<1"')


def test_zero_is_shown_by_its_sign_in_crossed_tables(crossed_table: Table, tmp_path: Path) -> None:
    cell = sheet_of(tmp_path, crossed_table)["F7"]
    assert (cell.value, cell.number_format) == (0, '#,##0;-#,##0;"-"')


def test_heads_are_frozen_and_repeated_in_print(crossed_table: Table, tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, crossed_table)
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B6", "$3:$5")


def test_a_sheet_is_printed_across_on_a4_as_wide_as_the_page(
    plain_table: Table, tmp_path: Path
) -> None:
    page = sheet_of(tmp_path, plain_table).page_setup
    assert (page.orientation, page.paperSize, page.fitToHeight) == ("landscape", 9, 0)


def test_each_table_has_a_sheet_and_several_a_sheet_of_contents(
    plain_table: Table, crossed_table: Table, tmp_path: Path
) -> None:
    assert book_of(tmp_path, plain_table).sheetnames == ["k7.2"]
    book = book_of(tmp_path, plain_table, crossed_table, plain_table)
    assert book.sheetnames == ["Innhold", "k7.2", "k7.2 størrelsesgruppe", "k7.2 (2)"]


def test_the_lines_of_the_contents_lead_to_their_sheets(
    plain_table: Table, crossed_table: Table, tmp_path: Path
) -> None:
    quoted = replace(plain_table, question="k'7")
    sheet = book_of(tmp_path, quoted, crossed_table)["Innhold"]
    lines = [(row[0].value, row[0].hyperlink.location, row[1].value) for row in sheet["A3:B4"]]
    assert lines == [
        ("k'7", "'k''7'!A1", quoted.title),
        ("k7.2 størrelsesgruppe", "'k7.2 størrelsesgruppe'!A1", crossed_table.title),
    ]


@pytest.mark.parametrize(
    ("wanted", "safe"),
    [
        ("a[b]:c*d?e/f\\g", "a b c d e f g"),
        ("'quoted'", "quoted"),
        ("", "Tabell"),
        ("History", "History (2)"),
        ("x" * 40, "x" * 31),
        ("🙂" * 20, "🙂" * 15),
        ("a\x00b", "a\ufffdb"),
    ],
)
def test_sheet_names_are_made_safe(wanted: str, safe: str) -> None:
    assert sheet_names([wanted], "Tabell") == (safe,)


def test_sheet_names_that_differ_in_case_only_are_told_apart() -> None:
    assert sheet_names(["k1", "K1", "k1"], "Tabell") == ("k1", "K1 (2)", "k1 (3)")


def test_long_sheet_names_stay_apart_within_31_characters() -> None:
    names = sheet_names(["x" * 40, "x" * 40], "Tabell")
    assert names[1] == "x" * 27 + " (2)"


def test_quotes_have_headings_text_and_label(selection: QuoteSelection, tmp_path: Path) -> None:
    rows = values(quotes_of(selection, tmp_path))
    assert rows[1] == ["Spørsmål", "Nivå 1", "Nivå 2", "Sitat", "Størrelsesgruppe"]
    assert rows[2][1:] == [
        "Kapasitet",
        "Årsverk",
        "For få årsverk.\n\n1. Det haster.",
        "kommune med 2000-5000 innbyggere",
    ]
    assert rows[-2:] == [["3 tekstutdrag."], ["2 svar ikke kodet."]]


def test_a_draft_says_so_at_the_top_on_every_row_and_page(
    draft: QuoteSelection, tmp_path: Path
) -> None:
    sheet = quotes_of(draft, tmp_path)
    assert sheet["A2"].value == "UTKAST, IKKE GODKJENT"
    assert [sheet.cell(row, 6).value for row in (5, 6, 7)] == ["UTKAST, IKKE GODKJENT"] * 3
    assert sheet.oddHeader is not None
    assert "UTKAST, IKKE GODKJENT" in str(sheet.oddHeader.right.text)


def test_a_long_text_goes_on_in_the_next_cells_and_is_reported(tmp_path: Path) -> None:
    text = "".join(chr(ord("a") + i % 26) for i in range(40_000))
    selection = QuoteSelection("T", "nb", (Quote(("Q",), text, "bydel"),))
    notes = write_quotes(selection, tmp_path / "quotes.xlsx")
    sheet = load_workbook(tmp_path / "quotes.xlsx").worksheets[0]
    assert isinstance(sheet, Worksheet)
    head, row = values(sheet)[1:]
    assert head == ["Spørsmål", "Sitat", "Størrelsesgruppe", "Sitat (forts. 1)"]
    assert (row[2], f"{row[1]}{row[3]}") == ("bydel", text)
    assert notes == (
        "1 text is longer than a cell and split over cells: the rest stands at the row's end.",
    )


def test_pieces_fit_a_cell_in_the_units_that_excel_counts() -> None:
    pieces = cell_pieces("🙂" * 20_000)
    assert "".join(pieces) == "🙂" * 20_000
    assert max(len(piece.encode("utf-16-le")) // 2 for piece in pieces) <= 32_767


def test_a_name_too_long_for_a_cell_is_a_problem_not_a_cut(tmp_path: Path) -> None:
    selection = QuoteSelection("T", "nb", (Quote(("Q" * 40_000,), "tekst", ""),))
    with pytest.raises(Problem, match="cannot hold"):
        write_quotes(selection, tmp_path / "quotes.xlsx")


def test_the_properties_name_nobody(plain_table: Table, tmp_path: Path) -> None:
    properties = book_of(tmp_path, plain_table).properties
    assert (properties.title, properties.creator, properties.lastModifiedBy) == (
        plain_table.title,
        None,
        None,
    )


def test_the_time_in_the_properties_is_fixed(plain_table: Table, tmp_path: Path) -> None:
    assert book_of(tmp_path, plain_table).properties.created.year == 2000
