"""Levels of how sure a suggestion is."""

from hypothesis import given
from hypothesis import strategies as st

from coder.workbench.levels import LEVELS, Levelled, at_least, next_level, thousandths


@given(st.lists(st.integers(0, 1_000)))
def test_a_higher_level_never_has_more(scores: list[int]) -> None:
    things = Levelled[int](lambda score: score)
    things.fill(scores)
    counts = [things.counts[level] for level in LEVELS]
    assert counts == sorted(counts, reverse=True)


@given(st.lists(st.integers(0, 1_000)), st.sampled_from(LEVELS))
def test_what_is_shown_is_as_many_as_the_level_counts(scores: list[int], level: int) -> None:
    things = Levelled[int](lambda score: score)
    things.fill(scores)
    things.to(level)
    assert len(things.shown) == things.counts[level]
    assert list(things.shown) == [score for score in scores if at_least(level, score)]


def test_a_level_is_reached_by_its_own_percent() -> None:
    assert at_least(90, thousandths(0.9))
    assert not at_least(90, thousandths(0.899))


def test_levels_end_at_both_ends() -> None:
    assert [next_level(50, up=False), next_level(90, up=True), next_level(95, up=True)] == [
        50,
        95,
        95,
    ]
