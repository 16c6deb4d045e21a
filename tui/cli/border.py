"""The border of the command line: what went wrong becomes a sentence and an exit code."""

import atexit
import gc
import os
import sys

from corpus.problems import Problem
from tui.fault_log import write_down
from tui.words import speak

EXPECTED = 1
UNEXPECTED = 70
INTERRUPTED = 130

_WITH_SCREENS = (["open"], ["demo"])
"""What opens screens speaks the reader's language; commands are English, all of it."""


def run() -> int:
    """Carry out the command on the command line; returns the exit code."""
    _speak_utf8()
    _end_quickly()
    try:
        return _run()
    except Problem as problem:
        _tell(problem.sentence, problem.hint)
        return EXPECTED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if not error.filename:
            _tell(write_down(error))
            return UNEXPECTED
        _tell(
            f"{error.filename} cannot be used: {(error.strerror or 'unknown').lower()}.",
            "Check the name, the folder and your rights to it.",
        )
        return EXPECTED
    except Exception as error:
        _tell(write_down(error))
        return UNEXPECTED


def _run() -> int:
    _refuse_bytes(sys.argv[1:])
    from tui.cli.app import app, command_names
    from tui.cli.opening import has_terminal, meant_to_open, run_screens

    arguments = sys.argv[1:]
    if not arguments and has_terminal():
        run_screens(None)
        return 0
    if meant_to_open(arguments, command_names()):
        sys.argv.insert(1, "open")
    if sys.argv[1:2] not in _WITH_SCREENS:
        speak("en")
    try:
        app(prog_name="fullkoding", standalone_mode=True)
    except SystemExit as end:
        if end.code == INTERRUPTED:
            _tell("Stopped; what was not finished is not kept.")
        return end.code if isinstance(end.code, int) else 0
    return 0


def _refuse_bytes(arguments: list[str]) -> None:
    """Arguments that are no text could be neither stored nor shown again."""
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError:
            raise Problem(
                f"{argument.encode(errors='replace').decode()} is not written in UTF-8.",
                "Give the file another name, or set the terminal to UTF-8.",
            ) from None


def _tell(*sentences: str) -> None:
    from corpus.visible import visible

    for sentence in filter(None, sentences):
        print(visible(sentence), file=sys.stderr)


def _end_quickly() -> None:
    """At the end nothing is looked through for what to free: the system takes it all at once."""
    atexit.register(gc.freeze)


def _speak_utf8() -> None:
    """Pipes and files get UTF-8 wherever the program runs, and nothing is lost on the way."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
