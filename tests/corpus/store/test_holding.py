"""A study is held by one program at a time, and freed however that program ends."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from corpus.store import system_lock
from corpus.store.holding import Hold, Holder, holder_of, side_file, take, this_program

KARI = Holder("Kari", "kari", "pc", 123, "2026-05-01T12:05:00Z")
OLA = Holder("Ola", "ola", "pc", 456, "2026-05-01T13:00:00Z")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "studie.fullkoding"
    path.write_bytes(b"study")
    path.chmod(0o600)
    return path


def held(path: Path, holder: Holder = KARI) -> Hold:
    """A study that is held until the test ends."""
    taken = take(path, holder)
    assert isinstance(taken, Hold)
    return taken


def test_who_comes_second_is_told_who_has_it(study: Path) -> None:
    hold = held(study)
    assert (take(study, OLA), holder_of(study)) == (KARI, KARI)
    hold.release()


def test_after_the_release_it_is_free_and_nothing_is_left(study: Path) -> None:
    hold = held(study)
    hold.release()
    hold.release()
    assert (holder_of(study), list(study.parent.iterdir())) == (None, [study])
    held(study, OLA).release()


def test_the_side_file_is_for_its_owner_only(study: Path) -> None:
    hold = held(study)
    assert side_file(study).stat().st_mode & 0o777 == 0o600
    hold.release()


def test_who_may_write_the_study_may_see_who_has_it(study: Path) -> None:
    study.chmod(0o660)
    hold = held(study)
    assert side_file(study).stat().st_mode & 0o777 == 0o660
    hold.release()


def test_the_study_itself_is_never_touched(study: Path) -> None:
    hold = held(study)
    assert study.read_bytes() == b"study"
    hold.release()


def test_what_a_dead_program_left_is_taken_over(study: Path) -> None:
    side_file(study).write_text('{"coder": "Per", "user": "", "host": "", "pid": 1, "since": ""}')
    assert holder_of(study) is None
    hold = held(study)
    assert take(study, OLA) == KARI
    hold.release()


def test_a_folder_copied_with_everything_in_it_is_free(study: Path, tmp_path: Path) -> None:
    hold = held(study)
    copied = Path(shutil.copytree(study.parent, tmp_path.with_name("kopi"))) / study.name
    other = held(copied, OLA)
    assert holder_of(study) == KARI
    other.release()
    hold.release()


def test_a_link_leads_to_the_same_study(study: Path, tmp_path: Path) -> None:
    (tmp_path / "annet").mkdir()
    link = tmp_path / "annet" / "lenke.fullkoding"
    link.symlink_to(study)
    hold = held(link)
    assert take(study, OLA) == KARI
    hold.release()


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"null", b'{"coder": 1}', b"\xff\xfe", b'{"pid": "x"}' * 1000],
    ids=str,
)
def test_whatever_stands_in_the_file_it_is_held_by_somebody(study: Path, content: bytes) -> None:
    hold = held(study)
    side_file(study).write_bytes(content)
    assert take(study, OLA) == Holder()
    hold.release()


def test_a_disk_that_knows_no_locks_holds_nothing(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(file: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(system_lock, "_lock", unknown)
    assert (take(study, KARI), holder_of(study)) == (None, None)
    assert list(study.parent.iterdir()) == [study]


def test_on_a_full_disk_it_is_held_without_a_name(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int, content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    hold = held(study)
    assert take(study, OLA) == Holder()
    hold.release()


def test_something_else_of_that_name_is_left_alone(study: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    side_file(study).symlink_to(mine)
    assert (take(study, KARI), holder_of(study), mine.read_text()) == (None, None, "mine")
    side_file(study).unlink()
    side_file(study).mkdir()
    assert take(study, KARI) is None


def test_a_program_says_who_and_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "kari")
    holder = this_program("Kari", "2026-05-01T12:05:00Z")
    assert (holder.coder, holder.user, holder.pid) == ("Kari", "kari", os.getpid())


def test_a_user_without_a_name_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("corpus.store.holding.getuser", nobody)
    assert this_program("Kari", "").user == ""
