"""The border of the command line: what went wrong becomes a sentence and an exit code."""

import logging
import os
import sys

from corpus.problems import Problem
from tui.settings import log_path

EXPECTED = 1
UNEXPECTED = 70
INTERRUPTED = 130


def run() -> int:
    """Carry out the command on the command line; returns the exit code."""
    _speak_utf8()
    from tui.cli.app import app

    try:
        app(standalone_mode=True)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except Problem as problem:
        print(problem.sentence, file=sys.stderr)
        if problem.hint:
            print(problem.hint, file=sys.stderr)
        return EXPECTED
    except KeyboardInterrupt:
        print("Stopped; nothing of this action was kept.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        _write_down(error)
        return UNEXPECTED
    return 0


def _write_down(error: Exception) -> None:
    path = log_path()
    sentence = f"Something unexpected happened ({type(error).__name__}); your study is as it was."
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        logging.basicConfig(filename=path, encoding="utf-8", format="%(asctime)s %(message)s")
        logging.getLogger("fullkoding").error("unexpected", exc_info=error)
        print(f"{sentence}\nThe details are in {path}", file=sys.stderr)
    except OSError:
        print(f"{sentence}\n{error!r}", file=sys.stderr)


def _speak_utf8() -> None:
    """Pipes and files get UTF-8 wherever the program runs, and nothing is lost on the way."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
