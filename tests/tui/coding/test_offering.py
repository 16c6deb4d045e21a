"""Suggestions become shares, reasons in words, and names."""

import pytest

from coder.suggest.ranker.suggestion import Reason, Suggestion, Why
from coder.workbench.suggesting import Suggested
from tests.tui.harness import control_characters
from tests.tui.widgets.showing import HOSTILE
from tui.coding.offering import offer_of, reason_in_words

TEXTS = {7: "For få boliger", 8: "a\nb " * 40}
OFTEN = Reason(Why.OFTEN, count=4)
SUGGESTIONS = (Suggestion(2, 0.9123, OFTEN), Suggestion(1, 0.2, OFTEN))
SAID = Suggested(7, None, SUGGESTIONS, {1: 0.2, 2: 0.9123, 3: 0.0004}, ("Bolig", " "))


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason(Why.LIKE_ANSWER, (), 7, 2), "like: «For få boliger»"),
        (Reason(Why.LIKE_ANSWER, ("få", "boliger"), 7), "like: «For få boliger» (få, boliger)"),
        (Reason(Why.LIKE_ANSWER, (), 9, 2), "often used"),
        (Reason(Why.NAME, ("midler",)), "the name fits: midler"),
        (Reason(Why.NAME), ""),
        (OFTEN, "often used"),
    ],
)
def test_a_reason_is_a_few_words(reason: Reason, said: str) -> None:
    assert reason_in_words(reason, TEXTS) == said


def test_of_a_long_answer_the_beginning_is_quoted() -> None:
    said = reason_in_words(Reason(Why.LIKE_ANSWER, (), 8), TEXTS)
    assert len(said) < 60
    assert "…" in said


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_answer_is_quoted_without_harm(text: str) -> None:
    said = reason_in_words(Reason(Why.LIKE_ANSWER, (text,), 1), {1: text})
    assert not control_characters(said)


def test_an_offer_keeps_the_order_and_counts_in_thousandths() -> None:
    offer = offer_of(SAID, TEXTS, (), None)
    assert list(offer.shares.items()) == [(2, 912), (1, 200)]
    assert offer.likely == {1: 200, 2: 912, 3: 0}


def test_empty_names_are_not_proposed() -> None:
    assert offer_of(SAID, TEXTS, (), None).names == ("Bolig",)


@pytest.mark.parametrize(
    ("level", "held", "ticked"), [(None, (), ()), (0.8, (), (2,)), (0.95, (), ()), (0.8, {1}, ())]
)
def test_codes_are_ticked_ahead_from_a_level_on(
    level: float | None, held: tuple[int, ...], ticked: tuple[int, ...]
) -> None:
    assert offer_of(SAID, TEXTS, held, level).ticked == ticked
