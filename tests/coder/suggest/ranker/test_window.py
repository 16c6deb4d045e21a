"""The coded answers as they change: likeness and inverse stay what they would be made anew."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.suggest.ranker.window import SOFTNESS, Window
from tests.coder.suggest.ranker.knowing import SAID, answers

ALL = answers()


@given(st.lists(st.integers(0, len(SAID) - 1), max_size=30))
@settings(max_examples=40, deadline=None)
def test_changes_one_by_one_leave_what_a_new_window_has(rows: list[int]) -> None:
    window = Window(ALL)
    for row in rows:
        (window.remove if row in window.places else window.append)(row)
    anew = Window(ALL)
    anew.replace(window.rows.tolist())
    assert window.places == anew.places
    assert window.inverse.view == pytest.approx(anew.inverse.view, abs=1e-5)
    for changed, made in zip(window.alike, anew.alike, strict=True):
        assert changed.view == pytest.approx(made.view, abs=1e-5)


def test_the_inverse_is_one() -> None:
    window = Window(ALL)
    window.replace(range(len(SAID)))
    mean = numpy.mean([alike.view for alike in window.alike], axis=0, dtype=float)
    product = window.inverse.view @ (mean + SOFTNESS * numpy.eye(len(SAID)))
    assert product == pytest.approx(numpy.eye(len(SAID)), abs=1e-6)


def test_some_of_the_answers_can_be_kept() -> None:
    window, anew = Window(ALL), Window(ALL)
    window.replace(range(8))
    window.keep([6, 1, 3])
    anew.replace([6, 1, 3])
    assert window.inverse.view == pytest.approx(anew.inverse.view, abs=1e-5)
    assert window.compare(numpy.arange(9))[0] == pytest.approx(anew.compare(numpy.arange(9))[0])


def test_the_inverse_of_a_part_is_that_of_the_part_alone() -> None:
    window, part = Window(ALL), Window(ALL)
    window.replace(range(10))
    part.replace([2, 5, 7])
    found = window.inverse.of_part(numpy.array([2, 5, 7]))
    assert found == pytest.approx(part.inverse.view, abs=1e-5)


def test_leave_one_out_is_what_is_said_without_the_answer() -> None:
    from coder.suggest.ranker.weighing import features_left_out, features_of

    coded = [[1, 0], [0, 1], [1, 0], [0, 1], [1, 1]]
    given_, names = numpy.array(coded, float), ALL.names(["Bolig", "Lege"])
    window = Window(ALL)
    window.replace(range(5))
    left_out = features_left_out(ALL, window, given_, names, range(5), range(5))
    for row in range(5):
        others = [other for other in range(5) if other != row]
        without = Window(ALL)
        without.replace(others)
        anew = features_of(ALL, without, given_[others], names, numpy.array([row]))
        assert left_out[row] == pytest.approx(anew[0], abs=1e-5)
