"""The command that chooses quotes: what is there, what is proposed, what was chosen and where."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, misused, refused, run
from tests.tui.cli.studies import code, everything, fresh, study_of

HOSTILE = "buss [/] \x1b[2J \u202e [@click=app.quit]x[/] som ikke kommer i tide nå"
TEXTS = ["Bussen kommer sjelden til bygda vår nå", "Bilen er dyr i drift for oss alle", HOSTILE]
BOTH = ("-q", "k1", "--code", "Reise")


def _coded(folder: Path) -> Path:
    study = study_of(folder, TEXTS)
    for who, path in (("R1", "Reise / Buss"), ("R2", "Reise / Bil"), ("R3", "Reise")):
        done("code", study, "--question", "k1", "--answer", who, "--code", path)
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Three answers on journeys."""
    return fresh(folder, _coded)


def _pieces(study: Path, *options: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = done("choose", study, *BOTH, *options, "--json").json["pieces"]
    return found


def test_everything_under_a_theme_is_listed(study: Path) -> None:
    out = done("choose", study, *BOTH).out
    assert "-   R1 · unknown · 7 words · Reise / Buss · typical " in out
    assert f"\n    {TEXTS[1]}\n" in out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert done("choose", study, *BOTH, "--list").out == out


def test_a_list_for_other_programs(study: Path) -> None:
    found = _pieces(study)
    assert [each["piece"] for each in found] == ["R1", "R2", "R3"]
    assert found[0]["codes"] == [["Reise", "Buss"]]
    assert (found[0]["chosen"], found[0]["place"], found[0]["words"]) == (None, None, 7)


def test_a_proposal_changes_nothing_until_it_is_taken(study: Path) -> None:
    before = everything(study)
    proposed = [each["piece"] for each in _pieces(study, "--propose", 2)]
    assert len(proposed) == 2
    assert everything(study) == before
    assert [each["piece"] for each in _pieces(study, "--propose", 2)] == proposed
    taken = done("choose", study, *BOTH, "--propose", 2, "--take")
    assert "Chose 2 quotes." in taken.err
    assert {each["piece"] for each in _pieces(study) if each["chosen"]} == set(proposed)
    assert "took 2 proposed quotes of Reise in k1" in done("undo", study).out


@pytest.mark.parametrize("kind", ["contrast", "small", "typical", "unusual"])
def test_other_kinds_are_proposed(study: Path, kind: str) -> None:
    assert len(_pieces(study, "--propose", 2, "--kind", kind)) == (0 if kind == "small" else 2)


def test_pieces_are_chosen_moved_and_put_back(study: Path) -> None:
    code(study, "R2", "Reise / Buss")
    both = ("-q", "k1", "--code", "Reise / Buss")
    assert "Chose 2 quotes." in done("choose", study, *both, "--add", "R1", "--add", "R2").err
    assert "Moved." in done("choose", study, *both, "--move", "R2").err
    quoted = done("quotes", study, "k1", "--chosen", "--no-labels").out
    assert quoted.index(TEXTS[1]) < quoted.index(TEXTS[0])
    gone = done("choose", study, *both, "--remove", "R1", "--remove", "R2")
    assert "Put 2 quotes back." in gone.err
    assert gone.out == "No quote is chosen here.\n"
    assert "No quote is chosen" in refused("quotes", study, "k1", "--chosen")


def test_usage_names_quotes_and_respondents(study: Path) -> None:
    assert done("choose", study, "--usage").out == "No quote is chosen yet.\n"
    code(study, "R1", "Reise / Bil")
    done("choose", study, "-q", "k1", "--code", "Reise / Bil", "--add", "R1")
    done("choose", study, "-q", "k1", "--code", "Reise / Buss", "--add", "R1")
    out = done("choose", study, "--usage").out
    assert f"k1 / Reise / Bil\n1   R1 · unknown\n    {TEXTS[0]}" in out
    assert "  1 R1 · unknown · k1 1" in out
    assert "R1: the same words twice" in " ".join(out.split())
    found = done("choose", study, "--usage", "--json").json
    assert [each["piece"] for each in found["quotes"]] == ["R1", "R1"]
    assert [each["kind"] for each in found["cautions"]] == ["printed twice"]


def test_what_cannot_be_is_said(study: Path) -> None:
    assert "No piece here is called R9" in refused("choose", study, *BOTH, "--add", "R9")
    assert "is not chosen" in refused("choose", study, *BOTH, "--move", "R1")
    assert "There is no code Fly" in refused("choose", study, "-q", "k1", "--code", "Fly")
    for wrong in (("--take",), ("--propose", 2, "--list"), ("--propose", 2, "--kind", "x")):
        misused("choose", study, *BOTH, *wrong)
    misused("choose", study, *BOTH, "--propose", 1, "--shortest", 9, "--longest", 3)
    misused("choose", study, "-q", "k1")


def test_nothing_hostile_reaches_a_terminal(study: Path) -> None:
    result = run("choose", study, *BOTH, "--json", terminal=True)
    assert result.exit_code == 0
    assert "\x1b[2J" not in result.out
