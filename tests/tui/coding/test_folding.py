"""Identical answers are one row: coded together, counted as respondents, apart when asked for."""

from pathlib import Path

from tests.tui.coding.desk import ANSWERS, UNCODED, Hand, at_desk, codes_of, program, uncoded_of

SAME = ("R01", "R03", "R04")


def test_identical_answers_are_coded_together_and_counted_as_respondents(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        assert hand.shown[:3] == ["R01", "R02", "R05"]
        assert "×3" in hand.text
        await hand.enter("bolig")
        await hand.hears("applied: 3 answers")
        await hand.sees(f"UNCODED {UNCODED - 3}")

    at_desk(program(study), scenario)
    codes = codes_of(study)
    assert [codes[who] for who in SAME] == [["Bolig"]] * 3
    assert uncoded_of(study) == UNCODED - 3


def test_one_undo_takes_the_code_off_all_of_them(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("bolig")
        await hand.press("ctrl+z")
        await hand.hears("Undone: applied Bolig to 3 answers of k1")
        await hand.sees(f"UNCODED {UNCODED} ")

    at_desk(program(study), scenario)
    assert not any(codes_of(study)[who] for who in SAME)


def test_the_same_digit_takes_the_code_off_again(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        digit = hand.digit("Bolig")
        await hand.press(digit)
        await hand.sees(f"UNCODED {UNCODED - 3}", f"{digit} ▪ Bolig")
        await hand.press(digit)
        await hand.hears("taken off: 3 answers")
        await hand.sees(f"UNCODED {UNCODED} ")

    at_desk(program(study), scenario)
    assert not any(codes_of(study)[who] for who in SAME)


def test_apart_every_answer_is_coded_by_itself(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+t")
        assert hand.shown == [who for who, *_rest in ANSWERS]
        await hand.enter("bolig")
        await hand.sees(f"UNCODED {UNCODED - 1}")
        await hand.press("ctrl+t")
        await hand.sees("▫ Bolig")

    at_desk(program(study), scenario)
    assert [codes_of(study)[who] for who in SAME] == [["Bolig"], [], []]


def test_the_cursor_stays_with_its_text_when_identical_answers_fold(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+t")
        await hand.go_to("R04")
        await hand.press("ctrl+t")
        assert hand.respondent == "R01"

    at_desk(program(study), scenario)


def test_a_row_stands_for_an_answer_without_a_code_although_its_own_has_one(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+t", "f4", "f8")
        await hand.go_to("R03")
        await hand.press("f6")
        await hand.enter("bolig")
        await hand.sees("UNCODED 1 ")
        await hand.press("ctrl+u", "ctrl+g", "ctrl+t")
        await hand.go_to("R14")
        await hand.press("space")
        assert hand.respondent == "R01"
        await hand.enter("bolig")
        await hand.sees("UNCODED 0")
        await hand.press("space")
        await hand.hears("Every answer that is shown has a code.")

    at_desk(program(study), scenario)
    assert uncoded_of(study) == 0


def test_a_row_of_answers_from_several_bands_names_none(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        bands = {row.respondent: row.band for row in hand.screen.rows(hand.grid.ids)}
        assert bands["R01"] == ""
        assert bands["R05"] == "2000-5000"
        await hand.press("ctrl+t")
        bands = {row.respondent: row.band for row in hand.screen.rows(hand.grid.ids)}
        assert (bands["R01"], bands["R03"]) == ("<2000", "20000-50000")

    at_desk(program(study), scenario)


def test_marks_of_folded_rows_count_all_answers_behind_them(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("f6", "f6")
        await hand.sees("4 marked")
        await hand.enter("Oppfølging")
        await hand.hears("applied: 4 answers")
        await hand.sees(f"UNCODED {UNCODED - 3}")
        await hand.press("ctrl+z")
        await hand.sees(f"UNCODED {UNCODED} ")

    at_desk(program(study), scenario)
    assert ["Oppfølging"] not in codes_of(study).values()
