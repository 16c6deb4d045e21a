"""The code list: show, add, rename, move, merge, retire."""

from pathlib import Path

import pytest

from tests.tui.cli.running import Result, done, misused, refused
from tests.tui.cli.studies import code, codes, fresh, small_study, tree

K1 = ("--question", "k1")


def _two_themes(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "Økonomi / Tilskudd", "Økonomi / Lønn")
    code(study, "R2", "Folk / Lønn")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Økonomi (Tilskudd, Lønn) and Folk (Lønn), each on an answer."""
    return fresh(folder, _two_themes)


def _do(action: str, study: Path, *arguments: str) -> Result:
    return done("codebook", action, study, *K1, *arguments)


def _not(action: str, study: Path, *arguments: str) -> str:
    before = study.read_bytes()
    said = refused("codebook", action, study, *K1, *arguments)
    assert study.read_bytes() == before
    return said


def test_the_tree_is_shown_with_distinct_answers_under_each_theme(study: Path) -> None:
    lines = [line.split() for line in _do("show", study).out.splitlines()[2:6]]
    assert lines == [
        ["5", "0", "1", "Økonomi"],
        ["6", "1", "1", "Tilskudd"],
        ["7", "1", "1", "Lønn"],
        ["8", "0", "1", "Folk"],
    ]


def test_a_code_is_added_with_its_themes(study: Path) -> None:
    assert "Added Folk / Ny / Kode as number 11." in _do("add", study, "Folk / Ny / Kode").err
    assert tree(study)[-3:] == ["  Lønn", "  Ny", "    Kode"]


@pytest.mark.parametrize("path", ["Økonomi", "Økonomi / Lønn", "økonomi / lønn", "Økonomi>>Lønn"])
def test_a_code_that_is_there_is_not_added_again(study: Path, path: str) -> None:
    assert "There is a code Økonomi" in _not("add", study, path)


def test_a_name_may_stand_under_several_themes_and_at_the_top(study: Path) -> None:
    _do("add", study, "Lønn")
    assert tree(study) == ["Økonomi", "  Tilskudd", "  Lønn", "Folk", "  Lønn", "Lønn"]


@pytest.mark.parametrize("path", ["", "  ", "A / B / C / D", "Økonomi / Lønn / C / D"])
def test_a_path_that_no_code_can_have_is_refused(study: Path, path: str) -> None:
    _not("add", study, path)


def test_a_code_is_renamed_and_its_answers_follow(study: Path) -> None:
    _do("rename", study, "Økonomi / Lønn", "Lønninger")
    assert codes(study)["R1"] == ["Økonomi / Tilskudd", "Økonomi / Lønninger"]


@pytest.mark.parametrize(
    ("path", "name"),
    [("Tilskudd", "Lønn"), ("Økonomi", "Folk"), ("Tilskudd", ""), ("Nosuch", "Ny"), ("Lønn", "Ny")],
)
def test_a_name_twice_under_one_theme_or_none_at_all_is_refused(
    study: Path, path: str, name: str
) -> None:
    _not("rename", study, path, name)


def test_only_the_letter_case_of_a_name_can_be_changed(study: Path) -> None:
    _do("rename", study, "Folk", "FOLK")
    assert "FOLK" in tree(study)


def test_a_code_is_moved_to_another_theme_with_what_is_under_it(study: Path) -> None:
    _do("move", study, "Folk", "--under", "Økonomi")
    assert codes(study)["R2"] == ["Økonomi / Folk / Lønn"]


def test_a_code_becomes_a_main_theme(study: Path) -> None:
    _do("move", study, "Tilskudd", "--top")
    assert codes(study)["R1"] == ["Økonomi / Lønn", "Tilskudd"]


def test_several_codes_are_moved_at_once_and_a_missing_theme_is_made_and_told(
    study: Path,
) -> None:
    said = _do("move", study, "Tilskudd", "Folk / Lønn", "--under", "Rammer").err
    assert "New code: Rammer" in said
    assert tree(study) == ["Økonomi", "  Lønn", "Folk", "Rammer", "  Tilskudd", "  Lønn"]


def test_the_place_under_the_theme_can_be_chosen(study: Path) -> None:
    _do("move", study, "Økonomi / Lønn", "--position", "1")
    _do("move", study, "Folk", "--position", "1")
    assert tree(study) == ["Folk", "  Lønn", "Økonomi", "  Lønn", "  Tilskudd"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("Økonomi", "--under", "Økonomi"),
        ("Økonomi", "--under", "Tilskudd"),
        ("Økonomi", "--under", "Økonomi / Ny"),
        ("Økonomi / Lønn", "--under", "Folk"),
        ("Nosuch", "--top"),
        ("Lønn", "--top"),
        ("Folk", "--under", "Økonomi / Tilskudd / Dypt"),
        ("Tilskudd", "Nosuch", "--top"),
    ],
)
def test_cycles_twins_and_depth_are_refused_wholly(study: Path, arguments: tuple[str, ...]) -> None:
    _not("move", study, *arguments)


def test_codes_are_merged_and_answers_counted_once(study: Path) -> None:
    code(study, "R1", "Folk / Lønn")
    _do("merge", study, "Økonomi / Lønn", "Tilskudd", "--into", "Folk / Lønn")
    assert codes(study) == {"R1": ["Folk / Lønn"], "R2": ["Folk / Lønn"], "R4": []}
    assert tree(study) == ["Økonomi", "Folk", "  Lønn"]


def test_a_theme_is_merged_with_what_is_under_it(study: Path) -> None:
    _do("merge", study, "Økonomi", "--into", "Folk")
    assert tree(study) == ["Folk", "  Lønn", "  Tilskudd"]
    assert codes(study)["R1"] == ["Folk / Lønn", "Folk / Tilskudd"]


def test_the_name_of_a_merged_code_means_what_it_became(study: Path) -> None:
    _do("merge", study, "Tilskudd", "--into", "Økonomi / Lønn")
    done("code", study, *K1, "--answer", "R4", "--code", "Økonomi / Tilskudd", "--no-create")
    assert codes(study)["R4"] == ["Økonomi / Lønn"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("Tilskudd", "--into", "Tilskudd"),
        ("Økonomi", "--into", "Tilskudd"),
        ("Nosuch", "--into", "Tilskudd"),
        ("Tilskudd", "--into", "Nosuch"),
        ("Folk / Lønn", "Økonomi", "--into", "Tilskudd"),
    ],
)
def test_a_merge_with_itself_its_descendant_or_nothing_is_refused_wholly(
    study: Path, arguments: tuple[str, ...]
) -> None:
    _not("merge", study, *arguments)


def test_undo_of_a_merge_gives_every_answer_its_own_code_back(study: Path) -> None:
    before = codes(study), tree(study)
    _do("merge", study, "Økonomi", "--into", "Folk")
    done("undo", study)
    assert (codes(study), tree(study)) == before


def test_a_retired_code_keeps_its_answers_and_can_come_back(study: Path) -> None:
    _do("retire", study, "Tilskudd")
    assert "Tilskudd  (retired)" in _do("show", study).out
    assert "Økonomi / Tilskudd" in codes(study)["R1"]
    _do("retire", study, "Tilskudd", "--undo")
    code(study, "R2", "Tilskudd")


def test_questions_can_share_a_codebook(study: Path) -> None:
    code(study, "R1", "Økonomi / Tilskudd", question="k2")
    _do("share", study, "--with", "k2")
    code(study, "R2", "Folk / Lønn", question="k2")
    assert codes(study, "k2")["R1"] == ["Økonomi / Tilskudd"]
    assert tree(study) == tree(study, "k2")


def test_every_change_is_one_step_that_undo_takes_back(study: Path) -> None:
    states = [tree(study)]
    actions = (
        ("add", "Ny / Kode"),
        ("rename", "Kode", "Annet navn"),
        ("move", "Ny", "--under", "Folk"),
        ("merge", "Tilskudd", "--into", "Økonomi / Lønn"),
        ("retire", "Folk / Lønn"),
    )
    for action, *arguments in actions:
        _do(action, study, *arguments)
        states.append(tree(study))
    for state in reversed(states[:-1]):
        done("undo", study)
        assert tree(study) == state
    for state in states[1:]:
        done("redo", study)
        assert tree(study) == state


@pytest.mark.parametrize(
    "arguments",
    [
        ("move", "Folk"),
        ("move", "Folk", "--under", "Økonomi", "--top"),
        ("move", "Folk", "--position", "0"),
        ("merge", "Folk"),
        ("rename", "Folk"),
        ("add",),
    ],
)
def test_half_a_change_is_wrong_usage(study: Path, arguments: tuple[str, ...]) -> None:
    action, *rest = arguments
    misused("codebook", action, study, *K1, *rest)


@pytest.mark.parametrize("action", ["show", "add", "rename", "move", "merge", "retire"])
def test_an_unknown_question_is_named(study: Path, action: str) -> None:
    more = {
        "show": (),
        "rename": ("Folk", "Ny"),
        "move": ("Folk", "--top"),
        "merge": ("Folk", "--into", "Økonomi"),
    }.get(action, ("Folk",))
    said = refused("codebook", action, study, "--question", "k9", *more)
    assert "There is no question k9." in said
