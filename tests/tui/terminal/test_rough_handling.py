"""Sizes that change, little room, and much text at once leave the program at work."""

import random
from pathlib import Path

import pytest

from tests.trials import trials
from tests.tui.terminal.conftest import codes_in
from tests.tui.terminal.driver import Terminal, pasted

pytestmark = pytest.mark.usefixtures("unsuggested")

_NOTHING_TYPED = "type a code"


def _open(study: Path, columns: int = 80, rows: int = 24) -> Terminal:
    return Terminal("open", study, "--question", "k1", columns=columns, rows=rows)


@pytest.mark.slow
def test_many_other_sizes_while_typing(study: Path) -> None:
    chance = random.Random(2016)
    with _open(study) as terminal:
        terminal.shows("UNCODED 4")
        for _ in range(20 * trials(3)):
            terminal.resize(chance.randint(2, 200), chance.randint(2, 60))
            terminal.press(chance.choice("aeiou"))
            terminal.read(0.01)
        terminal.resize(80, 24)
        terminal.press("escape")
        terminal.shows(_NOTHING_TYPED)
        terminal.press(*"Bolig", "enter")
        terminal.shows("UNCODED 3")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    assert codes_in(study) == ["Bolig"]


def test_coding_with_little_room(study: Path) -> None:
    with _open(study, 40, 10) as terminal:
        terminal.shows("UNCODED 4")
        terminal.press(*"Bolig", "enter", "space", *"Penger", "enter")
        terminal.shows("UNCODED 2")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    assert codes_in(study) == ["Bolig", "Penger"]


def test_ten_thousand_characters_pasted_into_the_finder(study: Path) -> None:
    with _open(study) as terminal:
        terminal.shows("UNCODED 4")
        terminal.write(pasted("mangel på [/] folk \u202e " * 500))
        terminal.shows("mangel")
        terminal.press("escape")
        terminal.shows(_NOTHING_TYPED)
        terminal.press(*"Bolig", "enter")
        terminal.shows("UNCODED 3")
    assert codes_in(study) == ["Bolig"]


def test_keys_that_come_faster_than_the_screen_code_the_right_answers(study: Path) -> None:
    with _open(study) as terminal:
        terminal.shows("UNCODED 4")
        terminal.write("Bolig\r Folk\r Penger\r")
        terminal.shows("UNCODED 1")
    assert codes_in(study) == ["Bolig", "Folk", "Penger"]


def test_two_thousand_characters_typed_at_once(study: Path) -> None:
    with _open(study) as terminal:
        terminal.shows("UNCODED 4")
        terminal.write("a" * 2_000)
        terminal.shows("aaaa")
        terminal.press("escape")
        terminal.shows(_NOTHING_TYPED)
        terminal.press(*"Bolig", "enter")
        terminal.shows("UNCODED 3")
    assert codes_in(study) == ["Bolig"]
