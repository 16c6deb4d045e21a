"""The review of quotes on screen: one key each, with its undo, at every size, and live."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from coder.study import Study
from coder.workbench.masked_answer import State
from coder.workbench.masking_desk import MaskingDesk
from tests.builders import CODER, code_all, code_segment, import_records, new_study, records
from tests.builders import respondent as person
from tests.tui.coding.desk import program
from tests.tui.harness import (
    SIZES,
    assert_screen,
    control_characters,
    run_app,
    screen_text,
    settled,
    until,
)
from tests.tui.widgets.showing import HOSTILE
from tui.app import Fullkoding
from tui.coding.screen import Coding
from tui.masking.choosing_words import ChoosingWords
from tui.masking.screen import Masking
from tui.screens.questions import Questions

ANSWERS = (
    ("R01", "Vi i Lier samarbeider godt med Kari Nordmann om boliger til unge."),
    ("R02", "Her er det bare vanlige ord."),
    ("R03", "Etter brannen i fjor ringte vi 22 33 44 55 til Lier kommune."),
)


@dataclass
class Hand:
    """Presses keys and reads the screen."""

    pilot: Pilot[Any]
    app: Fullkoding
    study: Path

    @property
    def screen(self) -> Masking:
        """The review, whatever stands over it."""
        return next(each for each in self.app.screen_stack if isinstance(each, Masking))

    @property
    def text(self) -> str:
        """What is seen."""
        return screen_text(self.app)

    @property
    def printed(self) -> str:
        """The wording of the answer that is open."""
        assert self.screen.opened is not None
        return self.screen.opened.wording.text

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until the screen is still."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, predicate: Callable[[], object]) -> None:
        """Wait until something holds."""
        await until(self.pilot, predicate)


def build(folder: Path, answers: Any = ANSWERS) -> Path:
    """A study of coded answers."""
    with new_study(folder) as study:
        people = [person(who, "2000-5000") for who, _ in answers]
        import_records(study, records([(who, "k1", text) for who, text in answers], people))
        code_all(study, [(who, "k1", "Bolig") for who, _ in answers])
        code_segment(study, answers[0][0], "k1", "Samarbeid", 0, 6)
        return study.path


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study of three coded answers."""
    return build(tmp_path)


def review(
    path: Path, scenario: Callable[[Hand], Awaitable[None]], size: tuple[int, int] = (80, 24)
) -> None:
    """Open the review of k1, wait until all answers are searched, and act."""
    app = program(path)

    async def act(pilot: Pilot[Any]) -> None:
        assert isinstance(app.screen, Coding)
        app.screen.action_command("review_coded")
        await until(pilot, lambda: isinstance(app.screen, Masking))
        hand = Hand(pilot, app, path)
        await until(
            pilot,
            lambda: hand.screen.opened is not None and not hand.screen.desk.states()[State.UNREAD],
        )
        await settled(pilot)
        await scenario(hand)

    run_app(app, act, size=size)


def states(path: Path) -> list[State]:
    """How far each answer is, as the study says."""
    with Study(path, read_only=True) as study:
        desk = MaskingDesk(study, "k1", CODER)
        return [desk.open(each).state for each in desk.answers]


@pytest.mark.parametrize("size", SIZES)
def test_the_review_at_every_size(study: Path, size: tuple[int, int]) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("down")
        await assert_screen(hand.pilot, f"masking_{size[0]}x{size[1]}")

    review(study, scenario, size)


def test_what_is_found_is_masked_otherwise_let_stand_and_taken_back(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        assert hand.printed.startswith("Vi i [kommune] samarbeider")
        await hand.press("r")
        assert hand.printed.startswith("Vi i Lier")
        await hand.press("r")
        await hand.press("m")
        await hand.press("5")
        assert hand.printed.startswith("Vi i [sted]")
        await hand.press("d")
        assert hand.printed.startswith("Vi i [kommune]")
        await hand.press("ctrl+z")
        assert hand.printed.startswith("Vi i [sted]")
        await hand.press("w")
        assert hand.printed.startswith("Vi i [sted]")
        await hand.press("d")
        assert hand.printed.startswith("Vi i Lier")

    review(study, scenario)


def test_words_are_cut_and_masked_where_nothing_was_found(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("c")
        assert isinstance(hand.app.screen, ChoosingWords)
        await hand.press("home", "space", "enter")
        assert hand.printed.startswith("[...] [kommune] samarbeider")
        await hand.press("c", "escape")
        await hand.press("i", "end", "left", "right", "enter")
        await hand.press("3")
        assert hand.printed.endswith("til [bydel]")

    review(study, scenario)


def test_answers_are_approved_one_after_another_once_cautions_are_seen(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("a")
        assert hand.screen.answer is not None
        assert hand.screen.answer.respondent == "R02"
        await hand.press("a", "a")
        assert hand.screen.answer is not None
        assert hand.screen.answer.respondent == "R03"
        await hand.press("f", "a")
        assert "3 of 3 approved" in hand.text
        await hand.press("left", "x")
        assert "2 of 3 approved" in hand.text

    review(study, scenario)
    assert states(study) == [State.APPROVED, State.NOTHING, State.APPROVED]


def test_a_change_makes_an_approval_lapse_and_undo_brings_it_back(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("a", "left", "r")
        assert "approval lapsed" in hand.text
        await hand.press("ctrl+z")
        assert "approved by KH" in hand.text

    review(study, scenario)


def test_a_paraphrase_is_written_and_marked(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("p", "K", "o", "r", "t", "enter")
        assert hand.printed == "Kort (omskrevet)"
        await hand.press("p", *["backspace"] * 4, "enter")
        assert hand.printed.startswith("Vi i")

    review(study, scenario)


def test_the_review_is_opened_from_the_questions(study: Path) -> None:
    app = Fullkoding(study.parent / "recent.json", CODER, study)

    async def scenario(pilot: Pilot[Any]) -> None:
        assert isinstance(app.screen, Questions)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, Masking))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Questions))

    run_app(app, scenario)


def test_without_coded_answers_every_key_does_nothing(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("R01", "k1", "Vi i Lier")], []))
    app = program(study.path)

    async def scenario(pilot: Pilot[Any]) -> None:
        app.screen.action_command("review_coded")  # type: ignore[attr-defined]
        await until(pilot, lambda: "No answer is coded here yet." in screen_text(app))
        for key in "anmrwcifpdx":
            await pilot.press(key)
        await pilot.press("left", "right", "down")
        assert isinstance(app.screen, Masking)

    run_app(app, scenario)


def test_hostile_texts_do_nothing(tmp_path: Path) -> None:
    texts = [each.replace("\ud800", "\ufffd") for each in HOSTILE]
    answers = [(f"R{at}[/]", f"Vi i Lier {text} og Kari") for at, text in enumerate(texts)]
    path = build(tmp_path, answers)

    async def scenario(hand: Hand) -> None:
        for _ in answers:
            assert control_characters(hand.text) == set()
            await hand.press("down", "m")
            assert control_characters(hand.text) == set()
            await hand.press("escape", "c")
            assert control_characters(hand.text) == set()
            await hand.press("escape", "right")
        assert isinstance(hand.app.screen, Masking)

    review(path, scenario)


@pytest.mark.parametrize("size", SIZES)
def test_hostile_texts_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    text = " ".join(each.replace("\ud800", "\ufffd") for each in HOSTILE)
    path = build(tmp_path, [("[/]R1", f"{text} Vi i Lier har brannen i 2011."), ("R2", "Nei.")])

    async def scenario(hand: Hand) -> None:
        assert control_characters(hand.text) == set()
        await assert_screen(hand.pilot, f"masking_hostile_{size[0]}x{size[1]}")

    review(path, scenario, size)


def test_what_is_under_the_cursor_is_scrolled_into_view(tmp_path: Path) -> None:
    long = "\n".join(f"Linje {at} om bolig og arbeid." for at in range(60))
    path = build(tmp_path, [("R01", f"Vi i Lier.\n{long}\nVi ringte Ola Nordmann.")])

    async def scenario(hand: Hand) -> None:
        assert "Ola Nordmann." not in hand.text
        await hand.press("end")
        await hand.until(lambda: "ringte Ola Nordmann." in hand.text)
        assert "ringte [person]." in hand.text

    review(path, scenario)


def test_plain_answers_are_shown_and_approved_together(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("g")
        assert "R02: Her er det bare vanlige ord." in hand.text
        assert "R01:" not in hand.text
        await hand.press("escape")
        assert State.APPROVED not in states(study)
        await hand.press("g", "enter")
        assert states(study) == [State.TO_REVIEW, State.APPROVED, State.TO_REVIEW]
        await hand.press("g")
        assert "nothing was found?" not in hand.text
        await hand.press("ctrl+z")
        assert State.APPROVED not in states(study)

    review(study, scenario)


def test_words_are_masked_as_a_neighbour(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("m", "2")
        assert hand.printed.startswith("Vi i [nabokommune]")

    review(study, scenario)
