"""Commands on cases: the matrix in every format, the key, summaries."""

from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from openpyxl import load_workbook

from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import code, fresh, small_study

_FORMATS = ("docx", "xlsx", "html", "md", "json", "txt")


def _coded(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "Samarbeid / Godt")
    code(study, "R2", "Ressurser")
    code(study, "R4", "Samarbeid")
    code(study, "R1", "Ressurser", question="k2")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Three cases with text, two questions."""
    return fresh(folder, _coded)


def _who(study: Path) -> dict[str, str]:
    lines = done("cases", "key", study).out.splitlines()
    return {line.split(": ")[1].split()[0]: line.split(": ")[0] for line in lines}


def test_the_matrix_on_the_screen_has_pseudonyms_and_no_names(study: Path) -> None:
    shown = done("cases", study, "k1")
    assert "UTKAST, IKKE GODKJENT" in shown.out
    assert "«Samarbeidet er godt og tett hele året.»" in shown.out
    assert _who(study)["R1"] in shown.out
    assert "R1" not in shown.out
    assert "Storvik" not in shown.out


def test_who_is_which_is_shown_and_stays_the_same(study: Path) -> None:
    first = done("cases", "key", study)
    assert "Not for publication" in first.err
    assert "Storvik" in first.out
    assert done("cases", "key", study).out == first.out
    assert "gave 4 cases their pseudonyms" in done("log", study).out
    assert "no longer fit" in done("cases", "renumber", study).err
    done("undo", study)
    assert done("cases", "key", study).out == first.out


@pytest.mark.parametrize("ending", _FORMATS)
def test_no_file_tells_who_is_which(study: Path, folder: Path, ending: str) -> None:
    file = folder / f"matrise.{ending}"
    done("cases", study, "-o", file)
    assert file.stat().st_size
    assert done("scan", file, "--study", study).exit_code == 0


def test_the_word_file_is_a_table_across_the_page_with_repeated_heads(
    study: Path, folder: Path
) -> None:
    done("cases", study, "k1", "-o", folder / "m.docx")
    document = Document(str(folder / "m.docx"))
    (table,) = document.tables
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert [cell.text for cell in table.rows[0].cells] == ["Case", "Samarbeid", "Ressurser"]
    assert table.rows[0]._tr.trPr is not None
    assert "tblHeader" in table.rows[0]._tr.xml
    cells = {row.cells[0].text: row.cells[1].text for row in table.rows[1:]}
    assert cells[_who(study)["R4"]] == "«Faste møter hver måned.»"
    assert document.core_properties.author == ""


def test_the_workbook_has_wrapped_cells_and_frozen_heads(study: Path, folder: Path) -> None:
    done("cases", study, "k1", "--turned", "-o", folder / "m.xlsx")
    sheet = load_workbook(folder / "m.xlsx").worksheets[0]
    assert sheet.freeze_panes == "B5"
    assert [sheet["A4"].value, sheet["A5"].value] == ["Tema", "Samarbeid"]
    assert sheet["B5"].alignment.wrap_text


def test_counts_are_numbers(study: Path, folder: Path) -> None:
    done("cases", study, "k1", "--cells", "counts", "--level", 2, "-o", folder / "m.xlsx")
    sheet = load_workbook(folder / "m.xlsx").worksheets[0]
    assert {cell.value for row in sheet["B4:D6"] for cell in row} == {1, ""}


def test_a_summary_stands_instead_of_quotes_or_beside_them(study: Path) -> None:
    who = _who(study)["R1"]
    place = ("--case", who, "--code", "Samarbeid", "-q", "k1")
    done("cases", "summarise", study, "Godt hele veien", *place)
    assert "already" in done("cases", "summarise", study, "Godt hele veien", *place).err
    quote = "«Samarbeidet er godt"
    either, both, quotes, summaries = (
        done("cases", study, "k1", "--cases", "R1", "--cells", kind).out
        for kind in ("either", "both", "quotes", "summaries")
    )
    assert ("Godt hele veien" in either, quote in either) == (True, False)
    assert ("Godt hele veien" in both, quote in both) == (True, True)
    assert ("Godt hele veien" in quotes, quote in quotes) == (False, True)
    assert ("Godt hele veien" in summaries, quote in summaries) == (True, False)
    done("undo", study)
    assert quote in done("cases", study, "k1", "--cases", who).out
    done("redo", study)
    done("cases", "summarise", study, "--remove", *place)
    assert quote in done("cases", study, "k1", "--cases", who).out


def test_a_name_in_a_summary_is_said_at_once_and_stops_the_file(study: Path, folder: Path) -> None:
    place = ("--case", "R1", "--code", "Samarbeid", "-q", "k1")
    told = done("cases", "summarise", study, "Tett samarbeid i Storvik kommune", *place)
    assert "It may tell who it is: Storvik" in told.err
    stopped = refused("cases", study, "-o", folder / "m.docx")
    assert "Storvik" in stopped
    assert not (folder / "m.docx").exists()


def test_the_band_stands_beside_the_pseudonym_only_when_asked_for(study: Path) -> None:
    assert "innbyggere" not in done("cases", study, "k1").out
    shown = done("cases", study, "k1", "--with-band")
    assert "easier to recognise" in shown.err
    assert "Størrelsesgruppen står ved pseudonymet" in " ".join(shown.out.split())


def test_only_approved_quotes_and_then_no_draft(study: Path) -> None:
    refused("cases", study, "k1", "--approved")
    done("mask", study, "k1", "--approve", "R4")
    shown = done("cases", study, "k1", "--approved").out
    assert "Faste møter" in shown
    assert "UTKAST" not in shown
    assert "Samarbeidet er godt" not in shown


def test_what_is_not_there_and_what_is_wrong_is_said(study: Path) -> None:
    assert "no case Kommune 99" in refused("cases", study, "--cases", "Kommune 99")
    misused("cases", study, "--cells", "all")
    misused("cases", "summarise", study, "Noe", "--case", "R1")
    refused("cases", "summarise", study, "Noe", "--case", "R1", "--code", "Finnes ikke")
