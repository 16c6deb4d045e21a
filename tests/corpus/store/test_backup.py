"""Backups are proved good; restoring keeps what stood there."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coder.study import Study, restore
from corpus.problems import Problem
from corpus.store.backup import KEPT, backup_folder, backups, is_due
from tests.builders import code_all, fixed_surroundings, import_records, new_study, records
from tests.snapshots import content


def _study(folder: Path) -> Study:
    study = new_study(folder)
    import_records(study, records([("a", "k1", "Mangel på boliger"), ("b", "k1", "Vet ikke")]))
    return study


def _spoil_text(path: Path) -> None:
    data = path.read_bytes()
    assert b"Mangel" in data
    path.write_bytes(data.replace(b"Mangel", b"Mengel"))


def test_a_backup_has_the_same_content(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        copy = study.back_up()
        with Study(copy) as other:
            assert content(other) == content(study)


def test_a_backup_is_due_once_a_day(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        assert study.back_up_if_due() is not None
        assert study.back_up_if_due() is None
        assert is_due(study.path, datetime(2026, 6, 30, tzinfo=UTC))


def test_the_oldest_backups_go(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        made = [study.back_up() for _ in range(KEPT + 3)]
        assert backups(study.path) == list(reversed(made[-KEPT:]))


def test_a_damaged_study_never_replaces_a_good_backup(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        good = study.back_up()
    _spoil_text(study.path)
    with Study(study.path) as damaged, pytest.raises(Problem, match="damaged"):
        damaged.back_up()
    assert backups(study.path) == [good]
    assert list(backup_folder(study.path).iterdir()) == [good]


def test_restoring_puts_the_content_back_and_keeps_what_stood_there(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        before = content(study)
        copy = study.back_up()
        code_all(study, [("a", "k1", "Boliger")])
    _spoil_text(study.path)
    spoiled = study.path.read_bytes()
    aside = restore(study.path, copy, fixed_surroundings())
    assert aside is not None
    assert aside.read_bytes() == spoiled
    with Study(study.path) as again:
        assert content(again) == before


def test_a_damaged_backup_is_not_restored(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        copy = study.back_up()
    _spoil_text(copy)
    before = study.path.read_bytes()
    with pytest.raises(Problem, match="damaged"):
        restore(study.path, copy, fixed_surroundings())
    assert study.path.read_bytes() == before


def test_an_unfinished_transaction_does_not_follow_into_the_backup(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        copy = study.back_up()
    journal = Path(f"{study.path}-journal")
    journal.write_bytes(b"left over")
    aside = restore(study.path, copy, fixed_surroundings())
    assert not journal.exists()
    assert Path(f"{aside}-journal").read_bytes() == b"left over"


def test_a_flipped_byte_in_a_text_is_found(tmp_path: Path) -> None:
    from coder.checking import check_study

    with _study(tmp_path) as study:
        assert check_study(study).integrity == ()
    _spoil_text(study.path)
    connection = sqlite3.connect(study.path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    with Study(study.path) as damaged:
        assert check_study(damaged).integrity != ()
