"""The numbers of an evaluation, and the model of keys behind them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.suggest.evaluating.evaluation import windows
from coder.suggest.evaluating.keys import keys_for, letters_to_find
from coder.suggest.evaluating.measures import (
    Moment,
    Told,
    bins,
    calibration_error,
    figures,
    sure,
)


def test_figures_count_known_codes_only() -> None:
    found = figures([Moment((1, 7), (1, 2)), Moment((), ()), Moment((4,), (3,))])
    assert (found.codes, found.answers) == (3, 2)
    assert found.recall == pytest.approx(2 / 3)
    assert found.precision == 0.5
    assert found.mrr == pytest.approx((1 + 1 / 4) / 2)
    assert found.keys == 1


def test_without_known_codes_all_figures_are_nought() -> None:
    found = figures([Moment((), ())])
    assert (found.recall, found.precision, found.mrr, found.keys, found.codes) == (0, 0, 0, 0, 0)


def test_a_code_on_a_digit_costs_one_key_and_another_its_letters_and_one() -> None:
    assert (keys_for(9, 3), keys_for(10, 3)) == (1, 4)


def test_letters_are_typed_until_the_code_is_among_nine() -> None:
    others = [f"Bolig {at}" for at in range(8)]
    assert letters_to_find("Buss", others) == 1
    assert letters_to_find("Buss", [*others, "Bolig 8"]) == 2
    assert letters_to_find("Buss", ["Buss"] * 20) == len("buss")


def test_any_word_of_another_name_may_begin_like_what_is_typed() -> None:
    assert letters_to_find("Buss", [f"Mer buss {at}" for at in range(9)]) == len("buss")
    assert letters_to_find("Buss", [f"Mer bil {at}" for at in range(9)]) == 2


def test_probabilities_told_are_held_against_what_was_given() -> None:
    found = bins([Told(0.95, True), Told(1.0, False), Told(0.05, False)])
    assert [(each.low, each.count, each.share) for each in found] == [(0, 1, 0), (0.9, 2, 0.5)]
    assert calibration_error(found) == pytest.approx((0.05 + 2 * (0.975 - 0.5)) / 3)


def test_nothing_told_is_no_error() -> None:
    assert bins([]) == ()
    assert calibration_error([]) == 0


def test_levels_count_what_is_at_least_so_likely() -> None:
    found = sure([Told(0.8, True), Told(0.95, False)])
    assert [(each.level, each.count, each.share) for each in found] == [
        (0.5, 2, 0.5),
        (0.7, 2, 0.5),
        (0.8, 2, 0.5),
        (0.9, 1, 0),
    ]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60))
def test_every_suggestion_is_in_one_bin(pairs: list[tuple[float, bool]]) -> None:
    found = bins([Told(*pair) for pair in pairs])
    assert sum(each.count for each in found) == len(pairs)
    assert all(each.low - 1e-9 <= each.mean <= each.high + 1e-9 for each in found)
    assert 0 <= calibration_error(found) <= 1


@given(st.integers(11, 5_000))
def test_windows_take_in_every_answer_after_the_tenth_once(coded: int) -> None:
    found = windows(coded)
    assert found[0][0] == 10
    assert found[-1][1] == coded
    assert all(one[1] == other[0] for one, other in pairwise(found))


def test_windows_begin_where_the_curve_has_its_points() -> None:
    assert [first for first, _ in windows(1_000)] == [10, 25, 50, 100, 200, 400, 800]
