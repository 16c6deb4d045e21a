"""The commands on numbers in answers."""

import json
from pathlib import Path

import pytest

from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import fresh, small_study


@pytest.fixture
def study(folder: Path) -> Path:
    """The small study."""
    return fresh(folder, small_study)


def test_a_number_is_said_read_added_up_and_taken_back(study: Path, folder: Path) -> None:
    assert "R1" in done("amounts", "read", study, "k1").out
    assert "R1" in done("amounts", "read", study, "k1", "--open").out
    result = done("amounts", "set", study, "k1", "2,5", "--to", "personer", "--answer", "R1")
    assert "personer of R1 is 2,5 now" in result.err
    done("amounts", "table", study, "k1", "--of", "personer", "-o", folder / "t.json")
    rows = json.loads((folder / "t.json").read_text("utf-8"))["rows"]
    assert (rows[0]["with_amount"], rows[0]["sum"], rows[0]["suppressed"]) == (1, None, True)
    for form in ("csv", "txt", "xlsx"):
        done("amounts", "table", study, "k1", "--of", "personer", "-o", folder / f"t.{form}")
    assert "Alle svar" in (folder / "t.txt").read_text("utf-8")
    assert "set personer of R1" in done("log", study).out
    done("undo", study)
    assert "no variable" in refused("amounts", "table", study, "k1", "--of", "personer")


def test_what_is_no_number_or_no_answer_is_refused(study: Path) -> None:
    to = ("--to", "personer", "--answer")
    assert "is no number" in refused("amounts", "set", study, "k1", "mange", *to, "R1")
    assert "has not answered" in refused("amounts", "set", study, "k1", "3", *to, "R99")
    misused("amounts", "set", study, "k1", "3")


def test_taking_says_what_is_left_to_look_at(study: Path) -> None:
    result = done("amounts", "take", study, "k1", "--to", "personer", "--dry-run")
    assert "Nothing was changed" in result.err
    assert "to look at" in done("amounts", "take", study, "k1", "--to", "personer").err
