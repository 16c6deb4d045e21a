"""Two programs on one study: nothing is lost, and who must wait is told so."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from corpus.store import engine
from tests.tui.cli.running import done, refused, run, surroundings
from tests.tui.cli.studies import codes, small_study, study_of

ANSWERS, PROGRAMS = 12, 3
CODING = """
import sys
from tests.tui.cli.running import done
for number in range(1, int(sys.argv[3]) + 1):
    words = ("--question", "k1", "--answer", f"R{number}", "--coder", sys.argv[2])
    done("code", sys.argv[1], *words, "--code", f"{sys.argv[2]} / {number}")
"""


def test_several_programs_code_one_study_and_nothing_is_lost(folder: Path) -> None:
    study = study_of(folder, [f"Svar nummer {n}" for n in range(1, ANSWERS + 1)])
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", CODING, str(study), f"P{n}", str(ANSWERS)], env=surroundings()
        )
        for n in range(PROGRAMS)
    ]
    assert [program.wait() for program in programs] == [0] * PROGRAMS
    assert [len(set(found)) for found in codes(study).values()] == [PROGRAMS] * ANSWERS
    assert len(done("log", study).out.splitlines()) == 1 + PROGRAMS * ANSWERS
    assert run("check", study, "--json").json["integrity"] == "ok"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs that wait only a moment for each other."""
    monkeypatch.setattr(engine, "_BUSY_SECONDS", 0.01)


@pytest.mark.usefixtures("impatient")
def test_who_finds_the_study_busy_is_told_to_try_again(folder: Path) -> None:
    study = small_study(folder)
    with closing(sqlite3.connect(study, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        one = ("--question", "k1", "--answer", "R1", "--code", "A")
        for words in (("code", study, *one), ("status", study), ("undo", study)):
            assert "being written by another program" in refused(*words)
        other.execute("ROLLBACK")
    done("code", study, "--question", "k1", "--answer", "R1", "--code", "A")


@pytest.mark.usefixtures("impatient")
def test_a_study_can_be_read_while_another_program_prepares_to_write(folder: Path) -> None:
    study = small_study(folder)
    with closing(sqlite3.connect(study, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done("status", study)
        other.execute("ROLLBACK")
