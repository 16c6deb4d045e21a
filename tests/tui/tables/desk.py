"""A study with saved tables, and a hand at the keys of their screen."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from coder.results.saved.definition import Definition
from coder.workbench.tables_desk import TablesDesk
from tests.builders import CODER, code_all, import_records, new_study, records, respondent
from tests.tui.coding.desk import Quiet
from tests.tui.harness import run_app, screen_text, settled, until
from tests.tui.widgets.showing import HOSTILE
from tui.app import Fullkoding
from tui.tables.screen import Tables

Scenario = Callable[["Hand"], Awaitable[None]]

BANDS = ("<2000", "2000-5000", "5000-10000", "10000-20000", ">50000", "bydel")
CODES = ("Tjenester / Bolig", "Tjenester / Arbeid", "Økonomi", "Samarbeid", "Avstand")


def study_with_tables(folder: Path) -> Path:
    """180 respondents in six bands, two questions, four saved tables."""
    with new_study(folder) as study:
        people = [(f"R{at:03}", BANDS[at % 11 % 6], ("Ap", "Sp", "H")[at % 3]) for at in range(180)]
        given = [(key, q, f"Svar {key}") for key, _, _ in people for q in ("k1", "k2")]
        known = [respondent(key, band, parti=party) for key, band, party in people]
        import_records(study, records(given, known))
        codings = []
        for at, (key, band, _) in enumerate(people):
            near = band in BANDS[:2] and at % 4
            code = "Avstand" if near else CODES[min(at // 30, 4) * (at % 3) % 5]
            codings.append((key, "k1", code))
        code_all(study, codings)
        code_all(study, [(key, "k2", CODES[at % 4]) for at, (key, _, _) in enumerate(people[:40])])
        desk = TablesDesk(study, CODER)
        guids = {each.key: each.guid for each in desk.offer.questions}
        desk.save("Alle koder", Definition(guids["k1"]))
        desk.save("Etter størrelse", Definition(guids["k1"], columns="band"))
        desk.save("Fraser", Definition(guids["k1"], shape="phrases"))
        desk.save("Hvem svarte", Definition(guids["k1"], kind="response", others=(guids["k2"],)))
        return study.path


def hostile(folder: Path) -> Path:
    """Texts that break careless screens in every place that shows data of a table."""
    texts = [each.replace("\ud800", "\ufffd") for each in HOSTILE]
    with new_study(folder) as study:
        people = [(f"R{at:02} {texts[at % 5]}", texts[at % len(texts)]) for at in range(40)]
        known = [respondent(key, "<2000", **{texts[0]: value}) for key, value in people]
        import_records(study, records([(key, "k1", key) for key, _ in people], known))
        codes = [each.replace("/", "").replace(";", "") for each in texts]
        code_all(study, [(key, "k1", codes[at % len(codes)]) for at, (key, _) in enumerate(people)])
        desk = TablesDesk(study, CODER)
        guid, variable = desk.offer.questions[0].guid, desk.offer.variables[0]
        by = Definition(guid, columns="variable", by=variable, guard="none")
        desk.save(" ".join(texts[:4]), by)
        desk.save(texts[7], Definition(guid))
        return study.path


@dataclass
class Hand:
    """Presses keys and reads the screen."""

    pilot: Pilot[Any]
    app: Fullkoding

    @property
    def screen(self) -> Tables:
        """The screen of tables, whatever stands over it."""
        return next(each for each in self.app.screen_stack if isinstance(each, Tables))

    @property
    def text(self) -> str:
        """What is seen."""
        return screen_text(self.app)

    @property
    def told(self) -> str:
        """What the screen has told lately."""
        return "\n".join(notification.message for notification in self.app._notifications)

    @property
    def names(self) -> list[str]:
        """The tables of the list."""
        return [f"{'*' * line.changed}{line.name}" for line in self.screen.names._lines]

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until the screen is still."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def enter(self, text: str) -> None:
        """Type a text and press enter."""
        await self.press(*("space" if letter == " " else letter for letter in text), "enter")

    async def until(self, predicate: Callable[[], object]) -> None:
        """Wait until something holds."""
        await until(self.pilot, predicate)

    async def hears(self, text: str) -> None:
        """Wait until something with this text in it is told."""
        await self.until(lambda: text in self.told)

    async def sees(self, *texts: str) -> None:
        """Wait until all texts stand on the screen."""
        await self.until(lambda: all(text in self.text for text in texts))

    async def rests(self) -> None:
        """Wait until the table is built and shown."""
        await self.until(
            lambda: (
                (self.screen.at, self.screen.definition) in self.screen._built
                or self.screen.at is None
            )
        )
        await settled(self.pilot)


def at_tables(
    path: Path, scenario: Scenario, size: tuple[int, int] = (80, 24), toasts: bool = False
) -> None:
    """Act out a scenario in the screen of tables, opened from the questions; without a fault."""
    app = Fullkoding(path.parent / "recent.json", CODER, path)
    app._child = Quiet()

    async def act(pilot: Pilot[Any]) -> None:
        hand = Hand(pilot, app)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, Tables))
        await hand.rests()
        await scenario(hand)

    run_app(app, act, size, toasts=toasts)
    if app.failure is not None:
        raise app.failure
