"""A lock on an open file that the system takes away when the program ends, however it ends."""

import errno
import os
import sys

_TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30

    def _lock(file: int) -> None:
        """Lock one byte far behind the text: what is locked here can be read by nobody else."""
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock(file: int) -> bool:
    """Lock an open file descriptor until it is closed; False when another program has it locked.

    Raises OSError where the file system knows no locks.
    """
    try:
        _lock(file)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True
