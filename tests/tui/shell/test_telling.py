"""What is told goes away by itself, and never holds the program up."""

from time import time

from tui.telling import Telling


def test_its_time_is_never_less_than_a_moment() -> None:
    over = Telling("Lagret", timeout=1, raised_at=time() - 60)
    assert over.time_left > 0
    assert over.has_expired


def test_it_is_shown_as_long_as_was_asked_for() -> None:
    told = Telling("Lagret", timeout=100)
    assert 99 < told.time_left <= 100
    assert not told.has_expired
