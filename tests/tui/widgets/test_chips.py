"""Codes as chips fit the room they have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.widgets.showing import CODES, HOSTILE
from tui.widgets.cells import cells
from tui.widgets.chips import Chip, chips_in


@pytest.mark.parametrize(
    ("codes", "width", "shown"),
    [
        ((), 20, ""),
        ((2,), 20, "●Økonomi"),
        ((1, 2), 20, "■Kapasitet ●Økonomi"),
        ((1, 2), 17, "■Kapasi… ●Økonomi"),
        ((3, 2), 20, "▲Samarbeid… ●Økonomi"),
        ((1, 2, 3, 4), 18, "■Kapas… ●Økono… ▲◆"),
        ((1, 2, 1, 1, 1, 1, 1), 20, "■Kapas… ●Økono… ■■+3"),
        ((3,), 8, "▲Samarb…"),
        ((99,), 8, "??"),
    ],
)
def test_names_are_cut_evenly_and_the_rest_are_symbols(
    codes: tuple[int, ...], width: int, shown: str
) -> None:
    assert chips_in(codes, CODES, width, names=True) == shown


def test_without_room_for_names_there_are_symbols() -> None:
    assert chips_in((1, 2, 3), CODES, 4, names=False) == "■●▲"
    assert chips_in((1, 2, 3, 4, 5), CODES, 4, names=False) == "■●+3"
    assert chips_in((1,) * 30, CODES, 2, names=False) == "+…"


@given(
    st.lists(st.sampled_from([*HOSTILE, "", "Bolig", "Samarbeid med andre"]), max_size=12),
    st.integers(1, 60),
    st.booleans(),
)
def test_chips_never_take_more_than_their_room(names: list[str], width: int, named: bool) -> None:
    chips = {at: Chip(name, name) for at, name in enumerate(names)}
    assert cells(chips_in(tuple(chips), chips, width, named)) <= width
