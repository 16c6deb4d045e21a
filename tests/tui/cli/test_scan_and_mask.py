"""The last gate: what would tell who answered is found, and no file is written."""

import json
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.tui.cli.running import done, misused, refused, run
from tests.tui.cli.studies import code, small_study

LEAKS = (
    "Vi i Storvik er fornøyd.",
    "Skriv til kari@example.no i dag.",
    "Ring 73 59 30 00 i dag.",
    "Nummeret er 12038512345.",
)
CLEAN = "Vi har et godt samarbeid med NAV og DPS, og 12 årsverk i 2016."


@pytest.fixture
def study(folder: Path) -> Path:
    """Respondents with the own names Storvik, Lillevik, Tverrdal and Nyvik."""
    return small_study(folder)


def _write(name: str, text: str) -> Path:
    path = Path(name)
    if path.suffix == ".docx":
        document = docx.Document()
        document.add_paragraph(text)
        document.core_properties.author = ""
        document.save(name)
    elif path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        book.create_sheet("Skjult").sheet_state = "hidden"
        book["Skjult"]["B7"] = text
        book.save(name)
    elif path.suffix == ".json":
        path.write_text(json.dumps({"a": [text]}))
    else:
        path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("ending", ["txt", "md", "csv", "json", "html", "docx", "xlsx"])
@pytest.mark.parametrize("leak", LEAKS)
def test_a_planted_leak_is_found_in_every_kind_of_file(study: Path, leak: str, ending: str) -> None:
    result = run("scan", _write(f"ferdig.{ending}", leak), "--study", study)
    assert result.exit_code == 3
    assert result.out.strip()


@pytest.mark.parametrize("ending", ["txt", "md", "csv", "json", "html", "docx", "xlsx"])
def test_a_clean_file_is_clean(study: Path, ending: str) -> None:
    assert "Nothing was found" in done("scan", _write(f"a.{ending}", CLEAN), "--study", study).out


def test_the_place_of_a_leak_is_told(study: Path) -> None:
    assert (
        "sheet 'Skjult', cell B7" in run("scan", _write("a.xlsx", LEAKS[0]), "--study", study).out
    )


@pytest.mark.parametrize("name", ["nosuch.docx", ".", "nosuch", "bilde.png", "tom.docx"])
def test_a_file_that_cannot_be_searched_is_refused(study: Path, name: str) -> None:
    Path("bilde.png").write_bytes(b"\x89PNG")
    Path("tom.docx").write_bytes(b"")
    refused("scan", name, "--study", study)


def test_a_study_is_needed(study: Path) -> None:
    misused("scan", _write("a.txt", CLEAN))
    refused("scan", "a.txt", "--study", "nosuch")


@pytest.mark.parametrize("form", ["txt", "json", "csv", "xlsx", "docx"])
def test_a_name_in_a_code_stops_the_table_and_leaves_no_file(study: Path, form: str) -> None:
    code(study, "R1", "Som i Storvik")
    said = refused("table", study, "k1", "-o", f"tabell.{form}")
    assert "Storvik" in said
    assert not Path(f"tabell.{form}").exists()
    assert not list(Path().glob(".*"))


def test_a_name_in_a_code_stops_what_would_be_printed(study: Path) -> None:
    code(study, "R1", "Som i Storvik")
    for command in ("table", "quotes"):
        result = run(command, study, "k1")
        assert (result.exit_code, result.out) == (1, "")


def test_the_old_file_stays_when_the_new_one_is_stopped(study: Path) -> None:
    code(study, "R1", "Godt")
    done("quotes", study, "-o", "sitater.docx")
    before = Path("sitater.docx").read_bytes()
    done("codebook", "rename", study, "--question", "k1", "Godt", "Som i Storvik")
    refused("quotes", study, "-o", "sitater.docx")
    assert Path("sitater.docx").read_bytes() == before


def test_a_released_word_stands_in_quotes_and_passes_the_gate(study: Path) -> None:
    code(study, "R1", "Som i Storvik")
    done("mask", study, "--release", "Storvik")
    assert "Som i Storvik" in done("table", study, "k1").out
    done("undo", study)
    refused("table", study, "k1")


def test_an_added_name_is_masked_in_any_case_until_it_is_released(study: Path) -> None:
    code(study, "R1", "Som på solstua i lia")
    assert "solstua" in done("table", study, "k1").out
    done("mask", study, "--add", "Solstua i lia")
    refused("table", study, "k1")
    done("mask", study, "--release", "Solstua i lia")
    assert "solstua" in done("table", study, "k1").out


def test_what_is_masked_is_listed_for_the_researcher_only(folder: Path) -> None:
    header = "id;kommune;k1 Beskriv samarbeidet"
    Path("svar.csv").write_text(f"{header}\nR1;Storvik;I Storvik er det godt å bo for alle\n")
    done("new", "annen")
    done("import", "annen", "svar.csv", "--name", "kommune", "--question", "k1")
    result = done("mask", "annen")
    assert "k1 R1: I »Storvik« er det" in result.out
    assert "Not for publication" in result.err
    assert "There is no question" in refused("mask", "annen", "k9")
    refused("mask", "annen", "--release", " ")
