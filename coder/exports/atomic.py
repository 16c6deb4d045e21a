"""Files that appear whole or not at all."""

import contextlib
import errno
import os
import secrets
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from corpus.problems import Problem

_PREFIX = ".fullkoding-"
_LEFTOVER = ".fullkoding-????????????????.*"
_LEFTOVER_AFTER_SECONDS = 3600
_IN_USE_ON_WINDOWS = (32, 33)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

Result = TypeVar("Result")


def write_file(
    path: Path,
    write: Callable[[Path], Result],
    check: Callable[[Path], None] | None = None,
    ending: str = "",
) -> Result:
    """Put a finished file at path and return what `write` returned.

    `write` fills a hidden temporary file in the same folder, with `ending` or the same suffix;
    `check` reads it and raises Problem to stop it. Until both are done the old file stands
    untouched, and afterwards no temporary file is left. Raises Problem when the file cannot be
    placed there.
    """
    target = Path(os.path.realpath(path))
    suffix = f".{ending}" if ending else target.suffix
    temporary = target.with_name(f"{_PREFIX}{secrets.token_hex(8)}{suffix}")
    try:
        _refuse(path, target)
        _remove_leftovers(target.parent)
        _reserve(temporary, target)
        result = write(temporary)
        _flush(temporary)
        if check is not None:
            check(temporary)
        _replace(temporary, target, path)
    except OSError as error:
        raise _problem(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    _flush_folder(target.parent)
    return result


def _refuse(path: Path, target: Path) -> None:
    if target.is_dir():
        raise Problem(f"{path} is a folder.", "Add a file name after it.")
    if target.exists() and not target.is_file():
        raise Problem(f"{path} is not an ordinary file.", "Choose another file name.")
    if not target.parent.is_dir():
        raise Problem(
            f"There is no folder {path.parent}.", "Make it first, or choose another folder."
        )
    if target.exists() and not os.access(target, os.W_OK):
        raise Problem(
            f"{path} is write-protected.", "Remove the protection, or choose another file name."
        )


def _remove_leftovers(folder: Path) -> None:
    """Remove what a killed program left in this folder: it may hold unchecked text."""
    for leftover in folder.glob(_LEFTOVER):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _LEFTOVER_AFTER_SECONDS:
                leftover.unlink()


def _reserve(temporary: Path, target: Path) -> None:
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    if target.exists():
        shutil.copymode(target, temporary)


def _flush(temporary: Path) -> None:
    with temporary.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _replace(temporary: Path, target: Path, path: Path) -> None:
    try:
        os.replace(temporary, target)
    except PermissionError as error:
        raise Problem(
            f"{path} cannot be replaced: it is open in another program, or protected.",
            "Close it there first, or choose another file name.",
        ) from error


def _problem(path: Path, error: OSError) -> Problem:
    if getattr(error, "winerror", None) in _IN_USE_ON_WINDOWS:
        return Problem(f"{path} is open in another program.", "Close it there first.")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Problem(
            f"{path} was not written: the folder is write-protected.", "Choose another folder."
        )
    if error.errno in _NO_ROOM:
        return Problem(
            f"{path} was not written: the disk is full.", "Make room on it, or choose another."
        )
    reason = (error.strerror or type(error).__name__).lower()
    return Problem(
        f"{path} was not written: {reason}.", "Choose another file name or another folder."
    )
