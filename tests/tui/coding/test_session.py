"""How a session goes is counted honestly: pauses are no work, and nothing is guessed too early."""

import pytest

from tui.coding.session import PAUSE, Session, duration


def test_nothing_is_said_before_an_answer_is_coded() -> None:
    session = Session()
    session.key(0)
    assert session.in_words(uncoded=10) == ""


def test_keys_are_shared_among_the_answers_coded() -> None:
    session = Session()
    for second in range(9):
        session.key(second)
    session.coded |= {1, 2}
    assert session.keys_each() == 4.5
    assert session.in_words(uncoded=10) == "2 coded now · 4.5 keys each"


def test_a_pause_is_no_work() -> None:
    session = Session()
    for second in (0, 10, 10 + PAUSE, 20 + PAUSE):
        session.key(second)
    assert session.worked == 20


def test_the_rest_is_estimated_from_five_answers_on() -> None:
    session = Session()
    for second in range(0, 51, 10):
        session.key(second)
    session.coded |= {1, 2, 3, 4}
    assert session.seconds_left(12) is None
    session.coded.add(5)
    assert session.seconds_left(12) == 120
    assert session.in_words(uncoded=12).endswith("about 2 min left")
    assert "left" not in session.in_words(uncoded=0)


@pytest.mark.parametrize(
    ("seconds", "said"), [(1, "1 min"), (150, "2 min"), (3_600, "1 h 0 min"), (7_800, "2 h 10 min")]
)
def test_times_are_said_in_hours_and_minutes(seconds: float, said: str) -> None:
    assert duration(seconds) == said
