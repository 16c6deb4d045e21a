"""Files that cannot be imported as they are: said in a sentence, and nothing is changed."""

import sqlite3
from pathlib import Path

import openpyxl
import pytest

from tests.tui.cli.running import done, refused, run
from tests.tui.cli.studies import answers_file, empty_study, small_study, table_file, texts

QUESTION = "k1 Beskriv hva dere mener"
LONG_TEXT = "Dette er et ganske vanlig svar på spørsmålet"


def _refused(folder: Path, data: bytes, *options: str, name: str = "svar.csv") -> str:
    """Import a file that must be refused by a study that must not change."""
    study = small_study(folder)
    (folder / name).write_bytes(data)
    before = study.read_bytes()
    said = refused("import", study, folder / name, *options)
    assert study.read_bytes() == before
    return said


def test_an_empty_file(folder: Path) -> None:
    assert "is empty" in _refused(folder, b"")


def test_a_file_of_blank_lines(folder: Path) -> None:
    _refused(folder, b"\n\n;;\n")


def test_only_a_header(folder: Path) -> None:
    assert "no rows" in _refused(folder, f"id;{QUESTION}\n".encode())


def test_the_same_column_twice(folder: Path) -> None:
    data = f"id;{QUESTION};{QUESTION}\nR1;{LONG_TEXT};Noe annet\n".encode()
    assert "number 2 and 3" in _refused(folder, data)


def test_a_column_without_a_name(folder: Path) -> None:
    assert "Column C" in _refused(folder, f"id;{QUESTION};\nR1;{LONG_TEXT};mer\n".encode())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("svar.xlsx", b"PK\x03\x04" + bytes(200)),
        ("svar.xlsx", b"PK"),
        ("svar.csv", bytes(range(256)) * 20),
        ("svar.csv", bytes(5000)),
        ("svar.pdf", b"%PDF-1.7 and more"),
        ("svar.csv", b"<html><body>Du er logget ut</body></html>"),
        ("svar.sav", b"$FL2@(#) SPSS DATA FILE"),
    ],
)
def test_a_file_that_is_no_table(folder: Path, name: str, data: bytes) -> None:
    _refused(folder, data, name=name)


def test_a_workbook_with_a_password(folder: Path) -> None:
    encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    marker = "EncryptedPackage".encode("utf-16-le")
    assert _refused(folder, encrypted + marker + bytes(2000), name="svar.xlsx")


def test_a_workbook_cut_short(folder: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("id", QUESTION), ("R1", LONG_TEXT)):
        book.active.append(row)
    book.save(folder / "hel.xlsx")
    data = (folder / "hel.xlsx").read_bytes()
    assert "damaged" in _refused(folder, data[: len(data) // 2], name="svar.xlsx")


def test_a_database(folder: Path) -> None:
    connection = sqlite3.connect(folder / "other.db")
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    assert "database" in _refused(folder, (folder / "other.db").read_bytes())


def test_a_study_is_no_file_of_answers(folder: Path) -> None:
    study = small_study(folder)
    assert "database" in refused("import", study, study)


@pytest.mark.parametrize("name", ["nosuch.csv", "", "."])
def test_a_file_that_is_not_there(folder: Path, name: str) -> None:
    refused("import", small_study(folder), folder / name)


@pytest.mark.parametrize(
    "option",
    [
        *("--id", "--name", "--population", "--band", "--type", "--question", "--variable"),
        *("--ignore", "--question-column", "--question-text-column", "--text-column"),
        "--codes-column",
    ],
)
def test_a_column_that_is_not_there(folder: Path, option: str) -> None:
    data = f"id;{QUESTION}\nR1;{LONG_TEXT}\n".encode()
    said = _refused(folder, data, option, "Nosuch")
    assert option in said
    assert "Nosuch" in said


def test_a_column_with_two_roles(folder: Path) -> None:
    data = f"id;{QUESTION}\nR1;{LONG_TEXT}\n".encode()
    assert "both" in _refused(folder, data, "--question", "k1", "--variable", "k1")


def test_a_sheet_that_is_not_there(folder: Path) -> None:
    openpyxl.Workbook().save(folder / "svar.xlsx")
    _refused(folder, (folder / "svar.xlsx").read_bytes(), "--sheet", "Ark9", name="svar.xlsx")


def test_a_routing_on_a_variable_that_is_not_there(folder: Path) -> None:
    study = small_study(folder)
    before = study.read_bytes()
    said = refused("import", study, answers_file(folder), "--asked-if", "k1: Nosuch=Ja")
    assert "Nosuch" in said
    assert study.read_bytes() == before


@pytest.mark.parametrize("routing", ["k1", "k1: Har team", "k9: Har team=Ja", ": =", "k1:=Ja"])
def test_a_routing_that_says_nothing(folder: Path, routing: str) -> None:
    refused("import", small_study(folder), answers_file(folder), "--asked-if", routing)


def test_a_guess_that_is_not_certain_names_the_option_that_settles_it(folder: Path) -> None:
    study = empty_study(folder)
    file = table_file(folder / "svar.csv", [("hvem", "hva"), ("a", "ja"), ("b", "nei")])
    said = refused("import", study, file)
    assert "--" in said
    assert done("status", study, "--json").json["respondents"] == 0


def test_yes_takes_the_guesses(folder: Path) -> None:
    study = empty_study(folder)
    rows = [("id", "hva"), ("a", "litt mer tid"), ("b", "flere gode folk"), ("c", "penger nå")]
    done("import", study, table_file(folder / "svar.csv", rows), "--yes")
    assert done("status", study, "--json").json["respondents"] == 3


def test_an_id_twice_is_reported_by_row_and_the_first_counts(folder: Path) -> None:
    study = empty_study(folder)
    rows = [("id", QUESTION), ("R1", "Først her"), ("R2", LONG_TEXT), ("R1", "Så her")]
    report = done("import", study, table_file(folder / "svar.csv", rows), "--question", "k1").out
    assert "duplicate id: 1 in row 4" in report
    assert texts(study) == {"R1": "Først her", "R2": LONG_TEXT}


def test_of_an_id_twice_the_last_can_count(folder: Path) -> None:
    study = empty_study(folder)
    rows = [("id", QUESTION), ("R1", "Først her"), ("R2", LONG_TEXT), ("R1", "Så her")]
    file = table_file(folder / "svar.csv", rows)
    done("import", study, file, "--question", "k1", "--duplicates", "last")
    assert texts(study)["R1"] == "Så her"


def test_rows_of_uneven_length_are_reported_by_row(folder: Path) -> None:
    study = empty_study(folder)
    data = f"id;{QUESTION};team\nR1;{LONG_TEXT};Ja;ekstra\nR2;{LONG_TEXT}\n"
    (folder / "svar.csv").write_bytes(data.encode())
    options = ("--question", "k1", "--variable", "team", "--delimiter", ";")
    report = done("import", study, "svar.csv", *options).out
    assert "ragged row: 2 in row 2, 3" in report


def test_a_row_without_an_id_is_reported(folder: Path) -> None:
    study = empty_study(folder)
    rows = [("id", QUESTION), ("R1", LONG_TEXT), ("", "Hvem sa dette?")]
    report = done("import", study, table_file(folder / "svar.csv", rows), "--question", "k1").out
    assert "row 3" in report


def test_an_answer_to_a_question_that_was_not_asked_counts_and_is_reported(folder: Path) -> None:
    study = empty_study(folder)
    file = answers_file(folder)
    report = done("import", study, file, "--asked-if", "k1: Har team=Nei", "--question", "k1").out
    assert "without being asked" in report
    assert "R1" in texts(study)


def test_nothing_is_left_beside_a_study_after_a_refusal(folder: Path) -> None:
    study = empty_study(folder)
    refused("import", study, folder / "nosuch.csv")
    assert list(folder.iterdir()) == [study]


def test_an_odd_file_has_the_same_exit_code_in_a_dry_run(folder: Path) -> None:
    (folder / "svar.csv").write_bytes(b"id\n")
    assert run("import", empty_study(folder), "svar.csv", "--dry-run").exit_code == 1
