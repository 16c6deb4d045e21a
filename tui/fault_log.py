"""Where unexpected errors are written down, so that they can be sent to who mends them."""

import os
import sys
import traceback
from datetime import UTC, datetime

from tui.settings import log_path
from tui.words import _


def write_down(error: BaseException) -> str:
    """Write an error to the log; returns what is told, which names the file, in two lines.

    When the log cannot be written the second line is the error itself.
    """
    path = log_path()
    sentence = _("Something unexpected happened ({error}); what was done before is saved.").format(
        error=type(error).__name__
    )
    at = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        details = "".join(traceback.format_exception(error))
        with open(path, "a", encoding="utf-8", errors="backslashreplace", opener=_private) as log:
            log.write(f"{at} {' '.join(sys.argv[1:2])}\n{details}\n")
    except OSError:
        return f"{sentence}\n{error!r}"
    return sentence + "\n" + _("The details are in {path}").format(path=path)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
