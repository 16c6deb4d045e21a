"""Whatever is typed ends in a result or a sentence, and the study stays whole."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperCommand, TyperGroup

from tests.tui.cli.running import run
from tests.tui.cli.studies import code, fresh, small_study
from tui.cli.app import app

TRIALS = int(os.environ.get("FULLKODING_TRIALS", "3"))
COMMANDS_A_TRIAL = 60
WORDS = (
    *("", " ", "k1", "k2", "K1", "k1@", "@", "k1@2016", "R1", "R2", "R4", "A", "B", "A / B"),
    *("A>>B", "a / b / c / d", "[/]", "\x1b[31m", "=1+1", "-1", "0", "1", "2", "5", "9" * 21),
    *("1e9", "æøå", "😀", "\u202e", "'", '"', ";", "\\;", "%s", "{0}", "../x", "/", ".", "nosuch"),
    *("svar.csv", "koder.csv", "mappe", "band", "Har team", "Har team=Ja", "k1: Har team=Ja"),
    *("=", "<2000=x", "2000,5000", "id", "row", "kommune", "innbyggere", "text", "json", "csv"),
    *("ut.csv", "ut.docx", "ut", "theme", "name", "codebook", "1-4", "keep", "replace", "wide"),
    *("cp1252", "\t", ",", "x" * 500, "\udcff", "Vet ikke", "k1:R1", "2021", "\n", "a\nb", "|"),
)
NOT_HERE = ("demo", "open", "new")


def _commands(group: TyperGroup, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _commands(command, (*before, name))
        elif name not in NOT_HERE:
            yield (*before, name)


def _find(group: TyperGroup, names: tuple[str, ...]) -> TyperCommand:
    command = group.commands[names[0]]
    if isinstance(command, TyperGroup):
        return _find(command, names[1:])
    assert isinstance(command, TyperCommand)
    return command


def _typed(command: TyperCommand, study: Path, dice: random.Random) -> list[str]:
    words: list[str] = []
    for parameter in command.params:
        name, chance = parameter.name, 0.95 if parameter.required else 0.15
        if parameter.param_type_name == "argument":
            words.append(str(study) if name == "study" else dice.choice(WORDS))
        elif name != "help" and dice.random() < chance:
            option = dice.choice([*parameter.opts, *parameter.secondary_opts])
            likely = {"question": "k1", "answer": "R1", "study": str(study)}.get(str(name))
            value = likely if likely and dice.random() < 0.8 else dice.choice(WORDS)
            words.append(option if getattr(parameter, "is_flag", False) else f"{option}={value}")
    return words


def _coded(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "A / B", "C")
    code(study, "R2", "C")
    return study


@pytest.mark.slow
@pytest.mark.parametrize("trial", range(TRIALS))
def test_whatever_is_typed_nothing_unexpected_happens(folder: Path, trial: int) -> None:
    study, dice = fresh(folder, _coded), random.Random(trial)
    (folder / "svar.csv").write_text("id;k1 Beskriv samarbeidet\nR1;Et nytt svar\nR7;Enda ett\n")
    (folder / "koder.csv").write_text("respondent;question;codes\nR1;k1;A / D; C\n")
    (folder / "mappe").mkdir()
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    known = sorted(_commands(group))
    for _ in range(COMMANDS_A_TRIAL):
        names = dice.choice(known)
        words = _typed(_find(group, names), study, dice)
        result = run(*names, *words, stdin=dice.choice(["", "y\n"]))
        assert result.exit_code in (0, 1, 2, 3), (names, words, result)
        assert not result.has_traceback, (names, words, result)
    assert run("check", study, "--json").json["integrity"] == "ok"
