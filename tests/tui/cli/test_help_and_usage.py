"""Help, wrong usage, and how a study is named."""

from pathlib import Path

import pytest

from corpus.version import __version__
from tests.tui.cli.running import done, misused, refused, run, start
from tests.tui.cli.studies import empty_study, small_study

COMMANDS = (
    *("demo", "new", "import", "status", "answers", "code", "codebook", "question", "bands"),
    *(
        "table",
        "figure",
        "matrix",
        "report",
        "quotes",
        "scan",
        "undo",
        "redo",
        "log",
        "check",
        "backup",
        "restore",
    ),
)


def test_help_names_every_command() -> None:
    words = done("--help").out.split()
    assert set(COMMANDS) <= set(words)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    assert done(command, "--help").out.startswith(f"Usage: fullkoding {command}")


def test_the_codebook_has_its_six_actions() -> None:
    words = done("codebook", "--help").out.split()
    assert {"show", "add", "rename", "move", "merge", "retire"} <= set(words)


def test_the_version_is_told() -> None:
    assert done("--version").out == f"fullkoding {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nosuch",),
        ("table",),
        ("table", "studie"),
        ("table", "studie", "k1", "--nosuch"),
        ("table", "studie", "k1", "--cutoff", "-1"),
        ("table", "studie", "k1", "--cutoff", "many"),
        ("codebook",),
        ("codebook", "show", "studie"),
        ("codebook", "nosuch"),
        ("scan", "file.csv"),
    ],
)
def test_wrong_usage_is_exit_code_2(arguments: tuple[str, ...]) -> None:
    misused(*arguments)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--level", "codes"),
        ("--base", "all"),
        ("--order", "random"),
        ("--suppress", "1-9"),
        ("--format", "pdf"),
    ],
)
def test_a_choice_that_is_not_on_the_list_is_wrong_usage(
    folder: Path, option: str, value: str
) -> None:
    said = misused("table", small_study(folder), "k1", option, value)
    assert f"{option} {value}: choose one of " in said


def test_an_unknown_language_is_wrong_usage_and_makes_nothing(folder: Path) -> None:
    assert "nb, nn, en" in misused("new", "studie", "--language", "sv")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_new_study_speaks_the_language_that_was_chosen(language: str) -> None:
    done("new", "studie", "--language", language)
    assert done("status", "studie", "--json").json["language"] == language


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("studie", "studie.fullkoding"),
        ("studie.fullkoding", "studie.fullkoding"),
        ("studie.db", "studie.db"),
        ("studie 2.0", "studie 2.0.fullkoding"),
        ("undersøkelse.2016", "undersøkelse.2016.fullkoding"),
    ],
)
def test_a_study_gets_its_ending_when_it_has_none(folder: Path, name: str, file: str) -> None:
    done("new", name)
    assert [path.name for path in folder.glob("*")] == [file]
    done("status", name)


def test_a_study_may_be_called_like_a_folder_beside_it(folder: Path) -> None:
    (folder / "studie").mkdir()
    done("new", "studie")
    assert done("status", "studie", "--json").json["study"] == "studie"


@pytest.mark.parametrize("name", ["", ".", "..", "/", "x" * 300, "file/studie"])
def test_a_name_that_no_study_can_have_is_refused(folder: Path, name: str) -> None:
    (folder / "file").write_text("")
    refused("new", name)
    assert [path.name for path in folder.iterdir()] == ["file"]


def test_a_study_is_never_made_over_a_file(folder: Path) -> None:
    study = empty_study(folder)
    before = study.read_bytes()
    assert "exists already" in refused("new", study)
    assert study.read_bytes() == before


def test_a_study_needs_its_folder(folder: Path) -> None:
    assert "There is no folder" in refused("new", folder / "nosuch" / "studie")


def test_a_title_is_kept(folder: Path) -> None:
    done("new", "studie", "--title", "Kommunene i 2016 – æøå")
    assert done("status", "studie", "--json").json["study"] == "Kommunene i 2016 – æøå"


def test_a_name_in_another_encoding_is_refused_in_words() -> None:
    assert "UTF-8" in refused("new", "sp\udcf8rsm\udce5l")


def test_a_process_of_its_own_says_the_same(folder: Path) -> None:
    study = small_study(folder)
    for arguments in (("status", study), ("table", study, "nosuch"), ("table",), ("--help",)):
        here, there = run(*arguments), start(*arguments)
        assert (there.returncode, there.stdout.decode()) == (here.exit_code, here.out)
        assert there.stderr.decode() == here.err
