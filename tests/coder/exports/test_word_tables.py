"""Tables as a Word file, opened again."""

from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from coder.exports.word import write_tables
from coder.results.table import Row, Table


def written(folder: Path, *tables: Table) -> Opened:
    write_tables(tables, folder / "tables.docx")
    return Document(str(folder / "tables.docx"))


def texts(opened: Opened, number: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened.tables[number].rows]


def test_a_plain_table_has_code_count_and_percent(plain_table: Table, tmp_path: Path) -> None:
    assert texts(written(tmp_path, plain_table)) == [
        ["Kode", "Antall", "Prosent"],
        ["Kapasitet / Mangler", "1\u00a0016", "96"],
        ["Kompetanse / Mangler", "12", "1"],
        ["Rutiner", "0", "0"],
        ["andre (2 koder, 4 svar)", "4", "<1"],
    ]


def test_a_crossed_table_has_percent_under_heads_with_n(
    crossed_table: Table, tmp_path: Path
) -> None:
    over = "Størrelsesgruppe (prosent av n)"
    assert texts(written(tmp_path, crossed_table)) == [
        ["Kode", "Alle", "Alle", over, over, over],
        ["Kode", "Antall", "Prosent", "<2000\nn=1\u00a0020", "2000-5000\nn=40", "Bydeler\nn=0"],
        ["Økonomi", "530", "50", "50", ":", "."],
        ["Annet", "3", "<1", "<1", "-", "."],
    ]


def test_captions_are_numbered_by_a_field_with_its_result(
    plain_table: Table, single_table: Table, tmp_path: Path
) -> None:
    opened = written(tmp_path, plain_table, single_table)
    captions = [p for p in opened.paragraphs if p.style and p.style.name == "Caption"]
    codes = [caption._p.findall(".//" + qn("w:instrText")) for caption in captions]
    assert [code.text for (code,) in codes] == [r" SEQ Tabell \* ARABIC "] * 2
    assert [caption.text for caption in captions] == [
        f"Tabell 1. {plain_table.title}",
        f"Tabell 2. {single_table.title}",
    ]


def test_heads_are_repeated_on_every_page(crossed_table: Table, tmp_path: Path) -> None:
    rows = written(tmp_path, crossed_table).tables[0]._tbl.tr_lst
    repeated = [row.find(".//" + qn("w:tblHeader")) is not None for row in rows]
    assert repeated == [True, True, False, False]


def test_no_row_is_split_over_pages(crossed_table: Table, tmp_path: Path) -> None:
    rows = written(tmp_path, crossed_table).tables[0]._tbl.tr_lst
    assert all(row.find(".//" + qn("w:cantSplit")) is not None for row in rows)


def test_every_cell_of_the_total_has_a_line_above(single_table: Table, tmp_path: Path) -> None:
    total = written(tmp_path, single_table).tables[0]._tbl.tr_lst[-1]
    assert len(total.findall(".//" + qn("w:tcBorders"))) == 3


def test_notes_stand_under_the_table(plain_table: Table, tmp_path: Path) -> None:
    notes = [p.text for p in written(tmp_path, plain_table).paragraphs[-2:]]
    assert notes == list(plain_table.notes)


def test_few_groups_stand_upright_and_many_across(
    plain_table: Table, wide_table: Table, tmp_path: Path
) -> None:
    sections = written(tmp_path, plain_table, wide_table, plain_table).sections
    upright, across = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
    assert [section.orientation for section in sections] == [upright, across, upright]


def test_groups_that_do_not_fit_go_on_under_the_same_number(
    wide_table: Table, tmp_path: Path
) -> None:
    opened = written(tmp_path, wide_table)
    widths = [len(table.columns) for table in opened.tables]
    captions = [p.text for p in opened.paragraphs if p.text.startswith("Tabell")]
    assert widths == [1 + 2 + 7, 1 + 8]
    assert captions[1] == "Tabell 1 (forts.)"


def test_a_table_is_as_wide_as_its_page(wide_table: Table, tmp_path: Path) -> None:
    opened = written(tmp_path, wide_table)
    section = opened.sections[0]
    assert section.page_width is not None
    assert section.left_margin is not None
    assert section.right_margin is not None
    room = section.page_width - section.left_margin - section.right_margin
    widths = [sum(column.width or 0 for column in table.columns) for table in opened.tables]
    assert widths == [room, room]


def test_the_properties_name_nobody(plain_table: Table, tmp_path: Path) -> None:
    core = written(tmp_path, plain_table).core_properties
    assert (core.title, core.author) == (plain_table.title, "")


def test_the_notes_of_a_long_table_never_stand_alone_on_a_page(
    plain_table: Table, tmp_path: Path
) -> None:
    rows = tuple(Row((f"Kode {n}",), None, 1, 1) for n in range(40))
    (table,) = written(tmp_path, replace(plain_table, rows=rows)).tables
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows[1:]]
    assert kept == [None] * 38 + [True] * 2
