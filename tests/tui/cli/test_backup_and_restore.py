"""Backups: made before changes, proved, listed, put back; what stood there is kept."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, refused, run
from tests.tui.cli.studies import code, codes, everything, fresh, small_study


def _coded(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "A")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """A study with one coding and no backup."""
    return fresh(folder, _coded)


def _backups(study: Path) -> list[Path]:
    return sorted(study.with_name(study.name + "-backups").glob("*"))


def test_the_first_change_of_the_day_makes_a_backup_and_says_so(study: Path) -> None:
    before = everything(study)
    said = done("code", study, "--question", "k1", "--answer", "R2", "--code", "B").err
    (backup,) = _backups(study)
    assert str(backup) in said
    assert everything(backup) == before


def test_the_next_change_makes_no_other_backup(study: Path) -> None:
    for name in ("B", "C"):
        code(study, "R2", name)
    assert len(_backups(study)) == 1


def test_a_backup_is_made_on_request_wherever_one_likes(study: Path, folder: Path) -> None:
    done("backup", study, "-o", "kopi.fullkoding")
    assert everything(folder / "kopi.fullkoding") == everything(study)
    done("backup", study)
    assert len(_backups(study)) == 1


def test_two_backups_in_a_second_are_two_backups(study: Path) -> None:
    done("backup", study)
    code(study, "R2", "B")
    done("backup", study)
    assert len(_backups(study)) == 2


def test_a_copy_gives_way_to_a_newer_copy_of_the_same_study(study: Path, folder: Path) -> None:
    done("backup", study, "-o", "kopi.fullkoding")
    code(study, "R2", "B")
    done("backup", study, "-o", "kopi.fullkoding")
    assert codes(folder / "kopi.fullkoding")["R2"] == ["B"]


def test_a_backup_takes_no_other_files_place(study: Path, folder: Path) -> None:
    done("new", "annen")
    (folder / "svar.txt").write_text("viktig")
    for name in ("annen.fullkoding", "svar.txt", study.name, "."):
        before = (folder / "annen.fullkoding").read_bytes(), study.read_bytes()
        refused("backup", study, "-o", name)
        assert ((folder / "annen.fullkoding").read_bytes(), study.read_bytes()) == before
    assert (folder / "svar.txt").read_text() == "viktig"


def test_the_newest_backup_is_put_back_and_what_stood_there_is_kept(study: Path) -> None:
    done("backup", study)
    code(study, "R2", "B")
    said = done("restore", study, "--yes").err
    assert codes(study)["R2"] == []
    (aside,) = study.parent.glob("studie-before-restore-*")
    assert aside.name in said
    assert codes(aside)["R2"] == ["B"]


def test_a_chosen_backup_is_put_back(study: Path) -> None:
    done("backup", study, "-o", "kopi.fullkoding")
    code(study, "R2", "B")
    done("restore", study, "--from", "kopi.fullkoding", "--yes")
    assert codes(study)["R2"] == []


def test_restoring_twice_keeps_everything_that_stood_there(study: Path) -> None:
    done("backup", study)
    for name in ("B", "C"):
        code(study, "R2", name)
        done("restore", study, "--yes")
    kept = sorted(study.parent.glob("studie-before-restore-*"))
    assert [codes(each)["R2"] for each in kept] == [["B"], ["C"]]


def test_a_study_that_is_gone_comes_back(study: Path) -> None:
    done("backup", study)
    study.unlink()
    done("restore", study, "--yes")
    assert codes(study)["R1"] == ["A"]


def test_backups_are_listed_newest_first(study: Path) -> None:
    for name in ("B", "C"):
        done("backup", study)
        code(study, "R2", name)
    listed = done("restore", study, "--list").out.splitlines()
    assert listed == [str(path) for path in reversed(_backups(study))]
    assert len(listed) == 2


def test_where_there_is_no_backup_that_is_said(study: Path) -> None:
    assert "There are no backups." in done("restore", study, "--list").err
    assert "no backup of" in refused("restore", study, "--yes")


def test_restore_asks_and_without_an_answer_changes_nothing(study: Path) -> None:
    done("backup", study)
    before = study.read_bytes()
    assert "--yes" in refused("restore", study)
    refused("restore", study, stdin="n\n")
    assert study.read_bytes() == before
    done("restore", study, stdin="y\n")


@pytest.mark.parametrize("content", [b"", b"not a study", bytes(4096)])
def test_what_is_no_study_is_not_put_in_its_place(study: Path, content: bytes) -> None:
    Path("kopi.fullkoding").write_bytes(content)
    before = study.read_bytes()
    refused("restore", study, "--from", "kopi.fullkoding", "--yes")
    refused("restore", study, "--from", "nosuch", "--yes")
    assert study.read_bytes() == before
    assert not list(study.parent.glob("*before-restore*"))


def test_a_damaged_backup_is_not_put_back(study: Path) -> None:
    done("backup", study)
    (backup,) = _backups(study)
    data = bytearray(backup.read_bytes())
    text = b"Samarbeidet er godt"
    data[data.index(text) : data.index(text) + 4] = b"XXXX"
    backup.write_bytes(data)
    before = study.read_bytes()
    assert "damaged" in refused("restore", study, "--yes")
    assert study.read_bytes() == before


def test_a_damaged_study_is_not_changed_nor_backed_up_and_its_backups_stay(study: Path) -> None:
    done("backup", study)
    (backup,) = _backups(study)
    good = backup.read_bytes()
    data = bytearray(study.read_bytes())
    text = b"Samarbeidet er godt"
    data[data.index(text) : data.index(text) + 4] = b"XXXX"
    study.write_bytes(data)
    assert "damaged" in refused("backup", study)
    check = run("check", study, "--json")
    assert (check.exit_code, check.json["integrity"] != "ok") == (3, True)
    assert study.read_bytes() == bytes(data)
    assert [(path, path.read_bytes()) for path in _backups(study)] == [(backup, good)]
    done("restore", study, "--yes")
    assert codes(study)["R1"] == ["A"]


def test_nothing_is_left_over(study: Path, folder: Path) -> None:
    done("backup", study)
    done("restore", study, "--yes")
    refused("restore", study, "--from", "nosuch", "--yes")
    assert not [path for path in folder.rglob(".*") if path.is_file()]
    assert not list(folder.rglob("*-journal"))
