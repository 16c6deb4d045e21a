"""The coding screen in Norwegian: bokmål and nynorsk."""

from pathlib import Path

import pytest

from tests.tui.coding.desk import Hand, at_desk, program
from tests.tui.harness import assert_screen


@pytest.mark.parametrize(("language", "name"), [("nb", "bokmaal"), ("nn", "nynorsk")])
def test_answers_are_coded_in_norwegian(
    language: str, name: str, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)

    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+x", "1")
        await hand.press("f6", "f6", "f4")
        await hand.choose("f5", "alfabetisk")
        await assert_screen(hand.pilot, f"coding_{name}_80x24")

    at_desk(program(study), scenario)
