"""What goes to a pipe is plain; in a terminal a person is asked, shown progress, kept safe."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.tui.cli.running import command, done, run, start, surroundings
from tests.tui.cli.studies import (
    ROWS,
    answers_file,
    code,
    codes,
    empty_study,
    fresh,
    small_study,
    study_of,
    texts,
)

talking = pytest.importorskip("tests.tui.cli.talking", reason="needs pseudo-terminals")

CHANGED = [
    ("R1", "Storvik", "1450", "Ja", "Samarbeidet er blitt dårlig.", "Flere folk"),
    ("R2", "Lillevik", "3000", "Nei", "Vi har nok folk.", "Penger, og folk"),
    *ROWS[2:],
]
SURE = ("--name", "kommune", "--variable", "Har team", "--question", "k1", "--question", "k2")


def _coded(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "A", "B / C")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Four respondents, two codings."""
    return fresh(folder, _coded)


def test_a_pipe_gets_neither_colour_nor_progress(folder: Path) -> None:
    study = empty_study(folder)
    results = [
        start("import", study, answers_file(folder), *SURE),
        start("answers", study, "k1"),
        start("nosuch"),
    ]
    for result in results:
        assert b"\x1b" not in result.stdout + result.stderr
        assert b"\r" not in result.stdout + result.stderr


def test_json_and_csv_go_to_a_pipe_as_they_are(study: Path) -> None:
    result = start("answers", study, "k1", "--json")
    assert json.loads(result.stdout)["answers"][0]["text"] == ROWS[0][4]
    assert start("answers", study, "k1", "--format", "csv").stdout.count(b"\r\n") == 4


def test_pipes_get_utf_8_whatever_the_language_of_the_system(study: Path) -> None:
    code(study, "R2", "Økonomi, åpenhet")
    for language in ("C", "en_US.ISO-8859-1"):
        environment = surroundings() | {"LC_ALL": language, "PYTHONIOENCODING": ""}
        result = subprocess.run(
            command("answers", study, "k1"), env=environment, capture_output=True, check=True
        )
        assert "Økonomi, åpenhet" in result.stdout.decode()


def test_a_reader_that_leaves_early_gets_no_traceback(folder: Path) -> None:
    study = study_of(folder, [f"Et langt svar nummer {n} " * 100 for n in range(200)])
    process = subprocess.Popen(
        command("answers", study, "k1"),
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() in (0, 1)
    assert "Traceback" not in said
    assert "Broken pipe" not in said


def test_in_a_terminal_the_plan_is_shown_and_agreed_to(folder: Path) -> None:
    study = empty_study(folder)
    answers = [("Import like this? [Y/n]", "y\n")]
    exit_code, seen = talking.talk("import", study, answers_file(folder), *SURE, answers=answers)
    assert exit_code == 0
    assert seen.index("k1 Beskriv samarbeidet") < seen.index("Import like this?")
    assert seen.index("Samarbeidet er godt") < seen.index("Import like this?")
    assert "Imported." in seen
    assert texts(study)["R1"] == ROWS[0][4]


def test_an_interrupt_while_asked_imports_nothing(folder: Path) -> None:
    study = empty_study(folder)
    before = study.read_bytes()
    answers = [("Import like this?", talking.INTERRUPT)]
    exit_code, seen = talking.talk("import", study, answers_file(folder), *SURE, answers=answers)
    assert exit_code in (1, 130)
    assert "Traceback" not in seen
    assert study.read_bytes() == before


@pytest.mark.parametrize("typed", ["n\n", ""])
def test_who_does_not_agree_gets_nothing_imported(folder: Path, typed: str) -> None:
    study = empty_study(folder)
    before = study.read_bytes()
    result = run("import", study, answers_file(folder), *SURE, stdin=typed, terminal=True)
    assert (result.exit_code, "Nothing was imported." in result.err) == (1, True)
    assert study.read_bytes() == before


def test_a_certain_guess_is_agreed_to_as_well(folder: Path) -> None:
    result = run("import", empty_study(folder), answers_file(folder), *SURE, terminal=True)
    assert "Import like this?" in result.err


def test_nobody_is_asked_who_said_yes(folder: Path) -> None:
    file = answers_file(folder)
    result = run("import", empty_study(folder), file, *SURE, "--yes", terminal=True)
    assert (result.exit_code, "Import like this?" in result.err) == (0, False)


def test_in_a_terminal_each_changed_text_is_asked_about(study: Path, folder: Path) -> None:
    answers = [("Import like this?", "\n"), ("k1 R1", "x\n"), ("one of the four", "replace\n")]
    answers.append(("k1 R2", "keep\n"))
    file = answers_file(folder, CHANGED)
    exit_code, seen = talking.talk("import", study, file, *SURE, answers=answers)
    assert exit_code == 0
    assert "stored:  Samarbeidet er godt" in seen
    assert texts(study)["R1"] == CHANGED[0][4]
    assert texts(study)["R2"] == ROWS[1][4]


def test_all_changed_texts_can_be_settled_at_once(study: Path, folder: Path) -> None:
    typed = "y\nreplace all\n"
    file = answers_file(folder, CHANGED)
    assert run("import", study, file, *SURE, stdin=typed, terminal=True).exit_code == 0
    assert [texts(study)[key] for key in ("R1", "R2")] == [CHANGED[0][4], CHANGED[1][4]]


def test_leaving_while_asked_about_texts_changes_nothing(study: Path, folder: Path) -> None:
    before = texts(study)
    file = answers_file(folder, CHANGED)
    result = run("import", study, file, *SURE, stdin="y\nreplace\n", terminal=True)
    assert result.exit_code == 1
    assert texts(study) == before


def test_in_a_terminal_long_work_shows_a_progress_bar(study: Path, folder: Path) -> None:
    (folder / "koder.csv").write_text("respondent;question;codes\nR2;k1;A\n")
    result = run("code", study, "--from", folder / "koder.csv", terminal=True)
    assert "Coding" in result.err
    assert "1 coding from 1 row." in result.err


def test_restore_asks_in_a_terminal(study: Path) -> None:
    done("backup", study)
    code(study, "R2", "B")
    result = run("restore", study, stdin="n\n", terminal=True)
    assert (result.exit_code, "Nothing was restored." in result.err) == (1, True)
    assert run("restore", study, stdin="y\n", terminal=True).exit_code == 0
    assert codes(study)["R2"] == []


@pytest.mark.parametrize("form", ["text", "csv", "json"])
@pytest.mark.parametrize("words", [("answers", "k1"), ("quotes", "k1", "--no-labels")])
def test_a_terminal_is_never_told_what_to_do_by_an_answer(
    folder: Path, form: str, words: tuple[str, ...]
) -> None:
    study = study_of(folder, ["\x1b]52;c;aGVp\x07 og \x9b31m og \u202erl\u202c", "Vanlig svar"])
    code(study, "R1", "Kode")
    result = run(words[0], study, *words[1:], "--format", form, terminal=True)
    assert result.exit_code == 0
    assert not any(sign in result.out for sign in "\x1b\x07\x9b\u202e\u202c")
    if form == "json":
        shown = next(iter(result.json.values()))
        assert texts(study)["R1"] in [each["text"] for each in shown]


def test_an_interrupt_ends_in_130_and_keeps_the_study(folder: Path) -> None:
    rows = [("id", "k1 Hva?"), *((f"R{n}", f"Et svar nummer {n}") for n in range(20_000))]
    study = empty_study(folder)
    (folder / "svar.csv").write_text("\n".join(";".join(row) for row in rows))
    process = subprocess.Popen(
        command("import", study, folder / "svar.csv", "--question", "k1"),
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    os.read(process.stdout.fileno(), 1)
    time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode in (0, 130)
    assert b"Traceback" not in said
    imported = done("status", study, "--json").json["respondents"]
    assert imported == (20_000 if process.returncode == 0 else 0)
    assert run("check", study, "--json").json["integrity"] == "ok"
