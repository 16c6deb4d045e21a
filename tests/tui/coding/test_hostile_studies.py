"""Texts that would break or command a screen do neither, wherever the coding screen shows data."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from coder.study import Study
from tests.tui.coding import desk
from tests.tui.coding.desk import Hand, at_desk, program
from tests.tui.harness import SIZES, control_characters
from tests.tui.widgets.showing import HOSTILE

CopyOf = Callable[[Callable[[Path], Path]], Path]

WINDOWS: dict[str, Sequence[str]] = {
    "context": ("ctrl+o",),
    "memos": ("ctrl+e",),
    "a memo": ("ctrl+e", "1"),
    "codes": ("f3",),
    "bands": ("ctrl+f", "1"),
    "variables": ("ctrl+f", "2"),
    "values": ("ctrl+f", "2", "1"),
    "coders": ("ctrl+f", "3"),
    "flags": ("ctrl+x",),
    "orders": ("f5",),
    "codes to take off": ("ctrl+d",),
    "themes": ("ctrl+w",),
    "lists to read again": ("ctrl+r", "1"),
    "codebook": ("ctrl+k", "down"),
    "a piece": ("ctrl+s", "right", "1"),
    "commands": ("ctrl+p",),
    "help": ("f1",),
    "history": ("f9",),
    "a step": ("f9", "enter"),
}


def _clean(hand: Hand) -> None:
    assert control_characters(hand.text) == set()
    strips = hand.app.screen._compositor.render_strips()
    styles = [style for strip in strips for _text, style, _control in strip if style]
    assert not [style.meta["@click"] for style in styles if "@click" in style.meta]
    assert hand.app.is_running


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_answer_and_its_windows(copy_of: CopyOf, size: tuple[int, int]) -> None:
    async def scenario(hand: Hand) -> None:
        for at in range(len(HOSTILE)):
            await hand.press(*["home"], *["down"] * at)
            _clean(hand)
            keys = list(WINDOWS.values())[at % len(WINDOWS)]
            await hand.press(*keys)
            _clean(hand)
            await hand.press(*["escape"] * 4)

    at_desk(program(copy_of(desk.hostile)), scenario, size)


@pytest.mark.parametrize("keys", WINDOWS.values(), ids=WINDOWS)
def test_every_window(copy_of: CopyOf, keys: Sequence[str]) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("f8", "down", "down")
        await hand.press(*keys)
        for size in ((40, 10), (110, 20)):
            await hand.size(*size)
            _clean(hand)
        await hand.pilot.click(offset=(20, 4))
        await hand.press("enter")
        _clean(hand)
        await hand.press(*["escape"] * 4)
        _clean(hand)

    at_desk(program(copy_of(desk.hostile)), scenario)


def test_what_is_told_is_text(copy_of: CopyOf) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+t")
        for text in HOSTILE[1::2]:
            await hand.press("down")
            hand.screen.finder.paste(f"ny {text}")
            await hand.press("ctrl+n")
            await hand.choose("ctrl+w", "ny")
            await hand.press("ctrl+l", "ctrl+z", "ctrl+y")
            _clean(hand)
        assert hand.told
        assert control_characters("".join(hand.told).replace("\t", "")) == set()

    at_desk(program(copy_of(desk.hostile)), scenario, (120, 30), toasts=True)


def test_a_file_and_a_coder_of_any_name(copy_of: CopyOf) -> None:
    study = copy_of(desk.hostile)
    study = study.rename(study.with_name("[@click=app.quit]x \x1b[2J \u202eabc.fullkoding"))
    with Study(study) as other:
        assert other.hold("".join(HOSTILE[:-1])) is None

        async def scenario(hand: Hand) -> None:
            await hand.sees("Read only: ")
            await hand.press("1")
            await hand.hears("click=app.quit")
            _clean(hand)
            await hand.pilot.click(offset=(30, 0))
            await hand.pilot.click(offset=(30, 20))
            _clean(hand)

        at_desk(program(study, coder="[b]\x1b[2J"), scenario, toasts=True)


def test_filters_by_hostile_values_are_said(copy_of: CopyOf) -> None:
    async def scenario(hand: Hand) -> None:
        for at in range(1, len(HOSTILE), 2):
            await hand.press("ctrl+f", "2", "1", str(at), "f3", str(at), "ctrl+f", "1", str(at))
            _clean(hand)
            await hand.press("ctrl+g")

    at_desk(program(copy_of(desk.hostile)), scenario, (110, 20))
