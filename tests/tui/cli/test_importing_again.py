"""A second import: changed texts, new respondents, other waves, undo."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, refused, run
from tests.tui.cli.studies import ROLES, ROWS, answers_file, code, codes, small_study, texts

CHANGED = ("R1", "Storvik", "1450", "Ja", "Samarbeidet er blitt dårlig.", "Flere folk")
NEW = ("R5", "Sørvik", "12000", "Ja", "Vi møtes på telefon.", "")


def _import(study: Path, folder: Path, rows: list[tuple[str, ...]], *options: str) -> str:
    return done("import", study, answers_file(folder, rows), *ROLES, *options).out


def test_the_same_rows_again_are_no_step(folder: Path) -> None:
    study = small_study(folder)
    before = texts(study), done("status", study).out
    assert "(0 new)" in _import(study, folder, list(ROWS))
    assert (texts(study), done("status", study).out) == before
    assert len(done("log", study).out.splitlines()) == 1


def test_a_changed_text_must_be_settled_and_changes_nothing_until_then(folder: Path) -> None:
    study = small_study(folder)
    before = texts(study), done("status", study).out, done("log", study).out
    file = answers_file(folder, [CHANGED, *ROWS[1:], NEW])
    said = refused("import", study, file, *ROLES)
    assert "row 2" in said
    assert "--changed keep" in said
    assert (texts(study), done("status", study).out, done("log", study).out) == before


def test_a_changed_text_is_kept_on_request_while_the_rest_comes_in(folder: Path) -> None:
    study = small_study(folder)
    report = _import(study, folder, [CHANGED, *ROWS[1:], NEW], "--changed", "keep")
    assert texts(study)["R1"] == ROWS[0][4]
    assert texts(study)["R5"] == NEW[4]
    assert "(0 replaced)" in report


def test_a_changed_text_is_replaced_on_request_and_keeps_its_codes(folder: Path) -> None:
    study = small_study(folder)
    code(study, "R1", "Godt")
    _import(study, folder, [CHANGED, *ROWS[1:]], "--changed", "replace")
    assert texts(study)["R1"] == CHANGED[4]
    assert codes(study)["R1"] == ["Godt"]


def test_an_answer_that_changed_after_coding_is_pointed_out_until_settled(folder: Path) -> None:
    study = small_study(folder)
    code(study, "R1", "Godt")
    _import(study, folder, [CHANGED, *ROWS[1:]], "--changed", "replace")
    check = run("check", study, "--json")
    assert check.exit_code == 3
    assert check.json["changed"] == [{"question": "k1", "respondent": "R1"}]
    done("changed", study, "--accept", "k1:R1")
    assert run("check", study, "--json").json["changed"] == []


def test_a_changed_text_can_be_rejected_afterwards(folder: Path) -> None:
    study = small_study(folder)
    code(study, "R1", "Godt")
    _import(study, folder, [CHANGED, *ROWS[1:]], "--changed", "replace")
    done("changed", study, "--reject", "k1:R1")
    assert texts(study)["R1"] == ROWS[0][4]


def test_a_text_that_became_blank_does_not_take_the_answer_away(folder: Path) -> None:
    study = small_study(folder)
    emptied = ("R1", "Storvik", "1450", "Ja", "", "Flere folk")
    run("import", study, answers_file(folder, [emptied, *ROWS[1:]]), *ROLES)
    assert texts(study)["R1"] == ROWS[0][4]


def test_new_respondents_are_added(folder: Path) -> None:
    study = small_study(folder)
    report = _import(study, folder, [*ROWS, NEW])
    assert "(1 new)" in report
    assert done("status", study, "--json").json["respondents"] == 5
    assert texts(study)["R5"] == NEW[4]


def test_rows_that_are_missing_in_a_later_file_stay(folder: Path) -> None:
    study = small_study(folder)
    _import(study, folder, [NEW])
    assert set(texts(study)) == {"R1", "R2", "R4", "R5"}


def test_an_answer_that_was_blank_is_filled(folder: Path) -> None:
    study = small_study(folder)
    late = ("R3", "Tverrdal", "60000", "Nei", "Det går bra nå.", "Tid")
    _import(study, folder, [*ROWS[:2], late, ROWS[3]])
    assert texts(study)["R3"] == "Det går bra nå."


def test_another_wave_stands_beside_the_first(folder: Path) -> None:
    study = small_study(folder)
    _import(study, folder, [CHANGED, *ROWS[1:]], "--wave", "2021")
    status = done("status", study, "--json").json
    assert [(each["key"], each["wave"]) for each in status["questions"]] == [
        ("k1", None),
        ("k2", None),
        ("k1", "2021"),
        ("k2", "2021"),
    ]
    assert status["respondents"] == 4
    assert texts(study, "k1@2021")["R1"] == CHANGED[4]


def test_a_key_without_a_wave_means_the_newest(folder: Path) -> None:
    study = small_study(folder)
    _import(study, folder, [CHANGED, *ROWS[1:]], "--wave", "2019")
    _import(study, folder, [NEW], "--wave", "2021")
    assert texts(study, "k1") == texts(study, "k1@2021") == {"R5": NEW[4]}
    assert texts(study, "k1@2019")["R1"] == CHANGED[4]


def test_waves_are_coded_apart(folder: Path) -> None:
    study = small_study(folder)
    _import(study, folder, list(ROWS), "--wave", "2021")
    code(study, "R1", "Godt", question="k1@2021")
    done("question", study, "k1@2021", "--text", "Hvordan er samarbeidet?")
    rows = {each["wave"]: each for each in done("status", study, "--json").json["questions"][::2]}
    assert (rows[None]["coded"], rows["2021"]["coded"]) == (0, 1)
    assert rows[None]["text"] != rows["2021"]["text"]


def test_a_dry_run_tells_and_changes_nothing(folder: Path) -> None:
    study = small_study(folder)
    before = study.read_bytes()
    report = _import(study, folder, [*ROWS, NEW], "--dry-run")
    assert "nothing was changed" in report
    assert "(1 new)" in report
    assert study.read_bytes() == before


def test_an_import_is_one_step_and_one_undo(folder: Path) -> None:
    study = small_study(folder)
    code(study, "R1", "Godt")
    before = texts(study), codes(study), done("status", study).out
    _import(study, folder, [CHANGED, *ROWS[1:], NEW], "--changed", "replace", "--wave", "2021")
    _import(study, folder, [CHANGED, *ROWS[1:], NEW], "--changed", "replace")
    done("undo", study)
    done("undo", study)
    assert (texts(study), codes(study), done("status", study).out) == before


@pytest.mark.parametrize("option", ["--changed", "--duplicates", "--layout"])
def test_an_unknown_wish_is_wrong_usage(folder: Path, option: str) -> None:
    study = small_study(folder)
    assert run("import", study, answers_file(folder), option, "nosuch").exit_code == 2
