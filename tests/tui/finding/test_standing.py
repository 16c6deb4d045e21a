"""Suggestions stand on the digits as long as their answer is looked at."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.finding.codes import FinderCode
from tui.finding.offer import NOTHING, Offer, ticked_codes
from tui.finding.standing import Standing

USED = [FinderCode(code_id, (f"Kode {code_id}",), code_id, 20 - code_id) for code_id in range(1, 8)]
OFFER = Offer(shares={12: 900, 3: 400}, ticked=(12, 3))


def standing(offer: Offer | None = OFFER) -> Standing:
    return Standing().next_answer(USED, offer)


def test_suggested_codes_stand_first_and_codes_used_lately_fill_up() -> None:
    assert standing().places == (12, 3, 1, 2, 4, 5, 6, 7, None)


def test_without_an_offer_the_codes_used_lately_stand_there() -> None:
    assert standing(None).places == (1, 2, 3, 4, 5, 6, 7, None, None)


def test_a_withdrawn_offer_leaves_the_digits_as_they_are() -> None:
    now = standing().withdrawn()
    assert (now.places, now.offer) == (standing().places, NOTHING)


def test_the_next_answer_has_nothing_of_the_one_before() -> None:
    now = standing().decided([3]).next_answer(USED)
    assert (now.places, now.offer, now.settled) == (standing(None).places, NOTHING, frozenset())


def test_a_scale_keeps_its_order() -> None:
    scale = (3, 12, *[None] * 7)
    now = Standing(scale=scale).next_answer(USED, OFFER)
    assert (now.places, now.offer) == (scale, OFFER)


def test_what_is_known_held_or_decided_is_ticked_no_more() -> None:
    now = standing()
    assert now.ticked({12, 3}, ()) == (12, 3)
    assert now.ticked({3}, ()) == (3,)
    assert now.ticked({12, 3}, {3}) == (12,)
    assert now.decided([12]).ticked({12, 3}, ()) == (3,)


def test_likely_codes_are_ticked_on_answers_without_a_code() -> None:
    shares = {1: 900, 2: 800, 3: 799}
    assert ticked_codes(shares, 800, ()) == (1, 2)
    assert ticked_codes(shares, 800, {7}) == ()


SHARES = st.dictionaries(st.integers(1, 12), st.integers(0, 1000), max_size=12)


@settings(max_examples=30)
@given(st.lists(SHARES))
def test_there_are_always_nine_digits_and_no_code_has_two(history: list[dict[int, int]]) -> None:
    now = Standing()
    for shares in history:
        now = now.next_answer(USED, Offer(shares) if shares else None)
        codes = [code for code in now.places if code is not None]
        assert len(now.places) == 9
        assert len(codes) == len(set(codes))
        assert codes[: len(shares)] == list(shares)[:9]
