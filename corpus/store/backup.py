"""Backups: made by SQLite's backup interface, proved good before an old one goes."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from corpus.problems import Problem
from corpus.store.file import check_header, explain

KEPT = 10
_DUE_AFTER = timedelta(days=1)
_AHEAD = timedelta(minutes=1)
_LEFT_AFTER = timedelta(hours=1)
_FORM = "%Y-%m-%dT%H%M%SZ"

Check = Callable[[sqlite3.Connection], list[str]]


def backup_folder(path: Path) -> Path:
    """Where the backups of a study stand: beside it."""
    return path.with_name(path.name + "-backups")


def backups(path: Path) -> list[Path]:
    """The backups of a study, newest first."""
    return sorted(backup_folder(path).glob(f"*{path.suffix}"), reverse=True)


def is_due(path: Path, now: datetime) -> bool:
    """Whether the newest backup is older than a day, or there is none."""
    newest = next(iter(backups(path)), None)
    if newest is None:
        return True
    try:
        made = datetime.strptime(newest.stem, _FORM).replace(tzinfo=now.tzinfo)
    except ValueError:
        return True
    return not -_AHEAD <= now - made < _DUE_AFTER


def make_backup(path: Path, now: datetime, check: Check) -> Path:
    """A proved backup in the study's backup folder; the oldest beyond KEPT are removed."""
    folder = backup_folder(path)
    try:
        folder.mkdir(exist_ok=True, mode=0o700)
    except OSError as error:
        raise _not_written(folder, error) from error
    _remove_leftovers(folder, now)
    target = _free(lambda at: folder / (at.strftime(_FORM) + path.suffix), now)
    save_copy(path, target, check)
    for old in backups(path)[KEPT:]:
        old.unlink()
    return target


def save_copy(path: Path, target: Path, check: Check) -> None:
    """A proved copy of the study as it is now; nothing is left when the proof fails."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(temporary)) as copy:
            source.backup(copy)
            faults = check(copy)
        if faults:
            raise Problem(
                f"{path} is damaged: {faults[0]}.",
                "No backup was made; the earlier ones stay. See: fullkoding restore STUDY --list",
            )
        os.replace(temporary, target)
    except OSError as error:
        raise _not_written(target, error) from error
    except sqlite3.Error as error:
        problem = explain(error, path)
        if problem is None:
            raise
        raise problem from error
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def restore(path: Path, backup: Path, now: datetime, version: int, check: Check) -> Path | None:
    """Put a backup in the study's place; what stood there is kept beside it and returned."""
    check_header(backup, version)
    if not os.access(path.parent, os.W_OK):
        raise Problem(f"Nothing can be written in {path.parent}.", "Nothing was changed.")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        save_copy(backup, temporary, check)
        aside = None
        if path.exists():
            aside = _free(lambda at: path.with_name(_aside_name(path, at)), now)
            os.replace(path, aside)
            _move_journal(path, aside)
        os.replace(temporary, path)
        return aside
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _remove_leftovers(folder: Path, now: datetime) -> None:
    """Remove what a killed program left of a copy more than an hour ago."""
    for leftover in folder.glob(".*.part"):
        with suppress(OSError):
            if now.timestamp() - leftover.stat().st_mtime > _LEFT_AFTER.total_seconds():
                leftover.unlink()


def _aside_name(path: Path, at: datetime) -> str:
    return f"{path.stem}-before-restore-{at.strftime(_FORM)}{path.suffix}"


def _free(name: Callable[[datetime], Path], now: datetime) -> Path:
    """The first name from now on that no file has: two in a second must not replace each other."""
    while name(now).exists():
        now += timedelta(seconds=1)
    return name(now)


def _not_written(target: Path, error: OSError) -> Problem:
    return Problem(
        f"{target} could not be written: {(error.strerror or 'unknown error').lower()}.",
        "Nothing was changed. Check the folder and your rights to it.",
    )


def _move_journal(path: Path, aside: Path) -> None:
    """An unfinished transaction belongs to the file that is put aside, never to the backup."""
    with suppress(FileNotFoundError):
        os.replace(f"{path}-journal", f"{aside}-journal")
