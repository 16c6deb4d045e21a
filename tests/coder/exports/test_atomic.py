"""A file is written whole or not at all."""

import errno
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from coder.exports.atomic import write_file
from corpus.problems import Problem


def refuse(path: Path) -> None:
    raise Problem("This file may not leave.", "Mask it.")


def test_the_file_holds_what_was_written(tmp_path: Path) -> None:
    target = tmp_path / "table.csv"
    write_file(target, lambda path: path.write_text("new"))
    assert target.read_text() == "new"


def test_what_the_writer_returns_is_handed_on(tmp_path: Path) -> None:
    assert write_file(tmp_path / "a.txt", lambda path: path.write_text("abc")) == 3


def test_the_temporary_file_is_hidden_beside_the_target_with_its_suffix(tmp_path: Path) -> None:
    seen: list[Path] = []
    write_file(tmp_path / "table.docx", lambda path: seen.append(path))
    assert (seen[0].parent, seen[0].suffix, seen[0].name[0]) == (tmp_path, ".docx", ".")


def test_the_check_reads_the_finished_file(tmp_path: Path) -> None:
    seen: list[str] = []
    write_file(
        tmp_path / "a.txt",
        lambda path: path.write_text("whole"),
        check=lambda path: seen.append(path.read_text()),
    )
    assert seen == ["whole"]


def test_a_failing_check_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "quotes.docx"
    target.write_text("old")
    with pytest.raises(Problem, match="may not leave"):
        write_file(target, lambda path: path.write_text("new"), check=refuse)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [
        ("quotes.docx", "old")
    ]


def test_a_writer_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def break_off(path: Path) -> None:
        path.write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "a.txt", break_off)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "write-protected"),
        (errno.EACCES, "write-protected"),
        (errno.EIO, "error"),
    ],
)
def test_a_failing_disk_is_told_in_a_sentence(tmp_path: Path, number: int, words: str) -> None:
    def fail(path: Path) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.raises(Problem, match=words) as caught:
        write_file(tmp_path / "a.txt", fail)
    assert caught.value.hint


def test_a_file_that_another_program_holds_is_to_be_closed_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(Problem, match="open in another program") as caught:
        write_file(tmp_path / "a.txt", lambda path: path.write_text("new"))
    assert caught.value.hint.startswith("Close it")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="There is no folder"):
        write_file(tmp_path / "missing" / "a.txt", lambda path: path.write_text("new"))


def test_a_folder_is_not_a_file_name(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is a folder"):
        write_file(tmp_path, lambda path: path.write_text("new"))


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs /dev/null")
def test_a_device_is_never_replaced() -> None:
    with pytest.raises(Problem, match="not an ordinary file"):
        write_file(Path("/dev/null"), lambda path: path.write_text("new"))


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="write protection does not bind this user"
)
def test_a_write_protected_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    target.chmod(0o444)
    with pytest.raises(Problem, match="write-protected"):
        write_file(target, lambda path: path.write_text("new"))
    assert target.read_text() == "old"


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_link_stays_a_link_to_the_new_text(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    link.symlink_to(real)
    write_file(link, lambda path: path.write_text("new"))
    assert (link.is_symlink(), real.read_text()) == (True, "new")


@pytest.mark.skipif(sys.platform == "win32", reason="needs file modes")
def test_the_old_file_s_mode_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    target.chmod(0o640)
    write_file(target, lambda path: path.write_text("new"))
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_what_a_killed_export_left_is_removed_by_the_next(tmp_path: Path) -> None:
    leftover = tmp_path / ".fullkoding-0123456789abcdef.docx"
    leftover.write_text("half")
    long_ago = time.time() - 7200
    os.utime(leftover, (long_ago, long_ago))
    write_file(tmp_path / "a.txt", lambda path: path.write_text("new"))
    assert not leftover.exists()


def test_an_export_under_way_is_left_alone(tmp_path: Path) -> None:
    under_way = tmp_path / ".fullkoding-0123456789abcdef.docx"
    under_way.write_text("half")
    write_file(tmp_path / "a.txt", lambda path: path.write_text("new"))
    assert under_way.exists()
