"""Beside the answer: its respondent, memos, flags, and the way to take a code off."""

from pathlib import Path

from coder.workbench.filters import Flag
from tests.tui.coding.desk import (
    UNCODED,
    Hand,
    answer_again,
    at_desk,
    codes_of,
    program,
)
from tests.tui.harness import settled


def _flags(hand: Hand) -> dict[str, frozenset[Flag]]:
    rows = hand.screen.bench.rows(hand.grid.ids)
    return {row.respondent: row.flags for row in rows if row.flags}


def test_the_respondents_other_answers_and_the_whole_question(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+o")
        await hand.sees("Hva er den største utfordringen?", "R01 (<2000)", "Parti: Ap")
        await hand.sees("k2", "Nei, alt er nevnt")
        await hand.press("ctrl+o")
        await hand.sees("UNCODED")
        await hand.press("ctrl+o", "escape")
        await hand.sees("UNCODED")

    at_desk(program(study), scenario)


def test_flags_are_put_on_and_taken_off(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("ctrl+x", "come back")
        await hand.sees("⚑ come back")
        assert _flags(hand) == {"R01": {Flag.COME_BACK}}
        await hand.choose("ctrl+x", "come back")
        await hand.until(lambda: "⚑" not in hand.text)
        assert _flags(hand) == {}
        await hand.press("ctrl+z")
        await hand.sees("⚑ come back")

    at_desk(program(study), scenario)


def test_many_are_flagged_at_once_and_the_rest_of_them_too(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R07")
        await hand.choose("ctrl+x", "quote")
        await hand.press("f6", "f6")
        await hand.sees("2 marked")
        await hand.choose("ctrl+x", "quote")
        assert _flags(hand) == {"R07": {Flag.QUOTE}, "R08": {Flag.QUOTE}}
        await hand.choose("ctrl+x", "quote")
        assert _flags(hand) == {}

    at_desk(program(study), scenario)


def test_a_flag_does_not_count_as_coding(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("ctrl+x", "quote")
        assert not hand.screen.session.coded

    at_desk(program(study), scenario)


def test_a_memo_on_the_answer_is_seen_beside_it(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+e", "1")
        await hand.type("Spør kommunen")
        await hand.press("ctrl+s")
        await hand.sees("✎ 1 memo")
        await hand.press("ctrl+e")
        await hand.sees("this answer", "the question")
        await hand.press("escape")
        await hand.sees("UNCODED")

    at_desk(program(study), scenario)


def test_a_memo_can_be_on_each_thing_at_hand(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R02")
        labels = [label for _place, label, _hint in hand.screen.memo_places()]
        assert labels[0] == "this answer"
        assert "Bolig on this answer" in labels
        assert "the code Bolig" in labels
        assert labels[-1] == "the question"

    at_desk(program(study), scenario)


def test_a_code_is_chosen_to_be_taken_off(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R15")
        await hand.press("ctrl+d")
        await hand.sees("Take off", "Økonomi / Mer midler")
        await hand.press("enter")
        await hand.sees(f"UNCODED {UNCODED + 1} ", "no code")
        await hand.press("ctrl+d")
        await hand.sees("No code is on it.")
        await hand.press("escape", "ctrl+z")
        await hand.sees(f"UNCODED {UNCODED} ")

    at_desk(program(study), scenario)


def test_a_code_is_taken_off_all_marked_answers(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("f8")
        await hand.choose("ctrl+d", "Vet ikke")
        await hand.hears("taken off: 2 answers")
        await hand.sees(f"UNCODED {UNCODED + 2} ")

    at_desk(program(study), scenario)
    assert (codes_of(study)["R05"], codes_of(study)["R15"]) == ([], ["Økonomi / Mer midler"])


def test_what_another_coder_gave_stays_and_that_is_said(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R02")
        await hand.choose("ctrl+d", "Bolig")
        await hand.hears("Another coder gave this code; theirs stays.")
        assert "Bolig" in hand.text
        await hand.give("Bolig")
        await hand.hears("Another coder gave this code; now you gave it too.")
        await hand.give("Bolig")
        await hand.until(lambda: hand.told.count("Another coder gave this code; theirs stays.") > 0)

    at_desk(program(study), scenario)
    assert "Bolig" in codes_of(study)["R02"]


def test_pieces_coded_in_an_earlier_text_are_not_drawn_in_the_new_one(study: Path) -> None:
    answer_again(study, "R02", "Psykologer, det er mangel på dem")

    async def scenario(hand: Hand) -> None:
        await hand.go_to("R02")
        await settled(hand.pilot)
        assert "¹" not in hand.text
        assert "Psykologer" in hand.text

    at_desk(program(study), scenario)
