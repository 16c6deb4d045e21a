"""Pieces of an answer are chosen by sentences and words, and coded like whole answers."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.tui.coding.desk import LIST, SENTENCES, Hand, answer_again, at_desk, codes_of, program
from tui.coding.open_answer import SegmentView
from tui.widgets.grid import AnswerGrid

FIRST = "Vi har for lite penger."
SECOND = "Staten gir oss oppgaver uten penger."
THIRD = "Det går ikke lenger."


def _chosen(hand: Hand) -> str:
    segment = hand.screen.open_answer.segment
    answer = hand.screen.answer
    assert answer is not None
    return answer.text[segment.start : segment.end] if segment else ""


async def _begin(hand: Hand, respondent: str = "R11") -> None:
    await hand.go_to(respondent)
    await hand.press("ctrl+s")
    await hand.until(lambda: isinstance(hand.app.focused, SegmentView))


def _pieces(study: Path) -> list[tuple[str, str, str]]:
    """Respondent, code and words of every coded piece that was added to the study as built."""
    query = """
        SELECT respondent.key, code.name, substr(version.text, start_at + 1, end_at - start_at)
        FROM coding JOIN answer ON answer.id = coding.answer_id
        JOIN presence ON presence.id = answer.presence_id
        JOIN respondent ON respondent.id = presence.respondent_id
        JOIN code ON code.id = coding.code_id
        JOIN version ON version.answer_id = answer.id AND version.number = coding.version
        WHERE start_at IS NOT NULL AND respondent.key != 'R02' ORDER BY 1, start_at, end_at, 2
    """
    with closing(sqlite3.connect(study)) as connection:
        return list(connection.execute(query))


def test_sentences_and_words_are_chosen_by_the_arrow_keys(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _begin(hand)
        assert _chosen(hand) == FIRST
        for key, chosen in (
            ("down", SECOND),
            ("down", THIRD),
            ("down", THIRD),
            ("up", SECOND),
            ("left", "Staten gir oss oppgaver uten"),
            ("right", SECOND),
            ("right", f"{SECOND} Det"),
            ("end", f"{SECOND[7:]} Det"),
            ("home", f"{SECOND} Det"),
            ("pagedown", f"{SECOND} {THIRD}"),
            ("pageup", SECOND),
        ):
            await hand.press(key)
            assert _chosen(hand) == chosen, key
        await hand.press("ctrl+s")
        assert _chosen(hand) == ""
        assert isinstance(hand.app.focused, AnswerGrid)

    at_desk(program(study), scenario)


def test_a_piece_is_coded_and_its_code_taken_off_by_the_same_digit(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _begin(hand, "R10")
        await hand.press("down")
        assert _chosen(hand) == "2. Mer penger fra staten"
        digit = hand.digit("Mer midler")
        await hand.press(digit)
        await hand.sees(f"{digit} ▪ Økonomi / Mer midler", "¹ Økonomi / Mer midler")
        assert _chosen(hand) == "2. Mer penger fra staten"
        assert _pieces(study) == [("R10", "Mer midler", "2. Mer penger fra staten")]
        await hand.press("down")
        await hand.sees(f"{digit}   Økonomi / Mer midler")
        await hand.press("up", digit)
        await hand.sees(f"{digit}   Økonomi / Mer midler")
        assert _pieces(study) == []

    at_desk(program(study), scenario)


def test_the_items_of_a_list_are_its_pieces(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _begin(hand, "R10")
        for item in LIST.splitlines():
            assert _chosen(hand) == item
            await hand.press("down")

    at_desk(program(study), scenario)


def test_identical_answers_get_the_same_piece(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _begin(hand)
        await hand.press("down")
        await hand.enter("Oppgaver")
        await hand.hears("applied: 2 answers")
        await hand.sees("▪ Oppgaver" if "▪ Oppgaver" in hand.text else "¹ Oppgaver")
        await hand.press("ctrl+z")
        await hand.until(lambda: _pieces(study) == [])
        await hand.press("ctrl+y")

    at_desk(program(study), scenario)
    assert _pieces(study) == [("R11", "Oppgaver", SECOND), ("R12", "Oppgaver", SECOND)]


def test_two_pieces_that_overlap_are_both_seen(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+t")
        await _begin(hand)
        await hand.give("Bolig")
        await hand.press("left", "right", "right", "right", "home", "end", "end")
        await hand.give("Mer midler")
        await hand.press("escape")
        await hand.sees("¹Vi", "²for", "₁", "₂", "¹ Bolig", "² Økonomi / Mer midler")

    at_desk(program(study), scenario)
    assert _pieces(study) == [
        ("R11", "Bolig", FIRST),
        ("R11", "Mer midler", f"{FIRST[7:]} Staten gir"),
    ]


def test_space_goes_through_the_sentences_and_then_to_the_next_answer(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _begin(hand)
        await hand.give("Bolig")
        await hand.press("space")
        assert _chosen(hand) == SECOND
        await hand.sees("3   Bolig" if hand.digit("Bolig") == "3" else "Bolig")
        assert f"{hand.digit('Bolig')}   Bolig" in hand.text
        await hand.press("space", "space")
        assert hand.respondent == "R13"
        assert _chosen(hand) == ""
        assert isinstance(hand.app.focused, AnswerGrid)

    at_desk(program(study), scenario)


def test_escape_leaves_the_piece_and_the_answer_as_they_are(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _begin(hand)
        await hand.type("bol")
        await hand.press("escape")
        assert _chosen(hand) == FIRST
        await hand.press("escape")
        assert _chosen(hand) == ""
        await hand.press("down")
        assert hand.respondent == "R13"

    at_desk(program(study), scenario)
    assert _pieces(study) == []


def test_typing_and_the_finder_work_on_the_chosen_piece(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _begin(hand)
        await hand.enter("psyko")
        await hand.press("down", ".")
        await hand.sees("¹ Fagfolk / Psykologer")

    at_desk(program(study), scenario)
    assert _pieces(study)[0] == ("R11", "Psykologer", FIRST)


def test_a_code_of_a_piece_is_taken_off_without_those_of_other_pieces(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+t")
        await _begin(hand)
        await hand.give("Bolig")
        await hand.press("down")
        await hand.give("Bolig")
        await hand.press("up", "ctrl+d", "1")
        await hand.until(lambda: len(_pieces(study)) == 1)

    at_desk(program(study), scenario)
    assert _pieces(study) == [("R11", "Bolig", SECOND)]


@pytest.mark.parametrize("text", ["!?", "…", "\x1b", "-", "1.", "\u200b\u200b"], ids=ascii)
def test_an_answer_of_signs_is_a_piece_or_says_that_it_has_none(study: Path, text: str) -> None:
    answer_again(study, "R14", text)

    async def scenario(hand: Hand) -> None:
        await hand.go_to("R14")
        await hand.press("ctrl+s")
        await hand.until(lambda: _chosen(hand) or "no sentence" in " ".join(hand.told))
        await hand.press("left", "right", "end", "home", "pageup", "pagedown", "up", "down")
        await hand.give("Bolig")
        await hand.press("escape", "escape", "up")
        assert hand.respondent == "R13"

    at_desk(program(study), scenario)
    assert codes_of(study)["R14"] == ["Bolig"]


def test_a_megabyte_does_not_stop_the_keys(study: Path) -> None:
    answer_again(study, "R14", SENTENCES + " " + "Vi trenger flere folk og mer tid. " * 30_000)

    async def scenario(hand: Hand) -> None:
        await _begin(hand, "R14")
        assert _chosen(hand) == FIRST
        await hand.press("down", "down", "down")
        assert _chosen(hand) == "Vi trenger flere folk og mer tid."
        await hand.give("Bolig")
        await hand.press("up", "pagedown", "space", "escape", "end", "up")

    at_desk(program(study), scenario)
    assert _pieces(study) == [("R14", "Bolig", "Vi trenger flere folk og mer tid.")]


def test_a_size_that_changes_leaves_the_piece(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _begin(hand)
        await hand.press("down")
        for size in ((40, 10), (200, 60), (80, 24), (40, 10)):
            await hand.size(*size)
            assert _chosen(hand) == SECOND
            await hand.sees("▌", "Staten")
        await hand.give("Bolig")
        await hand.press("down")
        assert _chosen(hand) == THIRD

    at_desk(program(study), scenario)
    assert ("R11", "Bolig", SECOND) in _pieces(study)


def test_a_text_that_changes_meanwhile_leaves_no_piece_of_the_old_one(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _begin(hand)
        answer_again(study, "R11", "Noe helt annet.")
        hand.app.look_outside()
        await hand.sees("Noe helt annet.")
        assert _chosen(hand) == ""
        await hand.give("Bolig")
        await hand.press("up")
        assert hand.respondent == "R10"

    at_desk(program(study), scenario)
    assert codes_of(study)["R11"] == ["Bolig"]
