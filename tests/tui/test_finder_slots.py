"""The nine codes that stand ready keep their digits."""

from hypothesis import given
from hypothesis import strategies as st

from tui.finding.codes import FinderCode
from tui.finding.slots import Slots


def code(code_id: int, uses: int, last_used: int = 0) -> FinderCode:
    return FinderCode(code_id, (f"Kode {code_id}",), code_id, uses, last_used)


def test_an_empty_study_has_nine_empty_places() -> None:
    assert Slots().renewed([]).places == (None,) * 9


def test_the_most_used_codes_stand_first_at_the_beginning() -> None:
    assert Slots().renewed([code(1, 2), code(2, 7), code(3, 4)]).places[:4] == (2, 3, 1, None)


def test_unused_codes_of_an_imported_codebook_stand_in_its_order() -> None:
    assert Slots().renewed([code(2, 0), code(1, 0)]).places[:3] == (1, 2, None)


def test_a_code_keeps_its_digit_when_another_overtakes_it() -> None:
    slots = Slots().renewed([code(1, 3), code(2, 2)])
    assert slots.renewed([code(1, 3), code(2, 9)]).places[:2] == (1, 2)


def test_a_newcomer_takes_the_place_of_the_one_that_left() -> None:
    nine = [code(code_id, 20 - code_id) for code_id in range(1, 10)]
    slots = Slots().renewed(nine)
    assert slots.renewed([*nine[:3], code(4, 0), *nine[4:], code(10, 30)]).places == (
        *(1, 2, 3),
        10,
        *(5, 6, 7, 8, 9),
    )


def test_a_code_that_is_gone_leaves_its_place_empty() -> None:
    slots = Slots().renewed([code(1, 3), code(2, 2)])
    assert slots.renewed([code(2, 2)]).places[:2] == (None, 2)


def test_a_code_of_now_stands_ready_before_one_used_as_often_long_ago() -> None:
    codes = [code(code_id, 5, last_used=code_id) for code_id in range(1, 11)]
    assert 1 not in Slots().renewed(codes).places


def test_a_digit_is_told_by_code() -> None:
    slots = Slots().renewed([code(1, 3), code(2, 2)])
    assert [slots.digit(code_id) for code_id in (1, 2, 3)] == [1, 2, None]


CODES = st.lists(
    st.builds(code, st.integers(1, 20), st.integers(0, 9), st.integers(0, 99)),
    unique_by=lambda code: code.id,
)


@given(st.lists(CODES, min_size=1))
def test_digits_are_always_nine_and_no_code_has_two(history: list[list[FinderCode]]) -> None:
    slots = Slots()
    for codes in history:
        slots = slots.renewed(codes)
    held = [place for place in slots.places if place]
    assert (len(slots.places), len(held)) == (9, min(9, len(history[-1])))
    assert len(held) == len(set(held))


@given(CODES, CODES)
def test_who_stays_among_the_nine_keeps_its_digit(
    before: list[FinderCode], now: list[FinderCode]
) -> None:
    first = Slots().renewed(before)
    second = first.renewed(now)
    staying = {place for place in first.places if place} & set(second.places)
    assert all(first.digit(code_id) == second.digit(code_id) for code_id in staying if code_id)
