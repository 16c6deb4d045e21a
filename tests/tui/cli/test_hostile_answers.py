"""Answers that a terminal, Excel or a markup would obey: stored as they are, shown safely."""

import csv
import io
import json
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.tui.cli.running import done, refused, run
from tests.tui.cli.studies import code, fresh, study_of, table_file, texts

HOSTILE = (
    "[/] og [/red] og [@click=app.quit]x[/]",
    "\x1b]0;tittel\x07 \x1b[31mrødt\x1b[0m \x9b1m",
    "NUL \x00 midt i",
    "familie 👩‍👩‍👧 og flagg 🇳🇴",
    "=1+1",
    "+47 hei",
    "-minus",
    "@SUM(A1)",
    "bidi \u202eabc\u202c og \u200bnull bredde",
    '<script>alert("æ")</script> & mer',
    "a;b,c\td\n\nlinje",
    "'enkelt' og \"dobbelt\"",
    "*stjerner* _strek_ # ikke overskrift",
    "{0} %s \\n $HOME `ls`",
)
OBEYED = ("\x1b", "\x07", "\x00", "\u202e", "\u202c", "\u200b", "\x9b", "\r")
CODE = "[/] =kode\x1b[31m"


def _coded(folder: Path) -> Path:
    study = study_of(folder, HOSTILE)
    rows = [(f"R{number}", "k1", CODE) for number in range(1, len(HOSTILE) + 1)]
    file = table_file(folder / "koder.csv", [("respondent", "question", "codes"), *rows])
    done("code", study, "--from", file)
    done("mask", study, "--release", "NUL", "--release", "HOME")
    return study


@pytest.fixture
def coded(folder: Path) -> Path:
    """A study with all hostile answers under one hostile code."""
    return fresh(folder, _coded)


def test_the_stored_text_is_the_text_of_the_file(folder: Path) -> None:
    stored = texts(study_of(folder, HOSTILE))
    assert tuple(stored.values()) == HOSTILE


def test_an_answer_of_one_megabyte_comes_in_whole(folder: Path) -> None:
    long = "æøå " * 262_144
    assert texts(study_of(folder, [long + "slutt", "kort svar"]))["R1"] == long + "slutt"


def test_csv_on_stdout_holds_the_stored_text(folder: Path) -> None:
    study = study_of(folder, HOSTILE)
    out = done("answers", study, "k1", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out, newline=""), delimiter=";"))
    assert tuple(row["text"] for row in rows) == HOSTILE


@pytest.mark.parametrize(
    "arguments",
    [
        *(("status",), ("answers", "k1"), ("check",), ("log",), ("question", "k1"), ("bands",)),
        *(("table", "k1"), ("quotes",), ("mask",), ("codebook", "show", "--question", "k1")),
    ],
)
def test_what_is_printed_to_be_read_has_nothing_a_terminal_obeys(
    coded: Path, arguments: tuple[str, ...]
) -> None:
    place = 2 if arguments[0] == "codebook" else 1
    words = [*arguments[:place], coded, *arguments[place:]]
    result = run(*words)
    assert result.exit_code in (0, 3)
    assert not any(sign in result.out + result.err for sign in OBEYED)


def test_problems_name_hostile_things_safely(coded: Path) -> None:
    said = refused("answers", coded, "k1", "--code", "nosuch\x1b[31m")
    assert "\x1b" not in said


@pytest.mark.parametrize("form", ["text", "json", "csv", "md", "html", "xlsx", "docx"])
def test_quotes_are_written_in_every_format(folder: Path, coded: Path, form: str) -> None:
    output = folder / f"sitater.{'txt' if form == 'text' else form}"
    done("quotes", coded, "-o", output)
    assert output.stat().st_size > 500
    assert done("scan", output, "--study", coded).exit_code == 0
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize("form", ["text", "json", "csv", "xlsx", "docx"])
def test_tables_are_written_in_every_format(folder: Path, coded: Path, form: str) -> None:
    output = folder / f"tabell.{'txt' if form == 'text' else form}"
    done("table", coded, "k1", "-o", output)
    assert output.stat().st_size > 50


def test_json_of_quotes_has_every_text(coded: Path) -> None:
    quotes = done("quotes", coded, "--format", "json").json["quotes"]
    assert sorted(each["text"] for each in quotes) == sorted(HOSTILE)


def test_a_workbook_of_quotes_reopens_without_formulas(folder: Path, coded: Path) -> None:
    done("quotes", coded, "-o", "sitater.xlsx")
    book = openpyxl.load_workbook("sitater.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in cells if cell.data_type == "f"] == []
    values = {cell.value for cell in cells}
    assert {"=1+1", "@SUM(A1)", "-minus", "+47 hei"} <= values


def test_a_word_document_of_quotes_reopens_with_every_quote(folder: Path, coded: Path) -> None:
    done("quotes", coded, "--no-labels", "-o", "sitater.docx")
    text = "\n".join(each.text for each in docx.Document("sitater.docx").paragraphs)
    for plain in ("[/] og [/red] og [@click=app.quit]x[/]", "=1+1", '<script>alert("æ")</script>'):
        assert plain in text


def test_signs_a_file_cannot_hold_are_replaced_and_that_is_said(coded: Path) -> None:
    said = done("quotes", coded, "-o", "sitater.docx").err
    assert "control characters were replaced" in said


def test_text_longer_than_a_cell_is_never_cut_in_silence(folder: Path) -> None:
    study = study_of(folder, ["x" * 40_000, "kort"])
    code(study, "R1", "Lang")
    said = done("quotes", study, "-o", "sitater.xlsx").err
    assert "longer than a cell" in said
    sheets = openpyxl.load_workbook("sitater.xlsx")
    found = sum(
        str(cell.value or "").count("x")
        for sheet in sheets
        for row in sheet.iter_rows()
        for cell in row
        if set(str(cell.value)) == {"x"}
    )
    assert found == 40_000


def test_formulas_in_csv_are_defused_on_request(coded: Path) -> None:
    done("quotes", coded, "-o", "plain.csv")
    done("quotes", coded, "-o", "safe.csv", "--formula-safe")
    plain, safe = (Path(name).read_text("utf-8-sig") for name in ("plain.csv", "safe.csv"))
    assert ";=1+1" in plain
    assert ";'=1+1" in safe
    assert Path("plain.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_status_of_a_hostile_question_is_json(folder: Path) -> None:
    (folder / "svar.csv").write_bytes(b'id;"k1 Hva \x1b[31m [/]?"\nR1;Et langt svar\n')
    done("new", "studie")
    done("import", "studie", "svar.csv", "--question", "k1")
    status = json.loads(done("status", "studie", "--json").out)
    assert status["questions"][0]["text"] == "Hva \x1b[31m [/]?"
    assert "\x1b" not in done("question", "studie", "k1").out
