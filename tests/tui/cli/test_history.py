"""Undo, redo, log."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import code, codes, fresh, small_study, tree


def _three_codes(folder: Path) -> Path:
    study = small_study(folder)
    for respondent, path in (("R1", "A"), ("R2", "B"), ("R4", "C")):
        code(study, respondent, path)
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Steps 1 (import) to 4: A on R1, B on R2, C on R4."""
    return fresh(folder, _three_codes)


def _log(study: Path) -> list[str]:
    return [line[40:].strip() for line in done("log", study).out.splitlines()]


def test_the_log_says_step_time_person_and_action(study: Path) -> None:
    lines = [line.split(maxsplit=3) for line in done("log", study).out.splitlines()]
    assert [line[0] for line in lines] == ["1", "2", "3", "4"]
    assert {line[2] for line in lines} == {"KH"}
    assert [line[3] for line in lines] == [
        "imported svar.csv (4 rows)",
        "coded k1 R1: A",
        "coded k1 R2: B",
        "coded k1 R4: C",
    ]


def test_undo_takes_back_the_latest_and_redo_does_it_again(study: Path) -> None:
    assert done("undo", study).out == "Undid step 4: coded k1 R4: C\n"
    assert codes(study)["R4"] == []
    assert tree(study) == ["A", "B"]
    assert done("redo", study).out == "Redid step 4: coded k1 R4: C\n"
    assert codes(study)["R4"] == ["C"]


def test_the_log_names_the_action_that_was_undone_and_redone(study: Path) -> None:
    done("undo", study)
    done("redo", study)
    lines = done("log", study).out.splitlines()
    assert lines[-2].endswith("undid step 4  (undone)")
    assert lines[-1].endswith("redid step 4")


def test_undo_to_a_step_takes_back_everything_after_it(study: Path) -> None:
    assert len(done("undo", study, "--to", "2").out.splitlines()) == 2
    assert codes(study) == {"R1": ["A"], "R2": [], "R4": []}


def test_undo_to_nothing_takes_back_everything(study: Path) -> None:
    done("undo", study, "--to", "0")
    assert done("status", study, "--json").json["respondents"] == 0
    assert "nothing to undo" in refused("undo", study)


def test_redo_to_a_step_does_everything_up_to_it_again(study: Path) -> None:
    done("undo", study, "--to", "1")
    assert len(done("redo", study, "--to", "3").out.splitlines()) == 2
    assert codes(study) == {"R1": ["A"], "R2": ["B"], "R4": []}


@pytest.mark.parametrize("step", ["1", "5", "99"])
def test_redo_to_a_step_that_does_not_wait_changes_nothing(study: Path, step: str) -> None:
    done("undo", study, "--to", "2")
    before = study.read_bytes()
    assert "These do: 3, 4." in refused("redo", study, "--to", step)
    assert study.read_bytes() == before


def test_one_earlier_step_can_be_taken_back(study: Path) -> None:
    done("undo", study, "--only", "3")
    assert codes(study) == {"R1": ["A"], "R2": [], "R4": ["C"]}


def test_a_step_that_later_ones_need_is_not_taken_back_alone(study: Path) -> None:
    before = study.read_bytes()
    assert "Step 1 cannot be taken back" in refused("undo", study, "--only", "1")
    assert study.read_bytes() == before


def test_a_step_that_was_redone_can_be_taken_back_alone_and_the_history_goes_on(
    study: Path,
) -> None:
    done("undo", study, "--to", "2")
    done("redo", study, "--to", "4")
    done("undo", study, "--only", "3")
    assert codes(study) == {"R1": ["A"], "R2": [], "R4": ["C"]}
    done("undo", study, "--to", "0")
    assert done("status", study, "--json").json["respondents"] == 0


@pytest.mark.parametrize(
    "options", [("--to", "99"), ("--only", "99"), ("--only", "0"), ("--to", "4"), ("--to", "-1")]
)
def test_a_step_that_is_not_there_changes_nothing(study: Path, options: tuple[str, ...]) -> None:
    before = study.read_bytes()
    refused("undo", study, *options)
    assert study.read_bytes() == before


def test_a_number_beyond_all_steps_is_an_expected_problem(study: Path) -> None:
    for option in ("--to", "--only"):
        assert "There is no step" in refused("undo", study, option, "9" * 30)


def test_redo_ends_where_something_new_begins(study: Path) -> None:
    done("undo", study)
    code(study, "R4", "Ny")
    assert "nothing to redo" in refused("redo", study)


def test_to_and_only_together_are_wrong_usage(study: Path) -> None:
    misused("undo", study, "--to", "1", "--only", "2")
    misused("undo", study, "--to", "first")


def test_the_log_is_shown_up_to_a_step_or_of_one_person(study: Path) -> None:
    done("code", study, "--question", "k1", "--answer", "R1", "--code", "D", "--coder", "SO")
    assert len(done("log", study, "--to", "2").out.splitlines()) == 2
    assert _log(study)[-1] in done("log", study, "--coder", "SO").out
    assert len(done("log", study, "--coder", "SO").out.splitlines()) == 1


def test_an_empty_study_has_no_history(folder: Path) -> None:
    done("new", "tom")
    result = done("log", "tom")
    assert (result.out, "Nothing has been done" in result.err) == ("", True)
    refused("undo", "tom")
    refused("redo", "tom")


def test_undo_all_the_way_and_redo_all_the_way_gives_the_same_study(study: Path) -> None:
    before = codes(study), tree(study), done("status", study).out
    done("undo", study, "--to", "0")
    for _ in range(4):
        done("redo", study)
    assert (codes(study), tree(study), done("status", study).out) == before
