"""The screens of growth and of size bands: at every size, live, and with hostile texts."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from coder.growth_curve import FirstUse, Growth
from coder.study import Study
from coder.workbench.doing import Chosen, apply_new
from coder.workbench.growth_desk import GrowthDesk
from coder.workbench.workbench import Workbench
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records, respondent
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
from tui.growth_words import bin_lines, short_bins, verdict_words
from tui.screens.band_profile import ProfileScreen
from tui.screens.growth import GrowthScreen
from tui.screens.pages import Page
from tui.settings import Settings
from tui.shell import Shell
from tui.themes import own_themes
from tui.widgets.cells import cells

STYLES = Path(__file__).resolve().parents[2] / "tui" / "styles"
BANDS = ("<2000", "2000-5000", "5000-10000", "10000-20000", ">50000", "bydel")
THEMES = ("Tjenester / Bolig", "Tjenester / Arbeid", "Økonomi", "Samarbeid", "Avstand")

Look = Callable[["Desktop", Pilot[Any]], Awaitable[None]]


class Desktop(Shell):
    """The program with one screen."""

    CSS_PATH: ClassVar[list[str]] = [str(STYLES / f"{name}.tcss") for name in ("app", "growth")]  # type: ignore[assignment]

    def __init__(self, shown: GrowthScreen | ProfileScreen) -> None:
        super().__init__(Settings(CODER))
        self.shown = shown
        self.left = False

    def on_mount(self) -> None:
        """Begin with the screen."""
        self.push_screen(self.shown)

    def do_back(self) -> None:
        """Remember that the screen was left."""
        self.left = True


def act(shown: GrowthScreen | ProfileScreen, *keys: str, look: Look, size: Any = (80, 24)) -> None:
    """Open a screen, wait until it has counted, press keys, and see."""
    app = Desktop(shown)

    def counted() -> object:
        return shown.growth if isinstance(shown, GrowthScreen) else shown.profile

    async def scenario(pilot: Pilot[Any]) -> None:
        await until(pilot, counted)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        await look(app, pilot)

    run_app(app, scenario, size)


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """180 answers; Avstand is common in the two smallest bands; another coder coded 20."""
    study = new_study(tmp_path)
    people = [(f"R{at:03}", BANDS[at % 11 % 6]) for at in range(180)]
    import_records(
        study,
        records([(key, "k1", "Noe") for key, _ in people], [respondent(*each) for each in people]),
    )
    codings = []
    for at, (key, band) in enumerate(people):
        near = band in BANDS[:2] and at % 4
        codings.append((key, "k1", "Avstand" if near else THEMES[min(at // 30, 4) * (at % 3) % 5]))
    code_all(study, codings)
    code_all(study, codings[:20], CODER_2)
    return study


def on_one_line(app: Desktop) -> str:
    """What is on the screen, wherever its lines end."""
    return " ".join(screen_text(app).split())


def growth_of(study: Study) -> GrowthScreen:
    """The screen of growth on the question."""
    return GrowthScreen(GrowthDesk(study, "k1"))


def profile_of(study: Study) -> ProfileScreen:
    """The screen of size bands on the question."""
    return ProfileScreen(GrowthDesk(study, "k1"))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("name", "shown"), [("growth", growth_of), ("profile", profile_of)])
def test_the_screens_look_as_they_should(
    study: Study, name: str, shown: Any, size: tuple[int, int]
) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await assert_screen(pilot, f"{name}_{size[0]}x{size[1]}")

    act(shown(study), look=look, size=size)


def test_the_rule_can_be_changed(study: Study) -> None:
    shown = growth_of(study)

    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        assert "Rule: 30 answers" in on_one_line(app)
        await pilot.press("f2")
        await until(pilot, lambda: app.screen.query(Input))
        app.screen.query_one(Input).value = "150"
        await pilot.press("enter")
        await until(pilot, lambda: "Rule: 150 answers" in on_one_line(app))
        assert "Not saturated" in screen_text(app)

    act(shown, look=look)


def test_what_is_no_number_of_answers_is_refused(study: Study) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await pilot.press("f2")
        await until(pilot, lambda: app.screen.query(Input))
        app.screen.query_one(Input).value = "[/]"
        await pilot.press("enter")
        await until(pilot, lambda: any("whole number" in n.message for n in app._notifications))
        assert "Rule: 30 answers" in on_one_line(app)

    act(growth_of(study), look=look)


def test_one_coder_can_be_chosen(study: Study) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: f"k1 · {CODER_2} · 20 of 180" in screen_text(app))

    act(growth_of(study), "f5", *CODER_2.casefold(), "enter", look=look)


def test_a_codebook_of_one_question_says_so(study: Study) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: any("No other" in n.message for n in app._notifications))

    act(growth_of(study), "f4", look=look)


def test_the_numbers_behind_the_curve_can_be_read(study: Study) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(app.screen, Page))
        assert "Codes as they came, the last first:" in screen_text(app)

    act(growth_of(study), "enter", look=look, size=(80, 40))


def test_new_codings_are_seen_at_once(study: Study) -> None:
    shown = growth_of(study)

    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        assert shown.growth is not None
        before = shown.growth.codes
        bench = Workbench(study, "k1", CODER)
        apply_new(bench, "Helt ny", Chosen((1,), "R000"))
        shown.look_again()
        await until(pilot, lambda: shown.growth is not None and shown.growth.codes == before + 1)

    act(shown, look=look)


@pytest.mark.parametrize("shown", [growth_of, profile_of])
def test_escape_goes_back(study: Study, shown: Any) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        assert app.left

    act(shown(study), "escape", look=look)


@pytest.mark.parametrize("shown", [growth_of, profile_of])
def test_a_question_without_codes_says_so(tmp_path: Path, shown: Any) -> None:
    study = new_study(tmp_path)
    import_records(study, records([("R1", "k1", "Noe")]))

    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: "No code is in use yet." in screen_text(app))
        await pilot.press("enter", "f2", "left", "right")

    act(shown(study), look=look)


def test_the_cell_under_the_cursor_is_told_with_n_and_intervals(study: Study) -> None:
    shown = profile_of(study)

    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        assert shown.row is not None
        assert shown.row.path == ("Tjenester", "Bolig")
        said = " ".join(screen_text(app).split())
        assert "Tjenester / Bolig · 2000-5000:" in said
        assert said.count("95 % interval") == 2

    act(shown, "down", "right", look=look)


def test_only_typical_codes_can_be_shown(study: Study) -> None:
    shown = profile_of(study)

    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        text = screen_text(app)
        assert "▲" in text
        assert "Avstand" in text
        assert "Arbeid" not in text

    act(shown, "f2", look=look)


def test_the_method_is_told(study: Study) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(app.screen, Page))
        assert "Newcombe (1998, method 10)" in on_one_line(app)

    act(profile_of(study), "f3", look=look, size=(140, 30))


@pytest.mark.parametrize("shown", [growth_of, profile_of])
@pytest.mark.parametrize("theme", [theme.name for theme in own_themes()])
def test_every_theme_can_draw_them(study: Study, shown: Any, theme: str) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        app.theme = theme
        await settled(pilot)
        assert app.failure is None

    act(shown(study), look=look)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hostile_texts_do_no_harm(tmp_path: Path, size: tuple[int, int]) -> None:
    study = new_study(tmp_path)
    people = [f"R{at}" for at in range(len(HOSTILE))]
    texts = [text for text in HOSTILE if "\ud800" not in text]
    import_records(study, records([(who, "k1", "Noe") for who in people]))
    bench = Workbench(study, "k1", "[@click=app.quit]KH[/]")
    for at, text in enumerate(texts):
        apply_new(bench, text.replace("/", "-"), Chosen((at + 1,), f"R{at}"))

    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        for _step in range(len(texts)):
            await pilot.press("down")
            assert not control_characters(screen_text(app))
        await pilot.press("enter")
        await settled(pilot)
        assert not control_characters(screen_text(app))

    act(growth_of(study), look=look, size=size)
    act(profile_of(study), look=look, size=size)


def growth(answers: int, places: tuple[int, ...]) -> Growth:
    """A growth with new codes at these answers."""
    firsts = tuple(FirstUse(place, (f"Kode {place}",), place) for place in places)
    return Growth(("k1",), "Hva?", "nb", "", answers, tuple(range(1, answers + 1)), firsts)


@pytest.mark.parametrize("width", [10, 36, 78, 198])
@pytest.mark.parametrize("answers", [1, 49, 400, 100_000])
def test_the_bins_that_come_last_are_shown_where_not_all_fit(answers: int, width: int) -> None:
    grown = growth(answers, (1, answers))
    last = str(grown.bins()[-1].new)
    lines = bin_lines(grown, width)
    assert len(set(map(cells, lines))) == 1
    assert lines[1].split()[-1] == last
    assert short_bins(grown, width).split()[-1] == last
    if width >= 36:
        assert max(map(cells, lines)) <= width


def test_the_verdict_names_the_rule() -> None:
    assert verdict_words(growth(100, (1, 70)), 30).startswith("Saturated: the last new code came")
    assert verdict_words(growth(100, (1, 71)), 30).startswith("Not saturated:")
