"""Filters leave what is asked for, combine, are said in one line, and go with one key."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.coding.desk import ANSWERS, UNCODED, Hand, at_desk, program, uncoded_of

WIDE = (110, 20)
EVERYBODY = [who for who, *_rest in ANSWERS]
FLAG = ("ctrl+x", "quote")

ONE_FILTER: Sequence[tuple[Sequence[str], list[str], str]] = (
    (["f2", "boliger"], ["R01", "R03", "R04", "R07", "R09", "R10"], "“boliger”"),
    (["f2", "bolig*"], ["R01", "R03", "R04", "R07", "R08", "R09", "R10"], "“bolig*”"),
    (["f2", '"for få"'], ["R01", "R03", "R04"], '“"for få"”'),
    (["f2", "finnes ikke"], [], "“finnes ikke”"),
    (["f3", "Psykologer"], ["R02"], "Psykologer"),
    (["f3", "Fagfolk"], ["R02"], "Fagfolk"),
    (["f3", "Økonomi"], ["R15"], "Økonomi"),
    (["ctrl+f", "without", "Vet"], [w for w in EVERYBODY if w not in ("R05", "R06")], "not Vet"),
    (["ctrl+f", "band", "bydel"], ["R08", "R13"], "bydel"),
    (["ctrl+f", "closed", "Parti", "Sp"], ["R02", "R06", "R08", "R13"], "Parti: Sp"),
    (["ctrl+f", "coder", "SO"], ["R02"], "coded by SO"),
    (["ctrl+f", "coder", "KH"], ["R02", "R05", "R06", "R15"], "coded by KH"),
    (["f4"], [w for w in EVERYBODY if w not in ("R02", "R05", "R06", "R15")], "without a code"),
)


async def _apart(hand: Hand) -> None:
    """Show every answer by itself."""
    await hand.press("ctrl+t")
    assert hand.shown == EVERYBODY


@pytest.mark.parametrize(("keys", "left", "said"), ONE_FILTER, ids=str)
def test_one_filter(study: Path, keys: Sequence[str], left: list[str], said: str) -> None:
    async def scenario(hand: Hand) -> None:
        await _apart(hand)
        await hand.choose(*keys)
        assert hand.shown == left
        assert said in hand.status
        assert f"{len(left)}/15" in hand.status
        await hand.press("ctrl+g")
        assert hand.shown == EVERYBODY
        assert said not in hand.status

    at_desk(program(study), scenario, WIDE)


def test_a_flag_is_a_filter_when_an_answer_has_it(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _apart(hand)
        await hand.go_to("R13")
        await hand.choose(*FLAG)
        await hand.choose("ctrl+f", "flag", "quote")
        assert hand.shown == ["R13"]
        assert "15 answers" not in hand.status
        assert hand.status.endswith("quote")

    at_desk(program(study), scenario, WIDE)


def test_filters_combine_in_one_line_and_go_with_one_key(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _apart(hand)
        await hand.press("f4")
        await hand.choose("f2", "boliger")
        await hand.choose("ctrl+f", "band", "<2000")
        await hand.choose("ctrl+f", "closed", "Parti", "Ap")
        assert hand.shown == ["R01", "R07"]
        assert "without a code + “boliger” + <2000 + Parti: Ap" in hand.status
        await hand.choose("ctrl+f", "without", "Fagfolk")
        assert "not Fagfolk" in hand.status
        await hand.press("ctrl+g")
        assert hand.shown == EVERYBODY
        assert "15 answers" in hand.status

    at_desk(program(study), scenario, WIDE)


def test_a_second_band_is_shown_too(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _apart(hand)
        await hand.choose("ctrl+f", "band", "bydel")
        await hand.choose("ctrl+f", "band")
        await hand.press("3")
        assert hand.shown == ["R03", "R08", "R13", "R15"]
        assert "20000-50000 or bydel" in hand.status

    at_desk(program(study), scenario, WIDE)


def test_another_value_of_the_same_question_takes_the_place_of_the_first(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _apart(hand)
        await hand.choose("ctrl+f", "closed", "Parti", "Sp")
        await hand.choose("ctrl+f", "closed", "Parti", "H")
        assert hand.shown == ["R04", "R11", "R15"]
        assert "Parti: H" in hand.status
        assert "Parti: Sp" not in hand.status

    at_desk(program(study), scenario, WIDE)


def test_empty_words_take_the_words_away_and_escape_leaves_them(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("f2", "psykologer")
        assert hand.shown == ["R02"]
        await hand.press("f2", "escape")
        assert hand.shown == ["R02"]
        await hand.press("f2", *["backspace"] * 12, "enter")
        assert hand.shown[:3] == ["R01", "R02", "R05"]

    at_desk(program(study), scenario)


def test_nothing_left_says_that_a_filter_is_the_reason(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("f2", "nordlys")
        await hand.sees("No answer is left by the filter", f"UNCODED {UNCODED} ")
        await hand.press("1", "space", "ctrl+s", "f6", "f7", "f8", "ctrl+l", "ctrl+o", ".")
        await hand.hears("No answer is open.")
        await hand.press("ctrl+g")
        assert hand.respondent == "R01"

    at_desk(program(study), scenario, WIDE)


def test_a_filter_says_how_many_answers_identical_ones_are(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("f2", '"for få"')
        assert hand.shown == ["R01"]
        assert "3/15" in hand.status

    at_desk(program(study), scenario)


def test_coding_leaves_the_list_until_another_is_asked_for(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("f4")
        before = hand.shown
        await hand.enter("bolig")
        assert hand.shown == before
        await hand.press("f4", "f4")
        assert hand.shown == before[1:]

    at_desk(program(study), scenario)


def test_the_cursor_stays_with_an_identical_answer_that_is_left(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R01")
        await hand.choose("ctrl+f", "band")
        await hand.press("3")
        assert hand.shown == ["R03", "R15"]
        assert hand.respondent == "R03"
        await hand.press("ctrl+g")
        assert hand.respondent == "R01"

    at_desk(program(study), scenario)


def test_a_theme_holds_what_is_made_under_it_later(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R14")
        await hand.press("f6")
        await hand.choose("f3", "Økonomi")
        assert hand.shown == ["R15"]
        await hand.enter("Økonomi / Tid")
        await hand.press("f4", "f4")
        assert hand.shown == ["R14", "R15"]

    at_desk(program(study), scenario)


ORDERS: Sequence[tuple[str, list[str], str]] = (
    ("shortest", ["R14", "R05", "R06", "R01", "R04"], "shortest first"),
    ("alphabet", ["R14", "R10", "R13", "R08", "R07", "R09"], "by alphabet"),
    ("fewest", ["R01", "R03", "R04", "R07"], "fewest codes first"),
    ("identical", ["R01", "R03", "R04", "R05", "R06", "R11", "R12", "R02"], "identical together"),
)


@pytest.mark.parametrize(("name", "first", "said"), ORDERS, ids=str)
def test_orders(study: Path, name: str, first: list[str], said: str) -> None:
    async def scenario(hand: Hand) -> None:
        await _apart(hand)
        await hand.go_to("R13")
        await hand.choose("f5", name)
        assert hand.shown[: len(first)] == first
        assert said in hand.status
        assert hand.respondent == "R13"
        await hand.choose("f5", "order of the file")
        assert hand.shown == EVERYBODY
        assert said not in hand.status

    at_desk(program(study), scenario, WIDE)


@pytest.mark.parametrize("size", [(80, 24), (40, 10)], ids=str)
def test_the_counter_is_right_after_any_action(study: Path, size: tuple[int, int]) -> None:
    chance = random.Random(7)
    doings = ("1", "2", "3", "space", "down", "up", "f6", "ctrl+u", "ctrl+z", "ctrl+y", "f4", ".")

    async def scenario(hand: Hand) -> None:
        for _ in range(40):
            await hand.press(chance.choice(doings))
            assert f"UNCODED {uncoded_of(study)} " in f"{hand.status} "

    at_desk(program(study), scenario, size)
