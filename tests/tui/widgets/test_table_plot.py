"""Bars of a table on the screen: what is hidden has none, and no name breaks the frame."""

from textual.pilot import Pilot

from tests.tui.harness import control_characters, run_app, screen_text, settled
from tests.tui.widgets.showing import HOSTILE, Showing
from tui.widgets.table_plot import Bar, TablePlot

BARS = [Bar("Økonomi", 50, "50"), Bar("Kapasitet", None, ":"), Bar("Annet", 0, "<1")]


def _shown(bars: list[Bar], size: tuple[int, int]) -> str:
    plot, seen = TablePlot(), []

    async def look(pilot: Pilot[None]) -> None:
        plot.show(bars)
        await settled(pilot)
        seen.append(screen_text(pilot.app))

    run_app(Showing(plot), look, size)
    return seen[0]


def test_bars_stand_from_the_first_to_the_last_and_hidden_ones_are_signs() -> None:
    lines = _shown(BARS, (80, 24)).splitlines()
    at = {
        name: next(n for n, line in enumerate(lines) if name in line)
        for name in ("Økonomi 50", "Kapasitet :", "Annet <1")
    }
    assert list(at.values()) == sorted(at.values())
    assert "█" in lines[at["Økonomi 50"]]
    assert "█" not in lines[at["Kapasitet :"]] + lines[at["Annet <1"]]


def test_rows_without_room_are_counted() -> None:
    shown = _shown([Bar(f"Kode {n}", n, str(n)) for n in range(60)], (40, 10))
    assert "57 more rows" in shown
    assert "Kode 0 0" in shown


def test_hostile_names_are_drawn_as_signs_within_the_width() -> None:
    shown = _shown([Bar(text, 10, "10") for text in HOSTILE], (60, 30))
    assert control_characters(shown) == set()
    frames = {line.index("┤") for line in shown.splitlines() if "┤" in line}
    assert len(frames) == 1


def test_no_bars_are_an_empty_frame() -> None:
    assert "█" not in _shown([], (80, 24))
