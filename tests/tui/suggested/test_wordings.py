"""What stands beside the lists of suggestions."""

from hypothesis import given
from hypothesis import strategies as st

from coder.suggest.ranker.suggestion import Reason, Why
from coder.workbench.levels import LEVELS
from coder.workbench.why_likely import WhyLikely
from tui.suggested.wordings import begin, levels_line, percent, progress_words, why_words

COUNTS = {50: 8, 60: 7, 70: 7, 80: 6, 90: 5, 95: 3}


def test_every_level_has_its_count_and_the_chosen_one_brackets() -> None:
    line = levels_line(COUNTS, 90, 80)
    said = " ".join(line.split())
    assert said == "50 %: 8 60 %: 7 70 %: 7 80 %: 6 [90 %: 5] 95 %: 3"


def test_with_little_room_only_the_levels_beside_the_chosen_one_are_shown() -> None:
    assert levels_line(COUNTS, 90, 40) == " 80 %: 6   [90 %: 5]   95 %: 3 "
    assert levels_line(COUNTS, 50, 40) == "[50 %: 8]   60 %: 7 "


@given(st.sampled_from(LEVELS), st.integers(20, 200))
def test_the_chosen_level_is_always_shown(level: int, width: int) -> None:
    assert f"[{level} %: {COUNTS[level]}]" in levels_line(COUNTS, level, width)


@given(st.floats(0, 1))
def test_the_bar_is_always_of_one_length(done: float) -> None:
    bar = progress_words("x", done).removeprefix("x … ")[:10]
    assert set(bar) <= {"▰", "▱"}


def test_a_percent_is_never_more_than_it_is() -> None:
    assert [percent(949), percent(950), percent(1_000)] == [94, 95, 100]


def test_a_beginning_is_on_one_line() -> None:
    assert begin("a\n b\t c") == "a b c"
    assert begin("x" * 90, 10) == "x" * 9 + "…"


def test_why_is_said_with_the_answer_it_is_like() -> None:
    why = WhyLikely(Reason(Why.LIKE_ANSWER, ("bolig",), 7), "For få\nboliger")
    assert why_words(why) == "like: «For få boliger» (bolig)"
    assert why_words(None) == ""
