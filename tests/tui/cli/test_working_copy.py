"""The working copy: whole texts with who wrote them, marked so that nobody takes it for print."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import code, fresh, small_study

MARK = "INNEHOLDER-IDENTIFISERBARE-OPPLYSNINGER"


def _coded(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "Samarbeid / Møter")
    code(study, "R2", "Kapasitet")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Two answers coded."""
    return fresh(folder, _coded)


def test_word_has_texts_and_names_and_the_marking_on_every_page(study: Path, folder: Path) -> None:
    done("working-copy", study, "k1", "--yes", "-o", folder / "a.docx")
    assert not (folder / "a.docx").exists()
    document = Document(str(folder / f"a-{MARK}.docx"))
    text = "\n".join(each.text for each in document.paragraphs)
    assert "R1" in text
    assert "Storvik" in text
    assert MARK.replace("-", " ") in "\n".join(
        each.text for each in document.sections[0].header.paragraphs
    )


def test_the_workbook_has_a_row_for_each_piece_of_a_code(study: Path, folder: Path) -> None:
    options = ("--code", "Samarbeid", "--yes", "-o", folder / "a.xlsx")
    done("working-copy", study, "k1", *options)
    sheet = load_workbook(folder / f"a-{MARK}.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [row[3] for row in rows] == ["R1"]
    assert MARK.replace("-", " ") in str(sheet["A1"].value)
    assert sheet.oddHeader is not None
    assert MARK.replace("-", " ") in str(sheet.oddHeader.right.text)


def test_nothing_is_written_unasked_and_what_is_written_is_in_the_log(
    study: Path, folder: Path
) -> None:
    assert "--yes" in refused("working-copy", study, "-o", folder / "a.docx")
    assert not list(folder.glob(f"*{MARK}*"))
    done("working-copy", study, "--yes", "-o", folder / "a.docx")
    assert f"a-{MARK}.docx" in done("log", study).out


def test_it_needs_a_file_coded_text_and_a_question_for_a_code(study: Path, folder: Path) -> None:
    assert "written to a file" in refused("working-copy", study, "--yes")
    assert "no such coded text" in refused(
        "working-copy", study, "k2", "--yes", "-o", folder / "a.docx"
    )
    assert "no such coded text" in refused(
        "working-copy", study, "--chosen", "--yes", "-o", folder / "a.docx"
    )
    misused("working-copy", study, "--code", "Samarbeid", "-o", folder / "a.docx")


def test_the_log_says_what_a_table_that_is_not_saved_hid(study: Path, folder: Path) -> None:
    done("table", study, "k1", "--by", "band", "-o", folder / "t.csv")
    assert "exported a table of k1 to t.csv" in done("log", study).out
    done("table", study, "k1", "-o", folder / "u.csv")
    assert "u.csv" not in done("log", study).out
