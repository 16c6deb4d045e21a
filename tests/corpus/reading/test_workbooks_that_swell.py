"""Small workbooks that would fill the memory are refused before they are unpacked."""

import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from corpus.problems import Problem
from corpus.reading.files import read_sheet
from tests.corpus.reading.tables import repacked, text_cell, write_ods, write_xlsx

SHEET = "xl/worksheets/sheet1.xml"
TEXT_CELL = '<c r="{0}" t="inlineStr"><is><t>x</t></is></c>'


def small(path: Path) -> Path:
    """A workbook with two columns and two rows."""
    return write_xlsx(path, [["id", "x"], ["R1", "a"]])


def with_cells(folder: Path, rows: str) -> Path:
    """A workbook whose sheet has these rows of XML."""
    new = f"{rows}</sheetData>"
    return repacked(small(folder / "a.xlsx"), folder / "b.xlsx", SHEET, "</sheetData>", new)


def refused(path: Path, said: str) -> None:
    """Assert that a file is refused, saying so."""
    with pytest.raises(Problem, match=said):
        read_sheet(path)


def test_a_part_that_unpacks_to_far_more_than_the_file_is_refused(tmp_path: Path) -> None:
    path = small(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.png", bytes(120_000_000))
    refused(path, "unpacks from")


def test_a_part_larger_than_it_claims_is_refused(tmp_path: Path) -> None:
    swollen = with_cells(tmp_path, f"<row><c><v>{'1' * 3_000_000}</v></c></row>")
    with zipfile.ZipFile(swollen) as archive:
        whole = archive.read(SHEET)
    claimed = whole[:500]
    data = swollen.read_bytes()
    for value, lie in ((len(whole), 500), (zlib.crc32(whole), zlib.crc32(claimed))):
        data = data.replace(struct.pack("<I", value), struct.pack("<I", lie))
    swollen.write_bytes(data)
    refused(swollen, "damaged")


def test_a_cell_in_the_last_corner_is_refused(tmp_path: Path) -> None:
    corner = f'<row r="1048576">{TEXT_CELL.format("XFD1048576")}</row>'
    refused(with_cells(tmp_path, corner), "1048576 rows and 16384 columns")


def test_a_cell_outside_every_sheet_is_refused(tmp_path: Path) -> None:
    refused(with_cells(tmp_path, f"<row>{TEXT_CELL.format('ZZZZ99999999')}</row>"), "damaged")


def test_cells_without_references_are_counted_too(tmp_path: Path) -> None:
    rows = "<row/>" * 600_000 + '<row><c t="inlineStr"><is><t>x</t></is></c></row>'
    refused(with_cells(tmp_path, rows), "more than can be read")


def test_an_empty_styled_cell_far_away_does_no_harm(tmp_path: Path) -> None:
    path = with_cells(tmp_path, '<row r="1048576"><c r="XFD1048576" s="0"/></row>')
    assert len(read_sheet(path).rows) == 1


def test_one_long_text_shared_by_many_cells_is_refused(tmp_path: Path) -> None:
    path = small(tmp_path / "a.xlsx")
    cells = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(3, 900)
    )
    path = repacked(path, tmp_path / "b.xlsx", SHEET, "</sheetData>", f"{cells}</sheetData>")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst><si><t>{'x' * 300_000}</t></si></sst>")
    refused(path, "million characters")


def test_a_document_type_in_a_workbook_is_refused(tmp_path: Path) -> None:
    entity = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet'
    path = repacked(small(tmp_path / "a.xlsx"), tmp_path / "b.xlsx", SHEET, "<worksheet", entity)
    refused(path, "damaged")


def test_repeated_cells_of_an_open_document_are_counted(tmp_path: Path) -> None:
    rows = [[text_cell("x", repeated=4000)]]
    refused(write_ods(tmp_path / "a.ods", rows, repeated=100_000), "100000 rows and 4000 columns")


def test_repeated_long_text_of_an_open_document_is_counted(tmp_path: Path) -> None:
    rows = [[text_cell("x" * 300_000, repeated=1000)]]
    refused(write_ods(tmp_path / "a.ods", rows), "million characters")


def test_a_count_that_is_no_number_is_refused(tmp_path: Path) -> None:
    rows = [[text_cell("x").replace('repeated="1"', 'repeated="many"')]]
    refused(write_ods(tmp_path / "a.ods", rows), "damaged")


def test_empty_repeated_rows_of_an_open_document_do_no_harm(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = [[text_cell("x")], [text_cell("y")], *[[empty]] * 3]
    path = write_ods(tmp_path / "a.ods", rows, repeated=300_000, after=2)
    sheet = read_sheet(path)
    assert (sheet.header, sheet.rows) == (("x",), ((2, ("y",)),))
