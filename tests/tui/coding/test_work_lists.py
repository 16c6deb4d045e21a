"""Lists put together for a purpose: nearly the same, most alike, to be read again."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from time import monotonic

from codebooks.edits import define
from codebooks.queries import codebook_of
from coder.choosing import code_named
from coder.study import Study
from coder.suggest.child import Child, Told
from coder.suggest.source import Source
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER
from tests.tui.coding import desk
from tests.tui.coding.desk import UNCODED, Hand, Quiet, at_desk, codes_of, program
from tests.tui.harness import MOST_SECONDS

CopyOf = Callable[[Callable[[Path], Path]], Path]
WIDE = (110, 20)
PATIENCE = 60


class Broken(Quiet):
    """Cannot compare."""

    def order_like(
        self,
        source: Source,
        answer_id: int,
        ids: Sequence[int],
        told: Told,
        cancelled: Callable[[], bool],
    ) -> list[int]:
        """Fails half way."""
        told(0.5)
        raise Problem("The comparison of answers stopped twice.", "Sort in another way.")


def test_nearly_identical_answers_are_listed_and_marked(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R07")
        await hand.press("ctrl+l")
        await hand.sees("3 marked")
        assert hand.shown == ["R07", "R09", "R08"]
        assert "3/15" in hand.status
        assert "nearly “Det mangler boliger til" in hand.status
        assert hand.respondent == "R07"

    at_desk(program(study), scenario, WIDE)


def test_a_group_is_thinned_out_and_coded_and_left_with_one_key(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R07")
        await hand.press("ctrl+l")
        await hand.sees("3 marked")
        await hand.press("f6")
        await hand.sees("2 marked")
        await hand.enter("bolig")
        await hand.hears("applied: 2 answers")
        await hand.press("ctrl+g")
        await hand.sees("15 answers", f"UNCODED {UNCODED - 2} ")
        assert "marked" not in hand.status

    at_desk(program(study), scenario, WIDE)
    codes = codes_of(study)
    assert [codes[who] for who in ("R07", "R08", "R09")] == [[], ["Bolig"], ["Bolig"]]


def test_nobody_else_says_nearly_the_same(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R13")
        await hand.press("ctrl+l")
        await hand.hears("No answer says nearly the same.")
        assert "15 answers" in hand.status

    at_desk(program(study), scenario)


def test_identical_answers_belong_to_the_group_also_when_they_stand_apart(
    copy_of: CopyOf,
) -> None:
    study = copy_of(desk.rich)
    desk.answer_again(study, "R13", "For få  boliger!")

    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+t")
        await hand.go_to("R04")
        await hand.press("ctrl+l")
        await hand.sees("4 marked")
        assert set(hand.shown) == {"R01", "R03", "R04", "R13"}

    at_desk(program(study), scenario)


def test_a_late_code_is_offered_for_the_answers_before_it(copy_of: CopyOf) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("S01")
        await hand.enter("Boligbygging")
        await hand.hears("29 answers were coded before this code; ctrl+r lists what may have it.")
        await hand.choose("ctrl+r", "earlier")
        assert "› 1 Boligbygging" in hand.text.replace("│", "").replace("›1", "› 1")
        await hand.press("enter")
        await hand.sees("may have Boligbygging")
        assert all("boliger" in text for text in hand.texts[:5])
        await hand.press("ctrl+g")
        await hand.sees("30 answers")

    at_desk(program(copy_of(desk.many)), scenario, WIDE)


def test_an_early_code_is_not_offered(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("Helt ny")
        await hand.until(lambda: not any(w.group == "made" for w in hand.screen.workers))
        assert not any("coded before this code" in told for told in hand.told)

    at_desk(program(study), scenario)


def test_the_answers_of_a_code_that_was_defined_anew(copy_of: CopyOf) -> None:
    study = copy_of(desk.rich)
    with Study(study) as opened, opened.act("define_code", CODER, code="Vet ikke") as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        define(session, code_named(tree, "Vet ikke"), "Bare når ingenting annet er sagt.")

    async def scenario(hand: Hand) -> None:
        await hand.choose("ctrl+r", "anew", "Vet")
        await hand.sees("Vet ikke, defined anew")
        assert hand.shown == ["R05"]
        assert "2/15" in hand.status

    at_desk(program(study), scenario, WIDE)


def test_no_code_was_defined_anew(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("ctrl+r", "anew")
        await hand.sees("No code was defined anew after answers got it.")
        await hand.press("escape")
        await hand.sees("15 answers")

    at_desk(program(study), scenario)


def test_a_sample_of_own_codings(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("ctrl+r", "sample")
        await hand.sees("sample of your codings")
        assert sorted(hand.shown) == ["R02", "R05", "R15"]

    at_desk(program(study), scenario, WIDE)


def test_a_coder_without_codings_has_no_sample(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("ctrl+r", "sample")
        await hand.hears("There is no such answer.")

    at_desk(program(study, coder="NY"), scenario)


def test_a_work_list_combines_with_filters(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R07")
        await hand.press("ctrl+l")
        await hand.sees("3 marked")
        await hand.choose("ctrl+f", "band", "bydel")
        assert hand.shown == ["R08"]
        assert "nearly “Det mangler boliger til…” + bydel" in hand.status
        assert "(2 hidden)" in hand.status

    at_desk(program(study), scenario, WIDE)


def test_most_alike_first(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R08")
        await hand.choose("f5", "most like")
        await hand.sees("most like one answer first")
        assert hand.shown[:3] == ["R08", "R07", "R09"]
        assert hand.respondent == "R08"
        await hand.press("f4")
        await hand.until(lambda: len(hand.shown) == 8)
        assert hand.shown[:3] == ["R08", "R07", "R09"]
        await hand.choose("f5", "file")
        await hand.sees("8/15" if "8/15" in hand.status else "without a code")

    at_desk(program(study), scenario, WIDE)


def test_moving_on_while_answers_are_compared_does_not_stop_it(study: Path) -> None:
    held = Event()

    async def scenario(hand: Hand) -> None:
        await hand.go_to("R08")
        await hand.choose("f5", "most like")
        await hand.sees("comparing … 40 %")
        await hand.press("down", "down")
        assert hand.respondent == "R10"
        held.set()
        await hand.sees("most like one answer first")
        assert hand.shown[:3] == ["R08", "R07", "R09"]
        assert hand.respondent == "R10"

    at_desk(program(study, child=Quiet(lambda: not held.is_set())), scenario, WIDE)


def test_escape_gives_comparing_up(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        before = hand.shown
        await hand.choose("f5", "most like")
        await hand.sees("comparing … 40 % (escape stops)")
        await hand.press("escape")
        await hand.until(lambda: "comparing" not in hand.text)
        assert hand.shown == before
        assert "most like" not in hand.status

    at_desk(program(study, child=Quiet(lambda: True)), scenario, WIDE)


def test_comparing_that_fails_is_told_and_leaves_the_order_of_the_file(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        before = hand.shown
        await hand.choose("f5", "most like")
        await hand.hears("The comparison of answers stopped twice.")
        await hand.until(lambda: "comparing" not in hand.text)
        assert hand.shown == before
        assert "most like" not in hand.status

    at_desk(program(study, child=Broken()), scenario, WIDE)


def test_a_real_process_compares(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R08")
        await hand.choose("f5", "most like")
        begun = monotonic()
        while "most like" not in hand.status:
            assert monotonic() - begun < max(PATIENCE, MOST_SECONDS)
            await hand.pilot.pause(0.02)
        assert hand.shown[0] == "R08"
        assert set(hand.shown[1:3]) <= {"R07", "R09", "R01"}

    at_desk(program(study, child=Child()), scenario, WIDE)
