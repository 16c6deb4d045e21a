"""Another program changes the study meanwhile, or holds it: all is shown, and nothing crashes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from codebooks.edits import rename, set_status
from codebooks.queries import codebook_of
from codebooks.tree import CodeTree
from coder.choosing import code_named
from coder.merging import merge
from coder.study import Study
from coder.workbench.filters import Filter
from corpus.queries import find_question
from tests.builders import CODER_2, code_all
from tests.tui.coding.desk import UNCODED, Hand, answer_again, at_desk, codes_of, program
from tests.tui.harness import settled
from tui.coding.screen import Coding
from tui.commands.coding import CODING
from tui.commands.everywhere import EVERYWHERE
from tui.commands.segments import SEGMENTS
from tui.screens.history import History

WIDE = (160, 48)


@contextmanager
def _elsewhere(study: Path, kind: str) -> Iterator[tuple[Session, CodeTree]]:
    """Another program acts on the codebook."""
    with Study(study) as other, other.act(kind, CODER_2, code="?", question="k1") as session:
        yield session, codebook_of(session, find_question(session, "k1").id)


def _retire(study: Path, name: str) -> None:
    with _elsewhere(study, "retire_code") as (session, tree):
        set_status(session, code_named(tree, name), "retired")


def test_what_another_coder_gives_is_shown(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        with Study(study) as other:
            code_all(other, [("R01", "k1", "Helt nytt tema")], CODER_2)
        hand.app.look_outside()
        await hand.sees("Helt nytt tema", f"UNCODED {UNCODED - 1} ")
        await hand.type("helt")
        await hand.sees("▫ Helt nytt tema")
        await hand.press("escape")
        with Study(study) as other:
            other.undo(CODER_2)
        hand.app.look_outside()
        await hand.sees(f"UNCODED {UNCODED} ", "no code")

    at_desk(program(study), scenario)


def test_it_is_shown_while_something_is_typed_and_a_window_is_open(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.type("bol")
        with Study(study) as other:
            code_all(other, [("R01", "k1", "Boligpris")], CODER_2)
        hand.app.look_outside()
        await hand.sees("UNCODED", "› bol")
        await hand.press("escape", "f3")
        with Study(study) as other:
            other.undo(CODER_2)
            other.undo(CODER_2)
        hand.app.look_outside()
        await settled(hand.pilot)
        await hand.enter("Boligpris")
        await hand.press("escape", "ctrl+g")
        await hand.sees(f"UNCODED {UNCODED} ")

    at_desk(program(study), scenario)


@pytest.mark.parametrize("looked", [False, True])
def test_a_code_that_was_retired_elsewhere_is_refused_in_a_sentence(
    study: Path, looked: bool
) -> None:
    async def scenario(hand: Hand) -> None:
        digit = hand.digit("Bolig")
        _retire(study, "Bolig")
        if looked:
            hand.app.look_outside()
            await settled(hand.pilot)
        await hand.press(digit)
        await hand.hears("No code stands on this digit" if looked else "Bolig is retired.")
        await hand.sees(f"UNCODED {UNCODED} ")

    at_desk(program(study), scenario)
    assert codes_of(study)["R01"] == []


def test_a_code_that_is_gone_elsewhere_is_refused_in_a_sentence(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("Helt ny")
        await hand.press("down", "up")
        digit = hand.digit("Helt ny")
        await hand.go_to("R07")
        with Study(study) as other:
            other.undo(CODER_2)
        await hand.press(digit)
        await hand.hears("Helt ny is no longer there.")
        hand.app.look_outside()
        await hand.sees(f"UNCODED {UNCODED} ")

    at_desk(program(study), scenario)


def test_a_code_that_was_merged_elsewhere_is_the_other_one(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R02")
        await hand.choose("f3", "Bolig")
        with _elsewhere(study, "merge_codes") as (session, tree):
            merge(session, tree, code_named(tree, "Bolig"), code_named(tree, "Vet ikke"))
        hand.app.look_outside()
        await hand.sees("Vet ikke")
        await hand.press("f4", "f4")
        assert hand.shown == ["R02", "R05"]
        await hand.press("ctrl+g")
        await hand.go_to("R07")
        await hand.enter("Bolig")
        await hand.sees("▪ Vet ikke")

    at_desk(program(study), scenario)


def test_a_renamed_code_has_its_new_name_everywhere(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R02")
        with _elsewhere(study, "rename_code") as (session, tree):
            rename(session, tree, code_named(tree, "Bolig"), "Husvære")
        hand.app.look_outside()
        await hand.sees("Husvære")
        assert "Bolig" not in hand.text.replace("bolig", "")

    at_desk(program(study), scenario, WIDE)


def test_texts_that_changed_elsewhere_fold_and_unfold(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        answer_again(study, "R13", "For få boliger")
        hand.app.look_outside()
        await hand.sees("×4")
        assert "R13" not in hand.shown
        answer_again(study, "R01", "Noe for seg selv")
        hand.app.look_outside()
        await hand.sees("Noe for seg selv", "×3")
        assert hand.respondent == "R01"

    at_desk(program(study), scenario)


def test_answers_that_are_gone_before_anybody_looked_are_no_fault(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        with Study(study) as other:
            for _ in range(4):
                other.undo(CODER_2)
        await hand.press("down", "1", "f6", "ctrl+s", "ctrl+o", "ctrl+l", "space", ".", "f8", "2")
        hand.app.look_outside()
        await hand.until(lambda: not isinstance(hand.app.screen, Coding))
        await hand.hears("The question k1 is not in the study any more.")

    at_desk(program(study), scenario)


def test_a_window_over_a_question_that_is_gone_closes_with_it(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+f")
        with Study(study) as other:
            for _ in range(4):
                other.undo(CODER_2)
        hand.app.look_outside()
        await hand.sees("No question yet")

    at_desk(program(study), scenario)


def test_a_memo_on_an_answer_that_is_gone_is_told_about(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+e", "1")
        await hand.type("Spør")
        with Study(study) as other:
            for _ in range(4):
                other.undo(CODER_2)
        await hand.press("ctrl+s")
        await hand.hears("What the memo is on is not in the study any more.")
        hand.app.look_outside()
        await hand.sees("No question yet")

    at_desk(program(study), scenario)


@pytest.fixture
def held(study: Path) -> Iterator[Path]:
    """A study that somebody else holds."""
    with Study(study) as other:
        assert other.hold(CODER_2) is None
        yield study


def test_a_study_that_another_holds_says_so_and_is_let_through_when_free(study: Path) -> None:
    other = Study(study)
    assert other.hold(CODER_2) is None

    async def scenario(hand: Hand) -> None:
        await hand.sees("Read only: SO")
        await hand.give("Bolig")
        await hand.hears("SO has ")
        await hand.sees(f"UNCODED {UNCODED} ")
        other.__exit__()
        hand.app.look_outside()
        await hand.until(lambda: "Read only" not in hand.text)
        await hand.give("Bolig")
        await hand.sees(f"UNCODED {UNCODED - 3} ")

    try:
        at_desk(program(study), scenario)
    finally:
        other.__exit__()


CHANGING: dict[str, tuple[str, ...]] = {
    "a digit": ("1",),
    "a new code": (*"Nytt", "enter"),
    "the last codes": ("1", "down", "."),
    "a code to take off": ("down", "ctrl+d", "1"),
    "a flag": ("ctrl+x", "1"),
    "a piece": ("ctrl+s", "1"),
    "many": ("f8", "2"),
    "a code in the codebook": ("ctrl+k", "enter"),
    "undo": ("ctrl+z",),
    "redo": ("ctrl+y",),
}


@pytest.mark.parametrize("keys", CHANGING.values(), ids=CHANGING)
def test_every_change_of_a_held_study_is_refused_in_a_sentence(
    held: Path, keys: tuple[str, ...]
) -> None:
    before = held.read_bytes()

    async def scenario(hand: Hand) -> None:
        await hand.press(*keys)
        await hand.hears("SO has ")
        await hand.press("escape", "escape")

    at_desk(program(held), scenario)
    assert held.read_bytes() == before


COMMANDS = [each.id for each in (*CODING, *SEGMENTS, *EVERYWHERE)]
ENDING = ("back", "quit")


@pytest.mark.parametrize("words", ["psykologer", "nordlys"], ids=["an answer", "no answer"])
def test_no_command_crashes_or_changes_a_held_study(held: Path, words: str) -> None:
    before = held.read_bytes()

    async def scenario(hand: Hand) -> None:
        for command in (each for each in COMMANDS if each not in ENDING):
            hand.screen.narrow(Filter(words=words))
            hand.screen.action_command(command)
            await hand.press("1", "a", "ctrl+s", "enter", "escape", "escape")
            while not isinstance(hand.app.screen, Coding):
                await hand.press("f10" if isinstance(hand.app.screen, History) else "escape")
        await hand.press("f10")
        assert not isinstance(hand.app.screen, Coding)

    at_desk(program(held), scenario)
    assert held.read_bytes() == before


def test_memos_of_a_held_study_can_be_read(held: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+e", "1")
        await hand.type("Ikke lagret")
        await hand.press("ctrl+s", "escape")
        await hand.sees("UNCODED")

    at_desk(program(held), scenario)
