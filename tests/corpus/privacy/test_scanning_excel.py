"""Whatever is written anywhere in an Excel file reaches the last gate."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from corpus.privacy.finder import Finder
from corpus.privacy.scan.gate import scan_file

FINDER = Finder(["Karasjok", "Time"])
Plant = Callable[[xlsxwriter.Workbook, xlsxwriter.workbook.Worksheet], None]


def in_cell(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    sheet.write_string("B4", "Vi i Karasjok")


def in_rich_cell(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    sheet.write_rich_string("B4", "Vi i Kara", book.add_format({"bold": True}), "sjok", " har")


def in_hidden_sheet(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    hidden = book.add_worksheet("Skjult")
    hidden.write_string("A1", "Vi i Karasjok")
    hidden.very_hidden()


def in_hidden_row(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    sheet.write_string("A3", "Vi i Karasjok")
    sheet.set_row(2, None, None, {"hidden": True})


def in_comment(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    sheet.write_comment("A1", "Dette er fra Karasjok")


def in_formula(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    sheet.write_formula("A1", '="fra Karasjok"', None, "")


def in_formula_result(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    sheet.write_formula("A1", "=A2", None, "fra Karasjok")


def in_header(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    sheet.set_header("&LKarasjok&RSide &P")


def in_sheet_name(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    book.add_worksheet("Fra Karasjok")


def in_defined_name(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    book.define_name("Fra_Karasjok", "=Sitater!$A$1")


def in_property(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    book.set_properties({"subject": "Svar fra Karasjok"})


def in_custom_property(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    book.set_custom_property("Kilde", "Svar fra Karasjok")


def in_chart(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Sitater!$A$1:$A$2"})
    chart.set_title({"name": "Svar fra Karasjok"})
    sheet.insert_chart("D1", chart)


def in_text_box(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    sheet.insert_textbox("D1", "Svar fra Karasjok")


def in_input_message(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
    sheet.data_validation(
        "A1", {"validate": "any", "input_title": "Husk", "input_message": "Svar fra Karasjok"}
    )


@pytest.mark.parametrize(
    ("plant", "place"),
    [
        (in_cell, "sheet 'Sitater', cell B4"),
        (in_rich_cell, "sheet 'Sitater', cell B4"),
        (in_hidden_sheet, "sheet 'Skjult', cell A1"),
        (in_hidden_row, "sheet 'Sitater', cell A3"),
        (in_comment, "comments"),
        (in_formula, "sheet 'Sitater', cell A1"),
        (in_formula_result, "sheet 'Sitater', cell A1"),
        (in_header, "sheet 'Sitater'"),
        (in_sheet_name, "workbook"),
        (in_defined_name, "workbook"),
        (in_property, "document properties"),
        (in_custom_property, "document properties"),
        (in_chart, "drawings, paragraph 1"),
        (in_text_box, "drawings, paragraph 1"),
        (in_input_message, "sheet 'Sitater'"),
    ],
)
def test_a_planted_name_is_found_with_its_place(plant: Plant, place: str, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "quotes.xlsx") as book:
        plant(book, book.add_worksheet("Sitater"))
    leaks = scan_file(tmp_path / "quotes.xlsx", FINDER)
    assert place in [leak.place for leak in leaks]
    assert {leak.hit.text for leak in leaks} == {"Karasjok"}


def test_a_workbook_of_another_program_is_read(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "quotes.xlsx") as book:
        book.add_worksheet("Sitater").write_string("B4", "Vi i Karasjok")
    load_workbook(tmp_path / "quotes.xlsx").save(tmp_path / "again.xlsx")
    (leak,) = scan_file(tmp_path / "again.xlsx", FINDER)
    assert leak.place == "sheet 'Sitater', cell B4"


def test_a_telephone_number_stored_as_a_number_is_found(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "quotes.xlsx") as book:
        book.add_worksheet("Sitater").write_number("A1", 22334455)
    assert [leak.hit.text for leak in scan_file(tmp_path / "quotes.xlsx", FINDER)] == ["22334455"]


def test_a_table_of_counts_passes(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "table.xlsx") as book:
        sheet = book.add_worksheet("Tabell 1")
        for row, cells in enumerate((("Tema", "Antall"), ("Time hos lege", 14), ("Sum", 1450))):
            sheet.write_row(row, 0, cells)
    assert scan_file(tmp_path / "table.xlsx", FINDER) == ()
