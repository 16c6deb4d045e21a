"""Codes are split, looked through for pairs, and a merge is foreseen."""

import csv
from pathlib import Path

import pytest

from tests.tui.cli.running import Result, done, misused, refused
from tests.tui.cli.studies import code, codes, fresh, study_of, table_file, tree

K1 = ("--question", "k1")
TEXTS = ("Bil og buss", "Bussen er sen", "=Bil; dyrt", "[/] Tog")


def _journeys(folder: Path) -> Path:
    study = study_of(folder, TEXTS)
    for who in ("R1", "R2", "R3"):
        code(study, who, "Reise")
    code(study, "R4", "Tog")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Reise on three answers, Tog on one."""
    return fresh(folder, _journeys)


def _do(action: str, study: Path, *arguments: object) -> Result:
    return done("codebook", action, study, *K1, *arguments)


def _not(action: str, study: Path, *arguments: object) -> str:
    before = study.read_bytes()
    said = refused("codebook", action, study, *K1, *arguments)
    assert study.read_bytes() == before
    return said


def _sheet(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_parts_are_made_beside_a_code_or_under_it(study: Path) -> None:
    said = _do("split", study, "Reise", "--part", "Bil", "--part", "Buss").err
    assert "New code: Bil\n" in said
    assert tree(study) == ["Reise", "Bil", "Buss", "Tog"]
    done("undo", study)
    _do("split", study, "Reise", "--part", "Bil", "--below")
    assert tree(study) == ["Reise", "  Bil", "Tog"]


def test_a_sheet_goes_out_is_filled_in_and_comes_back(study: Path, folder: Path) -> None:
    _do("split", study, "Reise", "--sheet", folder / "ark.csv")
    rows = _sheet(folder / "ark.csv")
    assert [(row["respondent"], row["text"], row["part"]) for row in rows] == [
        ("R1", "Bil og buss", ""),
        ("R2", "Bussen er sen", ""),
        ("R3", "=Bil; dyrt", ""),
    ]
    for row, part in zip(rows, ("Bil; Buss", "Buss", ""), strict=True):
        row["part"] = part
    filled = [list(rows[0]), *(list(row.values()) for row in rows)]
    said = _do("split", study, "Reise", "--from", table_file(folder / "ark2.csv", filled)).err
    assert "2 answers sent, 1 left to Reise." in said
    assert codes(study) == {"R1": ["Bil", "Buss"], "R2": ["Buss"], "R3": ["Reise"], "R4": ["Tog"]}
    done("undo", study)
    assert codes(study)["R1"] == ["Reise"]
    assert tree(study) == ["Reise", "Tog"]


def test_two_columns_are_enough(study: Path, folder: Path) -> None:
    file = table_file(folder / "deler.csv", [("respondent", "part"), ("R1", "Tog")])
    _do("split", study, "Reise", "--from", file)
    assert codes(study)["R1"] == ["Tog"]


def test_answers_with_a_word_are_sent_at_once(study: Path) -> None:
    said = _do("split", study, "Reise", "--words", "buss, trikk", "--to", "Kollektivt").err
    assert "2 answers sent, 1 left to Reise." in said
    assert codes(study)["R2"] == ["Kollektivt"]


def test_a_code_with_nothing_left_is_retired_only_when_asked(study: Path) -> None:
    _do("split", study, "Reise", "--words", "b", "--to", "Bil")
    assert "Reise" in tree(study)
    done("undo", study)
    _do("split", study, "Reise", "--words", "b", "--to", "Bil", "--retire")
    assert "Reise  (retired)" in tree(study)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("respondent", "part"), ("R9", "Bil")], "Row 2: R9 has no such answer"),
        ([("respondent", "part"), ("R4", "Bil")], "Row 2: R4 has no such answer"),
        ([("respondent", "del"), ("R1", "Bil")], "no column part"),
        ([("respondent", "part"), ("R1", "Bil"), ("R1", "Tog")], "Row 3: row 2 sends"),
        ([("respondent", "part"), ("R1", "Reise")], "is the code that is split"),
        ([("respondent", "part"), ("R1", "")], "No part is named"),
    ],
)
def test_a_sheet_that_is_wrong_changes_nothing(
    study: Path, folder: Path, rows: list[tuple[str, str]], said: str
) -> None:
    file = table_file(folder / "deler.csv", rows)
    assert said in _not("split", study, "Reise", "--from", file)


def test_half_a_split_is_wrong_usage(study: Path) -> None:
    misused("codebook", "split", study, *K1, "Reise")
    misused("codebook", "split", study, *K1, "Reise", "--words", "bil")


def test_similar_codes_are_listed_with_why_and_kept_apart(study: Path) -> None:
    _do("add", study, "Reiser")
    shown = _do("similar", study).out
    assert "Reise (3)  ~  Reiser (0)" in shown
    assert "same words in other forms" in shown
    assert "kept apart" in _do("similar", study, "--keep", "Reiser", "Reise").err
    assert _do("similar", study).out == "No two codes look like one.\n"
    _do("similar", study, "--forget", "Reise", "Reiser")
    assert "Reiser" in _do("similar", study).out


def test_no_more_pairs_are_listed_than_wanted(study: Path) -> None:
    for name in ("Reiser", "Reisen"):
        _do("add", study, name)
    assert _do("similar", study, "--limit", "1").out.count("~") == 1


def test_a_merge_is_foreseen_and_nothing_changed(study: Path) -> None:
    code(study, "R1", "Tog", "Reise / Bil")
    before = study.read_bytes()
    shown = _do("merge", study, "Reise", "--into", "Tog", "--dry-run").out
    assert shown.splitlines() == [
        "Into Tog: 2 answers now, 4 afterwards",
        "  Reise: 3 answers, 1 of them have both",
        "  Reise / Bil moves to Tog / Bil",
        "  1 coding there twice, once afterwards",
    ]
    assert study.read_bytes() == before


def test_the_steps_are_told_in_words(study: Path) -> None:
    _do("split", study, "Reise", "--part", "Bil")
    _do("similar", study, "--keep", "Reise", "Bil")
    shown = done("log", study).out
    assert "split Reise in k1" in shown
    assert "kept Reise and Bil apart in k1" in shown
