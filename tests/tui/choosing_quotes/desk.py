"""Quotes to be chosen on screen, and a hand at the keys."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from coder.study import Study
from coder.suggest.child import Child
from tests.builders import CODER, code_all, import_records, new_study, records, respondent
from tests.tui.coding.desk import UNSUGGESTED
from tests.tui.harness import run_app, screen_text, until
from tests.tui.widgets.showing import HOSTILE
from tui.app import Fullkoding
from tui.choosing_quotes.screen import ChoosingQuotes
from tui.settings import Settings

ANSWERS = (
    ("R1", "<2000", "Bolig / For få", "Det er altfor få boliger til unge i kommunen vår"),
    ("R2", "<2000", "Bolig / For få", "Vi mangler boliger til dem som har behov for tjenester"),
    ("R3", "2000-5000", "Bolig / For dyre", "Husleien er så høy at ingen har råd til å bo der"),
    ("R4", "2000-5000", "Bolig", "Botilbudet fungerer godt og alle har fått sin egen leilighet"),
    ("R5", "bydel", "Bolig / For få", "Ventetid på to år for en bolig med bemanning hele døgnet"),
    ("R6", "bydel", "Økonomi", "Budsjettet kuttes hvert eneste år og vi må si nei til mange"),
    ("R7", ">50000", "Bolig / For dyre", "Dyrt"),
    ("R8", ">50000", "Økonomi", "Staten gir oss nye oppgaver uten at det følger penger med dem"),
)
"""Respondent, size band, code, answer."""

Scenario = Callable[["Hand"], Awaitable[None]]


def build(folder: Path) -> Path:
    """Eight answers on housing and money."""
    with new_study(folder) as study:
        people = [respondent(who, band) for who, band, _code, _text in ANSWERS]
        import_records(study, records([(who, "k1", text) for who, _, _, text in ANSWERS], people))
        code_all(study, [(who, "k1", code) for who, _, code, _ in ANSWERS])
        return study.path


def hostile(folder: Path) -> Path:
    """Texts that break careless screens, as answers, codes and respondents."""
    texts = [each.replace("\ud800", "\ufffd") for each in HOSTILE if each.strip()]
    with new_study(folder) as study:
        said = [(f"R{at}", "k1", f"{text} sier vi") for at, text in enumerate(texts)]
        import_records(study, records(said))
        code_all(study, [(who, "k1", "[/] [@click=app.quit] tema") for who, _, _ in said])
        return study.path


@dataclass
class Hand:
    """Presses keys and reads the screen."""

    pilot: Pilot[Any]
    app: Fullkoding

    @property
    def screen(self) -> ChoosingQuotes:
        """The screen on which quotes are chosen, whatever stands over it."""
        return next(each for each in self.app.screen_stack if isinstance(each, ChoosingQuotes))

    @property
    def text(self) -> str:
        """What is seen."""
        return screen_text(self.app)

    @property
    def told(self) -> str:
        """What the screen has told lately."""
        return "\n".join(notification.message for notification in self.app._notifications)

    @property
    def shown(self) -> list[str]:
        """The pieces in view, in their order."""
        return [piece.name for piece in self.screen.shown]

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until the screen is still."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, predicate: Callable[[], object]) -> None:
        """Wait until something holds."""
        await until(self.pilot, predicate)

    async def sees(self, *texts: str) -> None:
        """Wait until all texts stand on the screen."""
        await self.until(lambda: all(text in self.text for text in texts))

    async def hears(self, text: str) -> None:
        """Wait until something with this text in it is told."""
        await self.until(lambda: text in self.told)

    async def rests(self) -> None:
        """Wait until it is known how typical the pieces are."""
        await self.until(lambda: self.screen.pieces and self.screen._typical)
        await self.pilot.pause()

    async def pick(self, key: str, typed: str) -> None:
        """Open a window with a key, and take the option that has this in it."""
        await self.press(key)
        await self.press(*(" " if letter == " " else letter for letter in typed), "enter")


def at_quotes(
    path: Path, scenario: Scenario, size: tuple[int, int] = (80, 24), toasts: bool = False
) -> None:
    """Act out a scenario, opened from the questions; without a fault."""
    settings = Settings(CODER, suggest=UNSUGGESTED)
    app = Fullkoding(path.parent / "recent.json", CODER, path, settings=settings)
    app._child = _Quiet()

    async def act(pilot: Pilot[Any]) -> None:
        hand = Hand(pilot, app)
        await pilot.press("home", "u")
        await until(pilot, lambda: isinstance(app.screen, ChoosingQuotes))
        await hand.rests()
        await scenario(hand)

    run_app(app, act, size, toasts=toasts)
    if app.failure is not None:
        raise app.failure


def chosen(path: Path) -> list[str]:
    """The chosen quotes of a study, in the order in which they are printed."""
    from coder.quoting.used import chosen_quotes

    with Study(path, read_only=True) as study, study.read() as session:
        return [quote.name for quote in chosen_quotes(session)]


class _Quiet(Child):
    def start(self) -> None:
        """No process is wanted."""
