"""Commands that only look: status, answers, check."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, misused, refused, run
from tests.tui.cli.studies import ROWS, code, empty_study, fresh, small_study, study_of


def _half_coded(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "Samarbeid / Godt", "Møter")
    code(study, "R2", "Folk")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """k1 of R1 and R2 coded."""
    return fresh(folder, _half_coded)


def test_status_as_json_has_the_keys_of_the_contract_in_their_order(study: Path) -> None:
    status = done("status", study, "--json").json
    assert list(status) == ["study", "language", "respondents", "questions"]
    assert status["questions"][0] == {
        "key": "k1",
        "text": "Beskriv samarbeidet",
        "wave": None,
        "asked": 4,
        "answered": 3,
        "blank": 1,
        "coded": 2,
        "uncoded": 1,
        "codes": 3,
        "new_codes_last_50": 3,
    }
    assert list(status["questions"][0])[:3] == ["key", "text", "wave"]


def test_status_counts_codes_in_use(study: Path) -> None:
    done("codebook", "add", study, "--question", "k1", "Ubrukt")
    assert done("status", study, "--json").json["questions"][0]["codes"] == 3


def test_new_codes_are_those_born_in_the_last_fifty_answers(folder: Path) -> None:
    study = study_of(folder, [f"Svar nummer {n} om saken" for n in range(1, 61)])
    rows = [
        f"R{n};k1;{'Ny' if n in (3, 58) else 'Gammel'}{n if n in (3, 58) else ''}"
        for n in range(1, 61)
    ]
    Path("koder.csv").write_text("respondent;question;codes\n" + "\n".join(rows) + "\n")
    done("code", study, "--from", "koder.csv")
    question = done("status", study, "--json").json["questions"][0]
    assert (question["codes"], question["new_codes_last_50"]) == (3, 1)


def test_status_of_an_empty_study_says_what_comes_next(folder: Path) -> None:
    assert "fullkoding import" in done("status", empty_study(folder)).out


def test_status_fits_on_a_line_a_question(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    rows = ["id;k1 " + "Hva mener dere om dette? " * 20, "R1;Et langt svar"]
    Path("svar.csv").write_text("\n".join(rows))
    done("new", "studie")
    done("import", "studie", "svar.csv", "--question", "k1")
    lines = done("status", "studie").out.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[-1].endswith("…")


def test_answers_as_json_have_the_keys_of_the_contract(study: Path) -> None:
    result = done("answers", study, "k1", "--json")
    assert result.json["answers"][0] == {
        "respondent": "R1",
        "text": ROWS[0][4],
        "codes": [["Samarbeid", "Godt"], ["Møter"]],
        "band": "<2000",
    }
    assert list(result.json["answers"][0]) == ["respondent", "text", "codes", "band"]
    assert "Not for publication" in result.err


@pytest.mark.parametrize(
    ("options", "respondents"),
    [
        ((), ["R1", "R2", "R4"]),
        (("--uncoded",), ["R4"]),
        (("--code", "Folk"), ["R2"]),
        (("--code", "Samarbeid"), ["R1"]),
        (("--code", "Samarbeid / Godt"), ["R1"]),
        (("--code", "godt"), ["R1"]),
        (("--code", "Vet ikke"), []),
        (("--code", "Folk", "--uncoded"), []),
    ],
)
def test_answers_are_chosen_by_their_codes(
    study: Path, options: tuple[str, ...], respondents: list[str]
) -> None:
    answers = done("answers", study, "k1", *options, "--json").json["answers"]
    assert [answer["respondent"] for answer in answers] == respondents


def test_answers_are_listed_to_be_read(study: Path) -> None:
    out = done("answers", study, "k1").out
    assert f"R1  (<2000)  Samarbeid / Godt; Møter\n    {ROWS[0][4]}\n" in out
    assert "R4  (unknown)  no code" in out


def test_answers_as_csv_are_the_format_that_is_read(study: Path) -> None:
    lines = done("answers", study, "k1", "--format", "csv").out.splitlines()
    assert lines[0] == "respondent;band;codes;text"
    assert lines[2] == f"R2;2000-5000;Folk;{ROWS[1][4]}"


def test_format_json_is_the_same_as_the_option(study: Path) -> None:
    assert done("answers", study, "k1", "--format", "json").out == (
        done("answers", study, "k1", "--json").out
    )


def test_an_unknown_code_is_named_with_the_nearest(study: Path) -> None:
    said = refused("answers", study, "k1", "--code", "Flok")
    assert "There is no code Flok." in said
    assert "Did you mean Folk?" in said


def test_answers_in_an_unknown_format_are_wrong_usage(study: Path) -> None:
    misused("answers", study, "k1", "--format", "xlsx")


@pytest.mark.parametrize("command", ["answers", "table", "question", "quotes"])
def test_an_unknown_question_is_named(study: Path, command: str) -> None:
    assert "There is no question k7." in refused(command, study, "k7")


def test_the_letter_case_of_a_key_does_not_count(study: Path) -> None:
    assert done("answers", study, "K1", "--json").out == done("answers", study, "k1", "--json").out


def test_check_of_an_unfinished_study_ends_in_3_and_lists_what_is_open(study: Path) -> None:
    result = run("check", study, "--json")
    assert result.exit_code == 3
    assert {"uncoded", "unapproved_quotes", "disclosure", "integrity"} <= set(result.json)
    assert result.json["uncoded"] == [
        {"question": "k1", "respondent": "R4"},
        {"question": "k2", "respondent": "R1"},
        {"question": "k2", "respondent": "R2"},
        {"question": "k2", "respondent": "R3"},
    ]
    assert result.json["integrity"] == "ok"
    assert run("check", study).exit_code == 3


def test_check_of_a_finished_study_ends_in_0(study: Path) -> None:
    code(study, "R4", "Møter")
    for respondent in ("R1", "R2", "R3"):
        code(study, respondent, "Folk", question="k2")
    assert done("check", study, "--json").json["uncoded"] == []
    assert "All answers are coded" in done("check", study).out


def test_check_of_an_empty_study_ends_in_0(folder: Path) -> None:
    done("check", empty_study(folder))


def test_looking_changes_nothing(study: Path, folder: Path) -> None:
    before, names = study.read_bytes(), sorted(folder.iterdir())
    for words in (("status",), ("answers", "k1"), ("check",), ("log",), ("question", "k1")):
        run(words[0], study, *words[1:])
    for words in (("bands",), ("table", "k1"), ("quotes",), ("mask",), ("restore", "--list")):
        run(words[0], study, *words[1:])
    assert (study.read_bytes(), sorted(folder.iterdir())) == (before, names)
