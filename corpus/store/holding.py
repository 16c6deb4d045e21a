"""Who has a study open: a small locked file beside it, which the system frees at every end.

The lock is advice for the screens. Programs that write in short transactions need none.
"""

import json
import os
import platform
import stat
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from getpass import getuser
from pathlib import Path
from time import sleep

from corpus.store.system_lock import lock

_MOST_BYTES = 4096
_TRIES = 5
_MOMENT = 0.002
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_WINDOWS = sys.platform == "win32"


@dataclass(frozen=True)
class Holder:
    """Who has a study open; `since` is UTC as ISO-8601. What could not be read is "" or 0."""

    coder: str = ""
    user: str = ""
    host: str = ""
    pid: int = 0
    since: str = ""


def this_program(coder: str, now: str) -> Holder:
    """This process as a holder."""
    try:
        user = getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    return Holder(coder, user, platform.node(), os.getpid(), now)


def side_file(path: Path) -> Path:
    """Where it stands who has a study open: beside the study itself, whatever links lead to it."""
    real = path.resolve()
    return real.with_name(f".{real.name}.lock")


class Hold:
    """A study held by this program until `release`."""

    def __init__(self, file: int, side: Path) -> None:
        self._file: int | None = file
        self._side = side

    def release(self) -> None:
        """Let others hold the study, and leave nothing beside it."""
        file, self._file = self._file, None
        if file is None:
            return
        if not _WINDOWS:
            _remove(self._side)
        os.close(file)
        if _WINDOWS:
            _remove(self._side)


def take(path: Path, holder: Holder) -> Hold | Holder | None:
    """Hold a study for this program; who has it when another does.

    None where nothing can be held: a folder that cannot be written, a disk that knows no locks.
    """
    side = side_file(path)
    try:
        for _ in range(_TRIES):
            file = _open(side, os.O_CREAT, _mode_beside(path))
            taken = _take(file, side, holder)
            if not isinstance(taken, Hold):
                os.close(file)
            if taken is not None:
                return taken
    except OSError:
        return None
    return None


def holder_of(path: Path) -> Holder | None:
    """Who has a study open in another program or place, None when nobody does."""
    try:
        file = _open(side_file(path))
    except OSError:
        return None
    try:
        return None if lock(file) else _read(file)
    except OSError:
        return None
    finally:
        os.close(file)


def _take(file: int, side: Path, holder: Holder) -> Hold | Holder | None:
    """None when the file was removed by who held it a moment ago: another try is due."""
    try:
        if not lock(file):
            return _read(file)
        if not os.path.samestat(os.fstat(file), side.stat()):
            return None
    except FileNotFoundError:
        return None
    except OSError:
        if os.fstat(file).st_size == 0:
            _remove(side)
        os.close(file)
        raise
    _write(file, holder)
    return Hold(file, side)


def _open(side: Path, flags: int = 0, mode: int = 0o600) -> int:
    file = os.open(side, os.O_RDWR | _NO_LINK | flags, mode)
    if flags and sys.platform != "win32" and os.fstat(file).st_size == 0:
        with suppress(OSError):
            os.fchmod(file, mode)
    return file


def _mode_beside(path: Path) -> int:
    """Who may write the study may also see who has it open; by default its owner only."""
    return stat.S_IMODE(path.stat().st_mode) & 0o666


def _write(file: int, holder: Holder) -> None:
    """On a full disk the study is held without a name."""
    with suppress(OSError):
        os.ftruncate(file, 0)
        os.write(file, json.dumps(asdict(holder)).encode())


def _read(file: int) -> Holder:
    """What the holder wrote, which may take it a moment; one without a name for anything else."""
    text = b""
    for _ in range(_TRIES):
        with suppress(OSError):
            os.lseek(file, 0, os.SEEK_SET)
            text = os.read(file, _MOST_BYTES)
        if text:
            break
        sleep(_MOMENT)
    with suppress(ValueError, TypeError, KeyError):
        told = json.loads(text)
        coder, user, host = (str(told[name]) for name in ("coder", "user", "host"))
        return Holder(coder, user, host, int(told["pid"]), str(told["since"]))
    return Holder()


def _remove(side: Path) -> None:
    with suppress(OSError):
        side.unlink()
