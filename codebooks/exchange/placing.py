"""Files that appear whole or not at all."""

import contextlib
import os
import secrets
from pathlib import Path

from corpus.problems import Problem


def place(path: Path, content: bytes) -> None:
    """Put a file at path, by way of a temporary one beside it.

    Until it is whole the old file stands untouched. A Problem when it cannot stand there.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise Problem(f"{path} is a folder.", "Add a file name after it.")
    if not target.parent.is_dir():
        raise Problem(
            f"There is no folder {path.parent}.", "Make it first, or choose another folder."
        )
    if target.exists() and not os.access(target, os.W_OK):
        raise Problem(f"{path} is write-protected.", "Choose another file name.")
    temporary = target.with_name(f".fullkoding-{secrets.token_hex(8)}{target.suffix}")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise Problem(
            f"{path} was not written: {reason}.",
            "Close it in other programs, or choose another folder.",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
