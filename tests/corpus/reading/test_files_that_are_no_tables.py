"""Files that cannot be read are told of in a sentence with a hint."""

import zipfile
from pathlib import Path

import pytest

from corpus.problems import Problem
from corpus.reading import files, limits
from corpus.reading.files import read_sheet
from tests.corpus.reading.tables import write_xlsx

CONTENTS = {
    "empty.csv": (b"", "0 bytes"),
    "spaces.csv": (b" \n\n ", "empty"),
    "mark.csv": (b"\xef\xbb\xbf", "empty"),
    "header.csv": (b"id;x\n", "no rows"),
    "zeros.csv": (b"\0" * 5000, "not a table"),
    "noise.csv": (bytes(range(256)) * 40, "not a table"),
    "page.xls": (b"\xef\xbb\xbf <!DOCTYPE html><table><tr><td>id</table>", "web page"),
    "report.pdf": (b"%PDF-1.7\n1 0 obj", "PDF"),
    "data.sav": (b"$FL2@(#) SPSS DATA FILE", "SPSS"),
    "picture.csv": (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
    "study.csv": (b"SQLite format 3\0\x10\0", "database"),
    "broken.xlsx": (b"PK\x03\x04 and nothing else", "damaged"),
    "broken.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_without_a_table_is_a_problem_with_a_hint(tmp_path: Path, name: str) -> None:
    content, said = CONTENTS[name]
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Problem, match=said) as told:
        read_sheet(path)
    assert told.value.hint


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no file"):
        read_sheet(tmp_path / "nothing.csv")


def test_a_folder_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is a folder"):
        read_sheet(tmp_path)


def test_a_file_that_cannot_be_opened_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "open.csv"
    path.write_bytes(b"id;x\n1;2\n")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Problem, match="Permission denied"):
        read_sheet(path)


def test_a_file_larger_than_any_set_of_answers_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.csv"
    path.write_bytes(b"id;x\n1;2\n")
    monkeypatch.setattr(limits, "MOST_BYTES", 5)
    with pytest.raises(Problem, match="more than any set"):
        files.read_sheet(path)


def test_a_workbook_with_a_password_is_a_problem_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "locked.xlsx"
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
    path.write_bytes(start + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(Problem, match="password"):
        read_sheet(path)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("word/document.xml", "Word document"),
        ("xl/workbook.bin", "binary workbook"),
        ("project.qde", "REFI-QDA"),
        ("notes.txt", "packed folder"),
    ],
)
def test_other_packed_files_are_problems_that_say_what_they_are(
    tmp_path: Path, part: str, said: str
) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(Problem, match=said):
        read_sheet(path)


def test_a_truncated_workbook_is_a_problem(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["id", "x"], ["R1", "a"]])
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(Problem, match="damaged"):
        read_sheet(path)
