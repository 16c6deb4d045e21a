"""Kill -9 at random moments: what was acknowledged is there, an import is all or nothing."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.tui.cli.running import command, done, run, surroundings
from tests.tui.cli.studies import codes, empty_study, fresh, table_file

TRIALS = int(os.environ.get("FULLKODING_TRIALS", "3"))
CODINGS, RESPONDENTS, QUESTIONS = 200, 356, 20
CODING = """
import sys
from tests.tui.cli.running import run
for number in range(1, int(sys.argv[2]) + 1):
    words = ("--question", "k1", "--answer", f"R{number}", "--code", f"T{number % 5} / K{number}")
    if run("code", sys.argv[1], *words).exit_code == 0:
        print(number, flush=True)
"""


def _answered(folder: Path) -> Path:
    rows = [("id", "k1 Hva?"), *((f"R{n}", f"Svar nummer {n}") for n in range(1, CODINGS + 1))]
    study = empty_study(folder)
    done("import", study, table_file(folder / "svar.csv", rows), "--question", "k1")
    return study


def _code_until_killed(study: Path, wait: float) -> set[int]:
    """Code one answer after the other and die; returns those that were acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-c", CODING, str(study), str(CODINGS)],
        env=surroundings(),
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(wait)
    process.kill()
    acknowledged = (first + process.stdout.read()).decode().splitlines(keepends=True)
    process.stdout.close()
    process.wait()
    return {int(line) for line in acknowledged if line.endswith("\n")}


@pytest.mark.slow
@pytest.mark.parametrize("trial", range(TRIALS))
def test_no_acknowledged_coding_is_lost(folder: Path, trial: int) -> None:
    study = fresh(folder, _answered)
    acknowledged = _code_until_killed(study, random.Random(trial).uniform(0, 1))
    assert acknowledged
    coded = {int(key[1:]) for key, found in codes(study).items() if found}
    assert acknowledged <= coded
    assert len(coded - acknowledged) <= 1
    assert run("check", study, "--json").json["integrity"] == "ok"
    for number in sorted(coded)[-5:]:
        words = ("--answer", f"R{number}", "--code", f"T{number % 5} / K{number}")
        done("code", study, "--question", "k1", *words)
    assert {len(found) for found in codes(study).values()} <= {0, 1}
    assert not list(folder.glob("*-journal"))
    assert not list(folder.glob(".*"))


def _wide_file(folder: Path) -> Path:
    header = ("id", *(f"k{n} Hva mener dere om sak {n}?" for n in range(1, QUESTIONS + 1)))
    rows = [
        (f"R{m}", *(f"Svar {m} til sak {n} med noen ord" for n in range(1, QUESTIONS + 1)))
        for m in range(1, RESPONDENTS + 1)
    ]
    return table_file(folder / "mange.csv", [header, *rows])


def _import(study: Path, file: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command("import", study, file, "--yes"),
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.slow
@pytest.mark.parametrize("trial", range(TRIALS))
def test_a_killed_import_is_all_or_nothing(folder: Path, trial: int) -> None:
    study, file = empty_study(folder), _wide_file(folder)
    content = file.read_bytes()
    process = _import(study, file)
    assert process.stdout is not None
    os.read(process.stdout.fileno(), 1)
    time.sleep(random.Random(trial).uniform(0, 0.6))
    process.kill()
    process.stdout.close()
    process.wait()
    status = done("status", study, "--json").json
    answered = sum(question["answered"] for question in status["questions"])
    assert (status["respondents"], len(status["questions"]), answered) in (
        (0, 0, 0),
        (RESPONDENTS, QUESTIONS, RESPONDENTS * QUESTIONS),
    )
    assert run("check", study, "--json").json["integrity"] == "ok"
    assert file.read_bytes() == content
    done("import", study, file, "--yes")
    assert done("status", study, "--json").json["respondents"] == RESPONDENTS
    left = {path.name for path in folder.iterdir()} - {f"{study.name}-backups"}
    assert left == {"mange.csv", study.name}


@pytest.mark.slow
@pytest.mark.parametrize("trial", range(TRIALS))
def test_a_killed_export_leaves_the_whole_old_or_the_whole_new_file(
    folder: Path, trial: int
) -> None:
    study = fresh(folder, _answered)
    rows = [(f"R{n}", "k1", f"T{n % 5}") for n in range(1, CODINGS + 1)]
    header = ("respondent", "question", "codes")
    done("code", study, "--from", table_file(folder / "koder.csv", [header, *rows]))
    target = folder / "sitater.csv"
    done("quotes", study, "-o", target)
    new = target.read_bytes()
    target.write_bytes(b"det gamle")
    process = subprocess.Popen(command("quotes", study, "-o", target), env=surroundings())
    time.sleep(random.Random(trial).uniform(0.2, 1.2))
    process.kill()
    process.wait()
    assert target.read_bytes() in (b"det gamle", new)
    done("quotes", study, "-o", target)
    assert target.read_bytes() == new


def test_what_a_killed_backup_left_is_removed_by_a_later_one(folder: Path) -> None:
    study = fresh(folder, _answered)
    done("backup", study)
    backups = study.with_name(study.name + "-backups")
    for name, age in ((".2026-01-01T000000Z.fullkoding.7.part", 7200), (".new.7.part", 0)):
        (backups / name).write_bytes(b"half")
        os.utime(backups / name, (time.time() - age, time.time() - age))
    done("backup", study)
    assert [path.name for path in backups.glob(".*")] == [".new.7.part"]
