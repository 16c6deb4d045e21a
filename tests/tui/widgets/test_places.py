"""The cursor stays on its answer, or goes to the nearest one that is still shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.places import place_after

BEFORE = (1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("at", "now", "place"),
    [
        (2, (5, 4, 3, 2, 1), 2),
        (2, (3,), 0),
        (2, (1, 2, 4, 5), 2),
        (4, (1, 2, 3, 4), 3),
        (2, (2, 1), 0),
        (2, (), 0),
        (2, (8, 9), 1),
    ],
)
def test_the_cursor_goes_to_its_answer_or_the_next_or_the_one_before(
    at: int, now: tuple[int, ...], place: int
) -> None:
    assert place_after(BEFORE, at, now, BEFORE[at]) == place


def test_nothing_was_shown_before() -> None:
    assert place_after((), 0, (7, 8), None) == 0


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_the_place_is_always_one_that_is_there(before: list[int], now: list[int]) -> None:
    for at, id_ in enumerate(before):
        place = place_after(before, at, now, id_)
        assert place in range(max(1, len(now)))
        assert id_ not in now or now[place] == id_
