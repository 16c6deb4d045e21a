"""A piece of an answer is chosen by sentences and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets import selecting
from tui.widgets.selecting import Range, Step

TEXT = "For få folk. Lite penger! Og tid?"
SENTENCES = ((0, 12), (13, 25), (26, 33))


def after(chosen: Range | None, *steps: Step) -> str | None:
    """The words that are chosen after these steps."""
    for step in steps:
        chosen = step(TEXT, SENTENCES, chosen)
    return None if chosen is None else TEXT[slice(*chosen)]


def test_sentences_are_gone_through_from_the_first_to_the_last() -> None:
    step = selecting.next_sentence
    assert after(None, step) == "For få folk."
    assert after(None, step, step) == "Lite penger!"
    assert after(None, step, step, step, step) == "Og tid?"


def test_sentences_are_gone_through_from_the_last_to_the_first() -> None:
    step = selecting.previous_sentence
    assert after(None, step) == "Og tid?"
    assert after(None, step, step, step, step) == "For få folk."


def test_a_sentence_more_or_less() -> None:
    more, less = selecting.one_sentence_more, selecting.one_sentence_less
    assert after(None, more) == "For få folk."
    assert after((0, 12), more) == "For få folk. Lite penger!"
    assert after((0, 12), more, less) == "For få folk."
    assert after((0, 12), less) == "For få folk."
    assert after((26, 33), more) == "Og tid?"


def test_half_a_sentence_is_first_made_whole() -> None:
    assert after((4, 6), selecting.one_sentence_more) == "få folk."


def test_a_word_more_or_less_at_the_end() -> None:
    more, less = selecting.one_word_more, selecting.one_word_less
    assert after(None, more) == "For"
    assert after((0, 12), more) == "For få folk. Lite"
    assert after((0, 12), less) == "For få"
    assert after((0, 3), less) == "For"
    assert after((26, 33), more) == "Og tid?"


def test_a_word_more_or_less_at_the_beginning() -> None:
    earlier, later = selecting.one_word_earlier, selecting.one_word_later
    assert after(None, earlier) == "tid?"
    assert after((13, 25), earlier) == "folk. Lite penger!"
    assert after((13, 25), later) == "penger!"
    assert after((0, 3), earlier) == "For"
    assert after((0, 3), later) == "For"


@pytest.mark.parametrize("step", [selecting.one_sentence_less, selecting.one_word_less])
def test_of_nothing_nothing_is_taken(step: Step) -> None:
    assert step(TEXT, SENTENCES, None) is None


def test_an_empty_answer_has_nothing_to_choose() -> None:
    for name, step in vars(selecting).items():
        if name.startswith(("one_", "next_", "previous_")):
            assert step("", (), None) is None


STEPS = st.sampled_from(
    [step for name, step in vars(selecting).items() if name.startswith(("one_", "next_", "prev"))]
)


@given(st.lists(STEPS, max_size=30))
def test_what_is_chosen_is_always_a_piece_with_words_at_both_ends(steps: list[Step]) -> None:
    words = after(None, *steps)
    assert words is None or (words and words == words.strip())
