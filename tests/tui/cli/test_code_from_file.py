"""Many codings: `code STUDY --from FILE`."""

from pathlib import Path

import openpyxl
import pytest

from tests.tui.cli.running import done, refused
from tests.tui.cli.studies import codes, small_study, table_file, tree

HEADER = ("respondent", "question", "codes")
SEGMENTS = (*HEADER, "start", "end", "coder")


@pytest.fixture
def study(folder: Path) -> Path:
    """Four respondents, nothing coded."""
    return small_study(folder)


def _file(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> Path:
    return table_file(Path("koder.csv"), [header, *rows])


def test_a_file_codes_many_answers_in_one_step(study: Path) -> None:
    file = _file(("R1", "k1", "A / B; C"), ("R2", "k1", "C"), ("R3", "k2", "Tid"))
    said = done("code", study, "--from", file).err
    assert "4 codings from 3 rows, 4 new codes." in said
    assert codes(study) == {"R1": ["A / B", "C"], "R2": ["C"], "R4": []}
    assert codes(study, "k2")["R3"] == ["Tid"]
    assert len(done("log", study).out.splitlines()) == 2


def test_the_same_file_again_changes_nothing(study: Path) -> None:
    file = _file(("R1", "k1", "A / B; C"))
    done("code", study, "--from", file)
    before = done("log", study).out, codes(study)
    assert "2 there already" in done("code", study, "--from", file).err
    assert (done("log", study).out, codes(study)) == before


@pytest.mark.parametrize("options", [(), ("--no-create",)])
def test_a_file_with_names_from_before_a_renaming_means_the_renamed_codes(
    study: Path, options: tuple[str, ...]
) -> None:
    done("code", study, "--from", _file(("R1", "k1", "A / B")))
    done("codebook", "rename", study, "--question", "k1", "A / B", "Ny")
    said = done("code", study, "--from", _file(("R2", "k1", "A / B")), *options).err
    assert "A / B is called A / Ny now." in said
    assert codes(study)["R2"] == ["A / Ny"]
    assert tree(study) == ["A", "  Ny"]


def test_a_new_code_in_a_file_comes_under_its_renamed_theme(study: Path) -> None:
    done("code", study, "--from", _file(("R1", "k1", "A / B")))
    done("codebook", "rename", study, "--question", "k1", "A", "Ny")
    said = done("code", study, "--from", _file(("R2", "k1", "A / C"))).err
    assert "A / C is called Ny / C now." in said
    assert tree(study) == ["Ny", "  B", "  C"]


def test_an_escaped_semicolon_is_part_of_a_name(study: Path) -> None:
    done("code", study, "--from", _file(("R1", "k1", "Tid\\; penger; Folk")))
    found = done("answers", study, "k1", "--json").json["answers"][0]["codes"]
    assert found == [["Tid; penger"], ["Folk"]]


def test_a_workbook_codes_as_well(study: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (HEADER, ("R1", "k1", "A"), ("R2", "k1", "A / B")):
        book.active.append(row)
    book.save("koder.xlsx")
    done("code", study, "--from", "koder.xlsx")
    assert codes(study)["R2"] == ["A / B"]


def test_segments_and_coders_stand_in_the_file(study: Path) -> None:
    file = _file(
        ("R1", "k1", "Godt", "0", "10", "SO"), ("R1", "k1", "A", "", "", ""), header=SEGMENTS
    )
    done("code", study, "--from", file)
    quotes = done("quotes", study, "k1", "--coder", "SO", "--format", "json").json["quotes"]
    assert [quote["text"] for quote in quotes] == ["Samarbeide"]
    quotes = done("quotes", study, "k1", "--coder", "KH", "--format", "json").json["quotes"]
    assert [quote["path"][1:] for quote in quotes] == [["A"]]


def test_the_coder_of_the_command_codes_where_the_file_is_silent(study: Path) -> None:
    done("code", study, "--from", _file(("R1", "k1", "A")), "--coder", "SO")
    assert "SO" in refused("table", study, "k1", "--coder", "Ukjent")


def test_names_of_columns_and_their_order_are_free(study: Path) -> None:
    header = ("Codes", "merknad", "QUESTION", "Respondent")
    done("code", study, "--from", _file(("A", "noe", "k1", "R1"), header=header))
    assert codes(study)["R1"] == ["A"]


def test_a_row_without_codes_is_passed_over(study: Path) -> None:
    done("code", study, "--from", _file(("R1", "k1", ""), ("R2", "k1", "A")))
    assert codes(study) == {"R1": [], "R2": ["A"], "R4": []}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("R9", "k1", "A"), "Row 3: There is no respondent R9."),
        (("R1", "k9", "A"), "Row 3: There is no question k9."),
        (("R3", "k1", "A"), "Row 3: R3 has no text to code in k1."),
        (("", "k1", "A"), "Row 3: "),
        (("R1", "", "A"), "Row 3: "),
        (("R1", "k1", "A / B / C / D"), "Row 3: "),
    ],
)
def test_one_wrong_row_refuses_the_whole_file(study: Path, row: tuple[str, ...], said: str) -> None:
    before = study.read_bytes()
    assert said in refused("code", study, "--from", _file(("R2", "k1", "Ny kode"), row))
    assert study.read_bytes() == before


@pytest.mark.parametrize(
    ("start", "end"),
    [("0", "999"), ("5", "5"), ("9", "3"), ("2", ""), ("", "2"), ("a", "b"), ("-1", "2")],
)
def test_a_wrong_segment_refuses_the_whole_file(study: Path, start: str, end: str) -> None:
    before = study.read_bytes()
    file = _file(("R2", "k1", "A", "", "", ""), ("R1", "k1", "A", start, end, ""), header=SEGMENTS)
    assert "Row 3: " in refused("code", study, "--from", file)
    assert study.read_bytes() == before


def test_an_unknown_code_refuses_the_whole_file_on_request(study: Path) -> None:
    file = _file(("R1", "k1", "Vet ikke"), ("R2", "k1", "Ny"))
    assert "Row 3: There is no code Ny." in refused("code", study, "--from", file, "--no-create")
    assert codes(study)["R1"] == []
    assert tree(study) == []


def test_a_retired_code_refuses_the_whole_file(study: Path) -> None:
    done("code", study, "--from", _file(("R1", "k1", "Gammel")))
    done("codebook", "retire", study, "--question", "k1", "Gammel")
    file = _file(("R1", "k2", "Ny"), ("R2", "k1", "Gammel"))
    assert "Row 3: Gammel is retired." in refused("code", study, "--from", file)
    assert codes(study, "k2")["R1"] == []


def test_two_codes_where_one_is_taken_refuse_the_whole_file(study: Path) -> None:
    done("question", study, "k1", "--single")
    file = _file(("R2", "k1", "A"), ("R1", "k1", "A; B"))
    assert "Row 3: k1 takes exactly one code." in refused("code", study, "--from", file)
    assert codes(study)["R2"] == []


def test_cells_that_the_header_does_not_name_are_reported(study: Path) -> None:
    Path("koder.csv").write_text("respondent;question;codes\nR1;k1;A; B\nR2;k1;C\n")
    said = done("code", study, "--from", "koder.csv").err
    assert "Row 2: 4 cells where the header has 3" in said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"respondent;question;codes\n", "no rows"),
        (b"respondent;question\nR1;k1\n", "no column codes"),
        (b"navn;tall\na;1\n", "no column respondent, question, codes"),
        (b"\x00\x01\x02" * 500, ""),
    ],
)
def test_a_file_of_something_else_is_refused(study: Path, content: bytes, said: str) -> None:
    Path("koder.csv").write_bytes(content)
    assert said in refused("code", study, "--from", "koder.csv")


@pytest.mark.parametrize("name", ["nosuch.csv", "."])
def test_a_file_that_is_not_there_is_refused(study: Path, name: str) -> None:
    refused("code", study, "--from", name)


def test_one_undo_takes_the_whole_file_back(study: Path) -> None:
    before = codes(study), tree(study)
    done("code", study, "--from", _file(("R1", "k1", "A / B; C"), ("R2", "k1", "C")))
    done("undo", study)
    assert (codes(study), tree(study)) == before
    done("redo", study)
    assert codes(study)["R1"] == ["A / B", "C"]


def test_what_answers_tell_can_be_read_back(study: Path, folder: Path) -> None:
    done("code", study, "--from", _file(("R1", "k1", "Tid\\; penger; A / B"), ("R2", "k1", "C")))
    before = codes(study)
    rows = done("answers", study, "k1", "--format", "csv").out
    Path("koder.csv").write_text(rows.replace("respondent;band", "respondent;question"))
    text = Path("koder.csv").read_text()
    for band in ("<2000", "2000-5000", "unknown"):
        text = text.replace(f";{band};", ";k1;")
    Path("koder.csv").write_text(text)
    assert "0 codings" in done("code", study, "--from", "koder.csv").err
    assert codes(study) == before
