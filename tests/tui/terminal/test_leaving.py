"""However the program ends, what was coded is in the study and the terminal is a terminal again."""

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.terminal.conftest import codes_in
from tests.tui.terminal.driver import PROGRAM, Terminal
from tui.settings import log_path

_IGNORING_HANGUPS = ("/bin/sh", "-c", 'trap "" HUP; exec "$@"', "sh", sys.executable, "-m", "tui")
_FAILING = (
    "from tui.shell import Shell\n"
    "def fail(self): raise RuntimeError('inside')\n"
    "Shell.do_help = fail\n"
    "from tui.__main__ import main; main()"
)
_STUCK = (
    "import threading, tui.leaving\n"
    "from tui.shell import Shell\n"
    "tui.leaving.PATIENCE = 0.5\n"
    "Shell.do_help = lambda self: threading.Event().wait()\n"
    "from tui.__main__ import main; main()"
)


def _coding(study: Path, program: Sequence[str] = PROGRAM) -> Terminal:
    terminal = Terminal("open", study, "--question", "k1", program=program)
    terminal.shows("UNCODED 4")
    terminal.press(*"Bolig", "enter")
    terminal.shows("UNCODED 3")
    return terminal


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_ends_the_program_tidily(study: Path, number: int, code: int) -> None:
    with _coding(study) as terminal:
        terminal.signal(number)
        assert terminal.ended() == code
        assert terminal.is_as_before
    assert codes_in(study) == ["Bolig"]


def test_a_key_ends_the_program_tidily(study: Path) -> None:
    with _coding(study) as terminal:
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
        assert terminal.is_as_before
    assert codes_in(study) == ["Bolig"]


def test_what_is_typed_does_what_it_did_before(study: Path) -> None:
    with Terminal("open", study, "--question", "k1") as terminal:
        before = terminal.attributes()
        terminal.shows("UNCODED 4")
        assert terminal.attributes() != before
        terminal.signal(signal.SIGTERM)
        terminal.ended()
        assert terminal.attributes() == before


def test_a_signal_in_the_middle_of_a_window_ends_the_program_tidily(study: Path) -> None:
    with _coding(study) as terminal:
        terminal.press("ctrl+p")
        terminal.shows("Commands")
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 143
        assert terminal.is_as_before


def test_a_closed_terminal_ends_the_program(study: Path) -> None:
    with _coding(study) as terminal:
        terminal.hang_up()
        assert terminal.ended() == 129
    assert codes_in(study) == ["Bolig"]


def test_a_closed_terminal_ends_the_program_even_when_it_is_to_ignore_that(study: Path) -> None:
    with _coding(study, program=_IGNORING_HANGUPS) as terminal:
        terminal.hang_up()
        assert terminal.ended() == 129
    assert codes_in(study) == ["Bolig"]


def test_the_study_can_be_opened_again_after_the_terminal_was_closed(study: Path) -> None:
    with _coding(study) as terminal:
        terminal.hang_up()
        terminal.ended()
    with Terminal("open", study, "--question", "k1") as terminal:
        terminal.shows("UNCODED 3")


def test_an_error_nobody_expected_is_one_sentence_and_a_file(study: Path) -> None:
    with _coding(study, program=(sys.executable, "-c", _FAILING)) as terminal:
        terminal.press("f1")
        assert terminal.ended() == 70
        terminal.settled()
        assert terminal.is_as_before
        told = terminal.raw.decode()[terminal.raw.decode().rfind("\x1b[?1006l") :]
    assert "Something unexpected happened (RuntimeError)" in told
    assert str(log_path()) in told.replace("\r\n", "")
    assert "Traceback" not in told
    assert "RuntimeError: inside" in log_path().read_text("utf-8")
    assert codes_in(study) == ["Bolig"]


def test_a_program_that_is_stuck_ends_and_gives_the_terminal_back(study: Path) -> None:
    with _coding(study, program=(sys.executable, "-c", _STUCK)) as terminal:
        terminal.press("f1")
        terminal.read(0.3)
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 143
        assert terminal.is_as_before
    assert codes_in(study) == ["Bolig"]
