"""Quotes are chosen at the keys: one by one, as proposed, in an order."""

from pathlib import Path

from coder.study import Study
from tests.builders import CODER_2, code_all, import_records, records, respondent
from tests.tui.choosing_quotes.desk import Hand, at_quotes, chosen


def test_pieces_are_chosen_one_by_one_and_undone(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.sees("Quotes of k1 · 0 chosen · Bolig", "0/6", "6 pieces · as in the file")
        await hand.press("enter", "space", "space")
        await hand.sees("2 chosen", "2/6", "✓1")
        assert sorted(chosen(study)) == ["R1", "R2"]
        await hand.press("up", "space")
        await hand.sees("1 chosen", "1/6")
        await hand.press("ctrl+z")
        await hand.sees("2 chosen")
        await hand.press("ctrl+z", "ctrl+z")
        await hand.sees("0 chosen")
        await hand.press("ctrl+y")
        await hand.sees("1 chosen")
        await hand.press("escape", "escape")
        await hand.sees("1 question")

    at_quotes(study, scenario)


def test_a_proposal_is_taken_with_enter_as_one_step(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("n", "backspace", "3", "enter", "p")
        await hand.sees("3 proposed: enter takes them")
        first = hand.shown[:3]
        assert chosen(study) == []
        await hand.press("p")
        await hand.until(lambda: hand.shown[:2] != first[:2])
        await hand.press("escape")
        await hand.sees("Quotes of k1 · 0 chosen")
        await hand.press("p")
        await hand.sees("proposed: enter")
        proposed = [piece.name for piece in hand.screen.proposed]
        await hand.press("enter")
        await hand.sees(f"{len(proposed)} chosen")
        assert sorted(chosen(study)) == sorted(proposed)
        await hand.press("ctrl+z")
        await hand.sees("0 chosen")

    at_quotes(study, scenario)


def test_other_kinds_are_proposed(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.pick("o", "contrast")
        await hand.sees("4 proposed")
        await hand.pick("o", "small")
        await hand.until(lambda: {"R1", "R2"} >= {each.name for each in hand.screen.proposed})

    at_quotes(study, scenario)


def test_only_pieces_of_the_lengths_asked_for_are_proposed(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("l", *["backspace"] * 4, "1", "-", "2", "enter", "p")
        await hand.sees("1 proposed: enter takes them")
        assert hand.shown[0] == "R7"
        await hand.press("escape", "escape", "l", "x", "enter")
        await hand.hears("This takes two numbers, such as 6-60.")
        await hand.press("l", *["backspace"] * 4, "9", "0", "-", "9", "9", "enter", "p")
        await hand.hears("Nothing is left to propose")

    at_quotes(study, scenario)


def test_pieces_are_sorted_and_narrowed(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.pick("s", "short")
        await hand.sees("6 pieces · short ones first")
        assert hand.shown[0] == "R7"
        await hand.pick("s", "typical ones")
        await hand.sees("typical ones first")
        await hand.pick("b", "bydel")
        await hand.sees("1 of 6 pieces")
        assert hand.shown == ["R5"]
        await hand.pick("b", "every")
        await hand.press("enter", "home", "space", "v")
        await hand.until(lambda: len(hand.shown) == 1)
        await hand.press("v")
        await hand.until(lambda: len(hand.shown) == 5)

    at_quotes(study, scenario)


def test_quotes_are_put_in_order(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("down", "enter")
        await hand.until(lambda: hand.shown == ["R1", "R2", "R5"])
        await hand.press("space", "space", "space")
        await hand.pick("s", "chosen ones first")
        assert chosen(study) == ["R1", "R2", "R5"]
        await hand.press("end", "ctrl+up")
        await hand.until(lambda: hand.shown == ["R1", "R5", "R2"])
        assert chosen(study) == ["R1", "R5", "R2"]
        await hand.press("home", "ctrl+up", "ctrl+down")
        await hand.until(lambda: hand.shown == ["R5", "R1", "R2"])

    at_quotes(study, scenario)


def test_usage_and_what_speaks_against_the_choice_are_read(study: Path) -> None:
    with Study(study) as opened:
        code_all(opened, [("R1", "k1", "Økonomi")])

    async def scenario(hand: Hand) -> None:
        await hand.press("enter", "space", "tab", "end")
        await hand.until(lambda: hand.shown == ["R1", "R6", "R8"])
        await hand.press("enter", "home", "space")
        await hand.sees("1 to look at (w): R1: the same words twice")
        await hand.press("u")
        await hand.sees("Quotes used", "k1 / Bolig / For få", "1  R1 · <2000", "Respondents quoted")
        await hand.press("escape", "w")
        await hand.sees("To look at", "the same words twice")

    at_quotes(study, scenario)


def test_what_others_do_meanwhile_is_followed(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        with Study(study) as other:
            code_all(other, [("R6", "k1", "Bolig")], CODER_2)
        hand.app.look_outside()
        await hand.sees("7 pieces", "0/7")
        await hand.press("enter")
        assert len(hand.shown) == 7

    at_quotes(study, scenario)


def test_a_very_long_quote_of_few_is_asked_about(study: Path) -> None:
    with Study(study) as opened:
        said = " ".join(f"ord{at}" for at in range(121))
        import_records(opened, records([("R9", "k1", said)], [respondent("R9", "<2000")]))
        code_all(opened, [("R9", "k1", "Økonomi")])

    async def scenario(hand: Hand) -> None:
        await hand.press("end")
        await hand.until(lambda: hand.shown == ["R6", "R8", "R9"])
        await hand.press("enter", "end", "space")
        await hand.sees("Choose so long a quote?", "R9: 121 words")
        await hand.press("escape", "space")
        await hand.sees("Choose so long a quote?")
        assert chosen(study) == []
        await hand.press("enter")
        await hand.sees("1 to look at (w): R9 has 121 words")
        assert chosen(study) == ["R9"]

    at_quotes(study, scenario)


def test_the_lead_in_of_a_theme_is_written_seen_and_undone(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.sees("Quotes of k1 · 0 chosen · Bolig")
        await hand.press("i", *"Om {n", "}", "enter")
        await hand.sees("“Om {n}”")
        await hand.press("i", *" {x", "}", "enter")
        await hand.until(lambda: "no number of a lead-in" in hand.told)
        await hand.press("ctrl+z")
        await hand.until(lambda: "“Om" not in hand.text)

    at_quotes(study, scenario, toasts=True)
