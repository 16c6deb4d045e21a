"""The finder on screen: what is typed, pasted, ready on a digit, or entered as a new code."""

from pathlib import Path

from textual.events import Paste

from tests.tui.coding.desk import UNCODED, Hand, at_desk, codes_of, program
from tui.coding_keys import LONGEST
from tui.widgets.hits import Hits


def _hits(hand: Hand) -> list[str]:
    return [" / ".join(hit.path) for hit in hand.screen.query_one(Hits).hits if hit]


def _typed(hand: Hand) -> str:
    line = next(line for line in hand.text.splitlines() if "› " in line.partition("│")[2])
    return line.partition("› ")[2].rstrip()


async def _paste(hand: Hand, text: str) -> None:
    hand.app.post_message(Paste(text))
    await hand.press()


def test_what_is_pasted_is_searched_and_never_picks_a_code(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _paste(hand, "1 .\n#3 bolig")
        assert "1 . #3 bolig" in hand.text
        await hand.press("escape")
        await _paste(hand, "1")
        await _paste(hand, " ")
        await hand.press("escape")
        await _paste(hand, "psyko")
        assert _hits(hand)[0] == "Fagfolk / Psykologer"
        await hand.press("enter")
        await hand.sees("▪ Fagfolk / Psykologer")

    at_desk(program(study), scenario)
    assert codes_of(study)["R01"] == ["Fagfolk / Psykologer"]


def test_ten_thousand_characters_are_cut_and_their_end_is_seen(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _paste(hand, "mangel på folk " * 700)
        assert len(hand.screen.finder.typing.text) <= LONGEST
        assert "›…" in hand.text.replace("› …", "›…")
        await hand.type("x" * LONGEST)
        await hand.hears("too long for a name")
        await hand.press("escape")
        await hand.enter("bolig")
        await hand.sees(f"UNCODED {UNCODED - 3}")

    at_desk(program(study), scenario)


def test_a_number_finds_its_code(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        number = next(
            use.code.number for use in hand.screen.bench.uses().values() if use.code.name == "Bolig"
        )
        await hand.type(f"#{number}")
        await hand.press()
        assert _hits(hand)[0] == "Bolig"
        await hand.press("enter")
        await hand.type("#999")
        await hand.press("enter")
        await hand.hears("No code has this number")

    at_desk(program(study), scenario)
    assert codes_of(study)["R01"] == ["Bolig"]


def test_a_point_gives_all_codes_of_the_last_answer_as_one_action(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("bolig")
        await hand.enter("psyko")
        await hand.go_to("R07")
        await hand.press(".")
        await hand.sees("▪ Bolig", "▪ Fagfolk / Psykologer")
        await hand.press("ctrl+z")
        await hand.until(lambda: hand.text.count("no code") == 1)
        await hand.press("ctrl+y")
        await hand.go_to("R08")
        await hand.press(".")

    at_desk(program(study), scenario)
    codes = codes_of(study)
    assert codes["R07"] == codes["R01"] == ["Fagfolk / Psykologer", "Bolig"]


def test_a_point_repeats_nothing_before_a_code_was_given(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press(".")
        await hand.sees(f"UNCODED {UNCODED} ")

    at_desk(program(study), scenario)


def test_digits_never_move_while_an_answer_is_looked_at(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        before = _hits(hand)
        for name in ("Uleselig", "Bolig", "Utenfor tema"):
            await hand.give(name)
            assert _hits(hand) == before
        await hand.enter("Helt ny kode")
        assert _hits(hand) == before
        await hand.press("ctrl+z", "ctrl+z")
        assert _hits(hand) == before
        await hand.go_to("R07")
        assert "Helt ny kode" not in _hits(hand)

    at_desk(program(study), scenario)


def test_a_new_code_is_on_a_digit_from_the_next_answer_on(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("Helt ny kode")
        await hand.go_to("R07")
        assert "Helt ny kode" in _hits(hand)
        before = {name: at for at, name in enumerate(_hits(hand))}
        await hand.go_to("R08")
        assert {name: at for at, name in enumerate(_hits(hand))} == before

    at_desk(program(study), scenario)


def test_new_codes_go_under_the_theme_that_was_chosen(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("ctrl+w", "Fagfolk")
        await hand.hears("New codes go under Fagfolk.")
        await hand.type("Lærere")
        await hand.sees("+ New code: Lærere in Fagfolk")
        await hand.press("enter")
        await hand.go_to("R07")
        await hand.enter("Tid / Møter")
        await hand.choose("ctrl+w", "(none")
        await hand.hears("New codes go to the top.")
        await hand.go_to("R08")
        await hand.enter("Ro")

    at_desk(program(study), scenario)
    codes = codes_of(study)
    assert codes["R01"] == ["Fagfolk / Lærere"]
    assert codes["R07"] == ["Tid / Møter"]
    assert codes["R08"] == ["Ro"]


def test_a_theme_that_is_gone_is_forgotten(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("Tid")
        await hand.choose("ctrl+w", "Tid")
        await hand.press("ctrl+z")
        await hand.enter("Møter")

    at_desk(program(study), scenario)
    assert codes_of(study)["R01"] == ["Møter"]


def test_no_theme_is_offered_under_which_nothing_can_stand(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("Alt / Noe / Innerst")
        await hand.press("ctrl+w")
        await hand.type("Alt")
        await hand.press()
        assert "Alt / Noe" in hand.text
        assert "Alt / Noe / Innerst" not in "".join(hand.text.splitlines()[:12])
        await hand.press("escape")

    at_desk(program(study), scenario)


def test_a_similar_name_is_warned_of_and_can_be_made_all_the_same(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.type("Mer midlar")
        await hand.sees("+ New code: Mer midlar", "~ Øk… / Mer midler?")
        await hand.press("ctrl+n")
        await hand.sees("Mer midlar")

    at_desk(program(study), scenario, (120, 30))
    assert codes_of(study)["R01"] == ["Mer midlar"]


def test_a_name_that_exists_is_entered_as_new_under_another_theme(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("ctrl+w", "Fagfolk")
        await hand.type("Bolig")
        await hand.press("ctrl+n")
        await hand.sees("Fagfolk / Bolig")

    at_desk(program(study), scenario)
    assert codes_of(study)["R01"] == ["Fagfolk / Bolig"]


def test_ctrl_n_with_nothing_typed_begins_a_name_of_digits_and_spaces(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+n")
        await hand.enter("24 timer")
        await hand.sees("24 timer")

    at_desk(program(study), scenario)
    assert codes_of(study)["R01"] == ["24 timer"]


def test_undo_while_something_is_typed_keeps_what_can_still_be_found(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("Nytt tema")
        await hand.type("nytt")
        await hand.sees("▪ Nytt tema")
        await hand.press("ctrl+z")
        await hand.until(lambda: _hits(hand) == [])
        await hand.press("escape")
        assert "Nytt tema" not in _hits(hand)

    at_desk(program(study), scenario)


def test_a_digit_whose_code_was_undone_is_refused(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("Nytt tema")
        await hand.press("down", "up")
        digit = hand.digit("Nytt tema")
        await hand.press("ctrl+z", digit)
        await hand.hears("No code stands on this digit")

    at_desk(program(study), scenario)


def test_a_point_after_the_last_code_was_undone_gives_nothing(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("Nytt tema")
        await hand.press("down", "ctrl+z", "down")
        before = hand.screen.bench.tally.changes
        await hand.press("full_stop")
        await hand.press("up")
        assert hand.screen.bench.tally.changes == before

    at_desk(program(study), scenario)


def test_a_name_with_too_many_levels_is_refused_in_a_sentence(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("A / B / C / D")
        await hand.hears("levels deep")
        await hand.sees("type a code", f"UNCODED {UNCODED} ")

    at_desk(program(study), scenario)
