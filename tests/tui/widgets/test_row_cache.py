"""Rows are asked for once, all of a view together, and not kept for ever."""

from collections.abc import Sequence
from functools import partial

from coder.workbench.filters import GridRow
from tests.tui.widgets.showing import row
from tui.widgets.row_cache import LIMIT, RowCache


class Asked:
    """Gives rows, and remembers which ids were asked for."""

    def __init__(self) -> None:
        self.ids: list[list[int]] = []

    def __call__(self, ids: Sequence[int]) -> list[GridRow]:
        """The rows of these ids; there is none for 404."""
        self.ids.append(list(ids))
        return [row(id_) for id_ in ids if id_ != 404]


def test_a_view_is_asked_for_at_once() -> None:
    asked = Asked()
    cache = RowCache(asked)
    for id_ in (1, 2, 3):
        assert cache.row(id_, lambda: (1, 2, 3)) == row(id_)
    assert asked.ids == [[1, 2, 3]]


def test_only_what_is_not_known_is_asked_for() -> None:
    asked = Asked()
    cache = RowCache(asked)
    cache.row(1, lambda: (1, 2, 3))
    cache.row(4, lambda: (2, 3, 4))
    assert asked.ids == [[1, 2, 3], [4]]


def test_what_has_changed_is_asked_for_again() -> None:
    asked = Asked()
    cache = RowCache(asked)
    cache.row(1, lambda: (1, 2, 3))
    cache.forget([2, 77])
    cache.row(2, lambda: (1, 2, 3))
    cache.forget()
    cache.row(1, lambda: (1, 2))
    assert asked.ids == [[1, 2, 3], [2], [1, 2]]


def test_a_row_that_does_not_exist_is_asked_for_once() -> None:
    asked = Asked()
    cache = RowCache(asked)
    assert cache.row(404, lambda: (404,)) is None
    assert cache.row(404, lambda: (404,)) is None
    assert asked.ids == [[404]]


def test_the_rows_that_were_seen_long_ago_are_let_go() -> None:
    asked = Asked()
    cache = RowCache(asked)
    for first in range(1, 3 * LIMIT, 50):
        cache.row(first, partial(range, first, first + 50))
    cache.row(1, lambda: range(1, 51))
    assert asked.ids[-1] == [*range(1, 51)]
