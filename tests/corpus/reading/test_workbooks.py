"""Workbooks are read as their authors see them, and say what could not be read."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest

from corpus.problems import Problem
from corpus.reading import spreadsheet
from corpus.reading.files import read_sheet
from tests.corpus.reading.tables import options, repacked, text_cell, write_ods, write_xlsx


def only_row(path: Path) -> tuple[str, ...]:
    """The cells of the first row below the header."""
    return read_sheet(path).rows[0][1]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7379.0, "7379"),
        (7379, "7379"),
        (12.5, "12.5"),
        (True, "TRUE"),
        (date(2016, 1, 31), "2016-01-31"),
        (datetime(2016, 1, 31, 12, 5), "2016-01-31 12:05:00"),
        (time(8, 30), "08:30:00"),
        (timedelta(hours=30), "30:00:00"),
        ("  tekst ", "  tekst "),
        ("to\nlinjer", "to\nlinjer"),
        ("_x000D_", "_x000D_"),
        ("0301", "0301"),
    ],
)
def test_a_cell_is_read_as_it_is_seen(tmp_path: Path, value: object, text: str) -> None:
    if value == "_x000D_":
        value = "_x005F_x000D_"
    assert only_row(write_xlsx(tmp_path / "a.xlsx", [["id", "x"], ["R1", value]])) == ("R1", text)


def test_an_escaped_character_is_decoded(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["id", "x"], ["R1", "a_x000D_b"]])
    assert only_row(path) == ("R1", "a\rb")


def test_error_cells_are_blank_and_reported(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["id", "x"], ["R1", "#N/A"], ["R2", "b"]])
    sheet = read_sheet(path)
    assert sheet.rows[0][1] == ("R1", "")
    assert [(odd.row, odd.kind) for odd in sheet.oddities] == [(2, "unreadable cell")]
    assert "B2" in sheet.oddities[0].sentence


def test_formulas_without_a_result_are_blank_and_reported(tmp_path: Path) -> None:
    sheet = read_sheet(write_xlsx(tmp_path / "a.xlsx", [["id", "x"], ["R1", "=1+1"]]))
    assert [(odd.row, odd.kind) for odd in sheet.oddities] == [(2, "unreadable cell")]


def test_rows_are_numbered_as_in_the_spreadsheet(tmp_path: Path) -> None:
    rows: list[list[object]] = [[], [None, "id", "x"], [None, "R1", "a"], [], [None, "R2", "b"]]
    sheet = read_sheet(write_xlsx(tmp_path / "a.xlsx", rows))
    assert (sheet.header, sheet.rows) == (("id", "x"), ((3, ("R1", "a")), (5, ("R2", "b"))))


def test_a_column_without_header_is_named_by_its_letter(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [[None, "id"], [None, "R1", "a"]])
    with pytest.raises(Problem, match="Column C has no name"):
        read_sheet(path)


def test_the_content_decides_not_the_ending(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["id", "x"], ["R1", "a"]])
    assert only_row(path.rename(tmp_path / "a.csv")) == ("R1", "a")
    text = tmp_path / "b.xlsx"
    text.write_bytes(b"id;x\nR2;b\n")
    assert only_row(text) == ("R2", "b")


def test_open_document_sheets_are_read(tmp_path: Path) -> None:
    opendocument = pytest.importorskip("odf.opendocument")
    tables = pytest.importorskip("odf.table")
    texts = pytest.importorskip("odf.text")
    document = opendocument.OpenDocumentSpreadsheet()
    table = tables.Table(name="Svar")
    for row in (["id", "innbyggere", "k1 Hva?"], ["R1", 7379, "på øya"], ["R2", 12.5, ""]):
        line = tables.TableRow()
        for value in row:
            kind = {"valuetype": "float", "value": value} if isinstance(value, int | float) else {}
            cell = tables.TableCell(**kind) if kind else tables.TableCell(valuetype="string")
            cell.addElement(texts.P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(str(tmp_path / "a.ods"))
    sheet = read_sheet(tmp_path / "a.ods")
    assert [cells for _, cells in sheet.rows] == [("R1", "7379", "på øya"), ("R2", "12.5", "")]


def test_error_cells_of_an_open_document_are_blank_and_reported(tmp_path: Path) -> None:
    error = (
        '<table:table-cell office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'
    )
    rows = [[text_cell("id"), text_cell("x")], [text_cell("R1"), error]]
    sheet = read_sheet(write_ods(tmp_path / "a.ods", rows))
    assert sheet.rows == ((2, ("R1", "")),)
    assert sheet.oddities[0].sentence == "Cell B2 holds the error #N/A and is read as blank."


def test_a_panic_of_the_library_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PanicException(BaseException):
        """Named as the library's own, which cannot be imported."""

    def panic(data: object) -> None:
        raise PanicException

    path = write_xlsx(tmp_path / "a.xlsx", [["id", "x"], ["R1", "a"]])
    monkeypatch.setattr(spreadsheet, "CalamineWorkbook", SimpleNamespace(from_filelike=panic))
    with pytest.raises(Problem, match="damaged"):
        read_sheet(path)


def test_an_old_workbook_is_read(tmp_path: Path) -> None:
    sheet = read_sheet(Path(__file__).with_name("old.xls"))
    assert sheet.header == ("id", "innbyggere", "k1 Hva?")
    assert [cells for _, cells in sheet.rows] == [("R1", "7379", "på øya"), ("R2", "12.5", "")]


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    """A workbook of several sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


TABLE: list[list[object]] = [["id", "x"], ["R1", "a"]]
OTHER: list[list[object]] = [["id", "x"], ["R2", "b"]]


def test_the_only_sheet_with_content_is_read_without_doubt(tmp_path: Path) -> None:
    sheet = read_sheet(workbook(tmp_path / "a.xlsx", Empty=[], Svar=TABLE, Last=[]))
    assert (sheet.sheet, sheet.doubts) == ("Svar", ())


def test_of_several_sheets_with_content_the_first_is_read_with_a_doubt(tmp_path: Path) -> None:
    sheet = read_sheet(workbook(tmp_path / "a.xlsx", En=TABLE, To=OTHER))
    assert (sheet.sheet, options(sheet.doubts)) == ("En", '--sheet "En"')


def test_a_title_page_is_not_taken_for_the_table(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Om=[["Undersøkelsen 2016"]], Svar=TABLE)
    assert read_sheet(path).sheet == "Svar"


def test_the_sheet_a_person_names_is_read_without_doubt(tmp_path: Path) -> None:
    sheet = read_sheet(workbook(tmp_path / "a.xlsx", En=TABLE, To=OTHER), sheet=" to ")
    assert (sheet.sheet, sheet.rows[0][1], sheet.doubts) == ("To", ("R2", "b"), ())


def test_an_unknown_sheet_is_a_problem_that_lists_the_sheets(tmp_path: Path) -> None:
    with pytest.raises(Problem) as told:
        read_sheet(workbook(tmp_path / "a.xlsx", Svar=TABLE, Koder=OTHER), sheet="Kodar")
    assert "“Koder”?" in told.value.hint
    assert "Svar, Koder" in told.value.hint


def test_hidden_sheets_do_not_count_beside_visible_ones(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Lister=OTHER, Svar=TABLE)
    book = openpyxl.load_workbook(path)
    book["Lister"].sheet_state = "hidden"
    book.save(path)
    sheet = read_sheet(path)
    assert (sheet.sheet, sheet.doubts) == ("Svar", ())


def test_an_empty_workbook_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="empty"):
        read_sheet(workbook(tmp_path / "a.xlsx", En=[], To=[]))


def test_an_empty_sheet_that_is_named_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="empty"):
        read_sheet(workbook(tmp_path / "a.xlsx", En=TABLE, To=[]), sheet="To")


def test_cells_without_a_reference_are_counted(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["id", "x"], ["R1", "#N/A"]])
    for old, new in ((' r="B2"', ""), (' r="2"', "")):
        path = repacked(path, tmp_path / f"{len(old)}.xlsx", "xl/worksheets/sheet1.xml", old, new)
    assert "B2" in read_sheet(path).oddities[0].sentence
