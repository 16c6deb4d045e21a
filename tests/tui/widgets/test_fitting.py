"""Paths of codes in little room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.widgets.showing import HOSTILE
from tui.widgets.cells import cells
from tui.widgets.fitting import fitted_path


@pytest.mark.parametrize(
    ("names", "width", "shown"),
    [
        (("Kapasitet", "Årsverk"), 30, "Kapasitet / Årsverk"),
        (("Kapasitet", "Årsverk"), 16, "Kapas… / Årsverk"),
        (("Kapasitet", "Årsverk", "Vikarer"), 20, "Kapasitet… / Vikarer"),
        (("Kapasitet", "Årsverk"), 9, "Årsverk"),
        (("Kapasitet",), 5, "Kapa…"),
        ((), 5, ""),
    ],
)
def test_themes_give_way_to_the_name_of_the_code(
    names: tuple[str, ...], width: int, shown: str
) -> None:
    assert fitted_path(names, width) == shown


@given(st.lists(st.one_of(st.text(max_size=30), st.sampled_from(HOSTILE))), st.integers(0, 60))
def test_a_path_fits_its_room(names: list[str], width: int) -> None:
    assert cells(fitted_path(names, width)) <= width
