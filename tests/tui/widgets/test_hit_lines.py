"""A code on its digit as one line, in any room."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.harness import control_characters
from tests.tui.widgets.showing import HOSTILE
from tui.widgets.cells import Piece, cells
from tui.widgets.code_rows import Coverage
from tui.widgets.hit_lines import TICKED, Hit, hit_line, names_line, share_bar

HIT = Hit(1, ("Fagfolk", "Psykologer"), 12, share=834, reason="like: «Mangel på psykologer»")


def text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("share", "bar"),
    [
        (0, "    "),
        (10, "    "),
        (20, "▏   "),
        (250, "█   "),
        (500, "██  "),
        (834, "███▍"),
        (1000, "████"),
    ],
)
def test_a_share_is_a_bar_of_four_cells(share: int, bar: str) -> None:
    assert share_bar(share) == bar


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_what_is_likelier_has_no_shorter_bar(one: int, other: int) -> None:
    low, high = sorted((one, other))
    marks = " ▏▎▍▌▋▊▉█"
    lengths = [sum(marks.index(mark) for mark in share_bar(share)) for share in (low, high)]
    assert lengths == sorted(lengths)


def test_with_little_room_a_code_has_its_name_and_its_count() -> None:
    assert text(hit_line(HIT, 1, 28, False)) == " 1   Fagf… / Psykologer   12"


def test_with_more_room_it_has_a_bar() -> None:
    assert text(hit_line(HIT, 1, 40, False)) == " 1   Fagfolk / Psykologer      ███▍   12"


def test_with_more_room_still_it_has_a_number() -> None:
    assert " ███▍ 83 %" in text(hit_line(HIT, 2, 56, False))


def test_with_much_room_it_says_why() -> None:
    assert "83 %  like: «Mangel på psykologer" in text(hit_line(HIT, 2, 90, False))


@pytest.mark.parametrize(("share", "said"), [(0, "<1 %"), (9, "<1 %"), (10, " 1 %"), (999, "99 %")])
def test_nothing_is_said_to_be_certain_or_impossible(share: int, said: str) -> None:
    assert said in text(hit_line(Hit(1, ("A",), 0, share=share), 1, 60, False))


def test_a_code_that_is_ticked_ahead_has_a_sign_until_it_is_given() -> None:
    ticked = Hit(1, ("Bolig",), 3, share=900, ticked=True)
    given_now = Hit(1, ("Bolig",), 3, Coverage.ALL, share=900, ticked=True)
    assert text(hit_line(ticked, 1, 30, False)).startswith(f" 1 {TICKED} Bolig")
    assert text(hit_line(given_now, 1, 30, False)).startswith(" 1 ▪ Bolig")


@settings(max_examples=30)
@given(
    st.integers(11, 120),
    st.sampled_from(HOSTILE),
    st.sampled_from(HOSTILE),
    st.none() | st.integers(0, 1000),
)
def test_a_line_is_exactly_as_wide_as_it_should_be(
    width: int, name: str, reason: str, share: int | None
) -> None:
    line = text(hit_line(Hit(1, (name,), 3, share=share, reason=reason), 1, width, True))
    assert cells(line) == width
    assert not control_characters(line)


def test_proposed_names_stand_on_one_line() -> None:
    assert text(names_line(("Bredbånd", "Dekning"), 40)) == " 0   new: Bredbånd · Dekning"


def test_proposed_names_are_cut_to_the_room() -> None:
    assert cells(text(names_line(HOSTILE, 30))) <= 30
    assert not control_characters(text(names_line(HOSTILE, 30)))


def test_without_names_there_is_no_line() -> None:
    assert names_line((), 40) == []
