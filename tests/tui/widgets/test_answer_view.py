"""The view of one answer: segments, a chosen piece, long texts, and how it looks."""

from typing import Any

import pytest
from textual.message import Message
from textual.pilot import Pilot

from tests.tui.harness import SIZES, assert_screen, run_app, screen_text, until
from tests.tui.widgets.showing import Showing
from tui.widgets import selecting
from tui.widgets.answer_view import AnswerText, AnswerView
from tui.widgets.segment_signs import CodedSegment

TEXT = (
    "Vi mangler først og fremst folk, og de vi har blir slitne. Da slutter de.\n"
    "Det vi trenger er:\n"
    "1. Flere stillinger i førstelinja, slik at noen faktisk kan følge opp den enkelte hjemme\n"
    "2. Samarbeid med spesialisthelsetjenesten om utskriving\n"
    "3. Bolig\n\n"
    "Takk for at dere spør!"
)
SENTENCES = ((0, 58), (59, 73), (74, 92), (93, 181), (182, 237), (238, 246), (248, 270))
CODED = (
    CodedSegment(3, 31, "Kapasitet / Årsverk"),
    CodedSegment(17, 73, "Arbeidsmiljø; Turnover"),
    CodedSegment(185, 237, "Samarbeid / Spesialisthelsetjenesten"),
)
ANSWER = AnswerText(TEXT, CODED, SENTENCES)
LONG = AnswerText("Vi mangler folk og penger. " * 40_000)


def styles(pilot: Pilot[Any], words: str) -> set[tuple[bool, bool, bool]]:
    """Of the pieces of the screen with these words: underlined, bold, reversed."""
    strips = pilot.app.screen._compositor.render_strips()
    return {
        (bool(style.underline), bool(style.bold), bool(style.reverse))
        for strip in strips
        for text, style, _ in strip
        if style and words in text
    }


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_an_answer_looks_as_it_should(size: tuple[int, int]) -> None:
    view = AnswerView()

    async def scenario(pilot: Pilot[Any]) -> None:
        view.answer = ANSWER
        view.selection = SENTENCES[1]
        await assert_screen(pilot, f"answer_{size[0]}x{size[1]}")

    run_app(Showing(view), scenario, size)


def test_coded_words_are_underlined_and_doubly_coded_ones_bold_too() -> None:
    view = AnswerView()
    view.answer = ANSWER

    async def scenario(pilot: Pilot[Any]) -> None:
        assert styles(pilot, "Takk") == {(False, False, False)}
        assert styles(pilot, "Da slutter") == {(True, False, False)}
        assert styles(pilot, "fremst folk") == {(True, True, False)}
        view.choose(selecting.next_sentence)
        view.choose(selecting.next_sentence)
        await until(pilot, lambda: styles(pilot, "Da slutter") == {(True, False, True)})

    run_app(Showing(view), scenario)


def test_choosing_is_told_and_brought_into_view() -> None:
    view = AnswerView()
    view.answer = AnswerText(LONG.text, (), ((0, 26), (900_000, 900_026)))
    heard: list[Message] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        view.choose(selecting.next_sentence)
        await until(pilot, lambda: screen_text(pilot.app).startswith("▌"))
        view.choose(selecting.next_sentence)
        await until(pilot, lambda: view.scroll_offset.y > 9000)
        await until(pilot, lambda: "▌" in screen_text(pilot.app))
        await until(pilot, lambda: told() == [(0, 26), (900_000, 900_026)])

    def told() -> list[tuple[int, int] | None]:
        return [m.selection for m in heard if isinstance(m, AnswerView.SelectionChanged)]

    run_app(Showing(view), scenario, heard=heard)


def test_another_answer_is_shown_from_its_beginning_with_nothing_chosen() -> None:
    view = AnswerView()
    view.answer = LONG

    async def scenario(pilot: Pilot[Any]) -> None:
        view.selection = (40_000, 40_010)
        await until(pilot, lambda: view.scroll_offset.y > 0)
        view.answer = ANSWER
        await until(pilot, lambda: "Takk" in screen_text(pilot.app))
        assert view.selection is None
        assert view.scroll_offset.y == 0

    run_app(Showing(view), scenario)


def test_a_new_segment_leaves_the_view_where_it_is() -> None:
    view = AnswerView()
    view.answer = LONG

    async def scenario(pilot: Pilot[Any]) -> None:
        view.selection = (40_000, 40_010)
        await until(pilot, lambda: view.scroll_offset.y > 0)
        place = view.scroll_offset.y
        view.answer = AnswerText(LONG.text, (CodedSegment(40_000, 40_010, "Ny"),))
        await until(pilot, lambda: "¹" in screen_text(pilot.app))
        assert view.scroll_offset.y == place
        assert view.selection == (40_000, 40_010)

    run_app(Showing(view), scenario)


def test_keys_scroll_to_both_ends_of_a_very_long_answer() -> None:
    view = AnswerView()
    view.answer = LONG

    async def scenario(pilot: Pilot[Any]) -> None:
        view.focus()
        await pilot.press("down", "pagedown", "up")
        assert view.scroll_offset.y == 23
        await pilot.press("end")
        assert view.scroll_offset.y > 13_000
        assert screen_text(pilot.app).rstrip().endswith("penger.")
        await pilot.press("home")
        assert view.scroll_offset.y == 0

    run_app(Showing(view), scenario)


def test_a_narrower_terminal_keeps_the_words_on_top() -> None:
    view = AnswerView()
    view.answer = AnswerText(" ".join(f"ord{at:05}" for at in range(3000)))

    async def scenario(pilot: Pilot[Any]) -> None:
        view.focus()
        await pilot.press(*["pagedown"] * 5)
        first = screen_text(pilot.app).split()[0]
        await pilot.resize_terminal(40, 10)
        await until(pilot, lambda: screen_text(pilot.app).split()[0:1] == [first])

    run_app(Showing(view), scenario)
