"""The answers of 2016, in the files that people really made, by keyboard."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.harness import run_app, screen_text, until
from tests.tui.importing import finished, planned, program, questions

WIDE = ("answers_2016_wide.xlsx", "answers_2016_wide_cp1252.csv")


@pytest.mark.parametrize("name", WIDE)
def test_a_wide_file_is_imported_with_two_keys_and_a_name(
    tmp_path: Path, shared_data: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, shared_data / name)
        assert "50 respondents, 17 questions, 238 answers, 612 blanks" in screen_text(pilot.app)
        await finished(pilot, str(tmp_path / "svar"))

    run_app(program(tmp_path), scenario, (120, 40))
    found = questions(tmp_path / "svar.fullkoding")
    assert (len(found), sum(found.values())) == (17, 238)


def test_a_long_file_brings_its_codes(
    tmp_path: Path, shared_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, shared_data / "answers_2016.csv")
        shown = screen_text(pilot.app)
        assert "a row an answer" in shown
        assert "238 respondents, 17 questions, 238 answers, 243 codings" in shown
        await finished(pilot, str(tmp_path / "svar"))
        await until(pilot, lambda: "done" in screen_text(pilot.app))

    run_app(program(tmp_path), scenario, (120, 40))
    assert sum(questions(tmp_path / "svar.fullkoding").values()) == 238
