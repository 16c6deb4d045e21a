"""One coding: `code STUDY --question KEY --answer RESPONDENT --code PATH`."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import ROWS, code, codes, small_study, tree

ONE = ("--question", "k1", "--answer", "R1")


@pytest.fixture
def study(folder: Path) -> Path:
    """Four respondents, nothing coded."""
    return small_study(folder)


def test_a_code_is_put_on_an_answer_and_made_when_it_is_missing(study: Path) -> None:
    said = done("code", study, *ONE, "--code", "Samarbeid / Godt").err
    assert "New code: Samarbeid / Godt" in said
    assert codes(study)["R1"] == ["Samarbeid / Godt"]
    assert tree(study) == ["Samarbeid", "  Godt"]


def test_coding_adds_and_never_replaces(study: Path) -> None:
    code(study, "R1", "A")
    code(study, "R1", "B")
    assert codes(study)["R1"] == ["A", "B"]


def test_several_codes_go_on_at_once(study: Path) -> None:
    code(study, "R1", "A", "B / C")
    assert codes(study)["R1"] == ["A", "B / C"]


def test_coding_the_same_again_changes_nothing(study: Path) -> None:
    code(study, "R1", "A")
    before = done("log", study).out
    assert "already" in done("code", study, *ONE, "--code", "A").err
    assert done("log", study).out == before


def test_in_a_single_code_question_the_new_code_takes_the_place(study: Path) -> None:
    done("question", study, "k1", "--single")
    code(study, "R1", "A")
    code(study, "R1", "B")
    assert codes(study)["R1"] == ["B"]


def test_a_single_code_question_refuses_two_codes_at_once(study: Path) -> None:
    done("question", study, "k1", "--single")
    assert "exactly one code" in refused("code", study, *ONE, "--code", "A", "--code", "B")
    assert codes(study)["R1"] == []


@pytest.mark.parametrize("path", ["A / B", "A>>B", "A >> B", " A  /  B "])
def test_levels_are_separated_by_slash_with_spaces_or_by_arrows(study: Path, path: str) -> None:
    code(study, "R1", path)
    assert done("answers", study, "k1", "--json").json["answers"][0]["codes"] == [["A", "B"]]


def test_a_slash_without_spaces_is_part_of_a_name(study: Path) -> None:
    code(study, "R1", "Sosialtjenesten/NAV kan henvise")
    assert tree(study) == ["Sosialtjenesten/NAV kan henvise"]


def test_a_whole_name_that_exists_wins(study: Path) -> None:
    code(study, "R1", "X")
    done("codebook", "rename", study, "--question", "k1", "X", "Skole / barnehage")
    code(study, "R2", "Skole / barnehage")
    assert done("answers", study, "k1", "--json").json["answers"][1]["codes"] == [
        ["Skole / barnehage"]
    ]


def test_letter_case_makes_no_other_code(study: Path) -> None:
    code(study, "R1", "Samarbeid / Godt")
    code(study, "R2", "samarbeid / godt")
    assert codes(study)["R2"] == ["Samarbeid / Godt"]


def test_a_code_is_named_by_its_own_name_when_that_is_clear(study: Path) -> None:
    code(study, "R1", "Samarbeid / Godt")
    code(study, "R2", "Godt")
    assert codes(study)["R2"] == ["Samarbeid / Godt"]


def test_a_name_in_several_themes_must_be_said_in_full(study: Path) -> None:
    code(study, "R1", "A / Annet", "B / Annet")
    said = refused("code", study, "--question", "k1", "--answer", "R2", "--code", "Annet")
    assert "A / Annet; B / Annet" in said


def test_a_semicolon_is_part_of_a_name_on_the_command_line(study: Path) -> None:
    code(study, "R1", "A; B")
    assert done("answers", study, "k1", "--json").json["answers"][0]["codes"] == [["A; B"]]


def test_outcome_codes_are_there_from_the_start(study: Path) -> None:
    done("code", study, *ONE, "--code", "Vet ikke", "--no-create")
    assert codes(study)["R1"] == ["Vet ikke"]


def test_an_unknown_code_is_refused_on_request_with_the_nearest(study: Path) -> None:
    code(study, "R2", "Samarbeid / Godt")
    said = refused("code", study, *ONE, "--code", "Samarbeit / Godt", "--no-create")
    assert "Did you mean Samarbeid / Godt?" in said
    assert tree(study) == ["Samarbeid", "  Godt"]


def test_a_name_from_before_a_renaming_is_refused_with_the_new_one(study: Path) -> None:
    code(study, "R1", "Godt")
    done("codebook", "rename", study, "--question", "k1", "Godt", "Bra")
    said = refused("code", study, "--question", "k1", "--answer", "R2", "--code", "Godt")
    assert "It is called Bra now." in said
    assert tree(study) == ["Bra"]
    done("codebook", "add", study, "--question", "k1", "Godt")
    code(study, "R2", "Godt")
    assert codes(study)["R2"] == ["Godt"]


def test_more_than_three_levels_are_refused(study: Path) -> None:
    assert "3 levels" in refused("code", study, *ONE, "--code", "A / B / C / D")
    assert tree(study) == []


@pytest.mark.parametrize("path", ["", " ", ">>"])
def test_a_code_without_a_name_is_refused(study: Path, path: str) -> None:
    refused("code", study, *ONE, "--code", path)
    assert tree(study) == []


def test_a_retired_code_is_refused(study: Path) -> None:
    code(study, "R1", "Gammel")
    done("codebook", "retire", study, "--question", "k1", "Gammel")
    said = refused("code", study, "--question", "k1", "--answer", "R2", "--code", "Gammel")
    assert "retired" in said
    assert codes(study)["R1"] == ["Gammel"]


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--question", "k9", "There is no question k9."),
        ("--answer", "R9", "There is no respondent R9."),
        ("--answer", "R3", "R3 left k1 blank."),
    ],
)
def test_what_is_not_there_is_named(study: Path, option: str, value: str, said: str) -> None:
    words = {"--question": "k1", "--answer": "R1", "--code": "A"} | {option: value}
    assert said in refused("code", study, *(word for pair in words.items() for word in pair))
    assert done("status", study, "--json").json["questions"][0]["codes"] == 0


def test_one_not_asked_cannot_be_coded(study: Path) -> None:
    done("question", study, "k1", "--asked-if", "Har team=Ja")
    said = refused("code", study, "--question", "k1", "--answer", "R3", "--code", "A")
    assert "was not asked" in said


def test_a_segment_is_coded_and_quoted_alone(study: Path) -> None:
    done("code", study, *ONE, "--code", "Godt", "--start", "0", "--end", "10")
    quotes = done("quotes", study, "k1", "--format", "json").json["quotes"]
    assert [quote["text"] for quote in quotes] == [ROWS[0][4][:10]]


@pytest.mark.parametrize(
    ("start", "end"), [("0", "999"), ("5", "5"), ("9", "3"), ("-1", "4"), ("39", "40")]
)
def test_a_segment_outside_the_answer_is_refused(study: Path, start: str, end: str) -> None:
    said = refused("code", study, *ONE, "--code", "A", f"--start={start}", f"--end={end}")
    assert f"of {len(ROWS[0][4])} characters" in said
    assert codes(study)["R1"] == []


def test_two_segments_with_one_code_count_one_answer(study: Path) -> None:
    for start, end in (("0", "10"), ("14", "20")):
        done("code", study, *ONE, "--code", "A", "--start", start, "--end", end)
    (row,) = done("table", study, "k1", "--format", "json").json["rows"]
    assert row["count"] == 1
    assert len(done("quotes", study, "k1", "--format", "json").json["quotes"]) == 2


def test_a_code_is_taken_off(study: Path) -> None:
    code(study, "R1", "A", "B")
    done("code", study, *ONE, "--code", "A", "--remove")
    assert codes(study)["R1"] == ["B"]
    assert tree(study) == ["A", "B"]


def test_a_code_is_taken_off_with_all_its_segments(study: Path) -> None:
    for start, end in (("0", "10"), ("14", "20")):
        done("code", study, *ONE, "--code", "A", "--start", start, "--end", end)
    code(study, "R1", "A")
    done("code", study, *ONE, "--code", "A", "--remove")
    assert codes(study)["R1"] == []
    done("undo", study)
    assert len(done("quotes", study, "k1", "--format", "json").json["quotes"]) == 3


def test_a_code_is_taken_off_one_segment_only(study: Path) -> None:
    for start, end in (("0", "10"), ("14", "20")):
        done("code", study, *ONE, "--code", "A", "--start", start, "--end", end)
    done("code", study, *ONE, "--code", "A", "--remove", "--start", "0", "--end", "10")
    quotes = done("quotes", study, "k1", "--format", "json").json["quotes"]
    assert [quote["text"] for quote in quotes] == [ROWS[0][4][15:19]]
    said = refused("code", study, *ONE, "--code", "A", "--remove", "--start", "0", "--end", "10")
    assert "on these characters" in said


def test_taking_off_what_is_not_there_is_refused(study: Path) -> None:
    code(study, "R1", "A")
    said = refused("code", study, *ONE, "--code", "A", "--remove", "--coder", "SO")
    assert "SO has not put this code on this answer" in said
    refused("code", study, "--question", "k1", "--answer", "R2", "--code", "A", "--remove")
    assert codes(study)["R1"] == ["A"]


def test_the_coder_is_the_system_user_unless_named(study: Path) -> None:
    code(study, "R1", "A")
    done("code", study, *ONE, "--code", "B", "--coder", "SO")
    assert [line.split()[2] for line in done("log", study).out.splitlines()] == ["KH", "KH", "SO"]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--question", "k1"),
        ("--question", "k1", "--answer", "R1"),
        ("--answer", "R1", "--code", "A"),
        (*ONE, "--code", "A", "--start", "1"),
        (*ONE, "--code", "A", "--end", "1"),
        (*ONE, "--code", "A", "--start", "a", "--end", "b"),
        (*ONE, "--code", "A", "--from", "koder.csv"),
        ("--from", "koder.csv", "--remove"),
        ("--from", "koder.csv", "--start", "1", "--end", "2"),
    ],
)
def test_half_a_coding_is_wrong_usage(study: Path, arguments: tuple[str, ...]) -> None:
    before = study.read_bytes()
    misused("code", study, *arguments)
    assert study.read_bytes() == before
