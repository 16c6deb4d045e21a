"""The answers of 2016, in three files that people really made."""

import csv
from pathlib import Path

import pytest

from tests.tui.cli.running import done
from tests.tui.cli.studies import empty_study, everything

XLSX, CP1252, LONG = (
    "answers_2016_wide.xlsx",
    "answers_2016_wide_cp1252.csv",
    "answers_2016.csv",
)


@pytest.mark.parametrize("name", [XLSX, CP1252])
def test_a_wide_file_is_understood_without_help(folder: Path, shared_data: Path, name: str) -> None:
    study = empty_study(folder)
    done("import", study, shared_data / name)
    status = done("status", study, "--json").json
    assert (status["respondents"], len(status["questions"])) == (50, 17)
    assert sum(question["answered"] for question in status["questions"]) == 238
    assert {question["asked"] for question in status["questions"]} == {50}


def test_excel_and_csv_give_the_same_study(folder: Path, shared_data: Path) -> None:
    studies = []
    for name in (XLSX, CP1252):
        (folder / name).mkdir()
        studies.append(empty_study(folder / name))
        done("import", studies[-1], shared_data / name)
    assert everything(studies[0]) == everything(studies[1])


def test_a_long_file_is_understood_with_its_codes(folder: Path, shared_data: Path) -> None:
    study = empty_study(folder)
    done("import", study, shared_data / LONG)
    status = done("status", study, "--json").json
    assert (status["respondents"], len(status["questions"])) == (238, 17)
    assert sum(question["answered"] for question in status["questions"]) == 238
    assert sum(question["coded"] for question in status["questions"]) == 238
    assert done("check", study).exit_code == 0


def test_every_answer_of_a_long_file_has_its_text_and_codes(
    folder: Path, shared_data: Path
) -> None:
    study = empty_study(folder)
    done("import", study, shared_data / LONG)
    with (shared_data / LONG).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    wanted: dict[str, tuple[str, set[tuple[str, ...]]]] = {}
    for row in rows:
        wanted.setdefault(row["answer_id"], (row["text"], set()))[1].add((row["theme"],))
    found = {}
    for key in dict.fromkeys(row["chapter"] for row in rows):
        for each in done("answers", study, key, "--json").json["answers"]:
            found[each["respondent"]] = (each["text"], {tuple(path) for path in each["codes"]})
    assert found == wanted
    assert sum(len(codes) for _, codes in found.values()) == 243


def test_codes_in_a_file_are_flat_whatever_is_in_their_names(
    folder: Path, shared_data: Path
) -> None:
    study = empty_study(folder)
    done("import", study, shared_data / LONG)
    with (shared_data / LONG).open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if "/" in row["theme"]]
    assert rows
    for row in rows[:4]:
        found = done("answers", study, row["chapter"], "--code", row["theme"], "--json").json
        assert row["answer_id"] in [each["respondent"] for each in found["answers"]]
        (code,) = {path[0] for each in found["answers"] for path in each["codes"]} & {row["theme"]}
        assert code == row["theme"]


@pytest.mark.parametrize("name", [XLSX, CP1252, LONG])
def test_importing_the_same_file_again_doubles_nothing(
    folder: Path, shared_data: Path, name: str
) -> None:
    study = empty_study(folder)
    done("import", study, shared_data / name)
    before = everything(study)
    again = done("import", study, shared_data / name).out
    assert everything(study) == before
    assert again.count("(0 new)") >= 3
    assert len(done("log", study).out.splitlines()) == 1


def test_the_other_form_of_the_same_file_doubles_nothing(folder: Path, shared_data: Path) -> None:
    study = empty_study(folder)
    done("import", study, shared_data / XLSX)
    before = everything(study)
    done("import", study, shared_data / CP1252)
    assert everything(study) == before


def test_the_printed_table_comes_out_again(folder: Path, shared_data: Path) -> None:
    study = empty_study(folder)
    done("import", study, shared_data / LONG)
    with (shared_data / LONG).open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["chapter"] == "k7.3"]
    answered = len({row["answer_id"] for row in rows})
    table = done("table", study, "k7.3", "--format", "json").json
    for row in table["rows"]:
        count = len({each["answer_id"] for each in rows if [each["theme"]] == row["path"]})
        percent = int(100 * count / answered + 0.5)
        assert (row["count"], row["percent"]) == (count, percent)
    assert table["base"] == {"kind": "answered", "n": answered}
    assert len(table["rows"]) == len({row["theme"] for row in rows})


def test_quotes_of_real_answers_pass_the_last_gate(folder: Path, shared_data: Path) -> None:
    study = empty_study(folder)
    done("import", study, shared_data / LONG)
    done("quotes", study, "k7.3", "-o", "sitater.docx")
    assert done("scan", "sitater.docx", "--study", study).exit_code == 0
