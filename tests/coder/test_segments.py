"""Segments: pieces of an answer, and where their words stand when the text has changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.segments import Segment, follow
from corpus.problems import Problem

TEXT = st.text("ab NAV,", min_size=1, max_size=20)


@given(text=TEXT, start=st.integers(-3, 25), end=st.integers(-3, 25))
def test_a_segment_is_a_piece_of_the_text_or_refused(text: str, start: int, end: int) -> None:
    segment = Segment(start, end)
    if 0 <= start < end <= len(text):
        assert segment.within(text) is segment
    else:
        with pytest.raises(Problem, match="no piece"):
            segment.within(text)


@given(before=TEXT, now=TEXT, data=st.data())
def test_words_that_are_followed_are_the_same_words(
    before: str, now: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(before) - 1))
    end = data.draw(st.integers(start + 1, len(before)))
    found = follow(Segment(start, end), before, now)
    if found is None:
        assert before[start:end] not in now
    else:
        assert now[found.start : found.end] == before[start:end]


@given(text=TEXT, added=TEXT, data=st.data())
def test_words_are_followed_past_what_was_added_before_or_after_them(
    text: str, added: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    behind = follow(Segment(start, end), text, text + added)
    assert behind == Segment(start, end)
    ahead = follow(Segment(start, end), text, added + text)
    assert ahead is not None
    assert ahead.start in (start, start + len(added))


@pytest.mark.parametrize(
    ("before", "now", "segment", "found"),
    [
        ("NAV og NAV", "Alt: NAV og NAV", (0, 3), (5, 8)),
        ("NAV og NAV", "Alt: NAV og NAV", (7, 10), (12, 15)),
        ("NAV og NAV", "NAV, særlig NAV", (7, 10), (12, 15)),
        ("Mangel på bolig", "Stor mangel på bolig", (7, 15), (12, 20)),
        ("Mangel på bolig", "Mangel på boliger", (0, 15), (0, 15)),
        ("Mangel på bolig", "Lite penger", (10, 15), None),
    ],
)
def test_of_several_places_the_nearest_is_taken(
    before: str, now: str, segment: tuple[int, int], found: tuple[int, int] | None
) -> None:
    followed = follow(Segment(*segment), before, now)
    assert followed == (Segment(*found) if found else None)
