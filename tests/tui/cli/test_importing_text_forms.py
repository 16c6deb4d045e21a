"""Text files in every form that Norwegian programs write."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, refused, run
from tests.tui.cli.studies import empty_study, texts

LINES = (
    ("id", "kommune", "k1 Beskriv hvordan dere følger opp de unge"),
    ("R1", "Ålesund", "Ærlig talt er det få folk på kvelden; og «øvelse»"),
    ("R2", "Bø", "Én av fem står på venteliste, så å si hele året"),
    ("R3", "Øygarden", "Vi når ikke de som trenger det mest – dessverre"),
)


def _content(delimiter: str) -> str:
    return "".join(
        delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in line) + "\r\n"
        for line in LINES
    )


def _import(folder: Path, data: bytes, *options: str) -> dict[str, str]:
    study = empty_study(folder)
    file = folder / "svar.csv"
    file.write_bytes(data)
    done("import", study, file, *options)
    return texts(study)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_encoding_and_delimiter_are_seen(folder: Path, encoding: str, delimiter: str) -> None:
    stored = _import(folder, _content(delimiter).encode(encoding))
    assert stored == {respondent: text for respondent, _, text in LINES[1:]}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "mac_roman", "latin-1"])
def test_an_encoding_that_cannot_be_seen_can_be_said(folder: Path, encoding: str) -> None:
    content = _content(";").replace("–", "-")
    stored = _import(folder, content.encode(encoding), "--encoding", encoding)
    assert stored == {respondent: text.replace("–", "-") for respondent, _, text in LINES[1:]}


def test_a_wrong_encoding_is_refused_or_asked_about_but_never_stored(folder: Path) -> None:
    study = empty_study(folder)
    (folder / "svar.csv").write_bytes(_content(";").replace("–", "-").encode("mac_roman"))
    result = run("import", study, "svar.csv")
    assert result.exit_code == 1
    assert "--encoding" in result.err
    assert done("status", study, "--json").json["questions"] == []


@pytest.mark.parametrize(("option", "value"), [("--encoding", "norsk"), ("--sheet", "Ark1")])
def test_what_cannot_be_so_is_refused(folder: Path, option: str, value: str) -> None:
    study = empty_study(folder)
    (folder / "svar.csv").write_bytes(_content(";").encode("cp1252"))
    refused("import", study, "svar.csv", option, value)
    assert done("status", study, "--json").json["questions"] == []


def test_letters_lost_by_an_encoding_that_was_said_are_reported_by_row(folder: Path) -> None:
    study = empty_study(folder)
    (folder / "svar.csv").write_bytes(_content(";").encode("cp1252"))
    report = done("import", study, "svar.csv", "--encoding", "utf-8").out
    assert "unreadable cell: 6 in row 2, 3, 4" in report


def test_a_delimiter_can_be_said(folder: Path) -> None:
    stored = _import(folder, _content("|").encode(), "--delimiter", "|")
    assert stored["R2"] == LINES[2][2]


def test_line_breaks_in_a_quoted_cell_are_one_kind_of_line_break(folder: Path) -> None:
    data = 'id;k1 Hva mener dere?\r\nR1;"Først\r\nså\rtil sist\nslutt"\r\n'.encode()
    assert _import(folder, data, "--question", "k1") == {"R1": "Først\nså\ntil sist\nslutt"}


def test_quotation_marks_in_a_cell_are_kept(folder: Path) -> None:
    data = b'id;k1 Hva mener dere?\r\nR1;"Det heter ""samarbeid"" her"\r\n'
    assert _import(folder, data, "--question", "k1") == {"R1": 'Det heter "samarbeid" her'}


def test_values_that_look_like_numbers_or_dates_stay_as_written(folder: Path) -> None:
    cells = ("0", "007", "1e5", "1,50", "12.05", "1/2", "TRUE", "10 000", "2016-05-12", "#N/A")
    rows = "".join(f"R{n};{cell}\r\n" for n, cell in enumerate(cells))
    stored = _import(folder, f"id;k1 Hva?\r\n{rows}".encode(), "--question", "k1")
    assert tuple(stored.values()) == cells


def test_a_blank_answer_is_a_blank_and_a_zero_is_an_answer(folder: Path) -> None:
    data = b"id;k1 Hva?\r\nR1;0\r\nR2;\r\nR3;   \r\n"
    assert _import(folder, data, "--question", "k1") == {"R1": "0"}
    question = done("status", "studie", "--json").json["questions"][0]
    assert (question["asked"], question["answered"], question["blank"]) == (3, 1, 2)


def test_the_text_is_shown_before_it_comes_in(folder: Path) -> None:
    study = empty_study(folder)
    (folder / "svar.csv").write_bytes(_content(";").encode("cp1252"))
    plan = done("import", study, "svar.csv", "--dry-run").out
    assert "cp1252" in plan
    assert "delimiter ;" in plan
    assert "Én av fem" in plan
